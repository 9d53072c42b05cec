"""What the matrix says: quadrants, the dots in them, and what has no place."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.analysis.ratings import CROSS_HAIR, Quadrant
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.model.pains import OpportunityStatus
from journeymap.quick_dataclass import dataclass
from journeymap.views.sheet.content import Ground
from journeymap.words.labels import label

_RATING = 10.0
"""Highest rating."""
_LOWEST, _SPAN = 0.5, 5.0
"""Where the axes of impact and effort begin, half a step before 1, and how long they are."""
_BIG, _EASY = 3.5, 2.5
"""Impact above which and effort below which an idea is a quick win: from 4 and up to 2; house."""
_OPEN = frozenset({OpportunityStatus.IDEA, OpportunityStatus.TESTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quadrant.

    Attributes:
        name: what is to be done there.
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
        stage: position of its stage.
        hollow: whether it rests on assumptions.
    """

    key: str
    number: int
    text: str
    x: float | None
    y: float | None
    stage: int
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The matrix in words.

    Attributes:
        name: what it shows.
        across: name of the axis from left to right.
        up: name of the axis from bottom to top.
        cross: where the cross-hair stands, 0 to 1 each.
        quarters: the quadrants.
        dots: what is shown, in the order of the journey.
        unknown: words for what has no place.
    """

    name: str
    across: str
    up: str
    cross: tuple[float, float]
    quarters: tuple[Quarter, ...]
    dots: tuple[Dot, ...]
    unknown: str

    def quarter(self, dot: Dot) -> Quarter | None:
        """Returns the quadrant of a dot; None where it has no place."""
        if dot.x is None or dot.y is None:
            return None
        right, top = dot.x >= self.cross[0], dot.y >= self.cross[1]
        return next(each for each in self.quarters if (each.right, each.top) == (right, top))


def ratings(analysis: Analysis) -> Chart:
    """Returns the steps by how much they matter and how they are perceived [Martilla & James 1977].

    Its published use is for respondents' ratings; the name says who rated.
    """
    language = analysis.journey_map.journey.language or "en"
    known = [rating for rating in analysis.ratings if rating.known]
    surveyed = bool(known) and all(rating.surveyed for rating in known)
    return Chart(
        name=label("rated-by-respondents" if surveyed else "rated-by-team", language),
        across=label("perceived", language),
        up=label("importance", language),
        cross=(CROSS_HAIR / _RATING, CROSS_HAIR / _RATING),
        quarters=tuple(
            Quarter(name=label(quadrant.value, language), ground=ground, right=right, top=top)
            for quadrant, ground, right, top in (
                (Quadrant.CONCENTRATE, Ground.PAIN, False, True),
                (Quadrant.KEEP, Ground.IDEA, True, True),
                (Quadrant.LOW, Ground.PLAIN, False, False),
                (Quadrant.OVERKILL, Ground.PLAIN, True, False),
            )
        ),
        dots=tuple(
            Dot(
                key=rating.step.id,
                number=rating.step.position + 1,
                text=rating.step.label,
                x=_share(rating.perceived if rating.known else None),
                y=_share(rating.importance if rating.known else None),
                stage=rating.step.stage.position,
                hollow=rating.standing("importance", "perceived") is Standing.ASSUMED,
            )
            for rating in analysis.ratings
        ),
        unknown=label("not-rated", language),
    )


def _share(rating: float | None) -> float | None:
    return None if rating is None else rating / _RATING


def ideas(analysis: Analysis) -> Chart:
    """Returns the open ideas by what they would bring and what they take."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language or "en"
    return Chart(
        name=label("ideas-by", language),
        across=label("idea-effort", language),
        up=label("idea-impact", language),
        cross=(_place(_EASY), _place(_BIG)),
        quarters=tuple(
            Quarter(name=label(key, language), ground=ground, right=right, top=top)
            for key, ground, right, top in (
                ("quick-wins", Ground.IDEA, False, True),
                ("big-projects", Ground.PLAIN, True, True),
                ("small-gains", Ground.PLAIN, False, False),
                ("think-twice", Ground.PAIN, True, False),
            )
        ),
        dots=tuple(_dots(journey_map)),
        unknown=label("not-rated", language),
    )


def _place(rating: float) -> float:
    return (rating - _LOWEST) / _SPAN


def _dots(journey_map: JourneyMap) -> Iterator[Dot]:
    pairs = [
        (placed_step, idea)
        for placed_step in journey_map.steps
        for idea in placed_step.opportunities
    ]
    still = [pair for pair in pairs if pair[1].opportunity.status in _OPEN]
    for number, (placed_step, idea) in enumerate(still, 1):
        yield _idea(placed_step, idea, number)


def _idea(placed_step: PlacedStep, entry: PlacedOpportunity, number: int) -> Dot:
    idea = entry.opportunity
    known = idea.impact is not None and idea.effort is not None
    return Dot(
        key=placed_step.id,
        number=number,
        text=idea.text,
        x=_place(idea.effort) if known and idea.effort is not None else None,
        y=_place(idea.impact) if known and idea.impact is not None else None,
        stage=placed_step.stage.position,
        hollow=False,
    )
