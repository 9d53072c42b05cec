"""Where those go who leave a journey: its losses summed by where they lead."""

from collections.abc import Iterator, Sequence
from math import fsum

from journeymap.analysis.evidence import Standing, weakest
from journeymap.analysis.flow import StepFlow
from journeymap.analysis.together import Share
from journeymap.analysis.transitions import Transitions
from journeymap.model.between import Leak
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.people import PersonKind, Stakeholder
from journeymap.quick_dataclass import dataclass

_PLACES = 9
"""Decimal places to which shares are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Those who leave the journey for one place.

    Attributes:
        to: where they go, by the name of the party that is meant, else in the map's words; empty
            where the map does not say.
        party: id of that party; empty where the words name none.
        kind: what the party is to the persona, if that is known.
        share: how many of those who enter the journey, 0 to 1; None where no share is stated.
        partly: whether others of its leaks state no share, so that there may be more.
        standing: how well the shares are known; None where none is stated.
        steps: the steps at which they leave, in order.
    """

    to: str
    party: str
    kind: PersonKind | None
    share: float | None
    partly: bool
    standing: Standing | None
    steps: tuple[PlacedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one leak adds: a share of all who enter, None where it is not stated.

    `alone` is the same of one persona's own, of whom `who` tells which one.
    """

    step: PlacedStep
    leak: Leak
    share: float | None
    standing: Standing | None
    who: int
    alone: float


def losses(journey_map: JourneyMap, shares: Sequence[Share]) -> tuple[Loss, ...]:
    """Returns the losses of a journey by where they lead, the largest first.

    Their shares add up to the flow's share of those who leave. A leak that nobody takes (0 %) is
    none, and an end of the journey that counts as lost leads nowhere.

    Args:
        journey_map: the map.
        shares: what each persona contributes.
    """
    found: dict[str, list[_Part]] = {}
    for part in _parts(shares):
        to = part.leak.to or ""
        found.setdefault((to and journey_map.person_id(to)) or to, []).append(part)
    known = [each.standing for each in shares if len(shares) > 1][:1]
    each = (
        _loss(journey_map, parts, known if _differ(parts, len(shares)) else [])
        for parts in found.values()
    )
    return tuple(sorted(each, key=lambda loss: -(loss.share or 0.0)))


def _parts(shares: Sequence[Share]) -> Iterator[_Part]:
    """Walks the leaks of each persona, by the order of the steps."""
    known = all(each.flow for each in shares)
    for exits in zip(*(each.ways.exits for each in shares), strict=True):
        for who, (own, there) in enumerate(zip(shares, exits, strict=True)):
            here = own.flow.steps[there.step.position] if own.flow and known else None
            yield from _of_step(there, here, own.weight, who)


def _of_step(exits: Transitions, here: StepFlow | None, weight: float, who: int) -> Iterator[_Part]:
    if here and not here.visits:
        return
    whole = fsum(share or 0.0 for share in exits.leaks)
    for leak, share in zip(exits.step.step.leaks, exits.leaks, strict=True):
        if share != 0:
            known = here if share else None
            alone = known.lost * share / whole if known and share else 0.0
            yield _Part(
                step=exits.step,
                leak=leak,
                share=weight * alone if known else None,
                standing=known.lost_standing if known else None,
                who=who,
                alone=alone,
            )


def _differ(parts: Sequence[_Part], personas: int) -> bool:
    """Tells whether personas leave for a place in other shares: then it counts how many each is."""
    own = ((part.alone for part in parts if part.who == who) for who in range(personas))
    return len({round(fsum(each), _PLACES) for each in own}) > 1


def _loss(journey_map: JourneyMap, parts: Sequence[_Part], weights: Sequence[Standing]) -> Loss:
    known = [part.share for part in parts if part.share is not None]
    found = [part.standing for part in parts if part.standing]
    to = parts[0].leak.to or ""
    meant = journey_map.resolve(to, Namespace.PERSON) if to else None
    return Loss(
        to=meant.label if meant else to,
        party=meant.id if meant else "",
        kind=meant.item.kind if meant and isinstance(meant.item, Stakeholder) else None,
        share=fsum(known) if known else None,
        partly=bool(known) and len(known) < len(parts),
        standing=weakest((*found, *weights)) if found else None,
        steps=tuple({part.step.position: part.step for part in parts}.values()),
    )
