"""A map today beside the map as it would be: completion, losses, mean emotion, rank."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point
from journeymap.quick_dataclass import dataclass
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table, shown
from journeymap.words.table_labels import word

_FIGURES = ("rank", "pressure", "lost")
"""What is told of a step, today and then."""
_PLACES = 9
"""Decimal places to which figures are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A step today and then.

    Attributes:
        today: its leverage point today.
        then: its leverage point as it would be.
        lost: share of entrants lost there today and then; None where it is unknown.
    """

    today: Point
    then: Point
    lost: tuple[float | None, float | None]

    @property
    def assumed(self) -> bool:
        """Whether a pressure rests on assumptions, today or then."""
        return self.today.assumed or self.then.assumed

    @property
    def differs(self) -> bool:
        """Whether anything that the table tells is another figure."""
        pairs = (
            (self.today.rank, self.then.rank),
            (self.today.pressure, self.then.pressure),
            self.lost,
        )
        return any(_rounded(today) != _rounded(then) for today, then in pairs)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _PLACES)


def build(today: Analysis, then: Analysis, changes: Sequence[str]) -> Sheet:
    """Tells what becomes of a map's figures.

    Args:
        today: the map as it is.
        then: the map with other values; it has the same steps.
        changes: what is supposed, as it was written.
    """
    language = today.map.journey.language
    steps = tuple(_changes(today, then))
    told = [each for each in steps if each.differs]
    keys = (("step", Kind.TEXT), *((name, Kind.NUMBER) for name in _FIGURES), *_pairs(_FIGURES))
    columns = [Column(key=key, title=word(key, language), kind=kind) for key, kind in keys]
    return Sheet(
        title=today.map.journey.title,
        lines=(
            word("what-if", language).format(changes=", ".join(changes)),
            *_lines(today, then, language),
            *((word("same", language),) if not told else ()),
        ),
        table=Table(
            columns=tuple(columns), rows=tuple(tuple(_row(each, language)) for each in told)
        ),
        head={
            "journey": today.map.id,
            "path": today.map.path,
            "what_if": list(changes),
            **{
                key: {"today": before, "then": after}
                for key, before, after in _figures(today, then)
            },
        },
        key="points",
        records=tuple(_record(each) for each in steps),
        spare=("lost",),
        for_people=_FIGURES,
        for_programs=tuple(key for key, _ in _pairs(_FIGURES)),
        notes=(
            *((word("note-assumed", language),) if any(each.assumed for each in told) else ()),
            *_notes(today, then, language),
        ),
    )


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, Kind]]:
    for name in names:
        kind = Kind.SHARE if name == "lost" else Kind.NUMBER
        yield from ((f"{name}-today", kind), (f"{name}-then", kind))


def _changes(today: Analysis, then: Analysis) -> Iterator[_Change]:
    after = {point.step.position: point for point in then.leverage}
    for point in today.leverage:
        at = point.step.position
        lost = tuple(each.flow.steps[at].lost if each.flow else None for each in (today, then))
        yield _Change(today=point, then=after[at], lost=(lost[0], lost[1]))


def _figures(today: Analysis, then: Analysis) -> Iterator[tuple[str, float | None, float | None]]:
    flows = today.flow, then.flow
    for key in ("completion", "left"):
        before, after = (getattr(flow, key) if flow else None for flow in flows)
        yield key, before, after
    yield "mean_emotion", today.curve.mean, then.curve.mean


def _lines(today: Analysis, then: Analysis, language: str | None) -> Iterator[str]:
    names = {"completion": "completes", "left": "leaves", "mean_emotion": "mean-emotion"}
    for key, before, after in _figures(today, then):
        kind = Kind.NUMBER if key == "mean_emotion" else Kind.SHARE
        if before is None and after is None:
            continue
        yield word("from-to", language).format(
            what=word(names[key], language), today=shown(before, kind), then=shown(after, kind)
        )


def _row(each: _Change, language: str | None) -> Iterator[Cell]:
    label = each.today.step.label
    yield f"{label} {word('assumed', language)}" if each.assumed else label
    rank = (each.today.rank, each.then.rank)
    pressure = (round(each.today.pressure, 1), round(each.then.pressure, 1))
    yield _both(rank, Kind.NUMBER)
    yield _both(pressure, Kind.NUMBER)
    yield _both(each.lost, Kind.SHARE)
    yield from (*rank, *pressure, *each.lost)


def _both(figures: tuple[float | None, float | None], kind: Kind) -> str:
    """Returns a figure today and then, or once where it stays."""
    words = dict.fromkeys(shown(figure, kind) for figure in figures)
    return "\u00a0→\u00a0".join(words).replace(" ", "\u00a0")


def _record(each: _Change) -> Mapping[str, object]:
    today, then = each.today, each.then
    return {
        "step": today.step.id,
        "stage": today.step.stage.id,
        "rank": {"today": today.rank, "then": then.rank},
        "pressure": {"today": today.pressure, "then": then.pressure},
        "lost": {"today": each.lost[0], "then": each.lost[1]},
        "assumed": each.assumed,
    }


def _notes(today: Analysis, then: Analysis, language: str | None) -> Iterator[str]:
    if any(flow and flow.assumed for flow in (today.flow, then.flow)):
        yield word("flow-assumed", language)
    yield word("note-what-if", language)
