"""Starter maps, as text: commented templates, and maps written from an outline."""
