"""Mistakes that analysts make in YAML: each is told at its line and column, with what to do.

`mistakes.md` holds them for people to judge: a heading, the map, and what lint says of it. Where
the words change on purpose, `pytest --snapshot-update` writes them anew.
"""

import re
from pathlib import Path

import pytest
from tests.linter.linting import lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status

PAGE = Path(__file__).with_name("mistakes.md")
NAME = "clinic.journey.yaml"
ENTRY = re.compile(
    r"^## (?P<title>.+)\n\n````?yaml(?P<review> review)?\n(?P<map>(?s:.*?))^````?\n\n"
    r"```text\n(?P<said>(?s:.*?))```\n",
    re.MULTILINE,
)
MISTAKES = {found["title"]: found for found in ENTRY.finditer(PAGE.read_text("utf-8"))}


def said(text: str, *, review: bool) -> str:
    """What lint says of a map: place, severity, message and help."""
    selection = Selection(profile=Status.DRAFT)
    if review:  # of what is said of a finished map, only how it is written
        selection = Selection(profile=Status.REVIEW, select=("JM0", "JM1"), ignore=("JM113",))
    report = lint_files({NAME: text}, rules=RULES, selection=selection)
    return "".join(
        f"{each.start.line}:{each.start.column} {each.severity}: {each.message}\n"
        f"    help: {each.help}\n"
        for each in report.diagnostics
    )


def test_there_are_fifty() -> None:
    assert len(MISTAKES) >= 50
    assert PAGE.read_text("utf-8").count("\n## ") == len(MISTAKES)


@pytest.mark.parametrize("title", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_the_cure(
    title: str, request: pytest.FixtureRequest
) -> None:
    found = MISTAKES[title]
    told = said(
        found["map"].replace("⍽", "\u00a0").replace("⇥", "\t"), review=bool(found["review"])
    )
    if request.config.option.update_snapshots:
        page = PAGE.read_text("utf-8")
        before, after = f"```text\n{found['said']}```\n", f"```text\n{told}```\n"
        head, entry = page.split(f"## {title}\n")
        PAGE.write_text(f"{head}## {title}\n{entry.replace(before, after, 1)}", "utf-8")
        return
    assert told == found["said"]
    assert told.count("\n") >= 2
