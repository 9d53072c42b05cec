"""One type for every message about a map, whoever found it."""

from dataclasses import dataclass
from enum import StrEnum

from journeymap.model.names import Route
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that a finding speaks of.

    Attributes:
        route: where it stands.
        message: what it has to do with the finding.
        path: its file, where that is another one.
    """

    route: Route
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is wrong with a map, missing in it, or worth acting on.

    Attributes:
        code: the rule's code; name, severity and basis are the rule's.
        message: what is wrong or missing, in an analyst's words.
        help: what to do, in one line.
        route: where.
        mark: what of that place is underlined.
        missing: the field that is not there, where the finding is about one.
        span: the exact characters, where they are not what the route says.
        severity: set where it is not the rule's own.
        related: other places it speaks of.
        path: the file it is about, where that is not the map itself.
    """

    code: str
    message: str
    help: str = ""
    route: Route = ()
    mark: Mark = Mark.NODE
    missing: str | None = None
    span: Span | None = None
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    path: str | None = None
