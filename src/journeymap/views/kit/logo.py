"""Where the logo of a house stands: in a strip of its own below the drawing, to the right."""

from dataclasses import replace

from journeymap.views.kit.scene import Logo
from journeymap.views.kit.theme import Page

HEIGHT, WIDEST = 22.0, 160.0
"""Height of a logo, and the width from which on it gets smaller, in points."""
_GAP = 6.0
_BREADTH, _DEPTH = slice(16, 20), slice(20, 24)
"""Where a PNG says how many pixels it has (PNG specification, IHDR)."""


def room(page: Page) -> Page:
    """Returns a page with a strip for a logo below what is drawn."""
    return replace(page, bottom=page.bottom + HEIGHT + _GAP)


def place(page: Page, content: bytes) -> Logo:
    """Returns a logo in its strip.

    Args:
        page: the page, as `room` gave it.
        content: a PNG.
    """
    pixels = [max(1, int.from_bytes(content[part], "big")) for part in (_BREADTH, _DEPTH)]
    shape = pixels[0] / pixels[1]
    width = min(WIDEST, HEIGHT * shape)
    return Logo(
        x=page.width - page.margin - width,
        y=page.height - page.bottom + _GAP,
        width=width,
        height=width / shape,
        content=content,
    )
