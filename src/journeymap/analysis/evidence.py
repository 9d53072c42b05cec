"""What the figures and claims of a map rest on: the one place that decides what is assumed."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.vocabulary import Evidence, EvidenceKind, Method
from journeymap.quick_dataclass import dataclass


class Standing(StrEnum):
    """How well something is known, best first.

    Attributes:
        MEASURED: all of its evidence counts.
        TOLD: none of it is an assumption, and some of it tells: fourteen interviews do not carry
            "8 %".
        ASSUMED: some of it is an assumption, or there is none.
    """

    MEASURED = "measured"
    TOLD = "told"
    ASSUMED = "assumed"


_ORDER = tuple(Standing)


def weakest(standings: Iterable[Standing]) -> Standing | None:
    """Returns the standing of what rests on several figures; None where there are none."""
    return max(standings, key=_ORDER.index, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """How many figures of a map are measured, told and assumed."""

    measured: int
    told: int
    assumed: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.measured + self.told + self.assumed

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> "Standings":
        """Counts them."""
        listed = list(standings)
        return cls(**{each.value: listed.count(each) for each in Standing})


def evidence_for(
    journey_map: JourneyMap, placed_step: PlacedStep | None = None, own: Sequence[str] = ()
) -> Sequence[str]:
    """Returns the evidence that a figure or claim rests on, by reference.

    That is its own, where it has none its step's, and where that has none what the map as a whole
    is based on, which is weak for a single claim.

    Args:
        journey_map: the map.
        placed_step: the step; None for what belongs to no step.
        own: evidence of the figure or claim itself.
    """
    of_step = placed_step.step.evidence if placed_step else ()
    return own or of_step or journey_map.journey.based_on


def standing(
    journey_map: JourneyMap, placed_step: PlacedStep | None = None, own: Sequence[str] = ()
) -> Standing:
    """Returns the standing of a figure: a share, a wait, a duration, a rating, a reading.

    With evidence of which some is an assumption nobody can tell on which the figure stands.

    Args:
        journey_map: the map.
        placed_step: the step; None for what belongs to no step.
        own: evidence of the figure itself.
    """
    return figured_by(journey_map, evidence_for(journey_map, placed_step, own))


def claim_standing(
    journey_map: JourneyMap, placed_step: PlacedStep | None = None, own: Sequence[str] = ()
) -> Standing:
    """Returns the standing of a claim in words: a feeling, a need, a pain, a hand-off.

    It has grounds where any of its evidence is no assumption, and then stands on that.

    Args:
        journey_map: the map.
        placed_step: the step; None for what belongs to no step.
        own: evidence of the claim itself.
    """
    return claimed_by(journey_map, evidence_for(journey_map, placed_step, own))


def is_assumed(
    journey_map: JourneyMap, placed_step: PlacedStep | None = None, own: Sequence[str] = ()
) -> bool:
    """Tells whether a figure is assumed; arguments as of `standing`."""
    return standing(journey_map, placed_step, own) is Standing.ASSUMED


def lacks_grounds(
    journey_map: JourneyMap, placed_step: PlacedStep | None = None, own: Sequence[str] = ()
) -> bool:
    """Tells whether a claim in words rests on assumptions alone; as `claim_standing`."""
    return claim_standing(journey_map, placed_step, own) is Standing.ASSUMED


def is_guess(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a step says that it is assumed: it has evidence, and all of it is no more.

    Where nothing is said of evidence the map is young, and nobody says that anything was guessed.
    """
    own = placed_step.step.evidence
    return bool(own) and lacks_grounds(journey_map, placed_step)


def figured_by(journey_map: JourneyMap, references: Iterable[str]) -> Standing:
    """Returns the standing of a figure that rests on this evidence alone."""
    known, own = journey_map.once(_figures), tuple(references)
    if own not in known:
        known[own] = _standing(_known(journey_map, own))
    return known[own]


def claimed_by(journey_map: JourneyMap, references: Iterable[str]) -> Standing:
    """Returns the standing of a claim in words that rests on this evidence alone."""
    known, own = journey_map.once(_claims), tuple(references)
    if own not in known:
        grounds = _known(journey_map, own)
        known[own] = _standing([e for e in grounds if e.kind is not EvidenceKind.ASSUMPTION])
    return known[own]


def _figures(_: JourneyMap) -> dict[tuple[str, ...], Standing]:
    """The standing of figures by what they rest on, as far as that was asked for."""
    return {}


def _claims(_: JourneyMap) -> dict[tuple[str, ...], Standing]:
    """The standing of claims by what they rest on, as far as that was asked for."""
    return {}


def weights_standing(journey_map: JourneyMap) -> Standing:
    """Returns how well it is known how much of all each persona stands for.

    Where one has no share they count alike, which nobody has said of them.
    """
    chosen = journey_map.personas_chosen
    if not all(each.item.share for each in chosen):
        return Standing.ASSUMED
    known = [standing(journey_map, own=each.item.evidence) for each in chosen]
    return weakest(known) or Standing.ASSUMED


def is_surveyed(journey_map: JourneyMap, placed_step: PlacedStep, own: Sequence[str] = ()) -> bool:
    """Tells whether a survey that says how many it asked is behind a figure of a step."""
    known = _known(journey_map, evidence_for(journey_map, placed_step, own))
    return any(each.kind is EvidenceKind.SURVEY and each.n for each in known)


def is_counted(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a share of those who leave a step or go on from it was measured."""
    step = placed_step.step
    shares = [
        *((each.share, each.shares, each.evidence) for each in step.leaks),
        *((each.share, each.shares, each.evidence) for each in step.next),
    ]
    return any(
        (share is not None or of_each)
        and standing(journey_map, placed_step, evidence) is Standing.MEASURED
        for share, of_each, evidence in shares
    )


def _known(journey_map: JourneyMap, references: Iterable[str]) -> list[Evidence]:
    """Returns what references name; evidence without a kind is none."""
    entries = journey_map.evidence.meant(references)
    return [entry.item for entry in entries if entry.item.kind is not None]


def _standing(evidence: Sequence[Evidence]) -> Standing:
    """The rule itself: what rests on all of this evidence."""
    if not evidence or any(each.kind is EvidenceKind.ASSUMPTION for each in evidence):
        return Standing.ASSUMED
    counts = all(each.approach is Method.QUANTITATIVE for each in evidence)
    return Standing.MEASURED if counts else Standing.TOLD
