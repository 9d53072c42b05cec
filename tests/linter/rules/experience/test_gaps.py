"""Rules about ratings: unmet-expectation, possible-overkill, unrated-first-impression."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.missing_emotion import missing_emotion
from journeymap.linter.rules.experience.possible_overkill import possible_overkill
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.experience.unrated_first_impression import unrated_first_impression

PEOPLE = "stakeholders: [{id: gp, name: GP, kind: clinician}, {id: son, name: Her son}]"


def a_map(*steps: str, top: str = "persona: Ann", scale: str = "1-5") -> str:
    """A map whose first step stands in line 6."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\n{PEOPLE}\nscales: {{rating: {scale}}}\nsteps:\n{lines}\n"


# ------------------------------------------------------------------------------ unmet-expectation
def test_a_gap_is_told_at_what_was_perceived_with_what_was_expected() -> None:
    text = a_map("expected: {text: Soon, rating: 4}, perceived: 2", "expected: 4, perceived: 4")
    assert findings(text, rule=unmet_expectation) == [
        (
            6,
            68,
            (
                '"Step 1" falls short of what the persona expected ("Soon"): '
                "expected 4, perceived 2 of 5, assumed"
            ),
        )
    ]
    report = lint_files(
        {MAP: text}, rules=[unmet_expectation], selection=Selection(select=("JM301",))
    )
    (related,) = report.diagnostics[0].related
    assert (related.message, related.start.line) == ("what was expected", 6)


@pytest.mark.parametrize(
    ("step", "scale", "told"),
    [
        ("expected: 4, perceived: 3", "1-5", False),
        ("expected: 4.2, perceived: 3.2", "1-5", False),
        ("expected: 4, perceived: 2.9", "1-5", True),
        ("expected: 5, perceived: 3", "1-5", True),
        ("expected: 4, perceived: 3", "1-7", False),
        ("expected: 4, perceived: 2.5", "1-7", False),
        ("expected: 4, perceived: 2", "1-7", True),
        ("expected: 8, perceived: 6", "1-10", False),
        ("expected: 8, perceived: 5", "1-10", True),
        ("expected: 7, perceived: 4.5", "0-10", False),
        ("expected: 7, perceived: 4.4", "0-10", True),
        ("expected: 4, perceived: 5", "top-box", False),
        ("expected: 4, perceived: 4.9", "top-box", True),
        ("expected: 3, perceived: 5", "top-box", False),
    ],
)
def test_gaps_are_compared_in_points_whatever_the_scale(step: str, scale: str, told: bool) -> None:
    assert bool(messages(a_map(step, scale=scale), rule=unmet_expectation)) is told


@pytest.mark.parametrize(
    "step",
    [
        "expected: 4",
        "perceived: 1",
        "expected: Soon, perceived: 1",
        "expected: 2, perceived: 4",
        "expected: {ann: 4}, perceived: {gp: 1}",
    ],
)
def test_what_is_missing_or_somebody_elses_makes_no_gap(step: str) -> None:
    assert messages(a_map(step), rule=unmet_expectation) == []


def test_everybody_is_told_of_who_gives_both() -> None:
    text = a_map("expected: {Ann: 4, gp: 5}, perceived: {gp: 1, Ann: 1}")
    assert findings(text, rule=unmet_expectation) == [
        (
            6,
            65,
            '"Step 1" falls short of what "GP" expected: expected 5, perceived 1 of 5, assumed',
        ),
        (
            6,
            73,
            (
                '"Step 1" falls short of what the persona expected: '
                "expected 4, perceived 1 of 5, assumed"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "record what disappoints"),
        (", opportunities: [Ring her]", 'act on "Ring her", recorded here'),
        (", opportunities: {text: Ring her, status: dropped}", "record what disappoints"),
    ],
)
def test_the_help_knows_of_an_opportunity_that_is_recorded(more: str, said: str) -> None:
    (help_,) = helps(a_map(f"expected: 4, perceived: 2{more}"), rule=unmet_expectation)
    assert help_.startswith(said)


def test_the_gap_may_be_set() -> None:
    files = {".journeymap.yaml": "options: {unmet-expectation: {gap: 6}}\n"}
    text = a_map("expected: 4, perceived: 2", "expected: 4, perceived: 1")
    found = findings(text, rule=unmet_expectation, files=files)
    assert [line for line, *_ in found] == [7]
    lower = {".journeymap.yaml": "options: {unmet-expectation: {gap: 2.4}}\n"}
    one_point = a_map("expected: 4, perceived: 3")
    assert [line for line, *_ in findings(one_point, rule=unmet_expectation, files=lower)] == [6]


# ------------------------------------------------------------------------------ possible-overkill
def test_what_matters_little_and_is_perceived_well_is_told() -> None:
    text = a_map("importance: 2, perceived: 4", "importance: 4, perceived: 4")
    assert findings(text, rule=possible_overkill) == [
        (
            6,
            48,
            (
                '"Step 1" matters less than the middle of the scale and is perceived better: '
                "importance 2, perceived 4 of 5, assumed"
            ),
        )
    ]


@pytest.mark.parametrize(
    "step",
    [
        "importance: 3, perceived: 5",
        "importance: 2, perceived: 3",
        "importance: 1",
        "perceived: 5",
        "importance: {gp: 1}, perceived: {gp: 5}",
        "importance: 11, perceived: 5",
    ],
)
def test_on_the_cross_hair_and_without_both_ratings_nothing_is_told(step: str) -> None:
    assert messages(a_map(step, "importance: 4, perceived: 4"), rule=possible_overkill) == []


def test_overkill_is_held_against_the_mean_of_the_map_and_never_falls_short() -> None:
    others = ("importance: 5, perceived: 2", "importance: 5, perceived: 3")
    (message,) = messages(a_map("importance: 2, perceived: 5", *others), rule=possible_overkill)
    assert message.startswith('"Step 1" matters less than the mean of the map\'s rated steps and')
    short = a_map("importance: 3, expected: 5, perceived: 4", *others)
    assert messages(short, rule=possible_overkill) == []
    for important in (3, 4, 5):
        still = a_map(f"importance: {important}, perceived: 5", *others)
        assert messages(still, rule=possible_overkill) == []
    no_better_than_it_matters = a_map("importance: 2, perceived: 2", *others)
    assert messages(no_better_than_it_matters, rule=possible_overkill) == []


def test_what_one_persona_lacks_is_no_overkill_for_another() -> None:
    head = "personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\npersona: [dan, ruth]"
    steps = "steps: [{action: A, importance: {dan: 2, ruth: RUTH}, perceived: {dan: 4, ruth: 2}}]"
    text = f"title: Clinic\n{head}\n{steps}\n"
    assert messages(text.replace("RUTH", "5"), rule=possible_overkill) == []
    alone = text.replace(", ruth: RUTH", "").replace(", ruth: 2", "")
    assert len(messages(alone, rule=possible_overkill)) == 1


# ------------------------------------------------------------------------ unrated-first-impression
FELT = "emotion: 1"


def test_the_first_contact_with_the_service_is_asked_for() -> None:
    text = a_map(FELT, "actor: gp", "with: gp")
    assert findings(text, rule=unrated_first_impression) == [
        (
            7,
            14,
            (
                '"Step 2" is the first step with the service on this map, '
                "and the map does not say how it was"
            ),
        )
    ]


@pytest.mark.parametrize(
    "steps",
    [
        (FELT, "with: gp, perceived: 3"),
        (FELT, "with: gp, expected: 3"),
        (FELT, "with: son"),
        (FELT, "with: gp, emotion: sadd"),
        (FELT, "with: gp, perceived: 33"),
        ("with: gp", "with: gp"),
        (f"with: gp, {FELT}", "with: gp"),
    ],
)
def test_a_rating_serves_and_so_does_what_cannot_be_read(steps: tuple[str, ...]) -> None:
    assert messages(a_map(*steps), rule=unrated_first_impression) == []


def test_a_step_behind_the_scenes_is_no_contact() -> None:
    text = a_map("actor: gp, offstage: true", f"with: gp, {FELT}")
    assert messages(text, rule=unrated_first_impression) == []


def test_a_desired_map_is_not_asked() -> None:
    text = a_map(FELT, "with: gp", top="state: desired")
    assert messages(text, rule=unrated_first_impression) == []


def test_the_missing_emotion_of_the_step_is_not_told_as_well() -> None:
    rules = [missing_emotion, unrated_first_impression]
    report = lint_files({MAP: a_map(FELT, "with: gp", FELT, "with: gp", FELT)}, rules=rules)
    assert [(d.rule.name, d.start.line) for d in report.diagnostics] == [
        ("unrated-first-impression", 7),
        ("missing-emotion", 9),
    ]
