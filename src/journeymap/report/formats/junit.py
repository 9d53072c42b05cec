"""Findings as JUnit XML, which CI servers show among the tests: a suite a file, a case a finding.

Errors and warnings are failures; a note is a case that was skipped, so that a hint turns no build
red. A file without findings is one case that passed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, RelatedPlace, Report
from journeymap.report.formats.registry import ReportOptions

_FORBIDDEN = re.compile("[\ufffe\uffff]")
"""What is no control character, and yet no XML 1.0 document may hold it (W3C, production 2)."""


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings as one XML document."""
    by_file = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_file[diagnostic.file].append(diagnostic)
    cases = sum(max(len(by_file[file]), 1) for file in report.files)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="journeymap" {_counts(report.diagnostics, cases)}>',
        *(line for file in report.files for line in _suite(file.shown, by_file[file])),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _suite(path: str, diagnostics: list[Diagnostic]) -> Iterator[str]:
    yield f'  <testsuite name="{xml_text(path)}" {_counts(diagnostics, max(len(diagnostics), 1))}>'
    if not diagnostics:
        yield f'    <testcase name="no findings" classname="{xml_text(path)}" time="0"/>'
    for diagnostic in diagnostics:
        yield from _case(diagnostic)
    yield "  </testsuite>"


def _counts(diagnostics: Iterable[Diagnostic], cases: int) -> str:
    notes = [diagnostic.severity is Severity.NOTE for diagnostic in diagnostics]
    failures, skipped = notes.count(False), notes.count(True)
    return f'tests="{cases}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'


def _case(diagnostic: Diagnostic) -> Iterator[str]:
    path, line = xml_text(diagnostic.file.shown), diagnostic.start.line
    name = f"{diagnostic.rule.name} {line}:{diagnostic.start.column}"
    message = xml_text(diagnostic.message)
    yield (f'    <testcase name="{name}" classname="{path}" file="{path}" line="{line}" time="0">')
    if diagnostic.severity is Severity.NOTE:
        yield f'      <skipped message="{message}">{_body(diagnostic)}</skipped>'
    else:
        kind = diagnostic.severity
        yield f'      <failure type="{kind}" message="{message}">{_body(diagnostic)}</failure>'
    yield "    </testcase>"


def _body(diagnostic: Diagnostic) -> str:
    places: tuple[Diagnostic | RelatedPlace, ...] = (diagnostic, *diagnostic.related)
    lines = [
        *(f"{place.where}: {place.message}" for place in places),
        f"help: {diagnostic.help} ({diagnostic.rule.code})",
    ]
    return "\n".join(map(xml_text, lines))


def xml_text(text: str) -> str:
    """Returns a text as XML holds it: escaped, without the characters that XML forbids."""
    return escape(_FORBIDDEN.sub("\ufffd", text))
