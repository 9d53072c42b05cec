"""Findings as JUnit XML, which CI servers show among the tests: a suite a file, a case a finding.

What makes lint fail is a failure; any other finding is a case that was skipped, so that a hint
turns no build red. A file without findings is one case that passed. Cases are named by the place in
the map, as lines change with every edit and servers follow a test by its name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from journeymap.linter.diagnostic import Diagnostic, RelatedPlace, Report
from journeymap.quick_dataclass import dataclass
from journeymap.report.formats.registry import ReportOptions

_FORBIDDEN = re.compile("[\ufffe\uffff]")
"""What is no control character, and yet no XML 1.0 document may hold it (W3C, production 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A finding as a test that did not pass."""

    diagnostic: Diagnostic
    name: str
    fails: bool


def render(report: Report, options: ReportOptions) -> str:
    """Returns the findings as one XML document."""
    by_file = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_file[diagnostic.file].append(diagnostic)
    suites = {file: list(_cases(by_file[file], options)) for file in report.files}
    every = [case for cases in suites.values() for case in cases]
    passed = sum(not cases for cases in suites.values())
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="journeymap" {_counts(every, passed)}>',
        *(line for file, cases in suites.items() for line in _suite(file.shown, cases)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _cases(diagnostics: Sequence[Diagnostic], options: ReportOptions) -> Iterator[_Case]:
    """Walks the findings of a file, each with a name of its own."""
    seen = Counter[str]()
    for each in diagnostics:
        name = f"{each.rule.name} {each.route}".rstrip()
        seen[name] += 1
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        yield _Case(diagnostic=each, name=name + number, fails=each.fails(options.fail_on))


def _suite(path: str, cases: Sequence[_Case]) -> Iterator[str]:
    yield f'  <testsuite name="{xml_text(path)}" {_counts(cases, int(not cases))}>'
    if not cases:
        yield f'    <testcase name="no findings" classname="{xml_text(path)}" time="0"/>'
    for case in cases:
        yield from _case(case)
    yield "  </testsuite>"


def _counts(cases: Sequence[_Case], passed: int) -> str:
    tests, failures = len(cases) + passed, sum(case.fails for case in cases)
    skipped = len(cases) - failures
    return f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'


def _case(case: _Case) -> Iterator[str]:
    found = case.diagnostic
    path, message, body = xml_text(found.file.shown), xml_text(found.message), _body(found)
    at = f'classname="{path}" file="{path}" line="{found.start.line}" time="0"'
    yield f'    <testcase name="{xml_text(case.name)}" {at}>'
    if case.fails:
        yield f'      <failure type="{found.severity}" message="{message}">{body}</failure>'
    else:
        yield f'      <skipped message="{message}">{body}</skipped>'
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
