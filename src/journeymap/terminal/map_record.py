"""The map as data, for programs that read what `show` prints."""

from typing import Any

from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.sheet.content import read

VERSION = 1
"""Version of the shape; fields may be added within it, never renamed."""


def describe(found: JourneyMap) -> dict[str, Any]:
    """Returns stages, people and steps by their ids, as they go into JSON."""
    journey = found.journey
    return {
        "version": VERSION,
        "journey": found.id,
        "view": "map",
        "path": found.path,
        "title": journey.title,
        "state": str(journey.state),
        "language": journey.language or "en",
        "persona": found.persona_id or None,
        "people": [{"id": who, "name": name} for who, name in read(found).people.items()],
        "stages": [{"id": stage.id, "name": stage.label} for stage in found.stages],
        "steps": [_step(found, placed) for placed in found.steps],
    }


def _step(found: JourneyMap, placed: PlacedStep) -> dict[str, Any]:
    step = placed.step
    return {
        "id": placed.id,
        "number": placed.position + 1,
        "stage": placed.stage.id,
        "action": step.action,
        "emotion": {
            who: {"value": feeling.value, "written": feeling.written}
            for who, feeling in found.by_person(step.emotion).items()
        },
        "channel": [found.channels.label_of(name) for name in step.channel],
        "need": found.by_person(step.need),
        "pains": [{"id": entry.id, "text": entry.pain.text} for entry in placed.pains],
        "opportunities": [
            {"id": entry.id, "text": entry.opportunity.text} for entry in placed.opportunities
        ],
        "moment": [str(moment) for moment in step.moment],
        "wait": {"days": step.wait.time.days, "written": step.wait.time.written}
        if step.wait
        else None,
        "handoff": [found.person_id(handoff.to) for handoff in step.handoff],
        "leaks": [{"to": leak.to, "share": leak.share, "why": leak.why} for leak in step.leaks],
    }
