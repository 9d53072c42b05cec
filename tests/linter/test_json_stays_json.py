"""A map written as JSON is JSON, in the same style, after every fix."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.linter.mending import outcome
from tests.linter.slips import EXAMPLES, KINDS, Mending, planted, words

from journeymap.linter.add_ignores import with_ignores
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping, Node, Scalar
from journeymap.text.source import Source

STYLES: list[dict[str, Any]] = [
    {},
    {"indent": 2},
    {"indent": 4, "ensure_ascii": False},
    {"separators": (",", ":")},
]
SMALL = [path for path in EXAMPLES if path.name.startswith(("hotel", "ten-minute", "przychodnia"))]
RULES = ("JM0", "JM1", "unwritten-id")
MESSY = {
    "titel": "Clínica",
    "channels": ["Fax", "Telex", "Mail"],
    "steps": [
        "Books",
        {"action": "Calls", "chanel": "fax", "emotoin": "anxios", "importanc": 5},
        {"action": "Waits", "offstage": "yes", "moment": "critcal", "pains": ["Long"]},
    ],
}


def dumped(content: object, style: int) -> str:
    return json.dumps(content, **STYLES[style])


def plain(node: Node) -> object:
    """A part of a map as JSON writers get it: texts, numbers, true and false."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.items()}
    if not isinstance(node, Scalar):
        return [plain(item) for item in node]
    try:
        value: object = json.loads(node)
    except ValueError:
        return str(node)
    return value if not node.quoted and isinstance(value, int | float) else str(node)


@cache
def as_json(path: Path, style: int) -> str:
    root = parse(Source(name=path.name, text=path.read_text(encoding="utf-8"))).root
    assert root is not None
    return json.dumps(plain(root), **{**STYLES[style], "ensure_ascii": False})


@pytest.mark.parametrize("style", range(len(STYLES)))
def test_all_kinds_of_fixes_leave_json_in_its_style(style: int) -> None:
    found = outcome(dumped(MESSY, style), *RULES, unsafe=True)
    text = found.changed[0][1].text
    assert text == dumped(json.loads(text), style)
    assert json.loads(text) == {
        "journeymap": 1,
        "title": "Clínica",
        "channels": ["Fax"],
        "steps": [
            {"id": "books", "action": "Books"},
            {
                "id": "calls",
                "action": "Calls",
                "channel": "fax",
                "emotion": "anxious",
                "importance": 5,
            },
            {
                "id": "waits",
                "action": "Waits",
                "offstage": "true",
                "moment": "critical",
                "pains": [{"id": "long", "text": "Long"}],
            },
        ],
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"titel": "A", "steps": ["B"]} # ours',
        '{"titel": "A", steps: ["B"]}',
        "{titel: A, steps: [B]}",
        '{"titel": "A", "steps": ["B",]}',
    ],
)
def test_what_only_looks_like_json_is_mended_as_yaml(text: str) -> None:
    found = outcome(text)
    assert found.changed[0][1].text == text.replace("{", "{journeymap: 1, ", 1).replace(
        "titel", "title"
    )


@pytest.mark.parametrize("text", ['{"title": "A", "steps": [{"action": "B", "wiat": "3 weeks"}]}'])
def test_what_is_held_back_in_json_says_why(text: str) -> None:
    found = outcome(text, "JM0", "JM6")
    assert "wiat" in found.changed[0][1].text
    assert [each.reason[:30] for each in found.refused] == ["it would bring a new finding: "]


@pytest.mark.parametrize("style", range(len(STYLES)))
def test_no_comment_is_written_into_json(style: int) -> None:
    document = parse(Source(name="a", text=dumped(MESSY, style)))
    done = with_ignores(document, {1: ("missing-need",)}, "agreed")
    assert (done.source, done.insertions, done.refused) == (document.source, (), (1,))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    path=st.sampled_from(SMALL),
    style=st.integers(0, len(STYLES) - 1),
    kind=st.sampled_from(KINDS),
    seed=st.integers(0, 2**16),
    unsafe=st.booleans(),
)
def test_examples_with_slips_stay_json(
    path: Path, style: int, kind: str, seed: int, unsafe: bool
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    text = as_json(path, style)
    quoted = [word for word in words(path.name, text)[kind] if word.quoted]
    assume(quoted)
    slip = planted(path, text, kind, [chance.choice(quoted)], chance)
    done = Mending(slip, unsafe=unsafe)
    mended = done.data.decode("utf-8-sig").replace("\r\n", "\n")
    content = json.loads(mended)
    assert mended.rstrip("\n") == json.dumps(content, **{**STYLES[style], "ensure_ascii": False})
    assert unsafe or done.data in {slip.right, slip.wrong}
    assert done.errors <= done.errors_before
