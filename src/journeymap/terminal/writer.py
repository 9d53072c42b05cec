"""Writes what a terminal shows, in colour or plain; the only place besides `cli` that knows rich.

Texts of maps go into rich as text, never as its markup, and hold no control characters. What is
plain does without its console, which takes as long to import as a map takes to read.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len

from journeymap.model.journey_map import JourneyMap
from journeymap.terminal.lines import Run, Setter, Tone
from journeymap.terminal.map_lines import build

if TYPE_CHECKING:
    from rich.console import Console
    from rich.style import Style

_READABLE = 100
"""Cells of a line of prose, at most."""
_STAGES = ("blue", "cyan", "magenta", "yellow", "bright_magenta", "bright_blue")
"""Colours of stages in turn: of the terminal's own palette, so that they suit its ground."""
_PEOPLE = ("default", "yellow", "magenta", "green", "cyan")
"""Colours of people in turn, the persona first."""
_STYLES = {
    Tone.TITLE: "bold",
    Tone.MUTED: "dim",
    Tone.FAINT: "dim",
    Tone.STRONG: "bold",
    Tone.MARK: "bold yellow",
    Tone.LOW: "red",
    Tone.HIGH: "cyan",
}
"""How rich calls the styles of what is not plain."""


def print_map(  # noqa: PLR0913 - a map, and how it is printed
    journey_map: JourneyMap,
    *,
    width: int,
    colour: bool = False,
    file: TextIO | None = None,
    notes: Iterable[str] = (),
    first: str = "",
) -> None:
    """Prints the map of a journey.

    Args:
        journey_map: the journey.
        width: cells of the terminal.
        colour: whether to colour it with ANSI codes.
        file: where to; standard output when left out.
        notes: what is to be known of it, told behind it; empty ones are left out.
        first: what is to be done first; empty where that is not known.
    """
    stream = file or sys.stdout
    lines = build(journey_map, width, cell_len, first)
    told = [
        f" {words}" if words is not None else ""
        for note in filter(None, notes)
        for words in (None, *Setter(cell_len).wrap(note, min(width, _READABLE) - 2))
    ]
    if colour:
        _print_coloured(lines, told, width, stream)
        return
    for line in lines:
        stream.write("".join(run.text for run in line) + "\n")
    stream.writelines(f"{line}\n" for line in told)


def _print_coloured(
    lines: Iterable[Sequence[Run]], told: Iterable[str], width: int, stream: TextIO
) -> None:
    from rich.text import Text

    console = _console(stream, width)
    for line in lines:
        text = Text.assemble(*((run.text, _style(run)) for run in line), end="")
        console.print(text, soft_wrap=True)
    for note in told:
        console.print(Text(note), soft_wrap=True)


def cells(text: str) -> int:
    """Returns how many cells of a terminal a text takes."""
    return cell_len(text)


def markdown(text: str, *, file: TextIO | None = None) -> None:
    """Prints Markdown in colour, as wide as the terminal but never wider than is easy to read."""
    from rich.markdown import Markdown

    console = _console(file or sys.stdout, None)
    console.print(Markdown(text, hyperlinks=False), width=min(console.width, _READABLE))


def _console(file: TextIO, width: int | None) -> "Console":
    from rich.console import Console

    return Console(
        file=file,
        width=width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
    )


def _style(run: Run) -> "Style":
    from rich.style import Style

    if run.tone is Tone.STAGE or run.tone is Tone.STAGE_RULE:
        name = _STAGES[run.turn % len(_STAGES)]
        return Style(color=name, bold=run.tone is Tone.STAGE)
    if run.tone is Tone.PERSON:
        return Style(color=_PEOPLE[run.turn % len(_PEOPLE)])
    return Style.parse(_STYLES.get(run.tone, ""))
