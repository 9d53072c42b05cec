"""What holds for whatever stands in a map: it is read, held to every rule, and reported on."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.fixer import Mended, mend
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format, render
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {
    path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.y*"))
}
TODAY = date(2026, 11, 23)
EVERY = Selection(select=("ALL",))
FORMATS = (Format.CONCISE, Format.FULL, Format.JSON)
_TOKENS = re.compile(r"\n *(?:- )?|\w+|\s+|[^\w\s]")
_PLANTED = (
    *("\n", "\n  ", "\n- ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "<<: *a", "? ", "| "),
    *(
        "> ",
        "!t ",
        "#",
        " #",
        "'",
        '"',
        '"\\e[31m"',
        '"\\u202e"',
        "%",
        "@",
        "\t",
        ",",
        "---",
        "...",
        "~",
    ),
    *("null", "end", "persona", "1", "-1", "1e9", "0.5", "110 %", ".nan", "2026-13", "99 years"),
    *("title", "steps", "stages", "actor", "emotion", "next", "to", "share", "uses", "x-y", "id"),
    *("\u0301", "\u200d", "\u202e", "\x1b[31m", "\x9b", "🙂", "日本", "\ufeff", "\ue000", "\ue001"),
    *("[b]x[/b]", "<script>", "a" * 600, "\\N", "../x", "https://", "examples", "clinic"),
)


def read(data: bytes, name: str) -> Workspace:
    """Reads a text as if it stood among the examples."""
    path = ROOT / "examples" / name
    return Loader(texts={path: data}, shown_from=ROOT).load([path])


def held(workspace: Workspace) -> Report:
    """Holds files to every rule."""
    return lint(workspace, RULES, EVERY, TODAY)


def assert_sound(data: bytes, name: str) -> None:
    workspace = read(data, name)
    report = held(workspace)
    for found in report.diagnostics:
        source = workspace.files[Path(found.file.path.raw)].source
        for place in (found.start, found.end):
            assert source is None or source.position(source.offset(place)) == place, found
        assert found.start <= found.end
        assert found.message
        assert found.help
    assert_clean(report)
    again = held(read(data, name))
    for each in FORMATS:
        assert render(report, each) == render(again, each)


def assert_clean(report: Report) -> None:
    """No report passes a control character on; the concise one has a line for each finding."""
    lines, _, content = texts = [render(report, name) for name in FORMATS]
    assert lines.count("\n") == len(report.diagnostics)
    assert len(json.loads(content)["findings"]) == len(report.diagnostics)
    for text in texts:
        assert not [char for char in text if is_control(char)]
        text.encode()


def is_control(char: str) -> bool:
    if char in "\n\u200c\u200d":  # the joiners are part of words and emoji
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.binary(max_size=300), st.sampled_from(sorted(EXAMPLES)))
@example(b"title: T\nsteps: [a]\nreviewed: 9999-12\nreview_every: 999 years\n", "a.journey.yaml")
def test_any_bytes_are_held_to_every_rule(data: bytes, name: str) -> None:
    assert_sound(data, name)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """An example in which some tokens are gone, doubled, swapped, or not as they were."""
    name = draw(st.sampled_from(sorted(EXAMPLES)))
    tokens = _TOKENS.findall(EXAMPLES[name])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(tokens) - 1))
        other = draw(st.integers(0, len(tokens) - 1))
        length = draw(st.sampled_from((1, 1, 1, 2, 5, 40)))
        new = draw(st.sampled_from(_PLANTED))
        tokens[at : at + length] = draw(
            st.sampled_from(
                (
                    (),
                    (new,),
                    (new, *tokens[at : at + length]),
                    tuple(tokens[at : at + length] * 2),
                    tuple(tokens[other : other + length]),
                )
            )
        )
        tokens = tokens or [""]
    return name, "".join(tokens)


@given(mutations())
def test_mutated_examples_are_held_to_every_rule(mutated: tuple[str, str]) -> None:
    name, text = mutated
    assert_sound(text.encode("utf-8", "surrogatepass"), name)


@given(mutations(), st.sampled_from(["\n", "\r\n"]))
def test_mutated_examples_are_mended_or_left_alone(mutated: tuple[str, str], end: str) -> None:
    name, text = mutated
    data = text.replace("\n", end).encode("utf-8", "surrogatepass")
    workspace = read(data, name)
    results = mend(held(workspace), workspace, unsafe=True)
    assert [each for each in results if not keeps_its_word(each, name)] == []


def keeps_its_word(mended: Mended, name: str) -> bool:
    """Whether what is refused has a reason, what is made shows, and no finding of it is left."""
    left = {d.message for d in held(read(mended.source.data, name)).diagnostics}
    done = {d.message for d in mended.made if d.rule.name == "unwritten-id"}
    changed = mended.file.source is not None and mended.source != mended.file.source
    explained = all(refusal.reason for refusal in mended.refused)
    return explained and changed == bool(mended.made) and not done & left


@given(
    st.recursive(
        st.text(max_size=8) | st.sampled_from(_PLANTED) | st.none() | st.booleans() | st.floats(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(_PLANTED) | st.text(max_size=5), inner, max_size=4)
        ),
        max_leaves=20,
    )
)
def test_any_json_is_held_to_every_rule(value: object) -> None:
    whole = {"title": "T", "steps": [value], "personas": value, "stages": value, "uses": value}
    for content in (value, whole, {"title": "T", "steps": [{"action": "a", "next": value}]}):
        assert_sound(json.dumps(content).encode(), "any.journey.yaml")
