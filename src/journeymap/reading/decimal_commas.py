"""Commas that were meant as part of a number or a text where YAML ends one.

In `{share: 0,2}` YAML reads a share of 0 and a name `2` without a value. Here the two become one
again, so that one finding can say what to do.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span

_DIGITS = pattern(r"\d,\d")
_TAIL = pattern(r",(?P<tail>\d[^,:{}\[\]#\r\n]*+)(?=\s*+[,}])")
_DECIMAL = pattern(r"(?<![\d,])(\d+),(\d+)(?![\d,])")
_GROUPED = pattern(r"\d\.\d+,|\d,\d{3}(?!\d)")
"""A comma beside a point, or before three digits, where it may part thousands."""
_GOING_ON = pattern(r"(?:and|or|but|not even|nor|because|y|o|pero|ni|sino|ale|lub|albo|oraz)\s+\S")
"""Words that no entry of a list begins with."""
_CLAUSE = (
    "because since so therefore although though which who whose porque pues aunque quien quienes "
    "bo że żeby więc choć chociaż który która które których"
)
_LINKING = frozenset(
    word
    for words in (
        "with without for from at of by on in into onto to after before despite during until",
        "unless then even if when while as whom that she he they it we you especially",
        "con sin para por en de del desde hasta que cuando si mientras después antes así cual",
        "cuyo donde sobre según ella él ellos z ze bez dla od po przy przez w we na za aby gdy",
        "kiedy jeśli nawet zwłaszcza o podczas ona on oni",
        _CLAUSE,
    )
    for word in words.split()
)
"""Words that link what follows to what stands before; an entry of a list seldom begins with one."""
_WISHES = frozenset({"goals", "motivations", "needs"})
"""Fields of what somebody wants, where `to sleep` is an entry of its own."""
_WISHING = frozenset({"to", "para", "que", "żeby", "aby"})
"""Words with which a wish may begin."""
_TWO = 2
_PHRASE = 4
"""So many words are a phrase, and no short entry, though they begin small; house."""
_NUMBER = pattern(r"[-+−]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What was put together again.

    Attributes:
        heads: the offsets at which such values begin.
        tails: the offsets of what stands behind their commas.
    """

    heads: frozenset[int] = frozenset()
    tails: frozenset[int] = frozenset()


def join(root: Tree, source: Source) -> Joined:
    """Puts values in {…} together again, in place, that a comma between two digits has cut."""
    text = source.text
    if _DIGITS.search(text) is None:
        return Joined()
    heads, tails = set[int](), set[int]()
    for mapping in _mappings(root):
        for key, value in mapping.items():
            behind = list(_tails(value, text))
            if behind:
                span = Span(value.span.start, behind[-1].end)
                mapping[key] = Scalar(source.cut(span), span)
                heads.add(span.start)
                tails.update(tail.start for tail in behind)
        for key in [key for key in mapping if key.span.start in tails]:
            del mapping[key]
    return Joined(heads=frozenset(heads), tails=frozenset(tails))


def join_items(items: Iterable[Tree], source: Source) -> list[Tree]:
    """Returns the items of a list of numbers, those made one again that a comma has cut."""
    joined: list[Tree] = []
    for item in items:
        if joined and _is_cut(joined[-1], item, source.text):
            span = Span(joined[-1].span.start, item.span.end)
            joined[-1] = Scalar(source.cut(span), span)
        else:
            joined.append(item)
    return joined


def doubtful(
    items: Sequence, source: Source, field: str = "", *, texts: bool = False
) -> Iterator[tuple[int, str]]:
    """Finds texts in […] that may be one text, as in `[Walter, 67]`.

    Args:
        items: what stands in the brackets.
        source: the file.
        field: what they stand in; some entries of `needs` begin as no other does.
        texts: whether they are texts, and no names.

    Yields:
        The offset of the second one, and both as one text.
    """
    for at, (one, other) in enumerate(pairwise(items)):
        if not isinstance(one, Scalar) or not isinstance(other, Scalar):
            continue
        if one.quoted or other.quoted or _NUMBER.fullmatch(one) or not one:
            continue
        between = source.text[one.end : other.start]
        goes_on = _NUMBER.fullmatch(other) or _GOING_ON.match(other) or _is_torn(one, other)
        links = texts and _links(one, other) and not _is_wish(field, other)
        goes_on = goes_on or (between == "," and one[-1].isdigit() and other[:1].isdigit())
        if (goes_on or links) and between.strip(" ") == ",":
            first = items[_first_part(items, at)]
            yield other.start, source.cut(Span(first.span.start, other.span.end))


def _is_wish(field: str, text: str) -> bool:
    """Tells whether a text is a wish of its own, as `to sleep` among what somebody needs."""
    return field in _WISHES and text.split(maxsplit=1)[0] in _WISHING


def _is_torn(one: str, other: str) -> bool:
    """Tells whether a round bracket opens in one text and closes in the next."""
    return one.count("(") > one.count(")") and other.count(")") > other.count("(")


def _links(one: str, other: str) -> bool:
    """Tells whether a text goes on with the phrase before it: `Long way to the car, with crutches`.

    Where each entry is a short one that begins small, as in `[by phone, in person]`, none does.
    """
    first, second = one.split(), other.split()
    begins = [word.casefold() for word in first[:_TWO]]
    if len(second) < _TWO or second[0] not in _LINKING or begins[0] in _LINKING:
        return False
    if second[0] in begins:  # both begin alike: `not to be cold, to sleep well`
        return False
    is_clause = second[0] in _CLAUSE.split()
    return len(first) >= (_TWO if one[0].isupper() or is_clause else _PHRASE)


def _first_part(items: Sequence, at: int) -> int:
    """Returns which item a text begins with that goes on: one with a capital before small ones."""
    first = at
    while first > 0 and isinstance(items[first], Scalar) and str(items[first])[:1].islower():
        first -= 1
    begun = items[first]
    return first if isinstance(begun, Scalar) and begun[:1].isupper() and not begun.quoted else at


def with_point(text: str) -> str:
    """Returns a text whose decimal commas are points; empty where it has none."""
    if "," not in text or _GROUPED.search(text):
        return ""
    pointed = _DECIMAL.sub(r"\1.\2", text)
    return pointed if pointed != text and "," not in pointed else ""


def _mappings(root: Tree) -> Iterator[Mapping]:
    """Gives every mapping once, however many aliases name it."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        waiting.extend(node.values() if isinstance(node, Mapping) else node)
        if isinstance(node, Mapping):
            yield node


def _tails(value: Tree, text: str) -> Iterator[Span]:
    """Gives what stands behind the commas that cut a value in {…}."""
    if not isinstance(value, Scalar) or value.quoted or not value[-1:].isdigit():
        return
    end = value.end
    while (found := _TAIL.match(text, end)) and text[end - 1].isdigit():
        end = found.start("tail") + len(found["tail"].rstrip())
        yield Span(found.start("tail"), end)


def _is_cut(one: Tree, other: Tree, text: str) -> bool:
    """Tells whether nothing but a comma between two digits stands between two plain texts."""
    if not isinstance(one, Scalar) or not isinstance(other, Scalar):
        return False
    start, end = one.end, other.start
    return end - start == 1 and _DIGITS.fullmatch(text, start - 1, end + 1) is not None
