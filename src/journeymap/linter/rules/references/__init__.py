"""JM1xx: ids, links and ways that lead nowhere."""
