"""Definitions of a library: other maps may use them."""

import pytest
from tests.linter.linting import MAP, findings

from journeymap.linter.rules.references.unused_definition import unused_definition


def test_a_library_is_looked_at_with_its_folder_only() -> None:
    library = "channels: [Phone, Fax]\n"
    files = {
        "a.journey.yaml": "title: A\nuses: b.library.yaml\nsteps: [{action: B, channel: fax}]\n"
    }
    name = "b.library.yaml"
    assert findings(library, rule=unused_definition, files=files, name=name) == []
    assert findings(library, rule=unused_definition, files=files, name=name, folder=True) == [
        (1, 12, "nothing refers to the channel `phone`")
    ]
    assert findings(library, rule=unused_definition, name=name, folder=True) == [
        (1, 1, "no map in this folder uses the library")
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("title: C\nuses: our.library.yaml\nsteps: [{action: D, channel: fax", 0),
        ("title: C\nsteps: [D, E: F: G]\n", 0),
        ("title: C\nuses: our.library.yaml\nsteps: [{action: D, channel: fax}]", 0),
        ("title: C\nsteps: [D]\n", 1),
    ],
)
def test_a_library_keeps_what_a_map_that_cannot_be_read_may_use(other: str, told: int) -> None:
    files = {
        MAP: "title: A\nuses: our.library.yaml\nsteps: [{action: B, channel: phone}]\n",
        "other.journey.yaml": other,
    }
    text = "channels: [Fax, Phone]\n"
    found = findings(
        text, rule=unused_definition, files=files, name="our.library.yaml", folder=True
    )
    assert [said for _, _, said in found] == ["nothing refers to the channel `fax`"] * told


def test_three_of_a_kind_are_one_note_that_ignores_and_fixes_one_by_one() -> None:
    text = "title: A\nchannels:\n- One  #!\n- Two\n- Three\n- Four\nmetrics: [M, N]\nsteps: [B]\n"
    assert [message for *_, message in findings(text, rule=unused_definition)] == [
        'nothing refers to 4 of the channels: "one", "two", "three" and 1 more',
        "nothing refers to the metric `m`",
        "nothing refers to the metric `n`",
    ]
    ignored = text.replace("#!", "# journeymap: ignore[unused-definition] soon")
    (first, *_) = findings(ignored, rule=unused_definition)
    assert first == (4, 3, 'nothing refers to 3 of the channels: "two", "three" and "four"')
