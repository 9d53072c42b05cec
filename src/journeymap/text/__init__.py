"""YAML with positions: from the bytes of a file to nodes that know where they stand."""
