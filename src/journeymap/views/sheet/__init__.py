"""Columns and rows: the geometry that the map, the comparison and the stakeholders share."""
