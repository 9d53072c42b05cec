"""What is more than a map may hold: steps, and personas who go them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.findings import Finding, Mark
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import Node as Tree

MOST_STEPS = 10_000
"""How many steps a map may have: some three hundred times as many as can be read as one journey."""
MOST_LIVED = 10_000
"""How many steps there may be for its personas together, as each goes a way of her own."""


def too_many(root: Tree, data: Mapping[str, Any]) -> Iterator[Finding]:
    """Finds that a map has too many steps, or too many personas who go them.

    Args:
        root: what was written.
        data: the same in full form, as plain data.
    """
    steps = sum(map(_steps, (data, *_listed(data, "stages"))))
    people = len(_listed(data, "persona"))
    if steps > MOST_STEPS:
        message = f"the map has {steps:,} steps; more than {MOST_STEPS:,} are not read"
        yield _finding(root, "stages" if "stages" in data else "steps", message, "part it into")
    elif people > 1 and people * steps > MOST_LIVED:
        message = (
            f"{people:,} personas go {steps:,} steps; more than {MOST_LIVED:,} steps of "
            "personas together are not read"
        )
        yield _finding(root, "persona", message, "make of it")


def _finding(root: Tree, field: str, message: str, what: str) -> Finding:
    keys = root if isinstance(root, TreeMapping) else ()
    return Finding(
        code="JM007",
        message=message,
        help=f"{what} several maps, and put what they share into a library (uses:)",
        span=next((key.span for key in keys if key == field), root.span),
        mark=Mark.VALUE,
    )


def _steps(part: Any) -> int:  # noqa: ANN401 - whatever stands there
    return len(_listed(part, "steps"))


def _listed(part: Any, field: str) -> Sequence[Any]:  # noqa: ANN401 - whatever stands there
    found = part.get(field) if isinstance(part, dict) else None
    return found if isinstance(found, list | tuple) else ()
