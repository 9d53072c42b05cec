"""Graphs laid out by Graphviz's `dot`: a graph → its language → the places it answers.

No word of a user is in the source: nodes are boxes of a size, labels are room for words.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from journeymap.views.kit.layouter import Edge, Graph, Laid, Node, Port, Size
from journeymap.views.kit.scene import Point

_BARE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
_HEAD = (
    "digraph {",
    "rankdir=LR; nodesep=0.28; ranksep=0.3; splines=true;",
    'node [shape=plain]; edge [dir=none, fontname="Helvetica"];',
)
_HIGH = 4
"""Height of the cell in whose middle a place is, in points; `dot` takes whole ones."""


def layout(graph: Graph, run: Callable[[str], bytes]) -> Laid:
    """Returns a graph in place.

    Args:
        graph: the graph.
        run: has `dot` answer a source in JSON.
    """
    return _read(graph, json.loads(run("\n".join(_lines(graph)))))


def _lines(graph: Graph) -> Iterator[str]:
    yield from _HEAD
    yield from (_node(i, node) for i, node in enumerate(graph.nodes))
    for i in range(len(graph.nodes) - 1):  # upper edges in a row, however lines lead up and down
        yield f"n{i}:t:e -> n{i + 1}:t:w [style=invis, weight=1000];"
    yield from (_edge(i, edge) for i, edge in enumerate(graph.edges))
    yield "}"


def _node(number: int, node: Node) -> str:
    """Writes a box as a table of two columns, with a small cell for each place at its sides."""
    top = _cell(' PORT="t"', node.size[0], 1)
    sides = "".join(
        f"<TD><TABLE {_BARE}>{_side(letter, places, node.size)}</TABLE></TD>"
        for letter, places in (("l", node.left), ("r", node.right))
    )
    both = f"<TABLE {_BARE}><TR>{sides}</TR></TABLE>"
    return f"n{number} [label=<<TABLE {_BARE}>{top}<TR><TD>{both}</TD></TR></TABLE>>];"


def _side(letter: str, places: Sequence[float], size: Size) -> str:
    rows, at = [], 1
    for number, place in enumerate(places):
        top = max(at, round(place) - _HIGH // 2)
        rows += [_cell("", size[0] / 2, top - at)] if top > at else []
        rows.append(_cell(f' PORT="{letter}{number}"', size[0] / 2, _HIGH))
        at = top + _HIGH
    return "".join([*rows, _cell("", size[0] / 2, max(1, round(size[1]) - at))])


def _cell(port: str, wide: float, high: float) -> str:
    fixed = f'FIXEDSIZE="TRUE" WIDTH="{wide:.0f}" HEIGHT="{high:.0f}"'
    return f"<TR><TD{port} {fixed}></TD></TR>"


def _edge(number: int, edge: Edge) -> str:
    room = f", label=<<TABLE {_BARE}>{_cell('', *edge.label)}</TABLE>>" if edge.label else ""
    return f'{_port(edge.start)} -> {_port(edge.stop)} [id="e{number}"{room}];'


def _port(port: Port) -> str:
    letter, side = ("r", "e") if port.right else ("l", "w")
    return f"n{port.node}:{letter}{port.place}:{side}"


def _read(graph: Graph, answer: Mapping[str, Any]) -> Laid:
    """Reads places, and turns y over: `dot` counts it upwards."""
    left, low, right, top = map(float, answer["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")
        return float(x) - left, top - float(y)

    nodes = {each["name"]: each for each in answer["objects"]}
    edges = {each["id"]: each for each in answer.get("edges", ()) if "id" in each}
    corners = []
    for number, node in enumerate(graph.nodes):
        x, y = point(nodes[f"n{number}"]["pos"])
        corners.append((x - node.size[0] / 2, y - node.size[1] / 2))
    return Laid(
        size=(right - left, top - low),
        nodes=tuple(corners),
        edges=tuple(
            tuple(map(point, edges[f"e{i}"]["pos"].split())) for i in range(len(graph.edges))
        ),
    )
