"""The slide that makes the point: the curve, and the steps where pressure is highest."""
