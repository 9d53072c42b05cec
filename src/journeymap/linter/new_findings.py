"""What lint finds now and did not find in an earlier state of the same maps."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from journeymap.linter.diagnostic import Diagnostic, Report


def new_since(earlier: Report, report: Report) -> Report:
    """Leaves the findings of a report that an earlier one did not have.

    They are known by their fingerprints. What stands at no part of the map, as a mistake in the
    YAML, is known by what is said of which text, as often as it was said.
    """
    return replace(report, diagnostics=tuple(_new(earlier, report)))


def _new(earlier: Report, report: Report) -> Iterator[Diagnostic]:
    had = Counter(map(_key, earlier.diagnostics))
    for diagnostic in report.diagnostics:
        key = _key(diagnostic)
        had[key] -= 1
        if had[key] < 0:
            yield diagnostic


def _key(diagnostic: Diagnostic) -> tuple[str, ...]:
    if diagnostic.is_lasting:
        return (diagnostic.fingerprint,)
    quote = diagnostic.quote
    there = (quote.before.raw, quote.behind.raw) if quote else ()
    return diagnostic.rule.code.raw, diagnostic.file.key.raw, diagnostic.message.raw, *there
