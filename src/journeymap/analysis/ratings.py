"""Importance, expectation and perception of each step on one scale, and what follows from them.

The one place where ratings are normalised: 10 · (x - lowest) / (highest - lowest) of the scale that
the map declares, so 0 to 10. None is a rating that nobody gave, and never read as zero.
"""

from collections.abc import Iterable, Iterator, Mapping

from journeymap.analysis.evidence import Standing, is_surveyed, standing, weakest
from journeymap.analysis.opportunity import CALLS_FOR_MORE, Score, scored
from journeymap.model.fields import PERSONA
from journeymap.model.journey import RatingScale
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import Expectation, Rated, Step
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

_TOP = 10.0
_PLACES = 9
"""Decimal places of a difference: 10/3 - 5/3 is not exact in binary fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What somebody says of one step, in points of 0 to 10; None where it was not asked.

    Attributes:
        step: the step.
        person: id of the person; empty for a persona whom the map does not name.
        importance: how much the step matters.
        expected: the level expected.
        perceived: how it was.
        standings: how well each known figure is known, by name.
        surveyed: whether they are shares of respondents (the top-box scale) and a survey that says
            how many it asked is behind them.
    """

    step: PlacedStep
    person: str
    importance: float | None
    expected: float | None
    perceived: float | None
    standings: Mapping[str, Standing]
    surveyed: bool

    def standing(self, *names: str) -> Standing | None:
        """Returns how well what rests on some figures is known; None where none of them is there.

        Args:
            names: importance, expected or perceived; all three when left out.
        """
        return weakest(each for name, each in self.standings.items() if not names or name in names)

    @property
    def assumed(self) -> bool:
        """Whether any of the known figures rests on assumptions or on nothing."""
        return self.standing() is Standing.ASSUMED

    @property
    def known(self) -> bool:
        """Whether there is any figure."""
        return any(each is not None for each in (self.importance, self.expected, self.perceived))

    @property
    def gap(self) -> float | None:
        """Perceived - expected, -10 to 10: below zero an expectation was not met.

        Source: Parasuraman, Zeithaml and Berry, SERVQUAL, Journal of Retailing 64 (1), 1988, for
        what respondents say.
        """
        return _difference(self.perceived, self.expected)

    @property
    def short(self) -> bool:
        """Whether it was perceived below what was expected."""
        return (self.gap or 0.0) < 0

    @property
    def distance(self) -> float | None:
        """Importance - perceived, -10 to 10: how far the step falls short of what it matters."""
        return _difference(self.importance, self.perceived)

    @property
    def opportunity(self) -> Score | None:
        """The opportunity score; None where importance or perception is missing."""
        if self.importance is None or self.perceived is None:
            return None
        return scored(self.importance, self.perceived, surveyed=self.surveyed)


def _difference(more: float | None, less: float | None) -> float | None:
    return None if more is None or less is None else round(more - less, _PLACES)


def ratings(journey_map: JourneyMap, person: str = PERSONA) -> tuple[Rating, ...]:
    """Returns what somebody says of each step, one entry a step in their order.

    Args:
        journey_map: the map.
        person: whose ratings, by id or name; the persona's when left out.
    """
    who = journey_map.person_id(person)
    return each_of(lambda placed_step: rating_of(journey_map, placed_step, who), journey_map.steps)


def rating_of(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> Rating:
    """Returns what the person of an id says of a step."""
    known, key = journey_map.once(_rated), (placed_step.position, who)
    if key not in known or known[key].step is not placed_step:
        known[key] = _rating(journey_map, placed_step, who)
    return known[key]


def _rated(_: JourneyMap) -> dict[tuple[int, str], Rating]:
    """What somebody says of a step, by its place and the person, as far as that was asked for."""
    return {}


def _rating(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> Rating:
    scale = journey_map.journey.scales.rating
    step = placed_step.step
    given = {
        name: each
        for name, values in _given(step)
        if (each := journey_map.by_person(values, placed_step).get(who)) and each.rating is not None
    }

    def points(name: str, bounds: tuple[float, float]) -> float | None:
        return normalised(given[name].rating if name in given else None, bounds)

    respondents = [each.evidence for name, each in given.items() if name != "expected"] or [()]
    return Rating(
        step=placed_step,
        person=who,
        importance=points("importance", scale.bounds),
        expected=points("expected", scale.expected_bounds),
        perceived=points("perceived", scale.bounds),
        standings={
            name: standing(journey_map, placed_step, each.evidence) for name, each in given.items()
        },
        surveyed=scale is RatingScale.TOP_BOX
        and all(is_surveyed(journey_map, placed_step, own) for own in respondents),
    )


def _given(step: Step) -> Iterator[tuple[str, Mapping[str, Rated | Expectation]]]:
    """Yields what anybody says of a step, by the name of the rating."""
    yield "importance", step.importance
    yield "expected", step.expected
    yield "perceived", step.perceived


def normalised(value: float | None, bounds: tuple[float, float]) -> float | None:
    """Returns a rating in points of 0 to 10.

    Args:
        value: the rating as it is written.
        bounds: lowest and highest value of its scale.

    Returns:
        The points; None for no rating, and for one that is off the scale: it can only be there
        where the map's scale could not be read, and means nothing then.
    """
    low, high = bounds
    if value is None or not low <= value <= high:
        return None
    return _TOP * (value - low) / (high - low)


def on_own_scale(journey_map: JourneyMap, rating: Rating) -> Mapping[str, float]:
    """Returns the known ratings as they stand in the file, and the highest value ("of").

    On the top-box scale, beside which `expected` has another one, they are points of 10.
    """
    scale = journey_map.journey.scales.rating
    low, high = (0.0, _TOP) if scale is RatingScale.TOP_BOX else scale.bounds
    points = {name: getattr(rating, name) for name in ("importance", "expected", "perceived")}
    written = {
        name: low + value * (high - low) / _TOP
        for name, value in points.items()
        if value is not None
    }
    return written | {"of": high}


def raters(journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns the ids of everybody who rated a step, personas first, others as they appear."""
    given = dict.fromkeys(
        who
        for placed_step in journey_map.steps
        for values in (
            placed_step.step.importance,
            placed_step.step.expected,
            placed_step.step.perceived,
        )
        for who in journey_map.by_person(values, placed_step)
    )
    return journey_map.personas_first(given)


def hardest(of_each: Iterable[Rating]) -> Rating:
    """Returns the rating of whom a step falls furthest short for, of equals the first (house).

    Args:
        of_each: what each says of one step.
    """

    def falls_short(rating: Rating) -> tuple[float, bool]:
        unmet = max(rating.opportunity.value - CALLS_FOR_MORE, 0.0) if rating.opportunity else 0.0
        return unmet + max(-(rating.gap or 0.0), 0.0), rating.known

    return max(of_each, key=falls_short)


def moment_of_truth(rated: Iterable[Rating]) -> Rating | None:
    """Returns the step that falls furthest short of how much it matters, of equals the first.

    None where no step does. It is computed, and told apart from the moments that the team declares
    (house).
    """
    short = [(each.distance, each) for each in rated if each.distance and each.distance > 0]
    return max(short, key=lambda pair: pair[0], default=(0.0, None))[1]
