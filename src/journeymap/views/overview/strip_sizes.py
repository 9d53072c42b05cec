"""How high strips are, and how large their type."""

HEIGHT, APART = 14.0, 3.0
"""Height of a strip, and from one to the next, in points."""
SIZE = 10.0
"""Type, in points."""
