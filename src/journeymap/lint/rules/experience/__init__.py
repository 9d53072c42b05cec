"""Rules about how the journey is lived through: expectations, lows, endings, recoveries."""
