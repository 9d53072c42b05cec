"""Which way a change goes, for better or worse: the one place that decides it for all colours."""

from journeymap.compare.change import Measure
from journeymap.compare.difference import Difference
from journeymap.compare.field_words import name_of
from journeymap.compare.pairing import Pair
from journeymap.compare.record import Kind
from journeymap.views.compare.maps import Maps
from journeymap.views.sheet.content import Ground

_MEASURES = {"emotion": Measure.EMOTION, "perceived": Measure.PERCEIVED}
"""What fields of a step are measures of which one is better than another."""


def is_gain_list(each: Difference) -> bool:
    """Tells whether a field is what goes well: what it gains is better, what it loses worse."""
    return each.entry.kind is Kind.STEP and name_of(each.path) == "gains"


def is_worse(maps: Maps, pair: Pair, each: Difference) -> bool:
    """Tells whether a field of a step gets worse as a whole."""
    change, measure = maps.change_of(pair), _measure(each)
    return change is not None and measure in change.worse


def step_ground(maps: Maps, pair: Pair) -> Ground:
    """Returns the colour of what a step becomes, but for what is lost: green for what is better.

    A new step is told as a gain, one that is left out as a loss.
    """
    if pair.second is None:
        return Ground.PAIN
    change = maps.change_of(pair)
    if change is None:
        return Ground.IDEA
    before, after = ({*each.step.gains} for each in (change.step, change.other))
    felt = {*change.better} & {*_MEASURES.values()}
    return Ground.IDEA if felt or after - before else Ground.PLAIN


def pains_ground(pair: Pair) -> Ground:
    """Returns the colour of pains: red where any is left or comes, green where all are gone."""
    if pair.second is None or pair.second.pains:
        return Ground.PAIN
    return Ground.IDEA if pair.first and pair.first.pains else Ground.PLAIN


def fewer_lost(maps: Maps, pair: Pair) -> bool:
    """Tells whether fewer leave at a step, so that a change of their share is no loss."""
    change = maps.change_of(pair)
    return change is not None and Measure.LOSS in change.better


def _measure(each: Difference) -> Measure | None:
    is_step = each.entry.kind is Kind.STEP and bool(each.path)
    return _MEASURES.get(str(each.path[0])) if is_step else None
