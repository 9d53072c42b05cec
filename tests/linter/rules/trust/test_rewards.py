"""Rewards that come before trust is earned, without levels of engagement."""

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.trust.reward_before_trust import reward_before_trust


def map_of(*steps: str) -> str:
    """A map with its first step in line 3."""
    return "\n".join(["title: A map", "steps:", *(f"  - {step}" for step in steps), ""])


def test_without_levels_the_declared_point_counts() -> None:
    reward = "{action: A, reward: true}"
    text = map_of(reward, "{action: B, moment: trust-inflection}", reward.replace("A", "C"))
    assert findings(text, rule=reward_before_trust) == [
        (3, 25, '"A" offers a reward before the trust inflection point, "B"')
    ]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("{action: A, reward: true, wait: 3 weeks}", "B"), "waits 3 weeks (assumed)"),
        (("{action: A, wait: 3 d}", "{action: B, reward: true, meanwhile: a}", "C"), 'after "A"'),
        (("{action: A, reward: true, expected: 5, perceived: 2}", "B"), "falls short of"),
        (("{action: A, reward: true, emotion: angry}", "B"), "where the persona feels bad (angry)"),
        (("{action: A, reward: true, wait: {time: 3 weeks, planned: true}}", "B"), ""),
        (("{action: A, reward: true, wait: 2 h}", "B"), ""),
        (("{action: A, wait: 3 weeks}", "{action: B, reward: true}", "C"), ""),
        (("{action: A, reward: true, expected: 5, perceived: 4}", "B"), ""),
        (("{action: A, reward: true, emotion: pleased}", "B"), ""),
    ],
)
def test_a_reward_in_an_open_wait_or_beside_a_failure(steps: tuple[str, ...], said: str) -> None:
    found = messages(map_of(*steps), rule=reward_before_trust)
    assert len(found) == bool(said)
    assert said in "".join(found)
