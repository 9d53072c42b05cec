"""Coverage counts what each step says, and what backs it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.coverage import Aspect

STAGED = """
title: Clinic
based_on: talk
evidence: [{id: talk, kind: interview}, {id: guess, kind: assumption}]
metrics: [{id: wait, name: Wait}]
stages:
  - name: Before
    metrics: [{metric: wait, value: 3}]
    steps:
      - {action: Calls, need: A date, channel: phone, emotion: {ann: 1, son: -1}, evidence: talk}
      - {action: Waits, pains: [It takes long], opportunities: [Shorten it], evidence: guess}
  - name: During
    steps:
      - action: Visits
        channel: in-person
        metrics: [{metric: wait, value: 3}]
        importance: 3
        perceived: {ann: 3, son: 2}
        expected: {rating: 3, text: Soon}
        pains: [{text: It hurts, evidence: talk}]
  - name: After
    steps: []
"""


def test_each_stage_and_the_map_have_their_shares() -> None:
    found = analyse(STAGED).coverage
    before, during, after = found.stages
    assert before.stage
    assert before.stage.label == "Before"
    assert {aspect: before.share(aspect) for aspect in Aspect} == {
        Aspect.NEED: 0.5,
        Aspect.CHANNEL: 0.5,
        Aspect.EMOTION: 0.5,
        Aspect.PAIN: 0.5,
        Aspect.OPPORTUNITY: 0.5,
        Aspect.METRIC: 0,
        Aspect.EVIDENCE: 0.5,
    }
    assert (during.share(Aspect.METRIC), during.share(Aspect.EVIDENCE)) == (1, 0)
    assert (after.steps, after.share(Aspect.NEED)) == (0, None)
    assert (found.whole.stage, found.whole.steps) == (None, 3)
    assert found.whole.share(Aspect.CHANNEL) == 2 / 3


def test_claims_are_emotions_ratings_and_pains() -> None:
    found = analyse(STAGED).coverage
    # Two emotions (backed); a pain on a guess; four ratings on nothing; a pain of its own evidence.
    assert (found.claims, found.backed, found.backed_share) == (8, 3, 3 / 8)


def test_a_quote_is_a_claim_and_a_thought_is_none() -> None:
    said = 'quote: {ann: "Nobody called"}, thought: {ann: "Why?"}'
    fields = f"{{action: Calls, {said}, evidence: [talk, guess]}}, {{action: Waits, {said}}}"
    items = "[{id: talk, kind: interview}, {id: guess, kind: assumption}]"
    found = analyse(f"title: A\nevidence: {items}\nsteps: [{fields}]").coverage
    assert (found.claims, found.backed) == (2, 1)


def test_an_expectation_in_words_is_no_rating() -> None:
    assert analyse("title: Clinic\nsteps: [{action: Calls, expected: Soon}]").coverage.claims == 0


def test_where_nothing_is_claimed_nothing_is_backed() -> None:
    assert analyse("title: Clinic\nsteps: [Calls]").coverage.backed_share is None


FIELDS = [
    "need: A date",
    "channel: phone",
    "emotion: 1",
    "pains: [It hurts]",
    "opportunities: [Mend it]",
    "metrics: [{metric: wait, value: 1}]",
    "evidence: talk",
]


@given(st.lists(st.sets(st.sampled_from(FIELDS)), min_size=1, max_size=5))
def test_the_map_counts_what_its_steps_have(steps: list[set[str]]) -> None:
    lines = "\n".join(
        f"  - {{{', '.join([f'action: Calls {number}', *sorted(step)])}}}"
        for number, step in enumerate(steps)
    )
    head = "title: A\nevidence: [{id: talk, kind: interview}]\nmetrics: [{id: wait, name: Wait}]\n"
    found = analyse(f"{head}steps:\n{lines}\n").coverage
    for aspect, field in zip(Aspect, FIELDS, strict=True):
        assert found.whole.counts[aspect] == sum(field in step for step in steps)
        assert found.whole.counts[aspect] == sum(stage.counts[aspect] for stage in found.stages)
    assert 0 <= found.backed <= found.claims


def test_of_what_is_offstage_only_that_is_asked_which_it_has() -> None:
    text = (
        "title: A\nsteps:\n"
        "  - {action: B, need: C}\n"
        "  - {action: D}\n"
        "  - {action: E, offstage: true, channel: phone}\n"
        "  - {action: F, offstage: true}\n"
    )
    whole = analyse(text).coverage.whole
    asked = {aspect: whole.asked[aspect] for aspect in (Aspect.NEED, Aspect.CHANNEL)}
    assert asked == {Aspect.NEED: 2, Aspect.CHANNEL: 3}
    assert (whole.share(Aspect.NEED), whole.share(Aspect.CHANNEL)) == (1 / 2, 1 / 3)
