"""Small pictures made of shapes, because typefaces lack them: faces, hourglass, arrows."""

from enum import StrEnum
from itertools import chain, pairwise

from journeymap.model.step import Moment
from journeymap.views.kit.scene import Anchor, Curve, Mark, Marker, Point, Shape, Text, dashed, line
from journeymap.views.kit.theme import MINIMUM, Theme

FACE = 12.0
"""Diameter of a face on the curve, in points, for body type of 10."""
SPAN = 3.0
"""Width of the bar from the lowest to the highest of what is felt at once, in points."""
GLYPH = 9.0
"""Height of other glyphs, in points."""
POINT = 9.0
"""Size of a point on the curve of somebody beside the persona, in points."""
BADGE = 17.0
"""Diameter of the badge of a step on a map, in points."""
RATED = 5
"""Highest rating that dots show."""
DOT, _DOT_GAP = 7.0, 3.0
"""Diameter of the dots of a rating and the gap between them, in points."""
DOTS = RATED * DOT + (RATED - 1) * _DOT_GAP
"""Width of the dots of a rating, in points."""
_FIGURE = 0.716
"""Height of figures, as a multiple of their size."""

_MOMENT = 11.0
"""Height of the sign of a moment, in points."""


class Passage(StrEnum):
    """What happens between a step and the next one."""

    WAIT = "wait"
    HANDOFF = "handoff"
    LEAK = "leak"
    OTHERWISE = "otherwise"
    COMPLETED = "completed"
    BACK = "back"
    LACKING = "lacking"
    LATE = "late"


def face_size(body: float) -> float:
    """Returns the diameter of a face on the curve beside body type of this size, in points."""
    return FACE * min(1.4, body / 10)


def face(at: Point, value: float, theme: Theme, *, hollow: bool, size: float) -> list[Mark]:
    """Returns a face whose mouth follows the value: a smile at +2, a straight line at 0.

    Args:
        at: its centre.
        value: -2 to +2.
        theme: colours.
        hollow: whether it is drawn as an outline, for values that rest on assumptions.
        size: its diameter.
    """
    x, y = at
    colour = theme.feeling(value)
    fill, ink = (theme.page, colour) if hollow else (colour, theme.page)
    ring = Marker(shape=Shape.CIRCLE, x=x, y=y, size=size, fill=fill, stroke=colour, line=1.4)
    eyes = [
        Marker(shape=Shape.CIRCLE, x=x + side * size * 0.17, y=y - size * 0.13, size=size * 0.13,
               fill=ink)
        for side in (-1, 1)
    ]  # fmt: skip
    bend = value / 2 * size * 0.2
    half, low = size * 0.22, y + size * 0.2
    mouth = Curve(
        points=(
            (x - half, low - bend / 2),
            (x - half / 2, low + bend),
            (x + half / 2, low + bend),
            (x + half, low - bend / 2),
        ),
        colour=ink,
        width=max(1.0, size * 0.09),
    )
    return [ring, *eyes, mouth]


def point(at: Point, colour: str, theme: Theme, *, hollow: bool, size: float = POINT) -> Marker:
    """Returns a point on the curve of somebody beside the persona: the line says whose it is."""
    fill = theme.page if hollow else colour
    return Marker(
        shape=Shape.CIRCLE, x=at[0], y=at[1], size=size, fill=fill, stroke=colour, line=1.4
    )


def moment(at: Point, kind: Moment, theme: Theme) -> list[Mark]:
    """Returns the sign of a moment, which no other sign of a picture is like.

    A diamond is critical, a target is a moment of truth, a triangle that stands is where trust
    turns, a flag is the first impression.
    """
    x, y = at
    ink, page = theme.accent, theme.page
    if kind is Moment.TRUTH:
        return [
            Marker(shape=Shape.CIRCLE, x=x, y=y, size=_MOMENT, fill=page, stroke=ink, line=1.6),
            Marker(shape=Shape.CIRCLE, x=x, y=y, size=5, fill=ink),
        ]
    if kind is Moment.FIRST_IMPRESSION:
        pole = x - _MOMENT / 2 + 1.5
        return [
            Marker(shape=Shape.RIGHT, x=pole + 3, y=y - 2, size=7.5, fill=ink),
            line((pole, y - _MOMENT / 2), (pole, y + _MOMENT / 2), colour=ink, width=1.6),
        ]
    shape = Shape.DIAMOND if kind is Moment.CRITICAL else Shape.UP
    return [Marker(shape=shape, x=x, y=y, size=_MOMENT, fill=ink, stroke=page, line=1.2)]


def _arrow(at: Point, way: Point, head: Shape, colour: str) -> list[Mark]:
    (x, y), (dx, dy), half = at, way, GLYPH / 2
    return [
        line((x - dx * half, y - dy * half), (x + dx, y + dy), colour=colour, width=1.6),
        Marker(shape=head, x=x + 2 * dx, y=y + 2 * dy, size=6.5, fill=colour),
    ]


def gap(at: Point, theme: Theme) -> Curve:
    """Returns a small open outline, for the legend: an empty cell."""
    x, y = at
    corners = ((x - 8, y - 5), (x + 8, y - 5), (x + 8, y + 5), (x - 8, y + 5), (x - 8, y - 5))
    sides = (line(a, b, colour=theme.rule).points[1:] for a, b in pairwise(corners))
    return Curve(points=(corners[0], *chain.from_iterable(sides)), colour=theme.rule, dashed=True)


def passage(at: Point, kind: Passage, theme: Theme) -> list[Mark]:
    """Returns the sign of what happens between two steps.

    An hourglass for a wait, a red one for a missed deadline; an arrow for a hand-off, a red one
    where something is not handed over; a falling arrow for a leak, one that turns off for an end
    that is neither a success nor a loss, a tick for one that is a success, and an arrow that turns
    round for a way back.
    """
    x, y = at
    half = GLYPH / 3
    if kind in {Passage.WAIT, Passage.LATE}:
        fill = theme.muted if kind is Passage.WAIT else theme.low
        return [
            Marker(shape=Shape.DOWN, x=x, y=y - half, size=2 * half, fill=fill),
            Marker(shape=Shape.UP, x=x, y=y + half, size=2 * half, fill=fill),
        ]
    if kind is Passage.BACK:
        right, low, colour = x + half, y + half / 2, theme.curves[1]
        return [
            line((right, y - 1.5 * half), (right, low), colour=colour, width=1.6),
            *_arrow((x, low), (-1.0, 0.0), Shape.LEFT, colour),
        ]
    if kind in {Passage.HANDOFF, Passage.LACKING}:
        colour = theme.muted if kind is Passage.HANDOFF else theme.low
        return _arrow(at, (1.0, 0.0), Shape.RIGHT, colour)
    if kind is Passage.OTHERWISE:
        left, low = x - half, y + half / 2
        return [
            line((left, y - 1.5 * half), (left, low), colour=theme.muted, width=1.6),
            *_arrow((x, low), (1.0, 0.0), Shape.RIGHT, theme.muted),
        ]
    if kind is Passage.COMPLETED:
        corner = (x - half / 3, y + half)
        return [
            line((x - 1.4 * half, y), corner, colour=theme.muted, width=1.6),
            line(corner, (x + 1.4 * half, y - half), colour=theme.muted, width=1.6),
        ]
    return _arrow(at, (0.0, 1.0), Shape.DOWN, theme.low)


def sample(at: Point, colour: str, *, broken: bool) -> Curve:
    """Returns a short piece of a curve, for the legend."""
    x, y = at
    piece = line((x - 8, y), (x + 8, y), colour=colour, width=2)
    return dashed(piece) if broken else piece


def badge(
    at: Point, words: str, theme: Theme, *, size: float, figures: float = MINIMUM
) -> list[Mark]:
    """Returns a number in a disc of ink, which calls out a step.

    Args:
        at: its centre.
        words: one or two figures.
        theme: colours.
        size: its diameter, at least 1.5 times its figures.
        figures: size of the number.
    """
    x, y = at
    fill = theme.accent
    disc = Marker(shape=Shape.CIRCLE, x=x, y=y, size=size, fill=fill, stroke=theme.page, line=1.4)
    number = Text(
        x=x,
        baseline=y + _FIGURE / 2 * figures,
        text=words,
        size=figures,
        colour=theme.page,
        bold=True,
        anchor=Anchor.MIDDLE,
    )
    return [disc, number]


def dots(at: Point, filled: int, colour: str, theme: Theme) -> list[Mark]:
    """Returns five dots of which so many are filled: a rating from 1 to 5.

    Args:
        at: left end, half way up.
        filled: how many.
        colour: of the filled ones, and of the outlines of the others.
        theme: colours.
    """
    return [
        Marker(
            shape=Shape.CIRCLE,
            x=at[0] + DOT / 2 + i * (DOT + _DOT_GAP),
            y=at[1],
            size=DOT,
            fill=colour if i < filled else theme.page,
            stroke=colour,
            line=1.0,
        )
        for i in range(RATED)
    ]
