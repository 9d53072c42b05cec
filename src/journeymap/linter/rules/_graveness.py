"""How grave a pain is, in the words of its scales instead of their numbers."""

from journeymap.model.pains import Pain

_SEVERITIES = ("minor", "moderate", "major", "catastrophic")
_PROBABILITIES = ("remote", "uncommon", "occasional", "frequent")
"""The words for 1 to 4 that HFMEA has."""


def how_grave(pain: Pain) -> str:
    """Returns severity and probability in words: "major, occasional"; what is unknown is said."""
    if pain.severity is None and pain.probability is None:
        return ""
    severity = _SEVERITIES[pain.severity - 1] if pain.severity else "how severe is unknown"
    likely = _PROBABILITIES[pain.probability - 1] if pain.probability else "how likely is unknown"
    return f"{severity}, {likely}"
