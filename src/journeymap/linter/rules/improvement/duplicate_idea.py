"""JM812."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
    slug,
)
from journeymap.model.pains import SharedOpportunity

_STEM = 6
"""So many letters of a word are compared: endings say little."""
_ALIKE = 0.7
"""Two texts with this share of their words in common say nearly the same."""

Words = frozenset[str]
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
    known: list[tuple[Words, _Known]] = [
        (_words(each.label), each) for each in shared if each.library
    ]
    index = _indexed(known)
    for idea in journey_map.opportunities:
        if idea.origin or idea.opportunity.status is OpportunityStatus.DROPPED:
            continue
        words = _words(idea.label)
        for other in _alike(words, known, index):
            if not _are_tied(idea, other, journey_map):
                yield _finding(idea, other)
                break
        known.append((words, idea))
        for word in words:
            index[word].append(len(known) - 1)


def _words(text: str) -> Words:
    return frozenset(word[:_STEM] for word in slug(text).split("-"))


def _indexed(known: Sequence[tuple[Words, object]]) -> defaultdict[str, list[int]]:
    index = defaultdict[str, list[int]](list)
    for i, (words, _) in enumerate(known):
        for word in words:
            index[word].append(i)
    return index


def _alike(
    words: Words,
    known: Sequence[tuple[Words, _Known]],
    index: Mapping[str, Sequence[int]],
) -> Iterator[_Known]:
    """Walks what says nearly the same, in order."""
    common = defaultdict[int, int](int)
    for word in words:
        for i in index.get(word, ()):
            common[i] += 1
    for i in sorted(common):
        if common[i] >= _ALIKE * len(words | known[i][0]):
            yield known[i][1]


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
