"""What a map lacks and where it pays to act: the rules, and the engine that runs them."""
