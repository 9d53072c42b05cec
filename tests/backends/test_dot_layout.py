"""Graphs as `dot` sets them: in a row, upper edges level, lines from place to place."""

from itertools import pairwise

import pytest

from journeymap.backends.formats import Engine
from journeymap.backends.graphviz import laid_out
from journeymap.views.kit.layouter import Edge, Graph, Laid, Node, Port

NODES = (
    Node(size=(100, 200), left=(), right=(30.0, 90.0, 170.0)),
    Node(size=(120, 80), left=(20.0,), right=(40.0,)),
    Node(size=(100, 150), left=(10.0, 60.0, 140.0), right=()),
)
EDGES = (
    Edge(start=Port(node=0, right=True, place=0), stop=Port(node=2, right=False, place=2)),
    Edge(start=Port(node=0, right=True, place=1), stop=Port(node=1, right=False, place=0),
         label=(30, 12)),
    Edge(start=Port(node=1, right=True, place=0), stop=Port(node=2, right=False, place=0)),
)  # fmt: skip


def at(laid: Laid, port: Port) -> tuple[float, float]:
    node, (x, y) = NODES[port.node], laid.nodes[port.node]
    return x + node.size[0] * port.right, y + (node.right if port.right else node.left)[port.place]


@pytest.mark.parametrize("engine", Engine)
def test_lines_lead_from_place_to_place(engine: Engine) -> None:
    laid = laid_out(Graph(nodes=NODES, edges=EDGES), engine)
    for edge, line in zip(EDGES, laid.edges, strict=True):
        assert line[0] == pytest.approx(at(laid, edge.start), abs=1.5)
        assert line[-1] == pytest.approx(at(laid, edge.stop), abs=1.5)
        assert len(line) % 3 == 1
    assert [y for _, y in laid.nodes] == pytest.approx([0, 0, 0], abs=1.5)
    ends = [(x, x + node.size[0]) for (x, _), node in zip(laid.nodes, NODES, strict=True)]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert ends[-1][1] == pytest.approx(laid.size[0], abs=1)


def test_one_node_needs_no_lines() -> None:
    laid = laid_out(Graph(nodes=NODES[:1], edges=()))
    assert laid.size == pytest.approx((100, 200), abs=1)
    assert laid.edges == ()
