"""JM224."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Namespace,
    PersonKind,
    Related,
    State,
    listed,
    one_by_one,
    rule,
)
from journeymap.linter.rules._unheard import NO_PEOPLE, unheard_at
from journeymap.model.people import Person, Stakeholder
from journeymap.model.references import Reference

_STRONG = 4
"""From this influence on somebody changes a journey in which they do not occur; house."""


@rule("JM224", "unheard-person", severity="note", from_status="published", basis="practitioner")
def unheard_person(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Somebody who counts is at a moment or a low with no word of theirs, or in no step at all.

    ## Why it matters

    At the moments that decide, two people meet, and the map knows one of them. The nurse who has
    four minutes, the second buyer who did not want the house: what they need and feel makes the
    moment what it is. Looked at are personas whose map it is not, family of influence 4 and 5, and
    staff and clinicians of influence 5, at declared moments and where the persona, or they, feel
    bad. One need, feeling, thought, quote or pain of theirs at any such step will do. Each is told
    once; of whom no need is known anywhere, unheard-stakeholder tells. Stakeholders of influence 4
    and 5 whom no step names, not even as receivers of a hand-off, are told together. Competitors
    are not asked for, nor is a house whose people take part.

    ## Basis

    Practitioner: integrate all relevant stakeholders and know what they need at what time (Schmidt
    & Wilde, How to reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Buying a house
    persona: dan
    personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]
    steps:
      - {action: Sees the house, with: ruth, emotion: pleased}
      - action: Signs  # <- here
        with: ruth
        moment: truth
        emotion: anxious
    ```

    ## Good

    ```yaml
    title: Buying a house
    persona: dan
    personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]
    steps:
      - action: Signs
        with: ruth
        moment: truth
        emotion: {dan: anxious, ruth: angry}
    ```
    """
    if journey_map.journey.state is not State.DESIRED:
        walks = [_unheard(journey_map, each) for each in journey_map.people]
        yield from one_by_one([*walks, _in_no_step(journey_map)])


def _in_no_step(journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields the stakeholders of great influence whom nothing in the journey names, once."""
    away = [
        entry
        for entry in journey_map.stakeholders
        if (entry.item.influence or 0) >= _STRONG
        and entry.library is None
        and entry.item.kind is not PersonKind.COMPETITOR
        and (entry.item.needs or entry.item.kind in NO_PEOPLE)
    ]
    named = {entry.id for each in _named(journey_map) for entry in each.found}
    houses = {
        journey_map.person_id(entry.item.part_of)
        for entry in journey_map.people
        if isinstance(entry.item, Stakeholder) and entry.item.part_of and entry.id in named
    }
    away = [entry for entry in away if entry.id not in named | houses]
    if not away:
        return
    one = len(away) == 1
    yield Finding(
        message=f"no step names {listed([_with_influence(entry) for entry in away])}",
        help=f"add the step at which {'they act' if one else 'each acts'}, or name them there "
        "under with:, actor: or handoff:",
        route=away[0].route,
        related=tuple(Related(route=entry.route, message="nor this one") for entry in away[1:]),
        stands_for=tuple(entry.route for entry in away),
    )


def _named(journey_map: JourneyMap) -> Iterator[Reference]:
    """Walks the names of people that stand in the journey itself."""
    for each in journey_map.references:
        if each.to is Namespace.PERSON and each.route[:1] in {("stages",), ("steps",)}:
            yield each


def _with_influence(entry: Defined[Stakeholder]) -> str:
    return f'"{entry.label}" (influence {entry.item.influence} of 5)'


def _unheard(journey_map: JourneyMap, entry: Defined[Person]) -> Iterator[Finding]:
    step = unheard_at(journey_map, entry.id, entry.item)
    if step is None:
        return
    known = isinstance(entry.item, Stakeholder)
    who = f" (influence {entry.item.influence} of 5)" if isinstance(entry.item, Stakeholder) else ""
    moment = "a declared moment" if step.step.moment else "a low"
    yield Finding(
        message=f'"{entry.label}"{who} takes part in "{step.label}", {moment}, and nothing is said '
        "of what they need or feel there",
        help=f"ask them, and add {entry.id}: to need: or emotion: of the step"
        + ("" if known else ", or make a map of theirs"),
        route=step.route,
    )
