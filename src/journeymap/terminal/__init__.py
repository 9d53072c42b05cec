"""The map in a terminal."""
