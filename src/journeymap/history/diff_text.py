"""A comparison for a terminal: stages, steps, what changed in each, and what follows."""

from collections.abc import Iterator

from journeymap.compare.difference import How
from journeymap.history.diff import DiffReport, MapDiff
from journeymap.history.outline import Section, consequences, sections, summary, title, whole
from journeymap.terminal.lines import Setter
from journeymap.terminal.writer import cells

SIGNS = {How.ADDED: "+", How.REMOVED: "−", How.MOVED: ">", How.RENAMED: "~", How.CHANGED: "~"}
"""What stands before what came, went, moved, or changed."""
_COLOURS = {How.ADDED: "32", How.REMOVED: "31", How.MOVED: "36"}
_BOLD, _DIM, _RED, _GREEN = "1", "2", "31", "32"
_ENDS = {"new: error": _RED, "new: warning": _RED, "gone: ": _GREEN}


def to_text(report: DiffReport, *, width: int, colour: bool = False, ends: bool = True) -> str:
    """Returns the report in lines.

    Args:
        report: what differs.
        width: cells of a line at most.
        colour: whether to use ANSI codes.
        ends: whether to end with how many maps differ.
    """
    writer = _Writer(width, colour=colour)
    lines = [line for each in report.maps for line in writer.map(each)]
    end = writer.wrapped(summary(report), "") if ends else ()
    return "".join(f"{line}\n" for line in (*lines, *end))


class _Writer:
    """Writes lines of a width."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width, self.colour, self.setting = max(width, 20), colour, Setter(cells)

    def paint(self, text: str, code: str) -> str:
        """Returns a text in a colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrapped(self, text: str, lead: str, code: str = "") -> Iterator[str]:
        """Yields a text in lines, the first one behind a lead and the others below its text."""
        room = self.width - cells(lead)
        for number, line in enumerate(self.setting.wrap(text, max(room, 10))):
            start = " " * cells(lead) if number else self.paint(lead, code)
            yield start + self.paint(line, code)

    def map(self, each: MapDiff) -> Iterator[str]:
        """Yields the lines of a map."""
        yield from self.wrapped(title(each), "", _BOLD)
        if line := whole(each):
            yield from self.wrapped(line, "  ", _DIM)
        for section in sections(each):
            yield from self._section(section)
        follow = list(consequences(each.consequences)) if each.old and each.new else []
        if follow:
            yield from self.wrapped("What follows", "  ", _BOLD)
        for line in follow:
            code = next((code for start, code in _ENDS.items() if line.startswith(start)), "")
            yield from self.wrapped(line, "    ", code)
        if each.worse:
            yield from self.wrapped("Worse, where the map promises something", "  ", _BOLD)
        yield from self._losses(each)
        yield ""

    def _section(self, section: Section) -> Iterator[str]:
        yield from self.wrapped(section.title, "  ", _BOLD)
        for item in section.items:
            code = _COLOURS.get(item.how, "")
            yield from self.wrapped(item.text, f"    {SIGNS[item.how]} ", code)
            for line in item.lines:
                yield from self.wrapped(line, "        ")

    def _losses(self, each: MapDiff) -> Iterator[str]:
        for loss in each.worse:
            reason = f"; accepted: {loss.accepted}" if loss.accepted else ""
            text = f"{loss.text} [{loss.fingerprint}]{reason}"
            yield from self.wrapped(text, "    ", "" if loss.accepted else _RED)
