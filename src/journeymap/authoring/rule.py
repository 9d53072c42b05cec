"""What a rule is: a function with a code, a name, and a docstring that is its page."""

import inspect
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from types import FunctionType
from typing import Any, Literal, get_type_hints
from warnings import warn

from journeymap.authoring.context import Context
from journeymap.authoring.gathering import Gather
from journeymap.authoring.options import AnyOption, page_of
from journeymap.findings import Finding, Severity
from journeymap.model.journey import Status
from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile

UNUSED_IGNORE = "JM008"
"""The rule about comments that suppress nothing; it runs behind all others."""


class Basis(StrEnum):
    """What a rule rests on.

    Attributes:
        PUBLISHED: a publication that the rule's page names.
        PRACTITIONER: opinion in the field.
        HOUSE: our own judgement.
        NONE: it needs no reason: the map contradicts itself or cannot be read.
    """

    PUBLISHED = "published"
    PRACTITIONER = "practitioner"
    HOUSE = "house"
    NONE = "–"


Check = Callable[[Any, Context], Iterable[Finding]]
"""A rule's function: what it visits and the context → findings."""

NotesOfUser = Callable[[MapFile, MapFile], Any]
"""From a library and a map that uses it → what a rule on the library has to know of the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Data without which a rule has nothing to say of a map, so that it does not run.

    Attributes:
        what: the data in an analyst's words, such as "kinds of stakeholders".
        is_there: tells whether a map has it.
    """

    what: str
    is_there: Callable[[Context], bool]


def at_a_step(what: str, has: Callable[[PlacedStep], object]) -> Need:
    """Makes a need of what at least one step of a map must have.

    Args:
        what: the data in an analyst's words.
        has: tells whether a step has it, or returns it.
    """
    return Need(what=what, is_there=lambda context: any(map(has, context.journey_map.steps)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A problem with a name.

    Attributes:
        code: its code, such as JM204; a prefix of it selects the family.
        name: its name, such as missing-need.
        severity: how much its findings weigh.
        from_status: the least strict status whose maps it holds; None for a rule that is off.
        basis: what it rests on.
        visits: what it looks at, one by one: the type of its function's first parameter.
        gathers: tells findings that no comment ignores as one, where they are many.
        subsumes: rules whose findings at the same step this one's findings replace.
        options: the thresholds that a repository may set.
        needs: the data without which it does not run.
        each_persona: whether it is run for each of several personas, on her map alone.
        notes_of_user: what it has to know of a map that uses a library, when it looks at that: from
            the library and the map to what can be kept when both are let go.
        check: its function.
        within: for a repository's own rule, the configurations for whose maps it holds; None for a
            rule that holds everywhere.
        package: what brings it, in words; "" for a rule of the tool or of a repository.
    """

    code: str
    name: str
    severity: Severity
    from_status: Status | None
    basis: Basis
    visits: type
    gathers: Gather | None
    subsumes: tuple[str, ...]
    options: tuple[AnyOption, ...]
    needs: tuple[Need, ...]
    check: Check
    within: frozenset[Path] | None = None
    package: str = ""
    each_persona: bool = False
    notes_of_user: NotesOfUser | None = None

    def holds(self, file: MapFile) -> bool:
        """Tells whether it holds for a file at all, whatever its status."""
        return self.within is None or not self.within.isdisjoint(file.configured_by)

    @property
    def page(self) -> str:
        """Its documentation, in Markdown: when it runs and its options before the examples."""
        from textwrap import dedent  # what `inspect` does, which takes long to import

        first, _, others = (self.check.__doc__ or "").partition("\n")
        written = f"{first}\n{dedent(others)}".strip()
        before, heading, examples = written.partition("## Bad")
        added = (self._when, page_of(self.name, self.options))
        return before + "".join(f"{each}\n\n" for each in added if each) + heading + examples

    @property
    def _when(self) -> str:
        """The section of its page that says what a map must have for it to run; often empty."""
        needed = ", and ".join(need.what for need in self.needs)
        said = f"Only on a map that has {needed}."
        return f"## When it runs\n\n{said}" if needed else ""

    @property
    def heading(self) -> str:
        """Its name, code, severity and status in one line."""
        status = f"{self.from_status} and stricter" if self.from_status else "off unless selected"
        return f"{self.name} ({self.code}) · {self.severity} · {status}"

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]

    @property
    def always_on(self) -> bool:
        """Whether no option can switch it off: what cannot be read cannot be judged."""
        return "JM001" <= self.code <= "JM007"


def rule(  # noqa: PLR0913 - the columns of the catalogue
    code: str,
    name: str,
    *,
    severity: Severity | Literal["error", "warning", "note"],
    from_status: Status | Literal["draft", "review", "published"] | None = None,
    basis: Basis | Literal["published", "practitioner", "house"] = Basis.NONE,
    gathers: Gather | None = None,
    subsumes: tuple[str, ...] = (),
    options: tuple[AnyOption, ...] = (),
    needs: tuple[Need, ...] = (),
    each_persona: bool = False,
    notes_of_user: NotesOfUser | None = None,
    since: Status | None = None,
) -> Callable[[Check], Rule]:
    """Makes a rule of a function; the type of its first parameter says what it visits.

    The arguments are the attributes of `Rule`; `since` is what `from_status` was called before.

    Raises:
        ValueError: there is no such severity, status or basis.
    """
    if since is not None:
        warn("write from_status= in place of since=", DeprecationWarning, stacklevel=2)
        from_status = since

    def make(check: Check) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=Severity(severity),
            from_status=Status(from_status) if from_status else None,
            basis=Basis(basis),
            visits=_visited(check),
            gathers=gathers,
            subsumes=subsumes,
            options=options,
            needs=needs,
            check=check,
            each_persona=each_persona,
            notes_of_user=notes_of_user,
        )

    return make


def _visited(check: Check) -> Any:  # noqa: ANN401 - a type, or what is told to be none
    """Returns the type of a function's first parameter."""
    if isinstance(check, FunctionType) and not hasattr(check, "__wrapped__"):
        hint = check.__annotations__.get(check.__code__.co_varnames[0])
        if isinstance(hint, type):  # as nearly always: what follows would take longer
            return hint
    return get_type_hints(check)[next(iter(inspect.signature(check).parameters))]
