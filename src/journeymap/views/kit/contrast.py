"""How well colours stand out from one another, after WCAG 2.2."""

TEXT, GLYPH = 4.5, 3.0
"""Least contrast of letters (success criterion 1.4.3) and of shapes with a meaning (1.4.11)."""
_KNEE = 0.04045
"""Below this value sRGB is linear (IEC 61966-2-1)."""


def luminance(colour: str) -> float:
    """Returns the relative luminance of a colour #rrggbb, 0 for black to 1 for white.

    As WCAG 2.2 defines it, with the transfer function of sRGB.
    """
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Returns a colour thinned with a ground: a share of 0 gives the ground, 1 the colour."""
    parts = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in parts)
