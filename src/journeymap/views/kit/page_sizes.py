"""Sizes of pages: by name, or as width and height with a unit."""

import re

from journeymap.views.errors import ChoiceError
from journeymap.views.kit.theme import PAGES, Page

UNITS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "px": 0.75}
"""Points in each unit; pixels at 96 to the inch, as in CSS."""
LEAST, MOST = 200.0, 14400.0
"""Shortest and longest side of a page, in points; the longest is PDF's limit."""

_WRITTEN = re.compile(r"(\d+(?:\.\d+)?) ?[x×] ?(\d+(?:\.\d+)?) ?([a-z]{2})")
_LEAST = 0.99
"""Share of the sides of A3 from which on a page is as large, in whole points or not."""
_SHEET = 1191.0
"""Width in points from which on a page gets the margins of a sheet, not of a slide (A3)."""


def is_sheet(page: Page) -> bool:
    """Tells whether a page is a poster: as large as A3, and read from afar where it is larger."""
    sheet = PAGES["a3"]
    return page.width >= _LEAST * sheet.width and page.height >= _LEAST * sheet.height


def page_of(size: str) -> Page:
    """Returns the page of a size.

    Args:
        size: a name ("16:9", "a3"), or width and height with a unit ("420x297mm").

    Raises:
        ChoiceError: there is no such size, or it is too small or too large to draw on.
    """
    words = size.strip().lower()
    if words in PAGES:
        return PAGES[words]
    match = _WRITTEN.fullmatch(words)
    if match is None or match[3] not in UNITS:
        raise ChoiceError(
            f"there is no page size {size}; choose one of {', '.join(PAGES)}, "
            f"or write width and height with a unit ({', '.join(UNITS)}): 420x297mm"
        )
    width, height = (float(part) * UNITS[match[3]] for part in (match[1], match[2]))
    if min(width, height) < LEAST or max(width, height) > MOST:
        raise ChoiceError(
            f"a page of {size} cannot be drawn on: sides are from {LEAST / UNITS[match[3]]:.0f} "
            f"to {MOST / UNITS[match[3]]:.0f} {match[3]}"
        )
    if width >= _SHEET:
        return Page(width=width, height=height, margin=40, top=32, bottom=28)
    return Page(width=width, height=height, margin=32 if width >= PAGES["16:9"].width else 24)
