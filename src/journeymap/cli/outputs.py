"""Where a report goes, and in which formats: `--output-format`."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from journeymap.cli.console import STDIN, fail, write
from journeymap.cli.saving import place, refuse_loss, save
from journeymap.linter.diagnostic import Report
from journeymap.quick_dataclass import dataclass
from journeymap.report.formats.registry import Format, ReportOptions

_COMMANDS = {Format.GITHUB: "::", Format.AZURE: "##vso["}
"""How commands begin that formats consist of."""
Render = Callable[[Report, Format, ReportOptions], str]
"""What writes a report in a format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One way in which a report is written.

    Attributes:
        format: the format.
        target: the file; None for standard output.
    """

    format: Format
    target: Path | None = None


def outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """Returns what `--output-format` asks for; ends the command where that makes no sense."""
    if not texts:
        return (Output(format=_usual()),)
    wanted = tuple(map(_output, texts))
    targets = [output.target for output in wanted if output.target is not None]
    places = [place(target) for target in targets]
    twice = next((t for t, own in zip(targets, places, strict=True) if places.count(own) > 1), None)
    if twice is not None:
        fail(f"--output-format: two formats cannot share the file {twice}")
    if len(wanted) - len(targets) > 1:
        fail("--output-format: only one format can be printed; write others to FORMAT=FILE")
    return wanted


def _usual() -> Format:
    """Returns what is printed unless somebody says otherwise: GitHub's runner reads commands."""
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.FULL


def _output(text: str) -> Output:
    name, written, path = text.partition("=")
    known = [str(each) for each in Format]
    if name not in known:
        fail(f"--output-format: there is no format {name}; choose one of {', '.join(known)}")
    if not written or path == STDIN:
        return Output(format=Format(name))
    target = Path(path)
    if not path or target.is_dir():
        fail(f"--output-format: name a file: {name}=FILE")
    refuse_loss(target, "a report", option="--output-format")
    return Output(format=Format(name), target=target)


def refuse_losses(wanted: Sequence[Output], read: Iterable[Path]) -> None:
    """Ends the command where a report would take the place of a file that was read."""
    for output in wanted:
        if output.target is not None:
            refuse_loss(output.target, "a report", read=read, option="--output-format")


def deliver(
    report: Report,
    wanted: Sequence[Output],
    read: Iterable[Path],
    options: ReportOptions,
    render: Render,
) -> None:
    """Writes a report in all the formats that were asked for.

    Args:
        report: what was found.
        wanted: the formats, and where they go.
        read: the files that this run has read.
        options: what the formats are told; colours are for what is printed.
        render: writes a report in a format.
    """
    for output in wanted:
        if output.target is None:
            write(render(report, output.format, options), commands=_COMMANDS.get(output.format, ""))
        else:
            text = render(report, output.format, replace(options, colour=False))
            content = text.encode("utf-8", "backslashreplace")
            save(output.target, content, "a report", read=read)
