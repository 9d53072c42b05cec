"""Graphs of numbered nodes: what is reached, what lies in a loop, what comes later."""

from collections.abc import Collection, Iterator, Sequence

from journeymap.quick_dataclass import dataclass

Successors = Sequence[Sequence[int]]
"""Per node the nodes that an edge leads to, by number."""


def reach(
    successors: Successors, starts: Collection[int], stops: Collection[int] = ()
) -> frozenset[int]:
    """Returns the nodes that are reached from some nodes, these included.

    Args:
        successors: the graph.
        starts: where the ways begin.
        stops: nodes that may be reached, and that no way leads on from.
    """
    seen = set(starts)
    waiting = list(starts)
    ends = frozenset(stops)
    while waiting:
        node = waiting.pop()
        if node in ends:
            continue
        new = set(successors[node]) - seen
        seen |= new
        waiting += new
    return frozenset(seen)


def components(successors: Successors) -> tuple[tuple[int, ...], ...]:
    """Returns the strongly connected components, each in order of its nodes.

    A component comes after all that it leads to. Source: Tarjan, Depth-first search and linear
    graph algorithms, SIAM Journal on Computing 1 (2), 1972; without recursion.
    """
    found: list[tuple[int, ...]] = []
    entered: dict[int, int] = {}
    lowest: dict[int, int] = {}
    held: list[int] = []
    done: set[int] = set()
    for root in range(len(successors)):
        walk = [] if root in entered else [_enter(root, successors, entered, lowest, held)]
        while walk:
            node, rest = walk[-1]
            following = next((other for other in rest if other not in done), None)
            if following is None:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == entered[node]:
                    found.append(_release(node, held, done))
            elif following in entered:
                lowest[node] = min(lowest[node], entered[following])
            else:
                walk.append(_enter(following, successors, entered, lowest, held))
    return tuple(found)


def _enter(
    node: int,
    successors: Successors,
    entered: dict[int, int],
    lowest: dict[int, int],
    held: list[int],
) -> tuple[int, Iterator[int]]:
    entered[node] = lowest[node] = len(entered)
    held.append(node)
    return node, iter(successors[node])


def _release(node: int, held: list[int], done: set[int]) -> tuple[int, ...]:
    component: set[int] = set()
    while node not in component:
        component.add(held.pop())
    done |= component
    return tuple(sorted(component))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What comes before what, whichever way is taken.

    Attributes:
        component: per node the number of its strongly connected component.
        reached: per component those that are reached from it, a bit each, itself included.
    """

    component: tuple[int, ...]
    reached: tuple[int, ...]

    def leads(self, node: int, to: int) -> bool:
        """Tells whether a way leads from a node to another one; to itself it always does."""
        return bool(self.reached[self.component[node]] >> self.component[to] & 1)

    def is_later(self, node: int, than: int) -> bool:
        """Tells whether a way leads from `than` to the node, and none back from it."""
        return self.component[node] != self.component[than] and self.leads(than, to=node)


def order(successors: Successors) -> Order:
    """Returns the order of the nodes, for any number of questions."""
    component = [0] * len(successors)
    reached: list[int] = []
    for number, nodes in enumerate(components(successors)):
        for node in nodes:
            component[node] = number
        reached.append(1 << number)
        for other in (other for node in nodes for other in successors[node]):
            reached[number] |= reached[component[other]]
    return Order(component=tuple(component), reached=tuple(reached))
