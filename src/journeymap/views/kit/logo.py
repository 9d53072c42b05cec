"""Where the logo of a house stands: in a strip of its own below the drawing, to the right."""

from journeymap.views.kit.scene import Image
from journeymap.views.kit.theme import Page

HEIGHT, WIDEST = 22.0, 160.0
"""Height of a logo, and the width from which on it gets smaller, in points."""
STRIP = HEIGHT + 6.0
"""Height that a logo takes from a drawing, with the gap between the two, in points."""
_BREADTH, _DEPTH = slice(16, 20), slice(20, 24)
"""Where a PNG says how many pixels it has (PNG specification, IHDR)."""


def place(page: Page, content: bytes) -> Image:
    """Returns a logo in its strip.

    Args:
        page: the page.
        content: a PNG.
    """
    pixels = [max(1, int.from_bytes(content[part], "big")) for part in (_BREADTH, _DEPTH)]
    shape = pixels[0] / pixels[1]
    width = min(WIDEST, HEIGHT * shape)
    return Image(
        x=page.width - page.margin - width,
        y=page.height - page.bottom - HEIGHT,
        width=width,
        height=width / shape,
        content=content,
    )
