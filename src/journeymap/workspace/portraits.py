"""Pictures of personas: a PNG or a JPEG that is whole, and small enough to be put into pages."""

import struct
import zlib
from pathlib import Path

from journeymap.workspace.paths import PathProblem
from journeymap.workspace.storage import Storage
from journeymap.workspace.theme_assets import PNG, is_whole_png

MOST = 2_000_000
"""Bytes of a picture, at most: a page holds those of all personas."""
WIDEST = 4_000
"""Pixels of a picture, at most, across and down."""
MOST_TOGETHER = 20_000_000
"""Bytes of the pictures of a map or library, at most, each as often as it is named."""
_MOST_SCANS = 100
"""Times that a JPEG goes over its pixels, at most: ten are usual, and each takes as long."""
_SCAN = b"\xff\xda"
"""What stands before each time in a JPEG, and nowhere among its pixels."""
_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG behind which its size stands (ITU-T T.81, table B.1)."""
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of a JPEG that nothing follows."""
_SAVE = "save or copy it again"


def portrait(said: str, path: Path, storage: Storage, before: int = 0) -> bytes:
    """Returns the content of a picture.

    Args:
        said: its path as it is written.
        path: the file.
        storage: where files are read from; it reads no more than a bound of its own.
        before: bytes of the pictures before it.

    Raises:
        PathProblem: it is no PNG or JPEG, damaged, or too large.
    """
    if before >= MOST_TOGETHER:
        message = f"the pictures before `{said}` have {MOST_TOGETHER // 1_000_000} MB already"
        raise PathProblem(message, "save them smaller; a few hundred pixels are enough")
    try:
        content = storage.read(path)
    except OSError as error:
        message = f"`{said}` cannot be read"
        raise PathProblem(message, "check that you may read it") from error
    if len(content) > MOST:
        message = f"`{said}` has more than {MOST // 1_000_000} MB"
        raise PathProblem(message, "save it smaller, or with more compression")
    size = _size(said, content)
    if max(size) > WIDEST:
        message = f"`{said}` is too large: {size[0]} × {size[1]} pixels, {WIDEST} are the most"
        raise PathProblem(message, "save it smaller; a few hundred pixels are enough")
    return content


def _size(said: str, content: bytes) -> tuple[int, int]:
    """Returns how many pixels a picture has across and down.

    Raises:
        PathProblem: it is no PNG or JPEG, or not whole.
    """
    if not content.startswith((PNG, _JPEG)):
        raise PathProblem(f"`{said}` is no PNG or JPEG", "save the picture as one of them")
    try:
        size = _png_size(content) if content.startswith(PNG) else _jpeg_size(content)
    except (struct.error, zlib.error):
        size = (0, 0)
    if not all(size):
        raise PathProblem(f"`{said}` is damaged, or was cut off", _SAVE)
    return size


def _png_size(content: bytes) -> tuple[int, int]:
    across, down = struct.unpack(">II", content[16:24])
    return (across, down) if is_whole_png(content) else (0, 0)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Returns the size of a JPEG; nothing where it has none, or no end, or too much between."""
    if content.count(_SCAN) > _MOST_SCANS:
        return 0, 0
    at, end = len(_JPEG) - 1, content.rfind(_END)
    while at < end:
        mark, kind = struct.unpack(">BB", content[at : at + 2])
        if mark != _JPEG[0]:
            break
        if kind in _FRAMES:
            down, across = struct.unpack(">HH", content[at + 5 : at + 9])
            return across, down
        bare = kind in _BARE or kind == mark
        (length,) = (0,) if bare else struct.unpack(">H", content[at + 2 : at + 4])
        at += (1 if kind == mark else 2) + length
    return 0, 0
