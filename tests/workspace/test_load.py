"""What holds of a file as a whole: versions, scales, links and libraries."""

from pathlib import Path

import pytest

from journeymap.model.step import Rated
from journeymap.workspace.files import MapFile
from journeymap.workspace.load import Loader


def read(text: str, **others: str) -> MapFile:
    folder = Path("/nowhere")
    texts = {folder / "m.journey.yaml": text.encode()}
    texts |= {folder / name: other.encode() for name, other in others.items()}
    return Loader(texts=texts).load([folder / "m.journey.yaml"]).asked[0]


def codes(file: MapFile) -> list[str]:
    return [finding.code for finding in file.findings]


RATED = "journeymap: 1\ntitle: A\n{scales}\nsteps: [{{action: B, importance: {rating}}}]\n"


@pytest.mark.parametrize(
    ("scales", "rating", "expected"),
    [
        ("scales: {rating: 1-7}", "7", []),
        ("scales: 1-7", "7", []),
        ("scales: {rating: 0-10}", "0", []),
        ("scales: {rating: top-box}", "8.4", []),
        ("scales:", "5", []),
        ("", "6", ["JM002"]),
        ("scales: {rating: 1-7}", "8", ["JM002"]),
    ],
)
def test_ratings_are_held_to_the_declared_scale(
    scales: str, rating: str, expected: list[str]
) -> None:
    assert codes(read(RATED.format(scales=scales, rating=rating))) == expected


@pytest.mark.parametrize("scales", ["scales: {rating: 1-11}", "scales: 1-11", "scales: [1, 11]"])
def test_a_scale_that_cannot_be_read_judges_no_rating(scales: str) -> None:
    file = read(RATED.format(scales=scales, rating="9"))
    assert codes(file) == ["JM002"]
    assert file.journey_map is not None
    assert file.journey_map.of_persona(file.journey_map.steps[0].step.importance) == Rated(rating=9)


def test_expected_stays_one_to_five_beside_top_box() -> None:
    text = "journeymap: 1\ntitle: A\nscales: top-box\nsteps: [{action: B, expected: 6}]\n"
    assert codes(read(text)) == ["JM002"]


@pytest.mark.parametrize(("version", "expected"), [("1", []), ("2", ["JM006"]), ("", ["JM006"])])
def test_the_version_is_told_where_it_is_newer_or_absent(version: str, expected: list[str]) -> None:
    file = read(f"journeymap: {version}\ntitle: A\nsteps: [B]\n")
    assert codes(file) == expected


def test_a_map_goes_on_without_what_is_broken() -> None:
    file = read("journeymap: 1\ntitle: A\nsteps:\n  - action: [B]\n  - action: C\n    emotion: 7\n")
    assert codes(file) == ["JM002", "JM002"]
    assert file.journey_map is not None
    assert [step.label for step in file.journey_map.steps] == ["…", "C"]


def test_stages_and_steps_exclude_one_another() -> None:
    assert codes(read("journeymap: 1\ntitle: A\nstages: [{steps: [B]}]\nsteps: [C]\n")) == ["JM002"]
