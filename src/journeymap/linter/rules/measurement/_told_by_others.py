"""Family whose feelings a map tells at several steps, by sources in which others speak."""

from collections.abc import Iterator

from journeymap.analysis.evidence import evidence_for
from journeymap.authoring import (
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    PersonKind,
    PlacedStep,
    few,
)
from journeymap.model.people import Stakeholder
from journeymap.model.unread import readable
from journeymap.model.vocabulary import Evidence, Speaker

_SWAYS = 4
"""From this influence on, 1 to 5, what is said of somebody is to be known (house)."""
_SEVERAL = 2
"""One feeling may be seen from outside; house."""
_MUTE = frozenset({EvidenceKind.RECORDS, EvidenceKind.ANALYTICS, EvidenceKind.LITERATURE})
"""Kinds of evidence in which nobody speaks of feelings."""


def told_by_others(
    journey_map: JourneyMap, entry: Defined[Stakeholder]
) -> tuple[list[PlacedStep], list[Defined[Evidence]]] | None:
    """Returns where somebody's feelings are told, and by which sources; None if she may speak.

    Whose voice a source is (`from`) has to be written for all of them: what is unknown may be hers.

    Args:
        journey_map: the map.
        entry: somebody of it.
    """
    person = entry.item
    if person.kind is not PersonKind.FAMILY or (person.influence or 0) < _SWAYS:
        return None
    if entry.id in journey_map.persona_ids:
        return None
    steps = [each for each in readable(journey_map.steps) if _feels(journey_map, each, entry.id)]
    named = [name for each in steps for name in _behind(journey_map, each, entry.id)]
    cited = dict.fromkeys((*named, *person.evidence))
    meant = [e for e in journey_map.evidence.meant(cited) if e.item.kind not in _MUTE]
    hers = any(each.item.from_ in {None, Speaker.FAMILY} for each in meant)
    return None if len(steps) < _SEVERAL or not meant or hers else (steps, meant)


def of_family(journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields of each of the family whose feelings only others tell, to ask whether she was heard.

    Args:
        journey_map: the map.
    """
    for entry in journey_map.stakeholders:
        if found := told_by_others(journey_map, entry):
            steps, sources = found
            yield Finding(
                message=f'how "{entry.label}" feels at {len(steps)} steps is known from '
                f"{few([each.label for each in sources])}, none of which is said to be from the "
                "family: is any of it their own word?",
                help="ask them, or somebody who was with them, and name that under evidence: with "
                "from: family",
                route=entry.route if not entry.library else steps[0].route,
            )


def _feels(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> bool:
    return who in journey_map.by_person(placed_step.step.emotion, placed_step)


def _behind(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> tuple[str, ...]:
    """Returns the evidence behind a feeling of somebody at a step."""
    felt = journey_map.by_person(placed_step.step.emotion, placed_step)[who]
    return tuple(evidence_for(journey_map, placed_step, getattr(felt, "evidence", ())))
