"""Syntax errors in an analyst's words: what is wrong, where, and what to do.

The parser says where it stopped and what it missed; what the mistake is, the text there tells.
"""

import re
from collections.abc import Callable
from typing import Final

from journeymap.quick_pattern import pattern
from journeymap.text import bullets
from journeymap.text.foreign_forms import bold_mark, foreign_form, straightened
from journeymap.text.glued_signs import led_by_sign, more_than, space_missing, two_lists
from journeymap.text.indentation import dash_among_names, led_by_text, nameless, out_of_line, where
from journeymap.text.one_line import braces_missing, comma_missing, glued_list
from journeymap.text.outdented import misplaced
from journeymap.text.parse_failure import Failure, Place
from journeymap.text.sayings import saying_alone
from journeymap.text.source import Problem, Span, short
from journeymap.text.stand_ins import HALF, half_told
from journeymap.text.tabs import spaces_for, tab_problem

IN_QUOTES = "put the whole text in quotes"
_NUMBERED = ("x", "u", "U")
"""What stands behind the backslash of a sign that is given by its number."""
"""What to do about most texts that YAML takes for something else."""

_SPECIAL = "@`%&*!|>{[]},?:#-\"'"
_NAME_GLUED = pattern(r"[ \t]*(?:-[ \t]+)*[^\s:\"'{\[#-][^\s:\"'{\[#]*:(?=[^\s:/\\])")
_DASH_GLUED = pattern(r"[ \t]*(?:-[ \t]+)*-(?=[^\s-])")
_ENTRY = pattern(r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'#:][^:#]*?)[ \t]*:(?=\s|\Z)")


def explain(text: str, failure: Failure) -> Problem:
    """Say what is wrong and what to do, at the place of the mistake."""
    place = Place(text=text, failure=failure)
    if foreign := foreign_form(place):
        return foreign
    said = f"{failure.context}: {failure.problem}"
    for words, explanation in _TABLE:
        if words.search(said):
            return straightened(text, explanation(place), IN_QUOTES)
    return _unknown(place)


def _problem(message: str, remedy: str, span: Span, flaw: int | None = None) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span, flaw=flaw)


def _unknown(place: Place) -> Problem:
    return _problem(
        "the text cannot be read from here on",
        "look at the indentation, quotes, brackets and colons of this line and the one above it",
        place.rest(place.at),
    )


# ------------------------------------------------------------------------------------- quotes


def _quote_open(place: Place) -> Problem:
    quote = place.text[place.begin : place.begin + 1]
    return _problem(
        f"the quote {quote} that opens here is never closed",
        f"put {quote} at the end of the text, or delete this one",
        place.rest(place.begin),
    )


def _escape(place: Place) -> Problem:
    at = max(place.text.rfind("\\", 0, place.at + 1), 0)
    if half := HALF.match(place.text, at):
        return half_told(place.text, Span(*half.span()))
    sign = place.text[at : at + 2].strip()
    means = "is to begin the number of a sign" if sign[1:] in _NUMBERED else "means nothing"
    return _problem(
        f"`{sign}` {means} between double quotes",
        "use single quotes, or write every backslash twice",
        Span(at, min(at + 2, len(place.text))),
    )


def _after_closed(place: Place, last: Span) -> Problem:
    """Explain a text that goes on behind a closing quote or bracket, or behind an alias."""
    text = place.text
    opened, closed = text[last.start], text[last.end - 1]
    whole = Span(last.start, place.rest(place.at).end)
    if opened in "\"'" and place.line_number(last.start) < place.line_number(last.end):
        number = place.line_number(last.end)
        return _problem(
            f"the quote {opened} that opens here is closed only on line {number}",
            f"put {opened} where the text ends",
            place.rest(last.start),
        )
    if opened == "'" and text[last.end : last.end + 1].isalpha():
        return _problem(
            "the apostrophe ends the quoted text",
            "write it twice ('') or use double quotes around the text",
            Span(last.end - 1, last.end),
        )
    if lists := two_lists(text, last, place.rest(place.at).end):
        return _problem("two lists stand on one line", f"write one: {lists}", whole)
    thing = "bracket" if closed in "]}" else "quote"
    around = {'"': "'…'", "'": '"…"'}.get(closed, "quotes")
    remedy = f"put {around} around the whole text"
    if thing == "quote":
        remedy = saying_alone(place, last, remedy) or remedy
    return _problem(f"the text goes on after its closing {thing} {closed}", remedy, whole)


# ------------------------------------------------------------------------- characters and tabs


def _first_character(place: Place) -> Problem:
    if place.character == "\t":
        return _tab(place)
    return _begins_with(place, place.at)


def _tab(place: Place) -> Problem:
    at = place.text.find("\t", min(place.at, place.begin) if place.character != "\t" else place.at)
    at = at if at >= 0 else place.at
    leads = place.leads_line(at)
    return tab_problem(at, leads_line=leads, spaces=spaces_for(place, at) if leads else "")


def unquoted(character: str) -> str:
    """Return the message of a text that begins with a character that only quotes allow there."""
    return f"a text that begins with {character} must be in quotes"


def _begins_with(place: Place, at: int) -> Problem:
    character = place.text[at : at + 1]
    if known := _bullet(place, at) or bold_mark(place.text, place.rest(at)):
        return known
    allowed = character and character in "*&!%@`"
    message = unquoted(character) if allowed else f"a text cannot begin with {character}"
    span, remedy = place.rest(at), IN_QUOTES
    if allowed and place.failure.opening is not None:  # one entry of several
        found = re.compile(r"[^,\[\]{}\r\n]*").match(place.text, at)
        span = Span(at, found.end()) if found else span
        remedy = f'put this entry in quotes: "{short(place.text[at : span.end].strip())}"'
    remedy = led_by_sign(place.text, at, remedy)
    return _problem(message, remedy, span, at if allowed else None)


def _bullet(place: Place, at: int) -> Problem | None:
    """Explain a line that begins with a bullet as word processors have them."""
    found = bullets.BULLET.match(place.text, place.line_start(at), place.line_end(at))
    if found is None or found.start("sign") != at:
        return None
    sign, rest = found["sign"], place.rest(at)
    if not place.leads_line(at):
        return _problem(f"a bullet ({sign}) stands behind the dash", "delete the bullet", rest, at)
    lines = [place.line_number(each) for each in bullets.run(place.text, at)]
    more = f" (lines {lines[0]} to {lines[-1]})" if len(lines) > 1 else ""
    entry = short(place.text[at + 1 : rest.end].strip())
    return _problem(
        f"an entry of a list begins with a dash and a space, not with {sign}{more}",
        f"write - {entry}" + (", and so on" if more else ""),
        rest,
        at,
    )


def _begins_with_mark(place: Place) -> Problem:
    return _begins_with(place, place.begin)


def _block_text(place: Place) -> Problem:
    mark, rest = place.text[place.begin : place.begin + 1], place.rest(place.begin)
    long = f"{IN_QUOTES}; after {mark} at the end of a line, a long text may follow, indented"
    remedy = more_than(place.text, rest) or long
    return _problem(f"a text cannot begin with {mark} on its own line", remedy, rest)


def _percent(place: Place, at: int | None = None) -> Problem:
    start = place.line_start(place.begin if at is None else at)
    return _problem(
        "a line cannot begin with %", "delete it or put it in quotes", place.rest(start)
    )


def _no_content(place: Place) -> Problem:
    opening = place.failure.opening
    if opening is None:
        return _begins_with(place, place.at) if place.character in _SPECIAL else _unknown(place)
    if place.character == ",":
        return _problem(
            "nothing stands before this comma", "delete it", Span(place.at, place.at + 1)
        )
    return _bracket_open(place, opening)


# -------------------------------------------------------------------------------------- colons


def _colon(place: Place) -> Problem:
    """Explain a colon where a name has had its value, or where a text is going on."""
    start = place.line_start(place.at)
    entry = _ENTRY.match(place.text, start)
    if entry is not None and entry.end() <= place.at:
        value = (
            entry.end() + len(place.text[entry.end() :]) - len(place.text[entry.end() :].lstrip())
        )
        return braces_missing(place, value) or _colon_inside(place, value)
    above = place.line_above(place.at)
    if above is None:
        return _colon_inside(place, start)
    return _glued(place, above) or misplaced(place) or led_by_text(place) or out_of_line(place)


def _colon_inside(place: Place, start: int) -> Problem:
    return _problem(
        "a colon with a space after it stands inside the text",
        IN_QUOTES,
        place.rest(min(start, place.at)),
        place.at if place.character == ":" else None,
    )


def _glued(place: Place, start: int) -> Problem | None:
    """Explain a line with `name:text` or `-text`, if it is one."""
    for glued, name in ((_NAME_GLUED, "colon"), (_DASH_GLUED, "dash")):
        found = glued.match(place.text, start, place.line_end(start))
        if found is not None:
            return space_missing(place.text, Span(found.end() - 1, found.end()), name)
    return None


def _no_colon(place: Place) -> Problem:
    start = place.line_start(place.begin)
    bullet = bullets.BULLET.match(place.text, start, place.line_end(start))
    if bullet is not None and (told := _bullet(place, bullet.start("sign"))):
        return told
    known = _glued(place, start) or nameless(place)
    if known is not None:
        return known
    if place.text[place.begin : place.begin + 1] in {'"', "'"} and place.failure.opening is None:
        end = place.line_end(place.begin)
        if place.text[place.begin : place.begin + 1] not in place.text[place.begin + 1 : end]:
            return _quote_open(place)
    return _problem(
        "this line is neither `name: text` nor an item of a list",
        "write a name and a colon before the text, or `- ` for one more item; "
        "indent it further if it continues the text above",
        place.rest(place.begin),
    )


# --------------------------------------------------------------------------- lines and indents


def _line(place: Place) -> Problem:
    """Explain a line or a word that does not fit among its neighbours."""
    at, last = place.at, place.failure.last
    if place.character in {"]", "}"}:
        return _bracket_extra(place)
    if not place.leads_line(at):
        return _after_value(place, last)
    if place.character == ":":
        return _problem("no name stands before the colon", "write one", Span(at, at + 1))
    above = place.line_above(at)
    glued = None if above is None else _glued(place, above)
    return glued or misplaced(place) or led_by_text(place) or _line_start(place)


def _line_start(place: Place) -> Problem:
    if place.column(place.at) != place.column(place.begin):
        return out_of_line(place)
    if place.character == "-":
        return dash_among_names(place)
    column = where(place) or "indent it like the line above"
    message = "a dash is missing at the start of this line, or two spaces of indentation"
    remedy = f"{column}; begin it with `- ` if it is one more item of the list"
    return _problem(message, remedy, place.rest(place.at))


def _after_value(place: Place, last: Span | None) -> Problem:
    word = re.compile(r"[*&]\S*\s*\Z").search(place.text[place.line_start(place.at) : place.at])
    if word is not None:
        return _begins_with(place, place.line_start(place.at) + word.start())
    if (
        last is not None
        and last.start < last.end <= place.at
        and not place.text[last.end : place.at].strip()
    ):
        return _after_closed(place, last)
    return _unknown(place)


def _dash(place: Place) -> Problem:
    last = place.failure.last
    if last and place.text[last.end - 1] in "\"'" and not place.text[last.end : place.at].strip():
        return _after_closed(place, last)
    return _problem(
        "a list cannot begin behind other text on a line",
        "put each item on a line of its own; if it is a text that begins with a dash, quote it",
        place.rest(place.at),
    )


def _second_start(place: Place) -> Problem:
    directive = re.search(r"^%", place.text[: place.at], re.MULTILINE)
    if directive is not None and not place.character:
        return _percent(place, directive.start())
    if not place.leads_line(place.at):
        return _after_value(place, place.failure.last)
    return (
        misplaced(place)
        or led_by_text(place)
        or _problem(
            "this line stands outside the map",
            "indent it like the first line of the map",
            place.rest(place.at),
        )
    )


# ------------------------------------------------------------------------------------ brackets


def _in_brackets(place: Place) -> Problem:
    at, opened = place.at, place.begin
    same_line = place.line_start(at) == place.line_start(opened)
    if place.character in {"]", "}"}:
        line = place.line_number(opened)
        return _problem(
            f"{place.character} does not close the bracket {place.text[opened]} of line {line}",
            "close each bracket with its own kind: [ ] or { }",
            Span(at, at + 1),
        )
    if same_line and (told := glued_list(place) or comma_missing(place)):
        return told
    if place.character == ":" and same_line:
        return _colon_inside(place, _word_before(place, at))
    if place.character == ":" or at >= len(place.text):
        return _bracket_open(place, opened)
    if place.leads_line(at) or same_line:
        return _problem(
            "a comma is missing before this",
            "put commas between the parts in brackets; "
            "a text that holds quotes goes in the other kind of quotes as a whole",
            Span(at, at + 1),
        )
    return _bracket_open(place, opened)


def _word_before(place: Place, at: int) -> int:
    start = max(place.text.rfind(mark, 0, at) for mark in ",[{:") + 1
    return start + len(place.text[start:at]) - len(place.text[start:at].lstrip())


def _bracket_open(place: Place, opening: int) -> Problem:
    mark = place.text[opening : opening + 1]
    closing = {"[": "]", "{": "}"}.get(mark, mark)
    rest = place.rest(opening)
    remedy = f"put {closing} where it ends; if {mark} belongs to a text, put the text in quotes"
    if " #" in place.text[rest.start : rest.end]:
        remedy = "what follows # is a comment; put the text in quotes if # belongs to it"
    return _problem(f"the bracket {mark} that opens here is never closed", remedy, rest)


def _bracket_extra(place: Place) -> Problem:
    return _problem(
        f"{place.character} closes no bracket",
        "delete it, or put the text in quotes if it belongs to it",
        Span(place.at, place.at + 1),
    )


def _row(
    words: str, explanation: Callable[[Place], Problem]
) -> tuple[re.Pattern[str], Callable[[Place], Problem]]:
    return pattern(words), explanation


# What the C and the Python parser say, the first match counts → what it means.
_TABLE: Final = (
    _row(r"quoted scalar: .*(end of stream|document (indicator|separator))", _quote_open),
    _row(r"escape|hexdec", _escape),
    _row(r"tab character", _tab),
    _row(r"cannot start any token", _first_character),
    _row(r"(anchor|alias): ", _begins_with_mark),
    _row(r"tag|prefix", _begins_with_mark),
    _row(r"block scalar", _block_text),
    _row(r"(?i)directive|incompatible YAML|version", _percent),
    _row(r"values are not allowed", _colon),
    _row(r"keys are not allowed", _first_character),
    _row(r"entries are not allowed", _dash),
    _row(r"simple key", _no_colon),
    _row(r"expected ',' or", _in_brackets),
    _row(r"node content", _no_content),
    _row(r"document start", _second_start),
    _row(r"block (mapping|collection)", _line),
)
