"""What changed on a map as a Mermaid flowchart, which code hosts draw in comments."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.compare.difference import Differences, How
from journeymap.compare.pairing import Pair, pair
from journeymap.compare.record import Key, Kind
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import visible
from journeymap.views.kit.scripts import clusters

_PLAIN = re.compile(r"[\w .,!?'/–—-]", re.UNICODE)
"""What a label may hold as it is; all else is written as a number, since `#`, `;`, quotes, brackets
and percent signs mean something to Mermaid, inside of quotes too."""
_LONGEST = 48
"""Characters of a label; the rest of a longer name stands in the text."""
_AROUND = 1
"""Steps that stay as they are and are shown beside one that does not."""
_MOST = 60
"""Nodes of a picture at most; larger ones are not read."""
_STYLES = (
    "classDef added fill:#e3f2ec,stroke:#127a4b,color:#16202c,stroke-width:2px",
    "classDef removed fill:#fbe9e4,stroke:#9a2410,color:#16202c,stroke-dasharray:5 3",
    "classDef changed fill:#fdf3d8,stroke:#9a5b00,color:#16202c,stroke-width:2px",
    "classDef moved fill:#e3ecf6,stroke:#1f4e86,color:#16202c,stroke-width:2px",
    "classDef same fill:#f0f3f6,stroke:#aab4c0,color:#55606e",
)
_WORDS = {"added": "new", "removed": "left out", "moved": "moved", "changed": "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A step of the picture, or several that stay as they are."""

    stage: str
    text: str
    kind: str


def fence(found: Differences) -> str:
    """Returns the picture in its fence; "" where no step changed."""
    nodes = _shortened(list(_nodes(found)))
    if all(node.kind == "same" for node in nodes):
        return ""
    lines = [*_drawn(nodes), *(f"  {style}" for style in _STYLES)]
    return "\n".join(("```mermaid", "flowchart LR", *lines, "```"))


def _nodes(found: Differences) -> Iterator[_Node]:
    first, second = found.first.journey_map, found.second.journey_map
    kinds = _kinds(found)
    ours, theirs = (record.of(Kind.STEP) for record in (found.first, found.second))
    pairing = pair(first, second)
    for stage, group in zip(pairing.stages, pairing.pairs, strict=True):
        for each in group:
            step = each.second or each.first
            if step is not None:
                entry = (theirs if each.second else ours)[step.position]
                yield _Node(stage=stage, text=step.label, kind=_kind(each, kinds.get(entry.key)))


def _kinds(found: Differences) -> dict[Key, How]:
    """Returns what becomes of each step, by its key in the record that has it."""
    kinds: dict[Key, How] = {}
    for each in found.all:
        record = found.second if each.second else found.first
        step = next((it for it in record.around(each.entry.key) if it.kind is Kind.STEP), None)
        if step is not None:
            is_own = step.key == each.entry.key
            how = each.how if is_own and each.how is not How.RENAMED else How.CHANGED
            strong = kinds.get(step.key, How.CHANGED) is not How.CHANGED
            kinds[step.key] = kinds[step.key] if strong else how
    return kinds


def _kind(each: Pair, how: How | None) -> str:
    if each.first is None or each.second is None:
        return "added" if each.first is None else "removed"
    if how is How.MOVED:
        return "moved"
    return "same" if how is None else "changed"


def _shortened(nodes: Sequence[_Node]) -> list[_Node]:
    """Returns the steps that change with those beside them; others are counted."""
    keep = {
        j
        for i, node in enumerate(nodes)
        if node.kind != "same"
        for j in range(i - _AROUND, i + _AROUND + 1)
    }
    short: list[_Node] = []
    for is_kept, run in groupby(enumerate(nodes), key=lambda pair: pair[0] in keep):
        listed = [node for _, node in run]
        if is_kept or len(listed) == 1:
            short += listed
        else:
            text = f"{len(listed)} steps as before"
            short.append(_Node(stage=listed[0].stage, text=text, kind="same"))
    if len(short) > _MOST:
        rest = len(short) - _MOST + 1
        short = [
            *short[: _MOST - 1],
            _Node(stage=short[-1].stage, text=f"and {rest} more", kind="same"),
        ]
    return short


def _drawn(nodes: Sequence[_Node]) -> Iterator[str]:
    """Yields stages as boxes of steps, then the order of the steps; what is gone has no way on."""
    numbered = list(enumerate(nodes))
    for number, (stage, run) in enumerate(groupby(numbered, key=lambda pair: pair[1].stage)):
        if stage:
            yield f'  subgraph s{number}["{escaped(stage)}"]'
        for i, node in run:
            words = f" #40;{_WORDS[node.kind]}#41;" if node.kind in _WORDS else ""
            yield f'    n{i}["{escaped(node.text)}{words}"]:::{node.kind}'
        if stage:
            yield "  end"
    stays = [i for i, node in numbered if node.kind != "removed"]
    if len(stays) > 1:
        yield f"  {' --> '.join(f'n{i}' for i in stays)}"


def escaped(text: str) -> str:
    """Returns a text as it stands in a quoted label, at most so long."""
    letters = clusters(" ".join(visible(text).split()))
    short = "".join(letters[:_LONGEST]) + ("…" if len(letters) > _LONGEST else "")
    return "".join(each if _PLAIN.match(each) else f"#{ord(each)};" for each in short) or "–"
