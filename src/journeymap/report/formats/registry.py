"""The formats of a report; each is a module of its name, imported when it is asked for."""

from enum import StrEnum
from importlib import import_module
from typing import Protocol, cast

from journeymap.linter.diagnostic import Report
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import FailOn


class Format(StrEnum):
    """How findings are written; the first line of each format's module describes it."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    AZURE = "azure"
    MD = "md"

    @property
    def description(self) -> str:
        """What it is, in one line."""
        return (_module(self).__doc__ or "").partition("\n")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What a format may be told besides the report.

    Attributes:
        colour: whether to colour what people read on a terminal.
        version: of the tool; "" where it is not known.
        fail_on: the lightest finding that makes lint fail; None where each file's own setting does.
    """

    colour: bool = False
    version: str = ""
    fail_on: FailOn | None = None


class ReportFormat(Protocol):
    """What the module of a format holds, besides the docstring that describes it."""

    def render(self, report: Report, options: ReportOptions, /) -> str:
        """Returns a report as a text; those of the report are clean, and each has its `raw`."""


def render(report: Report, output_format: Format, options: ReportOptions | None = None) -> str:
    """Returns a report in a format.

    Args:
        report: what lint found.
        output_format: the format.
        options: what it may be told besides.
    """
    return _module(output_format).render(report, options or ReportOptions())


def _module(output_format: Format) -> ReportFormat:
    return cast("ReportFormat", import_module(f"journeymap.report.formats.{output_format}"))
