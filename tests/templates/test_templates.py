import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from journeymap import lint
from journeymap.templates.outline import tidy
from journeymap.templates.starter import TEMPLATES, fill

every_template = pytest.mark.parametrize("name", TEMPLATES)


def source(name: str) -> str:
    found = files("journeymap.templates").joinpath(f"{name}.journey.yaml")
    return found.read_text(encoding="utf-8")


def load(text: str) -> dict[str, Any]:
    loaded = YAML(typ="safe").load(text)
    assert isinstance(loaded, dict)
    return loaded


def filled(name: str) -> dict[str, Any]:
    return load(fill(name, title="My map", persona="Ann, 44", language="en"))


def test_every_template_is_listed() -> None:
    folder = files("journeymap.templates").iterdir()
    names = {file.name for file in folder if file.name.endswith(".yaml")}
    assert names == {f"{name}.journey.yaml" for name in TEMPLATES}


@every_template
def test_placeholders_are_three_and_no_comment_holds_one(name: str) -> None:
    text = source(name)
    assert sorted(re.findall(r"\$\w*", text)) == ["$language", "$persona", "$title"]
    assert not any("$" in line.partition("#")[2] for line in text.splitlines())


@every_template
def test_title_persona_and_language_are_filled_in(name: str) -> None:
    loaded = filled(name)
    assert (loaded["title"], loaded["language"]) == ("My map", "en")
    assert [persona["name"] for persona in loaded["personas"]] == ["Ann, 44"]
    assert loaded.get("status", "draft") == "draft"


@every_template
def test_one_stage_is_left_for_the_newcomer_and_says_so(name: str) -> None:
    stages = filled(name)["stages"]
    assert [stage["name"] for stage in stages].count(None) == 0
    assert sum(not stage["steps"] for stage in stages) == 1
    assert len(re.findall(r"(?i)empty on purpose", source(name))) == 1


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "blank"])
def test_every_example_step_shows_a_need_and_a_feeling(name: str) -> None:
    steps = [step for stage in filled(name)["stages"] for step in stage["steps"]]
    assert all({"need", "emotion"} <= step.keys() for step in steps)
    assert filled(name)["framework"] == name


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "blank"])
def test_every_template_shows_good_and_weak_wording(name: str) -> None:
    text = source(name)
    assert len(re.findall(r"#\s+good: ", text)) >= 4
    assert len(re.findall(r"#\s+good: ", text)) == len(re.findall(r"#\s+weak: ", text))


@every_template
@given(title=st.text(), persona=st.text())
@example(title='a: "b" # $title', persona="- 'c', {d}: ${persona}")
@example(title="2026", persona="no")
def test_any_title_and_persona_stay_valid_yaml(name: str, title: str, persona: str) -> None:
    loaded = load(fill(name, title=title, persona=persona, language="pl"))
    assert loaded["title"] == tidy(title)
    assert loaded["personas"][0]["name"] == tidy(persona)
    assert loaded["stages"] == filled(name)["stages"]


def test_an_unknown_template_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="care-pathway, customer-lifecycle"):
        fill("../blank", title="T", persona="P", language="en")


def findings_in(text: str, folder: Path) -> list[tuple[str, str]]:
    """Returns severity and name of each finding of a text that is linted as a map of its own."""
    path = folder / "map.journey.yaml"
    path.write_text(text, encoding="utf-8")
    report = lint([path], today=date(2026, 11, 23))
    return [(found.severity.value, found.rule.name) for found in report.diagnostics]


FIELD = re.compile(r"(\s*)# (?=(?:- )?(?:[a-z_]+:(?: |$)|\{id: ))")
DEEPER = re.compile(r"(\s*)# (?=  +\S)(?!\s*(?:good|weak): )")


def with_all_fields(text: str) -> str:
    """Returns a starter with its commented-out fields taken in."""
    lines, inside = [], False
    for line in text.splitlines():
        match = FIELD.match(line) or (DEEPER.match(line) if inside else None)
        inside = bool(match)
        lines.append(match[1] + line[match.end() :] if match else line)
    return "\n".join(lines)


def with_one_field(text: str) -> Iterator[tuple[str, str]]:
    """Yields a starter with one commented-out field taken in, and the line above that field."""
    lines = text.splitlines()
    for first, line in enumerate(lines):
        if not FIELD.match(line):
            continue
        behind = first + 1
        while behind < len(lines) and DEEPER.match(lines[behind]):
            behind += 1
        field = with_all_fields("\n".join(lines[first:behind]))
        yield "\n".join([*lines[:first], field, *lines[behind:]]), lines[first - 1]


@every_template
def test_a_starter_has_no_error_and_names_the_stage_to_go_on_with(
    name: str, tmp_path: Path
) -> None:
    text = fill(name, title="My map", persona="Ann, 44", language="en")
    assert findings_in(text, tmp_path) == [("warning", "empty-stage")]


@every_template
def test_every_field_that_a_starter_offers_is_right(name: str, tmp_path: Path) -> None:
    text = fill(name, title="My map", persona="Ann, 44", language="en")
    full = with_all_fields(text)
    assert load(full) != load(text)
    assert not [found for found in findings_in(full, tmp_path) if found[0] == "error"]


@every_template
def test_a_field_that_a_starter_offers_stands_alone_or_names_what_it_takes(
    name: str, tmp_path: Path
) -> None:
    text = fill(name, title="My map", persona="Ann, 44", language="en")
    offers = list(with_one_field(text))
    assert offers
    for offered, above in offers:
        wrong = [found for found in findings_in(offered, tmp_path) if found[0] == "error"]
        assert bool(wrong) == ("also uncomment" in above), (above, wrong)
