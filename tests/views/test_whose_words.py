"""Posters and pages say whose words, pains and ideas are whose, and leave none of them out."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.scene import Scene
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

BAKERY = """title: Bakery
personas: [{id: ola, name: "Ola, 30"}]
stakeholders: [{id: baker, name: Baker, kind: staff}, {id: till, name: Cashier, kind: staff}]
steps:
  - {action: Queues, emotion: {ola: bored, baker: rushed}}
  - action: Orders a cake
    with: [baker, till]
    emotion: {ola: curious, baker: curious, till: weary -1}
    quote: {ola: One with plums, baker: Not on Mondays}
    thought: Nobody listens
    pains: [{text: Dough sticks, of: [baker]}, {text: No plums, of: [ola]}, Dear]
    opportunities:
      - {text: A list, for: [baker, till], from: team}
      - {text: A tray, for: [ola, baker]}
      - {text: A bell, from: customer}
  - {action: Leaves, emotion: [happy, anxious]}
"""


def drawn(analysis: Analysis, size: str, view: View = View.MAP) -> Scene:
    options = ViewOptions(view=view, size=page_of(size), first=FirstPage.NEVER)
    scenes = build(analysis, options)
    assert len(scenes) == 1
    return scenes[0]


def words(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts())


@pytest.mark.parametrize("size", ["a3", "a0"])
def test_every_feeling_at_a_curve_is_told_with_whose_it_is_where_there_are_several(
    size: str,
) -> None:
    shown = words(drawn(analyse(BAKERY), size))
    told = ("Ola: bored", "Baker: rushed", "Ola: curious", "Baker: curious", "Cashier: weary")
    assert [each for each in told if each not in shown] == []
    assert "happy, anxious" in shown  # beside the bar of what is felt at once
    assert "Ola: happy" not in shown


def test_what_is_said_is_told_apart_from_what_is_thought() -> None:
    shown = words(drawn(analyse(BAKERY), "a3"))
    assert "Says: “One with plums”" in shown
    assert "Baker says: “Not on Mondays”" in shown
    assert "“Nobody listens”" in shown
    assert "Says: “Nobody" not in shown


@pytest.mark.parametrize("view", [View.MAP, View.OVERVIEW])
def test_a_pain_of_somebody_else_says_whose_it_is(view: View) -> None:
    shown = words(drawn(analyse(BAKERY), "a3", view))
    assert "Baker: Dough sticks" in shown
    assert "Ola: No plums" not in shown
    assert "Baker: Dear" not in shown


def test_an_idea_says_for_whom_it_is_apart_from_who_sees_it() -> None:
    shown = words(drawn(analyse(BAKERY), "a3"))
    assert "A list (for Baker, Cashier; team)" in shown
    assert "A tray A bell (customer)" in shown


TWO = """title: Bakery
personas: [{id: ola, name: "Ola, 30"}, {id: jan, name: "Jan, 70"}]
persona: [ola, jan]
evidence: [{id: talks, kind: interview, n: 4}, {id: till, name: Till, kind: analytics}]
steps:
  - {action: Comes, evidence: [till]}
  - {action: Looks, evidence: [till]}
  - {action: Waits, evidence: [till]}
  - action: Orders
    evidence: [till]
    next: [{to: leaves}, {to: comes, share: {ola: 20 %, jan: 10 %}}]
    pains: [{text: No plums, of: [jan], kind: harm, severity: 4, probability: 4}]
    opportunities: [{text: A list, for: FOR, impact: 4, effort: 1}]
  - {id: leaves, action: Leaves, evidence: [till]}
"""


@pytest.mark.parametrize(
    ("who", "said"),
    [("[jan]", "A list (for Jan)"), ("[jan, ola]", "A list"), ("[ola]", "A list (for Ola)")],
)
@pytest.mark.parametrize("view", [View.OVERVIEW, View.FOCUS])
def test_cards_say_whose_pain_and_idea_it_is(view: View, who: str, said: str) -> None:
    shown = words(drawn(analyse(TWO.replace("FOR", who)), "16:9", view))
    assert "Jan: No plums" in shown
    if view is View.OVERVIEW and who == "[jan]":
        said = "A list"  # beside a pain that is told to be hers
    assert said in shown
    assert ("(for" in shown) is ("(for" in said)


def test_a_share_that_differs_is_told_of_each_persona() -> None:
    shown = words(drawn(analyse(TWO.replace("FOR", "[jan]")), "16:9", View.OVERVIEW))
    assert "Ola 20\u00a0%, Jan 10\u00a0%" in shown
    assert "15\u00a0%" not in shown


def test_the_page_of_a_persona_cites_what_her_profile_rests_on_alone() -> None:
    cites = TWO.replace('"Jan, 70"', '"Jan, 70", goals: [eat], evidence: [talks]')
    shown = words(drawn(analyse(cites), "16:9", View.PERSONA)).replace("\u00a0", " ")
    assert "4 interviews" in shown
    assert "Till" not in shown
    assert "Till" in words(drawn(analyse(cites), "a3"))
