"""Rules about engagement and trust along the journey."""
