"""JM3xx: how the journey is lived through."""
