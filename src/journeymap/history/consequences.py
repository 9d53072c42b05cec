"""What follows from differences: people and time, pressure and rank, status met, findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point
from journeymap.compare.record import Key
from journeymap.history.figures import Figure as Known
from journeymap.history.figures import completion, elapsed, emotion, known, waiting
from journeymap.linter.diagnostic import Diagnostic
from journeymap.quick_dataclass import dataclass
from journeymap.words.completion import completing_both

_PLACES = 6
"""Decimal places to which figures are compared."""
_FIRST = 5
"""Ranks of which is told who comes and goes."""
_NOTABLE = 1.0
"""Points of pressure, of 100, from which on a change is told; house."""
_CALLED = {
    "waiting": "waiting, along the main way",
    "elapsed": "from beginning to end",
    "emotion": "mean feeling",
}
"""What figures are called; what completing is depends on whether the maps are rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a whole map in two states; None where it is not known.

    Attributes:
        key: what it is: completion, waiting, elapsed or emotion.
        before: the figure as it was: a share, days, or points of feeling.
        after: the figure as it is.
        words: both in words.
        assumed: whether it rests on assumptions in either state.
        called: what it is, in words.
    """

    key: str
    before: float | None
    after: float | None
    words: tuple[str, str]
    assumed: bool = False
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The pressure at a step in two states; None where the step is not there.

    Attributes:
        step: the id of the step as it is now, else as it was.
        label: what happens there.
        before: rank and pressure as they were.
        after: rank and pressure as they are.
    """

    step: str
    label: str
    before: tuple[int, float] | None
    after: tuple[int, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What follows for one map.

    Attributes:
        figures: of the whole map, those that differ.
        pressure: at the steps where it differs, of the first five in either state.
        status: the status that was met, and the one that is; None for none, or for no map.
        new: findings that were not there.
        gone: findings that are not there any more.
    """

    figures: tuple[Figure, ...] = ()
    pressure: tuple[Press, ...] = ()
    status: tuple[str | None, str | None] = (None, None)
    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()

    @property
    def are_none(self) -> bool:
        """Whether nothing follows."""
        is_same = self.status[0] == self.status[1]
        return is_same and not (self.figures or self.pressure or self.new or self.gone)


def figures(old: Analysis, new: Analysis) -> Iterator[Figure]:
    """Yields the figures of the whole map that differ."""
    ways: dict[str, Callable[[Analysis], Known]] = {
        "completion": completion,
        "waiting": waiting,
        "elapsed": elapsed,
        "emotion": emotion,
    }
    for key, way in ways.items():
        before, after = known(old, way), known(new, way)
        if _rounded(before.value) != _rounded(after.value):
            yield Figure(
                key=key,
                before=before.value,
                after=after.value,
                words=(before.words, after.words),
                assumed=before.assumed or after.assumed,
                called=_CALLED.get(key) or completing_both(old, new, "en"),
            )


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _PLACES)


def pressures(old: Analysis, new: Analysis, same: Sequence[tuple[Key, Key]]) -> Iterator[Press]:
    """Yields the steps whose pressure or rank differs, of the first five in either state.

    Args:
        old: the earlier state.
        new: the later one.
        same: keys of the steps that both have.
    """
    before, after = ({each.step.id: each for each in it.leverage} for it in (old, new))
    there = {here[-1]: other[-1] for here, other in same}
    pairs = [(before.get(here), after.get(other)) for here, other in there.items()]
    pairs += [(None, each) for key, each in after.items() if key not in set(there.values())]
    pairs += [(each, None) for key, each in before.items() if key not in there]
    for ours, theirs in sorted(pairs, key=_rank):
        if any(each and each.rank <= _FIRST and each.pressure for each in (ours, theirs)):
            press = Press(
                step=theirs.step.id if theirs else ours.step.id if ours else "",
                label=theirs.step.label if theirs else ours.step.label if ours else "",
                before=(ours.rank, ours.pressure) if ours else None,
                after=(theirs.rank, theirs.pressure) if theirs else None,
            )
            if _differs(press):
                yield press


def _rank(pair: tuple[Point | None, Point | None]) -> tuple[int, int]:
    ours, theirs = pair
    last = 10_000
    return (theirs.rank if theirs else last), (ours.rank if ours else last)


def _differs(press: Press) -> bool:
    if press.before is None or press.after is None:
        return True
    moved = press.before[0] != press.after[0]
    return moved or abs(press.before[1] - press.after[1]) >= _NOTABLE


def new_and_gone(
    old: Sequence[Diagnostic], new: Sequence[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Returns the findings that only the later state has, and those that only the earlier had.

    They are known by their fingerprints; what stands at no part of a map by what it says.
    """
    return tuple(_left(new, old)), tuple(_left(old, new))


def _left(ours: Sequence[Diagnostic], theirs: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    had = Counter(map(_known_by, theirs))
    for each in ours:
        key = _known_by(each)
        had[key] -= 1
        if had[key] < 0:
            yield each


def _known_by(each: Diagnostic) -> tuple[str, ...]:
    if each.is_lasting:
        return (each.fingerprint,)
    return each.rule.code.raw, each.message.raw
