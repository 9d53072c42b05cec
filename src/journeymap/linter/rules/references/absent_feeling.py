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
    rule,
    step_route,
)
from journeymap.linter.rules.references._meaning import is_slip, parts_of
from journeymap.model.fields import PERSONA
from journeymap.model.people import Person, Persona, Stakeholder
from journeymap.model.step import Step


def _by_person(findings: Sequence[Finding], _: Context) -> Iterator[Finding]:
    """Tells of one person with one cure in one note, at the first of the places."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        alike.setdefault((each.message.partition(" has ")[0], each.help), []).append(each)
    for same in alike.values():
        who = same[0].message.partition(" has ")[0]
        first, *others = same
        steps = len({step_route(each.route) for each in same})
        more = f", and so at {counted(steps - 1, 'more step')}" if steps > 1 else ""
        yield replace(
            first,
            message=f"{first.message}{more}",
            related=tuple(Related(route=e.route, message=f"{who}, too") for e in others),
            stands_for=tuple(each.route for each in same),
        )


@rule("JM111", "absent-feeling", severity="note", from_status="draft", gathers=_by_person)
def absent_feeling(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An emotion, a need, a thought or a quote belongs to somebody who is not at the step.

    ## Why it matters

    Either the person does take part, and the step should say so, since pictures, hand-offs and
    counts of who is where go by that; or they hear of it, and the feeling is true all the same. At
    a step are its personas, unless it says `offstage: true` or `only` others, its `actor`,
    everybody in `with`, and those to whom it hands over. Family is not asked about: a husband who
    hears of it feels it. Who is nobody in the map is an `unknown-reference`. Looked at as well are
    channels, times and shares of one of several personas. One person is told of once, as far as the
    cure is one.

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

    Not so are family, and personas of whom nobody has chosen one. Who leads nowhere is told of
    elsewhere, unless people need not be defined.
    """
    if who == PERSONA:
        return True
    person = _meant(who, journey_map)
    if isinstance(person, Persona):
        return bool(journey_map.personas_chosen)
    if isinstance(person, Stakeholder):
        return person.kind is not PersonKind.FAMILY
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
    help_ = f"add {who} to `with` if they take part; a feeling of who only hears of it may stay"
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
