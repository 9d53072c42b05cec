"""YAML into models: shorthand expanded, values read, and what cannot be read said."""
