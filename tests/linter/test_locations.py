"""Places of a file in words: ids for positions, and the step that a place lies in."""

import pytest
from tests.linter.linting import MAP, workspace_of

from journeymap.linter.locations import Places
from journeymap.model.names import Route

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
