"""Findings as logging commands of Azure Pipelines: issues of the run, with file, line and column.

The commands, their properties and what is to be escaped in them: Microsoft Learn, "Logging
commands" (there is no type below a warning), and the agent, which writes a percent sign `%AZP25`.
"""

from collections.abc import Iterator

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.report.formats.registry import ReportOptions


def render(report: Report, _: ReportOptions) -> str:
    """Returns the findings, a command each."""
    return "".join(map(_command, report.diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    properties = "".join(f"{key}={_property(value)};" for key, value in _properties(diagnostic))
    return f"##vso[task.logissue {properties}]{_data(_text(diagnostic))}\n"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    yield "type", "error" if diagnostic.severity is Severity.ERROR else "warning"
    yield "sourcepath", diagnostic.file.from_root
    yield "linenumber", str(diagnostic.start.line)
    yield "columnnumber", str(diagnostic.start.column)
    yield "code", f"{diagnostic.rule.name} ({diagnostic.rule.code})"


def _text(diagnostic: Diagnostic) -> str:
    """Returns what is told on one line, as issues are shown; a note says that it is one."""
    places = (f"; see {place.from_root} {place.message}" for place in diagnostic.related)
    note = "note: " if diagnostic.severity is Severity.NOTE else ""
    return f"{note}{diagnostic.message}{''.join(places)}; help: {diagnostic.help}"


def _data(text: str) -> str:
    """Escapes the message of a command; one that stands in it is none."""
    bare = text.replace("##vso[", "##vso [")
    return bare.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escapes the value of a property; a semicolon would end it, a bracket the command."""
    return _data(text).replace(";", "%3B").replace("]", "%5D")
