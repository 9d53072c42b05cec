"""Rules that a repository writes in YAML: conditions on fields, checked when they are read."""
