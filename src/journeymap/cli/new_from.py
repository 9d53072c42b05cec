"""What `journeymap new --from` begins with: an outline, or the map as it is."""

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from journeymap.cli.console import STDIN, chosen, fail, open_files, read_stdin
from journeymap.model.journey import State
from journeymap.templates.not_outlines import other_kind
from journeymap.templates.outline import parse_outline
from journeymap.templates.starter import outline_to_yaml
from journeymap.text.source import MOST_BYTES
from journeymap.workspace.paths import JOURNEY_ENDINGS, leads_outside, straight
from journeymap.workspace.storage import read_bytes

_MISTAKES = frozenset({"JM001", "JM002", "JM003", "JM004", "JM005", "JM007"})
"""Findings behind which a part of a map may not have been read."""


class Said(NamedTuple):
    """What was said of the map on the command line."""

    title: str | None
    persona: str | None
    language: str | None


def from_file(source: Path, target: Path, said: Said, title: str) -> tuple[str, str]:
    """Returns the text of a new map, and what there is to say below what was written.

    Args:
        source: the outline or the map.
        target: the new map.
        said: what was said of it.
        title: its title where nobody says one.
    """
    if not source.name.endswith(JOURNEY_ENDINGS):
        return _from_outline(source, said, title), ""
    folder = source.parent.resolve()
    name = Path(os.path.relpath(target.parent.resolve() / target.name, folder)).as_posix()
    return _from_map(source, target, said), f"\nnext: add desired: {name} to {source}"


def _from_map(source: Path, target: Path, said: Said) -> str:
    """Begins the desired map of one that can be read."""
    from journeymap.templates.desired import desired_to_yaml

    if said.persona:
        fail("a desired map has the personas of the current one: leave out --persona")
    file = open_files([source], config=chosen(None, isolated=False)).load().asked[0]
    current = file.journey_map
    mistake = next((each for each in file.findings if each.code in _MISTAKES), None)
    if current is None or mistake is not None:
        what = f": {mistake.message}" if mistake else ""
        fail(f"{source} has mistakes{what}; lint it and mend them first")
    if current.journey.state is State.DESIRED:
        fail(f"{source} is a desired map itself; name the current one")
    here, there = source.parent.resolve(), target.parent.resolve()
    uses = [Path(os.path.relpath(here / each, there)).as_posix() for each in current.journey.uses]
    return desired_to_yaml(
        current, name=source.name, title=said.title or "", language=said.language or "", uses=uses
    )


def _from_outline(outline: Path, said: Said, title: str) -> str:
    name = "standard input" if str(outline) == STDIN else str(outline)
    try:
        text = _read(outline).decode("utf-8-sig")
    except UnicodeDecodeError:
        fail(f"{name} is not UTF-8; save it again with that encoding")
    if kind := other_kind(text):
        fail(f"{name} holds {kind}; --from reads plain lines: headings, and below them steps")
    parsed = parse_outline(text)
    if not any(section.steps for section in parsed.stages):
        fail(f"{name} has no line that could be a step; write headings and lines below them")
    # What was said on the command line counts more than what the outline says.
    named = replace(
        parsed, title=said.title or parsed.title, persona=said.persona or parsed.persona
    )
    return outline_to_yaml(named, title=title, persona="", language=said.language or "")


def _read(outline: Path) -> bytes:
    if str(outline) != STDIN and leads_outside(straight(outline)):
        fail(f"{outline} is a link that leads out of the repository: move the file into it")
    data = read_stdin() if str(outline) == STDIN else read_bytes(outline)
    if len(data) > MOST_BYTES:
        fail(f"{outline} has more than {MOST_BYTES // 1_000_000} MB, far more than an outline")
    return data
