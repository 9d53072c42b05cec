"""Findings → text, one file a format."""
