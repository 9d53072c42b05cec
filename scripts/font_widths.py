"""Writes the advance widths of the shipped typeface as data that the views measure with.

Run with `python scripts/font_widths.py` after a change of the font files; a test holds that the
table and the files agree. It needs fonttools, which is no dependency of the package.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src" / "journeymap" / "backends" / "fonts"
TABLE = ROOT / "src" / "journeymap" / "views" / "kit" / "widths.json"
FACES = {"regular": "Arimo-Regular.ttf", "bold": "Arimo-Bold.ttf"}


def runs(widths: dict[int, int]) -> list[list[int]]:
    """Packs widths by code point as runs: the first code point, then the widths that follow."""
    packed: list[list[int]] = []
    previous = -2
    for point in sorted(widths):
        if point != previous + 1:
            packed.append([point])
        packed[-1].append(widths[point])
        previous = point
    return packed


def table() -> str:
    """Returns the table of both faces as JSON; widths in font units."""
    faces: dict[str, object] = {}
    units = 0
    for face, name in FACES.items():
        font = TTFont(FONTS / name)
        units = font["head"].unitsPerEm
        metrics = font["hmtx"]
        faces[face] = runs(
            {point: metrics[glyph][0] for point, glyph in font.getBestCmap().items()}
        )
    return json.dumps({"units": units, **faces}, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="ascii")
    print(f"wrote {TABLE.relative_to(ROOT)}")
