"""The foot of the overview: signs that are not named where they stand."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from journeymap.views.kit import legend
from journeymap.views.kit.scene import Curve, Mark, Marker, Point, Shape, line
from journeymap.views.kit.theme import Theme
from journeymap.words.labels import label


def _graver(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    return [
        Marker(shape=Shape.CIRCLE, x=x - 4.5, y=y, size=5, fill=theme.low),
        Marker(shape=Shape.CIRCLE, x=x + 3.5, y=y, size=9.5, fill=theme.low),
    ]


def _pain(at: Point, theme: Theme) -> list[Mark]:
    return [Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=9.5, fill=theme.low)]


def _unscored(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    return [Marker(shape=Shape.CIRCLE, x=x, y=y, size=6, fill=theme.page, stroke=theme.low,
                   line=1.4)]  # fmt: skip


def _star(at: Point, theme: Theme, fill: str) -> list[Mark]:
    x, y = at
    return [Marker(shape=Shape.STAR, x=x, y=y, size=11, fill=fill, stroke=theme.high, line=1.1)]


def _quick(at: Point, theme: Theme) -> list[Mark]:
    return _star(at, theme, theme.high)


def _idea(at: Point, theme: Theme) -> list[Mark]:
    return _star(at, theme, theme.page)


def _live(at: Point, theme: Theme) -> list[Mark]:
    return [Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=8, fill=theme.high)]


def _planned(at: Point, theme: Theme) -> list[Mark]:
    """Draws an open pill."""
    (x, y), a, b = at, 4.0, 4.0
    outline = ((x - a, y - b), (x, y - b), (x, y - b), (x + a, y - b), (x + a + 5, y - b),
               (x + a + 5, y + b), (x + a, y + b), (x, y + b), (x, y + b), (x - a, y + b),
               (x - a - 5, y + b), (x - a - 5, y - b), (x - a, y - b))  # fmt: skip
    return [Curve(points=outline, colour=theme.rule, width=1.0)]


def _other(at: Point, theme: Theme) -> list[Mark]:
    """Draws a filled pill."""
    x, y = at
    ends = (Marker(shape=Shape.CIRCLE, x=x + side, y=y, size=9, fill=theme.faint)
            for side in (-4.5, 4.5))  # fmt: skip
    return [line((x - 4.5, y), (x + 4.5, y), colour=theme.faint, width=9.0), *ends]


def _lacking(at: Point, theme: Theme) -> list[Mark]:
    return [Marker(shape=Shape.DOWN, x=at[0], y=at[1], size=6.0, fill=theme.low)]


def _named(at: Point, theme: Theme) -> list[Mark]:
    (x, y), a, b = at, 8.0, 4.5
    corners = ((x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b), (x - a, y - b))
    return [line(*ends, colour=theme.accent, width=1.2) for ends in pairwise(corners)]


_DRAWS: Mapping[str, tuple[str, legend.Draw]] = {
    "assumption": ("assumption", legend.hollow),
    "bridge": ("bridge", legend.bridge),
    "named": ("headline-step", _named),
    "lacking": ("not-handed-over", _lacking),
    "planned-wait": ("planned-wait", _planned),
    "other-wait": ("other-wait", _other),
    "pain": ("pain-sign", _pain),
    "graver": ("graver-larger", _graver),
    "unscored": ("pain-unscored", _unscored),
    "quick-win": ("quick-win", _quick),
    "idea": ("idea-sign", _idea),
    "live": ("ideas-live", _live),
}
"""What each sign is called, and how it looks."""


def entries(keys: Iterable[str], language: str) -> list[tuple[str, legend.Draw]]:
    """Returns what the foot explains, in order, each once."""
    found = (_DRAWS[key] for key in dict.fromkeys(keys))
    return [(label(words, language), draw) for words, draw in found]
