"""Slips of fifty files that somebody with fresh eyes judged, each with its neighbours."""

import pytest
from tests.linter.linting import MAP, lint_files

HEAD = "journeymap: 1\ntitle: A\n"


def told(text: str, *codes: str) -> list[tuple[int, str, str]]:
    """Line, message and help of what is found by some rules; by those of form without any."""
    return [
        (each.start.line, each.message, str(each.help))
        for each in lint_files({MAP: text}).diagnostics
        if (each.rule.code in codes if codes else each.rule.code < "JM015")
    ]


STAGES = f"{HEAD}stages:\n  During: [Queues]\n  "


@pytest.mark.parametrize(
    ("again", "message"),
    [
        ("During: [Goes home]", 'two stages are called "During": the first one is on line 4'),
        ("During:\n    - action: Goes home", 'two stages are called "During": the first one'),
        ("During: {steps: [Goes home]}", 'two stages are called "During": the first one'),
        ('"During": [Goes home]', 'two stages are called "During": the first one'),
    ],
)
def test_a_stage_whose_name_was_copied_along(again: str, message: str) -> None:
    ((line, said, help_),) = told(STAGES + again)
    assert line == 5
    assert said.startswith(message)
    assert help_.startswith("give one of them a name of its own; if they are one, put")


@pytest.mark.parametrize(
    ("fields", "help_"),
    [
        (
            "pains: [A label is hidden]\n    need: Help\n    pains: [No printer]",
            "write one list: pains: [A label is hidden, No printer]",
        ),
        ("pains: ['Nine, or ten']\n    pains:\n      - B", 'one list: pains: ["Nine, or ten", B]'),
        ("pains: [{text: B}]\n    pains: [{text: C}]", "at the end of the one on line 5"),
        ("emotion: sad\n    emotion: angry", "write `emotion` once: keep what holds, or say both"),
        ("emotion: sad\n    emotion: sad", "delete one of the two: they say the same"),
        ("need: Help\n    action: Calls", "if it is one entry, write one `action` that says both"),
    ],
)
def test_a_field_that_is_given_twice(fields: str, help_: str) -> None:
    ((_, _, said),) = told(f"{HEAD}steps:\n  - action: B\n    {fields}\n")
    assert help_ in said


def test_steps_of_a_map_given_twice_belong_below_one_another() -> None:
    ((line, _, help_),) = told(f"{HEAD}steps:\n  - action: B\nsteps:\n  - action: C\n")
    assert line == 5
    assert help_ == "put what stands below this `steps` at the end of the one on line 3"


@pytest.mark.parametrize(
    ("time", "ordered"),
    [
        ("12-8 weeks", "8-12 weeks"),
        ("5–2 days", "2–5 days"),
        ("10 to 3 min", "3 to 10 min"),
        ("about 3 to 1.5 h", "about 1.5 to 3 h"),
        ("between 5 and 2 days", "between 2 and 5 days"),
        ("od 3 do 2 tygodni", "od 2 do 3 tygodni"),
        ("tres o dos meses", "dos o tres meses"),
        ("1 month - 2 weeks", "2 weeks - 1 month"),
    ],
)
@pytest.mark.parametrize("field", ["wait", "duration"])
def test_a_range_back_to_front(time: str, ordered: str, field: str) -> None:
    ((line, message, help_),) = told(f"{HEAD}steps:\n  - action: B\n    {field}: {time}\n")
    assert line == 5
    assert message.endswith("has the longer end first")
    assert help_ == f"write {ordered}, or correct the end that is wrong"


def test_a_range_of_equal_ends_and_one_in_order_are_read() -> None:
    assert not told(f"{HEAD}steps:\n  - {{action: B, wait: 2-2 weeks, duration: 3 to 10 min}}\n")


@pytest.mark.parametrize(
    ("number", "end"),
    [
        ("4", "; 4 on a scale from 1 to 5 is 1 here"),
        ("3", "; 3 on a scale from 1 to 5 is 0 here"),
        ("5", "; 5 on a scale from 1 to 5 is 2 here"),
        ("6", "or a word for it"),
        ("-3", "or a word for it"),
    ],
)
def test_a_feeling_as_stars_are_given(number: str, end: str) -> None:
    ((_, _, help_),) = told(f"{HEAD}steps:\n  - {{action: B, emotion: {number}}}\n")
    assert help_.endswith(end)


@pytest.mark.parametrize(
    ("number", "units"),
    [
        ("6", "6 min, 6 h, 6 days or 6 weeks"),
        ("1", "1 min, 1 h, 1 day or 1 week"),
        ("2-3", "2-3 min, 2-3 h, 2-3 days or 2-3 weeks"),
    ],
)
def test_a_wait_without_its_unit(number: str, units: str) -> None:
    ((_, _, help_),) = told(f"{HEAD}steps:\n  - {{action: B, wait: {number}}}\n")
    assert help_ == f"write its unit as well: {units}"


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        (
            'quote: "Never again" (Ana, interview 4)',
            'write quote: "Never again", and Ana, interview 4 under evidence: or note:; or put',
        ),
        ("quote: 'Never again' - Ana", "write quote: 'Never again', and Ana under evidence:"),
        ('thought: "Why me?" Ana said', 'write thought: "Why me?", and Ana said under evidence:'),
        ('quote: "No" and then "yes"', "put '…' around the whole text"),
        ('need: "A car" (of her own)', "put '…' around the whole text"),
    ],
)
def test_a_source_behind_what_was_said(line: str, help_: str) -> None:
    ((at, message, said),) = told(f"{HEAD}steps:\n  - action: B\n    {line}\n")
    assert at == 5
    assert message.startswith("the text goes on after its closing quote")
    assert said.startswith(help_)


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("2062-05", "did you mean 2026-05? Else "),
        ("2206-05-02", "did you mean 2026-05-02? Else "),
        ("2027-05", "did you mean 2026-05? Else "),
        ("2026-12-05", "did you mean 2026-05-12? Else "),
        ("3000-01", ""),
    ],
)
def test_a_day_to_come_and_the_one_that_was_meant(day: str, meant: str) -> None:
    ((_, _, help_),) = told(f"{HEAD}reviewed: {day}\nsteps: [B]\n", "JM734")
    assert help_ == f"{meant}write the day or the month in which it was"


@pytest.mark.parametrize(
    ("fields", "what", "help_"),
    [
        (
            "leaks:\n      - {to: C, share: 60 %}\n      - {share: 55 %}",
            "leaks",
            "lower one of them: 60 % (line 6) or 55 % (line 7)",
        ),
        (
            "next: {to: b, share: 0.7}\n    leaks: 40 %",
            "next and leaks",
            "lower one of them: 70 % (line 5) or 40 % (line 6); the way that takes the rest needs",
        ),
        (
            "next: [{to: b, share: 70 %}, {to: c, share: 50 %}]",
            "next",
            "lower one of them: 70 % (line 5) or 50 % (line 5); the way that takes the rest needs",
        ),
        (f"leaks: [{', '.join(['18 %'] * 6)}]", "leaks", "lower a share"),
    ],
)
def test_shares_of_more_than_everybody(fields: str, what: str, help_: str) -> None:
    steps = (
        f"steps:\n  - action: B\n    {fields}\n  - {{id: b, action: D}}\n  - {{id: c, action: E}}\n"
    )
    ((_, message, said),) = told(HEAD + steps, "JM107")
    assert message.startswith(f'the shares of {what} at "B" add up to 1')
    assert said.startswith(help_)


@pytest.mark.parametrize(
    ("solves", "help_"),
    [
        ("door locked at night", "write the id of a pain, which is locked, the pain of this step"),
        ("nobody is there", "write the id of a pain, which is locked, the pain of this step"),
        ("the form asks twice", "write the id of a pain, which is locked, the pain of this step"),
    ],
)
def test_a_pain_described_where_its_id_belongs(solves: str, help_: str) -> None:
    steps = (
        "steps:\n  - {action: B, pains: [{id: form, text: The form asks it again}]}\n"
        "  - action: C\n    pains: [{id: locked, text: The door is locked}]\n"
        f"    opportunities: [{{text: A bell, solves: {solves}}}]\n"
    )
    ((line, _, said),) = told(HEAD + steps, "JM101")
    assert (line, said) == (7, help_)


def test_a_pain_described_at_a_step_of_several_or_none() -> None:
    one, two = "{id: dark, text: No light}", "{id: locked, text: The door is locked}"
    idea = "opportunities: [{text: A bell, solves: the locked door}]"
    several = f"steps:\n  - {{action: B, pains: [{one}, {two}], {idea}}}\n"
    other = f"steps:\n  - {{action: B, pains: [{one}]}}\n  - {{action: C, pains: [{two}]}}\n"
    assert told(HEAD + several, "JM101")[0][2].endswith("which is locked, a pain of this step")
    said = told(f"{HEAD}{other}  - {{action: D, {idea}}}\n", "JM101")[0][2]
    assert said == "write the id of a pain, which is locked"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ("[{action: B, need: D}, {action: C}]", ', "B" or "C"'),
        ("[{action: B, pains: [D]}, {action: C}]", "as the fields of the step above"),
        ("[{action: B}]", "as the fields of the step above"),
        ("[{action: B}, {action: C}, {action: D}]", ', "B", "C" or "D"'),
    ],
)
def test_a_field_of_a_step_that_hangs_on_its_stage(steps: str, place: str) -> None:
    text = f"{HEAD}stages:\n  - name: A\n    steps: {steps}\n    pains: [The desk closes]\n"
    ((line, _, help_),) = told(text)
    assert line == 6
    assert help_.startswith("`pains` belongs to a step: ")
    assert help_.endswith(place)


@pytest.mark.parametrize(
    ("version", "title", "help_"),
    [
        ("Moving house", "", "write journeymap: 1, and on the line below title: Moving house"),
        (
            '"A new supplier"',
            "",
            "write journeymap: 1, and on the line below title: A new supplier",
        ),
        ("Onboarding", "", "write journeymap: 1, and on the line below title: Onboarding"),
        ("Moving house", "title: A\n", "write journeymap: 1"),
        ("v1", "title: A\n", "write journeymap: 1"),
    ],
)
def test_a_title_in_the_line_of_the_version(version: str, title: str, help_: str) -> None:
    assert [help_] == [said for *_, said in told(f"journeymap: {version}\n{title}steps: [B]\n")]


PEOPLE = f"{HEAD}personas: [{{id: dan, name: Daniel}}, Ruth]\nsteps:\n  - action: B\n    "


@pytest.mark.parametrize(
    ("field", "cut", "help_"),
    [
        (
            "perceived: {rating: 4, text: Diez días, como dice la web}",
            "como dice la web",
            'put the text in quotes, as a comma inside {…} ends it: "Diez días, como dice la web"',
        ),
        (
            "wait: {time: 3 days, why: Nobody answers, as ever, we}",
            "as ever",
            'put the text in quotes, as a comma inside {…} ends it: "Nobody answers, as ever, we"',
        ),
        (
            'need: {dan: A "free" car, or a bus}',
            "or a bus",
            "put the text in quotes, as a comma inside {…} ends it: 'A \"free\" car, or a bus'",
        ),
        (
            "pains: [{text: Slow, and loud}]",
            "and loud",
            'put the text in quotes, as a comma inside {…} ends it: "Slow, and loud"',
        ),
        (
            "emotion: {dan: sad, angry}",
            "angry",
            "write a list, as a comma inside {…} ends what is before it: [sad, angry]",
        ),
    ],
)
def test_a_text_in_braces_that_a_comma_cuts(field: str, cut: str, help_: str) -> None:
    ((_, message, said),) = told(PEOPLE + field)
    assert message.startswith(f"`{cut}` ")
    assert said == help_


@pytest.mark.parametrize(
    ("name", "is_known"), [("ruth", True), ("Daniel", True), ("dan", True), ("como", False)]
)
def test_a_key_is_suggested_only_for_whom_the_map_names(name: str, is_known: bool) -> None:
    ((_, _, said),) = told(f"{PEOPLE}need: {{gp: A car, {name} siempre}}")
    assert said.startswith(f"write {name}: siempre if it is said of {name}; ") == is_known
    assert f'put the text in quotes, as a comma inside {{…}} ends it: "A car, {name}' in said


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("La agenda se reparte entre A y B, que no se ven una a otra", "write ["),
        ("Slow, and loud", "write ["),
        ("Long way to the car, with crutches", "write ["),
    ],
)
def test_a_text_in_brackets_that_a_comma_cuts(text: str, first: str) -> None:
    ((_, _, said),) = told(f"{PEOPLE}pains: [{text}]")
    assert said == f'{first}"{text}"] if it is one'
