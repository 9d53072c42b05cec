"""Several cells of a table, or several fields, that stand in one text: YAML takes it for one."""

import re
from functools import cache
from pathlib import Path

from journeymap.model import feelings
from journeymap.model.fields import Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.spoken_shares import SpokenShare, is_vague, spoken_share
from journeymap.model.times import read_time
from journeymap.quick_pattern import pattern
from journeymap.reading.misspelt_keys import field_for_word
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Scalar
from journeymap.text.source import Source, short

_TAB = pattern(r"(?<=\S)[ ]*\t\s*(?=\S)")
_BAR = pattern(r"(?<=\s)\|\s+")
_SEMICOLON = pattern(r";\s+")
_ARROW = pattern(r"\s*(?:→|➔|➜|->|=>)\s*")
_NUMBER = pattern(r"(?:(?<=\s)|\A)(\d)[.)]\s+(?=\S)")
_FIELD = pattern(r"(?P<word>[^\W\d]+)\s*(?:[:=]\s*|\s)(?P<text>\S.*)")
_TWO = pattern(
    r"\s*(?:[/+&]|(?<=\s)(?:and|or|as well as|y|o|e|i|oraz|lub|albo)(?=\s))\s*", re.IGNORECASE
)
_NUMBERED_FIELD = pattern(
    r"[\s(\[,;–-](?P<name>severity|probability|impact|effort|importance)\s*[:=]?\s*"
    r"(?P<value>\d)(?=\s*(?:[)\],;]|\Z))[)\]]*"
)
_PEOPLE = pattern(r"([^\W\d_]{2,})(?:\s+(?:and|y|e|i|oraz)\s+|\s*[/&]\s*)([^\W\d_]{2,})")
_GONE = pattern(
    r"(?:go|goes|went|leave|move|moves|switch|change|van|se van|va|acuden|idzie|idą|odchodzi"
    r"|odchodzą|przechodzi|przechodzą)\s+(?:over\s+)?(?:to|for|a|al|do)\s+(?:(?:a|an|the|una?|el|la)\s+)?"
    r"(?P<where>\S.*)"
)
"""Where people go, in a sentence."""
_BACK = pattern(
    r"\A(?:(?:go|goes|went|return|returns|back|again|vuelven?|wracają?|z powrotem|to|a|al|do)\s+)+",
    re.IGNORECASE,
)
"""Words before the name of a step that people go back to."""
_COUNTED = pattern(rf"\d[\d.,]*\s+[^\W\d_]+\s+{_GONE.pattern}")
_NOBODY = frozenset(["nobody", "no one", "none", "no-one", "nadie", "nikt", "ninguno", "ninguna"])
_TOGETHER = frozenset(
    ["friends", "family", "amigos", "familia", "rodzina", "przyjaciele", "znajomi"]
)
"""Those who are said in one breath."""
_LEAST = 3
"""So many parts between semicolons are entries, and no text with a semicolon in it."""
_SHORT = 2
"""So many words at most has an entry of a row of short ones."""
_MOST = 4
"""So many channels may be given in one name."""


def in_cells(scalar: Scalar, model: type[Node], shape: Shape, source: Source) -> Said | None:
    """Says that a text holds the cells of a row, or fields one after the other; None if not."""
    raw = source.cut(scalar.span)
    if "\t" in raw and "\n" not in raw and _TAB.search(raw):
        message = f'"{short(raw)}" is read as one text: a tab stands between its parts'
        return message, _one_each(_TAB.split(raw), model, shape)
    for between, sign in ((_SEMICOLON, ";"), (_BAR, "|")):
        if sign not in raw:
            continue
        parts = between.split(raw)
        fields = [_as_field(part, model) for part in parts[1:]]
        if shape.name not in model.shorthand:  # a sentence of its own begins with any word
            fields = [
                found
                for found, part in zip(fields, parts[1:], strict=True)
                if found and part.startswith(found[0])
            ]
        if any(fields) or (sign == "|" and len(parts) >= _LEAST and shape.name == "action"):
            message = f'"{short(raw)}" is read as one text, with {sign} between its parts'
            return message, _one_each(parts, model, shape)
    return _with_numbers(raw, model, shape)


def _with_numbers(raw: str, model: type[Node], shape: Shape) -> Said | None:
    """Says that numbers with the names of their fields stand in a text: slow (severity 3)."""
    found = [each for each in _NUMBERED_FIELD.finditer(raw) if each["name"] in shapes(model)]
    if not found or shape.name not in model.shorthand or not raw[: found[0].start()].strip():
        return None
    fields = ", ".join(f"{each['name']}: {each['value']}" for each in found)
    text = raw[: found[0].start()].strip(" ([,;–-")
    message = f"{short(found[0][0].strip(' ([,;)]'))} is read as part of the text"
    return message, f"write {{{shape.name}: {short(text)}, {fields}}}"


def several_people(scalar: Scalar, shape: Shape) -> list[str]:
    """Returns the people of a name such as `son and daughter`; none of one that is a name."""
    kind = shape.kind
    if not isinstance(kind, Ref) or kind.to is not Namespace.PERSON:
        return []
    found = _PEOPLE.fullmatch(scalar.strip())
    return list(found.groups()) if found and not _TOGETHER.issuperset(found.groups()) else []


def entries_in_text(text: str, *, arrows: bool) -> list[str]:
    """Returns the entries of a text: three or more between semicolons, or numbered from 1.

    Args:
        text: the text.
        arrows: whether arrows stand between entries as well, as between steps.
    """
    numbers = [int(found[1]) for found in _NUMBER.finditer(text)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and _NUMBER.match(text):
        return [part.strip(" ,;") for part in _NUMBER.split(text)[2::2]]
    for between in (_SEMICOLON, *([_ARROW] if arrows else [])):
        parts = [part.strip() for part in between.split(text) if part.strip()]
        if len(parts) >= _LEAST:
            return parts
    return []


def in_brackets(scalar: Scalar, source: Source) -> Said | None:
    """Says that semicolons stand between short entries in brackets, where commas belong."""
    before = source.text[max(scalar.start - 1, 0) : scalar.start]
    if before != "[" or source.text[scalar.end : scalar.end + 1] != "]":
        return None
    parts = [part.strip() for part in _SEMICOLON.split(scalar)]
    if len(parts) < 2 or any(len(part.split()) > _SHORT for part in parts):  # noqa: PLR2004
        return None
    listed = ", ".join(parts)
    message = f'"{short(scalar)}" is read as one entry: a semicolon parts nothing in brackets'
    return message, f"write a comma: [{listed}]; put it in quotes if it is one"


def several_channels(name: str, shape: Shape) -> list[str]:
    """Returns the channels of a name such as phone/email; none of one that is a name."""
    kind = shape.kind
    if not isinstance(kind, Ref) or kind.to is not Namespace.CHANNEL:
        return []
    parts = [part.strip() for part in _TWO.split(name.strip()) if part.strip()]
    known = [part for part in parts if part.casefold() in _channel_words()]
    needed = 1 if "/" in name else len(parts)
    return parts if 1 < len(parts) <= _MOST and len(known) >= needed else []


def share_for_place(scalar: Scalar, shape: Shape, *, is_named: bool) -> Said | None:
    """Says that a share in words is read as where people go; None where it is a place.

    Args:
        scalar: the text.
        shape: its field.
        is_named: whether the field is written before it, so that a vague word is a place.
    """
    if shape.name != "to" or (isinstance(shape.kind, Leaf) and shape.kind is not Leaf.TEXT):
        return None
    text = scalar.strip()
    message = f'"{short(text)}" is read as where people go'
    if spoken := spoken_share(text):
        return message, _with_share(spoken, shape)
    if found := _COUNTED.fullmatch(text):
        where = found["where"]
        return (
            message,
            f"write {{to: {where}, share: …}}, with how many that is of all who get there",
        )
    if " ".join(text.casefold().split()) in _NOBODY and not is_named:
        return message, "leave it out where nobody leaves"
    if is_vague(text) and not is_named:
        return message, "write share: and a number, such as 10 %, or leave the share out: {why: …}"
    return None


def _with_share(spoken: SpokenShare, shape: Shape) -> str:
    """Returns how a share in words is written, with where people go or why."""
    rest = short(spoken.rest.strip("()"))
    gone = _GONE.fullmatch(rest)
    why = f", to: {gone['where']}" if gone else f", why: {rest}" if rest else ""
    middle = ", which is the middle: a share is one number" if spoken.is_range else ""
    if isinstance(shape.kind, Ref) and shape.kind.to is Namespace.STEP and rest:
        return f"write {{to: {_BACK.sub('', rest, 1)}, share: {spoken.share}}}{middle}"
    return f"write {{share: {spoken.share}{why}}}{middle}"


def _one_each(parts: list[str], model: type[Node], shape: Shape) -> str:
    """Returns how to give each part a line: those known by their name as fields."""
    first, *rest = (part.strip() for part in parts if part.strip())
    named = [_as_field(part, model) for part in rest]
    shown = [f"{name}: {text}" for name, text in filter(None, named)]
    others = [part for part, name in zip(rest, named, strict=True) if name is None]
    lines = ", ".join([f"{shape.name}: {short(first)}", *(short(each) for each in shown)])
    more = f"; {short(', '.join(others))} under the field it belongs to" if others else ""
    return f"give each a line of its own: {lines}{more}; put it in quotes if it is one text"


def _as_field(part: str, model: type[Node]) -> tuple[str, str] | None:
    """Returns the field that a part begins with, and what follows, as in `channel phone`."""
    found = _FIELD.fullmatch(part.strip())
    if "emotion" in shapes(model) and feelings.fold(part) in feelings.words():
        return "emotion", part.strip()
    if "wait" in shapes(model) and part.strip()[:1].isdigit() and read_time(part):
        return "wait", part.strip()
    if found is None:
        return None
    word = found["word"]
    name = word if word in shapes(model) else field_for_word(word, model)
    return (name, found["text"]) if name else None


@cache
def _channel_words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("channel_words.txt").read_text("utf-8").split())
