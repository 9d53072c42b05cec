"""JM901."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.best_idea import Choice
from journeymap.analysis.evidence import Standing
from journeymap.analysis.figures import FigureKind, figures
from journeymap.analysis.houses import serves_outside
from journeymap.analysis.leverage import LEAST_PRESSURE, MOST_POINTS, Driver, Point
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    JourneyMap,
    OpportunityStatus,
    Option,
    PlacedOpportunity,
    PlacedPain,
    Related,
    one_by_one,
    quoted,
    rule,
    step_route,
)
from journeymap.linter.rules._reasons import advice, overdue, recorded, to_do
from journeymap.linter.rules.leverage._facts import facts
from journeymap.linter.rules.leverage._gain import gain_of, resting
from journeymap.linter.rules.leverage._live_here import gist_of, help_of, told_live
from journeymap.linter.rules.leverage._points import pressing
from journeymap.linter.rules.leverage._shortfall import shortfall
from journeymap.model.unread import if_read
from journeymap.words.ideas import why_idea

MOST = Option(
    name="points",
    default=MOST_POINTS,
    meaning="so many steps of the highest pressure are told of at most",
)
PRESSING = Option(
    name="pressure",
    default=LEAST_PRESSURE,
    meaning="steps of this pressure (of 100), or more, are told of",
    most=100,
)

_KEPT = frozenset({"wait", "leaks", "handoff", "gives"})
"""Where what is taken in keeps a line of its own: what lies between steps is mended there."""


@rule(
    "JM901",
    "leverage-point",
    severity="note",
    from_status="review",
    basis="house",
    subsumes=(
        "unmet-expectation",
        "bad-first-impression",
        "incomplete-handoff",
        "undeclared-handoff",
        "asked-twice",
        "forced-channel-switch",
        "repeat-visit",
        "engagement-falls",
        "leak",
        "live-but-hurting",
        "long-wait",
        "silent-wait",
        "target-missed",
        "unexplained-low",
        "severe-harm",
        "pain-without-opportunity",
        "moment-without-idea",
        "undeclared-moment-of-truth",
        "unrecovered-failure",
        "reward-before-trust",
    ),
    options=(MOST, PRESSING),
)
def leverage_point(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step at which pressure is highest.

    ## Why it matters

    Nobody can mend everything. Pressure adds up what asks for a change: needs unmet, expectations
    not met, low feelings, hazards, people lost, papers not carried, effort. The five steps of the
    highest pressure are told, from 25 of 100 on, where more than a feeling presses: why, harm first
    and then what adds the most points, what closing the leaks would bring, and which idea to act
    on: of those against the gravest pain the one with the most impact for its effort; one that
    solves a slighter pain is only named beside it, and of one for which nothing but the map's word
    speaks it is asked whether it answers. A loss that no idea names, and small ideas alone, are
    told beside it. A step that another house serves alone says so. A finding stands for what other
    rules find at the step, says it in their words, weighs as much as the heaviest, and names the
    lines of waits, leaks and papers. `journeymap leverage --explain` names all reasons.

    ## Basis

    House: the drivers have sources of their own, their weights are ours and can be set.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    steps:
      - {action: Sees her GP, importance: 4, perceived: 4, emotion: pleased}
      - action: Is referred to a specialist  # <- here
        importance: 5
        expected: 4
        perceived: 2
        emotion: frustrated
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    steps:
      - {action: Sees her GP, importance: 4, perceived: 4, emotion: pleased}
      - action: Is referred to a specialist
        importance: 5
        expected: 4
        perceived: 4
        emotion: neutral
    ```
    """
    points = pressing(context.analysis, context.option(MOST), context.option(PRESSING))
    yield from one_by_one(_told(point, context) for point in points)


def _told(point: Point, context: Context) -> Iterator[Finding]:
    route = point.step.route
    findings = [each for each in context.subsumed if step_route(each.route) == route]
    yield _finding(point, context, findings)


def _finding(point: Point, context: Context, findings: Sequence[Finding]) -> Finding:
    placed_step, choice, analysis = point.step, point.choice, context.analysis
    listed = facts(point, analysis, findings)
    is_own = _is_assumed(point, analysis)
    if gain := if_read(lambda: gain_of(point, analysis), ""):
        listed.append(gain if is_own else f"{gain}{if_read(lambda: resting(point, analysis), '')}")
    listed = _with_recoveries(listed, point, analysis)
    on = ", on assumed figures" if is_own else ""
    beside = if_read(lambda: shortfall(choice, placed_step, analysis), "") if choice else ""
    idea = (Related(route=choice.idea.route, message="the opportunity"),) if choice else ()
    return Finding(
        message=f'"{placed_step.label}" is {_place(point)} (leverage point {point.rank}, '
        f"pressure {point.pressure:.0f} of 100{on})",
        reasons=tuple(listed),
        gist=f'"{placed_step.label}": {_to_do(point, context)}{beside}',
        rank=point.rank,
        help=f"{_help(point, context)}{beside}",
        route=placed_step.route,
        urgent=any(each.urgent for each in findings),
        takes_in=tuple(each.code for each in findings),
        related=(*idea, *_kept(findings, point)),
    )


def _with_recoveries(listed: Sequence[str], point: Point, analysis: Analysis) -> list[str]:
    """Returns what presses, and of each pain which step makes good for it; of no other at last."""
    every, left = list(listed), dict[str, None]()
    for pain in point.step.pains:
        steps = [each.label for each in analysis.recoveries.get(pain.route, ())]
        make = f"{quoted(steps)} {_makes(pain, analysis)}" if steps else ""
        at = [i for i, text in enumerate(every) if text.startswith(f'"{pain.label}"')]
        for i in at if steps else ():
            every[i] += f"; {make} good for it"
        left |= {make: None} if steps and not at else {}
    others = [each for each in left if not any(each in text for text in every)]
    return [*every, *(f"{each} good for what hurts here" for each in others)]


def _makes(pain: PlacedPain, analysis: Analysis) -> str:
    """Returns whether steps make good for a pain, or are to, where one is low or short itself."""
    steps, felt = analysis.recoveries[pain.route], analysis.curve.points
    low = ((point := felt[e.position]) is not None and point.lowest < 0 for e in steps)
    short = (analysis.ratings[each.position].short for each in steps)
    if if_read(lambda: any(low) or any(short), otherwise=False):
        return "is to make" if len(steps) == 1 else "are to make"
    return "makes" if len(steps) == 1 else "make"


def _nothing(pain: PlacedPain, analysis: Analysis) -> str:
    """Returns that no idea is against a pain; of one that is made good for, that it still comes."""
    return f"nothing {'prevents' if pain.route in analysis.recoveries else 'answers'}"


def _is_assumed(point: Point, analysis: Analysis) -> bool:
    """Tells whether a figure of the step itself is assumed, not one that others lose people by."""
    pressing = (driver for driver, points in point.contributions.items() if points > 0)
    if any(point.drives[each].assumed for each in pressing if each is not Driver.FLOW_GAIN):
        return True
    own = (each for each in figures(analysis.journey_map) if each.step is point.step)
    return point.assumed and any(
        each.kind is FigureKind.SHARE and each.standing is Standing.ASSUMED for each in own
    )


def _kept(findings: Sequence[Finding], point: Point) -> Iterator[Related]:
    """Walks the places of waits, leaks and papers that are taken in; what is one phrase, once."""
    told = dict[str, Related]()
    for each in findings:
        own = each.route[len(point.step.route) :]
        if own[:1] and own[0] in _KEPT and not each.survives_subsumption:
            message = each.phrase or each.message
            place = Related(route=each.route, message=message, code=each.code)
            told.setdefault(message, place)
    yield from told.values()


def _place(point: Point) -> str:
    if point.rank == 1:
        return "the step to look at first"
    return "one of the steps to look at first"


def _to_do(point: Point, context: Context) -> str:
    """Returns what to do in a few words, for the end of a run."""
    if (choice := point.choice) is None:
        return _of_none(point, context)
    if choice.is_of_another and choice.unanswered:
        if choice.live:
            return gist_of(choice.live, point.step, context.journey_map, context.today)
        return f'{_nothing(choice.unanswered, context.analysis)} "{choice.unanswered.label}"'
    if choice.is_doubtful:
        return f"{advice(choice)}{overdue(choice, context.today)}"
    act = to_do(choice, context.today) if choice.ratio else "see whether it is enough:"
    taken = (
        f', taken to be against "{choice.pain.label}"' if choice.pain and not choice.said else ""
    )
    late = overdue(choice, context.today)
    return f'{act} "{choice.idea.opportunity.text}"{taken}{late}'


def _of_status(point: Point, status: OpportunityStatus) -> PlacedOpportunity | None:
    ideas = (each for each in point.step.opportunities if each.opportunity.status is status)
    return next(ideas, None)


def _of_none(point: Point, context: Context) -> str:
    """Returns what became of the ideas of a step at which none is open."""
    if live := told_live(point):
        return gist_of(live, point.step, context.journey_map, context.today)
    if dropped := _of_status(point, OpportunityStatus.DROPPED):
        return f'no idea is left since "{dropped.label}" was dropped'
    return "no idea yet"


def _help(point: Point, context: Context) -> str:
    return f"{_first(point, context)}{_whose(point, context.analysis)}"


def _first(point: Point, context: Context) -> str:
    if (choice := point.choice) is None:
        if live := told_live(point):
            return help_of(live, point.step, context.journey_map, context.today)
        first = " first" if point.rank == 1 else ""
        dropped = _of_status(point, OpportunityStatus.DROPPED)
        again = f', or take up "{dropped.label}" again, which was dropped' if dropped else ""
        return f"look for an opportunity here{first}, with its impact and effort{again}"
    if choice.is_of_another or choice.is_doubtful:
        return _unsure(point, choice, context)
    text = choice.idea.opportunity.text
    where = recorded(choice)
    why, late = why_idea(choice, "en", '"{text}"'), overdue(choice, context.today)
    if not choice.ratio:
        return f'see whether "{text}", {where}, is enough: {why}{late}'
    first = "first of all, " if point.rank == 1 else ""
    return f'{first}{to_do(choice, context.today)} "{text}", {where}: {why}{late}'


def _unsure(point: Point, choice: Choice, context: Context) -> str:
    """Returns what to do where the open idea is not known to answer the gravest pain."""
    where = recorded(choice)
    if choice.is_doubtful or choice.unanswered is None:
        said = ", as the map says" if choice.pain else " (it names no pain)"
        gravest = choice.pain or len(point.step.pains) > 1
        grave = "the gravest here" if choice.is_severest else "which weighs most here"
        late = overdue(choice, context.today)
        return f"{advice(choice, where)}{f', {grave}{said}' if gravest else ''}{late}"
    beside = f'"{choice.idea.label}", {where}, is against another pain'
    if choice.live:
        told = help_of(choice.live, point.step, context.journey_map, context.today)
        return f"{told}; {beside}"
    first = " first" if point.rank == 1 else ""
    verb = _nothing(choice.unanswered, context.analysis).removeprefix("nothing ")
    return f'look{first} for what {verb} "{choice.unanswered.label}": nothing does; {beside}'


def _whose(point: Point, analysis: Analysis) -> str:
    """Returns whose part a step is that another house serves alone."""
    journey_map, placed_step = analysis.journey_map, point.step
    party = journey_map.serving(placed_step)
    is_theirs = placed_step.position in analysis.left_to_others
    if party is None or not (is_theirs and serves_outside(journey_map, placed_step)):
        return ""
    return f'; "{journey_map.person_label(party)}" serves here: not yours to change alone'
