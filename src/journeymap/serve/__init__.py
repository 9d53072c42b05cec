"""Goes on while somebody works: looks again whenever a file changes."""
