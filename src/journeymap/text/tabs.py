"""Tabs between the parts of a map, and the spaces that belong in their place."""

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Problem, Span

_LED_LINE = pattern(r"(?P<dashes>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+):[ ]*(?P<text>[^\r\n]*)")
_WITH_SPACES = "indent with spaces; most editors can do it for you"


def spaces_for(place: Place, at: int) -> str:
    """Return how many spaces a line that tabs indent needs; empty where its neighbours differ."""
    above = place.line_above(at)
    line = place.text[place.line_start(at) : place.line_end(at)].lstrip()
    led = None if above is None else _LED_LINE.match(place.text, above, place.line_end(above))
    if above is None or led is None or line[:1] in "-#" or not led["text"]:
        return ""
    column, below = led.end("dashes") - above, place.line_end(at) + 1
    next_line = place.text[below : place.line_end(below)]
    deeper = len(next_line) - len(next_line.lstrip(" ")) > column
    if deeper or line.rstrip().endswith(":"):
        return ""
    number = place.line_number(above)
    return f"{column} spaces, so that it begins in the column of `{led['name']}` on line {number}"


def tab_problem(at: int, *, leads_line: bool, spaces: str = "") -> Problem:
    """Return the problem of a tab between the parts of a map."""
    remedy = f"indent with {spaces}" if spaces else _WITH_SPACES
    message, remedy = (
        ("a tab indents this line", remedy)
        if leads_line
        else ("a tab stands here instead of a space", "type a space instead")
    )
    return Problem(code="JM001", message=message, help=remedy, span=Span(at, at + 1))
