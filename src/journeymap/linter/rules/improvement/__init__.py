"""JM8xx: what is to be done about the journey, and by whom."""
