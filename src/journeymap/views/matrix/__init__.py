"""The matrix: steps by importance and perception, or ideas by impact and effort."""
