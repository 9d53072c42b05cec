"""Two sides of a map, merged by entries: what each of them did stands in the result."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.compare.merge import Clash, Merged, merge
from journeymap.compare.merge_pairs import data, keyed, likeness
from journeymap.compare.merge_steps import all_steps
from journeymap.text.document import parse
from journeymap.text.pieces import Block, NotUnderstood, Pieces, cut
from journeymap.text.source import Source

BASE = """\
# Begun in May
title: Clinic
persona: maria
personas:
  - {id: maria, name: María}
stages:
  - name: Before
    steps:
      - id: calls     # by phone
        action: Calls the clinic
        emotion: anxious
        gives: [name, insurance]
        pains:
          - {id: busy, text: The line is busy, severity: 2}
      - id: waits
        action: Waits for an appointment
        wait: 3 weeks
  - name: After
    steps:
      # the visit itself
      - id: sees-doctor
        action: Sees the doctor
        need: Be listened to
      - Pays
"""


def pieces(text: str) -> Pieces:
    return cut(text, parse(Source(name="a", text=text)).root)


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    return merge(pieces(base), pieces(ours), pieces(theirs))


def clean(ours: str, theirs: str, base: str = BASE) -> str:
    done = merged(ours, theirs, base)
    assert done.clashes == ()
    other_way = merged(theirs, ours, base)
    text = done.text(str)
    assert data(pieces(text).block) == data(pieces(other_way.text(str)).block) == done.says
    return text


def change(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


WAITS = """\
      - id: waits
        action: Waits for an appointment
        wait: 3 weeks
"""
PAYS = "      - Pays\n"
MOVED = change((WAITS, ""), (PAYS, WAITS + PAYS))

PAIRS: dict[str, tuple[str, str, str]] = {
    "two fields of a step": (
        change(("anxious", "calm")),
        change(("Calls the clinic", "Rings the clinic")),
        change(("anxious", "calm"), ("Calls the clinic", "Rings the clinic")),
    ),
    "a field and a comment": (
        change(("# by phone", "# by telephone")),
        change(("anxious", "calm")),
        change(("# by phone", "# by telephone"), ("anxious", "calm")),
    ),
    "two texts of a list": (
        change(("[name, insurance]", "[name, insurance, age]")),
        change(("[name, insurance]", "[insurance]")),
        change(("[name, insurance]", "[insurance, age]")),
    ),
    "a step moved and edited": (
        MOVED,
        change(("wait: 3 weeks", "wait: 5 weeks")),
        MOVED.replace("3 weeks", "5 weeks"),
    ),
    "two new steps at one place": (
        change((PAYS, f"      - Asks\n{PAYS}")),
        change((PAYS, f"      - Listens\n{PAYS}")),
        change((PAYS, f"      - Asks\n      - Listens\n{PAYS}")),
    ),
    "two new fields at one place": (
        change(("wait: 3 weeks\n", "wait: 3 weeks\n        channel: phone\n")),
        change(("wait: 3 weeks\n", "wait: 3 weeks\n        emotion: calm\n")),
        change(
            ("wait: 3 weeks\n", "wait: 3 weeks\n        channel: phone\n        emotion: calm\n")
        ),
    ),
    "a value in braces and its neighbour": (
        change(("severity: 2", "severity: 3")),
        change(("The line is busy", "Nobody answers")),
        change(("severity: 2", "severity: 3"), ("The line is busy", "Nobody answers")),
    ),
    "the same change twice": (
        change(("anxious", "calm")),
        change(("anxious", "calm")),
        change(("anxious", "calm")),
    ),
    "a style and a value": (
        change(("name: María}", 'name: "María"}')),
        change(("name: María}", "name: Maria}")),
        change(("name: María}", "name: Maria}")),
    ),
    "a step deleted and another edited": (
        change((PAYS, "")),
        change(("Be listened to", "Be heard")),
        change((PAYS, ""), ("Be listened to", "Be heard")),
    ),
    "two fields at the top": (
        change(("persona: maria\n", "persona: maria\ngoal: Be well\n")),
        change(("persona: maria\n", "persona: maria\nowner: Front desk\n")),
        change(("persona: maria\n", "persona: maria\ngoal: Be well\nowner: Front desk\n")),
    ),
    "a stage renamed and a step in it edited": (
        change(("name: Before", "name: Beforehand")),
        change(("anxious", "calm")),
        change(("name: Before", "name: Beforehand"), ("anxious", "calm")),
    ),
    "a comment on each side": (
        change(("# the visit itself\n", "# the visit itself\n      # in the new house\n")),
        change(("# the visit itself\n", "# the visit itself\n      # ten minutes\n")),
        change(
            (
                "# the visit itself\n",
                "# the visit itself\n      # in the new house\n      # ten minutes\n",
            )
        ),
    ),
    "a short step written out and one added": (
        change((PAYS, "      - action: Pays\n        need: x\n")),
        change((PAYS, f"{PAYS}      - Goes home\n")),
        change((PAYS, "      - action: Pays\n        need: x\n      - Goes home\n")),
    ),
    "an id changed and the step edited": (
        change(("id: waits", "id: is-kept-waiting")),
        change(("wait: 3 weeks", "wait: 5 weeks")),
        change(("id: waits", "id: is-kept-waiting"), ("wait: 3 weeks", "wait: 5 weeks")),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_edits_of_different_entries_never_clash_and_both_stay(name: str) -> None:
    ours, theirs, wanted = PAIRS[name]
    assert clean(ours, theirs) == wanted


@pytest.mark.parametrize("name", PAIRS)
def test_a_side_that_did_nothing_gives_the_other_byte_for_byte(name: str) -> None:
    ours, theirs, _ = PAIRS[name]
    assert [merged(side, BASE).text(str) for side in (ours, theirs)] == [ours, theirs]
    assert [merged(BASE, side).text(str) for side in (ours, theirs)] == [ours, theirs]
    assert [merged(side, side).text(str) for side in (ours, theirs)] == [ours, theirs]


def shown(clash: Clash) -> str:
    return f"<\n{clash.ours}|\n{clash.base}=\n{clash.theirs}>\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "lines"),
    [
        (
            change(("anxious", "calm")),
            change(("anxious", "angry")),
            "<\n        emotion: calm\n|\n        emotion: anxious\n=\n        emotion: angry\n>\n",
        ),
        (
            change(("severity: 2", "severity: 3")),
            change(("severity: 2", "severity: 4")),
            (
                "<\n          - {id: busy, text: The line is busy, severity: 3}\n"
                "|\n          - {id: busy, text: The line is busy, severity: 2}\n"
                "=\n          - {id: busy, text: The line is busy, severity: 4}\n>\n"
            ),
        ),
        (
            change((WAITS, "")),
            change(("3 weeks", "5 weeks")),
            f"<\n|\n{WAITS}=\n{WAITS.replace('3', '5')}>\n",
        ),
        (
            change(
                ("id: waits\n        action: Waits for an", "id: waits\n        action: Has no")
            ),
            change((WAITS, "")),
            f"<\n{WAITS.replace('Waits for an', 'Has no')}|\n{WAITS}=\n>\n",
        ),
        (
            change(("title: Clinic", "title: Ward")),
            change(("title: Clinic", "title: House")),
            "<\ntitle: Ward\n|\ntitle: Clinic\n=\ntitle: House\n>\n",
        ),
    ],
)
def test_what_both_changed_is_marked_around_the_smallest_entry(
    ours: str, theirs: str, lines: str
) -> None:
    done = merged(ours, theirs)
    assert len(done.clashes) == 1
    assert lines in done.text(shown)


def test_beside_a_clash_everything_else_is_merged() -> None:
    ours = change(("anxious", "calm"), ("Be listened to", "Be heard"))
    theirs = change(("anxious", "angry"), ("3 weeks", "5 weeks"), (PAYS, ""))
    text = merged(ours, theirs).text(shown)
    for each in ("emotion: calm", "emotion: angry", "Be heard", "5 weeks"):
        assert text.count(each) == 1
    assert "Pays" not in text


LAST = BASE[BASE.index("  - name: After") :]
GONE = BASE.replace(LAST, LAST[LAST.index("      # the visit") :])
"""The last stage is gone, and its steps stand in the one before."""


def test_a_stage_that_one_side_took_apart_stays_gone() -> None:
    text = clean(GONE, change(("anxious", "calm")))
    assert text == GONE.replace("anxious", "calm")


def test_a_stage_that_one_side_took_apart_and_the_other_changed_is_marked() -> None:
    done = merged(GONE, change(("  - name: After\n", "  - name: After\n    channel: phone\n")))
    assert done.clashes != ()


def test_an_entry_of_several_lines_goes_into_brackets_as_one() -> None:
    head = "title: A\nsteps:\n  - action: B\n    pains: "
    base, busy = f"{head}[{{id: busy, text: Busy}}]\n", "      - {id: busy, text: Busy}\n"
    ours = base.replace("]", ", {id: dark, text: Dark}]")
    theirs = f'{head[:-1]}\n{busy}      - id: loud\n        text: "Loud, at noon"\n'
    text = merged(ours, theirs, base).text(str)
    assert '{id: loud, text: "Loud, at noon"}' in text
    assert "{id: busy, text: Busy}, {id: dark, text: Dark}" in text


def test_a_step_that_goes_to_two_stages_is_marked_in_both() -> None:
    base = f"{BASE}  - name: Later\n    steps:\n      - Rests\n"
    ours = base.replace(WAITS, "").replace(PAYS, WAITS + PAYS)
    theirs = base.replace(WAITS, "") + WAITS
    done = merged(ours, theirs, base)
    assert [(clash.ours, clash.theirs) for clash in done.clashes] == [(WAITS, ""), ("", WAITS)]
    assert done.text(lambda clash: clash.ours) == ours


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n",
        "{title: a}\n",
        "title: &t a\nid: *t\n",
        "title:\n  a\n",
        "? title\n: a\n",
        "",
    ],
)
def test_what_is_no_plain_file_of_fields_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstood):
        pieces(text)


@pytest.mark.parametrize(
    "field", ["id", "action", "name", "text", "to", "metric", "what", "question", "date"]
)
def test_an_item_is_known_by_the_field_that_names_it(field: str) -> None:
    block = pieces(f"title: A\nlist:\n  - note: x\n    {field}: Calls her\n").block
    items = block.entries[1].value
    assert isinstance(items, Block)
    assert list(keyed(items)) == ["calls-her"]


def homes(*stages: str) -> dict[str, tuple[str, ...]]:
    """In which stages steps are in the end: of three versions, each of two stages."""
    found = []
    for each in stages:
        one, other = each.split("|")
        lists = f"  - {{name: B, steps: [{one}]}}\n  - {{name: C, steps: [{other}]}}\n"
        value = pieces(f"title: A\nstages:\n{lists}").block.entries[1].value
        assert isinstance(value, Block)
        found.append(keyed(value))
    return dict(all_steps(found).homes)


def test_in_which_stage_a_step_is_in_the_end() -> None:
    assert homes("D, E|F", "D|F", "D|F") == {"d": ("b",), "e": (), "f": ("c",)}
    assert homes("D, E|F", "D|F", "D, E|F")["e"] == ()
    assert homes("D, E|F", "D|F, E", "D|F")["e"] == ("c",)  # moved here and taken out there
    assert homes("D, E|F", "D|F, E", "D, E|F")["e"] == ("c",)
    assert homes("D, E, G|F", "D, E|F, G", "D, E|F, G")["g"] == ("c",)


def test_where_the_first_line_of_a_step_clashes_the_whole_step_is_marked() -> None:
    base = "title: A\nsteps:\n  - action: Calls\n    need: Be heard\n"
    ours, theirs = (base.replace("Calls", each) for each in ("Calls her", "Calls him"))
    (clash,) = merged(ours, theirs, base).clashes
    assert clash.ours == "  - action: Calls her\n    need: Be heard\n"
    assert clash.theirs == "  - action: Calls him\n    need: Be heard\n"


def test_a_comment_at_the_end_of_the_file_stays_at_the_left() -> None:
    assert clean(BASE, f"{BASE}# ours to see\n") == f"{BASE}# ours to see\n"
    both = clean(f"{BASE}# one\n", f"{BASE}# two\n")
    assert both == f"{BASE}# one\n# two\n"


def test_a_comment_behind_a_field_that_one_side_changed_stays_beside_what_both_change() -> None:
    base = "title: A\nsteps:\n  - action: B\n    gives: # all\n      - a\n"
    ours, theirs = f"{base}      - b\n", f"{base.replace('# all', '# any')}      - c\n"
    wanted = f"{base.replace('# all', '# any')}      - b\n      - c\n"
    assert clean(ours, theirs, base) == clean(theirs, ours, base) == wanted
    assert merged(ours.replace("# all", "# some"), theirs, base).clashes != ()


EDITS: list[Callable[[str], str]] = [
    lambda text: text.replace("anxious", "calm"),
    lambda text: text.replace("3 weeks", "5 weeks"),
    lambda text: text.replace("[name, insurance]", "[name, age, insurance]"),
    lambda text: text.replace("Be listened to", "Be heard   # by her"),
    lambda text: text.replace(PAYS, f"      - Asks\n{PAYS}"),
    lambda text: text.replace(PAYS, ""),
    lambda text: text.replace(PAYS, f"{PAYS}      - Goes\n"),
    lambda text: text.replace("severity: 2", "severity: 4"),
    lambda text: text.replace("title: Clinic", "title: Ward\nid: ward"),
    lambda text: text.replace("# Begun in May", "# Begun in May 2026"),
    lambda text: text.replace("name: After", "name: Afterwards"),
]


@given(st.sets(st.integers(0, len(EDITS) - 1)), st.sets(st.integers(0, len(EDITS) - 1)))
def test_any_edits_of_different_entries_are_both_there(ours: set[int], theirs: set[int]) -> None:
    sides = [BASE, BASE, BASE]
    for i, edit in enumerate(EDITS):
        for at, wanted in enumerate((ours, theirs, ours | theirs)):
            sides[at] = edit(sides[at]) if i in wanted else sides[at]
    for side in sides[:2]:
        assert merged(side, BASE).text(str) == merged(BASE, side).text(str) == side
    if {4, 5, 6} & ours and {4, 5, 6} & theirs:
        return  # they are about one place: which order is right nobody can say
    text = clean(sides[0], sides[1])
    assert data(pieces(text).block) == data(pieces(sides[2]).block)
    assert sorted(text.split("\n")) == sorted(sides[2].split("\n"))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ({"a": 1, "b": 2}, {"a": 1}, 2 / 3),
        ({"a": 1, "b": 2}, {"b": 1, "c": 2}, 0),
        (["Calm", "Loud"], ["loud"], 2 / 3),
        (["Calm", "Loud"], ["Late", "Dear"], 0),
        ([{"text": "Calm"}, "Loud"], ["Loud", "Calm"], 1),
        ({"a": ["Calm", "Loud"]}, {"a": ["Calm"], "b": 1}, 2 * (2 / 3) / 3),
        ("abcd", "abxy", 0.5),
        (1, 2, 0),
        ([], [], 1),
    ],
)
def test_how_alike_two_values_are(one: object, other: object, share: float) -> None:
    assert likeness(one, other) == likeness(other, one) == pytest.approx(share)
