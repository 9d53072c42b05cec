"""Maps of more steps, or of more personas who go them, than are read end in one clear line."""

import pytest
from tests.workspace.test_load import read

from journeymap.reading import too_many

STEPS = "title: A\nsteps: [B, C, D, E, F]\n"
STAGES = "title: A\nstages: [{name: S, steps: [B, C, D]}, {name: T, steps: [E, F]}]\n"
PEOPLE = "title: A\npersona: [Ann, Bea]\nsteps: [B, C, D]\n"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(too_many, "MOST_STEPS", 5)
    monkeypatch.setattr(too_many, "MOST_LIVED", 6)


@pytest.mark.parametrize("text", [STEPS, STAGES, PEOPLE, STEPS.replace("A\n", "A\npersona: Ann\n")])
def test_as_many_as_are_allowed_are_read(text: str) -> None:
    file = read(text)
    assert file.journey_map is not None
    assert [each.code for each in file.findings] == ["JM006"]


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        (STEPS.replace("F]", "F, G]"), "steps", "the map has 6 steps; more than 5 are not read"),
        (STAGES.replace("F]", "F, G]"), "stages", "the map has 6 steps; more than 5 are not read"),
        (
            PEOPLE.replace("D]", "D, E]"),
            "persona",
            "2 personas go 4 steps; more than 6 steps of personas together are not read",
        ),
    ],
)
def test_of_more_one_line_says_so_and_nothing_else(text: str, at: str, message: str) -> None:
    file = read(text)
    assert file.journey_map is None
    assert [(each.code, each.message) for each in file.findings] == [("JM007", message)]
    (finding,) = file.findings
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == at
    assert "several maps" in finding.help
