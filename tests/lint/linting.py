"""Lint texts instead of files, and read off what is found where."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymap.lint.engine import Report, lint
from journeymap.lint.profiles import Selection
from journeymap.lint.rule import Rule
from journeymap.model.journey import Status
from journeymap.workspace.load import Loader

TODAY = date(2026, 11, 23)
MAP = "map.journey.yaml"

Found = tuple[int, int, str]
"""Line, column and message."""


def findings(  # noqa: PLR0913 - what a run of one rule may differ in
    text: str,
    *,
    rule: Rule,
    files: Mapping[str, str] | None = None,
    today: date = TODAY,
    name: str = MAP,
    folder: bool = False,
) -> list[Found]:
    """What one rule finds in a text, by place.

    Args:
        text: the file's text.
        rule: the rule; it runs whatever the map's status.
        files: further files beside it, by name.
        today: the day that counts as today.
        name: the file's name.
        folder: whether the folder is linted, instead of the file alone.
    """
    report = lint_files(
        {**(files or {}), name: text},
        rules=[rule],
        selection=Selection(select=(rule.code,)),
        targets=None if folder else [name],
        today=today,
    )
    return [
        (found.start.line, found.start.column, found.finding.message)
        for found in report.diagnostics
        if found.file.shown == name
    ]


def messages(text: str, *, rule: Rule, files: Mapping[str, str] | None = None) -> list[str]:
    """What one rule says of a text."""
    return [message for *_, message in findings(text, rule=rule, files=files)]


def helps(text: str, *, rule: Rule) -> list[str]:
    """What one rule advises to do about a text."""
    report = lint_files({MAP: text}, rules=[rule], selection=Selection(select=(rule.code,)))
    return [found.finding.help for found in report.diagnostics]


def lint_files(
    files: Mapping[str, str | bytes],
    *,
    rules: Sequence[Rule],
    selection: Selection | None = None,
    targets: Sequence[str] | None = None,
    today: date = TODAY,
) -> Report:
    """Lints files in a folder of their own.

    Args:
        files: texts by name, which may lie in a folder.
        rules: the rules there are.
        selection: those to run; all that hold a published map when left out.
        targets: the files to lint; the folder when left out.
        today: the day that counts as today.
    """
    with folder_of(files) as folder:
        paths = [folder] if targets is None else [folder / name for name in targets]
        workspace = Loader(shown_from=folder).load(paths)
        return lint(workspace, rules, selection or Selection(profile=Status.PUBLISHED), today)


@contextmanager
def folder_of(files: Mapping[str, str | bytes]) -> Iterator[Path]:
    """Writes the files into a folder that is a repository of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / ".git").mkdir()
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            data = text.encode() if isinstance(text, str) else text
            (folder / path).write_bytes(data)
        yield folder
