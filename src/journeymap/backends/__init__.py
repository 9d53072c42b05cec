"""Scenes written out: one file a format, none of which decides a size or a place."""
