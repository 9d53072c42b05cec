"""What to look at first: a few lines a map at the end of a run that found much."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report

MOST = 3
"""Leverage points at most; a map with no more findings has them all in sight (house)."""
_UNREAD = frozenset({"JM001", "JM007"})
"""Behind these nothing, or not all, of a map was read."""
_BESIDE = 2
"""So many lines at most say besides what is urgent and none of these points (house)."""


def look_first(report: Report) -> Iterator[str]:
    """Walks lines for each map with much to see: its gravest error, and where leverage is.

    The first leverage points are told in their order. A harm that nothing answers, and a step that
    loses many, have a line behind them whatever else there is; behind an error they come next, and
    then the very first point.
    """
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_file[diagnostic.file.path].append(diagnostic)
    for found in by_file.values():
        if len(found) > MOST:
            yield from _with_errors(found) if _has_errors(found) else _points(found)


def _has_errors(found: Sequence[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in found)


def _with_errors(found: Sequence[Diagnostic]) -> Iterator[str]:
    yield from _errors(found)
    urgent = _urgent(found)[:_BESIDE]
    told = [*urgent, *_but(_ranked(found)[:1], urgent)]
    yield from (f"{each.where}: then at {each.gist}" for each in told)


def _errors(found: Sequence[Diagnostic]) -> Iterator[str]:
    errors = [each for each in found if each.severity is Severity.ERROR]
    first = min(errors, key=lambda each: (each.rule.code not in _UNREAD, each.start))
    more = sum(each.count for each in errors) - 1
    others = f" (and {more} more error{'s' if more > 1 else ''})" if more else ""
    yield f"{first.where}: mend first: {first.message}{others}"


def _points(found: Sequence[Diagnostic]) -> Iterator[str]:
    points = _ranked(found)[:MOST]
    others = _but(_urgent(found), points)[:_BESIDE]
    for number, each in enumerate([*points, *others]):
        yield f"{each.where}: {'then' if number else 'look first'} at {each.gist}"


def _ranked(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Returns the leverage points of a map, the first first."""
    return sorted((each for each in found if each.rank), key=lambda each: each.rank)


def _urgent(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Returns what is to be told in any case, once a step, in its own words where it has some."""
    told: dict[str, Diagnostic] = {}
    for each in sorted((each for each in found if each.urgent), key=lambda each: each.rank > 0):
        told.setdefault(each.step, each)
    return list(told.values())


def _but(found: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Returns what is of other steps than some."""
    steps = {each.step for each in others}
    return [each for each in found if each.step not in steps]
