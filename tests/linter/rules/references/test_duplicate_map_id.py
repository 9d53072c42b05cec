"""duplicate-map-id: an id that two maps of a repository have."""

import pytest
from tests.linter.linting import lint_files

from journeymap.linter.profiles import Selection

TEXT = "journeymap: 1\ntitle: T\nsteps: [A]\n"
CHOSEN = Selection(select=("duplicate-map-id",))


def told(files: dict[str, str], targets: list[str] | None = None) -> list[tuple[str, int, str]]:
    found = lint_files(files, selection=CHOSEN, targets=targets).diagnostics
    ours = [each for each in found if each.rule.code == "JM115"]
    return [(each.file.shown, each.start.line, each.message) for each in ours]


def named(*ids: str) -> dict[str, str]:
    return {
        f"{number}/map.journey.yaml": f"{f'id: {each}' if each else '#'}\n{TEXT}"
        for number, each in enumerate(ids)
    }


def test_each_of_them_is_told_with_the_other_one() -> None:
    assert told(named("clinic", "ward", "Clinic")) == [
        ("0/map.journey.yaml", 1, "the id clinic is that of 2/map.journey.yaml, too"),
        ("2/map.journey.yaml", 1, "the id clinic is that of 0/map.journey.yaml, too"),
    ]


def test_of_many_one_is_named() -> None:
    assert [message for *_, message in told(named(*["a"] * 4))] == [
        "the id a is that of 1/map.journey.yaml and 2 more, too",
        *["the id a is that of 0/map.journey.yaml and 2 more, too"] * 3,
    ]


@pytest.mark.parametrize("ids", [("clinic", "clinics"), ("", ""), ("map", ""), ("[1]", "[1]")])
def test_maps_without_an_id_and_with_others_share_none(ids: tuple[str, ...]) -> None:
    assert told(named(*ids)) == []


def test_what_was_not_asked_for_and_not_led_to_is_not_known() -> None:
    files = named("a", "a", "a")
    assert told(files, ["0/map.journey.yaml"]) == []
    files["0/map.journey.yaml"] += "desired: ../1/map.journey.yaml\n"
    assert told(files, ["0/map.journey.yaml"]) == [
        ("0/map.journey.yaml", 1, "the id a is that of 1/map.journey.yaml, too")
    ]


def test_their_findings_share_no_fingerprint() -> None:
    found = lint_files(named("a", "a"), selection=Selection(select=("missing-goal", "JM115")))
    marks = {each.fingerprint for each in found.diagnostics}
    assert len(marks) == len(found.diagnostics) == 4
