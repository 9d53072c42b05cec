"""The cycle: the stages of a life cycle as a ring."""
