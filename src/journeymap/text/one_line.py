"""Several fields on one line, where a blank, a comma or the braces around them were forgotten."""

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span, short

FIELDS = frozenset(
    word
    for line in (
        "action actor approach as_of backstage better by carries channel counts detail duration",
        "effort emotion evidence expected experiment family feasible frontstage gains gives",
        "handoff happens id impact importance kind leaks learned link meanwhile metric metrics",
        "moment name needs need next note only opportunities owner pains perceived population",
        "probability quote reuses severity share solves source status steps systems target text",
        "thought time to touchpoint unit value wait why with",
    )
    for word in line.split()
)
"""Names of fields, which stand in a text with a colon behind them only by a slip."""
_GLUED = pattern(r"(?<=[{,\s])(?P<name>[A-Za-z_][\w-]*):(?=[^\s/])")
_NAME = pattern(r"[A-Za-z_][\w-]*:\Z")
_BEHIND = pattern(r"(?<=[^\s,{:])[ ]+(?P<name>[^\W\d_][\w-]*)[ ]*\Z")
_TIMED = pattern(
    r"[ ]*(?:-[ ]+)*(?P<outer>wait|duration):[ ]+(?P<time>\d[\d.,-]*[ ]*[^\W\d_]+)"
    r"[ ,;(]+(?P<rest>\S.*:.*)"
)
"""A time with more behind it, and a colon in that."""
_QUOTED = pattern(r"[ ]*(?:-[ ]+)*(?P<name>[a-z_]+):[ ]+(?P<sign>[\"'])(?P<text>.*)(?P=sign)[ ]*")
_ONE = pattern(r"\(?[^\W\d_][\w-]*:[ ]+[^:,(){}\[\]]+\)?")
_OF_PEOPLE = pattern(r"[ ]*(?:-[ ]+)*(?:emotion|importance|perceived|expected):[ ]+")
"""Fields that are a number or a feeling of each person, and no text with a colon in it."""
_PEOPLE = pattern(r"[^\W\d_][\w-]*:[ ]+[^:]+(?:,[ ]+[^\W\d_][\w-]*:[ ]+[^:]+)+")
_OF_FIELDS = {"wait": "time", "duration": "time", "handoff": "to", "next": "to", "leaks": "why"}
"""Fields with fields of their own, and the one that a value alone stands for."""
_WITHIN = pattern(
    r"[ ]*(?:-[ ]+)*(?P<outer>wait|duration|handoff|next|leaks):[ ]+"
    r"(?P<value>[^\s,:{\[\"'][^,:{\[]*),[ ]+(?P<rest>[a-z_]+:[ ]+\S.*)"
)


def _problem(message: str, remedy: str, span: Span, flaw: int | None = None) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span, flaw=flaw)


def _brackets(place: Place) -> Span | None:
    """Returns where the braces stand, from { to the last } of the line."""
    start = place.begin
    end = place.text.rfind("}", start, place.line_end(start))
    return Span(start, end + 1) if place.text[start : start + 1] == "{" and end > start else None


def glued_list(place: Place) -> Problem | None:
    """Explains `{to: lab, needs:[scan]}`, where a list or a quote stands right behind a colon."""
    braces = _brackets(place)
    found = _NAME.search(place.text, place.line_start(place.at), place.at)
    if braces is None or found is None or place.character not in {"[", "{", '"', "'"}:
        return None
    whole = _GLUED.sub(r"\g<name>: ", place.text[braces.start : braces.end])
    return _problem(
        "a space is missing after the colon",
        f"write {short(whole, 100)}",
        Span(found.end() - 1, found.end()),
    )


def comma_missing(place: Place) -> Problem | None:
    """Explains `{dan: curious ruth: bored}`, where the comma between two names was forgotten."""
    braces = _brackets(place)
    if braces is None or place.character != ":":
        return None
    found = _BEHIND.search(place.text, braces.start, place.at)
    if found is None:
        return None
    before, name = place.text[braces.start : found.start()].rstrip(), found["name"]
    whole = f"{before}, {place.text[found.start('name') : braces.end]}"
    remedy = f"write {short(whole, 100)}"
    if name not in FIELDS:
        remedy += f" if `{name}` is a name of its own; put the text in quotes if it is none"
    return _problem(
        f"a comma is missing before `{name}`",
        remedy,
        Span(found.start("name"), place.at),
        place.at,
    )


def braces_missing(place: Place, start: int) -> Problem | None:
    """Explains `emotion: dan: sad, ruth: calm`, where the braces around were forgotten.

    Args:
        place: where the parser stopped.
        start: where the text behind the field's name begins.
    """
    rest = place.rest(start)
    text = place.text[rest.start : rest.end]
    is_one = _OF_PEOPLE.match(place.text, place.line_start(start)) and _ONE.fullmatch(text)
    if place.character != ":" or not (is_one or _PEOPLE.fullmatch(text)):
        return None
    if is_one:
        text = text.strip("()")
        message = "the braces around a name with its value are missing"
        return _problem(message, f"write {{{short(text, 100)}}}", rest, place.at)
    return _problem(
        "the braces around names with values are missing",
        f"write {{{short(text, 100)}}}; put the whole text in quotes if it is one",
        rest,
        place.at,
    )


def in_fields(place: Place) -> Problem | None:
    """Explains `wait: 10 days, announced: false`, where the fields of a field lack braces."""
    start = place.line_start(place.at)
    found = _WITHIN.fullmatch(place.text, start, place.rest(start).end)
    if found is None or place.failure.opening is not None:
        return None
    outer, value = found["outer"], found["value"].strip()
    return _problem(
        f"the braces around the fields of `{outer}` are missing",
        f"write {outer}: {{{_OF_FIELDS[outer]}: {value}, {found['rest']}}}",
        Span(found.start("value"), found.end()),
        place.at,
    )


def two_quotes(place: Place) -> Problem | None:
    """Explains two texts in quotes, one below the other, where one text belongs."""
    start = place.line_start(place.at)
    above, rest = place.line_above(start), place.rest(place.at)
    line = place.text[start : place.line_end(start)].strip()
    led = None if above is None else _QUOTED.fullmatch(place.text, above, place.line_end(above))
    if led is None or len(line) < 3 or line[0] not in "\"'" or line[-1] != line[0]:  # noqa: PLR2004
        return None
    whole = f"{led['sign']}{led['text']} {line[1:-1]}{led['sign']}"
    first = start + place.text[start : rest.end].index(line[0])
    return _problem(
        f"two texts in quotes stand below each other in `{led['name']}`",
        f"put one pair of quotes around both: {led['name']}: {short(whole, 100)}",
        place.rest(first),
    )


def time_with_text(place: Place) -> Problem | None:
    """Explains `wait: 6 weeks unless urgent: 2 days`, where quotes would make no time of it."""
    start = place.line_start(place.at)
    found = _TIMED.fullmatch(place.text, start, place.rest(start).end)
    if found is None or place.character != ":" or place.failure.opening is not None:
        return None
    outer, rest = found["outer"], found["rest"].replace('"', "'")
    return _problem(
        f"more than a time stands in `{outer}`",
        f'write {outer}: {found["time"]}, and on a line of its own note: "{short(rest)}"',
        Span(found.start("time"), found.end()),
        place.at,
    )
