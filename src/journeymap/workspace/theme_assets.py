"""Files that a theme file names: a logo has to be a PNG, a typeface TrueType, and both whole."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

MOST = 20_000_000
"""Bytes of a logo or typeface, at most: every page of every picture may hold them."""
MOST_PIXELS = 16_000_000
"""Pixels of a logo, at most: four bytes each, and a few times over, while it is drawn."""
PNG = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with."""
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_TABLES = frozenset({b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"})
"""Tables without which a TrueType file cannot be embedded (OpenType specification)."""
_CHUNK, _ENTRY = 12, 16
"""Bytes of a PNG's chunk besides its data, and of an entry in a typeface's list of tables."""


class UnfitError(Exception):
    """A file cannot be used; the message is one line and says what to do."""


def logo(path: Path, name: str) -> bytes:
    """Returns the content of a logo.

    Args:
        path: the file.
        name: as it is written.

    Raises:
        UnfitError: it is not there, no PNG, damaged, or too large.
    """
    content = _content(path, name, "logo")
    if not content.startswith(PNG):
        raise UnfitError(f"{name} is no PNG: save the logo as PNG, with a transparent ground")
    _check(content, name, is_whole_png)
    across, down = struct.unpack(">II", content[16:24])
    if across * down > MOST_PIXELS:
        many = f"{across} × {down} pixels, {MOST_PIXELS // 1_000_000} million are the most"
        raise UnfitError(f"{name} is too large: {many}")
    return content


def typeface(path: Path, name: str) -> bytes:
    """Returns the content of a file of a typeface.

    Args:
        path: the file.
        name: as it is written.

    Raises:
        UnfitError: it is not there, not TrueType, damaged, or too large.
    """
    content = _content(path, name, "typeface")
    if not content.startswith(_TRUETYPE):
        message = "is no TrueType: save the typeface as .ttf, since PDF embeds no other kind"
        raise UnfitError(f"{name} {message}")
    _check(content, name, _is_whole_typeface)
    return content


def _content(path: Path, name: str, what: str) -> bytes:
    missing = f"there is no {what} {name} beside this file"
    if not path.is_file():  # a pipe or a device may never end
        raise UnfitError(missing)
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST + 1)
    except (OSError, ValueError):
        raise UnfitError(missing) from None
    if len(content) > MOST:
        raise UnfitError(f"{name} is too large: {MOST // 1_000_000} MB are the most")
    return content


def _check(content: bytes, name: str, is_whole: Callable[[bytes], bool]) -> None:
    try:
        whole = is_whole(content)
    except (struct.error, zlib.error):
        whole = False
    if not whole:
        raise UnfitError(f"{name} is damaged, or was cut off: save or copy it again")


def is_whole_png(content: bytes) -> bool:
    """Tells whether all chunks of a PNG are there and as they were written.

    Raises:
        struct.error: it ends within one.
    """
    at, pixels = len(PNG), False
    kinds: list[bytes] = []
    while at < len(content) and kinds[-1:] != [b"IEND"]:
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + size]
        (sum_,) = struct.unpack(">I", content[at + 8 + size : at + _CHUNK + size])
        if zlib.crc32(kind + data) != sum_:
            return False
        pixels = pixels or (kind == b"IDAT" and size > 0)
        kinds.append(kind)
        at += _CHUNK + size
    sides = struct.unpack(">II", content[16:24])
    return kinds[:1] == [b"IHDR"] and kinds[-1] == b"IEND" and all(sides) and pixels


def _is_whole_typeface(content: bytes) -> bool:
    """Tells whether all tables that are needed lie inside the file."""
    (count,) = struct.unpack(">H", content[4:6])
    found = set()
    for i in range(count):
        entry = content[12 + i * _ENTRY : 12 + (i + 1) * _ENTRY]
        tag, _, start, size = struct.unpack(">4sIII", entry)
        if start + size > len(content):
            return False
        found.add(tag)
    return found >= _TABLES
