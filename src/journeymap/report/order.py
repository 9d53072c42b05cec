"""The order in which findings are told."""

from dataclasses import replace
from enum import StrEnum

from journeymap.linter.diagnostic import Report


class Order(StrEnum):
    """The order in which findings are told.

    Attributes:
        PLACE: by file, then by line.
        WEIGHT: the heaviest first; of one weight by place.
    """

    PLACE = "place"
    WEIGHT = "weight"


def in_order(report: Report, order: Order) -> Report:
    """Returns a report, whose findings are by place, in an order."""
    if order is Order.PLACE:
        return report
    ranked = sorted(report.diagnostics, key=lambda each: each.severity.rank)
    return replace(report, diagnostics=tuple(ranked))
