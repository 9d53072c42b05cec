"""What is computed from a map: pure functions with frozen results."""
