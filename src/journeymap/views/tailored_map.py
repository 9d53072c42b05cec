"""A map made ready for those who look at it: a part of it, another's eyes, another title.

What is left out is left out for good: figures of an excerpt are those of what remains.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from journeymap.model.fields import PERSONA
from journeymap.model.ids import BEFORE, END, slug
from journeymap.model.journey import Starts
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import nearest
from journeymap.model.people import Persona
from journeymap.model.step import Step
from journeymap.views.errors import NoSuchNameError

_PER_PERSON = ("need", "thought", "quote", "emotion", "importance", "expected", "perceived")
"""Fields of a step that hold a value per person."""


def entitled(journey_map: JourneyMap, title: str) -> JourneyMap:
    """Returns a map under another title."""
    return replace(journey_map, journey=journey_map.journey.model_copy(update={"title": title}))


def of_stages(journey_map: JourneyMap, names: Collection[str]) -> JourneyMap:
    """Returns a part of a map; steps keep their ids.

    Args:
        journey_map: the map.
        names: stages to keep, by id or name.

    Raises:
        NoSuchNameError: the map has no such stage.
    """
    known = journey_map.stage_names
    for name in names:
        if known.find(name) is None:
            raise NoSuchNameError(_unknown("stage", name, [stage.label for stage in known]))
    kept = {stage.item.position for stage in known.meant(names)}
    whole = _with_steps(journey_map, lambda placed_step: placed_step.step)
    stages = tuple(
        stage.stage.model_copy(update={"id": journey_map.stages[i].id})
        for i, stage in enumerate(whole.stages)
        if i in kept
    )
    journey = whole.journey.model_copy(update={"stages": stages, "steps": ()})
    return replace(whole, journey=journey)


def seen_by(journey_map: JourneyMap, name: str) -> JourneyMap:
    """Returns a map as one person goes through it: her needs, feelings, pains and ideas alone.

    Of several personas it is the map that she would have alone, without the steps that she passes
    over; what is everybody's stays.

    Args:
        journey_map: the map.
        name: a persona or stakeholder, by id or name.

    Raises:
        NoSuchNameError: the map has no such person.
    """
    who = journey_map.person_id(name)
    named = {
        journey_map.persona_id,
        *(entry.id for entry in journey_map.people.defined),
        *_voices(journey_map),
    }
    if who not in named or not who:
        labels = [journey_map.person_label(each) for each in sorted(named) if each]
        raise NoSuchNameError(_unknown("person", name, labels))
    if who in journey_map.persona_ids:
        own = _without_others(journey_map, who) if journey_map.persona_ids[1:] else journey_map
        taken = _without_passed_over(own)
        return _with_steps(taken, lambda placed_step: _alone(taken, placed_step, who))
    persona = _as_persona(journey_map, who)
    others = tuple(
        each.item for each in journey_map.stakeholders if not each.library and each.id != who
    )
    own = _with_steps(journey_map, lambda placed_step: _alone(journey_map, placed_step, who))
    journey = own.journey.model_copy(
        update={"personas_chosen": (who,), "personas": (persona,), "stakeholders": others}
    )
    return replace(own, journey=journey)


def _as_persona(journey_map: JourneyMap, who: str) -> Persona:
    """Returns anybody of a map as if the journey were theirs, with all that is known of them."""
    meant = journey_map.people.find(who)
    known = vars(meant.item) if meant else {}
    told = {name: known[name] for name in Persona.model_fields if name in known}
    return Persona.model_construct(**told | {"id": who, "name": journey_map.person_label(who)})


def _without_others(journey_map: JourneyMap, who: str) -> JourneyMap:
    """Returns a map of several personas as one of them has it alone, without the others."""
    others = {each for each in journey_map.persona_ids if each != who}
    own = journey_map.of_one(who)
    left = (each for each in journey_map.personas if not each.library and each.id not in others)
    personas = tuple(each.item.model_copy(update={"id": each.id}) for each in left)
    update = {"personas": personas, "starts": _starts(journey_map, who)}
    return replace(own, journey=own.journey.model_copy(update=update))


def _starts(journey_map: JourneyMap, who: str) -> Starts | None:
    """Returns how many begin as one of several personas; None where her share is not known."""
    starts = journey_map.journey.starts
    if starts is None or not all(each.item.share for each in journey_map.personas_chosen):
        return None
    own = round(starts.n * journey_map.persona_weights[who])
    return starts.model_copy(update={"n": own})


def _without_passed_over(journey_map: JourneyMap) -> JourneyMap:
    """Returns a map without the steps that its persona passes over; ways lead to what follows."""
    taken = {step.position: step for step in journey_map.steps if journey_map.takers(step)}
    if len(taken) == len(journey_map.steps):
        return journey_map

    def onto(name: str) -> str:
        meant = journey_map.find_step(name) if slug(name) != END and name != BEFORE else None
        if meant is None or meant.position in taken:
            return name
        return next((each.id for at, each in taken.items() if at > meant.position), END)

    def led_on(placed_step: PlacedStep) -> Step:
        step = placed_step.step
        update: dict[str, Any] = {
            "next": tuple(way.model_copy(update={"to": onto(way.to)}) for way in step.next)
        }
        if step.within and step.within.after and onto(step.within.after) != step.within.after:
            update["within"] = None
        if step.meanwhile and onto(step.meanwhile) != step.meanwhile:
            update["meanwhile"] = None
        return step.model_copy(update=update)

    return _with_steps(journey_map, led_on, lambda placed_step: placed_step.position in taken)


def _voices(journey_map: JourneyMap) -> set[str]:
    """Returns everybody for whom a step says anything."""
    return {
        journey_map.person_id(who)
        for placed_step in journey_map.steps
        for name in _PER_PERSON
        for who in getattr(placed_step.step, name)
    }


def _alone(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> Step:
    """Returns a step with one person's values as the persona's; offstage where she is not there."""
    kept: dict[str, Any] = {}
    for name in _PER_PERSON:
        values: Mapping[str, Any] = journey_map.by_person(
            getattr(placed_step.step, name), placed_step
        )
        kept[name] = {PERSONA: values[who]} if who in values else {}
    there = who in journey_map.present(placed_step) or any(kept.values())
    kept |= {
        "pains": tuple(
            own
            for own, placed in zip(placed_step.step.pains, placed_step.pains, strict=True)
            if _is_of(journey_map, placed.pain.of, who)
        ),
        "opportunities": tuple(
            own
            for own, placed in zip(
                placed_step.step.opportunities, placed_step.opportunities, strict=True
            )
            if _is_of(journey_map, placed.opportunity.for_, who)
        ),
    }
    return placed_step.step.model_copy(update={**kept, "only": (), "offstage": not there})


def _is_of(journey_map: JourneyMap, people: Collection[str], who: str) -> bool:
    """Tells whether a pain or an idea is somebody's: by name, or as a persona without one."""
    if not people:
        return who in journey_map.persona_ids
    return who in map(journey_map.person_id, people)


def _everyone(_: PlacedStep) -> bool:
    return True


def _with_steps(
    journey_map: JourneyMap,
    change: Callable[[PlacedStep], Step],
    keeps: Callable[[PlacedStep], bool] = _everyone,
) -> JourneyMap:
    """Returns a map with each step changed, or left out; steps keep the ids that they had."""
    stages = []
    for stage in journey_map.stages:
        steps = tuple(
            change(placed_step).model_copy(update={"id": placed_step.id})
            for placed_step in journey_map.steps_of(stage)
            if keeps(placed_step)
        )
        stages.append(stage.stage.model_copy(update={"steps": steps}))
    unnamed = bool(journey_map.journey.steps)
    update = {
        "stages": tuple(stages[:-1] if unnamed else stages),
        "steps": stages[-1].steps if unnamed else (),
    }
    return replace(journey_map, journey=journey_map.journey.model_copy(update=update))


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    near = nearest(name, known)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"the map has no {what} {name}; {hint}"
