r"""Patterns as in .gitignore, matched in time that grows with pattern times path and no more.

Whoever writes a pattern may be a stranger. So none becomes a regular expression with repetition:
the pieces between stars have a length that is fixed, and each is taken where it is found first.
Between stars no later place can do better; the same holds for the folders between `**`. What
patterns mean is as in git's wildmatch.c, held against `git check-ignore` in the tests; but
`a**/b` is what gitignore(5) says, where git lets the stars go over slashes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from journeymap.quick_dataclass import dataclass

_LOWER, _UPPER, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
_CLASSES = {
    "alnum": f"{_LOWER}{_UPPER}{_DIGITS}",
    "alpha": f"{_LOWER}{_UPPER}",
    "blank": " \t",
    "cntrl": "".join(map(chr, (*range(32), 127))),
    "digit": _DIGITS,
    "graph": "".join(map(chr, range(33, 127))),
    "lower": _LOWER,
    "print": "".join(map(chr, range(32, 127))),
    "punct": "".join(each for each in map(chr, range(33, 127)) if not each.isalnum()),
    "space": " \t\n\r",
    "upper": _UPPER,
    "xdigit": f"{_DIGITS}abcdefABCDEF",
}
_STAR, _SLASH = "*", "/"
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """What stands between stars: as many characters as it is wide.

    Attributes:
        text: the characters; empty where some are not fixed.
        pattern: what to look for where some are not fixed.
        width: how many there are.
    """

    text: str
    pattern: re.Pattern[str] | None
    width: int

    def is_at(self, name: str, at: int) -> bool:
        if self.pattern:
            return self.pattern.match(name, at) is not None
        return name.startswith(self.text, at)

    def find(self, name: str, at: int) -> int:
        if self.pattern:
            found = self.pattern.search(name, at)
            return found.start() if found else -1
        return name.find(self.text, at)


_Segment = tuple[_Piece, ...]
"""A part of a path between slashes; stars stand between its pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glob:
    """One pattern.

    Attributes:
        negated: whether it takes back what others say, as `!kept/` does.
        folders_only: whether it holds for folders alone, as `drafts/` does.
        by_name: whether it holds at any depth, since it names no folder.
        segments: its parts between slashes; None for any number of folders.
    """

    negated: bool
    folders_only: bool
    by_name: bool
    segments: tuple[_Segment | None, ...]

    def matches(self, parts: Sequence[str], *, is_folder: bool) -> bool:
        """Tells whether it holds for a path itself, whatever holds for the folders above it.

        Args:
            parts: the path relative to where the pattern counts from.
            is_folder: whether a folder is there.
        """
        if self.folders_only and not is_folder:
            return False
        return _fits(self.segments, parts[-1:] if self.by_name else parts)


def globs_of(lines: Iterable[str]) -> tuple[Glob, ...]:
    """Returns the patterns in lines of a file such as .gitignore, but for those of no effect."""
    return tuple(glob for line in lines if (glob := glob_of(line)))


def glob_of(line: str) -> Glob | None:
    """Returns the pattern in a line; None where it holds none, or one that can match nothing."""
    said = line.removesuffix("\r")
    if said.startswith("#"):
        return None
    said = _trimmed(said)
    negated = said.startswith("!")
    text = said[negated:]
    plain = text.removesuffix(_SLASH)
    by_name = _SLASH not in plain
    try:
        segments = tuple(_segments(_tokens(plain.removeprefix(_SLASH)), by_name=by_name))
    except (IndexError, KeyError, ValueError):  # a set or an escape that does not end, no class
        return None
    if not plain or not segments:
        return None
    return Glob(negated=negated, folders_only=text != plain, by_name=by_name, segments=segments)


def verdict(globs: Sequence[Glob], parts: Sequence[str], *, is_folder: bool) -> bool | None:
    """Returns what the last pattern that holds for a path says; None where none does."""
    found = (g for g in reversed(globs) if g.matches(parts, is_folder=is_folder))
    last = next(found, None)
    return None if last is None else not last.negated


def covers(globs: Sequence[Glob], parts: Sequence[str], *, is_folder: bool = False) -> bool:
    """Tells whether patterns hold for a file or folder, or for a folder above it."""
    return any(
        verdict(globs, parts[:depth], is_folder=is_folder or depth < len(parts))
        for depth in range(1, len(parts) + 1)
    )


def _trimmed(line: str) -> str:
    """Returns a line without the spaces at its end, but for one behind a backslash."""
    text = line.rstrip(" ")
    escaping = (len(text) - len(text.rstrip("\\"))) % 2
    return text + " " if escaping and text != line else text


def _fits(pattern: Sequence[_Segment | None], parts: Sequence[str]) -> bool:
    """Tells whether a path fits; back to the last `**` is as far as it ever has to go."""
    at = here = resumed = 0
    any_depth = -1
    while here < len(parts):
        segment = pattern[at] if at < len(pattern) else ()
        if segment is None:
            any_depth, resumed = at, here
        elif segment and _is(segment, parts[here]):
            here += 1
        elif any_depth >= 0:
            at = any_depth
            resumed += 1
            here = resumed
        else:
            return False
        at += 1
    return all(rest is None for rest in pattern[at:])


def _is(segment: _Segment, name: str) -> bool:
    """Tells whether a name fits; each piece between stars is taken where it is found first."""
    first, *others = segment
    if not others:
        return len(name) == first.width and first.is_at(name, 0)
    if not first.is_at(name, 0):
        return False
    end = first.width
    *middle, last = others
    for piece in middle:
        start = piece.find(name, end)
        if start < 0:
            return False
        end = start + piece.width
    start = len(name) - last.width
    return start >= end and last.is_at(name, start)


def _segments(tokens: Iterable[str], *, by_name: bool) -> Iterator[_Segment | None]:
    """Walks the parts between slashes."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == _SLASH:
            parts.append([])
        else:
            parts[-1].append(token)
    for i, part in enumerate(parts):
        if by_name or len(part) < len("**") or set(part) != {_STAR}:
            yield _segment(part)
        else:
            if i + 1 == len(parts):  # at the end it means what is in the folder, not the folder
                yield _segment([_STAR])
            yield None


def _segment(tokens: Sequence[str]) -> _Segment:
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == _STAR:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return tuple(
        _piece(piece) for i, piece in enumerate(pieces) if piece or i in {0, len(pieces) - 1}
    )


def _piece(tokens: Sequence[str]) -> _Piece:
    fixed = all(token.startswith("\\") for token in tokens)
    text = "".join(token[1:] for token in tokens) if fixed else ""
    pattern = None if fixed else re.compile("".join(map(_expression, tokens)), re.DOTALL)
    return _Piece(text=text, pattern=pattern, width=len(tokens))


def _expression(token: str) -> str:
    """Returns what a token is in a regular expression: always one character."""
    return re.escape(token[1:]) if token.startswith("\\") else token


def _tokens(text: str) -> Iterator[str]:
    """Walks a pattern: slashes, stars, characters behind a backslash, and expressions for one.

    Raises:
        IndexError: an escape or a set does not end.
        KeyError: there is no such class of characters.
        ValueError: a class does not end.
    """
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "[":
            expression, at = _set(text, at)
            yield expression
        elif char == "?":
            yield "."
        elif char in {_STAR, _SLASH}:
            yield char
        else:
            if char == "\\":
                char = text[at]
                at += 1
            yield char if char == _SLASH else f"\\{char}"


def _set(text: str, at: int) -> tuple[str, int]:
    """Reads a set of characters; returns an expression for one of them, and where the set ends."""
    negated = text[at] in "!^"
    at += negated
    begin, before = at, ""
    found: list[str] = []
    while at == begin or text[at] != "]":
        if (
            text.startswith("[:", at)
            and text[(end := text.index("]", at + 2)) - 1] == ":"
            and end > at + 2
        ):
            found.append(re.escape(_CLASSES[text[at + 2 : end - 1]]))
            before = ""
            at = end + 1
        elif text[at] == "-" and before and text[at + 1] != "]":
            char, at = _escaped(text, at + 1)
            if before <= char:
                found.append(f"{re.escape(before)}-{re.escape(char)}")
            before = ""
        else:
            before, at = _escaped(text, at)
            found.append(re.escape(before))
    one_of = "".join(found)
    if negated:
        return (f"[^{one_of}]" if one_of else "."), at + 1
    return (f"[{one_of}]" if one_of else _NOTHING), at + 1


def _escaped(text: str, at: int) -> tuple[str, int]:
    """Returns a character of a set, which may stand behind a backslash, and where it ends."""
    at += text[at] == "\\"
    return text[at], at + 1
