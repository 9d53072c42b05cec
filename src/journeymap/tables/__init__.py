"""What the commands tell in tables: a neutral table, its writers, and one file a table."""
