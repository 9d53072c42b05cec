"""Lines among their neighbours: where one that fits nowhere belongs, and where a colon is missing.

What was read before the parser stopped says which columns are open to the next line.
"""

import re
from collections.abc import Iterable, Iterator

from journeymap.quick_pattern import pattern
from journeymap.text.foreign_forms import COLON_LIKE
from journeymap.text.nodes import Mapping, Node, Scalar, Sequence
from journeymap.text.one_line import FIELDS
from journeymap.text.parse_failure import Level, Place
from journeymap.text.source import Problem, Span, short

_DASHES = pattern(r"[ \t]*(?P<dashes>(?:-[ \t]+)*)")
_DASHED = pattern(r"[\r\n][ \t]*-[ \t]")
_DASH = pattern(r"-(?=\s|\Z)")
_NAME = pattern(rf"(?P<name>[a-z_]+)(?:(?:[ \t]*{COLON_LIKE}[ \t]*(?=\S)|[ \t]+)(?P<text>.+))?")
_LIKE_COLON = pattern(rf"[a-z_]+[ \t]*(?P<sign>{COLON_LIKE})")
_WORDS = pattern(r"[^\W\d_][\w '’-]*")
"""A name of the analyst's own, such as that of a stage."""
_COMMENT = pattern(r"[ \t]#[^\r\n]*")
_LEADING_DASH = pattern(r"[-–—][ \t]+")
_ENTRY = pattern(r"[^\s:]+[ \t]*:(?=\s|\Z)")
# Possessive groups with choices in them do not match all they should before Python 3.11.5.
_BELOW = pattern(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r(?!\n)|\n))+(?P<indent>[ ]*)(?=\S)")
_LED = pattern(r"[ \t]*(?:-[ \t]+)*(?P<name>[a-z_]+):[ \t]+(?P<text>[^\s'\"|>\[{].*)")
"""A field with the beginning of a text."""
_UNFINISHED = 20
"""A text of so many letters may go on below; house."""
_SENTENCE = 3
"""So many words at least has a line that goes on with a sentence; house."""
_SHORT_WORD = 3
"""Words of so many letters that are no field lead on in a sentence: for, the, de."""
_FIELD_OF_ENTRY = pattern(r"-[ ]+(?P<name>[a-z_]+):")
_TOP = frozenset({"journeymap", "title", "language", "status", "persona"})
"""Fields of one word that a map begins with."""
_GOING_ON = {"because", "and", "or", "but", "so", "which", "who", "that", "porque", "pero", "ale"}
"""Words that no field is called, and a sentence goes on with."""
_OWN_TEXT = {
    **dict.fromkeys(("pains", "opportunities"), "text"),
    **dict.fromkeys(("personas", "stakeholders", "channels", "metrics", "stages"), "name"),
}
"""By the name of a list, the field of its entries that holds what they are called."""
_NOT_PLAIN = frozenset("[{\"'*&!|>")


def levels(
    text: str, opened: Iterable[tuple[Mapping | Sequence, Scalar | None]]
) -> tuple[Level, ...]:
    """Return the columns that lines above have opened, outermost first.

    Args:
        text: The text.
        opened: The lists and maps that are still open, outermost first, each with the key that
            waits for its value.

    """
    found: list[Level] = []
    last: Node | None = None
    for node, waiting in opened:
        last = None
        for level, value in _last(text, node, waiting):
            found.append(level)
            last = value
    while isinstance(last, Mapping | Sequence) and text[last.span.start] not in "[{":
        before, inside, last = found[-1].start, last, None
        for level, value in _last(text, inside, None):
            if level.start > before:  # what an alias names stands further up
                found.append(level)
                last = value
    return tuple(found)


def _last(
    text: str, node: Mapping | Sequence, waiting: Scalar | None
) -> Iterator[tuple[Level, Node | None]]:
    """Give the place of the last entry of a map or list, if there is one, and its value."""
    if isinstance(node, Mapping):
        key = waiting if waiting is not None else next(reversed(node), None)
        if key is not None:
            value = None if waiting is not None else node[key]
            yield Level(key.span.start, key.span.end, dash=False), value
    elif node:
        start = node[-1].span.start
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        at = text.rfind("-", line, start)
        if at >= 0:
            yield Level(at, at + 1, dash=True), node[-1]


def out_of_line(place: Place) -> Problem:
    """Explain a line whose indentation fits none of the lines above."""
    start = place.line_start(place.at)
    first = _first(place, start)
    return _problem(
        "the indentation of this line fits none of the lines above",
        where(place) or "begin it in the same column as the lines it belongs to",
        Span(start, first) if first > start else place.rest(start),
    )


def where(place: Place) -> str:
    """Return the column that the line should begin in, in words; empty where none is likely.

    That is the nearest column in which a line above begins with a name, or with a dash if the line
    itself does. Of two the one further in counts.
    """
    if place.failure.opening is not None:
        return ""
    first = _first(place, place.line_start(place.at))
    dash = _DASH.match(place.text, first) is not None
    column = place.column(first)
    likely = min(
        (level for level in place.failure.levels if level.dash == dash),
        key=lambda level: (abs(place.column(level.start) - column), -level.start),
        default=None,
    )
    if likely is None or place.column(likely.start) == column:
        return ""
    name = "the dash" if dash else f"`{short(place.text[likely.start : likely.end])}`"
    line = place.line_number(likely.start)
    return f"it should begin in column {place.column(likely.start) + 1}, like {name} on line {line}"


def led_by_text(place: Place) -> Problem | None:
    """Explain a line with a name below one that has a text alone: its colon was forgotten."""
    if place.failure.opening is not None:
        return None
    return _sentence_with_colon(place) or _led_by_text(place)


def _led_by_text(place: Place) -> Problem | None:
    last = place.failure.last
    if last is None or not _is_led(place, last):
        return None
    first = _first(place, place.line_start(place.at))
    if _DASHED.search(place.text, last.start, min(last.end, first)):
        return _list_below(place, last, first)
    if _ENTRY.match(place.text, first):
        span = Span(last.start, min(last.end, place.rest(last.start).end))
        return _forgotten(place, span)
    if _DASH.match(place.text, first):
        return _list_below(place, last, first)
    return _problem(
        "a colon with a space after it stands inside the text",
        "put the whole text in quotes",
        place.rest(first),
    )


def _list_below(place: Place, last: Span, first: int) -> Problem:
    """Explains a list below a text that has no colon, as a stage's name without one."""
    led = place.rest(last.start)
    name, line = short(place.text[led.start : led.end]), place.line_number(last.start)
    start = place.line_start(last.start)
    if place.text[start : last.start].strip():
        if _name_of_entry(place) == "name":
            remedy = f"write - name: {name}, and below it steps:, with the list below that"
            return _problem(f"nothing says what the list below {name} is", remedy, led)
        dash = place.column(_first(place, start)) + 1
        remedy = f"put its dash in column {dash}, like the one on line {line}"
        return _problem("this dash stands too far in", remedy, place.rest(first))
    remedy = f"write {name}: if it is the name of the list below it; delete the line if not"
    return _problem("this line has no colon, and a list below it", remedy, led)


def _is_led(place: Place, last: Span) -> bool:
    """Say whether a text that begins a line further up, or an item there, leads this line."""
    text, start = place.text, place.line_start(last.start)
    found = _DASHES.match(text, start)
    if found is None or found.end() != last.start or text[last.start] in _NOT_PLAIN:
        return False
    if start == place.line_start(place.at) or re.search(r":\s", text[last.start : last.end]):
        return False
    column = place.column(_first(place, place.line_start(place.at)))
    outer = place.column(_first(place, start))
    return column > outer if found["dashes"] else column >= outer


def _forgotten(place: Place, span: Span) -> Problem:
    dashed = place.text[place.line_start(span.start) : span.start].strip()
    named = _NAME.fullmatch(place.text, span.start, span.end)
    is_entry = dashed and _name_of_entry(place) != "action"
    if named is not None and not (is_entry and not named["text"]):
        remedy = f"write {named['name']}: {short(named['text'] or '…')}"
    else:
        name = _name_of_entry(place) if dashed else "title"
        written = place.text[span.start : span.end]
        first, *rest = written.split(maxsplit=1)
        is_field = not dashed and first.casefold() in _TOP and rest
        example = (
            f"{first.casefold()}: {short(rest[0])}" if is_field else f"{name}: {short(written)}"
        )
        remedy = f"write a name and a colon before the text, such as {example}"
    return _no_colon(remedy, span)


def _name_of_entry(place: Place) -> str:
    """Return the field that an entry's own text belongs to, by the list that it stands in."""
    names = [place.text[each.start : each.end] for each in place.failure.levels if not each.dash]
    return _OWN_TEXT.get(names[-1] if names else "", "action")


def dash_among_names(place: Place) -> Problem:
    """Explain a dash in the column of names: it is one too many, or stands too far in."""
    rest = place.rest(place.at)
    entry = place.text[rest.start : rest.end]
    if entry.endswith(":") and _WORDS.fullmatch(entry[1:-1].strip()):
        remedy = f"take the dash away: {entry[1:].strip()}"
    elif (named := _FIELD_OF_ENTRY.match(entry)) and named["name"] in FIELDS - {"action"}:
        remedy = f"take the dash away: {short(entry[1:])}"
    elif (above := _dash_above(place)) is not None:
        begun = f"column {place.column(above) + 1}, like the one on line {place.line_number(above)}"
        remedy = f"put its dash in {begun}, or the list's name and a colon on the line before it"
    else:
        names = {place.text[each.start : each.end] for each in place.failure.levels}
        such = ", such as steps:" if "stages" in names else ""
        remedy = f"write the list's name and a colon on the line before it{such}"
    return _problem("an item of a list stands among `name: text` lines", remedy, rest)


def _dash_above(place: Place) -> int | None:
    """Return where the nearest dash above stands that begins a line further out."""
    at = place.line_above(place.at)
    while at is not None:
        first = _first(place, at)
        if place.column(first) < place.column(place.at):
            return first if _DASH.match(place.text, first) else None
        at = place.line_above(at)
    return None


def nameless(place: Place) -> Problem | None:
    """Explain a line among lines with names whose colon was forgotten, if it looks like that."""
    column = place.column(place.begin)
    here = [each for each in place.failure.levels if place.column(each.start) == column]
    rest = place.rest(place.begin)
    comment = _COMMENT.search(place.text, rest.start, rest.end)
    end = comment.start() if comment else rest.end
    written = place.text[rest.start : end].rstrip()
    named = _NAME.fullmatch(written)
    if not here or here[-1].dash or place.failure.opening is not None:
        return None
    if named is None and _WORDS.fullmatch(written) is None:
        return None
    name, text = (named["name"], named["text"]) if named else (written, None)
    text = _LEADING_DASH.sub("", text, 1) if text else text
    span = Span(rest.start, rest.start + len(written))
    if like := _LIKE_COLON.match(written):
        message = f"a colon and a space are needed here, not {like['sign']}"
        return _problem(message, f"write {name}: {short(text or '')}".rstrip(), span)
    if text is not None:
        remedy = "indent it further, as it continues the text above"
        if name not in _GOING_ON and (len(name) > _SHORT_WORD or name in FIELDS):
            remedy = (
                f"write {name}: {short(text)}; indent it further if it continues the text above"
            )
        return _going_on(place, span) or _no_colon(remedy, span)
    below = _BELOW.match(place.text, end)
    if below is None or len(below["indent"]) <= column:
        return None
    return _no_colon(f"write {name}:", span)


def _sentence_with_colon(place: Place) -> Problem | None:
    """Explains a line with a colon below a field's text, which it goes on with."""
    start = place.line_start(place.at)
    above = place.line_above(start)
    led = None if above is None else _LED.match(place.text, above, place.line_end(above))
    words = place.text[start : place.at].split()
    if above is None or led is None or len(words) < 2:  # noqa: PLR2004 - fields are one word
        return None
    first = _first(place, start)
    if place.character != ":" or place.column(first) <= place.column(led.start("name")):
        return None
    rest = place.rest(first)
    whole = short(f"{led['text']} {place.text[first : rest.end]}", 100)
    return _problem(
        "a colon with a space after it stands inside the text",
        f'put the whole text in quotes, from line {place.line_number(above)} on: "{whole}"',
        rest,
    )


def _going_on(place: Place, span: Span) -> Problem | None:
    """Explains a line that goes on with the text above it, which stops in the middle."""
    above = place.line_above(span.start)
    led = None if above is None else _LED.match(place.text, above, place.line_end(above))
    line = place.text[span.start : span.end]
    if above is None or led is None or not line[0].islower():
        return None
    text = led["text"].rstrip()
    if len(text) < _UNFINISHED or text[-1] in ".!?:;\"'" or len(line.split()) < _SENTENCE:
        return None
    column = place.column(led.start("name")) + 3
    where = f"`{led['name']}` on line {place.line_number(above)}"
    remedy = (
        f"if it continues {where}, indent it further, to column {column}; "
        "if it is a field of its own, write a colon behind its name"
    )
    return _no_colon(remedy, span)


def _no_colon(remedy: str, span: Span) -> Problem:
    return _problem("this line has no colon", remedy, span)


def _problem(message: str, remedy: str, span: Span) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span)


def _first(place: Place, start: int) -> int:
    """Return where the first character of a line stands that is no space."""
    line = place.text[start : place.line_end(start)]
    return start + len(line) - len(line.lstrip(" "))
