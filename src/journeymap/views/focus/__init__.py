"""The slide that makes the point: the curve, and the steps where the journey presses most."""
