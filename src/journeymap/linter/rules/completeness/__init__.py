"""JM2xx: what a map lacks."""
