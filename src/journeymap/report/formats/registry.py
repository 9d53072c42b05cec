"""The formats of a report; each is imported when it is asked for."""

from enum import StrEnum
from importlib import import_module

from journeymap.linter.diagnostic import Report


class Format(StrEnum):
    """How findings are written.

    Attributes:
        FULL: the source line with the place underlined, and what to do; for people.
        CONCISE: a line a finding.
        JSON: one versioned object.
        JSONL: an object a line, for programs that read as it comes.
        SARIF: SARIF 2.1.0, for code scanning and editors.
        GITHUB: workflow commands, which GitHub shows beside the changed lines.
        GITLAB: a Code Quality report, which GitLab shows in merge requests.
        JUNIT: JUnit XML, which CI servers show among the tests.
        MD: tables in Markdown, for a comment or a page.
    """

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MD = "md"


def render(
    report: Report, output_format: Format, *, colour: bool = False, version: str = ""
) -> str:
    """Returns a report in a format.

    Args:
        report: what lint found.
        output_format: the format.
        colour: whether to colour what people read on a terminal.
        version: of the tool, for the formats that tell it.
    """
    module = import_module(f"journeymap.report.formats.{output_format}")
    options: dict[Format, dict[str, object]] = {
        Format.FULL: {"colour": colour},
        Format.SARIF: {"version": version},
    }
    rendered: str = module.render(report, **options.get(output_format, {}))
    return rendered
