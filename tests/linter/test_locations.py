"""Places of a file in words: ids for positions, and the step that a place lies in."""

import pytest
from tests.linter.linting import MAP, workspace_of

from journeymap.findings import Mark
from journeymap.linter.locations import Places, bytes_of, mark_span
from journeymap.model.names import Route
from journeymap.text.source import Source

TEXT = """\
title: Clinic
channels: [{id: phone, name: Phone}]
steps:
  - id: calls
    action: Calls
    pains: [{id: late, text: Too late}]
    opportunities: [Chat]
"""


@pytest.mark.parametrize(
    ("route", "words", "step"),
    [
        ((), "", ""),
        (("title",), "title", ""),
        (("channels", 0, "name"), "channels[phone].name", ""),
        (("steps", 0, "pains", 0), "steps[calls].pains[late]", "calls"),
        (("steps", 0, "opportunities", 0), "steps[calls].opportunities[chat]", "calls"),
        (("steps", 0, "channel", 0), "steps[calls].channel[0]", "calls"),
    ],
)
def test_a_place_is_said_by_ids_and_what_stands_at_the_map_lies_in_no_step(
    route: Route, words: str, step: str
) -> None:
    places = Places(workspace_of({MAP: TEXT}).asked[0])
    assert places.route_text(route) == words
    assert places.step_id(route) == step


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("{note: x, id: one, action: B}", "one"),
        ("{note: x, action: B, name: C}", "B"),
        ("{note: x, name: C, title: D}", "C"),
        ("{note: x, title: D, text: E}", "D"),
        ("{note: x, text: E}", "E"),
        ("{note: x, why: F}", "note"),
        ("B", "B"),
    ],
)
def test_what_stands_for_an_entry_is_underlined(item: str, shown: str) -> None:
    file = workspace_of({MAP: f"title: A\nsteps:\n  - {item}\n"}).asked[0]
    assert file.source
    assert file.source.cut(mark_span(file.tree, ("steps", 0), Mark.NODE)) == shown


def test_a_place_lies_in_the_steps_and_stages_around_it() -> None:
    text = "title: A\nstages: [{name: Before, steps: [{action: Calls, pains: [Busy]}]}]\n"
    places = Places(workspace_of({MAP: text}).asked[0])
    assert places.breadcrumbs(("stages", 0, "steps", 0, "pains", 0)) == ("Before", "Calls")
    assert places.breadcrumbs(("stages", 0)) == ("Before",)
    assert places.breadcrumbs(("title",)) == ()


@pytest.mark.parametrize(("start", "end", "known"), [(0, 1999, True), (0, 2000, False)])
def test_bytes_are_counted_up_to_two_thousand_columns(start: int, end: int, known: bool) -> None:
    source = Source(name="a", text="é" * 3000)
    found = bytes_of(source, source.position(start), source.position(end))
    assert (found is not None) is known
    if found:
        assert (found.start, found.end) == (1, 2 * 1999 + 1)
