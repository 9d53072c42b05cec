"""What a rule finds of several personas at one step, told as one finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.findings import Finding, Related
from journeymap.linter.found import Found
from journeymap.model.names import Route, step_route

_SHORT = 6
"""So many words of what is otherwise with somebody else are told; house."""


def once_a_step(found: Iterable[Found]) -> Iterator[Found]:
    """Walks what a rule found, with what it says of several personas at a step in the first's.

    They are one where nothing but a few words tells them apart ("angry", "5 weeks").
    """
    groups: dict[object, list[Found]] = {}
    for each in found:
        groups.setdefault(_key(each.finding), []).append(each)
    for same in groups.values():
        first, *others = same
        rest = [_difference(first.finding.message, each.finding.message) for each in others]
        if all(rest) and others:
            yield _joined(same, [each for each in rest if each])
        else:
            yield from same


def _key(finding: Finding) -> object:
    step = step_route(finding.route)
    field: Route = finding.route[len(step) : len(step) + 1]
    of_one = step and ": " in finding.message and not finding.message.startswith('"')
    return (step, field, finding.help, finding.severity) if of_one else id(finding)


def _joined(same: Sequence[Found], rest: Sequence[str]) -> Found:
    first, *others = (each.finding for each in same)
    places = dict.fromkeys(each.route for each in others if each.route != first.route)
    finding = replace(
        first,
        message="; ".join((first.message, *rest)),
        related=(*first.related, *(Related(route=each, message="as well") for each in places)),
        stands_for=tuple(
            dict.fromkeys(r for e in (first, *others) for r in (e.stands_for or (e.route,)))
        ),
    )
    single = tuple(part for each in same for part in (each.single or (each.finding,)))
    return replace(same[0], finding=finding, single=single)


def _difference(one: str, other: str) -> str:
    """Returns whose another finding is and what of it is otherwise; empty where that is much."""
    (_, _, said), (who, _, words) = (each.partition(": ") for each in (one, other))
    first, second = said.split(), words.split()
    least = min(len(first), len(second))
    before = next((i for i in range(least) if first[i] != second[i]), least)
    behind = next((i for i in range(least - before) if first[-1 - i] != second[-1 - i]), 0)
    own = second[before : len(second) - behind]
    if behind and len(own) == 1 and own[0].strip("(").isdigit():
        own.append(second[-behind])  # a number is told with its unit
    return f"{who}: {' '.join(own).strip('(),')}" if 0 < len(own) <= _SHORT else ""
