"""unpreferred-channel: what no telephone carries, and what the law prescribes."""

import pytest
from tests.linter.linting import messages
from tests.linter.rules.touchpoints.test_effort import HEAD, map_of

from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel


@pytest.mark.parametrize(
    ("preferred", "step", "told"),
    [
        ("phone", "Applies for a grant, gives: [Deed]", False),
        ("line", "Presentan la solicitud, gives: [Deed]", False),
        ("phone", "Składa wniosek, gives: [Deed]", False),
        ("phone", "Applies for a grant", True),
        ("phone", "Is told of a grant, gives: [Deed]", True),
        ("phone, web", "Applies for a grant, gives: [Deed]", True),
    ],
)
def test_papers_go_by_no_telephone(preferred: str, step: str, told: bool) -> None:
    top = HEAD.replace("PREFERRED", preferred) + "  - {id: post, name: Post, kind: print}\n"
    text = map_of(f"{{action: {step}, with: gp, channel: post}}", top=top)
    assert bool(messages(text, rule=unpreferred_channel)) is told


@pytest.mark.parametrize(
    ("party", "action", "told"),
    [
        ("County court", "Gets the summons", False),
        ("Juzgado de familia", "Recibe la citación", False),
        ("Sąd rejonowy", "Dostaje wezwanie", False),
        ("County court", "Lodges an appeal", True),
        ("Housing office", "Gets a letter", True),
    ],
)
def test_how_a_court_notifies_is_the_laws_to_say(party: str, action: str, told: bool) -> None:
    people = f"name: {party}, kind: organisation}}, {{id: home, name: Home, kind: organisation"
    top = HEAD.replace("PREFERRED", "web").replace("name: GP, kind: clinician", people)
    served = "{action: S, with: home, channel: web}"
    hurts = f"{{action: {action}, with: gp, channel: line, emotion: angry}}"
    text = map_of(served, served, hurts, top=top)
    assert bool(messages(text, rule=unpreferred_channel)) is told
