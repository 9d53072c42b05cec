"""What the curve of the overview tells: who feels what where, which words matter, what was said."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import Difference, claims, shortfall
from journeymap.analysis.emotion import Curve
from journeymap.analysis.emotion import Point as Emotion
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Moment
from journeymap.quick_dataclass import dataclass
from journeymap.words.headlines import level_words
from journeymap.words.labels import label

EVERY = 10
"""Up to so many steps each feeling is named; of more those where the curve turns."""
QUOTES = 3
"""So many quotes at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How somebody feels at a step.

    Attributes:
        step: its position.
        value: -2 to +2.
        words: what was written.
        rank: how much the words matter, the least most; None where they are not told.
        hollow: whether it rests on assumptions.
        aside: what was expected and what was got, where that is furthest apart.
        span: the lowest and the highest of what is felt at once; None where one thing is.
    """

    step: int
    value: float
    words: str
    rank: int | None
    hollow: bool
    aside: str = ""
    span: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The curve of somebody.

    Attributes:
        name: of the person; empty where there is only one.
        feelings: in the order of the steps.
        absent: positions of the steps at which the person is not.
    """

    name: str
    feelings: tuple[Feeling, ...]
    absent: frozenset[int] = frozenset()


def lines(analysis: Analysis) -> tuple[Line, ...]:
    """Returns the curves of the personas; where none has any feeling, that of whoever has one."""
    own = set(analysis.journey_map.persona_ids)
    curves = [curve for curve in analysis.curves if curve.person in own] or analysis.curves[:1]
    journey_map = analysis.journey_map
    several = len(curves) > 1 or any(curve.person not in own for curve in curves)
    apart = _furthest_apart(analysis)
    return tuple(
        Line(
            name=journey_map.short_label(curve.person) if several else "",
            feelings=tuple(_feelings(analysis, curve, apart if several else None)),
            absent=journey_map.absent(curve.person),
        )
        for curve in curves
    )


def _furthest_apart(analysis: Analysis) -> int | None:
    """Returns the step at which personas feel furthest apart, where there is one alone."""
    found = next((each for each in claims(analysis) if isinstance(each, Difference)), None)
    return found.step.position if found else None


def _feelings(analysis: Analysis, curve: Curve, apart: int | None) -> Iterator[Feeling]:
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    ranks = _ranks(curve, apart, len(journey_map.steps))
    short = shortfall(analysis)
    for point in curve.known:
        at = point.step.position
        written = journey_map.by_person(point.step.step.emotion, point.step)[curve.person]
        aside = ""
        if short and short.step.position == at and short.rating.person == curve.person:
            aside = label("expected-got", language).format(
                expected=level_words(short.rating.expected or 0.0, language),
                got=level_words(short.rating.perceived or 0.0, language),
            )
        yield Feeling(
            step=at,
            value=point.value,
            words=written.word,
            rank=ranks.get(at, 0 if aside else None),
            hollow=point.assumed,
            aside=aside,
            span=span
            if (span := (min(written.values), max(written.values)))[0] < span[1]
            else None,
        )


def _ranks(curve: Curve, apart: int | None, steps: int) -> dict[int, int]:
    """Returns how much the words of feelings matter: extremes first, then where it turns."""
    known = curve.known
    order: list[Emotion] = [each for each in known if each.step.position == apart]
    order += filter(None, (curve.lowest, curve.highest))
    turning = sorted(_turning(known), key=lambda each: -abs(each.value))
    order += turning
    if steps <= EVERY:
        order += known
    return {each.step.position: rank for rank, each in reversed(list(enumerate(order)))}


def _turning(known: Sequence[Emotion]) -> Iterator[Emotion]:
    """Yields the first point of each level that both neighbours lie above, or below; and ends."""
    levels = [each for i, each in enumerate(known) if not i or each.value != known[i - 1].value]
    for i, each in enumerate(levels):
        is_end = i in {0, len(levels) - 1}
        if is_end or (each.value - levels[i - 1].value) * (levels[i + 1].value - each.value) < 0:
            yield each


def quotes(analysis: Analysis) -> tuple[tuple[int, str], ...]:
    """Returns what was said or thought at the lowest, the highest and the moments of truth."""
    journey_map, curve = analysis.journey_map, analysis.curve
    moments = [step for step in journey_map.steps if Moment.TRUTH in step.step.moment]
    others = [step for step in journey_map.steps if step.step.moment and step not in moments]
    extremes = [point.step for point in (curve.lowest, curve.highest) if point]
    order = dict.fromkeys(
        step.position for step in (*extremes[:1], *moments, *extremes[1:], *others)
    )
    found = ((at, _said(journey_map, at)) for at in order)
    return tuple((at, words) for at, words in found if words)[:QUOTES]


def _said(journey_map: JourneyMap, at: int) -> str:
    step = journey_map.steps[at]
    words = journey_map.of_persona(step.step.quote, step)
    words = words or journey_map.of_persona(step.step.thought, step)
    if not words or len(journey_map.persona_ids) > 1:
        return ""
    return label("quoted", journey_map.journey.language).format(text=words)
