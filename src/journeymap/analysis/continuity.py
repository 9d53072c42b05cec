"""Continuity of care: how far contacts are with the same people and organisations.

A contact is a visit to a step at which somebody of the provider's side serves; people of one
organisation are one party (`part_of`). Where shares are stated, visits are those expected of a
person who starts; else everybody takes the main way once. Descriptive: how much is enough, nobody
says here.

Sources: Bice & Boxerman, A quantitative measure of continuity of care, Medical Care 15 (4), 1977,
for COC; Breslau & Reeb, Continuity of care in a university-based practice, Journal of Medical
Education 50 (10), 1975, for the share of the usual provider (UPC); Steinwachs, Measuring provider
continuity in ambulatory care, Medical Care 17 (6), 1979, for sequential continuity (SECON).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import fsum, isfinite

from journeymap.analysis.flow import Flow, fate_of
from journeymap.analysis.houses import organisation_of
from journeymap.analysis.markov import Chain
from journeymap.analysis.transitions import Ways
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass

_LEAST = 2
"""Of fewer contacts there is no continuity to tell."""
_PLACES = 9
"""Decimal places to which expected contacts are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuity:
    """How continuous care is, each index from 0 to 1; None under two contacts.

    Attributes:
        coc: probability that two contacts picked at random are with the same party.
        upc: share of contacts that are with the party that has most of them.
        secon: share of contacts that are with the same party as the one before.
        contacts: how many contacts there are.
        parties: with how many parties.
        known: at how many steps somebody of the provider's side serves.
        of: how many steps are taken with the persona taking part.
        expected: whether contacts are expected visits; else the main way is taken once.
        assumed: whether the shares that it rests on are assumed.
    """

    coc: float | None
    upc: float | None
    secon: float | None
    contacts: float
    parties: int
    known: int
    of: int
    expected: bool
    assumed: bool


_Parties = Sequence[str | None]


def continuity(
    journey_map: JourneyMap, ways: Ways, flow: Flow | None, main_way: Sequence[int]
) -> Continuity:
    """Returns how continuous care is on a map."""
    parties = each_of(lambda placed_step: _party(journey_map, placed_step), journey_map.steps)
    visits = _visits(flow)
    times = dict.fromkeys(main_way, 1.0) if visits is None else visits
    pairs = (
        _sequence(parties, main_way) if visits is None else _expected_pairs(parties, ways, visits)
    )
    counts: dict[str, float] = {}
    for position, party in enumerate(parties):
        if party is not None and position in times:
            counts[party] = counts.get(party, 0.0) + times[position]
    contacts = fsum(counts.values())
    there = [
        each for each in journey_map.steps if each.position in times and not each.step.offstage
    ]
    enough = round(contacts, _PLACES) >= _LEAST
    return Continuity(
        coc=_coc(counts, contacts) if enough else None,
        upc=max(counts.values()) / contacts if enough else None,
        secon=_secon(pairs) if enough else None,
        contacts=contacts,
        parties=len(counts),
        known=sum(parties[each.position] is not None for each in there),
        of=len(there),
        expected=visits is not None,
        assumed=bool(visits is not None and flow and flow.assumed),
    )


def _party(journey_map: JourneyMap, placed_step: PlacedStep) -> str | None:
    """Returns who serves at a step, as the outermost organisation; None where nobody does."""
    who = None if placed_step.step.offstage else journey_map.serving(placed_step)
    return organisation_of(journey_map, who) if who else None


def _visits(flow: Flow | None) -> Mapping[int, float] | None:
    if flow is None or not all(isfinite(each.visits) for each in flow.steps):
        return None
    return {each.step.position: each.visits for each in flow.steps if each.visits}


def _coc(counts: Mapping[str, float], contacts: float) -> float:
    """Returns (Σnᵢ² - N) / (N(N - 1)); less than one contact expected makes no pair."""
    pairs = fsum(max(count * (count - 1), 0.0) for count in counts.values())
    return pairs / (contacts * (contacts - 1))


def _secon(pairs: tuple[float, float]) -> float | None:
    same, followed = pairs
    return same / followed if followed else None


def _sequence(parties: _Parties, way: Sequence[int]) -> tuple[float, float]:
    """Returns how many contacts along a way are with the party before, and how many follow one."""
    met = [party for position in way if (party := parties[position]) is not None]
    return float(sum(one == other for one, other in pairwise(met))), float(max(len(met) - 1, 0))


def _expected_pairs(
    parties: _Parties, ways: Ways, visits: Mapping[int, float]
) -> tuple[float, float]:
    """Returns the same as expected over all ways; steps at which nobody serves are passed over."""
    onward = [fate_of(exits).onward for exits in ways.exits]
    passed = [party is None and at in visits for at, party in enumerate(parties)]
    over = [{to: share for to, share in shares.items() if passed[to]} for shares in onward]
    chain = Chain(shares=over, outs=[1 - fsum(shares.values()) for shares in over])
    if chain.is_tangled:
        return 0.0, 0.0

    def next_with(wanted: str | None) -> list[float]:
        """Returns per step the probability that the next contact is with a party, or with any."""
        return chain.expected(
            [
                fsum(share for to, share in shares.items() if _is(parties[to], wanted))
                for shares in onward
            ]
        )

    anyone = next_with(None)
    same = 0.0
    for party in dict.fromkeys(each for each in parties if each is not None):
        own = next_with(party)
        same += fsum(visits.get(at, 0.0) * own[at] for at, p in enumerate(parties) if p == party)
    served = (at for at, party in enumerate(parties) if party is not None)
    return same, fsum(visits.get(at, 0.0) * anyone[at] for at in served)


def _is(party: str | None, wanted: str | None) -> bool:
    return party is not None and wanted in {None, party}
