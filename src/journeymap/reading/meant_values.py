"""What was meant by a value that its field cannot take."""

from journeymap.findings import Applicability, Fix
from journeymap.model.fields import Leaf
from journeymap.model.scalars import Dialect, ValueProblem, read_scalar
from journeymap.reading import decimal_commas
from journeymap.reading.numbers import NUMERIC
from journeymap.text.changes import Replace
from journeymap.text.nodes import Scalar

_DECIMAL = NUMERIC | {Leaf.DURATION, Leaf.FEELING}


def meant_fix(problem: ValueProblem, tree: Scalar) -> Fix | None:
    """Returns the fix that writes the value which was meant; a guess is an unsafe one."""
    if not problem.meant:
        return None
    by = Applicability.SAFE if problem.is_sure else Applicability.UNSAFE
    changes = (Replace(at=tree.span, text=problem.meant),)
    return Fix(title=f"write {problem.meant}", changes=changes, applicability=by)


def pointed_help(leaf: Leaf, text: str, dialect: Dialect) -> str:
    """Returns what to write for a number with a decimal comma; empty where it has none.

    Args:
        leaf: what the field takes.
        text: what stands there.
        dialect: what the map's own settings change.
    """
    pointed = decimal_commas.with_point(text) if leaf in _DECIMAL else ""
    if not pointed:
        return ""
    problem = _problem(leaf, pointed, dialect)
    if problem is None:
        return f"write {pointed}, with a point"
    if leaf is Leaf.SHARE and _problem(leaf, f"{pointed} %", dialect) is None:
        return f"write {pointed} %, with a point and the sign"
    return problem.help


def _problem(leaf: Leaf, text: str, dialect: Dialect) -> ValueProblem | None:
    try:
        read_scalar(leaf, text, dialect)
    except ValueProblem as problem:
        return problem
    return None
