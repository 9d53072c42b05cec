"""Cards of personas: what the map says of those whose journey it is."""
