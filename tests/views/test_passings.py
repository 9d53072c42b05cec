"""Ways back, missed deadlines and what hand-offs lack: on flow, map and overview alike."""

import pytest
from tests.analysis.reading import analyse

from journeymap.views.kit.glyphs import Passage
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet import columns
from journeymap.views.sheet.content import Passing, Sheet, read
from journeymap.views.sheet.passings import with_analysis

LIBRARY = """title: Library
personas: [{id: io, name: Io}]
stakeholders: [{id: desk, name: Desk, kind: staff}, {id: vault, name: Vault, kind: staff}]
information: [{id: card, name: Card}, {id: slip, name: Slip}]
steps:
  - {id: asks, action: Asks, with: [desk], wait: 9 days, handoff: HANDOFF}
  - {action: Reads, with: [vault], within: WITHIN}
  - {action: Returns, next: [{to: asks, share: 30 %}]}
"""
WHOLE = "{to: vault, needs: [card], carries: [card]}"
LACKING = "{to: vault, needs: [card, slip], carries: [card]}"


def text_of(handoff: str = WHOLE, within: str = "20 days") -> str:
    return LIBRARY.replace("HANDOFF", handoff).replace("WITHIN", within)


def sheet(text: str) -> Sheet:
    analysis = analyse(text)
    return with_analysis(read(analysis.journey_map), analysis)


def shown(text: str, view: View) -> str:
    scenes = build(analyse(text), ViewOptions(view=view, first=FirstPage.NEVER))
    return " ".join(text.text for scene in scenes for text in scene.texts())


@pytest.mark.parametrize("view", [View.FLOW, View.MAP, View.STAKEHOLDERS])
def test_a_hand_off_that_lacks_something_says_so(view: View) -> None:
    assert "Vault without Slip" in shown(text_of(LACKING), view)
    assert "without" not in shown(text_of(), view)
    assert "not all handed over" in shown(text_of(LACKING), view)
    assert "not all handed over" not in shown(text_of(), view)


@pytest.mark.parametrize("view", [View.FLOW, View.MAP])
@pytest.mark.parametrize(
    ("within", "expected"), [("5 days", True), ("9 days", False), ("20 days", False)]
)
def test_a_missed_deadline_stands_at_its_step(view: View, within: str, *, expected: bool) -> None:
    words = shown(text_of(within=within), view)
    assert (f"too late (allowed: {within}, takes: 9 days)" in words) is expected
    assert ("missed deadline" in words) is expected


def test_a_way_back_is_told_with_the_share_of_the_flow_on_every_view() -> None:
    assert "30 %" in shown(text_of(), View.FLOW).replace("\u00a0", " ")
    drawn = shown(text_of(), View.MAP).replace("\u00a0", " ")
    assert "30 % (assumed) back to “Asks”" in drawn
    assert "Way back 30 % → “Asks”" in shown(text_of(), View.OVERVIEW).replace("\u00a0", " ")


def test_each_sign_is_at_the_step_that_it_belongs_to() -> None:
    columns = sheet(text_of(LACKING, "5 days")).columns
    kinds = [[each.kind for each in (*one.between, *one.leaks)] for one in columns]
    assert kinds == [[Passage.WAIT, Passage.LACKING], [Passage.LATE], [Passage.BACK]]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Calls", "9 % (assumed) → “Calls”"),
        ("Chooses a free day", "9 % (assumed) → “Chooses a free day”"),
        ("Chooses a day on which somebody is free and a room too", "9 % (assumed) go back"),
    ],
)
def test_a_way_back_keeps_its_target_where_that_has_room(target: str, said: str) -> None:
    way = Passing(
        kind=Passage.BACK, text=f"9 % (assumed) back to “{target}”, or somewhere near by",
        tooltip="", brief=(f"9 % (assumed) → “{target}”", "9 % (assumed) go back"),
    )  # fmt: skip
    strip = columns.Strip(passings=(way,), x=50, left=0, right=90)
    (mention,) = columns.leaks(strip, 10, columns.PASSING_LINES)
    assert " ".join(mention.lines) == said
