"""JM303."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.emotion import Point
from journeymap.analysis.evidence import is_guess
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    PlacedOpportunity,
    Severity,
    State,
    rule,
)
from journeymap.linter.rules._satisfied import is_as_good
from journeymap.linter.rules.experience._shared import EMOTIONS, emotion_route
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass

_SLIGHT = 2
"""Up to this impact, of 5, an idea changes little; house."""
_SEVERAL = 2
_HELP = "find out what would {what}, and record it there as an opportunity"


@rule(
    "JM303",
    "bad-ending",
    severity="warning",
    from_status="review",
    basis="published",
    subsumes=("late-low", "unexplained-low"),
    needs=(EMOTIONS,),
    each_persona=True,
)
def bad_ending(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The journey ends, or comes full circle, below neutral, or ends on the worst step of all.

    ## Why it matters

    What people remember of an episode is above all its most intense moment and its end. A bad end
    colours what went well before it. Looked at is the last step that the persona takes part in, in
    maps that end, and whether it is the most intense moment as well. A map of a cycle framework
    does not end; there it is the step from which she comes round again, else her last one: whoever
    begins anew begins with that. One with `ends: false` is left alone. An end that was better than
    expected, or as good as was expected of a good one (from 7.5 of 10 points on, house), is no bad
    one however sad, as a farewell. Where an idea with an owner and a day to come stands at the
    step, it is a note, unless nobody has begun it and its impact is 2 of 5 at most. An end that is
    bad for several personas alike is told once.

    ## Basis

    Published: the peak-end rule (Kahneman, Fredrickson, Schreiber & Redelmeier, Psychological
    Science 4 (6), 1993) for bounded episodes; to hold journeys of months to it is house.

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, emotion: pleased}
      - {action: Has breakfast, emotion: delighted}
      - action: Disputes the bill
        emotion: frustrated  # <- here
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, emotion: pleased}
      - {action: Disputes the bill, emotion: frustrated}
      - {action: Is driven to the station, emotion: relieved}
    ```
    """
    if context.analysis.curve.end is None:
        yield from _closing(journey_map, context)
        return
    bad = _bad(context.analysis)
    if bad is None:
        return
    alike = _alike(bad, context) or [bad]
    end, desired = alike[0], journey_map.journey.state is State.DESIRED
    yield _finding(
        end.point,
        f'the journey ends {end.how}: "{end.point.step.label}" ({_of_all(alike, context)})'
        + (", its most intense moment as well" if end.is_peak else ""),
        "plan an end that is remembered well" if desired else _HELP.format(what="turn the end"),
        context,
        end.person,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """A bad end: whose, where, how bad, and whether it is her most intense moment."""

    person: str
    point: Point
    how: str
    is_peak: bool


def _bad(analysis: Analysis) -> _End | None:
    """Returns how the journey of a persona ends, where it ends badly."""
    curve = analysis.curve
    end = curve.end
    if end is None:
        return None
    others = if_read(lambda: [each.value for each in curve.known if each is not end], [])
    worst = bool(others) and end.value < min(others)
    good = end.value >= 0 and not worst
    if good or is_as_good(analysis.journey_map, end.step, curve.person):
        return None
    how = "on its lowest moment" if worst else "below neutral"
    peak = end.value < 0 and if_read(lambda: curve.peak is end, otherwise=False)
    return _End(person=curve.person, point=end, how=how, is_peak=peak)


def _alike(bad: _End, context: Context) -> list[_End]:
    """Returns the ends of all personas who end at the same step in the same way: told once."""
    whole = context.file.journey_map
    if whole is None or len(whole.personas_chosen) < _SEVERAL:
        return []
    ends = whole.once(_ends)
    same = (bad.point.step.route, bad.how, bad.is_peak)
    return [
        each for each in ends if each and (each.point.step.route, each.how, each.is_peak) == same
    ]


def _ends(whole: JourneyMap) -> tuple[_End | None, ...]:
    """Returns how the journey of each persona ends, where it ends badly."""
    maps = (whole.of_one(each.id) for each in whole.personas_chosen)
    return tuple(_bad(Analysis(journey_map=each)) for each in maps)


def _of_all(ends: Sequence[_End], context: Context) -> str:
    """Returns what is felt at an end: with names where it is not the same for all."""
    felt = [_written(each.point, context) for each in ends]
    whole = context.file.journey_map
    if len({*felt}) == 1 or whole is None:
        return felt[0]
    return "; ".join(
        f"{whole.short_label(each.person)}: {said}" for each, said in zip(ends, felt, strict=True)
    )


def _finding(point: Point, message: str, help_: str, context: Context, person: str) -> Finding:
    """Returns what is told of an end; where an idea of somebody's is on its way there, a note."""
    ideas = [each for each in point.step.opportunities if each.opportunity.status in OPEN]
    idea = next((each for each in ideas if _is_under_way(each, context)), None)
    if idea and idea.opportunity.by:
        by, owner = idea.opportunity.by.written, idea.opportunity.owner
        begun = idea.opportunity.status is OpportunityStatus.TESTING
        message += f'; "{idea.label}" is {"on its way" if begun else "planned"} ({owner}, by {by})'
    if ideas:
        help_ = f'see whether "{(idea or ideas[0]).label}", recorded here, turns the end'
    return Finding(
        message=message,
        help=help_,
        severity=Severity.NOTE if idea else None,
        route=emotion_route(context, point, person),
        mark=Mark.VALUE,
    )


def _is_under_way(idea: PlacedOpportunity, context: Context) -> bool:
    """Tells whether somebody is to carry an idea out by a day that has not passed.

    One of little impact that nobody has begun turns no end.
    """
    said = idea.opportunity
    if said.status is OpportunityStatus.IDEA and (said.impact or _SLIGHT + 1) <= _SLIGHT:
        return False
    return bool(said.owner and said.by and said.by.date >= context.today)


def _written(point: Point, context: Context) -> str:
    guess = is_guess(context.journey_map, point.step)
    return f"{point.written}, assumed" if guess else point.written


def _closing(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the step at which a cycle comes full circle, where the persona feels bad there."""
    curve, framework = context.analysis.curve, journey_map.framework
    if journey_map.ends or framework is None or not framework.cycle:
        return
    renewing = [
        each.step
        for each in context.analysis.ways.exits
        if any(way.renewed and way.is_open for way in each.ways)
    ]
    there = [each for each in journey_map.steps if curve.person in journey_map.present(each)]
    point = next((curve.points[each.position] for each in reversed(renewing or there)), None)
    if point and point.value < 0 and not is_as_good(journey_map, point.step, curve.person):
        yield _finding(
            point,
            f'this round ends below neutral: "{point.step.label}" ({_written(point, context)})',
            _HELP.format(what="make people come round gladly"),
            context,
            curve.person,
        )
