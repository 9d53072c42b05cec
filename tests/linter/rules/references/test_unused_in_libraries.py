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
