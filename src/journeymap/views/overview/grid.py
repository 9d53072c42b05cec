"""Where steps and stages stand across the page: the same for every row of the overview."""

from collections.abc import Sequence

from journeymap.quick_dataclass import dataclass

PARTED = 2.0
"""From the edge of a stage's first or last column to its panel, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A stage.

    Attributes:
        stage: its position among all stages.
        name: as it is shown.
        first: its first step.
        stop: the step after its last one.
        left: left edge.
        right: right edge.
    """

    stage: int
    name: str
    first: int
    stop: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between its edges."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Columns of steps, in panels of stages.

    Attributes:
        edges: left edges of the columns, and the right edge of the last one.
        panels: the stages.
    """

    edges: tuple[float, ...]
    panels: tuple[Panel, ...]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Right edge."""
        return self.edges[-1]

    def middle(self, step: int) -> float:
        """Returns the middle of a column."""
        return (self.edges[step] + self.edges[step + 1]) / 2

    def width(self, step: int) -> float:
        """Returns the width of a column."""
        return self.edges[step + 1] - self.edges[step]


def spread(left: float, widths: Sequence[float], groups: Sequence[tuple[int, str, int]]) -> Grid:
    """Returns columns side by side.

    Args:
        left: left edge of the first one.
        widths: of the columns.
        groups: of each stage its position, its name and how many steps it has.
    """
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width)
    panels, first = [], 0
    for stage, name, count in groups:
        stop = first + count
        panels.append(
            Panel(
                stage=stage,
                name=name,
                first=first,
                stop=stop,
                left=edges[first] + (PARTED if first else 0.0),
                right=edges[stop] - (PARTED if stop < len(widths) else 0.0),
            )
        )
        first = stop
    return Grid(edges=tuple(edges), panels=tuple(panels))
