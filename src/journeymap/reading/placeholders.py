"""Words that stand for what is not known yet: to YAML they are texts like any other."""

from types import MappingProxyType

from journeymap.findings import Finding, Mark
from journeymap.model.fields import Leaf, Shape
from journeymap.model.names import Route
from journeymap.quick_pattern import pattern
from journeymap.reading.value_messages import Said, expected
from journeymap.text.nodes import Scalar
from journeymap.text.source import short

_TO_DO = pattern(r"(?:TODO|TBD|FIXME|XXX)(?:\s*[:?!–-]|\s+\S)")
"""What begins with a word of programmers, in capitals, is no text of a map."""
_NOTHING = frozenset({"none", "nothing", "no", "ninguno", "ninguna", "nada", "brak", "nic"})
_COUNTED = frozenset({"pains", "gains", "opportunities"})
"""Lists whose entries are counted and shown."""
EMPTY_ENTRY: Said = (
    "an entry of the list is empty, and counts as not written",
    "write what belongs there, or delete its dash or comma",
)
"""What is said of a dash with nothing behind it."""
_LOWEST = MappingProxyType({Leaf.FEELING: "-2", Leaf.RATING: "1", Leaf.EXPECTED: "1"})
"""What two dashes may say."""
_LEAVE_OUT = "leave it out as long as nobody knows; questions: holds what the team has to find out"
_STANDING_FOR = frozenset(
    {
        *("tbd", "tba", "tbc", "t.b.d.", "n/a", "n.a.", "xxx", "...", "…", "to be defined"),
        *("to be confirmed", "to be done", "lorem ipsum", "por definir", "pendiente de definir"),
        *("do ustalenia", "do uzupełnienia", "b.d.", "--", "---", "?", "??", "???"),
    }
)
"""What people write where they know nothing, in the languages of labels; house."""


def is_placeholder(text: str) -> bool:
    """Tells whether a text only says that something is not known."""
    bare = text.strip()
    return bare.casefold() in _STANDING_FOR or bare == "TODO"  # which is "all" in Spanish


def placeholder(scalar: Scalar, route: Route) -> Finding | None:
    """Finds a text that only says that something is not known, or not there; None for all others.

    Args:
        scalar: the text.
        route: where it stands.
    """
    bare = scalar.strip()
    if is_placeholder(bare) or _TO_DO.match(bare):
        message, help_ = said_of(scalar)
    elif bare.casefold() in _NOTHING and _COUNTED.intersection(route):
        message = f'"{short(scalar)}" is read as an entry of the list, and counted as one'
        help_ = "leave the list out where there is nothing"
    else:
        return None
    return Finding(
        code="JM014",
        message=message,
        help=help_,
        route=route,
        span=scalar.span,
        mark=Mark.VALUE,
    )


def said_of(text: str) -> Said:
    """Says that what is not known counts as said."""
    return f'"{short(text)}" is read as a text: what stands here counts as known', _LEAVE_OUT


def refused(text: str, shape: Shape) -> tuple[str, Said]:
    """Says that a field cannot take what stands for nothing known, with the code of that.

    Two dashes may be a number. A feeling without a value is a warning, whatever it is.

    Args:
        text: what stands there.
        shape: the field, whose values are none of texts.
    """
    lowest = _LOWEST.get(shape.kind) if isinstance(shape.kind, Leaf) else None
    code = "JM014" if shape.kind is Leaf.FEELING else "JM002"
    if lowest and not text.strip(" -"):
        help_ = f"write {lowest} if it stands for very bad, and leave it out as long as "
        return code, (f"{text.strip()} is no number", f"{help_}nobody knows")
    takes = f"`{shape.name}` takes {expected(shape)}"
    return code, (f'"{short(text)}" says that nobody knows, and {takes}', _LEAVE_OUT)
