"""Forms of other programs that stop a parser: tables and marks of Markdown, quotes of print."""

import re
from dataclasses import replace

from journeymap.text.curly_quotes import OPENING
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

COLON_LIKE = "[=：﹕꞉]"
"""What people write in the place of a colon."""
_NOTHING = re.compile(r"\?{1,3}|-{1,3}")
_ROW = re.compile(r"[ \t]*\|(?:[^|\r\n]*\|)+[ \t]*")
_BOLD = re.compile(r"(?P<sign>\*{2,3}|__|`)(?P<bare>[^\s*_`](?:[^*_`\r\n]*[^\s*_`])?)(?P=sign)")
_BEHIND_QUOTE = re.compile(r"(?<=[\"'])[ \t]*(?P<sign>[,;])[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_IN_TEXT = re.compile(r"[;,|/][ \t]*(?P<name>[a-z_]+)(?=:[ \t])")


def foreign_form(place: Place) -> Problem | None:
    """Explains what stopped a parser where it is a form of another program; None for all else."""
    return (
        _unknown_yet(place)
        or _table(place)
        or _bold(place)
        or _comma(place)
        or _several_fields(place)
    )


def straightened(text: str, problem: Problem, in_quotes: str) -> Problem:
    """Returns a problem whose remedy is quotes, where quotes of print stand around the text.

    Args:
        text: the text of the file.
        problem: what is wrong.
        in_quotes: the remedy that asks for quotes.
    """
    sign = text[problem.span.start : problem.span.start + 1]
    if problem.help != in_quotes or sign not in OPENING:
        return problem
    remedy = f'put straight quotes around it, "…": {sign} opens no quotes in YAML'
    return replace(problem, help=remedy)


def _problem(message: str, remedy: str, span: Span, flaw: int | None = None) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span, flaw=flaw)


def _unknown_yet(place: Place) -> Problem | None:
    rest = place.rest(place.at)
    if _NOTHING.fullmatch(place.text, rest.start, rest.end) is None or place.leads_line(place.at):
        return None
    return _problem(
        f"{place.text[rest.start : rest.end]} stands for something that is not known",
        "leave the field out as long as nobody knows; questions: holds what has to be found out",
        rest,
        place.at,
    )


def _table(place: Place) -> Problem | None:
    start = place.line_start(place.begin)
    row = _ROW.fullmatch(place.text, start, place.line_end(start))
    if row is None or row[0].count("|") < 3:  # noqa: PLR2004 - the bars of two cells
        return None
    first = place.text.index("|", start)
    cells = [cell.strip() for cell in row[0].strip().strip("|").split("|")]
    return _problem(
        f"a table of Markdown begins here, with {short(', '.join(cells))}",
        "write each row as an entry of a list, and its cells as fields of it: - action: …",
        place.rest(first),
    )


def bold_mark(text: str, span: Span) -> Problem | None:
    """Explains a text that begins with a mark of bold or of code; None where it begins otherwise.

    Args:
        text: the text of the file.
        span: where the text stands that cannot be read, to the end of its line.
    """
    found = _BOLD.match(text, span.start, span.end)
    if found is None:
        return None
    sign, bare = found["sign"], found["bare"] + text[found.end() : span.end]
    message = f"{sign} marks nothing in YAML: a text cannot begin with it"
    return _problem(message, f"delete both {sign}: {short(bare)}", span, span.start)


def _bold(place: Place) -> Problem | None:
    """Explains a line or a text that begins so, as a name in bold does."""
    starts = (place.at, place.begin, place.line_start(place.begin))
    return next((told for at in starts if (told := bold_mark(place.text, place.rest(at)))), None)


def _comma(place: Place) -> Problem | None:
    last = place.failure.last
    if last is None or place.failure.opening is not None:
        return None
    found = _BEHIND_QUOTE.match(place.text, last.end)
    if found is None or not found.start("sign") <= place.at <= found.end():
        return None
    at = found.start("sign")
    what = "comma" if found["sign"] == "," else "semicolon"
    return _problem(f"a {what} stands behind the closing quote", "delete it", Span(at, at + 1))


def _several_fields(place: Place) -> Problem | None:
    """Explains `Books; channel: phone`, where a colon stops a text that has fields in a row."""
    if place.character != ":" or place.failure.opening is not None:
        return None
    line = place.line_start(place.at)
    found = next(
        (
            each
            for each in _IN_TEXT.finditer(place.text, line, place.at + 2)
            if each.end() == place.at
        ),
        None,
    )
    if found is None:
        return None
    rest = place.text[place.at + 1 : place.rest(place.at).end].strip()
    first = re.split(r"[;|]", rest)[0].strip()
    return _problem(
        f"`{found['name']}` stands in the middle of a text, after {found[0][0]}",
        f"begin a line of its own if it is a field: {found['name']}: {short(first)}; "
        "put the whole text in quotes if it is none",
        Span(found.start("name"), place.rest(place.at).end),
    )
