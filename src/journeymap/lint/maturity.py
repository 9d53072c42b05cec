"""How mature a map is: the highest status whose rules all hold."""

from collections.abc import Iterator

from journeymap.findings import Severity
from journeymap.lint.engine import Diagnostic, Report
from journeymap.model.journey import Status
from journeymap.records import dataclass
from journeymap.workspace.files import MapFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Maturity:
    """The status that a map has reached.

    Notes are hints and places to act, which the best of maps has: they hold no map back.

    Attributes:
        file: the map.
        meets: the strictest status whose rules all hold; None where those of a draft do not.
        short_of: the status that comes next; None for a map that meets the strictest.
        errors: errors that stand between the two.
        warnings: warnings that do.
    """

    file: MapFile
    meets: Status | None
    short_of: Status | None
    errors: int
    warnings: int

    @property
    def said(self) -> str:
        """The status in words: `meets draft; 4 warnings to go to review`."""
        meets = f"meets {self.meets or 'no status'}"
        if self.short_of is None:
            return meets
        counts = ((self.errors, Severity.ERROR), (self.warnings, Severity.WARNING))
        many = ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)
        return f"{meets}; {many} to go to {self.short_of}"


def maturities(report: Report) -> Iterator[Maturity]:
    """Walks the maps of a report, for which all rules of the strictest status have run."""
    for file in report.files:
        if file.map is not None:
            weighty = [d for d in report.diagnostics if d.file.path == file.path and _counts(d)]
            yield _of_file(file, weighty)


def _of_file(file: MapFile, weighty: list[Diagnostic]) -> Maturity:
    meets: Status | None = None
    for status in Status:
        weights = [d.severity for d in weighty if d.rule.since is status]
        if weights:
            errors = weights.count(Severity.ERROR)
            rest = len(weights) - errors
            return Maturity(file=file, meets=meets, short_of=status, errors=errors, warnings=rest)
        meets = status
    return Maturity(file=file, meets=meets, short_of=None, errors=0, warnings=0)


def _counts(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.NOTE
