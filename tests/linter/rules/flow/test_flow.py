"""The rules about those who leave, and those who wait."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.flow.same_wait_twice import same_wait_twice
from journeymap.linter.rules.flow.silent_wait import silent_wait

ALL = (leak, long_wait, silent_wait, same_wait_twice, missed_deadline)


def map_of(*steps: str) -> str:
    """A map with its first step in line 3."""
    return "\n".join(["title: A map", "steps:", *(f"  - {step}" for step in steps), ""])


def lines(text: str, rule: Rule) -> list[int]:
    return [line for line, *_ in findings(text, rule=rule)]


# -------------------------------------------------------------------------------------------- leak
def test_a_leak_tells_what_closing_it_would_gain() -> None:
    text = map_of("{action: A, leaks: {to: Elsewhere, share: 20 %, why: dear}}", "B")
    assert findings(text, rule=leak) == [
        (
            3,
            24,
            (
                '"A" loses 20 % (assumed) of those who reach it, to "Elsewhere" (dear): '
                "if nobody left here, 100 % of all would complete the journey, not 80 % (assumed)"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("shares", "told"),
    [(["9.99 %"], False), (["10 %"], True), (["5 %", "5 %"], True), (["3 %", "6 %", "1 %"], True)],
)
def test_the_leaks_of_a_step_count_together(shares: list[str], told: bool) -> None:
    entries = ", ".join(f"{{share: {share}}}" for share in shares)
    text = map_of(f"{{action: A, leaks: [{entries}]}}", "B")
    assert lines(text, leak) == ([3] if told else [])


def test_several_leaks_are_told_at_their_key_with_all_that_is_known() -> None:
    said = (
        "[{to: X, share: 10 %}, {to: X, share: 5 %, why: dear}, {to: Y, share: 0}, "
        "{to: Z, why: dear}]"
    )
    text = map_of(f"{{action: A, leaks: {said}}}", "B")
    ((line, column, message),) = findings(text, rule=leak)
    assert (line, column) == (3, 17)
    assert '"A" loses 15 % (assumed) of those who reach it, to "X" and "Z" (dear)' in message


def test_it_names_the_idea_that_is_recorded_there() -> None:
    step = "{action: A, leaks: {share: 20 %}, opportunities: [{text: Ring, status: STATUS}]}"
    text = map_of(step, "B")
    assert 'whether "Ring" keeps' in helps(text.replace("STATUS", "live"), rule=leak)[0]
    assert "would keep them as an opp" in helps(text.replace("STATUS", "dropped"), rule=leak)[0]


def test_a_leak_that_nobody_reaches_or_that_gains_nothing() -> None:
    unreached = map_of("{action: A, next: end}", "{action: B, leaks: {share: 50 %}}")
    assert lines(unreached, leak) == []
    all_leave = map_of("{action: A, leaks: {share: 100 %}}")
    assert "no more people would complete" in messages(all_leave, rule=leak)[0]


def test_a_leak_without_a_share_is_not_counted() -> None:
    assert lines(map_of("{action: A, leaks: away}", "B"), leak) == []
    mixed = map_of("{action: A, leaks: away}", "{action: B, leaks: {share: 10 %}}")
    assert lines(mixed, leak) == [4]


def test_how_much_is_told_can_be_set() -> None:
    text = map_of("{action: A, leaks: {share: 8 %}}", "B")
    settings = {".journeymap.yaml": "options: {leak: {share: 0.05}}\n"}
    assert len(findings(text, rule=leak, files=settings)) == 1
    none = {".journeymap.yaml": "options: {leak: {share: 0}}\n"}
    assert [line for line, *_ in findings(text, rule=leak, files=none)] == [3]


# --------------------------------------------------------------------------------------- long wait
def test_an_unplanned_wait_of_more_than_a_week() -> None:
    text = map_of(
        "{action: A, wait: {time: 8 days, planned: false}}",
        "{action: B, wait: {time: 3 months, planned: true}}",
        "{action: C, wait: 7 days}",
    )
    assert findings(text, rule=long_wait) == [
        (3, 23, 'after "A" the persona waits 8 days (assumed), and the wait is not planned')
    ]


def test_the_share_is_told_where_it_is_more_than_half() -> None:
    text = map_of("{action: A, duration: 1 d, wait: 9 days}")
    assert messages(text, rule=long_wait) == [
        (
            'after "A" the persona waits 9 days (assumed), '
            "and the map does not say that it is meant to be: "
            "90 % (assumed) of all times in the map"
        )
    ]


def test_short_waits_that_make_up_most_of_the_time_are_told_of_the_map() -> None:
    text = map_of("{action: A, duration: 1 d, wait: 2 d}", "{action: B, wait: {time: 4 d}}", "C")
    assert findings(text, rule=long_wait) == [
        (
            1,
            1,
            (
                "waits that are not said to be planned make up 86 % (assumed) of all times in the "
                'map, the longest, 4 days (assumed), after "B"'
            ),
        )
    ]
    half = map_of("{action: A, duration: 3 d, wait: 3 d}")
    assert lines(half, long_wait) == []
    waits_alone = map_of("{action: A, wait: 2 d}", "{action: B, wait: 4 d}")
    assert lines(waits_alone, long_wait) == []


def test_a_single_wait_is_told_where_it_stands_and_once() -> None:
    text = map_of("{action: A, duration: 1 d}", "{action: B, wait: 3 d}")
    assert lines(text, long_wait) == [4]
    report = lint_files({MAP: text}, rules=ALL, selection=Selection(select=("JM6",)))
    assert [d.rule.name for d in report.diagnostics] == ["silent-wait"]


def test_times_of_fewer_than_half_of_the_steps_tell_nothing() -> None:
    assert lines(map_of("{action: A, wait: 8 d}", "B"), long_wait) == [3]
    assert lines(map_of("{action: A, wait: 8 d}", "B", "C"), long_wait) == []


@pytest.mark.parametrize(
    ("metric", "reading", "told"),
    [
        ("kind: duration, target: 14", "metric: m, value: 42", False),
        ("kind: duration", "metric: m, value: 42", True),
        ("kind: nps, target: 14", "metric: m, value: 42", True),
        ("kind: duration, target: 14", "metric: m", True),
        ("kind: duration, target: 14", "metric: unknown, value: 42", True),
    ],
)
def test_a_wait_with_a_target_is_held_to_that(metric: str, reading: str, told: bool) -> None:
    text = map_of(f"{{action: A, wait: 6 weeks, metrics: {{{reading}}}}}")
    text += f"metrics: {{id: m, name: M, {metric}}}\n"
    assert bool(lines(text, long_wait)) is told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("wait: {time: 12 d, announced: true}, expected: 3, perceived: 3, emotion: 0", False),
        ("wait: {time: 12 d, announced: true}, expected: 3, perceived: 2, emotion: 0", True),
        ("wait: {time: 12 d, announced: true}, expected: 3, perceived: 3, emotion: -0.5", True),
        ("wait: {time: 12 d, announced: true}, expected: 3, perceived: 3", True),
        ("wait: {time: 12 d, announced: true}, emotion: 0", True),
        ("wait: 12 d, expected: 3, perceived: 3, emotion: 0", True),
        (
            "wait: {time: 12 d, announced: true}, expected: 3, perceived: 3, emotion: 0, pains: Ow",
            True,
        ),
    ],
)
def test_an_announced_wait_that_suits_is_left_alone(step: str, told: bool) -> None:
    assert bool(lines(map_of(f"{{action: A, {step}}}"), long_wait)) is told


@pytest.mark.parametrize(
    ("metric", "readings", "told"),
    [
        ("unit: days, target: 14", "{metric: m, value: 42}", False),
        ("unit: days, target: 14", "{metric: m, value: 41}", True),
        ("unit: days, target: 42", "{metric: m, value: 10}", False),
        ("unit: Weeks, target: 6", "{metric: m, value: 1}", False),
        ("unit: weeks, target: 5", "{metric: m, value: 1}", True),
        ("unit: min, target: 15", "{metric: m, value: 25}", True),
        ("unit: min, target: 60480", "{metric: m, value: 25}", False),
        ("unit: rounds, target: 1", "{metric: m, value: 2}", False),
        ("unit: days, target: 50, better: higher", "{metric: m, value: 42}", True),
        (
            "unit: days, target: 14",
            "[{metric: m, value: 12, as_of: 2026-09}, {metric: m, value: 42, as_of: 2026-03}]",
            True,
        ),
        ("unit: days, target: 14", "[{metric: m, value: 42}, {metric: n, value: 1}]", False),
    ],
)
@pytest.mark.parametrize("at", ["step", "stage"])
def test_a_wait_is_compared_with_the_target_that_it_is_held_to(
    metric: str, readings: str, told: bool, at: str
) -> None:
    measured = f"metrics: {readings}"
    of_stage, of_step = (measured, "") if at == "stage" else ("goal: Go on", f", {measured}")
    text = (
        f"title: A\nmetrics: [{{id: m, name: M, kind: duration, {metric}}}, n]\nstages:\n"
        f"  - name: S\n    {of_stage}\n"
        f"    steps: {{action: A, wait: {{time: 6 weeks, announced: true}}{of_step}}}\n"
    )
    assert bool(lines(text, long_wait)) is told


@pytest.mark.parametrize("announced", ["true", "false"])
def test_an_announced_wait_is_held_to_the_target_of_its_stage(announced: str) -> None:
    text = (
        "title: A\nmetrics: {id: m, name: M, kind: duration, target: 14}\nstages:\n"
        "  - name: S\n    metrics: {metric: m, value: 12}\n"
        f"    steps: {{action: A, wait: {{time: 12 d, announced: {announced}}}}}\n"
    )
    assert bool(lines(text, long_wait)) is (announced == "false")


@pytest.mark.parametrize("known", [True, False])
def test_what_nobody_recorded_is_asked_and_what_is_known_is_not(known: bool) -> None:
    wait = "{time: 9 d, planned: false, announced: false}" if known else "9 d"
    for rule, asked in ((long_wait, "planned: true"), (silent_wait, "announced: true or")):
        (said,) = helps(map_of(f"{{action: A, wait: {wait}}}"), rule=rule)
        assert (asked in said) is not known


def test_a_wait_of_no_time_is_no_hurdle() -> None:
    assert lines(map_of("{action: A, wait: 0 d}"), long_wait) == []


# ------------------------------------------------------------------------------------- silent wait
@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ("3 d", True),
        ("2 d", False),
        ("1 d", False),
        ("23 h", False),
        ("{time: 3 days, announced: false}", True),
        ("{time: 1 day, announced: false}", True),
        ("{time: 23 h, announced: false}", False),
        ("{time: 3 days, announced: true}", False),
        ("{time: 3 days, planned: true}", False),
        ("{time: 3 days, planned: true, announced: false}", True),
        ("{time: 3 days, planned: false, announced: true}", False),
    ],
)
def test_a_wait_that_nobody_announced_or_planned(wait: str, told: bool) -> None:
    assert lines(map_of("A", f"{{action: B, wait: {wait}}}"), silent_wait) == ([4] if told else [])


def test_it_says_how_long_in_its_own_language() -> None:
    wait = "{time: od 2 do 3 tygodni, announced: false}"
    assert messages(map_of(f"{{action: A, wait: {wait}}}"), rule=silent_wait) == [
        'after "A" the persona waits 2–3 weeks (assumed) without having been told how long'
    ]


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        (["4 months, announced: false", "9 months, announced: false"], ""),
        (["4 months", "9 months, announced: false"], ""),
        (["4 months", "9 months"], "13 months"),
        (["2 weeks", "3 weeks"], "5 weeks"),
        (["2 weeks", "10 days"], "24 days"),
        (["2-3 weeks", "1 week"], "3–4 weeks"),
        (["9 months, announced: false", "4 months, announced: true"], ""),
        (["9 months, announced: false", "4 months, planned: true"], ""),
        (["9 months, announced: false"], ""),
    ],
)
def test_waits_that_nobody_recorded_are_summed_once_and_others_are_told_apart(
    waits: list[str], said: str
) -> None:
    steps = [f"{{action: S{i}, wait: {{time: {wait}}}}}" for i, wait in enumerate(waits)]
    told = messages(map_of(*steps, "E"), rule=silent_wait)
    assert sum(" in all" in each for each in told) == bool(said)
    assert any(f" {said} (assumed) in all" in each for each in told) or not said


def test_of_waits_that_nobody_recorded_it_is_asked_once_and_in_a_note() -> None:
    silent = "{action: A, wait: {time: 3 d, announced: false}}"
    asked = [f"{{action: {name}, wait: 3 d}}" for name in "BCDE"]
    chosen = lint_files(
        {MAP: map_of(silent, *asked)}, rules=[silent_wait], selection=Selection(select=("JM603",))
    )
    assert [(d.start.line, d.severity, d.message) for d in chosen.diagnostics] == [
        (
            1,
            "note",
            (
                "of 4 waits the map does not say whether the persona knows how "
                'long they take: after "B", "C", "D" and 1 more'
            ),
        ),
        (
            3,
            "warning",
            'after "A" the persona waits 3 days (assumed) without having been told how long',
        ),
    ]
    ((line, _, message),) = findings(map_of("A", "{action: B, wait: 3 d}"), rule=silent_wait)
    assert (line, message) == (
        4,
        (
            'after "B" the persona waits 3 days (assumed), '
            "and the map does not say whether anybody said how long"
        ),
    )


def test_a_wait_that_is_long_and_silent_is_told_once() -> None:
    text = map_of(
        "{action: A, wait: 6 weeks}", "{action: B, wait: {time: 2 weeks, announced: true}}"
    )
    report = lint_files({MAP: text}, rules=ALL, selection=Selection(select=("JM6",)))
    found = [(d.start.line, d.rule.name) for d in report.diagnostics]
    assert found == [(3, "silent-wait"), (4, "long-wait")]


# --------------------------------------------------------------------------------- missed-deadline
def test_a_deadline_is_told_with_what_it_counts_from_and_how_long_it_takes() -> None:
    text = map_of(
        "{id: a, action: A, wait: 3-4 tygodnie}",
        "{action: B, duration: 1 d, wait: 2 weeks}",
        "{action: C, within: {time: 1 mes, after: a}}",
    )
    assert messages(text, rule=missed_deadline) == [
        (
            '"C" is to begin within 1 month after "A", '
            "and the shortest time recorded is 36 days (assumed)"
        )
    ]


@pytest.mark.parametrize("wait", ["2-9 weeks", "over 2 weeks", "up to 9 weeks", "1 month"])
def test_a_deadline_that_may_be_kept_is_not_told(wait: str) -> None:
    text = map_of(f"{{action: A, wait: {wait}}}", "{action: B, within: 1 month}")
    assert messages(text, rule=missed_deadline) == []


# ------------------------------------------------------------------------------------- all of them
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["title: A", "title: A\nsteps: [B]", "", "title: A\nstages: [B]"])
def test_a_small_map_has_nothing_to_tell(rule: Rule, text: str) -> None:
    assert findings(text, rule=rule) == []


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("a, wait: 6 weeks", "Waits for the date, duration: 6 weeks", True),
        ("a, wait: 6 weeks", "Waits for the date, wait: 40 days", True),
        ("a, wait: 6 tygodni", "Czeka na wizytę, duration: 40 dni", True),
        ("a, wait: 6 semanas", "Espera la cita, wait: 6 semanas", True),
        ("a, wait: 6 weeks", "Waits for the date", False),
        ("a, wait: 6 weeks", "Waits in the lobby, duration: 20 min", False),
        ("a, wait: 6 weeks", "Sees the doctor, wait: 6 weeks", False),
        ("a, wait: 6 weeks", "Waits for the date, duration: 6 weeks, meanwhile: true", False),
        ("a", "Waits for the date, duration: 6 weeks", False),
    ],
)
def test_a_wait_that_is_recorded_twice(first: str, second: str, is_told: bool) -> None:
    text = f"title: A\nsteps:\n  - {{action: {first}}}\n  - {{action: {second}}}\n  - c\n"
    assert bool(messages(text, rule=same_wait_twice)) == is_told
