"""JM714."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from sys import maxsize

from journeymap.analysis.evidence import evidence_for, is_assumed
from journeymap.analysis.figures import apart, ratings_of
from journeymap.analysis.flow import StepFlow
from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Option,
    PainKind,
    PlacedStep,
    Related,
    Route,
    State,
    Status,
    few,
    listed,
    one_by_one,
    rule,
    step_route,
)
from journeymap.model.between import Outcome
from journeymap.model.unread import as_far_as_read, collected, readable
from journeymap.model.vocabulary import Evidence
from journeymap.words.shares import of_100

FEW = Option(
    name="people",
    default=3,
    meaning="a source of so many people or fewer, on which most claims rest, is told of",
    least=1,
)
HANDFUL = Option(
    name="handful",
    default=20,
    meaning="a share that rests on fewer people than that is told of",
    least=1,
)
_LEAST = 4
"""Of fewer claims nobody can say that most of them rest on something."""
_ASIDE = frozenset({EvidenceKind.LITERATURE, EvidenceKind.WORKSHOP, EvidenceKind.ASSUMPTION, None})
"""What is no source of people who were asked: it is left out of the count."""
_NAMED = 3
"""So many steps are named."""
_LARGE = 0.05
"""A smaller loss is not worth a study; house."""


@rule(
    "JM714",
    "thin-evidence",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(FEW, HANDFUL),
)
def thin_evidence(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Most claims rest on one to three people, some on one, a share on a handful or on none.

    ## Why it matters

    One talk is a beginning and no finding: the next person may say the opposite. Six talks tell why
    people leave, and cannot tell that 8 % do. And the loss that the map makes most of is the first
    figure that somebody will ask about. Evidence says how many people it is from (`n`); where it
    does not, or they are all there are (`population`), nothing is told of it. Of what rests on one
    person alone, a step or a reading, it is told once for each such source. Workshops and
    literature do not count as sources here.

    ## Basis

    Practitioner: opinion in the field, with no single source. The numbers are house.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:
      - id: talk
        kind: interview
        n: 1  # <- here
    steps:
      - {action: Calls, emotion: annoyed, pains: Line is busy, evidence: talk}
      - {action: Waits, emotion: bored, pains: Nobody says how long, evidence: talk}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: talks, kind: interview, n: 8}
    steps:
      - {action: Calls, emotion: annoyed, pains: Line is busy, evidence: talks}
      - {action: Waits, emotion: bored, pains: Nobody says how long, evidence: talks}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    most = collected(_one_source(journey_map, context))
    told = {each.route for each in readable(most)}
    others = (
        _ratings(journey_map, context),
        _handful(journey_map, context),
        _largest_loss(journey_map, context),
    )
    yield from one_by_one((most, _single(journey_map, told), *others))


def _one_source(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the source of few people on which more than half of the claims rest."""
    claims = [
        journey_map.evidence.meant(evidence_for(journey_map, placed_step, own))
        for placed_step in journey_map.steps
        for own in _claims(placed_step)
    ]
    asked = [[e for e in each if e.item.kind not in _ASIDE] for each in claims]
    alone = Counter(each[0].id for each in asked if len(each) == 1)
    total = sum(any(e.item.kind is not EvidenceKind.ASSUMPTION for e in each) for each in claims)
    for name, count in alone.most_common(1):
        source = journey_map.evidence.find(name)
        n = source.item.n if source else None
        is_few = source and n and n <= context.option(FEW) and not _is_whole(source.item)
        if source and is_few and 2 * count > total >= _LEAST:
            yield Finding(
                message=f"{count} of {total} claims with evidence rest on "
                f'"{source.label}" alone (n = {n})',
                help="ask a few more, and say which claims they bear out",
                route=(*source.route, "n") if source.library is None else (),
                mark=Mark.VALUE if source.library is None else Mark.NODE,
            )


def _single(journey_map: JourneyMap, told: Container[Route]) -> Iterator[Finding]:
    """Yields each source of one person with the steps and readings that rest on it alone."""
    for source in journey_map.evidence:
        is_aside = source.item.kind in _ASIDE or source.library
        if source.item.n != 1 or is_aside or _is_whole(source.item):
            continue
        places = list(dict.fromkeys(_resting(journey_map, source.id)))
        if places and (*source.route, "n") not in told:
            names = list(dict.fromkeys(name for _, name in places))
            yield Finding(
                message=f'what is said of {few(names)} rests on "{source.label}" alone (n = 1)',
                help=_more(journey_map, {route for route, _ in places}, len(places)),
                route=(*source.route, "n"),
                mark=Mark.VALUE,
                related=tuple(Related(route=route, message="rests on it") for route, _ in places),
            )


def _more(journey_map: JourneyMap, places: Container[Route], count: int) -> str:
    """Returns what to do about the word of one person: harm that was done is no opinion."""
    pains = (each for step in readable(journey_map.steps) for each in step.pains)
    own = [each.pain.kind is PainKind.HARM for each in pains if each.route in places]
    if all(own) and len(own) == count:
        return "count how often it happens, and do not wait for that to act"
    return "ask a few more: the next person may say the opposite"


def _resting(journey_map: JourneyMap, name: str) -> Iterator[tuple[Route, str]]:
    """Yields the steps with claims, and the readings, that rest on one source alone."""
    walks = (_claimed(journey_map, name, placed_step) for placed_step in journey_map.steps)
    yield from as_far_as_read(one_by_one(walks))
    for route, reading in readings(journey_map):
        step = journey_map.step_at(route) if step_route(route) else None
        metric = journey_map.metrics.find(reading.metric)
        if metric and _is_alone(journey_map, name, step, reading.evidence):
            yield route, metric.label


def _claimed(
    journey_map: JourneyMap, name: str, placed_step: PlacedStep
) -> Iterator[tuple[Route, str]]:
    """Yields a step where all its claims rest on a source, else the pains that do."""
    alone = partial(_is_alone, journey_map, name, placed_step)
    claims = [*map(alone, _claims(placed_step))]
    if claims and all(claims):
        yield placed_step.route, placed_step.label
    else:
        yield from (
            (pain.route, pain.label) for pain in placed_step.pains if alone(pain.pain.evidence)
        )


def _is_alone(
    journey_map: JourneyMap, name: str, placed_step: PlacedStep | None, own: Sequence[str]
) -> bool:
    found = journey_map.evidence.meant(evidence_for(journey_map, placed_step, own))
    return [each.id for each in found] == [name]


def _claims(placed_step: PlacedStep) -> Iterator[Sequence[str]]:
    """Yields the evidence of its own of each feeling, rating and pain of a step."""
    yield from (() for _ in placed_step.step.emotion)
    yield from (own for _, own in ratings_of(placed_step.step))
    yield from (pain.pain.evidence for pain in placed_step.pains)


def _handful(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the sources of too few people for the shares that rest on them, each once."""
    found: dict[tuple[str, ...], dict[str, list[tuple[Route, float]]]] = {}
    for placed_step in journey_map.steps:
        for route, share, own in _shares(placed_step):
            sources = _sources(journey_map, placed_step, own)
            if 0 < _people(sources) < context.option(HANDFUL):
                by_step = found.setdefault(tuple(each.id for each in sources), {})
                by_step.setdefault(placed_step.label, []).append((route, share))
    for names, by_step in found.items():
        sources = list(journey_map.evidence.meant(names))
        routes = [route for shares in by_step.values() for route, _ in shares]
        yield Finding(
            message=f"{_said(by_step)} {'rests' if len(routes) == 1 else 'rest'} on "
            f"{few([each.label for each in sources])} (n = {_people(sources)}): "
            "too few to tell a share",
            help="count it in your records, or say in words how often they told of it",
            route=routes[0],
            mark=Mark.VALUE,
            related=tuple(Related(route=route, message="as well") for route in routes[1:]),
        )


def _ratings(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields once that most ratings of a map come from a handful of people."""
    walks = (_asked_at(journey_map, placed_step) for placed_step in journey_map.steps)
    if journey_map.journey.status is Status.REVIEW:  # what hurts is looked for still
        return
    people = list(as_far_as_read(one_by_one(walks)))
    small = [n for n in people if 0 < n < context.option(HANDFUL)]
    if len(small) < _LEAST or 2 * len(small) <= len(people):
        return
    number = f"all {len(people)}" if len(small) == len(people) else f"{len(small)} of {len(people)}"
    yield Finding(
        message=f"{number} ratings rest on {max(small)} people or fewer: enough to tell what "
        "hurts, too few to tell one figure from the next",
        help="read them as an order of what to look at, and ask more where two steps compete",
    )


def _asked_at(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[int]:
    """Yields per rating of a step how many people it is from; 0 where nobody says."""
    for _, own in ratings_of(placed_step.step):
        yield _people(_sources(journey_map, placed_step, own))


def _said(by_step: Mapping[str, Sequence[tuple[Route, float]]]) -> str:
    """Returns shares with their steps as they are read out, the first three steps of them."""
    each = [
        f'{listed([f"{of_100(share)} %" for _, share in shares])} at "{label}"'
        for label, shares in by_step.items()
    ]
    more = [f"those at {len(each) - _NAMED} more"] if len(each) > _NAMED else []
    return listed([*each[:_NAMED], *more])


def _largest_loss(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the step that loses most of all who start, where its shares are assumed."""
    flow = None if context.analysis.ways.loses_unknown else context.analysis.flow
    most = max(flow.steps if flow else (), key=_lost, default=None)
    if most is None or _lost(most) < _LARGE:
        return
    step = most.step.step
    lost = [
        (("leaks", i), each.share, each.shares, each.evidence) for i, each in enumerate(step.leaks)
    ]
    ends = [
        (("next", i), each.share, each.shares, each.evidence)
        for i, each in enumerate(step.next)
        if each.counts is Outcome.LOST
    ]
    stated = [
        (place, own) for place, plain, of_each, own in (*lost, *ends) if apart(plain, of_each)
    ]
    if stated and all(is_assumed(journey_map, most.step, own) for _, own in stated):
        yield Finding(
            message=f"the largest loss of the map, {of_100(_lost(most), assumed=True)} of 100 at "
            f'"{most.step.label}", is assumed',
            help="count it: it is the first figure that somebody will ask about",
            route=(*most.step.route, *stated[0][0]),
            mark=Mark.VALUE,
        )


def _lost(step: StepFlow) -> float:
    """Returns how many of all who start leave at a step, or come to a lost end there."""
    return step.lost + step.failed


def _shares(placed_step: PlacedStep) -> Iterator[tuple[Route, float, Sequence[str]]]:
    """Yields each share that is stated at a step, with its place and the evidence of its own."""
    step = placed_step.step
    entries = (
        *(
            (("leaks", i), each.share, each.shares, each.evidence)
            for i, each in enumerate(step.leaks)
        ),
        *(
            (("next", i), each.share, each.shares, each.evidence)
            for i, each in enumerate(step.next)
        ),
    )
    for place, plain, of_each, own in entries:
        for share in apart(plain, of_each):
            if 0 < share < 1:
                yield (*placed_step.route, *place), share, own


def _sources(
    journey_map: JourneyMap, placed_step: PlacedStep, own: Sequence[str]
) -> list[Defined[Evidence]]:
    found = journey_map.evidence.meant(evidence_for(journey_map, placed_step, own))
    return [each for each in found if each.item.kind is not None]


def _is_whole(source: Evidence) -> bool:
    """Tells whether a source is from all there are, be they few."""
    return source.n is not None and source.population is not None and source.n >= source.population


def _people(sources: Sequence[Defined[Evidence]]) -> int:
    """Returns how many people sources are from together; 0 where one does not say, or assumes.

    One that asked all whom it could ask is from as many as it takes.
    """
    none = EvidenceKind.ASSUMPTION
    if any(_is_whole(each.item) for each in sources):
        return maxsize
    numbers = [0 if each.item.kind is none else each.item.n or 0 for each in sources]
    return sum(numbers) if all(numbers) else 0
