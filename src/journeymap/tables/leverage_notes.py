"""What is to be said of a ranking of leverage points: where it is open, equal, weak, or doubled."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.drivers import Driver
from journeymap.analysis.leverage import AS_EQUAL, LEAST_PRESSURE, Point
from journeymap.analysis.one_fact import told_twice
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label
from journeymap.words.reasons import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A leverage point among those of all maps at hand.

    Attributes:
        rank: from 1.
        analysis: that of its map.
        point: the point.
    """

    rank: int
    analysis: Analysis
    point: Point


def order_notes(
    every: Sequence[Ranked], listed: Sequence[Ranked], language: str | None
) -> Iterator[str]:
    """Yields where the order is open, which steps are as good as equal, and which press little.

    Args:
        every: all points that are ranked.
        listed: those that are told, the first of them.
        language: of the words.
    """
    say = partial(label, language=language)
    pressures = [each.point.uncapped for each in every]
    if len(listed) > 1 and pressures == sorted(pressures, reverse=True):
        open_ = [
            say("numbered-to").format(n=each.rank, ceiling=f"{each.point.ceiling:.0f}")
            for i, each in enumerate(every)
            if any(
                each.point.ceiling > other.point.pressure + AS_EQUAL
                for other in listed[: min(i, len(listed))]
            )
        ]
        close = [
            say("numbered-pair").format(n=one.rank, m=other.rank)
            for one, other in pairwise(listed)
            if other.point.pressure and one.point.uncapped - other.point.uncapped <= AS_EQUAL
        ]
        if open_:
            yield say("note-order").format(items=", ".join(open_))
        if close:
            yield say("note-equal").format(items=", ".join(close), apart=f"{AS_EQUAL:g}")
    weak = [each.rank for each in listed if each.point.pressure < LEAST_PRESSURE]
    if weak:
        run = len(weak) > 1 and weak == [*range(weak[0], weak[-1] + 1)]
        numbers = [f"{weak[0]}–{weak[-1]}"] if run else weak
        items = ", ".join(say("numbered").format(n=each) for each in numbers)
        yield say("note-weak").format(items=items, least=f"{LEAST_PRESSURE:g}")


def twice_notes(each: Ranked, language: str | None, decimals: int = 0) -> Iterator[str]:
    """Yields what a map may tell twice at a step, with the points that it makes up together."""
    point: Point = each.point
    for fact in told_twice(point, each.analysis.journey_map):
        pain, other = (
            phrase(reason, each.analysis.journey_map, language)
            for reason in (fact.pain, fact.other)
        )
        yield label("note-one-fact", language).format(
            step=point.step.label,
            points=f"{fact.points:.{decimals}f}",
            pressure=f"{point.pressure:.{decimals}f}",
            pain=pain,
            other=other,
        )


def made_good_notes(each: Ranked, language: str | None) -> Iterator[str]:
    """Yields which pain that presses at a step is made good for at a later one."""
    point: Point = each.point
    pressing = point.drives[Driver.HAZARD].inputs.get("pain")
    for pain in point.step.pains:
        steps = [f"“{step.label}”" for step in each.analysis.recoveries.get(pain.route, ())]
        if pain.id == pressing and steps:
            yield label("note-made-good", language).format(
                step=point.step.label, pain=pain.label, at=", ".join(steps)
            )
