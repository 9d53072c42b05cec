"""Geometry of the map on one page, as plain data: what is where."""

from collections.abc import Mapping
from dataclasses import field

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs
from journeymap.views.kit.page_frame import PageFrame, PlacedFrame
from journeymap.views.kit.theme import LEADING, Page, Type, scale
from journeymap.views.sheet.columns import WIDEST, Entry, Mention, Spacing, spacing
from journeymap.views.sheet.content import Column, Sheet
from journeymap.views.sheet.felt import Felt
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.stage_notes import Notes

FAIR, FLAT, LOW = 1 / 9, 1 / 11, 1 / 14
"""Height from an emotion of -2 to one of +2 as a share of the page (60 of 540 points on a slide): a
good one, the least where nothing else is possible, and the least on a poster (60 of 842 on A3)."""
UNCUT = 1000
"""Lines of an entry that stands in whole."""
LONG, WHOLE, HYPHENATED = 12.0, 7.4, 5.0
"""Widths in multiples of type at which words of a column may be broken: where there is room, else,
and in need."""
_LEAD = 12.0
"""Least type of headings, steps and pains on a page of a map, in points."""


def type_of(sheet: Sheet, body: float) -> Type:
    """Returns the sizes that go with a size of body type."""
    return scale(body, _LEAD) if sheet.leads else scale(body)


def row_size(sheet: Sheet, kind: Type, row: Row) -> float:
    """Returns the size of type in a row."""
    return kind.heading if row in sheet.leads else kind.body


def rim(body: float) -> float:
    """Returns the room above +2 and below -2, for faces beside body type of this size."""
    return glyphs.face_size(body) / 2 + 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The header of a stage.

    Attributes:
        stage: its position among all stages.
        x: left edge.
        width: over its columns.
        lines: its name.
        name: the same, uncut.
        empty: whether the stage has no steps.
        notes: what stands below the name, where there is room; None where nothing is said.
    """

    stage: int
    x: float
    width: float
    lines: tuple[str, ...]
    name: str
    empty: bool
    notes: Notes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What stands below the names of stages on a page.

    Attributes:
        height: of it.
        chips: whether readings stand there, and not goals alone.
    """

    height: float
    chips: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A horizontal strip.

    Attributes:
        top: its upper edge.
        height: of the strip.
    """

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names of lanes, beside the grid.

    Attributes:
        lines: the name of each lane; none where there is only one.
        gutter: width of their column, with the gap to the grid.
        said: what stands below them.
    """

    lines: Mapping[Row, tuple[str, ...]]
    gutter: float
    said: Mapping[Row, tuple[str, ...]] = field(default_factory=dict)

    def height(self, lane: Row, size: float) -> float:
        """Returns the height of a name and of what stands below it, in points."""
        count = len(self.lines.get(lane, ())) + len(self.said.get(lane, ()))
        return count * size * LEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One page of the map, in place.

    Attributes:
        frame: title and legend.
        space: white space.
        names: of lanes.
        columns: the steps.
        xs: left edges of columns.
        widths: of columns.
        heads: headers of stages; none where the only stage has no name.
        header: strip of the headers.
        rows: strips of the lanes.
        cells: entries by column and lane.
        between: waits and hand-offs after each column.
        leaks: of each column.
        growth: height that rows of cells have beyond their words.
        loose: height that gaps between rows have beyond the least.
        plot: strip of the curve inside the emotion lane; of height 0 without emotions.
        noted: what stands below the names of stages.
        felt: feelings of each column in words; empty where the curve tells them.
    """

    frame: PlacedFrame
    space: Spacing
    names: Names
    columns: tuple[Column, ...]
    xs: tuple[float, ...]
    widths: tuple[float, ...]
    heads: tuple[Head, ...]
    header: Band
    rows: Mapping[Row, Band]
    cells: tuple[Mapping[Row, tuple[Entry, ...]], ...]
    between: tuple[tuple[Mention, ...], ...]
    leaks: tuple[tuple[Mention, ...], ...]
    growth: float
    loose: float
    plot: Band
    felt: tuple[tuple[Felt, ...], ...] = ()
    noted: "Noted | None" = None

    @property
    def type(self) -> Type:
        """Sizes of type."""
        return self.frame.kind

    @property
    def left(self) -> float:
        """The left edge of the grid."""
        return self.xs[0]

    @property
    def right(self) -> float:
        """The right edge of the grid."""
        return self.xs[-1] + self.widths[-1]

    @property
    def span(self) -> float:
        """Height from an emotion of -2 to one of +2, in points; 0 without emotions."""
        return self.plot.height and self.plot.height - 2 * rim(self.type.body)

    def middle(self, i: int) -> float:
        """Returns the middle of a column."""
        return self.xs[i] + self.widths[i] / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be laid out on one page.

    Attributes:
        sheet: the whole map in words.
        frame: what surrounds it on every page.
        start: first column on it.
        stop: the column after the last one on it.
        body: size of body type.
        cap: width of words that may be broken, in multiples of the type.
        most: lines of an entry before the rest goes to its tooltip.
        widest: widest column, in multiples of the type.
        even: whether columns are of equal width where words allow it.
        least: least height from an emotion of -2 to one of +2, as a share of the page.
        tight: whether rows are only as high as their words.
        span: that height in points where other pages of the map decide it; None where none does.
        narrowest: the least width of a column, in points.
        brief: whether feelings are told in words, without the curve.
        bare: whether the readings of stages may give way, too.
        crowd: columns on the fullest page of a map whose rows stand at the same height on all of
            them; 0 where a page stands by itself.
    """

    sheet: Sheet
    frame: PageFrame
    start: int
    stop: int
    body: float
    cap: float = WHOLE
    most: int = UNCUT
    widest: float = WIDEST
    even: bool = True
    least: float = FAIR
    tight: bool = False
    span: float | None = None
    narrowest: float = 0.0
    brief: bool = False
    bare: bool = False
    crowd: int = 0

    @property
    def type(self) -> Type:
        """The sizes of type."""
        return type_of(self.sheet, self.body)

    @property
    def space(self) -> Spacing:
        """The white space."""
        return spacing(max(self.crowd, self.stop - self.start), self.body)

    @property
    def sizes(self) -> Mapping[Row, float]:
        """The sizes of type in rows."""
        kind = self.type
        return {row: row_size(self.sheet, kind, row) for row in self.sheet.lanes}

    @property
    def page(self) -> Page:
        """The page."""
        return self.frame.page

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns on this page."""
        return self.sheet.columns[self.start : self.stop]

    @property
    def lanes(self) -> tuple[Row, ...]:
        """The rows on this page: without those that are empty here, unless they are asked for."""
        return tuple(
            lane
            for lane in self.sheet.lanes
            if self.sheet.stay
            or lane is Lane.ACTION
            or any(column.says(lane) for column in self.columns)
            or any(lane in column.gaps and not column.empty for column in self.columns)
        )

    @property
    def rated(self) -> bool:
        """Whether anybody's emotion is known on this page, or to be drawn in by hand."""
        return self.sheet.roomy or any(column.feelings for column in self.columns)
