"""Rules about who and what is overlooked: undeclared-moment-of-truth, unserved-influencer."""

import pytest
from tests.linter.linting import findings, helps, messages

from journeymap.linter.rules.leverage.undeclared_moment_of_truth import undeclared_moment_of_truth
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer


def a_map(*steps: str, top: str = "persona: Ann", people: str = "") -> str:
    """A map whose first step stands in line 5."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nstakeholders: [{people}]\nsteps:\n{lines}\n"


# --------------------------------------------------------------------- undeclared-moment-of-truth
FAR = "importance: 5, perceived: 2"


def test_the_step_that_falls_furthest_short_is_told_where_it_is_no_moment() -> None:
    text = a_map("importance: 5, perceived: 3, moment: truth", FAR)
    assert findings(text, rule=undeclared_moment_of_truth) == [
        (
            6,
            14,
            (
                '"Step 2" is not declared a moment of truth, and no step falls further short of '
                "how much it matters (importance 5, perceived 2 of 5, assumed)"
            ),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map(f"{FAR}, moment: critical", "importance: 4, perceived: 2"),
        a_map("importance: 5, perceived: 3.1"),
        a_map("importance: 5", "perceived: 1"),
        a_map("importance: {her son: 5}, perceived: {her son: 1}"),
        a_map(FAR, top="state: desired"),
        a_map(f"{FAR}, moment: turth"),
        a_map(f"{FAR}, moment: truth", FAR),
        a_map(FAR, "importance: 5, perceived: 4"),
    ],
)
def test_declared_moments_small_distances_and_desired_maps_are_left_alone(text: str) -> None:
    assert messages(text, rule=undeclared_moment_of_truth) == []


def test_exactly_five_points_are_far_and_the_distance_may_be_set() -> None:
    text = a_map("importance: 5, perceived: 3", "moment: truth")
    assert len(messages(text, rule=undeclared_moment_of_truth)) == 1
    files = {".journeymap.yaml": "options: {undeclared-moment-of-truth: {distance: 5.1}}\n"}
    assert messages(text, rule=undeclared_moment_of_truth, files=files) == []


def test_ratings_of_respondents_are_said_in_points() -> None:
    text = a_map(
        "importance: 9.1, perceived: 3.2", "moment: truth", top="scales: {rating: top-box}"
    )
    (message,) = messages(text, rule=undeclared_moment_of_truth)
    assert "(importance 9.1, perceived 3.2 of 10, assumed)" in message


# ----------------------------------------------------------------------------- unserved-influencer
SON = "{id: son, name: Her son, kind: family, influence: 4}"
GP = "{id: gp, name: GP, kind: clinician, influence: 4, needs: [papers]}"
IDEA = "opportunities: Ring her"


def test_a_strong_stakeholder_at_a_low_moment_is_told_at_the_lowest() -> None:
    text = a_map(
        f"with: son, emotion: -1, {IDEA}",
        "with: son, emotion: {ann: 1, son: shocked}",
        "with: son, emotion: -2",
        people=SON,
    )
    assert findings(text, rule=unserved_influencer) == [
        (
            6,
            14,
            (
                '"Her son" (influence 4 of 5) takes part in the low moment "Step 2" (shocked), '
                "and no opportunity is meant for them"
            ),
        )
    ]
    assert helps(text, rule=unserved_influencer) == [
        "ask what would help them, and record it with for: son"
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map(f"with: son, emotion: -0.5, {IDEA}", people=SON),
        a_map(f"emotion: -2, {IDEA}", people=SON),
        a_map(
            f"with: [son, gp], emotion: {{gp: -2}}, {IDEA}", people=f"{SON}, {{id: gp, name: G}}"
        ),
        a_map(f"with: son, emotion: -2, {IDEA}", people=SON.replace("4", "3")),
        a_map(f"with: son, emotion: -2, {IDEA}", people=SON.replace("family", "competitor")),
        a_map("with: son, emotion: -2", people=SON),
        a_map("with: son, emotion: -2", "opportunities: {text: A, for: Her son}", people=SON),
        a_map(f"with: son, emotion: -2, {IDEA}", people=SON, top="state: desired"),
        a_map("with: son, emotion: -2, opportunities: {text: A, for: [[s]]}", people=SON),
        a_map("with: son, emotion: -2, opportunities: {text: A, status: live}", people=SON),
        a_map(f"with: gp, emotion: -2, {IDEA}", people=GP.replace("clinician", "payer")),
        a_map(f"with: gp, emotion: -2, {IDEA}", people=GP, top="information: [Papers]"),
        a_map(f"with: son, emotion: -2, {IDEA}", "with: gp", people=f"{SON}, {GP}"),
    ],
)
def test_who_is_weak_away_served_or_a_rival_is_left_alone(text: str) -> None:
    assert messages(text, rule=unserved_influencer) == []


def test_own_staff_with_a_need_that_is_no_paper_are_told() -> None:
    (message,) = messages(
        a_map(f"with: gp, emotion: -2, {IDEA}", people=GP), rule=unserved_influencer
    )
    assert message.startswith('"GP" (influence 4 of 5) takes part in the low moment "Step 1"')


def test_a_dropped_opportunity_serves_nobody() -> None:
    idea = "opportunities: {text: A, for: son, status: dropped}"
    text = a_map(f"with: son, emotion: -2, {idea}", people=SON)
    assert len(messages(text, rule=unserved_influencer)) == 1


def test_a_word_that_nobody_knows_makes_no_other_moment_less_low() -> None:
    steps = (f"with: son, emotion: shocked, {IDEA}", "with: son, emotion: {ann: 1, son: zzz}")
    (message,) = messages(a_map(*steps, people=SON), rule=unserved_influencer)
    assert '"Step 1" (shocked)' in message
