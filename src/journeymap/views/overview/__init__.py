"""The whole journey on one slide: headline, steps, curve, who is still there, what to do."""
