"""The ladder: the value chain as a staircase, and where trust turns."""
