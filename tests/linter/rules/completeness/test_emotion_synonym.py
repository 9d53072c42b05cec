"""Words beside the five of the emotion scale."""

import pytest
from tests.linter.linting import MAP, findings, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.completeness.emotion_synonym import emotion_synonym


def told(emotion: str) -> list[str]:
    text = f"title: A\npersona: B\nsteps: [{{action: C, with: d, emotion: {emotion}}}]\n"
    return [message for *_, message in findings(text, rule=emotion_synonym)]


@pytest.mark.parametrize(
    ("emotion", "said"),
    [
        ("Anxious", '"Anxious" counts as frustrated (-1)'),
        ("zachwycona", '"zachwycona" counts as delighted (+2)'),
        ("ok", '"ok" counts as neutral (0)'),
    ],
)
def test_another_word_is_told_with_the_one_it_counts_as(emotion: str, said: str) -> None:
    assert told(emotion) == [said]


@pytest.mark.parametrize("emotion", ["Frustrated", "neutral", "🙂", "-1", "1.5", "blurgh", "''"])
def test_the_five_words_numbers_and_emoji_are_left_alone(emotion: str) -> None:
    assert told(emotion) == []


def test_each_person_is_told_of_at_their_own_word() -> None:
    text = "title: A\npersona: B\nsteps:\n  - {action: C, with: d, emotion: {B: sad, d: happy}}\n"
    assert [(line, column) for line, column, _ in findings(text, rule=emotion_synonym)] == [
        (4, 39),
        (4, 47),
    ]


def test_a_word_of_the_repository_between_two_of_the_scale_is_left_alone() -> None:
    files = {
        ".journeymap.yaml": "emotions: {torn: -0.5, glum: -1}\n",
        MAP: "title: A\nsteps: [{action: B, emotion: torn}, {action: C, emotion: glum}]",
    }
    report = lint_files(files, rules=RULES, selection=Selection(select=("JM219",)))
    said = [d.message for d in report.diagnostics if d.rule.code == emotion_synonym.code]
    assert said == ['"glum" counts as frustrated (-1)']
