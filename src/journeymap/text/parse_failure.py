"""Where the parser stopped, with the text around it."""

import re

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import Problem, Span


class Refused(Exception):  # noqa: N818  # not an error of the program: the text is not read on
    """The rest of the text is not read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Level:
    """A column that the next line may begin in: that of a name, or of the dash of an item."""

    start: int
    end: int
    dash: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Where and why the parser stopped; offsets in code points.

    `at` is where it stood and `context_at` where what it was reading began. `last` is the last
    text, list or map it had read, `opening` the innermost bracket that is still open, `levels` are
    the columns that lines above have opened.
    """

    problem: str
    at: int
    context: str = ""
    context_at: int | None = None
    last: Span | None = None
    opening: int | None = None
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A failure with the text around it."""

    text: str
    failure: Failure

    @property
    def at(self) -> int:
        """Where the parser stood."""
        return min(self.failure.at, len(self.text))

    @property
    def begin(self) -> int:
        """Where what was being read began."""
        place = self.failure.context_at
        return self.at if place is None else min(place, len(self.text))

    @property
    def character(self) -> str:
        """The character there; "" at the end of the text."""
        return self.text[self.at : self.at + 1]

    def line_start(self, at: int) -> int:
        """Return where the line of an offset starts."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        ends = [end for end in (self.text.find("\n", at), self.text.find("\r", at)) if end >= 0]
        return min(ends, default=len(self.text))

    def line_number(self, at: int) -> int:
        """Return the number of an offset's line, from 1."""
        return len(re.findall(r"\r\n|\r|\n", self.text[:at])) + 1

    def column(self, at: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return at - self.line_start(at)

    def rest(self, at: int) -> Span:
        """Return the span from an offset to the end of its line, without blanks there."""
        return Span(at, at + len(self.text[at : self.line_end(at)].rstrip()))

    def leads_line(self, at: int) -> bool:
        """Say whether only blanks stand before an offset on its line."""
        return not self.text[self.line_start(at) : at].strip()

    def line_above(self, at: int) -> int | None:
        """Return where the nearest line above starts that is neither blank nor a comment."""
        start = self.line_start(at)
        while start > 0:
            start = self.line_start(start - 1)
            content = self.text[start : self.line_end(start)].strip()
            if content and not content.startswith("#"):
                return start
        return None
