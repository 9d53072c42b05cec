r"""What authors of rules test them with: lint texts instead of files, and compare marked lines.

A line of an example ends in `# <- here` where a finding begins:

    def test_my_rule() -> None:
        assert_page(my_rule)
        text = "title: A\nsteps:\n  - action: Waits  # <- here\n"
        assert places({MAP: text}, my_rule) == marked({MAP: text})
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymap.authoring.rule import Rule
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.load import Loader

TODAY = date(2026, 11, 23)
"""The day that counts as today where a test names none."""
MAP = "map.journey.yaml"
"""The name of a map that has none."""
CONFIGURATION = ".journeymap.yaml"
HERE = "# <- here"
"""Ends a line on which a finding begins."""

Place = tuple[str, int]
"""A file and a line in it, from 1."""
Files = Mapping[str, str | bytes]
"""Texts by name; a name may lie in a folder."""

_BLOCK = re.compile(r"^```yaml([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The files of one example, with the lines that are marked in them."""

    files: Files
    marked: list[Place]


def lint_files(
    files: Files,
    *,
    rules: Sequence[Rule] = RULES,
    selection: Selection | None = None,
    targets: Sequence[str] | None = None,
    today: date = TODAY,
) -> Report:
    """Lints files in a folder of their own, which counts as a repository.

    Args:
        files: the files.
        rules: the rules there are; those that come with the tool when left out. Own rules in a
            `.journeymap.yaml` among the files are added to them.
        selection: those to run; all that hold a published map when left out.
        targets: the files to lint; the folder when left out.
        today: the day that counts as today.
    """
    with folder_of(files) as folder:
        paths = [folder] if targets is None else [folder / name for name in targets]
        workspace = Loader(shown_from=folder).load(paths)
        return lint(workspace, rules, selection or Selection(profile=Status.PUBLISHED), today)


def places(files: Files, rule: Rule | str, *, rules: Sequence[Rule] = RULES) -> list[Place]:
    """Returns where one rule finds something, whatever the status of the maps.

    Args:
        files: the files.
        rule: the rule, or the code of one that the files' own configuration declares.
        rules: the rules there are besides.
    """
    known = [rule] if isinstance(rule, Rule) and rule not in rules else []
    code = rule.code if isinstance(rule, Rule) else rule
    selection = Selection(select=(code,))
    report = lint_files(files, rules=[*rules, *known], selection=selection)
    found = (each for each in report.diagnostics if each.rule.code == code)
    return sorted((each.file.shown, each.start.line) for each in found)


def marked(files: Files) -> list[Place]:
    """Returns the lines that end in `# <- here`."""
    texts = {name: text for name, text in files.items() if isinstance(text, str)}
    return sorted(
        (name, number)
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if line.endswith(HERE)
    )


def section(page: str, heading: str) -> str:
    """Returns what stands below a heading of a rule's page; empty without it."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


def example(page: str, heading: str) -> Example:
    """Returns the example below a heading of a rule's page.

    A block opens with ```yaml, the name of its file if there are several, and `encoding=utf-16` if
    it is saved as something else than UTF-8.
    """
    texts: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for info, text in _BLOCK.findall(section(page, heading)):
        encoding = re.search(r"encoding=(\S+)", info)
        name = (info.replace(encoding[0], "") if encoding else info).strip() or MAP
        texts[name] = text
        files[name] = text.encode(encoding[1] if encoding else "utf-8")
    return Example(files=files, marked=marked(texts))


def assert_page(rule: Rule, *, rules: Sequence[Rule] = RULES) -> None:
    """Holds a rule to its page: the bad example breaks it on the marked lines, the good one not.

    Raises:
        AssertionError: it does not, or an example is missing.
    """
    for heading in ("Bad", "Good"):
        shown = example(rule.page, heading)
        expected = shown.marked
        if not shown.files or bool(expected) != (heading == "Bad"):
            wanted = "marks no line" if heading == "Bad" else "marks a line, or is not there"
            raise AssertionError(f"the example {heading} of {rule.name} {wanted}")
        found = places(shown.files, rule, rules=rules)
        if found != expected:
            msg = f"{rule.name} finds {found} in its example {heading}, where {expected} is marked"
            raise AssertionError(msg)


@contextmanager
def folder_of(files: Files) -> Iterator[Path]:
    """Writes the files into a folder that is a repository of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / ".git").mkdir()
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            data = text.encode() if isinstance(text, str) else text
            (folder / path).write_bytes(data)
        yield folder
