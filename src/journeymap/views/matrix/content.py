"""What the matrix says: quadrants, scales, the dots on them, and what has no place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.call_outs import CallOut, call_outs
from journeymap.analysis.evidence import Standing
from journeymap.analysis.quadrants import MIDDLE, CrossHair, CrossHairs, Quadrant, cross_hair
from journeymap.analysis.ratings import Rating
from journeymap.analysis.ratings import ratings as said_by
from journeymap.model.fields import PERSONA
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import NothingToShowError
from journeymap.views.sheet.content import Ground
from journeymap.words.headlines import quoted
from journeymap.words.labels import estimated, label, of_state
from journeymap.words.plain_reasons import why_called
from journeymap.words.times import number
from journeymap.words.view_titles import counted

_RATING = 10.0
"""Highest rating."""
_LOWEST, _SPAN = 0.5, 5.0
"""Where the axes of impact and effort begin, half a step before 1, and how long they are."""
_SCORES = range(1, 6)
"""Values of impact and effort."""
_BIG, _EASY = 3.5, 2.5
"""Impact above which and effort below which an idea is a quick win: from 4 and up to 2; house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quadrant.

    Attributes:
        name: what lies there; what is to be done follows from more than two ratings.
        ground: how it stands out.
        right: whether it lies to the right of the cross-hair.
        top: whether it lies above it.
    """

    name: str
    ground: Ground
    right: bool
    top: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A step or an idea.

    Attributes:
        key: id of the step.
        number: in the list beside the picture.
        text: the step or the idea.
        x: from left to right, 0 to 1; None where it is unknown, which leaves it out of the picture.
        y: from bottom to top, 0 to 1; None where it is unknown.
        quarter: the quadrant that it counts to, by its place in the chart; None for none.
        hollow: whether it rests on assumptions.
        short: whether it was perceived below what was expected.
        badge: its rank among the steps that pictures call out first; 0 for none.
    """

    key: str
    number: int
    text: str
    x: float | None
    y: float | None
    quarter: int | None
    hollow: bool = False
    short: bool = False
    badge: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What runs from left to right or from bottom to top.

    Attributes:
        name: what it measures.
        ticks: the values of its scale in words, and where each stands, 0 to 1.
        cross: where the cross-hair stands, 0 to 1.
    """

    name: str
    ticks: tuple[tuple[str, float], ...]
    cross: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The matrix in words.

    Attributes:
        name: what it shows.
        title: what is to be seen on it.
        across: the axis from left to right.
        up: the axis from bottom to top.
        quarters: the quadrants.
        dots: what is shown, in the order of the journey.
        unknown: words for what has no place.
        meeting: where the quadrants meet, in words; empty where their names say so.
        on_line: what a value there counts as, in words; empty where none is there.
        short: what it means that a step falls short, in words; empty where none is told to.
        left_out: what is not shown, in words; empty where nothing is left out.
        called: why steps have a rank, in words; empty where none has.
    """

    name: str
    title: str
    across: Axis
    up: Axis
    quarters: tuple[Quarter, ...]
    dots: tuple[Dot, ...]
    unknown: str
    meeting: str = ""
    on_line: str = ""
    short: str = ""
    left_out: str = ""
    called: str = ""

    def quarter(self, dot: Dot) -> Quarter | None:
        """Returns the quadrant that a dot counts to; None where it has no place."""
        return None if dot.quarter is None else self.quarters[dot.quarter]


_RATED = {
    Quadrant.CONCENTRATE: (Ground.PAIN, False, True),
    Quadrant.KEEP: (Ground.PLAIN, True, True),
    Quadrant.LOW: (Ground.PLAIN, False, False),
    Quadrant.OVERKILL: (Ground.PLAIN, True, False),
}
"""How each quadrant of ratings stands out, and whether it lies to the right and above."""


def rated_by(analysis: Analysis) -> tuple[str, ...]:
    """Returns whose ratings are shown, by id: of several personas those who rated any step.

    Raises:
        NothingToShowError: no step is rated.
    """
    journey_map = analysis.journey_map
    people = tuple(analysis.of_each) or (journey_map.persona_id,)
    rated = tuple(
        who for who in people if any(each.opportunity for each in said_by(journey_map, who))
    )
    if not rated:
        raise NothingToShowError(
            "no step says both how much it matters and how it was: "
            "write `importance: 4, perceived: 2` at steps"
        )
    return rated


def ratings(analysis: Analysis, who: str = PERSONA, kind: CrossHairs = CrossHairs.MEAN) -> Chart:
    """Returns the steps by how much they matter and how they are perceived [Martilla & James 1977].

    Its published use is for respondents' ratings; the name says who rated.

    Args:
        analysis: the map, and what is computed from it.
        who: whose ratings, by id; the persona's when left out.
        kind: where the quadrants meet.
    """
    journey_map = analysis.journey_map
    say = partial(label, language=journey_map.journey.language)
    rated = said_by(journey_map, who)
    meet = analysis.cross_hair_of(who) if kind is CrossHairs.MEAN else cross_hair((), kind)
    surveyed = all(rating.surveyed for rating in rated if rating.opportunity)
    name = say("rated-by-respondents" if surveyed else "rated-by-team")
    low, high = journey_map.journey.scales.rating.bounds
    ticks = tuple(
        (str(value), (value - low) / (high - low)) for value in range(int(low), int(high) + 1)
    )
    takes = [each for each in rated if not analysis.of_each or who in journey_map.takers(each.step)]
    first = call_outs(analysis)
    called = {each.step.position: each.number for each in first}
    dots = tuple(
        replace(_step(rating, meet), badge=called.get(rating.step.position, 0)) for rating in takes
    )
    language = journey_map.journey.language
    assumed = any(dot.hollow for dot in dots if dot.quarter is not None)
    title = estimated(_rated_title(rated, meet, journey_map.journey), language, assumed=assumed)
    whose = f"{journey_map.short_label(who)}: " if analysis.of_each else ""
    return Chart(
        name=f"{whose}{name}",
        title=f"{title} ({journey_map.short_label(who)})" if whose else title,
        across=Axis(name=say("perceived"), ticks=ticks, cross=meet.perceived / _RATING),
        up=Axis(name=say("importance"), ticks=ticks, cross=meet.importance / _RATING),
        quarters=tuple(_quarters(rated, meet, journey_map.journey)),
        dots=dots,
        unknown=say("not-rated"),
        meeting=_meeting(journey_map, meet),
        on_line=say("cross-on-it") if any(map(meet.is_met, takes)) else "",
        short=say(of_state(_short(rated, meet), journey_map.journey.state)),
        left_out=_elsewhere(first, takes, journey_map.journey.language),
        called=next((say(why_called(it.because, journey_map.journey.state)) for it in first), ""),
    )


def _rated_title(rated: Sequence[Rating], meet: CrossHair, journey: Journey) -> str:
    """Returns how many steps matter more and got less; where that says too much, how many matter.

    Below the mean of a good map is not poor: below what was expected is, or below the middle.
    """
    placed = [(each, where) for each in rated if (where := meet.quadrant(each))]
    here = [each.step.label for each, where in placed if where is Quadrant.CONCENTRATE]
    matter = sum(where in {Quadrant.CONCENTRATE, Quadrant.KEEP} for _, where in placed)
    if _has_poor(rated, meet) or not matter:
        key = of_state("title-concentrate", journey.state)
        return counted(key, here, len(placed), journey.language)
    key = of_state("title-none-poor", journey.state)
    return label(key, journey.language).format(n=matter, all=len(placed))


def _has_poor(rated: Sequence[Rating], meet: CrossHair) -> bool:
    """Returns whether the quadrant to concentrate on is red, and the title counts its steps."""
    return any(
        meet.quadrant(each) is Quadrant.CONCENTRATE
        and (each.short or (each.perceived or 0.0) < MIDDLE)
        for each in rated
    )


def _quarters(rated: Sequence[Rating], meet: CrossHair, journey: Journey) -> Iterator[Quarter]:
    """Yields the quadrants; where nothing to concentrate on is poor, that one is not red."""
    is_poor = _has_poor(rated, meet)
    for quadrant, (ground, right, top) in _RATED.items():
        shown = ground if is_poor else Ground.PLAIN
        name = label(of_state(quadrant, journey.state), journey.language)
        yield Quarter(name=name, ground=shown, right=right, top=top)


def _step(rating: Rating, meet: CrossHair) -> Dot:
    quadrant = meet.quadrant(rating)
    shown = ("importance", "perceived", *(("expected",) if rating.short else ()))
    return Dot(
        key=rating.step.id,
        number=rating.step.position + 1,
        text=rating.step.label,
        x=_share(rating.perceived),
        y=_share(rating.importance),
        quarter=list(_RATED).index(quadrant) if quadrant else None,
        hollow=rating.standing(*shown) is Standing.ASSUMED,
        short=rating.short,
    )


def _share(rating: float | None) -> float | None:
    return None if rating is None else rating / _RATING


def _meeting(journey_map: JourneyMap, meet: CrossHair) -> str:
    """Says where the quadrants meet, on the scale of the map."""
    language = journey_map.journey.language
    low, high = journey_map.journey.scales.rating.bounds

    def written(axis: str, points: float) -> str:
        said = number(round(low + points * (high - low) / _RATING, 1), language)
        is_mean = axis in meet.means
        return said if is_mean else label("cross-at-middle", language).format(value=said)

    return label(f"cross-{meet.kind}", language).format(
        importance=written("importance", meet.importance),
        perceived=written("perceived", meet.perceived),
    )


def _short(rated: Sequence[Rating], meet: CrossHair) -> str:
    """Returns the key of what falling short means: more where it takes a step to a quadrant."""
    moved = any(
        each.short and (each.perceived or 0.0) >= meet.perceived
        for each in rated
        if meet.quadrant(each)
    )
    return "short-counts-less" if moved else "short"


def ideas(analysis: Analysis) -> Chart:
    """Returns the open ideas by what they would bring and what they take.

    Raises:
        NothingToShowError: no open idea says both.
    """
    journey_map = analysis.journey_map
    say = partial(label, language=journey_map.journey.language)
    pairs = [(step, idea) for step in journey_map.steps for idea in step.opportunities]
    still = [pair for pair in pairs if pair[1].opportunity.status in OPEN]
    dots = tuple(_idea(*pair, at) for at, pair in enumerate(still, 1))
    if all(dot.x is None for dot in dots):
        raise NothingToShowError(
            "no open idea says both what it would bring and what it takes: "
            "write `impact: 4, effort: 2` at opportunities"
        )
    ticks = tuple((str(value), _place(value)) for value in _SCORES)
    names = [key for key, *_ in _IDEAS]
    quick = names.index("quick-wins")
    wins = [dot.text for dot in dots if dot.quarter == quick]
    return Chart(
        name=say("ideas-by"),
        title=counted("title-quick-wins", wins, len(dots), journey_map.journey.language),
        across=Axis(name=say("idea-effort").lower(), ticks=ticks, cross=_place(_EASY)),
        up=Axis(name=say("idea-impact").lower(), ticks=ticks, cross=_place(_BIG)),
        quarters=tuple(
            Quarter(name=say(key), ground=ground, right=right, top=top)
            for key, ground, right, top in _IDEAS
        ),
        dots=dots,
        unknown=say("not-rated"),
        left_out=_left_out([idea for _, idea in pairs], journey_map.journey.language),
    )


_IDEAS = (
    ("quick-wins", Ground.IDEA, False, True),
    ("big-projects", Ground.PLAIN, True, True),
    ("small-gains", Ground.PLAIN, False, False),
    ("think-twice", Ground.PAIN, True, False),
)
"""The quadrants of ideas: how each stands out, and whether it lies to the right and above."""


def _elsewhere(called: Sequence[CallOut], shown: Sequence[Rating], language: str | None) -> str:
    """Says which steps with a rank stand on the pages of others alone."""
    here = {each.step.position for each in shown}
    gone = (each for each in called if each.step.position not in here)
    told = ", ".join(f"{each.number} {quoted(each.step, language)}" for each in gone)
    return label("ideas-left-out", language).format(counts=told) if told else ""


def _left_out(ideas: Sequence[PlacedOpportunity], language: str | None) -> str:
    """Says how many ideas are no longer open, by their status."""
    closed = Counter(
        idea.opportunity.status for idea in ideas if idea.opportunity.status not in OPEN
    )
    counts = ", ".join(f"{n} {label(f'ideas-{key}', language)}" for key, n in closed.items())
    return label("ideas-left-out", language).format(counts=counts) if counts else ""


def _place(rating: float) -> float:
    return (rating - _LOWEST) / _SPAN


def _idea(placed_step: PlacedStep, entry: PlacedOpportunity, number: int) -> Dot:
    idea = entry.opportunity
    x = y = quarter = None
    if idea.impact is not None and idea.effort is not None:
        x, y = _place(idea.effort), _place(idea.impact)
        where = idea.effort > _EASY, idea.impact > _BIG
        quarter = [(right, top) for _, _, right, top in _IDEAS].index(where)
    return Dot(key=placed_step.id, number=number, text=idea.text, x=x, y=y, quarter=quarter)
