"""Two maps of one journey: which steps are the same, and what becomes of them."""
