"""Steps, names or people that stand in a row in one text, where a list has an entry for each."""

from journeymap.model.fields import Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.names import Route
from journeymap.model.people import Person, Persona
from journeymap.model.stems import Topic, speaks_of
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.cells import several_channels
from journeymap.reading.misspelt_keys import field_for_word
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import short

_BETWEEN = pattern(r"[ \t]*(?:[;→➔➜]|->|=>)[ \t]*|,[ \t]+")
_GREATER = pattern(r"\s+[>»]\s+")
_COUPLE = pattern(
    r"(?P<one>[^\W\d_]+(?: [^\W\d_]+)?)(?:\s+(?:[Aa]nd|[YyEeIi]|[Oo]raz)\s+|\s*[/&]\s*)"
    r"(?P<other>[^\W\d_]+(?: [^\W\d_]+)?)"
)
"""Two names of people in one text."""
_FORMS_OF_ADDRESS = frozenset(
    ["mr", "mrs", "ms", "dr", "sr", "sra", "señor", "señora", "don", "pan", "pani", "państwo"]
)
"""Who is called so is named behind it: Mr and Mrs Smith."""
_ROUND = pattern(r"\((?P<inner>[^()]+,[^()]+)\)")
_OTHER_MARKS = pattern(r"[;→➔➜]|->|=>")
_MARKS = pattern(r"[,;]\s")
_SEMICOLON = pattern(r";\s+")
_TWO = 2
_ROWS = frozenset({"tags", "systems", "team", "sources", "products"})
"""Lists of short names."""
_NAMED_AFTER = frozenset(
    word
    for words in (
        "a an the my his her its our their",
        "un una el la los las su mi nuestra nuestro",
        "jego jej ich mój moja nasz nasza",
        "der die das ein eine sein seine ihr ihre le son sa il lo",
    )
    for word in words.split()
)
"""Words before who somebody is: Sheila, the neighbour."""
_OWNER = pattern(r"[^\W\d_]+(?:['’]s|s['’])")
_LEAST_STEPS = 3
"""So many parts between commas are steps, and no text with a comma in it."""
_MOST_WORDS = 3
"""A name of so many words may stand in a row of names."""
_DEFINED_BY = {
    Namespace.PERSON: "stakeholders",
    Namespace.CHANNEL: "channels",
    Namespace.INFORMATION: "information",
}
"""Lists that say which names there are: what is none of them is told as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text without quotes.

    Attributes:
        scalar: the text.
        route: where it stands.
        model: the part of the map that it belongs to.
        shape: its field.
        is_named: whether the field is written before it, rather than the list that it is one of.
    """

    scalar: Scalar
    route: Route
    model: type[Node]
    shape: Shape
    is_named: bool = False


def in_a_row(plain: Plain, root: Tree) -> list[str]:
    """Returns the steps, or the names, of a text that has them in a row."""
    listed = _listed(plain, root)
    if _are_people(plain) and _is_apposition(listed):
        listed = []
    return _couple(plain) or _past_signs(plain) or listed


def _listed(plain: Plain, root: Tree) -> list[str]:
    """Returns what stands in a row with commas, semicolons or arrows between."""
    kind = plain.shape.kind
    parts = [part.strip() for part in _BETWEEN.split(plain.scalar) if part.strip()]
    if kind is Leaf.TEXT and plain.shape.name in {"name", *_ROWS}:
        names = [part for part in parts if len(part.split()) <= _MOST_WORDS]
        capital = plain.shape.name in _ROWS or all(part[0].isupper() for part in parts)
        return parts if len(parts) > 1 and names == parts and capital else []
    if plain.shape.name == "action" and kind is Leaf.TEXT:
        arrows = len(parts) > 1 and not _MARKS.search(plain.scalar)
        if plain.is_named:  # as an action a text may be long
            begun = len(parts) >= _LEAST_STEPS or all(part[0].isupper() for part in parts)
            return parts if arrows and begun else []
        is_row = arrows or ";" in plain.scalar or len(parts) >= _LEAST_STEPS or _are_alike(parts)
        return parts if is_row and len(parts) > 1 else []
    if not isinstance(kind, Ref) or kind.to not in _DEFINED_BY or len(parts) < 2:  # noqa: PLR2004
        return []
    if is_defined(kind.to, root):
        return []
    parts = [each for part in parts for each in several_channels(part, plain.shape) or [part]]
    return [] if any(len(part.split()) > _MOST_WORDS for part in parts) else parts


def _are_people(plain: Plain) -> bool:
    """Tells whether a text with no other mark than commas names people."""
    kind = plain.shape.kind
    named = issubclass(plain.model, Person) and plain.shape.name == "name"
    meant = isinstance(kind, Ref) and kind.to is Namespace.PERSON
    return (named or meant) and _OTHER_MARKS.search(plain.scalar) is None


def _is_apposition(parts: list[str]) -> bool:
    """Tells whether a name is followed by who that is, as in Sheila, Gordon's wife.

    Where the first is told like that as well, as in Mother, Father, they are two.
    """
    return len(parts) > 1 and _says_who(parts[1]) and not _says_who(parts[0])


def _says_who(part: str) -> bool:
    """Tells whether a text says whose, how old or what to somebody a person is."""
    first = part.split(maxsplit=1)[0]
    after = first.casefold() in _NAMED_AFTER or _OWNER.fullmatch(first) is not None
    return after or any(ch.isdigit() for ch in part) or speaks_of(Topic.KIN, part)


def _couple(plain: Plain) -> list[str]:
    """Returns the names of two personas in one text, as in Ana and Luis."""
    found = _COUPLE.fullmatch(plain.scalar.strip())
    if found is None or plain.model is not Persona or plain.shape.name != "name":
        return []
    names = [found["one"], found["other"]]
    if names[0].casefold().rstrip(".") in _FORMS_OF_ADDRESS:
        return []
    return names if all(word[0].isupper() for name in names for word in name.split()) else []


def _past_signs(plain: Plain) -> list[str]:
    """Returns steps with > between them; of two, which may be a menu, only those that are alike."""
    if plain.shape.name != "action" or plain.is_named:
        return []
    parts = [part.strip() for part in _GREATER.split(plain.scalar)]
    is_row = len(parts) >= _LEAST_STEPS or (len(parts) > 1 and _are_alike(parts))
    return parts if is_row and all(parts) else []


def table_rows(lines: list[str], plain: Plain) -> Said | None:
    """Says that lines are the rows of a table; None where they are not.

    Args:
        lines: the lines below the name of a list.
        plain: the text that they are read as.
    """
    for sign, name, least in (("\t", "a tab", 2), (";", "a semicolon", 2), (",", "a comma", 3)):
        rows = [[cell.strip() for cell in line.split(sign)] for line in lines]
        if len({len(row) for row in rows}) > 1 or len(rows[0]) < least:
            continue
        known = shapes(plain.model)
        heads = [
            cell.casefold() if cell.casefold() in known else field_for_word(cell, plain.model)
            for cell in rows[0]
        ]
        if all(heads):
            cells = ", ".join(f"{head}: {cell}" for head, cell in zip(heads, rows[1], strict=True))
            each = f"write each row below the first as an entry: - {{{cells}}}"
        elif sign == ",":
            continue
        else:
            each = (
                f"write each row as an entry: - {plain.shape.name}: {short(rows[0][0])}, and its "
            )
            each += "other cells as fields of it"
        message = f"{len(rows)} rows of a table are read as one text, with {name} between cells"
        return message, each
    return None


def two_entries(plain: Plain) -> Said | None:
    """Says that two entries stand behind the name of a list, with a semicolon between.

    More than two are told wherever they stand, and names in a row as such.
    """
    is_list = plain.shape.many or not plain.is_named
    parts = [part.strip() for part in _SEMICOLON.split(plain.scalar)]
    if not is_list or plain.shape.kind is not Leaf.TEXT or len(parts) != _TWO or not all(parts):
        return None
    message = f'"{short(plain.scalar)}" is read as one entry: a semicolon parts nothing'
    listed = ", ".join(f"- {short(part)}" for part in parts)
    help_ = f"give each a line of its own below: {listed}; put it in quotes if it is one"
    return message, help_


def in_round_brackets(plain: Plain) -> Said | None:
    """Says that round brackets around several entries make no list, as square ones do."""
    found = _ROUND.fullmatch(plain.scalar.strip())
    if found is None or (plain.is_named and not plain.shape.many):
        return None
    return (
        "round brackets make no list",
        f"write [{found['inner']}]; put it in quotes if not",
    )


def _are_alike(parts: list[str]) -> bool:
    """Tells whether texts begin alike, as `Books, Calls` do and `Goes to Paris, Texas` not."""
    firsts = [part.split()[0] for part in parts]
    one_word = [first == part for first, part in zip(firsts, parts, strict=True)]
    ends = {first[-1] for first in firsts}
    begun = all(first[0].isupper() for first in firsts)
    return begun and (all(one_word) or (not any(one_word) and len(ends) == 1))


def is_defined(to: Namespace, root: Tree) -> bool:
    """Tells whether the map says which names there are: what is none of them is told as such."""
    return isinstance(root, Mapping) and not {_DEFINED_BY[to], "uses"}.isdisjoint(root)
