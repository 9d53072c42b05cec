from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from journeymap.templates.outline import Outline, Section, parse_outline, tidy
from journeymap.templates.starter import outline_to_yaml, quote


def load(text: str) -> dict[str, Any]:
    loaded = YAML(typ="safe", pure=True).load(text)
    assert loaded == YAML(typ="safe").load(text)
    assert isinstance(loaded, dict)
    return loaded


def stages_of(loaded: dict[str, Any]) -> tuple[Section, ...]:
    """Returns the stages of a loaded map as an outline has them."""
    if "stages" not in loaded:
        loaded = {"stages": [{"steps": loaded["steps"]}] if loaded["steps"] else []}
    return tuple(
        Section(stage.get("name"), tuple(step["action"] for step in stage["steps"]))
        for stage in loaded["stages"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Before\n- Sees an ad\n- Calls\n\n# During\n- Visits",
        "## Before ##\n* Sees an ad\n+ Calls\n## During:\n• Visits",
        "Before:\nSees an ad\nCalls\nDuring:\nVisits",
        "Before\n  Sees an ad\n  Calls\nDuring\n  Visits",
        "Before\n- Sees an ad\n- Calls\nDuring\n- Visits",
        "- Before\n  - Sees an ad\n  - Calls\n- During\n  - Visits",
        "1. Before\n\t1. Sees an ad\n\t2. Calls\n2. During:\n\t1) Visits",
        "\ufeff# Before\r\n- [ ] Sees an ad\r\n- [x] Calls\r\n---\r\n# During\r\n   - Visits\r\n",
        "# Before\n- Sees an ad\n    - Calls\n# During\nVisits",
        "  Before:\n    Sees an ad\n\n    Calls\n  During:\n      Visits",
        "# Before\rSees an ad\rCalls\r# During\rVisits\r",
        "# Before\n- Sees an ad\n- Calls\n\nDuring:\n- Visits",
        "Before:\nSees an ad\nCalls\n## During\nVisits",
        "Before\n------\nSees an ad\nCalls\nDuring\n------\nVisits",
        "Before\n======\n\n- Sees an ad\n- Calls\n\nDuring:\n====\r\n- Visits",
        "Before\n-----\n- Sees an ad\n- Calls\n---\n## During\nVisits\n---",
        "  Before\n  ------\n  - Sees an ad\n  - Calls\n--------\nDuring:\n  - Visits",
    ],
)
def test_headings_are_stages_and_lines_are_steps(text: str) -> None:
    assert parse_outline(text) == Outline(
        stages=(Section("Before", ("Sees an ad", "Calls")), Section("During", ("Visits",)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Title: My map\nPersona: Ann, 44\nBefore:\n- Calls",
        "# My map\nPersona: Ann, 44\n## Before\n- Calls",
        "# My map\npersona : Ann, 44\n\nBefore:\n- Calls",
        "My map\n\nPERSONA: Ann, 44\n# Before\n- Calls",
        "My map\nPersona: Ann, 44\nBefore:\n- Calls",
        "Tytuł: My map\nPersona: Ann, 44\n# Before\nCalls",
        "Título: My map\nPersona: Ann, 44\n# Before\nCalls",
        "My map\n======\nPersona: Ann, 44\n\nBefore\n------\nCalls",
        "Title: My map\n=============\nPersona: Ann, 44\nBefore\n======\nCalls",
        "# My map\nPersona: Ann, 44\nBefore:\n- Calls",
        "# My map\nPersona: Ann, 44\nBefore\n--\n- Calls\n\n----",
    ],
)
def test_title_and_persona_are_read(text: str) -> None:
    assert parse_outline(text) == Outline(
        title="My map", persona="Ann, 44", stages=(Section("Before", ("Calls",)),)
    )


def test_a_lone_heading_is_a_stage_and_no_title() -> None:
    assert parse_outline("# Before\n- Calls") == Outline(stages=(Section("Before", ("Calls",)),))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("# A\n- b\n- She asks:\n- c", ("b", "She asks:", "c")),
        ("# A\nb\n  She asks:\n  c", ("b", "She asks:", "c")),
        ("# A\nb\nShe asks:", ("b", "She asks:")),
        ("# A\nb\nVisits\n---\nc", ("b", "Visits", "c")),
        ("# A\nb\n- Visits\n------\nc", ("b", "Visits", "c")),
        ("# A\nb\nVisits\n\n------\nc", ("b", "Visits", "c")),
        ("# A\nb\nVisits\n--==--\nc", ("b", "Visits", "c")),
    ],
)
def test_what_only_looks_like_a_heading_is_a_step(text: str, steps: tuple[str, ...]) -> None:
    assert parse_outline(f"Title: T\n{text}").stages == (Section("A", steps),)


def test_a_lone_heading_over_steps_is_no_title() -> None:
    read = parse_outline("# Before\n- Calls\nDuring:\n- Visits")
    assert read == Outline(stages=(Section("Before", ("Calls",)), Section("During", ("Visits",))))


def test_with_a_title_of_its_own_the_top_heading_is_a_stage() -> None:
    read = parse_outline("Title: My map\n# Whole\n## Before\n- Calls")
    assert read.title == "My map"
    assert read.stages == (Section("Whole", ()), Section("Before", ("Calls",)))


def test_a_second_title_is_a_step_and_so_is_one_with_a_bullet() -> None:
    read = parse_outline("Title: My map\n- Persona: asks who she is\nTitle: asks for it")
    assert read == Outline(
        title="My map",
        stages=(Section(None, ("Persona: asks who she is", "Title: asks for it")),),
    )


def test_steps_before_the_first_heading_make_a_stage_without_a_name() -> None:
    read = parse_outline("- Calls\n- Waits\n# During\n- Visits")
    assert read.stages == (Section(None, ("Calls", "Waits")), Section("During", ("Visits",)))


@pytest.mark.parametrize("text", ["", "\n \t\n", "\ufeff", "---\n- \n* * *\n#\n- [ ]", "\x00\x07"])
def test_nothing_to_read_gives_an_empty_outline(text: str) -> None:
    assert parse_outline(text) == Outline()


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("- Pays: cash only", "Pays: cash only"),
        ('- Says "no" \\ leaves', 'Says "no" \\ leaves'),
        ("- Desk #2", "Desk #2"),
        ("#2 is her number", "#2 is her number"),
        ("--help is no bullet", "--help is no bullet"),
        ("-5 degrees outside", "-5 degrees outside"),
        ("2026 begins", "2026 begins"),
        ("- 🦷 hurts 😡", "🦷 hurts 😡"),
        ("- 👩\u200d⚕️ calls", "👩\u200d⚕️ calls"),
        ("- a\tb\u00a0 c", "a b c"),
        ("- \u202eturned\u202c\x07", "turned"),
        ("- null", "null"),
        ("- [link](x) & {y}", "[link](x) & {y}"),
        ("- - twice", "- twice"),
    ],
)
def test_odd_text_stays_what_it_is(line: str, step: str) -> None:
    read = parse_outline(f"# Before\n{line}")
    assert read.stages == (Section("Before", (step,)),)
    written = outline_to_yaml(read, title="T", persona="P")
    assert stages_of(load(written)) == read.stages


ODD_LINE = st.text(
    st.sampled_from("aŁż #-*+•:.,'\"\\{}[]&!|>%@`?~=1)\t\r\ufeff\u2028\x85\u202e\x00😡$")
    | st.characters(),
    max_size=15,
)


@given(st.lists(ODD_LINE, max_size=8).map("\n".join) | st.text())
@example("Title: a: b\nPersona: 'x' # y\n# - c: d\n- {e}, [f]\n- ~\n- null")
@example("# ok\r\n- @a\r\n- `b`\r\n- %c\r\n- &d\r\n- *e\r\n- !f\r\n- |g\r\n- >h\r\n- ?i\r\n")
def test_every_outline_comes_back_from_its_yaml(text: str) -> None:
    read = parse_outline(text)
    loaded = load(outline_to_yaml(read, title="From the file name", persona=""))
    assert loaded["title"] == (read.title or "From the file name")
    persona = loaded["personas"][0]["name"] if "personas" in loaded else None
    assert persona == read.persona
    assert stages_of(loaded) == read.stages


@given(st.text())
@example("no")
@example("1e3")
@example("0x10")
@example("2026-11-23")
@example("a: b")
@example("a #b")
@example("- a")
@example("")
def test_quoted_text_comes_back_in_every_place(text: str) -> None:
    scalar = quote(text)
    loaded = load(f"key: {scalar}\nlist:\n  - {scalar}\n  - name: {scalar}   # why\n")
    assert loaded == {"key": tidy(text), "list": [tidy(text), {"name": tidy(text)}]}


@given(st.text(st.characters(exclude_characters=":[")))  # `Title:` and `[x]` are no words
def test_no_word_is_lost(text: str) -> None:
    """Every letter of the outline is in its title, its persona, a stage or a step."""
    read = parse_outline(text)
    kept = [read.title or "", read.persona or ""]
    kept += [part for name, steps, _ in read.stages for part in (name or "", *steps)]
    letters = sorted(char for char in "".join(kept) if char.isalpha())
    assert letters == sorted(char for char in text if char.isalpha())


def test_what_the_outline_says_goes_before_what_the_command_says() -> None:
    read = parse_outline("Title: Mine\nPersona: Ann\n# Before\n- Calls")
    loaded = load(outline_to_yaml(read, title="Other", persona="Bea"))
    assert (loaded["title"], loaded["personas"]) == ("Mine", [{"name": "Ann"}])


def test_what_the_outline_leaves_open_comes_from_the_command() -> None:
    loaded = load(outline_to_yaml(parse_outline("- Calls"), title="Other: 1", persona="Bea #2"))
    assert (loaded["title"], loaded["personas"]) == ("Other: 1", [{"name": "Bea #2"}])
    assert (loaded["steps"], loaded["status"]) == ([{"action": "Calls"}], "draft")


def test_a_language_is_written_where_one_is_given() -> None:
    read = parse_outline("- Dzwoni")
    assert "language" not in load(outline_to_yaml(read, title="T", persona="P"))
    assert load(outline_to_yaml(read, title="T", persona="", language="pl"))["language"] == "pl"


def test_the_first_step_alone_shows_what_may_be_said_of_a_step() -> None:
    written = outline_to_yaml(parse_outline("# A\n- b\n- c\n# D\n- e"), title="T", persona="P")
    assert written.count("# emotion:") == 1
    assert written.index("action: b") < written.index("# emotion:") < written.index("action: c")


def test_a_stage_without_steps_stays_and_asks_for_them() -> None:
    written = outline_to_yaml(parse_outline("# A\n# B\n- c"), title="T", persona="P")
    assert load(written)["stages"][0] == {"name": "A", "steps": []}


def test_lines_in_capitals_are_stages_and_boxes_are_bullets() -> None:
    outline = parse_outline("BEFORE\n[ ] Calls\n  waits long\nAFTER\n[x] Goes home\n")
    assert [(each.name, each.steps) for each in outline.stages] == [
        ("BEFORE", ("Calls", "waits long")),
        ("AFTER", ("Goes home",)),
    ]


def test_one_line_in_capitals_is_a_step_like_others() -> None:
    outline = parse_outline("Calls\nMRI\nGoes home\n")
    assert [each.steps for each in outline.stages] == [("Calls", "MRI", "Goes home")]


def test_a_deeper_line_in_quotes_is_said_at_the_step_above() -> None:
    (stage,) = parse_outline('## A\n- Waits\n    - "I was afraid."\n- "Next!"\n').stages
    assert stage.steps == ("Waits", '"Next!"')
    assert [(each.field, each.text) for each in stage.said] == [("quote", "I was afraid.")]


def test_a_journey_that_is_named_first_is_the_title() -> None:
    assert parse_outline("Customer journey: Heating\n\nA:\n- B\n").title == "Heating"
