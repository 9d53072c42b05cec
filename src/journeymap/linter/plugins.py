"""Rules that other Python packages bring, by the entry-point group `journeymap.rules`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, wraps
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from journeymap.authoring.context import Context
from journeymap.authoring.rule import Check, Rule
from journeymap.findings import Finding
from journeymap.linter.registry import RULES
from journeymap.model.journey_map import (
    JourneyMap,
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
)
from journeymap.workspace.files import MapFile

GROUP = "journeymap.rules"
"""An entry point of this group leads to a rule, or to a list of rules."""

_VISITED = (MapFile, JourneyMap, PlacedStage, PlacedStep, PlacedPain, PlacedOpportunity)


class PlugInError(Exception):
    """A package whose rules cannot be used; says in one line which and why."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Returns the rules that come with the tool, and those of the packages installed beside it.

    Raises:
        PlugInError: a package's rules cannot be used.
    """
    return with_installed(RULES, entry_points(group=GROUP))


def with_installed(rules: Iterable[Rule], points: Iterable[EntryPoint]) -> tuple[Rule, ...]:
    """Returns rules and those that entry points lead to.

    Raises:
        PlugInError: something is wrong with them.
    """
    known = list(rules)
    for point in sorted(points, key=lambda each: each.name):
        for rule in _loaded(point):
            _refuse_clash(rule, known, _package(point))
            known.append(rule)
    return tuple(known)


def _loaded(point: EntryPoint) -> Iterator[Rule]:
    package = _package(point)
    try:
        found = point.load()
        listed = (found,) if isinstance(found, Rule) else tuple(found)
    except Exception as error:  # whatever a package does, it is told in one line
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        msg = f"the rules of {package} cannot be loaded ({reason}); mend or uninstall it"
        raise PlugInError(msg) from error
    for rule in listed:
        if not isinstance(rule, Rule):
            msg = f"{package}: {point.value} is neither a rule nor a list of rules"
            raise PlugInError(msg)
        if rule.visits not in _VISITED:
            kinds = ", ".join(kind.__name__ for kind in _VISITED)
            msg = f"{package}: the rule {rule.name} visits no part of a map; it can visit {kinds}"
            raise PlugInError(msg)
        yield _guarded(rule, package)


def _package(point: EntryPoint) -> str:
    return f"the package {point.dist.name}" if point.dist else f"the entry point {point.name}"


def _refuse_clash(rule: Rule, known: Iterable[Rule], package: str) -> None:
    if rule.code.startswith("JM"):
        msg = f"{package}: the code {rule.code} begins with JM, which is for the tool's own rules"
        raise PlugInError(msg)
    for other in known:
        for word in {rule.code, rule.name} & {other.code, other.name}:
            msg = f"{package}: there is a rule {word} already; each needs a code and a name"
            raise PlugInError(f"{msg} of its own")


def _guarded(rule: Rule, package: str) -> Rule:
    """Returns a rule whose failures say which package they come from."""
    gathers = rule.gathers and _watched(rule.gathers, rule, package)
    return replace(rule, check=_watched(rule.check, rule, package), gathers=gathers)


def _watched(function: Check, rule: Rule, package: str) -> Check:
    @wraps(function)
    def watched(visited: Any, context: Context) -> tuple[Finding, ...]:  # noqa: ANN401 - as Check
        try:
            found = tuple(function(visited, context))
        except Exception as error:  # as in _loaded
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            msg = f"the rule {rule.name} of {package} failed on {context.file.shown} ({reason})"
            raise PlugInError(f"{msg}; --ignore {rule.name} leaves it out") from error
        if not all(isinstance(finding, Finding) for finding in found):
            msg = f"the rule {rule.name} of {package} gives something else than findings"
            raise PlugInError(f"{msg}; --ignore {rule.name} leaves it out")
        return found

    return watched
