"""JM812."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Namespace,
    OpportunityStatus,
    PlacedOpportunity,
    Related,
    rule,
)
from journeymap.model.pains import SharedOpportunity
from journeymap.model.shared_words import SharedWords

_Known = Defined[SharedOpportunity] | PlacedOpportunity


@rule("JM812", "duplicate-idea", severity="note", from_status="published", basis="house")
def duplicate_idea(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Two ideas say nearly the same, and nothing ties them to one another.

    ## Why it matters

    One idea under two names has two owners and two scores, and counts twice in every list. Write it
    once, in a library or at one step, and name it at the other with `opportunity:`; or say with
    `parent:` of which wider idea both are parts.

    ## Basis

    House: seven of ten words in common, compared by their first six letters.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a date
        opportunities: [Booking online with free slots]
      - action: Comes for the check-up
        opportunities: [Online booking with free slots]  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a date
        opportunities: {id: online, text: Booking online with free slots}
      - action: Comes for the check-up
        opportunities: {opportunity: online}
    ```
    """
    shared = journey_map.names(Namespace.SHARED_OPPORTUNITY)
    known: list[_Known] = []
    texts = SharedWords()

    def add(entry: _Known) -> None:
        known.append(entry)
        texts.add(entry.label)

    for each in shared:
        if each.library:
            add(each)
    for idea in journey_map.opportunities:
        if idea.origin or idea.opportunity.status is OpportunityStatus.DROPPED:
            continue
        others = (known[i] for i in texts.near(idea.label))
        other = next((o for o in others if not _are_tied(idea, o, journey_map)), None)
        if other is not None:
            yield _finding(idea, other)
        add(idea)


def _are_tied(
    idea: PlacedOpportunity,
    other: _Known,
    journey_map: JourneyMap,
) -> bool:
    """Tells whether one is a part of the other, or both are parts of the same."""
    parts = other.item if isinstance(other, Defined) else other.opportunity
    wider = {
        journey_map.id_of(name, Namespace.OPPORTUNITY, idea.route)
        for name in (idea.opportunity.parent, parts.parent)
        if name
    }
    both = bool(idea.opportunity.parent and parts.parent) and len(wider) == 1
    return both or not wider.isdisjoint({idea.id, other.id})


def _finding(idea: PlacedOpportunity, other: _Known) -> Finding:
    library = other.library if isinstance(other, Defined) else None
    where = f" of {library}" if library else ""
    return Finding(
        message=f'"{idea.label}" says nearly the same as "{other.label}"{where}',
        help=f"write it once and name it here with opportunity: {other.id}; or tie both with "
        "parent:",
        route=idea.route,
        related=(Related(route=other.route, message="the other one", path=library),),
    )
