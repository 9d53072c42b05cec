"""JM7xx: what is measured, and on what it rests."""
