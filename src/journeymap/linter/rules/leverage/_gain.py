"""What closing the leaks of a step would gain, and on which assumptions elsewhere that rests."""

from collections.abc import Iterator
from math import fsum

from journeymap.analysis import graph
from journeymap.analysis.evidence import Standing, weights_standing
from journeymap.analysis.figures import FigureKind, figures
from journeymap.analysis.leverage import Point
from journeymap.analysis.transitions import is_over
from journeymap.authoring import Analysis
from journeymap.linter.rules.flow._shared import completed


def gain_of(point: Point, analysis: Analysis) -> str:
    """Returns how many more would complete if nobody left a step; empty where nobody can tell.

    Args:
        point: the step.
        analysis: what is computed from the map.
    """
    more = _more(point, analysis)
    done = completed(analysis.journey_map)
    return f"if nobody left here, {more} more of 100 who start would {done}" if more else ""


def resting(point: Point, analysis: Analysis) -> str:
    """Returns on what is assumed elsewhere that a gain rests, in brackets; empty where on nothing.

    Args:
        point: the step.
        analysis: what is computed from the map.
    """
    told = ", ".join(_assumed(point, analysis))
    return f" ({told})" if told else ""


def _assumed(point: Point, analysis: Analysis) -> Iterator[str]:
    if any(True for _ in _shares_on_the_way(point, analysis)):
        yield "by assumed shares elsewhere"
    if not _differs(point, analysis):
        return
    chosen = analysis.journey_map.personas_chosen
    if not all(each.item.share for each in chosen):
        yield "each persona counted alike"
    elif weights_standing(analysis.journey_map) is Standing.ASSUMED:
        yield "by assumed shares of the personas"


def _shares_on_the_way(point: Point, analysis: Analysis) -> Iterator[int]:
    """Walks the steps with assumed shares that lead to a step, or from it to the completion."""
    here, ways, flow = point.step.position, analysis.ways, analysis.flow
    behind = graph.reach(ways.successors, [here])
    for each in figures(analysis.journey_map):
        is_share = each.kind is FigureKind.SHARE and each.standing is Standing.ASSUMED
        if flow is None or each.step is None or not is_share or each.step is point.step:
            continue
        at = each.step.position
        known = flow.steps[at].visits > 0 and flow.steps[at].completion > 0
        if known and (at in behind or here in graph.reach(ways.successors, [at])):
            yield at


def _differs(point: Point, analysis: Analysis) -> bool:
    """Tells whether the gain is another for each persona: then it counts how many each stands for.

    One whose flow is unknown is none.
    """
    flows = [each.flow for each in analysis.of_each.values() if each.flow]
    return len({flow.steps[point.step.position].gain for flow in flows}) > 1


def _more(point: Point, analysis: Analysis) -> int:
    """Returns how many more of 100 would complete; 0 where nobody can tell of whom 100 are."""
    if analysis.ways.is_over:
        return 0
    shares = fsum(each.item.share or 0.0 for each in analysis.journey_map.personas)
    if len(analysis.journey_map.persona_ids) > 1 and is_over(shares):
        return 0
    return round(100 * analysis.flow.steps[point.step.position].gain) if analysis.flow else 0
