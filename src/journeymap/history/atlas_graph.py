"""The catalogue of maps as a graph that Graphviz reads: what leads where."""

from collections.abc import Iterator
from pathlib import Path

from journeymap.history.atlas import Atlas, Entry
from journeymap.model.fields import FileKind
from journeymap.text.source import visible
from journeymap.workspace.files import Link

_STYLES = {"desired": "dashed", "uses": "dotted"}
"""Of edges, by the field that leads; a step leads to its map by a plain one."""
_CONTRADICTS = "#b00020"


def dot(atlas: Atlas) -> str:
    """Returns maps and libraries with what leads from one to the other, in Graphviz's DOT.

    A plain edge leads from a step to its map, and is red where both say otherwise; a dashed one to
    the desired map, a dotted one to a library.
    """
    shown = {entry.file.path: entry.file.shown for entry in atlas.entries}
    lines = [_node(entry) for entry in atlas.entries]
    edges = [edge for entry in atlas.entries for edge in _edges(atlas, entry, shown)]
    used = {
        link.target
        for e in atlas.entries
        for link in e.file.links
        if link.target in atlas.libraries
    }
    lines += [
        f"  {_quoted(name)} [shape=folder];"
        for path, name in atlas.libraries.items()
        if path in used
    ]
    head = ("digraph atlas {", "  rankdir=LR;", '  node [shape=box, fontname="Arial"];')
    font = '  edge [fontname="Arial", fontsize=10];'
    return "\n".join((*head, font, *lines, *dict.fromkeys(edges), "}", ""))


def _node(entry: Entry) -> str:
    title = entry.journey_map.journey.title if entry.journey_map else entry.file.shown
    return f"  {_quoted(entry.file.shown)} [label={_quoted(title)}];"


def _edges(atlas: Atlas, entry: Entry, shown: dict[Path, str]) -> Iterator[str]:
    at_odds = {
        each.related[0].file.path.raw
        for each in atlas.contradictions
        if each.file.path.raw == str(entry.file.path)
    }
    names = {**shown, **atlas.libraries}
    for link in entry.file.links:
        if link.kind not in {FileKind.JOURNEY, FileKind.LIBRARY} or link.target not in names:
            continue
        said = [f"style={_STYLES.get(str(link.route[0]), 'solid')}"]
        if step := _step(entry, link):
            said.append(f"label={_quoted(step)}")
            said += [f'color="{_CONTRADICTS}"'] if str(link.target) in at_odds else []
        ends = f"{_quoted(entry.file.shown)} -> {_quoted(names[link.target])}"
        yield f"  {ends} [{', '.join(said)}];"


def _step(entry: Entry, link: Link) -> str:
    """Returns the step from which a link leads; "" where the map itself does."""
    is_step = entry.journey_map is not None and link.route[-1:] == ("journey",)
    return entry.journey_map.step_at(link.route).label if entry.journey_map and is_step else ""


def _quoted(text: str) -> str:
    return '"' + visible(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
