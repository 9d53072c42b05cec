"""Which fields take numbers, which texts are some, and which are off their field's scale."""

from journeymap.model.between import Leak
from journeymap.model.fields import Leaf, Namespace, Ref, Shape, shapes
from journeymap.model.languages import labelled
from journeymap.model.scalars import ValueProblem, read_number
from journeymap.model.spoken_numbers import thousands_help
from journeymap.model.spoken_ratings import is_rating
from journeymap.quick_pattern import pattern
from journeymap.reading import decimal_commas
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Scalar

NUMERIC = frozenset({Leaf.RATING, Leaf.EXPECTED, Leaf.NUMBER, Leaf.MEASURE, Leaf.SHARE})
"""Kinds of field that take a number."""
_POINTED = pattern(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")
_SHORT_NAMES = frozenset({"tags", "systems", "team"})
"""Lists of names, however they are said."""
_WITH_COMMA = frozenset({"es", "pl"})
"""Languages whose decimal sign is a comma."""


def is_off(shape: Shape, value: object) -> bool:
    """Tells whether a number is off its field's scale."""
    low, high = shape.minimum, shape.maximum
    return isinstance(value, int | float) and (
        (low is not None and value < low) or (high is not None and value > high)
    )


def takes_numbers(shape: Shape) -> bool:
    """Tells whether a single number serves as an item of a list."""
    if part := shape.part:
        return any(shapes(part)[name].kind in NUMERIC for name in part.shorthand)
    return shape.kind in NUMERIC


def takes_texts(shape: Shape) -> bool:
    """Tells whether an item of a list may be a text of the analyst's own, and no name or value."""
    if part := shape.part:
        return any(shapes(part)[name].kind is Leaf.TEXT for name in part.shorthand[-1:])
    return shape.kind is Leaf.TEXT and shape.name not in _SHORT_NAMES


def is_step(shape: Shape) -> bool:
    """Tells whether a field names a step, where a number is told as one that names none."""
    return isinstance(shape.kind, Ref) and shape.kind.to is Namespace.STEP


def is_number(scalar: Scalar) -> bool:
    """Tells whether a text is a number, a share or a rating, if need be with a decimal comma."""
    if is_rating(scalar):
        return True
    bare = scalar.strip().removesuffix("%")
    try:
        read_number(decimal_commas.with_point(bare) or bare)
    except ValueProblem:
        return False
    return True


def in_doubt(shape: Shape, tree: Scalar, language: str) -> Said | None:
    """Says what else a number may mean that its field takes; None where it is clear.

    Args:
        shape: the field.
        tree: the number.
        language: the map's.
    """
    text = tree.strip()
    if text == "1" and shape is shapes(Leak)["share"]:
        return "1 is read as everybody (100 %)", "write 1 % if one of a hundred leaves, else 100 %"
    if shape.kind is Leaf.DURATION:
        return _long_time(text)
    if shape.kind not in {Leaf.NUMBER, Leaf.MEASURE} or not (help_ := thousands_help(text)):
        return None
    # Three decimals are rare; where a comma is the decimal sign, a point parts thousands.
    if not text.endswith("0") and labelled(language) not in _WITH_COMMA:
        return None
    return f"{text} is read as {float(text.replace('−', '-')):g}", help_


def _long_time(text: str) -> Said | None:
    """Says how a time with three digits behind a point is read: nobody measures so finely."""
    found = _POINTED.search(text) if "." in text else None
    help_ = thousands_help(found[0]) if found else ""
    if not found or not help_:
        return None
    unit = text[found.end() :]
    joined, pointed = found[0].replace(".", ""), f"{float(found[0]):g}"
    help_ = f"write {joined}{unit} if the point parts thousands, {pointed}{unit} if it does not"
    return f"{text} is read as {pointed}{unit}", help_
