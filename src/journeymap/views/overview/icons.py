"""Small drawings of channels: screens, telephone, people, letter, loudspeaker, speech."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from journeymap.model.vocabulary import ChannelKind
from journeymap.views.kit.scene import Curve, Mark, Marker, Point, Shape, line

SIZE = 10.0
"""Width and height of an icon, in points."""
_LINE = 1.1
Draw = Callable[[Point, str], list[Mark]]


def _polygon(points: list[Point], colour: str) -> Curve:
    corners: list[Point] = [points[0]]
    for a, b in zip(points, [*points[1:], points[0]], strict=True):
        corners.extend(line(a, b, colour=colour).points[1:])
    return Curve(points=tuple(corners), colour=colour, width=_LINE)


def _box(at: Point, wide: float, high: float, colour: str) -> Curve:
    (x, y), a, b = at, wide / 2, high / 2
    return _polygon([(x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b)], colour)


def _dot(at: Point, size: float, colour: str) -> Marker:
    return Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=size, fill=colour)


def _screens(at: Point, colour: str) -> list[Mark]:
    """A monitor and a mobile: what is digital may be a web page, an app or a message."""
    x, y = at
    left, top = x - 4.6, y - 4
    corners = [(x, y + 2.6), (left, y + 2.6), (left, top), (x + 3, top), (x + 3, y - 2.4)]
    edge = [line(a, b, colour=colour, width=_LINE) for a, b in pairwise(corners)]
    stand = line((x - 3.6, y + 4.5), (x - 0.4, y + 4.5), colour=colour, width=_LINE)
    return [*edge, stand, _box((x + 2.9, y + 1.2), 4.0, 6.6, colour)]


def _phone(at: Point, colour: str) -> list[Mark]:
    """The receiver of a telephone."""
    x, y = at
    handle = ((x - 3.4, y - 2.6), (x - 3.2, y + 1.6), (x - 1.6, y + 3.2), (x + 2.6, y + 3.4))
    ends = (((x - 3.9, y - 4.1), (x - 1.9, y - 1.9)), ((x + 1.9, y + 1.9), (x + 4.1, y + 3.9)))
    return [
        Curve(points=handle, colour=colour, width=2.0),
        *(line(a, b, colour=colour, width=2.8) for a, b in ends),
    ]


def _people(at: Point, colour: str) -> list[Mark]:
    x, y = at
    marks: list[Mark] = []
    for side in (-2.6, 2.6):
        marks.append(_dot((x + side, y - 2.4), 3.4, colour))
        arc = ((x + side - 2.2, y + 4), (x + side - 2.2, y - 0.4),
               (x + side + 2.2, y - 0.4), (x + side + 2.2, y + 4))  # fmt: skip
        marks.append(Curve(points=arc, colour=colour, width=1.3))
    return marks


def _letter(at: Point, colour: str) -> list[Mark]:
    x, y = at
    flap = (line((x - 4.5, y - 3), (x, y + 1), colour=colour, width=_LINE),
            line((x, y + 1), (x + 4.5, y - 3), colour=colour, width=_LINE))  # fmt: skip
    return [_box((x, y), 9.0, 6.5, colour), *flap]


def _speaker(at: Point, colour: str) -> list[Mark]:
    x, y = at
    horn = [(x - 4.5, y - 1.5), (x - 1, y - 1.5), (x + 4, y - 4.2), (x + 4, y + 4.2),
            (x - 1, y + 1.5), (x - 4.5, y + 1.5)]  # fmt: skip
    return [_polygon(horn, colour)]


def _speech(at: Point, colour: str) -> list[Mark]:
    x, y = at
    bubble = [(x - 4.5, y - 4), (x + 4.5, y - 4), (x + 4.5, y + 1.8), (x - 0.5, y + 1.8),
              (x - 3, y + 4.5), (x - 2.8, y + 1.8), (x - 4.5, y + 1.8)]  # fmt: skip
    return [_polygon(bubble, colour)]


ANY: Mapping[ChannelKind, Draw] = {
    ChannelKind.DIGITAL: _screens,
    ChannelKind.PHONE: _phone,
    ChannelKind.IN_PERSON: _people,
    ChannelKind.PRINT: _letter,
    ChannelKind.MEDIA: _speaker,
    ChannelKind.WORD_OF_MOUTH: _speech,
}
"""What is drawn for each kind of channel; nothing for others."""


def icon(kind: ChannelKind | None, at: Point, colour: str) -> list[Mark]:
    """Returns the drawing of a kind of channel around its middle; nothing where there is none."""
    draw = ANY.get(kind) if kind else None
    return draw(at, colour) if draw else []
