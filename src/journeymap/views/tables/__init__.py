"""What the commands tell in tables: leverage, gaps, flow, channels, people, coverage."""
