"""The map as data, for programs that read what `show` prints."""

from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import claim_standing, standing
from journeymap.analysis.external import changes
from journeymap.model.between import Leak, Wait
from journeymap.model.feelings import Feeling
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.plain import plain
from journeymap.model.step import ActiveTime
from journeymap.views.sheet.content import read
from journeymap.words.headlines import headline
from journeymap.words.times import record

VERSION = 1
"""Version of the shape; fields may be added within it, never renamed."""


def describe(journey_map: JourneyMap, first: str = "") -> dict[str, Any]:
    """Returns stages, people and steps by their ids, as they go into JSON.

    Args:
        journey_map: the map.
        first: what is to be done first; empty where that is not known.
    """
    journey = journey_map.journey
    return {
        "version": VERSION,
        "journey": journey_map.id,
        "view": "map",
        "path": journey_map.path,
        "title": journey.title,
        "headline": headline(Analysis(journey_map=journey_map)),
        "first": first or None,
        "state": str(journey.state),
        "language": journey.language or "en",
        "persona": journey_map.persona_id or None,
        "personas": [who for who in journey_map.persona_ids if who],
        "people": [{"id": who, "name": name} for who, name in read(journey_map).people.items()],
        "questions": list(journey.questions),
        "external_changes": [
            {
                "what": each.what,
                "date": each.change.date.written if each.change.date else None,
                "affects": list(each.affected),
            }
            for each in changes(journey_map)
        ],
        "written": plain(journey, frozenset({"stages", "steps"})),
        "libraries": [plain(each) for each in journey_map.libraries.values()],
        "stages": [_stage(stage) for stage in journey_map.stages],
        "steps": [_step(journey_map, placed_step) for placed_step in journey_map.steps],
    }


def _stage(stage: PlacedStage) -> dict[str, Any]:
    written = plain(stage.stage, frozenset({"steps"}))
    return {
        "id": stage.id,
        "name": stage.label,
        "questions": list(stage.stage.questions),
        "written": written,
    }


def _feeling(feeling: Feeling) -> dict[str, Any]:
    return {
        "value": feeling.value,
        "lowest": feeling.lowest,
        "word": feeling.word or None,
        "written": feeling.written,
        "parts": [{"value": each.value, "written": each.written} for each in feeling.parts],
    }


def _party(journey_map: JourneyMap, leak: Leak) -> str | None:
    """Returns the id of the party that people leave for, if the words name one."""
    meant = journey_map.resolve(leak.to, Namespace.PERSON) if leak.to else None
    return meant.id if meant else None


def _time(
    journey_map: JourneyMap, placed_step: PlacedStep, figure: ActiveTime | Wait | None
) -> dict[str, Any] | None:
    if figure is None:
        return None
    told = record(figure.time, journey_map.journey.language)
    return {**told, "standing": standing(journey_map, placed_step, figure.evidence)}


def _apart(journey_map: JourneyMap, placed_step: PlacedStep) -> dict[str, Any]:
    """Returns what is told of each persona where they differ, and who alone takes the step."""
    step, label_of = placed_step.step, journey_map.channels.label_of
    own: dict[str, dict[str, Any]] = {
        "channel": {who: list(map(label_of, names)) for who, names in step.channels.items()},
        "duration": {k: _time(journey_map, placed_step, v) for k, v in step.durations.items()},
        "wait": {who: _time(journey_map, placed_step, time) for who, time in step.waits.items()},
    }
    each = {name: journey_map.by_person(values) for name, values in own.items() if values}
    only = {"only": list(journey_map.takers(placed_step))} if step.only else {}
    return ({"each": each} if each else {}) | only


def _step(journey_map: JourneyMap, placed_step: PlacedStep) -> dict[str, Any]:
    step = placed_step.step
    return {
        "id": placed_step.id,
        "number": placed_step.position + 1,
        "stage": placed_step.stage.id,
        "action": step.action,
        "emotion": {
            who: _feeling(feeling) | {"standing": claim_standing(journey_map, placed_step)}
            for who, feeling in journey_map.by_person(step.emotion, placed_step).items()
        },
        "channel": [journey_map.channels.label_of(name) for name in step.channel],
        "need": journey_map.by_person(step.need, placed_step),
        "thought": journey_map.by_person(step.thought, placed_step),
        "quote": journey_map.by_person(step.quote, placed_step),
        "pains": [{"id": entry.id, "text": entry.pain.text} for entry in placed_step.pains],
        "opportunities": [
            {"id": entry.id, "text": entry.opportunity.text} for entry in placed_step.opportunities
        ],
        "questions": list(step.questions),
        "moment": [str(moment) for moment in step.moment],
        "duration": _time(journey_map, placed_step, step.duration),
        "wait": _time(journey_map, placed_step, step.wait),
        **_apart(journey_map, placed_step),
        "written": plain(step),
        "handoff": [journey_map.person_id(handoff.to) for handoff in step.handoff],
        "leaks": [
            {
                "to": leak.to,
                "party": _party(journey_map, leak),
                "share": leak.share,
                **({"shares": journey_map.by_person(leak.shares)} if leak.shares else {}),
                "why": leak.why,
                "standing": None
                if leak.share is None and not leak.shares
                else standing(journey_map, placed_step, leak.evidence),
            }
            for leak in step.leaks
        ],
    }
