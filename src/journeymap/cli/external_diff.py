"""`journeymap diff` as git calls it for each file: it tells of journeys, and never fails.

Git's protocol: path, old file, old name of the content, old mode, and the same of the new file;
where it was renamed, the new path and what git says of it. A file that is not there is /dev/null.
"""

import os
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

from journeymap.cli.console import line_width
from journeymap.history.diff import diff
from journeymap.history.diff_text import to_text
from journeymap.history.sides import Side, Sides
from journeymap.text.source import visible
from journeymap.workspace.paths import kind_of
from journeymap.workspace.storage import DISK, read_bytes

_RENAMED = 9


def external_diff(words: Sequence[str], today: date, *, colour: bool) -> str:
    """Returns what changed in a map, in the words of the journey; else in lines of its text.

    Args:
        words: what git says.
        today: the day that counts as today.
        colour: whether to use ANSI codes.
    """
    path, old, _, _, new, *_ = words
    now = words[7] if len(words) == _RENAMED else path
    try:
        texts = [_content(name) for name in (old, new)]
    except OSError as error:
        return f"{visible(path)}: {(error.strerror or 'it cannot be read').lower()}\n"
    try:
        told = _journeys(path, now, texts, today, colour=colour)
    except Exception:  # noqa: BLE001 - whatever it is, git goes on with the next file
        told = ""
    return told or _lines(path, now, texts)


def _content(name: str) -> bytes | None:
    return None if name == os.devnull else read_bytes(Path(name))


def _journeys(
    path: str, now: str, texts: Sequence[bytes | None], today: date, *, colour: bool
) -> str:
    """Returns the difference of two maps; "" for files that are none."""
    here = Path.cwd()
    places = [here / path, here / now]
    if any(kind_of(place).value not in {"journey", "library"} for place in places):
        return ""
    old, new = (
        Side(name=name, storage=DISK, paths=(place,), texts={place: text})
        if text is not None
        else None
        for name, place, text in zip(("before", "after"), places, texts, strict=True)
    )
    present = old or new
    if present is None:
        return ""
    nothing = Side(name="nothing", storage=DISK, paths=())
    two = Sides(old=old or nothing, new=new or nothing, alone=old is not None and new is not None)
    report = diff(two, here, today=today)
    is_readable = not any(each.problem for each in report.maps)
    return to_text(report, width=line_width(), colour=colour, ends=False) if is_readable else ""


def _lines(path: str, now: str, texts: Sequence[bytes | None]) -> str:
    """Returns the lines that differ, as text tools tell it."""
    before, after = (
        (text or b"").decode("utf-8", "replace").splitlines(keepends=True) for text in texts
    )
    lines = unified_diff(before, after, f"a/{path}", f"b/{now}")
    return "".join(f"{visible(line.rstrip(chr(10)))}\n" for line in lines)
