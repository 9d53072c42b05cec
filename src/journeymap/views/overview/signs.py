"""The foot of the overview: signs that are not named where they stand."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from journeymap.analysis.call_outs import Because
from journeymap.views.kit import glyphs, legend
from journeymap.views.kit.scene import Anchor, Curve, Mark, Marker, Point, Shape, Text, line
from journeymap.views.kit.theme import Theme
from journeymap.views.overview.cards import GRAVE
from journeymap.words.first_step import NAMED
from journeymap.words.labels import label
from journeymap.words.plain_reasons import OPEN_PAIN, WHY


def _more(at: Point, theme: Theme) -> list[Mark]:
    return [Text(x=at[0], baseline=at[1] + 3.5, text="+1", size=10, colour=theme.ink,
                 anchor=Anchor.MIDDLE)]  # fmt: skip


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


def _badge(at: Point, theme: Theme, words: str) -> list[Mark]:
    return glyphs.badge(at, words, theme, size=15)


def _dot(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.point(at, theme.muted, theme, hollow=True)]


def _dots(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    return [
        glyphs.point((x + side, y), theme.muted, theme, hollow=side < 0, size=8) for side in (-5, 5)
    ]


def _faces(at: Point, theme: Theme) -> list[Mark]:
    x, y = at
    pair = (glyphs.face((x + side, y), 0, theme, hollow=side < 0, size=10) for side in (-6, 4))
    return [mark for face in pair for mark in face]


_BRIEF = {WHY[Because.PRESSURE]: "urgent-first"}
"""Shorter words for why steps are called out, where a longer one would cost a row."""
_SHORT = {"assumption": "assumed-share", "hollow-assumed": "hollow-brief"}
"""The same for what hollow faces are."""
_DRAWS: Mapping[str, tuple[str, legend.Draw]] = {
    "assumption": ("assumption", legend.hollow),
    "bridge": ("bridge", legend.bridge),
    "mixed": ("mixed", legend.span),
    "faces": ("hollow-assumed", _faces),
    "assumed-dot": ("assumption", _dot),
    "dots": ("hollow-assumed", _dots),
    "named": ("headline-step", _named),
    "marked": ("headline-step", partial(_badge, words=NAMED)),
    **{
        words: (_BRIEF.get(words, words), partial(_badge, words="1"))
        for words in (*WHY.values(), OPEN_PAIN)
    },
    "elsewhere": ("pain-elsewhere", partial(_badge, words=GRAVE)),
    "lacking": ("not-handed-over", _lacking),
    "planned-wait": ("planned-wait", _planned),
    "other-wait": ("other-wait", _other),
    "only-wait": ("wait-unplanned", _other),
    "pain": ("pain-sign", _pain),
    "graver": ("graver-larger", _graver),
    "unscored": ("pain-unscored", _unscored),
    "quick-win": ("quick-win", _quick),
    "idea": ("idea-sign", _idea),
    "live": ("status-live", _live),
    "more": ("so-many-more", _more),
}
"""What each sign is called, and how it looks."""


def placed(
    keys: Sequence[str], language: str, edges: tuple[float, float], size: float, some: str = ""
) -> tuple[legend.PlacedSign, ...]:
    """Returns what the foot explains, in order, each once.

    Args:
        keys: of the signs on the page.
        language: of the words.
        edges: left and right edge of the rows.
        size: of the type.
        some: how many of the steps with a rank are called out, in words; empty where all are.
    """
    whole, brief = (
        legend.arrange(legend.of(_entries(keys, language, some, each), size), *edges, size)
        for each in ({}, _SHORT)
    )
    return brief if whole[-1:] and whole[-1].row > brief[-1].row else whole


def _entries(
    keys: Iterable[str], language: str, some: str, short: Mapping[str, str]
) -> list[tuple[str, legend.Draw]]:
    named = ((key, *_DRAWS[key]) for key in dict.fromkeys(keys))
    found = ((key, short.get(words, words), draw) for key, words, draw in named)
    ranks = {*WHY.values(), OPEN_PAIN}
    return [
        (f"{label(words, language)} ({some})" if some and key in ranks else label(words, language),
         draw)
        for key, words, draw in found
    ]  # fmt: skip
