"""JM9xx: where pressure is highest."""
