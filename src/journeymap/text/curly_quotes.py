"""Quotes of print, as word processors write them, which are letters like any other to YAML."""

from collections.abc import Mapping
from types import MappingProxyType

_CLOSED_BY: Mapping[str, str] = MappingProxyType(
    {"“": "”", "”": "”", "„": "”“", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›", "「": "」"}
)
OPENING = frozenset(_CLOSED_BY)
"""Those that begin a quotation in some language."""
CLOSING = frozenset("".join(_CLOSED_BY.values())) - {"’", "‘"}
"""Those that end one, without the apostrophe."""


def is_wrapped(text: str) -> bool:
    """Tells whether one pair of such quotes stands around a whole text."""
    closing = _CLOSED_BY.get(text[:1], "")
    inner = text[1:-1]
    return (
        len(text) > 2  # noqa: PLR2004 - a pair of quotes and a letter
        and text[-1] in closing
        and not any(sign in inner for sign in (*closing, text[0]) if sign != "’")
    )


def closed_at(text: str, start: int) -> int | None:
    """Returns where the quotes that open at an offset are closed on its line; None if nowhere."""
    closing = _CLOSED_BY.get(text[start : start + 1], "")
    end = min((at for at in (text.find(br, start) for br in "\r\n") if at >= 0), default=len(text))
    places = [at for sign in closing if (at := text.find(sign, start + 1, end)) >= 0]
    return min(places, default=None)
