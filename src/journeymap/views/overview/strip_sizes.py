"""How high strips are, and how large their type."""

HEIGHT, APART = 14.0, 3.0
"""Height of a strip, and from one to the next, in points."""
SIZE, SMALL = 10.0, 9.5
"""Type, and type of names that would have to be broken inside a word, in points."""
