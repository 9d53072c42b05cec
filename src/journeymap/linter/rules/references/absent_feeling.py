"""JM111."""

from collections.abc import Iterator, Mapping

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Namespace, PlacedStep, rule
from journeymap.linter.rules.references._meaning import is_slip
from journeymap.model.fields import PERSONA


@rule("JM111", "absent-feeling", severity="error", from_status="draft")
def absent_feeling(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An emotion, a need or a thought belongs to somebody who is not at the step.

    ## Why it matters

    Either the person does take part, and the step should say so, since pictures, hand-offs and
    counts of who is where go by that; or the feeling belongs to another step. At a step are the
    persona, unless it says `offstage: true`, its `actor`, everybody in `with`, and those to whom
    it hands over.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Hears that the tooth cannot be saved
        with: [dentist]
        emotion: {dentist: neutral, sister: anxious}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Hears that the tooth cannot be saved
        with: [dentist, sister]
        emotion: {dentist: neutral, sister: anxious}
    ```
    """
    step, journey_map = placed_step.step, context.journey_map
    if not _all_known(placed_step, context):
        return
    takers = (handoff.to for handoff in step.handoff if handoff.to)
    present = {*journey_map.present(placed_step), *map(journey_map.person_id, takers)}
    values: tuple[tuple[str, str, Mapping[str, object]], ...] = (
        ("emotion", "an emotion", step.emotion),
        ("need", "a need", step.need),
        ("thought", "a thought", step.thought),
    )
    for field, what, by_person in values:
        for who in by_person:
            if _is_known(who, journey_map) and not _is_at(who, present, journey_map):
                yield _finding(placed_step, field, what, who, journey_map)


def _all_known(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether everybody at the step is known; who is not is told elsewhere."""
    people = (placed_step.step.actor or PERSONA, *placed_step.step.with_)
    return all(_is_known(who, context.journey_map) for who in people)


def _is_known(who: str, journey_map: JourneyMap) -> bool:
    """Tells whether it is clear who is meant; names that nothing defines are told elsewhere."""
    return journey_map.is_free(Namespace.PERSON) or _leads_somewhere(who, journey_map)


def _leads_somewhere(who: str, journey_map: JourneyMap) -> bool:
    return who == PERSONA or journey_map.resolve(who, Namespace.PERSON) is not None


def _is_at(who: str, present: set[str], journey_map: JourneyMap) -> bool:
    """Tells whether somebody is there, maybe misspelt, which is told elsewhere."""
    person = journey_map.person_id(who)
    slips = (is_slip(person, other, person=True) for other in present)
    return person in present or (not _leads_somewhere(who, journey_map) and any(slips))


def _finding(
    placed_step: PlacedStep, field: str, what: str, who: str, journey_map: JourneyMap
) -> Finding:
    persona = journey_map.person_id(who) == journey_map.persona_id
    name = "the persona" if who == PERSONA else f"`{who}`"
    is_nobody = field == "emotion" and not _leads_somewhere(who, journey_map)
    feeling = f"write emotion: {who} -1 if it is a feeling with its value; else " * is_nobody
    return Finding(
        message=f'{name} has {what} at "{placed_step.label}" and is not there',
        help=(
            "remove `offstage`, or write whose it is"
            if persona
            else f"{feeling}add {who} to `with`, or move the {field} to a step where they are"
        ),
        route=(*placed_step.route, field, who),
        mark=Mark.VALUE if who == PERSONA else Mark.KEY,
    )
