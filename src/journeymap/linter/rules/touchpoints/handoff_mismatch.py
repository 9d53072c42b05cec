"""JM409."""

from collections.abc import Iterator

from journeymap.analysis.beside import parents, roots
from journeymap.analysis.handoffs import Transfer, next_serving
from journeymap.analysis.later_parts import serves_later
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Severity,
    rule,
    slug,
)
from journeymap.linter.rules.touchpoints._shared import SERVED, person


@rule(
    "JM409",
    "handoff-mismatch",
    severity="warning",
    from_status="review",
    basis="house",
    needs=(SERVED,),
)
def handoff_mismatch(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A hand-off goes to a party that serves at no later step, or stands at their own.

    ## Why it matters

    Either the map leaves out the step at which somebody acts on it, or nobody does, or the hand-off
    is named wrongly. Papers may go to a party who serves later, or beside this step (`meanwhile`).
    One at its taker's own step belongs to the step before, where another one serves there and the
    persona brings no papers. Not asked are hand-offs to who serves nowhere, is in the step, or has
    a feeling later (`absent-feeling` asks). Where a later step speaks of them, a note says so.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
      - {id: lab, name: Laboratory, kind: organisation}
    steps:
      - action: Is referred
        actor: gp
        handoff: specialist  # <- here
      - {action: Has blood taken, actor: lab}
    ```

    ## Good

    ```yaml
    title: Referral
    stakeholders:
      - {id: gp, name: General practitioner, kind: clinician}
      - {id: specialist, name: Specialist, kind: clinician}
      - {id: lab, name: Laboratory, kind: organisation}
    steps:
      - action: Is referred
        actor: gp
        handoff: [lab, specialist]
      - {action: Has blood taken, actor: lab}
      - {action: Is examined, actor: specialist}
    ```
    """
    for transfer in context.analysis.transfers:
        if transfer.entry is None or not journey_map.is_provider(transfer.taker):
            continue
        if transfer.taker == transfer.giver:
            yield from _at_the_taker(transfer, context)
        elif transfer.to is None and not _is_there(transfer, journey_map):
            yield from _astray(transfer, context)


def _is_there(transfer: Transfer, journey_map: JourneyMap) -> bool:
    """Tells whether the taker takes part in the step itself: it is handed over in presence."""
    return transfer.taker in map(journey_map.person_id, transfer.step.step.with_)


def _astray(transfer: Transfer, context: Context) -> Iterator[Finding]:
    journey_map, ways, step = context.journey_map, context.analysis.ways, transfer.step
    goes_on = next_serving(journey_map, ways, step)
    if not goes_on or serves_later(journey_map, ways, step, transfer.taker):
        return
    later = journey_map.steps[step.position + 1 :]
    if any(_is_felt_at(each, transfer.taker, journey_map) for each in later):
        return  # `absent-feeling` asks to add them there
    who = person(journey_map, transfer.taker)
    maybe = next((e for e in later if _is_spoken_of_at(e, transfer.taker, journey_map)), None)
    help_ = (
        "add the step at which they act on it (offstage: true, if the persona takes no part), "
        "or find out whether anybody does; or correct the name"
    )
    if maybe is not None:
        help_ = (
            f'add {transfer.taker} to `with` at "{maybe.label}", if that is where they act on it'
        )
    yield _finding(
        transfer,
        f'the hand-off at "{step.label}" goes to {who}, and no step after it names them under '
        "`with` or `actor`",
        help_,
        Severity.NOTE if maybe else None,
    )


def _is_felt_at(placed_step: PlacedStep, who: str, journey_map: JourneyMap) -> bool:
    """Tells whether a step says what somebody feels, needs, thinks or said."""
    step = placed_step.step
    told = (step.emotion, step.need, step.thought, step.quote)
    return any(who in journey_map.by_person(each, placed_step) for each in told)


def _is_spoken_of_at(placed_step: PlacedStep, who: str, journey_map: JourneyMap) -> bool:
    """Tells whether a step says what hurts somebody, or its texts or its stage speak of them."""
    step, owner = placed_step.step, placed_step.stage.stage.owner
    if any(who in map(journey_map.person_id, each.pain.of) for each in placed_step.pains):
        return True
    name = journey_map.person_label(who)
    behind = (*step.frontstage, *step.backstage)
    if owner and journey_map.person_id(owner) == who and behind:
        return True
    return any(f"-{slug(name)}-" in f"-{slug(text)}-" for text in (step.action, *behind))


def _at_the_taker(transfer: Transfer, context: Context) -> Iterator[Finding]:
    """Tells of a hand-off at its taker's own step, where another party served before."""
    journey_map, step = context.journey_map, transfer.step
    who = person(journey_map, transfer.taker)
    before = _served_before(transfer, context)
    if before is None or _is_brought(transfer, journey_map):
        return
    there = f'the step before, "{before.label}"'
    if not _is_known_at(before, transfer, journey_map):
        there = "the step of who is to pass it on"
    message = f'the hand-off to {who} stands at "{step.label}", where {who} already is'
    yield _finding(transfer, message, f"move it to {there}")


def _served_before(transfer: Transfer, context: Context) -> PlacedStep | None:
    """Returns the step before on the main line, where another party serves; None elsewhere."""
    journey_map, at = context.journey_map, transfer.step.position
    if not at or at not in context.analysis.ways.successors[at - 1]:
        return None
    before = journey_map.steps[roots(parents(journey_map))[at - 1]]
    party = journey_map.serving(before)
    return before if party and party != transfer.taker else None


def _is_known_at(before: PlacedStep, transfer: Transfer, journey_map: JourneyMap) -> bool:
    """Tells whether something that is to be handed over is known at a step, as far as it is said.

    What nobody there gives, gets or knows, nobody there can pass on.
    """
    goes = _goes(transfer, journey_map)
    step, id_of = before.step, journey_map.information.id_of
    known = {id_of(item) for item in (*step.gives, *step.gets, *step.confirms, *step.reuses)}
    return not goes or bool(goes & known)


def _goes(transfer: Transfer, journey_map: JourneyMap) -> set[str]:
    """Returns the ids of what a hand-off carries, or is to carry."""
    said = transfer.step.step.handoff[transfer.entry or 0]
    return set(map(journey_map.information.id_of, (*said.needs, *said.carries)))


def _is_brought(transfer: Transfer, journey_map: JourneyMap) -> bool:
    """Tells whether the persona, or her family, brings the papers to the taker herself."""
    step = transfer.step.step
    if step.offstage or (step.actor and journey_map.is_provider(step.actor)):
        return False
    id_of = journey_map.information.id_of
    given = {id_of(item) for item in (*step.gives, *step.confirms, *step.reuses)}
    return bool(given & _goes(transfer, journey_map))


def _finding(
    transfer: Transfer, message: str, help_: str, severity: Severity | None = None
) -> Finding:
    return Finding(
        severity=severity,
        message=message,
        help=help_,
        route=(*transfer.step.route, "handoff", transfer.entry or 0, "to"),
        mark=Mark.VALUE,
    )
