"""Whether what is recorded of a pain is older than the idea that is live against it."""

from collections.abc import Iterable

from journeymap.authoring import Defined, EvidenceKind, JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.authoring import PlacedPain as Pain
from journeymap.model.vocabulary import Evidence


def newest_evidence(
    pain: Pain, placed_step: PlacedStep, journey_map: JourneyMap
) -> Defined[Evidence] | None:
    """Returns the latest dated evidence of a pain, its own or else that of its step."""
    return newest_of(pain.pain.evidence or placed_step.step.evidence, journey_map)


def newest_of(names: Iterable[str], journey_map: JourneyMap) -> Defined[Evidence] | None:
    """Returns the latest of some evidence that has a date, and is no assumption."""
    dated = [
        (entry.item.date.date, entry)
        for entry in journey_map.evidence.meant(names)
        if entry.item.date and entry.item.kind is not EvidenceKind.ASSUMPTION
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def is_from_before(
    live: PlacedOpportunity, placed_step: PlacedStep, journey_map: JourneyMap
) -> bool:
    """Tells whether all that is known of the pains of a step is older than an idea that is live.

    Then nobody knows whether it is enough. Looked at are the pains that it solves, else all; what
    has no date, and an idea of which nobody knows since when it is live, tells nothing.
    """
    since = live.opportunity.since
    solved = [each for each in placed_step.pains if each.id in live.opportunity.solves]
    pains = solved or placed_step.pains
    found = [newest_evidence(each, placed_step, journey_map) for each in pains]
    days = [each.item.date for each in found if each]
    return since is not None and bool(days) and all(day and day.date < since.date for day in days)
