"""Graphs, held against what follows from their definitions in small ones."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis import graph

Graph = list[list[int]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    size = draw(st.integers(1, 7))
    node = st.integers(0, size - 1)
    return draw(st.lists(st.lists(node, max_size=3), min_size=size, max_size=size))


def closure(edges: Graph) -> list[list[bool]]:
    """Whether a node is reached from another one, itself included (Warshall)."""
    nodes = range(len(edges))
    reached = [[there == here or there in edges[here] for there in nodes] for here in nodes]
    for middle, here, there in product(nodes, repeat=3):
        reached[here][there] |= reached[here][middle] and reached[middle][there]
    return reached


@given(graphs())
def test_what_is_reached(edges: Graph) -> None:
    nodes = range(len(edges))
    expected = [{other for other in nodes if reached[other]} for reached in closure(edges)]
    assert [graph.reach(edges, [node]) for node in nodes] == expected


@given(graphs(), st.sets(st.integers(0, 6)))
def test_no_way_leads_on_from_a_stop(edges: Graph, stops: set[int]) -> None:
    cut = [[] if node in stops else targets for node, targets in enumerate(edges)]
    assert graph.reach(edges, [0], stops) == graph.reach(cut, [0])


@given(graphs())
def test_a_component_is_what_is_reached_there_and_back(edges: Graph) -> None:
    reached = closure(edges)
    nodes = range(len(edges))
    expected = {
        tuple(other for other in nodes if reached[node][other] and reached[other][node])
        for node in nodes
    }
    found = graph.components(edges)
    assert set(found) == expected
    assert sorted(node for component in found for node in component) == list(nodes)


@given(graphs())
def test_a_component_comes_after_all_that_it_leads_to(edges: Graph) -> None:
    done: set[int] = set()
    components = graph.components(edges)
    assert components
    for component in components:
        done |= set(component)
        assert {other for node in component for other in edges[node]} <= done


@given(graphs())
def test_later_is_what_a_way_leads_to_and_none_back(edges: Graph) -> None:
    reached, found = closure(edges), graph.order(edges)
    pairs = list(product(range(len(edges)), repeat=2))
    assert pairs
    for node, other in pairs:
        expected = reached[other][node] and not reached[node][other]
        assert found.is_later(node, than=other) is expected
        assert found.leads(other, to=node) is (node == other or reached[other][node])


def test_a_long_chain_needs_no_recursion() -> None:
    size = 20_000
    chain = [[node + 1] for node in range(size - 1)] + [[]]
    assert len(graph.components(chain)) == size
    assert graph.order(chain).is_later(size - 1, than=0)
    assert len(graph.components([*chain[:-1], [0]])) == 1
