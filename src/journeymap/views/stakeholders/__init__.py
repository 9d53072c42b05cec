"""The stakeholders: who needs and feels what, through which channel; who hands to whom."""
