"""What was meant by a value that its field cannot take."""

from journeymap.findings import Applicability, Fix
from journeymap.model.fields import Leaf
from journeymap.model.scalars import ValueProblem
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


def pointed_number(leaf: Leaf, text: str) -> str:
    """Returns a number with a point for its decimal comma; empty where it has none."""
    return decimal_commas.with_point(text) if leaf in _DECIMAL else ""
