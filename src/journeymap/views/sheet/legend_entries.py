"""The legend of a page with columns: what each glyph that is really on it means."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.model.step import Moment
from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.curve import leaps
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.scene import Mark, Point
from journeymap.views.kit.theme import Theme
from journeymap.views.sheet.callouts import Callout
from journeymap.views.sheet.content import Column, Sheet, away
from journeymap.views.sheet.lanes import Lane
from journeymap.words.labels import label
from journeymap.words.reasons import joined

_LINES = 2
"""Most lines of an entry that calls out a step, each as wide as the page."""


def _gap(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.gap(at, theme)]


def bridged(columns: Sequence[Column], who: str) -> bool:
    """Tells whether a person's curve on these columns leaps over a step without a value."""
    rated = [i for i, column in enumerate(columns) if who in column.feelings]
    return leaps(rated, away(columns, who))


def _callouts(columns: Sequence[Column]) -> list[Callout]:
    """Returns what is called out on these columns."""
    return [column.callout for column in columns if column.callout]


def _keys(sheet: Sheet, columns: Sequence[Column], *, brief: bool) -> Mapping[str, legend.Draw]:
    """Returns the glyphs on these columns by the key of their words, in order."""
    draws: dict[str, legend.Draw] = {}
    for kind in Moment:
        if Lane.ACTION in sheet.lanes and any(kind in column.moments for column in columns):
            draws[kind.value] = legend.moment(kind)
    called = sorted(_callouts(columns), key=lambda each: -each.number)
    draws |= {each.why: legend.badge(each.number) for each in called}
    gaps: dict[str, legend.Draw] = {}
    if any(not column.gaps.isdisjoint(sheet.lanes) for column in columns):
        gaps["gap"] = _gap
    elif any(column.empty for column in columns):
        gaps["no-steps"] = _gap
    if any(column.silent for column in columns):
        gaps["present"] = legend.present
    if any(mood.hollow for column in columns for mood in column.moods.values()):
        gaps["assumption"] = legend.hollow
    if Lane.EMOTION not in sheet.lanes:
        return draws | gaps
    passings = [entry.kind for column in columns for entry in (*column.between, *column.leaks)]
    names = {
        Passage.WAIT: "wait-time", Passage.HANDOFF: "handed-over", Passage.LEAK: "lost-there",
        Passage.OTHERWISE: "ends-neither", Passage.COMPLETED: "ends-completed",
        Passage.BACK: "way-back",
        Passage.LACKING: "not-handed-over",
        Passage.LATE: "missed-deadline",
    }  # fmt: skip
    draws |= {name: legend.passage(kind) for kind, name in names.items() if kind in passings}
    return draws | dict(_of_curves(sheet, columns, brief=brief)) | gaps


def _of_curves(
    sheet: Sheet, columns: Sequence[Column], *, brief: bool
) -> Iterator[tuple[str, legend.Draw]]:
    """Yields the signs on the curves by the key of their words."""
    if not brief and any(bridged(columns, who) for who in sheet.people):
        yield "bridge", legend.bridge
    spans = (feeling.span for column in columns for feeling in column.feelings.values())
    if not brief and any(low < high for low, high in spans):
        yield "mixed", legend.span
    if any(column.assumed for column in columns):
        yield "assumption", legend.hollow


def signs(
    sheet: Sheet, columns: Sequence[Column], size: float, room: float, *, brief: bool = False
) -> tuple[legend.Sign, ...]:
    """Returns the entries for what is on a page with these columns.

    Args:
        sheet: the whole map.
        columns: those on the page.
        size: of type.
        room: width of a row of entries.
        brief: whether feelings are told in words, without the curve.
    """
    named: list[tuple[str, legend.Draw]] = []
    if Lane.EMOTION in sheet.lanes and len(sheet.people) > 1 and not brief:
        on_page = {who for column in columns for who in column.feelings}
        named = [
            (name, legend.person(i))
            for i, (who, name) in enumerate(sheet.people.items())
            if name and who in on_page
        ]
    named += [
        (label(key, sheet.language), draw)
        for key, draw in _keys(sheet, columns, brief=brief).items()
    ]
    called = () if sheet.follows else _called_out(columns, size, room - legend.ROOM)
    return (*legend.of(named, size), *called, *_sources(sheet, size, room - legend.ROOM))


def _sources(sheet: Sheet, size: float, room: float) -> Iterator[legend.Sign]:
    """Yields the evidence that is told by numbers."""
    for number, text in enumerate(sheet.sources, 1):
        line = measure.clip(measure.wrap(text, room, size), 1, room, size)[0]
        draw = legend.number(number, size)
        yield legend.Sign(draw=draw, text=line, full=text, fresh=number == 1)


def _called_out(columns: Sequence[Column], size: float, room: float) -> Iterator[legend.Sign]:
    """Yields the steps on these columns where pressure is highest, in their order of rank."""
    fresh = True
    for callout in sorted(_callouts(columns), key=lambda each: each.number):
        text = ": ".join(filter(None, (callout.step, joined(callout.reasons))))
        lines = measure.clip(measure.wrap(text, room, size), _LINES, room, size)
        draws = (legend.badge(callout.number), *([legend.nothing] * _LINES))
        for line, draw in zip(lines, draws, strict=False):
            yield legend.Sign(
                draw=draw, text=line, full=text, fresh=fresh or draw is legend.nothing
            )
            fresh = len(lines) > 1
