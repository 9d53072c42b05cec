"""Paths to other files, and maps within maps."""

import pytest
from tests.linter.linting import findings, lint_files, messages

from journeymap.linter.rules.references.broken_link import broken_link
from journeymap.linter.rules.references.link_cycle import link_cycle

STEP = "title: A\nsteps: [{{action: B, journey: {}}}]\n"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("gone.journey.yaml", "there is no file `gone.journey.yaml`"),
        ("../out.journey.yaml", "`../out.journey.yaml` lies outside the repository"),
        ("/etc/passwd", "`/etc/passwd` is not a relative path"),
        ("https://example.org/a", "`https://example.org/a` is not a relative path"),
        ("'*.yaml'", "`*.yaml` names no single file"),
        ("words.library.yaml", "`words.library.yaml` is not a map: it has no steps"),
        ("odd.journey.yaml", "`odd.journey.yaml` cannot be read"),
    ],
)
def test_a_link_that_leads_nowhere(said: str, message: str) -> None:
    files = {"words.library.yaml": "channels: [A]\n", "odd.journey.yaml": 'title: "A\n'}
    found = findings(STEP.format(said), rule=broken_link, files=files)
    assert found == [(2, 30, message)]


def test_a_library_that_is_a_map() -> None:
    text = "title: A\nuses: [b.journey.yaml, words.yaml]\nsteps: [B]\n"
    files = {"b.journey.yaml": "title: B\nsteps: [C]\n", "words.yaml": "title: C\nsteps: [D]\n"}
    assert messages(text, rule=broken_link, files=files) == [
        "`b.journey.yaml` is a map, not a library",
        "`words.yaml` is a map, not a library",
    ]


def test_a_link_decides_what_a_file_of_any_other_name_holds() -> None:
    text = "title: A\nuses: words.yaml\nsteps: [{action: B, journey: sub/b.yml}]\n"
    files = {"words.yaml": "channels: [C]\n", "sub/b.yml": "title: B\nsteps: [D]\n"}
    assert findings(text, rule=broken_link, files=files) == []


def test_a_link_to_a_library_does_not_make_a_map_of_it() -> None:
    files = {
        "a.journey.yaml": STEP.format("words.library.yaml"),
        "words.library.yaml": "channels: [A]\n",
    }
    report = lint_files(files, rules=[broken_link])
    assert [d.file.shown for d in report.diagnostics] == ["a.journey.yaml"]


def test_a_map_is_not_its_own_counterpart() -> None:
    text = "title: A\ndesired: map.journey.yaml\nsteps: [B]\n"
    assert findings(text, rule=broken_link) == [(2, 10, "`map.journey.yaml` is this file itself")]


def test_a_map_within_itself() -> None:
    text = STEP.format("map.journey.yaml")
    assert findings(text, rule=broken_link) == []
    assert messages(text, rule=link_cycle) == [
        "the map is a part of itself: map.journey.yaml → map.journey.yaml"
    ]


def test_a_map_within_itself_through_others() -> None:
    files = {
        "b.journey.yaml": STEP.format("c.journey.yaml"),
        "c.journey.yaml": STEP.format("map.journey.yaml"),
    }
    text = STEP.format("b.journey.yaml")
    chain = "map.journey.yaml → b.journey.yaml → c.journey.yaml → map.journey.yaml"
    assert messages(text, rule=link_cycle, files=files) == [f"the map is a part of itself: {chain}"]
    report = lint_files({**files, "map.journey.yaml": text}, rules=[link_cycle])
    assert len(report.diagnostics) == 3
    places = [place.file.shown for place in report.diagnostics[-1].related]
    assert places == ["b.journey.yaml", "c.journey.yaml"]


def test_a_map_that_leads_into_a_cycle_is_not_part_of_it() -> None:
    files = {
        "b.journey.yaml": STEP.format("c.journey.yaml"),
        "c.journey.yaml": STEP.format("b.journey.yaml"),
    }
    assert findings(STEP.format("b.journey.yaml"), rule=link_cycle, files=files) == []


def test_two_steps_may_share_a_map() -> None:
    text = "title: A\nsteps:\n  - {action: B, journey: b.yaml}\n  - {action: C, journey: b.yaml}\n"
    assert findings(text, rule=link_cycle, files={"b.yaml": "title: B\nsteps: [C]\n"}) == []
