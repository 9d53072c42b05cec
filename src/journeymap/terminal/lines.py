"""Lines of a terminal: runs of text with a meaning, set and broken by the cell."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import scripts
from journeymap.views.kit.measure import ELLIPSIS
from journeymap.views.kit.scripts import clusters

Measure = Callable[[str], int]
"""How many cells of the terminal a text takes: wide characters two, combining marks none."""

_BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space at which a line may end; no-break spaces are left out."""
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_KEEP = 3
"""Letters of a broken word that stay together on each line."""


class Tone(StrEnum):
    """What a run is, which decides how it looks."""

    PLAIN = "plain"
    TITLE = "title"
    MUTED = "muted"
    FAINT = "faint"
    STAGE = "stage"
    STAGE_RULE = "stage-rule"
    STRONG = "strong"
    MARK = "mark"
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of one line.

    Attributes:
        text: without control characters.
        tone: what it is.
        turn: number of the stage or person, for the tones whose colours come in turn.
    """

    text: str
    tone: Tone = Tone.PLAIN
    turn: int = 0


Line = tuple[Run, ...]
"""A line, from left to right."""


def visible(text: str) -> str:
    """Returns a text that a terminal only shows: no controls, no invisible format characters.

    A zero-width joiner stays where it joins emoji; elsewhere terminals disagree about it.
    """
    kept: list[str] = []
    for i, char in enumerate(text):
        category = unicodedata.category(char)
        if char == _JOINER:
            joins = kept and unicodedata.category(text[i + 1 : i + 2] or " ") == "So"
            kept.append(char if joins else "")
        elif char.isspace() and char not in "\u00a0\u202f":
            kept.append(" ")
        elif category in {"Cc", "Cs"}:
            kept.append("\ufffd")
        elif category != "Cf" or char == _NON_JOINER:
            kept.append(char)
    return "".join(kept)


class Setter:
    """Sets text by the cell.

    Attributes:
        measure: how many cells a text takes.
    """

    def __init__(self, measure: Measure) -> None:
        """Keeps the measure, and what was measured."""
        self.measure: Measure = lru_cache(maxsize=4096)(measure)

    def width(self, line: Iterable[Run]) -> int:
        """Returns how many cells a line takes."""
        return sum(self.measure(run.text) for run in line)

    def pad(self, line: Line, width: int) -> Line:
        """Fills a line with spaces on the right."""
        spare = width - self.width(line)
        return (*line, Run(" " * spare)) if spare > 0 else line

    def right(self, text: str, width: int) -> str:
        """Fills a text with spaces on the left."""
        return " " * (width - self.measure(text)) + text

    def cut(self, text: str, limit: int) -> str:
        """Returns a text on one line, with an ellipsis where its end had to go."""
        flat = " ".join(_BREAKABLE.split(visible(text).strip()))
        if self.measure(flat) <= limit:
            return flat
        letters = clusters(flat)
        return "".join(letters[: self._fits(letters, limit - 1)]).rstrip() + ELLIPSIS

    def wrap(self, text: str, limit: int) -> tuple[str, ...]:
        """Breaks text into lines of at most so many cells, two of them or more.

        Lines end at spaces, between wide characters, and inside a word that fills more than a line.
        A text in which nothing is visible gives one empty line.
        """
        lines = [""]
        for gap, atom in self._atoms(visible(text)):
            joint = gap if lines[-1] else ""
            if self.measure(lines[-1] + joint + atom) <= limit:
                lines[-1] += joint + atom
                continue
            lines += self._pieces(atom, limit)
        return tuple(line for line in lines if line) or ("",)

    def entries(
        self, texts: Sequence[str], limit: int, tone: Tone = Tone.PLAIN, sign: Run | None = None
    ) -> list[Line]:
        """Sets texts below one another, each behind a sign of one cell, if any."""
        indent = 2 if sign else 0
        set_lines: list[Line] = []
        for text in texts:
            for number, words in enumerate(self.wrap(text, limit - indent)):
                lead = sign if sign and not number else None
                before = (lead, Run(" ")) if lead else (Run(" " * indent),) if indent else ()
                set_lines.append((*before, Run(words, tone)))
        return set_lines

    def _atoms(self, text: str) -> Iterator[tuple[str, str]]:
        """Yields what a line does not break at first, with the space before it."""
        for word in _BREAKABLE.split(text):
            gap = " "
            for part in scripts.parts(word):
                yield gap, part
                gap = ""

    def _pieces(self, word: str, limit: int) -> list[str]:
        """Breaks a word that is wider than a line, with hyphens between letters."""
        pieces = []
        letters = clusters(word)
        start, left = 0, sum(map(self.measure, letters))
        while left > limit and len(letters) - start > 1:
            ahead = letters[start : start + limit + _KEEP]
            at = max(1, min(self._fits(ahead, limit - 1), len(letters) - start - _KEEP))
            after = letters[start + at]
            hyphen = "-" if after.isalpha() and scripts.hyphenates(ahead[at - 1], after) else ""
            piece = "".join(ahead[:at])
            pieces.append(piece + hyphen if self.measure(piece) < limit else piece)
            left -= sum(map(self.measure, ahead[:at]))
            start += at
        return [*pieces, "".join(letters[start:])]

    def _fits(self, letters: Sequence[str], limit: int) -> int:
        """Returns how many letters from the first on a width holds."""
        used = 0
        for number, letter in enumerate(letters):
            used += self.measure(letter)
            if used > limit:
                return number
        return len(letters)


def trimmed(line: Line) -> Line:
    """Returns a line without spaces at its end."""
    while line and not line[-1].text.rstrip(" "):
        line = line[:-1]
    if not line:
        return ()
    last = line[-1]
    return (*line[:-1], Run(last.text.rstrip(" "), last.tone, last.turn))
