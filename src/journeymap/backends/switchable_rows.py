"""Which row of a map each mark belongs to, so that a row can be switched off where it is shown.

Rows never share a height, so the place of a mark says whose it is: what stands between two rows (a
pin on a card, words on a line) belongs to the lower one, what stands below the last one to none.
"""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Box, Curve, Mark, Marker, Scene, Text

_STAGE, _EMPTY = "stage-", "empty"
_CURVE = "emotion"
"""The row whose ground belongs to no step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of a page.

    Attributes:
        name: key of the row.
        top: of its boxes.
        bottom: of its boxes.
    """

    name: str
    top: float
    bottom: float


def bands(scene: Scene) -> tuple[Band, ...]:
    """Returns the rows of a page, from top to bottom."""
    rows: list[Band] = []
    for box in sorted(scene.boxes, key=lambda box: box.y):
        name = row_of(box)
        if not name:
            continue
        last = rows[-1] if rows else None
        if last and last.name == name and box.y < last.bottom:
            rows[-1] = Band(name=name, top=last.top, bottom=max(last.bottom, box.bottom))
        else:
            rows.append(Band(name=name, top=box.y, bottom=box.bottom))
    return tuple(rows)


def row_of(box: Box) -> str:
    """Returns the key of a box's row; "" for stages and what reaches over several rows."""
    if box.key.startswith(_STAGE):
        return ""
    name = box.key.rpartition(".")[2] if box.key else _CURVE
    return "" if name == _EMPTY else name


def advances(rows: Sequence[Band]) -> tuple[float, ...]:
    """Returns by how much what is below a row moves up when the row is switched off."""
    gaps = [low.top - high.bottom for high, low in pairwise(rows)]
    usual = min((gap for gap in gaps if gap > 0), default=0.0)
    return tuple(band.bottom - band.top + usual for band in rows)


def middle(mark: Mark | Box) -> float:
    """Returns the height at which a mark stands."""
    if isinstance(mark, Text):
        return mark.baseline - 0.3 * mark.size
    if isinstance(mark, Marker):
        return mark.y
    if isinstance(mark, Curve):
        return (min(y for _, y in mark.points) + max(y for _, y in mark.points)) / 2
    return (mark.y + mark.bottom) / 2


def place(rows: Sequence[Band], y: float, first: float) -> tuple[int, bool]:
    """Returns how many rows end above a height, and whether it belongs to the next one.

    Args:
        rows: the rows of a page.
        y: the height.
        first: where the first row begins to have a claim: below title and stages.
    """
    above = sum(band.bottom < y for band in rows)
    return above, above < len(rows) and y > first
