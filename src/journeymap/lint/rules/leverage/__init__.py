"""JM9xx: where the journey presses most."""
