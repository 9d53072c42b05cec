"""Forms of other programs that stop a parser: tables and marks of Markdown, quotes of print."""

import re
from dataclasses import replace

from journeymap.quick_pattern import pattern
from journeymap.text import bullets
from journeymap.text.curly_quotes import OPENING, closed_at
from journeymap.text.one_line import FIELDS, in_fields, time_with_text, two_quotes
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

_LINE = 160
"""So much of a line is written out at most."""
COLON_LIKE = "[=：﹕꞉]"
"""What people write in the place of a colon."""
_HEADING = pattern(r"^#{1,4} \S", re.MULTILINE)
_ENTRY = pattern(r"^(?:[-*+•]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)
_FIELD_OF_MAP = pattern(r"^(?:journeymap|title|steps|stages|personas)[ \t]*:", re.MULTILINE)
_FIELD = pattern(r"[a-z_]+:(?:[ \t]|$)", re.MULTILINE)
_LETTER = pattern(r"[ \t]*(?P<sign>o)[ \t]+(?P<text>[^\s:][^:\r\n]*)")
_SIGNED = pattern(
    rf"[ \t]*(?:-[ ]+)?(?P<sign>[{bullets.SIGNS}])[ \t\u00a0]*(?=[a-z_]+:(?:[ \t]|$))", re.MULTILINE
)
"""A bullet, or a dash of print, before a field."""
_DOTS = pattern(r"^\.\.\.(?=\s)", re.MULTILINE)
_NUMBERED = pattern(r"[ \t]*(?P<sign>\d{1,3}[.)])[ \t]+(?P<name>[a-z_]+):(?=\s)")
_IN_FIELD = pattern(
    r"[ \t]*(?:-[ \t]+)*(?P<outer>handoff|wait|leaks|next|expected|starts|metrics|pains|"
    r"opportunities):[ \t]+(?P<name>[a-z_]+):[ \t]+(?P<text>\S.*)"
)
"""A field with fields of its own, with one of them behind it on the line."""
_NOTHING = pattern(r"\?{1,3}|-{1,3}")
_ROW = pattern(r"[ \t]*\|(?:[^|\r\n]*\|)+[ \t]*")
_BOLD = pattern(r"(?P<sign>\*{2,3}|__|`)(?P<bare>[^\s*_`](?:[^*_`\r\n]*[^\s*_`])?)(?P=sign)")
_REST = pattern(r"[^\r\n]*")
_ITEM = pattern(r"[^,\]}\r\n]*")
_STARS = pattern(r"\*{2,10}")
_BEHIND_QUOTE = pattern(r"(?<=[\"'\]}])[ \t]*(?P<sign>[,;])[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_IN_TEXT = pattern(r"(?:(?P<sign>[;,|/])[ \t]*|(?<=\S)[ \t]+)(?P<name>[a-z_]+)(?=:[ \t])")


def foreign_form(place: Place) -> Problem | None:
    """Explains what stopped a parser where it is a form of another program; None for all else."""
    from journeymap.text.glued_signs import glued_dash
    from journeymap.text.stray_lines import stray_line

    return (
        _outline(place)
        or _dots(place)
        or stray_line(place)
        or glued_dash(place)
        or _numbered_field(place)
        or _bulleted_field(place)
        or _letter_bullet(place)
        or _number_sign(place)
        or _field_in_field(place)
        or _unknown_yet(place)
        or _table(place)
        or _bold(place)
        or _comma(place)
        or in_fields(place)
        or two_quotes(place)
        or time_with_text(place)
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
    end = closed_at(text, problem.span.start)
    whole = text[problem.span.start : problem.span.end].rstrip()
    is_around = end == problem.span.start + len(whole) - 1
    inner = whole[1:-1] if is_around else whole
    around = "'" if '"' in inner and "'" not in inner else '"'
    line = text[text.rfind("\n", 0, problem.span.start) + 1 : problem.span.start]
    said = short(f"{line.strip(' -')} {around}{inner}{around}".strip(), _LINE)
    remedy = "put straight ones in their place" if is_around else "put straight ones around all"
    return replace(
        problem,
        message=f"{sign} is no straight quote, and opens no text in YAML: its colon cannot be read"
        if problem.flaw is not None
        else f"{sign} opens no quotes in YAML: {problem.message}",
        help=f"{remedy}: {said}",
    )


def _problem(message: str, remedy: str, span: Span, flaw: int | None = None) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span, flaw=flaw)


def _outline(place: Place) -> Problem | None:
    """Explains an outline: headings, entries, and no field of a map."""
    text = place.text
    heading = _HEADING.search(text)
    if _FIELD_OF_MAP.search(text) or heading is None or not _ENTRY.search(text):
        return None
    return _problem(
        "this is an outline of Markdown, and no map",
        "make a map of it: journeymap new clinic.journey.yaml --from outline.md",
        place.rest(heading.start()),
    )


def _dots(place: Place) -> Problem | None:
    """Explains a line of dots, which stands for more to come, and ends a map for YAML."""
    found = _DOTS.search(place.text, 0, place.at)
    if found is None or "document start" not in place.failure.problem:
        return None
    return _problem(
        "... ends the map for YAML: nothing may follow it",
        "delete it, or write # ... where more is to come",
        Span(*found.span()),
    )


def _numbered_field(place: Place) -> Problem | None:
    """Explains `1. action: Books` above further fields: entries are numbered by their order."""
    for start in (place.line_above(place.at), place.line_start(place.at)):
        found = None if start is None else _NUMBERED.match(place.text, start)
        if found is None or start is None:
            continue
        rest = place.rest(found.start("sign"))
        name, entry = found["name"], short(place.text[found.start("name") : rest.end])
        return _problem(
            f"an entry of a list begins with a dash and a space, not with {found['sign']}",
            f"write - {entry}, and its other fields in the column of `{name}`; "
            "so with each numbered line: entries are numbered by their order",
            rest,
        )
    return None


def _bulleted_field(place: Place) -> Problem | None:
    """Explains `– action: Books` above further fields: a dash of print begins no entry."""
    above = place.line_above(place.at)
    for start in (above, place.line_start(place.at)):
        found = None if start is None else _SIGNED.match(place.text, start)
        if found is None or start is None:
            continue
        sign, rest = found["sign"], place.rest(found.start("sign"))
        if not place.leads_line(rest.start):
            continue
        return _problem(
            f"an entry of a list begins with a dash and a space, not with {sign}",
            f"write - {short(place.text[found.end() : rest.end])}, "
            f"and so wherever a line begins with {sign}",
            rest,
        )
    return None


def _letter_bullet(place: Place) -> Problem | None:
    """Explains `o Books`: the hollow bullet of word processors, pasted, is a letter."""
    start = place.line_start(place.begin)
    found = _LETTER.fullmatch(place.text, start, place.rest(start).end)
    above = place.line_above(start)
    if found is None or above is None:
        return None
    before = place.text[above : place.line_end(above)]
    if not before.rstrip().endswith(":") and not _LETTER.fullmatch(before):
        return None
    return _problem(
        "an entry of a list begins with a dash and a space, not with o",
        f"write - {short(found['text'].strip())}, and so wherever a line begins with o",
        place.rest(found.start("sign")),
    )


def _number_sign(place: Place) -> Problem | None:
    """Explains `[Ticket #12, No seat]`: what follows # is a comment, and the bracket stays open."""
    opening = place.failure.opening
    opening = place.begin if opening is None and place.text[place.begin :][:1] in "[{" else opening
    if opening is None:
        return None
    end = place.line_end(opening)
    at = place.text.find(" #", opening, end) + 1
    behind = place.text[at:end]
    if at == 0 or behind[1:2].isspace() or not re.search(r"[\]}]", behind):
        return None
    start = max(place.text.rfind(sign, opening, at) for sign in "[{,:") + 1
    if not place.text[start:at].strip():
        return None  # told as a bracket that is never closed
    entry = place.text[start:at] + re.split(r"[,\]}]", behind)[0]
    return _problem(
        "what follows # is a comment, and the bracket before it stays open",
        f'put the text in quotes if # belongs to it: "{short(entry.strip())}"',
        Span(at, at + len(behind.rstrip())),
    )


def _field_in_field(place: Place) -> Problem | None:
    """Explains `handoff: to: specialist`, where one field stands behind another one."""
    start = place.line_start(place.at)
    found = _IN_FIELD.fullmatch(place.text, start, place.rest(start).end)
    if found is None or place.at != found.end("name"):
        return None
    name, text = found["name"], short(found["text"])
    return _problem(
        f"`{name}` stands behind `{found['outer']}` on one line",
        f"write {found['outer']}: {{{name}: {text}}}; put the whole text in quotes if it is one",
        Span(found.start("name"), place.rest(start).end),
        place.at,
    )


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
    if _STARS.fullmatch(text, span.start, span.end):
        count = span.end - span.start
        return _problem("stars are no number", f"write {count}, the number of stars", span)
    found = _BOLD.match(text, span.start, span.end)
    if found is None:
        return None
    sign, bare = found["sign"], found["bare"] + text[found.end() : span.end]
    message = f"{sign} marks nothing in YAML: a text cannot begin with it"
    remedy = f"delete both {sign}: {short(bare)}; in quotes they would be shown as they are"
    return _problem(message, remedy, span, span.start)


def bold_alias(text: str, alias: Span) -> Problem | None:
    """Explains a text in bold that YAML takes for an alias, which ends at the first blank."""
    line = text[text.rfind("\n", 0, alias.start) + 1 : alias.start]
    is_within = sum(map(line.count, "[{")) > sum(map(line.count, "]}"))
    rest = (_ITEM if is_within else _REST).match(text, alias.start)
    whole = Span(alias.start, rest.end() if rest else alias.end)
    return bold_mark(text, alias) or bold_mark(text, whole)


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
    thing = "bracket" if place.text[last.end - 1] in "]}" else "quote"
    return _problem(f"a {what} stands behind the closing {thing}", "delete it", Span(at, at + 1))


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
    if found is None or not (found["sign"] or found["name"] in FIELDS):
        return None
    written = place.text[line : found.start()].rstrip()
    before = written.strip(" -")
    if not before or before.endswith(":"):  # right behind a dash or a name
        return None
    rest = place.text[place.at + 1 : place.rest(place.at).end].strip()
    first = re.split(r"[;|]", rest)[0].strip()
    after = f", after {found['sign']}" if found["sign"] else ""
    # A dash before it, or the very field that the line begins with, is an entry of its own.
    begun = re.match(rf"{found['name']}:\s", before) is not None
    if (written.endswith(" -") or begun) and not found["sign"]:
        return _problem(
            f"`{found['name']}` stands in the middle of a text: two entries are on one line",
            f"begin the second one on a line of its own: - {found['name']}: {short(first)}",
            Span(found.start("name"), place.rest(place.at).end),
        )
    return _problem(
        f"`{found['name']}` stands in the middle of a text{after}",
        f"begin a line of its own if it is a field: {found['name']}: {short(first)}; "
        "put the whole text in quotes if it is none",
        Span(found.start("name"), place.rest(place.at).end),
    )
