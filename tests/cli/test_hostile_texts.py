"""Whatever somebody writes into a map, a terminal and a browser only ever show it."""

import html
import json
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from ruamel.yaml import YAML
from tests.cli.processes import on_a_terminal
from tests.cli.running import MAP, CommandLine

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXTS = frozenset(
    {
        *("title", "purpose", "scope", "goal", "owner", "name", "segment", "quote", "need"),
        *("thought", "touchpoint", "text", "why", "note", "label", "unit", "action"),
    }
)
"""Fields of free text."""
ESCAPES = {
    "colour": "\x1b[31mred",
    "link": "\x1b]8;;https://evil.example\x07here\x1b]8;;\x07",
    "title": "\x1b]0;owned\x07",
    "c1": "\x9b31mred",
    "bell": "ding\x07",
    "back": "safe\b\b\b\bevil",
    "override": "abc\u202egnp.exe",
    "isolate": "abc\u2066x",
}
SHOWN = {
    "rich": "[bold red]x[/bold red] [link=https://evil.example]y[/link] [/] :smile:",
    "html": '<script>alert(1)</script><img src=x onerror="x">&amp;&lt;b&gt;<!-- ]]>',
    "dot": 'x"]; } \\N \\G \\l \\r <b>y</b> a -> b /* " \\',
    "markdown": "`x` **y** ![z](https://evil.example/z.png)",
}
"""Texts that must stay what they are."""


def everywhere(text: str, value: Any = None, key: str = "") -> Any:  # noqa: ANN401 - YAML
    """An example with this text in each of its texts; each stays told from its siblings."""
    if isinstance(value, dict):
        return {name: everywhere(text, inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [everywhere(text, inner, key) for inner in value]
    if isinstance(value, str) and key in TEXTS:
        return f"{text} {value}"
    return value if isinstance(value, bool | int | float | None) else str(value)


@cache
def source(file: str) -> Any:  # noqa: ANN401 - YAML
    return YAML(typ="safe").load((EXAMPLES / file).read_text(encoding="utf-8"))


def hostile(cli: CommandLine, text: str, name: str = "diabetes-care-pathway") -> None:
    """Writes an example with this text in each of its texts, and the library that it uses."""
    for file in (f"{name}.journey.yaml", "clinic.library.yaml"):
        target = MAP if file.startswith(name) else file
        cli.write(json.dumps(everywhere(text, source(file)), ensure_ascii=False), target)


def is_plain(text: str) -> bool:
    return re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None


def _both(cli: CommandLine, *words: str) -> str:
    done = cli(*words)
    return done.out + done.err


def _slides(cli: CommandLine) -> str:
    """All that is written on and below the slides of a presentation."""
    if cli("render", MAP, "-o", "deck.pptx").code:
        return ""  # what YAML does not allow is refused, and lint says so
    with zipfile.ZipFile(cli.folder / "deck.pptx") as package:
        return "".join(
            package.read(name).decode()
            for name in package.namelist()
            if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes", "docProps/core"))
        )


COMMANDS: tuple[Callable[[CommandLine], str], ...] = (
    lambda cli: _both(cli, "lint", MAP, "--profile", "published"),
    lambda cli: cli("lint", MAP, "--output-format", "concise", "--profile", "published").out,
    lambda cli: cli("lint", MAP, "--output-format", "json", "--profile", "published").out,
    lambda cli: _both(cli, "show", MAP),
    lambda cli: cli("show", MAP, "--format", "json").out,
    lambda cli: cli("render", MAP, "-o", "-").out,
    lambda cli: cli("render", MAP, "-o", "-", "--format", "dot").out,
    lambda cli: cli("render", MAP, "-o", "-", "--format", "html").out,
    lambda cli: cli("render", MAP, "-o", "-", "--format", "md").out,
    _slides,
    lambda cli: cli("lint", MAP).err,
)


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("command", COMMANDS)
def test_control_characters_reach_no_output(
    command: Callable[[CommandLine], str], name: str, cli: CommandLine
) -> None:
    hostile(cli, ESCAPES[name])
    assert is_plain(command(cli))


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("command", COMMANDS[:3])
def test_control_characters_in_keys_and_references(
    command: Callable[[CommandLine], str], name: str, cli: CommandLine
) -> None:
    said = json.dumps(ESCAPES[name])
    cli.write(
        f"title: T\n{said}: x\nuses: {said}\ndesired: {said}\npersona: {said}\n"
        f"steps: [{{action: a, actor: {said}, {said}: {said}, emotion: {{{said}: 1}}}}]\n"
    )
    out = command(cli)
    assert out
    assert is_plain(out)


def _written(picture: str) -> str:
    root = ET.fromstring(picture)  # noqa: S314 - written by this tool
    return " ".join(root.itertext())


@pytest.mark.parametrize("name", SHOWN)
def test_pictures_hold_texts_as_texts(name: str, cli: CommandLine) -> None:
    hostile(cli, SHOWN[name], "ten-minute-workshop")
    picture = cli("render", MAP, "-o", "-").out
    root = ET.fromstring(picture)  # noqa: S314 - written by this tool
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {
        "svg", "title", "desc", "g", "a", "text", "path", "polygon", "circle", "rect",
    }  # fmt: skip
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [attribute for attribute in attributes if attribute.startswith("on")]
    assert "<script" not in picture
    assert "<!--" not in picture
    assert " ".join(SHOWN[name].split()) in " ".join(_written(picture).split())


@pytest.mark.parametrize("name", SHOWN)
def test_the_engines_language_is_not_left(name: str, cli: CommandLine) -> None:
    """With and without the text there are as many statements, and the engine takes them all."""
    counts = []
    for text in ("Quiet words", SHOWN[name]):
        hostile(cli, text, "ten-minute-workshop")
        dot = cli("render", MAP, "-o", "-", "--format", "dot").out
        strings = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
        counts.append(set(re.findall(r"[{};\[\]]|->", strings.sub("_", dot))))
        assert "<" not in strings.sub("_", dot)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", SHOWN)
def test_the_terminal_map_holds_texts_as_texts(name: str, cli: CommandLine) -> None:
    hostile(cli, SHOWN[name], "ten-minute-workshop")
    out = cli("show", MAP).out
    first = SHOWN[name].split()[0]
    assert first in re.sub(r"-?\n *", "", out) or first in out
    assert json.loads(cli("show", MAP, "--format", "json").out)
    assert html.unescape(first) in out or first in out


def test_a_terminal_gets_colours_only_from_us(cli: CommandLine) -> None:
    for text in (*ESCAPES.values(), *SHOWN.values()):
        hostile(cli, text, "ten-minute-workshop")
        for command in ("show", "lint"):
            seen = on_a_terminal(command, MAP, folder=cli.folder)
            plain = re.sub(r"\x1b\[[0-9;]*m", "", seen)
            assert is_plain(plain)
            assert "Traceback" not in plain


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "\\\\\\\\evil\\\\x",
        " javascript:x",
        "https://ok.example/\\u0001",
    ],
)
def test_links_lead_where_links_may(link: str, cli: CommandLine) -> None:
    cli.write(
        "journeymap: 1\ntitle: T\n"
        f'evidence: [{{id: e, kind: survey, link: "{link}"}}]\nbased_on: e\n'
        "steps: [{action: Calls, evidence: e, emotion: pleased, pains: [{text: p, evidence: e}]}]\n"
    )
    assert cli("lint", MAP).code == 1
    assert not targets(cli)


@pytest.mark.parametrize(
    "link", ["https://ok.example/a?b=c&d", "mailto:a@ok.example", "notes/x.md"]
)
def test_links_are_drawn(link: str, cli: CommandLine) -> None:
    cli.write(
        f"title: T\nevidence: [{{id: e, kind: survey, link: '{link}'}}]\n"
        "steps: [{action: Calls, evidence: e}]\n"
    )
    assert targets(cli) == {link}


def targets(cli: CommandLine) -> set[str]:
    """Where the links of a picture lead."""
    root = ET.fromstring(cli("render", MAP, "-o", "-").out)  # noqa: S314 - written by this tool
    return {
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name.endswith("href")
    }
