"""What a rule found, and which of it is told where another rule says it too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.authoring.rule import Rule
from journeymap.findings import Finding, Severity
from journeymap.model.names import Route, step_route
from journeymap.quick_dataclass import dataclass
from journeymap.reading.first_findings import MOST_TOLD, as_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule found.

    Attributes:
        rule: the rule.
        finding: what it found.
        hidden: whether a comment hides it.
        single: what it is gathered from, if it is.
    """

    rule: Rule
    finding: Finding
    hidden: bool = False
    single: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.finding.severity or self.rule.severity

    @property
    def places(self) -> tuple[Route, ...]:
        """The pain or opportunity that it is about, then the step; else its own place."""
        route = self.finding.route
        step = step_route(route)
        item = route[len(step) : len(step) + 2]
        if step and len(item) > 1 and item[0] in {"pains", "opportunities"}:
            return (*step, *item), step
        return (step or route,)

    @property
    def own_place(self) -> tuple[Route, ...]:
        """The pain, opportunity or step that it is about; none where it is about a field of one."""
        is_field = len(self.places) == 1 and self.finding.route != self.places[0]
        return () if is_field else self.places[:1]


def without_subsumed(found: Sequence[Found]) -> Iterator[Found]:
    """Leaves out what another rule's finding at the same place already tells, or is ignored.

    What is told of a step is told of its pains and opportunities too, not the other way round. The
    finding that remains weighs as much as the heaviest that it replaces; one that is gathered tells
    of all places that it stands for. One that stands by itself
    is only replaced at its very place.
    """
    tellers: defaultdict[tuple[str, Route], list[int]] = defaultdict(list)
    for i, each in enumerate(found):
        for name in each.rule.subsumes:
            gathered = (step_route(route) or route for route in each.finding.stands_for)
            for place in dict.fromkeys((each.places[0], *gathered)):
                tellers[name, place].append(i)
    subsumed = {name for name, _ in tellers}
    weights = [each.severity for each in found]
    takes_in: dict[int, set[str]] = {}
    told = [_tellers_of(each, tellers) if each.rule.name in subsumed else [] for each in found]
    for i, telling in enumerate(told):
        for teller in telling if not found[i].hidden else ():
            weights[teller] = min(weights[teller], weights[i], key=lambda weight: weight.rank)
            takes_in.setdefault(teller, set()).add(found[i].rule.code)
    for i, (each, telling) in enumerate(zip(found, told, strict=True)):
        if not each.hidden and not telling:
            yield _taking_in(each, weights[i], takes_in.get(i, set()))


def _tellers_of(found: Found, tellers: Mapping[tuple[str, Route], list[int]]) -> list[int]:
    places = found.own_place if found.finding.survives_subsumption else found.places
    return [teller for place in places for teller in tellers.get((found.rule.name, place), ())]


def _taking_in(found: Found, weight: Severity, codes: set[str]) -> Found:
    if not (codes or found.finding.takes_in):
        return found
    taken = tuple(sorted({*found.finding.takes_in, *codes}))
    return replace(found, finding=replace(found.finding, severity=weight, takes_in=taken))


def first_of_each_rule(found: Iterable[Found]) -> Iterator[Found]:
    """Walks the first of what each rule found; the others of a rule are one behind them."""
    by_rule: defaultdict[str, list[Found]] = defaultdict(list)
    for each in found:
        by_rule[each.rule.code].append(each)
    for several in by_rule.values():
        yield from several[:MOST_TOLD]
        if rest := several[MOST_TOLD:]:
            yield _as_one(rest)


def _as_one(found: Sequence[Found]) -> Found:
    weighed = [replace(each.finding, severity=each.severity) for each in found]
    single = tuple(part for each in found for part in each.single or (each.finding,))
    return replace(found[0], finding=as_one(weighed), single=single)
