"""JM218."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.houses import organisation_of
from journeymap.analysis.ratings import rating_of
from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    Option,
    PersonKind,
    PlacedPain,
    PlacedStep,
    Related,
    Route,
    State,
    listed,
    once,
    one_by_one,
    rule,
)
from journeymap.linter.rules._unheard import LOW, NO_PEOPLE, is_low
from journeymap.model.between import Handoff
from journeymap.model.people import Stakeholder
from journeymap.model.references import Reference

_SERVING = frozenset({PersonKind.STAFF, PersonKind.CLINICIAN})
_AWAY = "no step names "
_HELP = "add needs: to the stakeholder, or a need of theirs at a step"

_SOME = 3
"""From this influence on it is told of somebody that no step names them; house."""
STRONG_INFLUENCE = Option(
    name="influence",
    default=4,
    meaning="from this influence on (1 little … 5 decisive) somebody's needs are asked for",
    least=1,
    most=5,
)


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells of several in one note, those of the greatest influence first."""
    each_once = sorted(once(findings, context), key=lambda each: -_influence(each.message))
    yield from (each for each in each_once if _AWAY in each.message)
    each_once = [each for each in each_once if _AWAY not in each.message]
    if not each_once:
        return
    first, *others = each_once
    if not others:
        yield first
        return
    who = [each.message.partition(" and no need")[0] for each in each_once]
    people = [each.replace(" has influence ", " (influence ") + ")" for each in who]
    yield replace(
        first,
        message=f"of {listed(people)} no need is recorded anywhere",
        help=_HELP,
        related=tuple(Related(route=each.route, message="nor of this one") for each in others),
        stands_for=tuple(each.route for each in findings),
    )


def _influence(message: str) -> int:
    return int(message.partition(" has influence ")[2].partition(" ")[0] or 0)


@rule(
    "JM218",
    "unheard-stakeholder",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
    options=(STRONG_INFLUENCE,),
)
def unheard_stakeholder(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Somebody of great influence has no need recorded anywhere, or no part in any step.

    ## Why it matters

    Who sways the persona this much can turn the journey, and will do so for needs of their own. A
    daughter who understands the care plan keeps her mother on it; one who does not cannot. Needs
    stand with the stakeholder, as goals do, or at a step, by name; what a hand-off to them or their
    house says they need counts, and so does how they ask back, and a pain of theirs (`of`), unless
    that is a guess. Somebody of a library is asked about where the map first mentions them, several
    are told in one note. Not asked about are a competitor, the other side, who is there only where
    it hurts, who has no needs of their own to serve (an organisation and a payer, whose people
    may), and staff and clinicians at none of whose steps anything hurts, is low or falls short.
    Whom no step names, not even as receiver of a hand-off, is told as well from influence 3 on, all
    together, save a house whose people take part.

    ## Basis

    Practitioner: integrate all relevant stakeholders and know what they need at what time (Schmidt
    & Wilde, How to reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Type 2 diabetes
    stakeholders:
      - {id: daughter, name: Her daughter, kind: family, influence: 5}  # <- here
    steps: [{action: Hears the diagnosis, with: daughter, need: Time to take it in}]
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    persona: maria
    stakeholders:
      - {id: daughter, name: Her daughter, kind: family, influence: 5}
    steps:
      - action: Hears the diagnosis
        with: daughter
        need: {maria: Time to take it in, daughter: Instructions on paper}
    ```
    """
    heard = {who for placed_step in journey_map.steps for who in _heard(journey_map, placed_step)}
    houses = {journey_map.person_id(each.to) for each in _asking(journey_map)}
    heard |= houses
    guesses = (each for each in journey_map.pains if _is_guessed(journey_map, each))
    guessed = {journey_map.person_id(who) for each in guesses for who in each.pain.of}
    strong = context.option(STRONG_INFLUENCE)
    away = {each.id for each in _away(journey_map, strong)}
    mentions: dict[str, list[Route]] = {}
    for who, route in _mentions(journey_map):
        mentions.setdefault(who, []).append(route)

    def unheard(entry: Defined[Stakeholder]) -> Iterator[Finding]:
        person = entry.item
        own = entry.library is None
        loud = (person.influence or 0) >= strong
        silent = not (person.needs or person.goals) and entry.id not in heard
        silent = silent and organisation_of(journey_map, entry.id) not in houses
        counts = loud and silent and person.kind not in NO_PEOPLE
        counts = counts and not _is_adverse(entry, journey_map) and entry.id not in away
        counts = counts and (person.kind not in _SERVING or _is_touched(journey_map, entry.id))
        for place in [entry.route] if own else mentions.get(entry.id, ()):
            if not counts:
                continue
            yield Finding(
                message=f'"{entry.label}" has influence {person.influence} '
                "and no need recorded anywhere"
                + (": what is said of them is a guess" if entry.id in guessed else ""),
                help=_HELP,
                route=place,
                mark=Mark.NODE if own else Mark.VALUE,
                missing="needs" if own else None,
            )

    walks = [unheard(each) for each in journey_map.stakeholders]
    yield from one_by_one([*walks, _in_no_step(journey_map, strong)])


def _heard(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Walks the ids of those of whom a step says what they need, or what hurts them."""
    yield from journey_map.by_person(placed_step.step.need, placed_step)
    for placed_pain in placed_step.pains:
        if not _is_guessed(journey_map, placed_pain):
            yield from map(journey_map.person_id, placed_pain.pain.of)


def _asking(journey_map: JourneyMap) -> Iterator[Handoff]:
    """Walks the hand-offs that say what is needed, or how it is asked for."""
    for each in journey_map.steps:
        yield from (said for said in each.step.handoff if said.needs or said.ask_back)


def _is_guessed(journey_map: JourneyMap, placed_pain: PlacedPain) -> bool:
    """Tells whether a pain says that it is assumed, and rests on nothing else."""
    found = list(journey_map.evidence.meant(placed_pain.pain.evidence))
    return bool(found) and all(each.item.kind is EvidenceKind.ASSUMPTION for each in found)


def _is_adverse(entry: Defined[Stakeholder], journey_map: JourneyMap) -> bool:
    """Tells whether somebody of no kind is there only where it hurts: most likely the other side.

    Who is handed something, or has a feeling of their own, is none.
    """
    if entry.item.kind is not PersonKind.OTHER:
        return False
    there = [each for each in journey_map.steps if entry.id in journey_map.present(each)]
    felt = [journey_map.by_person(each.step.emotion, each) for each in there]
    own = any(entry.id in each for each in felt)
    takes = (journey_map.person_id(to.to) for each in journey_map.steps for to in each.step.handoff)
    values = [each[who].lowest for each in felt for who in journey_map.persona_ids if who in each]
    low = [value is not None and value <= LOW for value in values]
    return not own and entry.id not in takes and bool(low) and all(low)


def _mentions(journey_map: JourneyMap) -> Iterator[tuple[str, Route]]:
    """Yields who takes part where, by id."""
    for placed_step in journey_map.steps:
        if placed_step.step.actor:
            yield journey_map.person_id(placed_step.step.actor), (*placed_step.route, "actor")
        for i, who in enumerate(placed_step.step.with_):
            yield journey_map.person_id(who), (*placed_step.route, "with", i)


def _is_touched(journey_map: JourneyMap, who: str) -> bool:
    """Tells whether something hurts, falls short or is low at a step where somebody takes part."""
    there = (
        each
        for each in journey_map.steps
        if who in journey_map.present(each)
        or any(journey_map.person_id(to.to) == who for to in each.step.handoff)
    )
    return any(
        each.pains or is_low(journey_map, each) or _falls_short(journey_map, each) for each in there
    )


def _falls_short(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    expecting = journey_map.by_person(placed_step.step.expected, placed_step)
    gaps = (rating_of(journey_map, placed_step, each).gap for each in expecting)
    return any(gap is not None and gap < 0 for gap in gaps)


def _in_no_step(journey_map: JourneyMap, strong: int) -> Iterator[Finding]:
    """Yields the stakeholders of some influence whom nothing in the journey names, once."""
    away = _away(journey_map, strong)
    if not away:
        return
    one = len(away) == 1
    yield Finding(
        message=f"{_AWAY}{listed([_with_influence(entry) for entry in away])}",
        help=f"add the step at which {'they act' if one else 'each acts'}, or name them there "
        "under with:, actor: or handoff:",
        route=away[0].route,
        related=tuple(Related(route=entry.route, message="nor this one") for entry in away[1:]),
        stands_for=tuple(entry.route for entry in away),
    )


def _away(journey_map: JourneyMap, strong: int) -> list[Defined[Stakeholder]]:
    """Returns the stakeholders of some influence whom nothing in the journey names."""
    if journey_map.journey.state is State.DESIRED:
        return []
    least = min(strong, _SOME)
    away = [
        entry
        for entry in journey_map.stakeholders
        if (entry.item.influence or 0) >= least
        and entry.library is None
        and entry.item.kind is not PersonKind.COMPETITOR
    ]
    named = {entry.id for each in _named(journey_map) for entry in each.found}
    houses = {
        journey_map.person_id(entry.item.part_of)
        for entry in journey_map.people
        if isinstance(entry.item, Stakeholder) and entry.item.part_of and entry.id in named
    }
    return [entry for entry in away if entry.id not in named | houses]


def _named(journey_map: JourneyMap) -> Iterator[Reference]:
    """Walks the names of people that stand in the journey itself."""
    for each in journey_map.references:
        if each.to is Namespace.PERSON and each.route[:1] in {("stages",), ("steps",)}:
            yield each


def _with_influence(entry: Defined[Stakeholder]) -> str:
    return f'"{entry.label}" (influence {entry.item.influence} of 5)'
