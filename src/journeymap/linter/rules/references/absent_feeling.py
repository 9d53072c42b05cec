"""JM111."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    PersonKind,
    PlacedStep,
    Related,
    Route,
    counted,
    listed,
    rule,
    step_route,
)
from journeymap.linter.rules.references._meaning import is_slip, parts_of
from journeymap.model.fields import PERSONA
from journeymap.model.people import Person, Persona, Stakeholder
from journeymap.model.step import Step

_JOIN = "add {who} to `with` if they take part; a feeling of who only hears of it may stay"

_NOT_ASKED = frozenset({PersonKind.FAMILY, PersonKind.ORGANISATION, PersonKind.PAYER})
"""Family hears of it and feels it; a house is at a step by whoever works there."""


def _by_cure(findings: Sequence[Finding], _: Context) -> Iterator[Finding]:
    """Tells of what has one cure in one note, at the first of the places."""
    alike: dict[str, dict[str, list[Finding]]] = {}
    for each in findings:
        who = str(each.route[-1])
        cure = _JOIN if each.help == _JOIN.format(who=who) else f"{who}: {each.help}"
        alike.setdefault(cure, {}).setdefault(each.message.partition(" has ")[0], []).append(each)
    for cure, people in alike.items():
        same = [each for own in people.values() for each in own]
        who = listed(tuple(dict.fromkeys(str(each.route[-1]) for each in same)))
        yield replace(
            same[0],
            message="; ".join(map(_told_once, people.values())),
            help=cure.format(who=who) if cure == _JOIN else same[0].help,
            related=tuple(
                Related(route=each.route, message=f"{name}, too")
                for name, own in people.items()
                for each in own
                if each is not same[0]
            ),
            stands_for=tuple(each.route for each in same),
        )


def _told_once(own: Sequence[Finding]) -> str:
    steps = len({step_route(each.route) for each in own})
    more = f", and so at {counted(steps - 1, 'more step')}" if steps > 1 else ""
    return f"{own[0].message}{more}"


@rule("JM111", "absent-feeling", severity="note", from_status="draft", gathers=_by_cure)
def absent_feeling(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An emotion, a need, a thought or a quote belongs to somebody who is not at the step.

    ## Why it matters

    Either the person does take part, and the step should say so, since pictures, hand-offs and
    counts of who is where go by that; or they hear of it, and the feeling is true all the same. At
    a step are its personas, unless it says `offstage: true` or `only` others, its `actor`,
    everybody in `with`, and those to whom it hands over. Family is not asked about: a husband who
    hears of it feels it; nor are houses, which are nowhere in person. Who is nobody in the map is
    an `unknown-reference`. Looked at as well are channels, times and shares of one of several
    personas. What has one cure is told of once, with all whom it is about.

    ## Bad

    ```yaml
    title: Dental clinic
    stakeholders: [{id: dentist, name: Dentist}, {id: insurer, name: Insurer}]
    steps:
      - action: Hears that the tooth cannot be saved
        with: [dentist]
        emotion: {dentist: neutral, insurer: anxious}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stakeholders: [{id: dentist, name: Dentist}, {id: husband, name: Husband, kind: family}]
    steps:
      - action: Hears that the tooth cannot be saved
        with: [dentist]
        emotion: {dentist: neutral, husband: anxious}
    ```
    """
    step, journey_map = placed_step.step, context.journey_map
    if not _all_known(placed_step, context):
        return
    takers = (handoff.to for handoff in step.handoff if handoff.to)
    present = {*journey_map.present(placed_step), *map(journey_map.person_id, takers)}
    for field, what, by_person in _told_of(step):
        for who in by_person:
            if not _is_at(who, present, journey_map) and _is_asked(who, journey_map):
                yield _finding(placed_step, (*field, who), what, journey_map)


def _told_of(step: Step) -> Iterator[tuple[Route, str, Mapping[str, object]]]:
    """Yields what a step tells by person: where, what it is, and of whom."""
    yield ("emotion",), "an emotion", step.emotion
    yield ("need",), "a need", step.need
    yield ("thought",), "a thought", step.thought
    yield ("quote",), "a quote", step.quote
    yield ("channel",), "a channel", step.channels
    yield ("duration",), "a duration", step.durations
    yield ("wait",), "a wait", step.waits
    for i, leak in enumerate(step.leaks):
        yield ("leaks", i, "share"), "a share", leak.shares
    for i, way in enumerate(step.next):
        yield ("next", i, "share"), "a share", way.shares


def _all_known(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether everybody at the step is known; who is not is told elsewhere."""
    if not all(
        context.journey_map.resolve(who, Namespace.PERSONA) for who in placed_step.step.only
    ):
        return False
    people = (placed_step.step.actor or PERSONA, *placed_step.step.with_)
    journey_map = context.journey_map
    return journey_map.is_free(Namespace.PERSON) or all(
        who == PERSONA or _meant(who, journey_map) for who in people
    )


def _meant(who: str, journey_map: JourneyMap) -> Person | None:
    meant = journey_map.resolve(who, Namespace.PERSON)
    return meant.item if meant else None


def _is_asked(who: str, journey_map: JourneyMap) -> bool:
    """Tells whether somebody who is not at a step is to be told of.

    Not so are family, houses, and personas of whom nobody has chosen one. Who leads nowhere is
    told of elsewhere, unless people need not be defined.
    """
    if who == PERSONA:
        return True
    person = _meant(who, journey_map)
    if isinstance(person, Persona):
        return bool(journey_map.personas_chosen)
    if isinstance(person, Stakeholder):
        return person.kind not in _NOT_ASKED
    return journey_map.is_free(Namespace.PERSON) and journey_map.person_id(who) in parts_of(
        journey_map
    )


def _is_at(who: str, present: set[str], journey_map: JourneyMap) -> bool:
    """Tells whether somebody is there, maybe misspelt, which is told elsewhere."""
    if who == PERSONA:
        return not present.isdisjoint(journey_map.persona_ids)
    person = journey_map.person_id(who)
    slips = (is_slip(person, other, person=True) for other in present)
    return person in present or (_meant(who, journey_map) is None and any(slips))


def _finding(placed_step: PlacedStep, route: Route, what: str, journey_map: JourneyMap) -> Finding:
    step, who = placed_step.step, str(route[-1])
    person = journey_map.person_id(who)
    name = "the persona" if who == PERSONA else f"`{who}`"
    help_ = _JOIN.format(who=who)
    if who == PERSONA or person in journey_map.persona_ids:
        way = "`only`" if step.only and not step.offstage else "`offstage`"
        help_ = f"remove {way}, or write whose it is"
    elif person in journey_map.personas.known:
        chosen = ", ".join((*journey_map.persona_ids, person))
        help_ = f"write persona: [{chosen}] at the top if they go the same journey"
    return Finding(
        message=f'{name} has {what} at "{placed_step.label}" and is not there',
        help=help_,
        route=(*placed_step.route, *route),
        mark=Mark.VALUE if who == PERSONA else Mark.KEY,
    )
