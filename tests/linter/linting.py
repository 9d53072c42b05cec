"""Lint texts instead of files, and read off what is found where."""

from collections.abc import Mapping, Sequence
from datetime import date

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.testing import MAP, TODAY, Files, folder_of, lint_files
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

__all__ = [
    "MAP",
    "TODAY",
    "findings",
    "folder_of",
    "helps",
    "lint_files",
    "messages",
    "workspace_of",
]

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
        (found.start.line, found.start.column, found.message)
        for found in report.diagnostics
        if found.file.shown == name
    ]


def messages(text: str, *, rule: Rule, files: Mapping[str, str] | None = None) -> list[str]:
    """What one rule says of a text."""
    return [message for *_, message in findings(text, rule=rule, files=files)]


def helps(text: str, *, rule: Rule) -> list[str]:
    """What one rule advises to do about a text."""
    report = lint_files({MAP: text}, rules=[rule], selection=Selection(select=(rule.code,)))
    return [found.help for found in report.diagnostics]


def workspace_of(files: Files, targets: Sequence[str] | None = None) -> Workspace:
    """The files as they are read: all of them, or some with what they lead to."""
    with folder_of(files) as folder:
        paths = [folder] if targets is None else [folder / name for name in targets]
        return Loader(shown_from=folder).load(paths)
