"""Surprise is as good or bad as its step is rated, in three languages."""

import pytest
from tests.analysis.reading import analyse
from tests.linter.linting import messages

from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.model.surprise import is_surprise

WORDS = (
    *("surprised", "surprise", "Sorprendida", "sorprendidos", "sorpresa"),
    *("zaskoczona", "zaskoczone", "zdziwiony", "zaskoczenie"),
)


def values(step: str, top: str = "persona: Ann") -> list[float | None]:
    """The value of the persona's feeling at the only step."""
    analysis = analyse(f"title: A\n{top}\nsteps: [{{action: B, {step}}}]\n")
    return [point.value if point else None for point in analysis.curve.points]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    ("rated", "value"),
    [
        ("expected: 2, perceived: 4", 1),
        ("expected: 4, perceived: 2", -1),
        ("expected: 3, perceived: 3", 0),
        ("perceived: 5", 1),
        ("perceived: 1", -1),
        ("perceived: 3", 0),
        ("expected: 4", 0),
        ("expected: A call, perceived: 1", -1),
        ("importance: 5", 0),
    ],
)
def test_a_surprise_is_good_or_bad_by_the_rating_of_its_step(
    word: str, rated: str, value: float
) -> None:
    assert values(f"emotion: {word}, {rated}") == [value]


@pytest.mark.parametrize(
    ("emotion", "value"),
    [
        ("surprised -2", -2),
        ("surprised 0", 0),
        ("miło zaskoczona", 1),
        ("shocked", -2),
        ("neutral", 0),
        ("[surprised, delighted]", 0.5),
        ("[hopeful, frustrated]", 0),
    ],
)
def test_a_value_that_is_written_stands_and_of_mixed_feelings_it_is_a_part(
    emotion: str, value: float
) -> None:
    assert values(f"emotion: {emotion}, expected: 4, perceived: 2") == [value]


def test_on_the_top_box_scale_expectation_has_a_scale_of_its_own() -> None:
    top = "persona: Ann\nscales: {rating: top-box}"
    assert values("emotion: surprised, expected: 4, perceived: 8", top) == [1]
    assert values("emotion: surprised, expected: 4, perceived: 7", top) == [-1]


PERSONAS = "personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\n"


def test_each_person_is_surprised_by_her_own_rating() -> None:
    apart = "emotion: {dan: surprised, ruth: surprised}, expected: 3, perceived: {dan: 5, ruth: 1}"
    text = f"title: A\n{PERSONAS}persona: [dan, ruth]\nsteps: [{{action: B, {apart}}}]\n"
    analysis = analyse(text)
    found = {curve.person: [p and p.value for p in curve.points] for curve in analysis.curves}
    assert found == {"dan": [1], "ruth": [-1]}
    shared = text.replace("{dan: surprised, ruth: surprised}", "surprised")
    assert [p and p.value for p in analyse(shared).curve.points] == [0]
    alone = shared.replace("{dan: 5, ruth: 1}", "{dan: 5}")
    assert [p and p.value for p in analyse(alone).curve.points] == [1]


def test_what_was_written_is_kept_and_rules_see_what_it_means() -> None:
    text = "title: A\nsteps: [{action: B, emotion: surprised, expected: 4, perceived: 1}]\n"
    (point,) = analyse(text).curve.known
    assert point.written == "surprised"
    assert messages(text, rule=bad_ending) == [
        'the journey ends below neutral: "B" (surprised), its most intense moment as well'
    ]
    assert messages(text.replace("perceived: 1", "perceived: 4"), rule=bad_ending) == []


def test_a_word_that_is_not_listed_stays_without_a_value() -> None:
    analysis = analyse(
        "title: A\nsteps: [{action: B, emotion: surprisingly kind, perceived: 5}]\n", faulty=True
    )
    assert analysis.curve.points == (None,)
    (step,) = analysis.journey_map.steps
    assert not any(map(is_surprise, step.step.emotion.values()))


def test_where_a_rating_cannot_be_read_the_others_count_all_the_same() -> None:
    steps = (
        "{action: B, emotion: surprised, expected: 9, perceived: 4}, "
        "{action: C, emotion: surprised, expected: 2, perceived: 4}"
    )
    analysis = analyse(f"title: A\nsteps: [{steps}]\n", faulty=True)
    assert [point.value for point in analysis.curve.known][-1] == 1
