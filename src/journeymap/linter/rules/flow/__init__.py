"""Rules about those who are lost on the way, and those who wait."""
