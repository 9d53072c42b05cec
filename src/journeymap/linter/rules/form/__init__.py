"""JM0xx: what cannot be read as a map."""
