"""A dash or a colon without the space that YAML asks for behind it, or with more than one dash."""

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

_DASHED = pattern(
    r"(?P<before>[ ]*(?:-[ ]+)*)"
    r"(?:(?P<sign>-)(?P<field>[a-z_]+:(?:[ ][^\r\n]*)?)|"
    r"(?P<signs>(?<=[ ])-{2,3})[ ]*(?P<text>[^\W_][^\r\n]*))(?=[\r\n]|\Z)"
)
"""A line that begins an entry, whose dash has no space before a field's name, or is several."""
KEY = pattern(r"-{1,3}[ ]?(?P<name>[a-z_]+)")
"""A name that such a dash is part of."""
_LINE_BREAK = pattern(r"\r\n|\r|\n")
_LED = pattern(
    r"(?:%[ ]?(?P<share>\d+(?:[.,]\d+)?)|@(?P<name>[^\W\d_][\w-]*))(?=[ ]*(?:[\r\n,\]}#]|\Z))"
)
"""A share with its sign before it, and a name as chats call people."""
_BRACKETS = pattern(r"\[(?P<one>[^\[\]]*)\][ ,;]*\[(?P<other>[^\[\]]*)\]")
_MORE = pattern(r">=?[ ]*(?P<number>\d+(?:\.\d+)?)(?P<unit>[ ]*(?:%|[^\W\d_]+)?)")
_MOST_LINES = 6
"""So many lines are named."""


def glued_dash(place: Place) -> Problem | None:
    """Explains `-action: Books` and `-- action: Books`, told where the first one of the file is."""
    if place.failure.opening is not None:
        return None
    near = (place.at, place.begin)
    starts = {*map(place.line_start, near), *map(place.line_above, near)}
    lines = _glued_lines(place.text)
    if not starts.intersection(lines):
        return None
    first = min(lines)
    found = _DASHED.match(place.text, first, place.line_end(first))
    if found is None:
        return None
    sign = found["sign"] or found["signs"]
    others = [place.line_number(start) for start in sorted(lines) if start != first]
    remedy = f"write {entry(found['before'], found['field'] or found['text'])}{_and_lines(others)}"
    at = found.start("sign") if found["sign"] else found.start("signs")
    span = Span(at, at + len(sign))
    return Problem(code="JM001", message=what(sign), help=remedy, span=span)


def what(sign: str) -> str:
    """Says what is wrong with the dash, or dashes, of an entry."""
    if len(sign) == 1:
        return "a space is missing after the dash"
    return f"an entry of a list begins with one dash and a space, not with {sign}"


def entry(before: str, field: str) -> str:
    """Returns an entry as it should be written, with the dashes that stand before it."""
    return f"{before.lstrip()}- {short(field.strip(), 60)}"


def space_missing(text: str, span: Span, name: str) -> Problem:
    """Tells of a colon or a dash without a space behind it.

    Args:
        text: the text of the file.
        span: where the sign stands.
        name: what it is called.
    """
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = _LINE_BREAK.search(text, start)
    line = text[start : end.start() if end else len(text)]
    at = span.end - start
    remedy = f"write {short(f'{line[:at]} {line[at:]}'.strip(), 60)}"
    return Problem(
        code="JM001", message=f"a space is missing after the {name}", help=remedy, span=span
    )


def led_by_sign(text: str, at: int, remedy: str) -> str:
    """Returns what to write for `% 10` and `@daughter`; for all others the remedy as it is."""
    found = _LED.match(text, at)
    if found is None:
        return remedy
    if found["share"]:
        return f"write {found['share'].replace(',', '.')} %"
    return f"write {found['name']} without the @, or {remedy}"


def more_than(text: str, span: Span) -> str:
    """Returns what to write for `> 8` and `>= 15 min`, where > begins a text; empty for others."""
    found = _MORE.fullmatch(text, span.start, span.end)
    if found is None:
        return ""
    if found["unit"].strip() in {"", "%"}:
        return f"write {found['number']}{found['unit']}, and that it may be more behind a #"
    return f"write over {found['number']}{found['unit']}"


def two_lists(text: str, last: Span, end: int) -> str:
    """Returns one list for two in brackets on a line, as in `[dear] [far away]`; empty for others.

    Args:
        text: the text of the file.
        last: where the first one stands.
        end: where the line ends.
    """
    found = _BRACKETS.fullmatch(text, last.start, end)
    return f"[{found['one'].strip()}, {found['other'].strip()}]" if found else ""


def _glued_lines(text: str) -> dict[int, str]:
    """Returns where lines begin that have such a dash."""
    lines, start = dict[int, str](), 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        if "-" in bare and _DASHED.match(bare):
            lines[start] = bare
        start += len(line)
    return lines


def _and_lines(others: list[int]) -> str:
    if not others:
        return ""
    shown = ", ".join(map(str, others[:_MOST_LINES]))
    more = " and others" if len(others) > _MOST_LINES else ""
    return f", and so on line{'s' if len(others) > 1 else ''} {shown}{more}"
