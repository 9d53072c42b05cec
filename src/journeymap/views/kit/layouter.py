"""What a program that lays out graphs is asked, and what it answers: plain data, no process.

Lengths are points. Nodes stand beside one another in the order given; lines are bent between them.
"""

from collections.abc import Callable

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Point

Size = tuple[float, float]
"""Width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box with places at its sides at which lines begin and end.

    Attributes:
        size: of the box.
        left: how far below its upper edge the places at its left side are, from top to bottom.
        right: the same at its right side.
    """

    size: Size
    left: tuple[float, ...]
    right: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A place at the side of a node.

    Attributes:
        node: position of the node.
        right: whether it is on the right side.
        place: from 0, from top to bottom.
    """

    node: int
    right: bool
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two places.

    Attributes:
        start: at a node further left.
        stop: at one further right.
        label: room for words beside it; None for none.
    """

    start: Port
    stop: Port
    label: Size | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A graph to lay out.

    Attributes:
        nodes: the boxes, from left to right.
        edges: the lines.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A graph in place; the origin is its upper left corner.

    Attributes:
        size: of the whole.
        nodes: the upper left corner of each node.
        edges: each line, a chain of cubic Bézier segments.
    """

    size: Size
    nodes: tuple[Point, ...]
    edges: tuple[tuple[Point, ...], ...]


Layouter = Callable[[Graph], Laid]
"""Lays out a graph. Raises EngineError where it cannot."""
