"""Changed texts as a unified diff, which `git apply` and `patch -p1` take."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from journeymap.text.source import Source, visible

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_NO_END = "\\ No newline at end of file\n"


def render(changed: Iterable[tuple[Source, Source]], *, shown: bool = False) -> str:
    """Returns what changes, file by file.

    Args:
        changed: each text as it is and as it is to be.
        shown: whether it goes to a terminal, which must not act on what a map holds.
    """
    return "".join(line for old, new in changed for line in _lines(old, new, shown=shown))


def _lines(old: Source, new: Source, *, shown: bool) -> Iterator[str]:
    name = visible(old.name)
    before, after = (_LINE.findall(source.text) for source in (old, new))
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        whole = line.endswith("\n")
        text = line.removesuffix("\n").removesuffix("\r") if shown else line.removesuffix("\n")
        yield f"{visible(text) if shown else text}\n"
        if not whole:
            yield _NO_END
