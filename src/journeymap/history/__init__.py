"""What happens to the maps of a repository together, and over time."""
