"""What a journey map is: pydantic models, their vocabulary and the map they make together."""
