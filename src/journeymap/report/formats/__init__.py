"""Formats of a report of findings, one file each."""
