"""How a rule's findings are told as one where they are many, so that a young map is not flooded.

A rule finds one thing at a time. The engine leaves out what comments ignore, and gives the others
to what the rule gathers them with.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from journeymap.authoring.context import Context
from journeymap.authoring.phrases import NAMED, few
from journeymap.findings import Finding, Mark
from journeymap.model.ids import slug
from journeymap.model.journey_map import PlacedStep
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass

Gather = Callable[[Sequence[Finding], Context], Iterable[Finding]]
"""The findings of a rule in a file that no comment ignores, one or more → what is told."""

_FEW = 2
"""At least so many findings are gathered into one."""


class _Placed(Protocol):
    """Something that stands somewhere."""

    @property
    def route(self) -> Route:
        """Where it stands."""


_S = TypeVar("_S", bound=_Placed)


class Subject(_Placed, Protocol):
    """Something that a rule asks, such as a step, a pain or an opportunity."""

    @property
    def label(self) -> str:
        """What it is called."""


def is_most(count: int, total: int) -> bool:
    """Tells whether one finding stands for all: two or more, and more than half of those asked."""
    return count >= _FEW and 2 * count > total


def steps(context: Context) -> tuple[PlacedStep, ...]:
    """Returns the steps of the map."""
    return context.journey_map.steps


def once(findings: Sequence[Finding], _: Context) -> Iterator[Finding]:
    """Walks findings that say the same, in whatever case, as one at the first of their places."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(slug(finding.message), []).append(finding)
    for same in alike.values():
        yield replace(same[0], stands_for=tuple(each.route for each in same))


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """Tells one finding for all where more than half of what is asked breaks the rule.

    A sentence may hold `{count}`, `{total}`, `{number}` ("2 of 3", "all 3", "both"), `{where}` ("of
    the map") and `{names}`, the first of those that break it.

    Attributes:
        said: the sentence.
        of_all: the sentence where all of them break it; the same one when empty.
        of_both: the sentence where there are two, and both break it; as `of_all` when empty.
        asked: returns what is asked, of which a finding stands at its place or within it.
        by_stage: whether each stage has a finding of its own where the map has none.
        at: the field at which the finding for the whole file stands; at none, at the map.
        missing: the field that all of them lack.
        weight: returns how much one of them matters: of more than are named, the gravest are.
    """

    said: str
    of_all: str = ""
    of_both: str = ""
    asked: Callable[[Context], Sequence[Subject]] = steps
    by_stage: bool = False
    at: Route = ()
    missing: str | None = None
    weight: Callable[[Any, Context], float] | None = None

    def __call__(self, findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
        """Walks what is told: one finding for the file or a stage, or each by itself."""
        asked = self.asked(context)
        if is_most(len(findings), len(asked)):
            yield self._of(findings, asked, context, self.at)
        elif not self.by_stage:
            yield from findings
        else:
            found, all_asked = _by_stage(findings), _by_stage(asked)
            for stage in context.journey_map.stages:
                here, there = found[stage.route], all_asked[stage.route]
                where = f'of "{stage.label}"' if stage.label else "of the map"
                gathered = is_most(len(here), len(there))
                yield from (
                    [self._of(here, there, context, stage.route, where)] if gathered else here
                )

    def _of(
        self,
        findings: Sequence[Finding],
        asked: Sequence[Subject],
        context: Context,
        route: Route,
        where: str = "of the map",
    ) -> Finding:
        count, total = len(findings), len(asked)
        if (weigh := self.weight) and count > NAMED:
            asked = sorted(asked, key=lambda each: -weigh(each, context))
        within = {each.route[:end] for each in findings for end in range(len(each.route) + 1)}
        every = "both" if total == _FEW else f"all {total}"
        of_all = (self.of_both if total == _FEW else "") or self.of_all
        message = (of_all if count == total and of_all else self.said).format(
            count=count,
            total=total,
            number=every if count == total else f"{count} of {total}",
            where=where,
            names=few([each.label for each in asked if each.route in within]),
        )
        mark = Mark.KEY if route and route == self.at else Mark.NODE
        help_ = findings[0].help
        return Finding(
            message=message,
            help=help_,
            route=route,
            mark=mark,
            missing=self.missing,
            stands_for=tuple(each.route for each in findings),
        )


def gap(noun: str, field: str | None = None) -> Most:
    """Gathers the steps of the map or of a stage that have none of something.

    Args:
        noun: what they have none of.
        field: the field that would say it, where that is called otherwise.
    """
    article = "an " if noun[0] in "aeiou" else "a " if noun[0].isalpha() else ""
    return Most(
        said=f"{{count}} of {{total}} steps {{where}} have no {noun}: {{names}}",
        of_all=f"none of the {{total}} steps {{where}} has {article}{noun}",
        by_stage=True,
        missing=field or noun,
    )


def _by_stage(subjects: Iterable[_S]) -> defaultdict[Route, list[_S]]:
    """Returns what stands in each stage, by its route; that of the unnamed one is empty."""
    groups: defaultdict[Route, list[_S]] = defaultdict(list)
    for each in subjects:
        groups[each.route[:2] if each.route[:1] == ("stages",) else ()].append(each)
    return groups
