"""JM731."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.evidence import Standing, claimed_by
from journeymap.analysis.figures import claims_evidence_at
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    PersonKind,
    PlacedStep,
    Related,
    State,
    few,
    listed,
    rule,
)
from journeymap.linter.rules.measurement._told_by_others import of_family, told_by_others
from journeymap.model.people import Person, Persona, Stakeholder
from journeymap.model.unread import readable

_SWAYS = 4
"""From this influence on, 1 to 5, what is said of somebody is to be known (house)."""


@rule("JM731", "assumed-part", severity="note", from_status="review", basis="practitioner")
def assumed_part(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Whole steps, or the profile of a persona or an influential party, rest on assumptions alone.

    ## Why it matters

    A map that rests on interviews lends their weight to all of its steps, and a reader does not
    see where nobody was asked. Values of metrics tell nothing of the rest of a step. Told are the
    steps, the personas and the stakeholders of influence 4 and 5 that name evidence and nothing
    but assumptions, also such as name none of their own, but of whom each pain does: these are the
    next questions to ask. What names no evidence is left alone, and so is a map on which nobody
    was asked of anything, of which another rule tells. A declared moment has a rule of its own. Of
    family of influence 4 and 5 whose feelings are told at two steps or more by sources that all say
    whose voice they are (`from`), none of them the family's, it is asked whether they were heard.

    ## Basis

    Practitioner: what a team believes of its customers is a hypothesis until some of them were
    asked (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview}, {id: guess, kind: assumption}]
    steps:
      - {action: Sees the doctor, emotion: afraid, evidence: interviews}
      - action: Learns to inject  # <- here
        emotion: nervous
        evidence: guess
    ```

    ## Good

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview}, {id: guess, kind: assumption}]
    steps:
      - {action: Sees the doctor, emotion: afraid, evidence: interviews}
      - action: Learns to inject
        emotion: nervous
        pains: {text: It hurts, evidence: interviews}
        evidence: guess
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    steps = [each for each in readable(journey_map.steps) if _is_assumed_step(journey_map, each)]
    people: list[Defined[Person]] = [
        each for each in journey_map.personas_chosen if _is_assumed(journey_map, each)
    ]
    people += [
        each
        for each in journey_map.stakeholders
        if _is_guessed(journey_map, each) and not told_by_others(journey_map, each)
    ]
    if not _is_anything_known(journey_map):
        return
    if steps or people:
        yield _finding(steps, people, journey_map)
    yield from of_family(journey_map)


def _finding(
    steps: Sequence[PlacedStep], people: Sequence[Defined[Person]], journey_map: JourneyMap
) -> Finding:
    profiles = [each for each in people if isinstance(each.item, Persona) or each.item.evidence]
    own = [each.label for each in profiles]
    others = [each.label for each in people if each not in profiles]
    said = [f"the profile{'s' * (len(own) > 1)} of {few(own)}"] if own else []
    said += [f"what is known of {few(others)}"] if others else []
    said += [few([each.label for each in steps])] if steps else []
    many = len(said) > 1 or len(steps) > 1 or len(own) > 1
    first, *rest = [
        *(each.route for each in people if not each.library),
        *(each.route for each in steps),
    ] or [()]
    return Finding(
        message=f"{listed(said)} {'rest' if many else 'rests'} on assumptions alone"
        f"{_refuted(people, journey_map)}",
        help="ask or watch those who live through it, and name that study under evidence:",
        route=first,
        mark=Mark.NODE,
        related=tuple(Related(route=each, message="as well") for each in rest),
        stands_for=(first, *rest),
    )


def _refuted(people: Sequence[Defined[Person]], journey_map: JourneyMap) -> str:
    """Returns at which step a channel that somebody is said to prefer was of no use."""
    id_of = journey_map.channels.id_of
    for persona in people:
        preferences = persona.item.preferences
        wanted = set(map(id_of, preferences.channels)) if preferences else set()
        for placed_step in readable(journey_map.steps):
            tried = [name for name in placed_step.step.instead_of if id_of(name) in wanted]
            if tried and persona.id in journey_map.takers(placed_step):
                name = journey_map.channels.label_of(tried[0])
                where = f'"{name}", was tried in vain before "{placed_step.label}"'
                return f"; what is said to be preferred, {where}"
    return ""


def _is_assumed_step(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a step, which is no declared moment, names evidence that is all assumed."""
    named = claims_evidence_at(placed_step)
    guessed = bool(named) and claimed_by(journey_map, named) is Standing.ASSUMED
    return guessed and not placed_step.step.moment


def _is_guessed(journey_map: JourneyMap, entry: Defined[Stakeholder]) -> bool:
    """Tells whether all that is said of somebody who sways the persona is assumed."""
    if (entry.item.influence or 0) < _SWAYS or entry.item.kind is PersonKind.COMPETITOR:
        return False
    if entry.item.evidence:
        return _is_assumed(journey_map, entry)
    id_of = journey_map.person_id
    pains = [e.pain for e in journey_map.pains if [entry.id] == [id_of(w) for w in e.pain.of]]
    known = (claimed_by(journey_map, each.evidence) is Standing.ASSUMED for each in pains)
    return bool(pains) and all(each.evidence for each in pains) and all(known)


def _is_assumed(journey_map: JourneyMap, persona: Defined[Person]) -> bool:
    named = persona.item.evidence
    return bool(named) and claimed_by(journey_map, named) is Standing.ASSUMED


def _is_anything_known(journey_map: JourneyMap) -> bool:
    """Tells whether a step rests on more than assumptions, so that others can be told apart."""
    steps = (claims_evidence_at(each) for each in readable(journey_map.steps))
    return any(claimed_by(journey_map, each) is not Standing.ASSUMED for each in steps if each)
