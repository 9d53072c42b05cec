"""JM402."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.analysis.first_told import first_told
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.analysis.houses import organisation_of
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Applicability,
    Context,
    Finding,
    Fix,
    Mark,
    PlacedStep,
    Related,
    Route,
    Severity,
    at_a_step,
    few,
    listed,
    quoted,
    rule,
    slug,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules.touchpoints._shared import is_paper, person
from journeymap.model.unread import if_read

_Lack = tuple[Transfer, Sequence[tuple[Route, str]]]
"""A hand-off, and what it does not carry with its places."""


def _by_cause(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells a hand-off once; several that lack the same as one, for one cause is behind them."""
    routes = {finding.route for finding in findings}
    alike: dict[frozenset[str], list[_Lack]] = {}
    for transfer in context.analysis.transfers:
        if left := tuple(each for each in _missing(transfer, context) if each[0] in routes):
            names = frozenset(slug(name) for _, name in left)
            alike.setdefault(names, []).append((transfer, left))
    for lacks in alike.values():
        one, *others = lacks
        yield _of_several(lacks, context) if others else _finding(*one, context)
    bare = [each for each in findings if each.route[-2] == "handoff"]
    yield from [_of_bare(bare)] if len(bare) > 1 else bare


@rule(
    "JM402",
    "incomplete-handoff",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_by_cause,
    needs=(
        at_a_step(
            "hand-offs that say what is needed",
            lambda placed_step: any(said.needs for said in placed_step.step.handoff),
        ),
    ),
)
def incomplete_handoff(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The next party needs information that the hand-off does not carry.

    ## Why it matters

    What does not go along is asked again, measured again, or missing when it is decided on. It is
    mostly cheap to send: the finding names what to send. Where several hand-offs lack the same, it
    is told once: a report that nobody writes is missing everywhere. Where some say what is needed,
    those that say nothing are asked about together.

    ## Basis

    Practitioner: a referral has to carry the patient and her papers (Schmidt & Wilde, How to
    reveal key leverage points in customer journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Referral
    stakeholders: [{id: specialist, name: Specialist, kind: clinician}]
    steps:
      - action: Is referred
        handoff:
          to: specialist
          needs: [blood results, medication]  # <- here
          carries: medication
      - {action: Is examined, actor: specialist}
    ```

    ## Good

    ```yaml
    title: Referral
    stakeholders: [{id: specialist, name: Specialist, kind: clinician}]
    steps:
      - action: Is referred
        handoff:
          to: specialist
          needs: [blood results, medication]
          carries: [medication, blood results]
      - {action: Is examined, actor: specialist}
    ```
    """
    yield from _bare(placed_step, context)
    known = if_read(lambda: context.analysis.transfers_at, None)
    every = context.analysis.transfers if known is None else known.get(placed_step.position, ())
    for transfer in every:
        if transfer.step.position == placed_step.position:
            for each in _missing(transfer, context):
                found = _finding(transfer, [each], context)
                yield replace(found, route=each[0], mark=Mark.VALUE)


def _bare(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Yields the hand-offs of a step of which nobody says what is needed, nor what goes along."""
    for i, said in enumerate(placed_step.step.handoff):
        if not said.needs and not said.carries:
            who = person(context.journey_map, context.journey_map.person_id(said.to))
            yield Finding(
                message=f'the hand-off to {who} at "{placed_step.label}" says neither what they '
                "need nor what goes along",
                help="ask who takes over what they lack when people come, and write needs: and "
                "carries:",
                route=(*placed_step.route, "handoff", i),
                severity=Severity.NOTE,
                gist=f'"{placed_step.label}" to {who}',
                survives_subsumption=True,
            )


def _of_bare(bare: Sequence[Finding]) -> Finding:
    first, *others = bare
    return replace(
        first,
        message=f"{len(bare)} hand-offs say neither what is needed nor what goes along: "
        f"{'; '.join(each.gist for each in bare)}",
        gist="",
        related=tuple(Related(route=each.route, message="here as well") for each in others),
        stands_for=tuple(each.route for each in bare),
    )


def _missing(transfer: Transfer, context: Context) -> list[tuple[Route, str]]:
    """Returns what a hand-off does not carry, each with its place."""
    if transfer.state is not HandoffState.INCOMPLETE or transfer.entry is None:
        return []
    known, step = context.journey_map.information, transfer.step
    route = (*step.route, "handoff", transfer.entry, "needs")
    needs = map(known.label_of, step.step.handoff[transfer.entry].needs)
    return [((*route, i), name) for i, name in enumerate(needs) if name in transfer.missing]


def _finding(transfer: Transfer, missing: Sequence[tuple[Route, str]], context: Context) -> Finding:
    step, routes = transfer.step, tuple(route for route, _ in missing)
    names = quoted(tuple(dict.fromkeys(name for _, name in missing)))
    one = len({name for _, name in missing}) == 1
    phrase = _phrase(transfer, context)
    asks = f"{_alone(transfer, context)}{_brought(transfer, context)}"
    return Finding(
        message=f'the hand-off at "{step.label}" does not carry {names}, '
        f"which {person(context.journey_map, transfer.taker)} needs{asks}",
        help=_help(transfer, missing, context),
        route=routes[0][:-1],
        mark=Mark.KEY,
        # Only those who hand over can know whether it goes along.
        fix=Fix(
            title=f"add {names} to `carries` once {'it goes' if one else 'they go'} along",
            applicability=Applicability.DISPLAY,
        ),
        phrase=f"{phrase}{asks}{_unasked(transfer, context)}" if phrase else "",
        stands_for=routes,
    )


def _phrase(transfer: Transfer, context: Context) -> str:
    """Returns what a leverage point says of a hand-off; of several at a step to whom each goes."""
    step = transfer.step
    if not (phrase := reason_at(step, ReasonKind.NOT_PASSED_ON, context.analysis)):
        return ""
    every = (each for each in context.analysis.transfers if each is not transfer)
    if not any(each.step is step and _missing(each, context) for each in every):
        return phrase
    taker = person(context.journey_map, transfer.taker)
    return f"not passed on to {taker}: {listed(transfer.missing)}"


def _brought(transfer: Transfer, context: Context) -> str:
    """Returns what of it the persona is asked to bring herself to where the taker serves next."""
    if transfer.to is None or transfer.to.position <= transfer.step.position:
        return ""
    known = context.journey_map.information
    gives = set(map(known.id_of, transfer.to.step.gives))
    names = [each for each in transfer.missing if known.id_of(each) in gives]
    does = "is" if len(names) == 1 else "are"
    where = f'left to the persona to bring, at "{transfer.to.label}"'
    return f"; {quoted(names)} {does} {where}" if names else ""


def _alone(transfer: Transfer, context: Context) -> str:
    """Returns how the taker may ask back: of another house, by the channel that is said or none."""
    journey_map = context.journey_map
    house = organisation_of(journey_map, transfer.taker)
    if transfer.giver and organisation_of(journey_map, transfer.giver) == house:
        return f", within {person(journey_map, house)}" if house != transfer.taker else ""
    said = transfer.step.step.handoff[transfer.entry] if transfer.entry is not None else None
    return ", with no way to ask back" if said and not said.ask_back else ""


def _unasked(transfer: Transfer, context: Context) -> str:
    """Returns of what is missing what nobody has asked for, for a finding that takes it in."""
    unknown = _unknown(transfer, _missing(transfer, context), context)
    return f"; nobody has asked for {quoted(unknown)} up to here" if unknown else ""


def _unknown(
    transfer: Transfer, missing: Sequence[tuple[Route, str]], context: Context
) -> tuple[str, ...]:
    """Returns of what is missing what no step up to here gives or gets; none where none tells.

    Nor any paper: nobody asks the persona for what a house writes itself.
    """
    known = context.journey_map.information
    there, here = _told_by(transfer, context), transfer.step.position
    asked = next(iter(there.values()), here + 1) <= here  # they are in the order of the steps
    names = dict.fromkeys(name for _, name in missing)
    facts = [name for name in names if not is_paper(name, context.journey_map)]
    return tuple(name for name in facts if asked and there.get(known.id_of(name), here + 1) > here)


def _help(transfer: Transfer, missing: Sequence[tuple[Route, str]], context: Context) -> str:
    """Returns what to do: to pass on what is there, or to ask for what nobody has asked for."""
    if unknown := _unknown(transfer, missing, context):
        others = tuple(dict.fromkeys(name for _, name in missing if name not in unknown))
        what, it = quoted(unknown) if others else "", "it" if len(unknown) == 1 else "them"
        as_well = f"; see who has {quoted(others)}, and pass that on as well" if others else ""
        return f"nobody has asked for {what or it} up to here: see who can, and pass {it} on" + (
            as_well
        )
    return "make sure that it is passed on; if it is already, add it to carries:"


def _told_by(transfer: Transfer, context: Context) -> Mapping[str, int]:
    """Returns where each information is told first; as far as the hand-off where some is unread."""
    known = if_read(lambda: context.analysis.first_told, None)
    if known is not None:
        return known
    journey_map = context.journey_map
    return first_told(journey_map, journey_map.steps[: transfer.step.position + 1])


def _of_several(lacks: Sequence[_Lack], context: Context) -> Finding:
    """Tells hand-offs that lack the same, at what they lack, where the map defines that.

    So no finding at one of their steps stands for it.
    """
    journey_map = context.journey_map
    names = tuple(dict.fromkeys(name for _, name in lacks[0][1]))
    at = [(route[:-1], transfer) for transfer, ((route, _), *_) in lacks]
    steps = dict.fromkeys(transfer.step.label for _, transfer in at)
    takers = dict.fromkeys(person(journey_map, transfer.taker) for _, transfer in at)
    found = _finding(*lacks[0], context)
    defined = journey_map.information.find(names[0])
    is_here = len(steps) > 1 and defined is not None and defined.library is None
    return replace(
        found,
        message=f"{len(lacks)} hand-offs do not carry {quoted(names)}, which "
        f"{listed(tuple(takers))} {'needs' if len(takers) == 1 else 'need'}: "
        f"at {few(tuple(steps))}",
        help="find out why it goes along nowhere: maybe nobody writes it, or nobody is asked to",
        route=defined.route if is_here and defined else () if len(steps) > 1 else found.route,
        mark=Mark.NODE if len(steps) > 1 else found.mark,
        fix=None,
        stands_for=tuple(route for _, missing in lacks for route, _ in missing),
        related=tuple(
            Related(route=route, message=f"not carried to {person(journey_map, transfer.taker)}")
            for route, transfer in at
        ),
    )
