"""Rules that other Python packages bring, by the entry-point group `journeymap.rules`."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from journeymap.authoring.rule import Rule
from journeymap.linter.entry_point_files import RULES_GROUP, may_be_declared
from journeymap.linter.package_rules import guarded, nonsense
from journeymap.linter.registry import RULES
from journeymap.model.journey_map import (
    JourneyMap,
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
)
from journeymap.workspace.files import MapFile

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_VISITED = (MapFile, JourneyMap, PlacedStage, PlacedStep, PlacedPain, PlacedOpportunity)


class PlugInError(Exception):
    """A package whose rules cannot be used; says in one line which and why."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Returns the rules that come with the tool, and those of the packages installed beside it.

    Raises:
        PlugInError: a package's rules cannot be used.
    """
    if not may_be_declared(RULES_GROUP):
        return tuple(RULES)
    from importlib.metadata import entry_points

    return with_installed(RULES, entry_points(group=RULES_GROUP))


def with_installed(rules: Iterable[Rule], points: "Iterable[EntryPoint]") -> tuple[Rule, ...]:
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


def _loaded(point: "EntryPoint") -> Iterator[Rule]:
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
        if problem := nonsense(rule, Rule):
            raise PlugInError(f"{package}: {point.value} gives a rule whose {problem}")
        if rule.visits not in _VISITED:
            kinds = ", ".join(kind.__name__ for kind in _VISITED)
            msg = f"{package}: the rule {rule.name} visits no part of a map; it can visit {kinds}"
            raise PlugInError(msg)
        yield guarded(rule, package)


def _package(point: "EntryPoint") -> str:
    return f"the package {point.dist.name}" if point.dist else f"the entry point {point.name}"


def _refuse_clash(rule: Rule, known: Iterable[Rule], package: str) -> None:
    if rule.code.startswith("JM"):
        msg = f"{package}: the code {rule.code} begins with JM, which is for the tool's own rules"
        raise PlugInError(msg)
    for other in known:
        for word in {rule.code, rule.name} & {other.code, other.name}:
            msg = f"{package}: there is a rule {word} already; each needs a code and a name"
            raise PlugInError(f"{msg} of its own")
