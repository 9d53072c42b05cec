"""One type for every message about a map, whoever found it."""

from enum import StrEnum

from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Change
from journeymap.text.source import Span


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class Mark(StrEnum):
    """What of the place that a route names is underlined.

    Attributes:
        VALUE: the value itself.
        KEY: the key that leads to it.
        NODE: what stands for the node: its id, else its action, name, title or text.
    """

    VALUE = "value"
    KEY = "key"
    NODE = "node"


class Applicability(StrEnum):
    """Who decides whether a fix is made.

    Attributes:
        SAFE: the map says what it was meant to say; made when fixes are asked for.
        UNSAFE: it may not be what was meant, or something is lost; made when that is asked for.
        DISPLAY: only an analyst can make it; it is shown.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """How to mend what a finding tells.

    Attributes:
        title: what is done, as a command to the tool: "rename it to `channel`".
        changes: the changes of the file that the finding stands in; none for one that is shown.
        applicability: who decides whether it is made.
    """

    title: str
    changes: tuple[Change, ...] = ()
    applicability: Applicability = Applicability.SAFE


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that a finding speaks of.

    Attributes:
        route: where it stands.
        message: what it has to do with the finding.
        path: its file, where that is another one.
        code: the rule that found something there which the finding takes in; "" for any other.
    """

    route: Route
    message: str
    path: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is wrong with a map, missing in it, or worth acting on.

    Attributes:
        message: what is wrong or missing, in an analyst's words.
        help: what to do, in one line.
        route: where.
        mark: what of that place is underlined.
        missing: the field that is not there, where the finding is about one.
        span: the exact characters, where they are not what the route says.
        severity: set where it is not the rule's own.
        related: other places it speaks of.
        fix: how to mend it, where the tool knows that.
        code: the rule's code, which the engine stamps; only who reads files states it, as the rules
            about reading pass on what readers found. Name, severity and basis are the rule's.
        survives_subsumption: whether it is told even where another finding speaks of its step as a
            whole, unless one at its very place says the same.
        phrase: the same in a few words, without the name of the step, for a finding that takes it
            in; findings of a rule at one step share one that says them all.
        reasons: what makes it so, each whole; reports that have room give each a line, others put
            them behind the message.
        gist: the step and what to do there, in one line, for what stands at the end of a run.
        rank: the place of a gist among those of its map, from 1; 0 where there is none.
        urgent: whether its gist is to be among those at the end of a run whatever its rank.
        takes_in: the codes of findings that it tells in its own words; the engine adds those that
            it replaces.
        stands_for: the routes of the findings that it is gathered from: there they can be ignored.
        more: how many findings like it are not told one by one, as they are too many.
        own: the end of its message that is true of one of several personas; where nothing else
            tells what is found of them apart, it is told once, with the end of the first.
    """

    message: str
    help: str = ""
    route: Route = ()
    mark: Mark = Mark.NODE
    missing: str | None = None
    span: Span | None = None
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    code: str = ""
    survives_subsumption: bool = False
    phrase: str = ""
    reasons: tuple[str, ...] = ()
    gist: str = ""
    rank: int = 0
    urgent: bool = False
    takes_in: tuple[str, ...] = ()
    stands_for: tuple[Route, ...] = ()
    more: int = 0
    own: str = ""
