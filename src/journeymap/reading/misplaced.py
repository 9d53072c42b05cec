"""Parts and fields that stand at another level of the map than theirs, by how far in they begin."""

from collections.abc import Iterator

from journeymap.model.fields import Node, shapes
from journeymap.model.journey import Journey, Stage
from journeymap.model.step import Step
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.levels import Places
from journeymap.reading.odd_keys import Unknown, home, no_field
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.source import Source

_LINE = pattern(
    r"(?P<indent> *)(?P<dashes>(?:-[ ]+)*)(?:(?P<name>[^\s:#\"'{\[][^:#]*):(?P<rest>.*))?"
)
_TELLING = 2
"""So many fields of a step at least, its action among them, make one of an entry; house."""
_FAR = 500
"""So many lines at most above a field are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a file, as far as its levels go; columns from 0.

    Attributes:
        number: from 1.
        start: the offset at which it starts.
        indent: the column of its first character.
        dash: the column of its dash; -1 without one.
        name: the field that it begins with, behind its dashes.
        column: that of the name.
        opens: whether nothing stands behind the colon.
    """

    number: int
    start: int
    indent: int
    dash: int
    name: str
    column: int
    opens: bool


def entry_of_other_level(model: type[Node], tree: Mapping, source: Source) -> Said | None:
    """Says that a step stands where another part belongs; None where none does.

    Args:
        model: what belongs there.
        tree: the entry.
        source: the file.
    """
    own = shapes(model).keys()
    if "action" in own or "action" not in tree:
        return None
    foreign = [key for key in tree if key in shapes(Step) and key not in own]
    if len(foreign) < _TELLING or (model.shorthand and model.shorthand[-1] in tree):
        return None  # it is what it should be, with fields too many
    begin = _line_at(next(iter(tree)).span.start, source)
    if begin is None or begin.dash < 0:
        return None
    place = _of_deeper(begin, source) if model is Stage else _of_outer(begin, source)
    if place is None:
        return None
    dash, number = place
    where = "right" if dash > begin.dash else "left"
    count = abs(dash - begin.dash)
    message = f"this is a step, and it stands where {home(model)} belongs"
    return message, (
        f"begin its dash in column {dash + 1}, like the one on line {number}, and move the lines "
        f"below it {count} spaces to the {where} as well"
    )


def field_too_deep(
    model: type[Node], key: Scalar, places: Places, source: Source
) -> Unknown | None:
    """Says that a field stands as far in as those of a part of its own; None where it does not.

    Args:
        model: the part in which it stands.
        key: the field, which that part does not have.
        places: the parts of files that it may belong to.
        source: the file.
    """
    if not any(key in shapes(place) for place in places):
        return None
    own = _line_at(key.span.start, source)
    if own is None or own.dash >= 0 or own.name != key:
        return None
    led = _opening(own, source)
    if led is None:
        return None
    holders = [
        place
        for place in places
        if key in shapes(place)
        and led.name in shapes(place)
        and shapes(place)[led.name].kind is model
        and place not in {Journey, Stage}
    ]
    if len(holders) != 1:
        return None
    help_ = (
        f"`{key}` belongs to {home(holders[0])}: begin it in column {led.column + 1}, like "
        f"`{led.name}` on line {led.number}"
    )
    return Unknown(said=(no_field(model, key), help_))


def _opening(own: _Line, source: Source) -> _Line | None:
    """Returns the line with the name of what holds the fields of a line; None where none is."""
    limit = own.indent
    for line in _above(own, source):
        if line.dash >= 0 and line.indent < limit:
            if line.column < limit and line.opens:
                return line
            limit = line.indent + 1
        elif line.indent < limit:
            return line if line.opens and line.name else None
    return None


def _of_deeper(begin: _Line, source: Source) -> tuple[int, int] | None:
    """Returns the column and line of a dash of the list in the entry above, the outermost one."""
    found: tuple[int, int] | None = None
    for line in _above(begin, source):
        if line.indent <= begin.dash:
            break
        if line.dash >= 0 and (found is None or line.dash <= found[0]):
            found = line.dash, line.number
    return found


def _of_outer(begin: _Line, source: Source) -> tuple[int, int] | None:
    """Returns the column and line of the nearest dash above that stands further out."""
    for line in _above(begin, source):
        if 0 <= line.dash < begin.dash:
            return line.dash, line.number
    return None


def _above(line: _Line, source: Source) -> Iterator[_Line]:
    """Walks the lines above one that say something, the nearest first, up to some hundreds."""
    text, start = source.text, line.start
    for number in range(line.number - 1, max(line.number - _FAR, 0), -1):
        end, start = start, text.rfind("\n", 0, start - 1) + 1
        if found := _read(text[start:end].rstrip("\r\n"), number, start):
            yield found


def _line_at(at: int, source: Source) -> _Line | None:
    """Returns the line that a field begins; None where something else stands before it."""
    start = source.text.rfind("\n", 0, at) + 1
    if source.text[start:at].strip(" -"):
        return None
    end = source.text.find("\n", at)
    text = source.text[start : end if end >= 0 else len(source.text)].rstrip("\r")
    return _read(text, source.position(at).line, start)


def _read(text: str, number: int, start: int) -> _Line | None:
    if not text.strip() or text.lstrip().startswith("#"):
        return None
    found = _LINE.match(text)
    if found is None:
        return None
    indent = len(found["indent"])
    rest = (found["rest"] or "").split(" #")[0].strip()
    return _Line(
        number=number,
        start=start,
        indent=indent,
        dash=indent if found["dashes"] else -1,
        name=found["name"] or "",
        column=found.end("dashes"),
        opens=bool(found["name"]) and not rest,
    )
