"""How mature a map is: the highest status whose rules all hold."""

from collections.abc import Collection, Sequence

from journeymap.findings import Severity
from journeymap.model.journey import Status
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import SafeText

_NAMED = 4
"""So many rules are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maturity:
    """The status that a map has reached.

    Notes are hints and places to act, which the best of maps has: they hold no map back.

    Attributes:
        shown: the map's path as the user knows it.
        meets: the strictest status whose rules all hold; None where those of a draft do not.
        short_of: the status that comes next; None for a map that meets the strictest.
        errors: errors that stand between the two.
        warnings: warnings that do.
        notes: notes of the rules up to the next status.
        rules: the names of the rules whose errors and warnings stand between, each once.
    """

    shown: SafeText
    meets: Status | None
    short_of: Status | None
    errors: int
    warnings: int
    notes: int = 0
    rules: tuple[SafeText, ...] = ()

    @property
    def said(self) -> str:
        """The status in words: `meets draft; 4 warnings to mend for review, and 3 notes`."""
        meets = f"meets {self.meets or 'no status'}"
        notes = _many(self.notes, Severity.NOTE)
        if self.short_of is None:
            return f"{meets}, with {notes}" if notes else meets
        counts = ((self.errors, Severity.ERROR), (self.warnings, Severity.WARNING))
        many = ", ".join(filter(None, (_many(n, word) for n, word in counts)))
        more = f", and {notes}" if notes else ""
        # Only a draft's rules are few, and lost among the findings of the map's own status.
        names = "" if self.meets else f" ({_few(self.rules)})"
        return f"{meets}; {many} to mend for {self.short_of}{names}{more}"


def _few(rules: Sequence[str]) -> str:
    more = len(rules) - _NAMED
    return ", ".join([*rules[:_NAMED], *([f"{more} more"] if more > 0 else [])])


def _many(count: int, severity: Severity) -> str:
    return f"{count} {severity}{'s' if count != 1 else ''}" if count else ""


def maturity_of(
    shown: SafeText, findings: Collection[tuple[Status | None, Severity, str]]
) -> Maturity:
    """Returns the status that a map has reached.

    Args:
        shown: its path as the user knows it.
        findings: what the rules of the strictest status find: from which status each is asked, and
            how much it weighs, and its rule.
    """
    meets: Status | None = None
    notes = 0
    for status in Status:
        weights = [weight for asked_from, weight, _ in findings if asked_from is status]
        notes += weights.count(Severity.NOTE)
        errors, warnings = weights.count(Severity.ERROR), weights.count(Severity.WARNING)
        if errors or warnings:
            return Maturity(
                shown=shown,
                meets=meets,
                short_of=status,
                errors=errors,
                warnings=warnings,
                notes=notes,
                rules=tuple(
                    SafeText(name)
                    for name in dict.fromkeys(
                        name
                        for asked_from, weight, name in findings
                        if asked_from is status and weight is not Severity.NOTE
                    )
                ),
            )
        meets = status
    return Maturity(shown=shown, meets=meets, short_of=None, errors=0, warnings=0, notes=notes)
