"""JM301."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.ratings import Rating, rating_of
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    JourneyMap,
    Mark,
    Need,
    OpportunityStatus,
    Option,
    PlacedOpportunity,
    PlacedStep,
    Related,
    Route,
    Severity,
    quoted,
    rule,
    step_route,
)
from journeymap.linter.rules._live import correct, is_to_come
from journeymap.linter.rules._ratings_in_words import figures
from journeymap.linter.rules._reasons import advice_here, reason_at
from journeymap.linter.rules.experience._shared import nothing_answers, unanswered_at, value_route
from journeymap.linter.rules.leverage._points import pressing
from journeymap.model.pains import PilotResult

WIDE_GAP = Option(
    name="gap",
    default=2.5,
    meaning="more points (of 10) below what was expected than these are told of",
    most=10,
)

_PLACES = 9
"""Decimal places to which gaps are compared: decimal fractions are not exact in binary."""


def _gathered(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells once of all steps that ideas with a day to come are to mend, save what presses most."""
    points = {point.step.route for point in pressing(context.analysis)}
    points |= {step_route(each.route) for each in findings if _takes_in(each)}
    dated: dict[Route, tuple[PlacedStep, PlacedOpportunity]] = {}
    for finding in findings:
        step = context.journey_map.step_at(finding.route)
        idea = None if step.route in points else _dated(step, context)
        if idea is not None:
            dated.setdefault(step.route, (step, idea))
    planned = [each for each in findings if step_route(each.route) in dated]
    yield from (each for each in findings if each not in planned)
    if len(dated) == 1:
        yield from (replace(each, severity=Severity.NOTE) for each in planned)
    elif dated:
        yield _of_dated(list(dated.values()), planned)


def _takes_in(finding: Finding) -> bool:
    """Tells whether a finding speaks as well of a pain that nothing answers."""
    return any(each.code for each in finding.related)


def _dated(placed_step: PlacedStep, context: Context) -> PlacedOpportunity | None:
    """Returns the idea that answers what is gravest at a step by a day that is still to come."""
    choice = context.analysis.ideas[placed_step.position]
    if choice is None or choice.unanswered or choice.is_doubtful:
        return None
    said = choice.idea.opportunity
    named = choice.said or said.outcome is not None
    to_come = said.by is not None and said.by.date >= context.today
    return choice.idea if named and said.status in OPEN and to_come else None


def _of_dated(
    dated: Sequence[tuple[PlacedStep, PlacedOpportunity]], findings: Sequence[Finding]
) -> Finding:
    days = {idea.route: day.written for _, idea in dated if (day := idea.opportunity.by)}
    told = [f'"{step.label}" ("{idea.label}", by {days[idea.route]})' for step, idea in dated]
    return Finding(
        message=f"{len(dated)} steps fall short of what was expected, and ideas with a day are to "
        f"mend that: {'; '.join(told)}",
        help="see on these days whether they do, and ask again how it is perceived",
        route=(),
        severity=Severity.NOTE,
        related=tuple(Related(route=each.route, message="as well") for each in findings),
        stands_for=tuple(each.route for each in findings),
    )


@rule(
    "JM301",
    "unmet-expectation",
    severity="warning",
    from_status="review",
    basis="published",
    subsumes=("unrecovered-failure", "pain-without-opportunity"),
    gathers=_gathered,
    options=(WIDE_GAP,),
    needs=(
        Need(
            what="ratings of expected and perceived",
            is_there=lambda context: any(
                said.rating is not None
                for placed_step in context.journey_map.steps
                if placed_step.step.perceived
                for said in placed_step.step.expected.values()
            ),
        ),
    ),
)
def unmet_expectation(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step is perceived clearly below what was expected of it.

    ## Why it matters

    People judge a service by what they expected. Where they got clearly less, the answer is one of
    two: a better service, or a truer word beforehand. `expected` and `perceived` are compared for
    everybody who gives both, in points of 0 to 10 whatever the scale of the map. On a scale of 1 to
    5 one step of it is 2.5 points: next to nothing where people choose between five numbers, so
    that only what lies further apart is told. Where a pilot runs against it, its result is awaited.
    What an idea with a day to come is against, by `solves` or with an `outcome`, is a note, and of
    several steps one. Pains of the step that nothing answers are told with it.

    ## Basis

    Published: perception less expectation is the gap of SERVQUAL (Parasuraman, Zeithaml & Berry,
    Journal of Retailing 64 (1), 1988). From which gap on it is told is house.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    steps:
      - action: Is referred to a specialist
        expected: 4
        perceived: 2  # <- here
      - {action: Meets the specialist, expected: 4, perceived: 4}
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    steps:
      - action: Is referred to a specialist
        expected: {text: Says how long it takes, rating: 3}
        perceived: 3
      - {action: Meets the specialist, expected: 4, perceived: 4}
    ```
    """
    if _is_tried(placed_step, context.analysis):
        return
    alike: dict[tuple[Route, Route], list[Rating]] = {}
    for who in context.journey_map.by_person(placed_step.step.expected, placed_step):
        rating = rating_of(context.journey_map, placed_step, who)
        if rating.gap is not None and round(-rating.gap, _PLACES) > context.option(WIDE_GAP):
            # One value for all is told once, of all.
            alike.setdefault(_places(context.journey_map, rating), []).append(rating)
    bare = unanswered_at(placed_step, context)
    for ratings in alike.values():
        yield _finding(ratings, context, bare)
        bare = []  # told once


def _is_tried(placed_step: PlacedStep, analysis: Analysis) -> bool:
    """Tells whether a pilot runs of an idea against what is gravest there."""
    choice = analysis.ideas[placed_step.position]
    idea = choice.idea.opportunity if choice and not choice.unanswered else None
    if idea is None or idea.status is not OpportunityStatus.TESTING:
        return False
    return bool(idea.pilots) and idea.pilots[-1].result is PilotResult.OPEN


def _places(journey_map: JourneyMap, rating: Rating) -> tuple[Route, Route]:
    """Returns where it stands what somebody perceived, and what they expected."""
    step, who = rating.step.step, rating.person
    return (
        value_route(journey_map, rating.step, "perceived", step.perceived, who),
        value_route(journey_map, rating.step, "expected", step.expected, who),
    )


def _against(placed_step: PlacedStep, context: Context, bare: Sequence[Related]) -> str:
    """Returns what to do about the most severe pain, of equals the first."""
    pain = max(placed_step.pains, key=lambda each: each.pain.severity or 0)
    ideas = context.analysis.answers.get(pain.route, ())
    called = [each for each in ideas if each.opportunity.status is OpportunityStatus.LIVE]
    live = [each for each in called if not is_to_come(each, context.today)]
    if called and not live:
        return f'{correct(called[0])}; it is to answer "{pain.label}"'
    if live:
        return (
            f'find out whether "{live[0].label}", which is live against "{pain.label}", reaches '
            "people, or what else would change it"
        )
    told = pain.route in {each.route for each in bare}
    stands = "" if told else f': "{pain.label}" stands here'
    return f"record an opportunity that would change it{stands}"


def _finding(ratings: Sequence[Rating], context: Context, bare: Sequence[Related]) -> Finding:
    rating, analysis = ratings[0], context.analysis
    journey_map, placed_step, step = analysis.journey_map, rating.step, rating.step.step
    persona = (rating.person,) == journey_map.persona_ids
    names = quoted([journey_map.person_label(each.person) for each in ratings])
    whose = "the persona" if persona else names
    perceived, expected = _places(journey_map, rating)
    wish = journey_map.by_person(step.expected, placed_step)[rating.person].text
    close = "record what disappoints, and an opportunity that would change it"
    if placed_step.pains:
        close = _against(placed_step, context, bare)
    close = advice_here(placed_step, analysis, context.today) or close
    levels = figures(journey_map, rating, "expected", "perceived")
    others = f"{journey_map.short_label(rating.person)}: {levels}"
    hardest = any(
        each.kind is ReasonKind.RATINGS
        and each.ids in ((rating.person,), () if rating.person in journey_map.persona_ids else None)
        for each in analysis.reasons[placed_step.position]
    )
    return Finding(
        message=f'"{placed_step.label}" falls short of what {whose} expected'
        + (f' ("{wish}")' if wish else "")
        + f": {levels}"
        + (f", and {nothing_answers(placed_step, bare)}" if bare else ""),
        help=f"{close}; or tell people beforehand what to expect",
        route=perceived,
        mark=Mark.VALUE,
        phrase=reason_at(placed_step, ReasonKind.RATINGS, analysis)
        if persona or hardest
        else others,
        related=(Related(route=expected, message="what was expected"), *bare),
    )
