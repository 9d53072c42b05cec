"""JM224."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    State,
    one_by_one,
    rule,
)
from journeymap.linter.rules._unheard import unheard_at
from journeymap.model.people import Person, Stakeholder


@rule("JM224", "unheard-person", severity="note", from_status="published", basis="practitioner")
def unheard_person(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Somebody who counts is at a moment or a low with no word of theirs.

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
        yield from one_by_one(_unheard(journey_map, each) for each in journey_map.people)


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
