"""The rules that hold what a journey asks of the persona: questions, channels and ways back."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.forced_channel_switch import forced_channel_switch
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.linter.rules.touchpoints.unoffered_channel import unoffered_channel
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

ALL = (asked_twice, forced_channel_switch, unpreferred_channel, unoffered_channel, repeat_visit)


def map_of(*steps: str, top: str = "") -> str:
    """A map with its first step in line 3, below so many further lines at the top."""
    lines = [f"  - {step}" for step in steps]
    return "\n".join(["title: A map", *top.splitlines(), "steps:", *lines, ""])


def lines(text: str, rule: Rule) -> list[int]:
    return [line for line, *_ in findings(text, rule=rule)]


# ------------------------------------------------------------------------------------ asked twice
def test_the_second_question_is_told_and_the_first_stands_beside_it() -> None:
    text = map_of("{action: A, gives: [name, age]}", "B", "{action: C, gives: [size, Age]}")
    assert findings(text, rule=asked_twice) == [
        (5, 31, '"C" asks again for "Age", given before at "A"')
    ]
    (found,) = lint_files({MAP: text}, rules=[asked_twice]).diagnostics
    assert [(place.start.line, place.start.column) for place in found.related] == [(3, 31)]


def test_several_questions_at_a_step_are_one_finding() -> None:
    text = map_of(
        "{action: A, gives: [name]}", "{action: B, gives: age}", "{action: C, gives: [name, age]}"
    )
    assert messages(text, rule=asked_twice) == [
        '"C" asks again for "name" and "age", given before at "A" and "B"'
    ]
    (found,) = lint_files({MAP: text}, rules=[asked_twice]).diagnostics
    assert [place.start.line for place in found.related] == [3, 4]


def test_a_check_on_purpose_is_not_asking_twice() -> None:
    text = map_of("{action: A, gives: age}", "{action: B, gives: age, confirms: Age}")
    assert lines(text, asked_twice) == []


def test_what_only_some_have_given_is_not_asked_twice() -> None:
    fork = "{action: A, next: [{to: b, share: 50 %}, {to: c, share: 50 %}]}"
    text = map_of(fork, "{action: B, gives: age}", "{action: C, gives: age}")
    assert lines(text, asked_twice) == []
    both = map_of(
        fork,
        "{action: B, gives: age, next: d}",
        "{action: C, gives: age}",
        "{action: D, gives: age}",
    )
    assert lines(both, asked_twice) == [6]


def test_an_item_is_found_by_its_name_and_told_by_it() -> None:
    text = map_of(
        "{action: A, gives: dob}",
        "{action: B, gives: date of birth}",
        top="information: [{id: dob, name: Date of birth}]",
    )
    assert '"Date of birth"' in messages(text, rule=asked_twice)[0]


# -------------------------------------------------------------------------- forced channel switch
def test_every_channel_that_was_tried_is_named() -> None:
    text = map_of("{action: A, channel: phone, instead_of: [website, app]}")
    assert findings(text, rule=forced_channel_switch) == [
        (3, 45, '"A", on "phone", comes after "website" and "app" were tried in vain')
    ]


def test_without_a_channel_of_its_own_the_step_is_told_all_the_same() -> None:
    text = map_of(
        "{action: A, instead_of: web}", top="channels: [{id: web, name: Website, kind: digital}]"
    )
    assert messages(text, rule=forced_channel_switch) == [
        '"A" comes after "Website" was tried in vain'
    ]
    assert lines(map_of("{action: A, instead_of: []}"), forced_channel_switch) == []


@pytest.mark.parametrize(("status", "told"), [("idea", False), ("testing", False), ("live", True)])
def test_a_switch_with_an_open_idea_against_its_pain_is_known(status: str, told: bool) -> None:
    idea = f"opportunities: {{text: Mend it, status: {status}}}"
    answered = map_of(f"{{action: A, instead_of: web, pains: Down, {idea}}}")
    assert bool(lines(answered, forced_channel_switch)) is told
    assert lines(map_of(f"{{action: A, instead_of: web, {idea}}}"), forced_channel_switch) == [3]


# -------------------------------------------------------------------------------- channels liked
HEAD = """\
personas: {name: Ann, preferences: {channels: [PREFERRED]}}
stakeholders: [{id: gp, name: GP, kind: clinician}]
channels:
  - {id: line, name: Hotline, kind: phone}
  - {id: mobile, name: Mobile, kind: phone}
  - {id: web, name: Website, kind: digital}
  - {id: ward, name: Ward, kind: in-person}
  - {id: desk, name: Desk, kind: in-person}
  - {id: note, name: Note}
"""


def liking(preferred: str, *channels: str) -> str:
    """A map of steps with these channels, the first in line 12."""
    steps = [f"{{action: S{i}, with: gp, channel: {name}}}" for i, name in enumerate(channels)]
    return map_of(*steps, top=HEAD.replace("PREFERRED", preferred))


@pytest.mark.parametrize(
    ("preferred", "channel", "fits"),
    [
        ("web", "web", True),
        ("Website", "web", True),
        ("web", "line", False),
        ("line", "mobile", False),
        ("phone", "mobile", True),
        ("phone", "web", False),
        ("phone", "note", True),
        ("line", "note", False),
        ("ward", "desk", True),
        ("web", "[line, web]", True),
        ("web", "[line, desk]", False),
    ],
)
def test_a_channel_is_liked_by_id_or_by_kind(preferred: str, channel: str, fits: bool) -> None:
    found = findings(liking(preferred, channel), rule=unpreferred_channel)
    assert [line for line, *_ in found] == ([] if fits else [12])


@pytest.mark.parametrize(
    ("preferred", "channels", "missing"),
    [
        ("web, line", ["web"], ["Hotline"]),
        ("web, line", ["web", "mobile"], []),
        ("web, phone", ["web", "mobile"], []),
        ("web, phone", ["web", "note"], []),
        ("web, phone", ["web", "desk"], ["phone"]),
        ("web, ward", ["web", "desk"], []),
        ("web, nowhere", ["web"], []),
        ("line, ward", ["web"], []),
    ],
)
def test_a_preferred_channel_that_no_step_offers(
    preferred: str, channels: list[str], missing: list[str]
) -> None:
    found = messages(liking(preferred, *channels), rule=unoffered_channel)
    assert [each.split('"')[3] for each in found] == missing


def test_where_nobody_serves_the_preferred_channel_is_told_all_the_same() -> None:
    text = liking("line", "web").replace("with: gp, ", "")
    assert len(messages(text, rule=unoffered_channel)) == 1


def test_a_way_back_without_a_reason_is_asked_for_one() -> None:
    way = "{action: B, next: {to: a, share: 10 %}}"
    (help_,) = helps(map_of("A", way, "C"), rule=repeat_visit)
    assert help_.startswith("say why in why:, and find out what could have been settled")
    (other,) = helps(map_of("A", way.replace("%", "%, why: no form"), "C"), rule=repeat_visit)
    assert other.startswith("find out what could have been settled the first time")


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("share: 22 %", True),
        ("share: 22 %, why: forgot a paper", False),
        ("share: 22 %, planned: true", False),
        ("share: 8 %", False),
    ],
)
def test_where_many_go_back_and_nobody_says_why_it_is_told_though_all_is_well(
    way: str, *, told: bool
) -> None:
    step = f"{{action: B, emotion: pleased, expected: 3, perceived: 4, next: {{to: a, {way}}}}}"
    assert bool(messages(map_of("A", step, "C"), rule=repeat_visit)) is told


def test_all_channels_are_told_in_one_note_first_where_it_hurts() -> None:
    text = liking("web", "line", "web", "mobile", "line")
    prefers = 'the persona prefers "Website", but is served through '
    assert [(line, said) for line, _, said in findings(text, rule=unpreferred_channel)] == [
        (12, f'{prefers}"Hotline" at "S0" and "S3"; through "Mobile" at "S2"'),
    ]
    hurts = text.replace("channel: mobile", "channel: mobile, emotion: angry")
    assert [(line, said) for line, _, said in findings(hurts, rule=unpreferred_channel)] == [
        (12, f'{prefers}"Mobile" at "S2"; through "Hotline" at "S0" and "S3"'),
    ]


@pytest.mark.parametrize(
    "step",
    [
        "{action: A, channel: line}",
        "{action: A, with: gp, offstage: true, channel: line}",
        "{action: A, with: gp}",
        "{action: A, with: gp, channel: line, instead_of: web}",
    ],
)
def test_steps_that_are_not_asked(step: str) -> None:
    text = map_of(step, top=HEAD.replace("PREFERRED", "web"))
    assert lines(text, unpreferred_channel) == []


def test_without_preferences_there_is_nothing_to_hold_channels_against() -> None:
    assert lines(liking("", "line"), unpreferred_channel) == []
    other = HEAD.replace("{name: Ann,", "[{name: Bob}, {name: Ann,").replace("}}\n", "}}]\n", 1)
    text = map_of("{action: A, with: gp, channel: line}", top=other.replace("PREFERRED", "web"))
    assert lines(text, unpreferred_channel) == []
    assert lines("persona: Ann\n" + text, unpreferred_channel) == [13]


# ------------------------------------------------------------------------------------- ways back
def test_a_way_back_tells_how_often_people_come() -> None:
    text = map_of("A", "{action: B, next: [{to: a, share: 20 %, why: it failed}]}")
    ((line, column, said),) = findings(text, rule=repeat_visit)
    assert (line, column) == (4, 24)
    assert said.startswith('20 % (assumed) of those at "B" go back to "A" (it failed); ')
    assert said.endswith("people come to that step 1.25 times on average")


def test_hardly_ever_is_not_told_as_once() -> None:
    text = map_of("A", "{action: B, next: {to: a, share: 0.4 %}}")
    assert messages(text, rule=repeat_visit) == ['<1 % (assumed) of those at "B" go back to "A"']


def test_a_step_may_be_repeated_at_once() -> None:
    text = map_of("{action: A, next: {to: a, share: 50 %}}")
    assert messages(text, rule=repeat_visit) == [
        (
            '50 % (assumed) of those at "A" come here again; '
            "people come to that step 2.00 times on average"
        )
    ]


def test_ways_forth_and_ways_that_nobody_counts_are_not_told() -> None:
    assert lines(map_of("{action: A, next: {to: c, share: 50 %}}", "B", "C"), repeat_visit) == []
    assert lines(map_of("A", "{action: B, next: a, leaks: {share: 5 %}}"), repeat_visit) == []
    assert lines(map_of("A", "{action: B, next: {to: a, share: 0}}"), repeat_visit) == []


def test_a_loop_without_a_way_out_has_no_number() -> None:
    text = map_of("A", "{action: B, next: {to: a, share: 100 %}}")
    assert messages(text, rule=repeat_visit) == ['100 % (assumed) of those at "B" go back to "A"']


WELL = "expected: 3, perceived: 3, emotion: neutral"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("wait: {time: 3 months, planned: true}", False),
        ("wait: {time: 3 months, announced: true}", True),
        ("wait: 3 months", True),
    ],
)
def test_a_planned_repetition_is_the_treatment(target: str, told: bool) -> None:
    text = map_of(f"{{action: A, {target}}}", "{action: B, next: {to: a, share: 20 %}}")
    assert bool(lines(text, repeat_visit)) is told
    at_once = map_of(f"{{action: A, {target}, next: {{to: a, share: 20 %}}}}")
    assert bool(lines(at_once, repeat_visit)) is told


@pytest.mark.parametrize(
    ("way", "pains", "told"),
    [
        ("share: 35 %", "pains: Types it again", True),
        ("share: 20 %", "pains: Types it again", True),
        ("share: 15 %", "pains: Types it again", False),
        ("share: 35 %", "emotion: angry", False),
        ("share: 35 %, why: values too high", "pains: Types it again", False),
        ("share: 35 %, planned: true", "pains: Types it again", False),
    ],
)
def test_many_who_are_sent_back_from_what_hurts_without_a_reason_are_no_treatment(
    way: str, pains: str, told: bool
) -> None:
    first = "{action: A, wait: {time: 2 weeks, planned: true}}"
    text = map_of(first, f"{{action: B, {pains}, next: [{{to: a, {way}}}]}}", "C")
    assert bool(lines(text, repeat_visit)) is told


def test_a_planned_wait_elsewhere_plans_no_repetition() -> None:
    wait = "wait: {time: 3 days, planned: true}"
    text = map_of(
        "A", f"{{action: B, {wait}}}", f"{{action: C, {wait}, next: {{to: a, share: 9%}}}}"
    )
    assert lines(text, repeat_visit) == [5]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (WELL, False),
        ("expected: 3, perceived: 4, emotion: pleased", False),
        ("expected: 3, perceived: 2, emotion: neutral", True),
        ("expected: 3, perceived: 3, emotion: -0.5", True),
        ("expected: 3, perceived: 3", True),
        ("emotion: pleased", True),
        (f"{WELL}, pains: Too far", True),
    ],
)
def test_who_goes_back_from_where_all_is_well_chooses_to(step: str, told: bool) -> None:
    text = map_of("A", f"{{action: B, {step}, next: {{to: a, share: 20 %}}}}")
    assert bool(lines(text, repeat_visit)) is told


def test_renewal_is_no_repetition() -> None:
    text = (
        "title: A\nframework: customer-lifecycle\nstages:\n  Need: [A]\n"
        "  Recommendation: [{action: B, next: {to: a, share: 50 %}}]\n"
    )
    assert lines(text, repeat_visit) == []
    assert lines(text.replace("customer-lifecycle", "care-pathway"), repeat_visit) == [5]


# ------------------------------------------------------------------------------------- all of them
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["title: A", "title: A\nsteps: [B]", "", "title: A\nstages: [B]"])
def test_a_small_map_has_nothing_to_tell(rule: Rule, text: str) -> None:
    assert findings(text, rule=rule) == []


def test_who_tried_another_channel_is_not_told_of_preferences_as_well() -> None:
    step = "{action: A, with: gp, channel: line, instead_of: web}"
    text = map_of(step, top=HEAD.replace("PREFERRED", "web"))
    report = lint_files({MAP: text}, rules=ALL, selection=Selection(select=("JM4",)))
    assert [d.rule.name for d in report.diagnostics] == ["forced-channel-switch"]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("actor: clinic, handoff: lab", True),
        ("actor: clinic, handoff: lab, offstage: true", False),
        ("actor: clinic, handoff: lab, gives: Address", True),
        ("actor: clinic, handoff: lab, gets: Address", True),
        ("actor: clinic", True),
        ("with: clinic, handoff: lab", True),
    ],
)
def test_a_step_that_hands_over_serves_the_persona_unless_she_is_offstage(
    step: str, told: bool
) -> None:
    text = (
        "title: A\npersonas: {name: Ana, preferences: {channels: phone}}\n"
        "channels: [Phone, {name: Letter, kind: print}]\n"
        "stakeholders: [{id: clinic, name: Clinic, kind: organisation}, "
        "{id: lab, name: Lab, kind: organisation}]\n"
        f"steps: [{{action: B, channel: letter, {step}}}]\n"
    )
    assert bool(lines(text, unpreferred_channel)) is told
