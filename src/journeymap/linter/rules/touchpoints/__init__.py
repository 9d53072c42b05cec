"""Rules about touchpoints: hand-offs, questions, channels, and the work behind the scenes."""
