"""Draws the rooms of the package from its import contract: `docs/rooms.svg`."""

import ast
import tomllib
from pathlib import Path

from journeymap.backends.svg import write
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.measure import wrap
from journeymap.views.kit.scene import Anchor, Box, Marker, Scene, Shape, line
from journeymap.views.kit.theme import LIGHT, Page

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "journeymap"
WIDTH, MARGIN, RAIL, GAP = 960.0, 24.0, 88.0, 8.0
NAME, WORDS, PADDING, RIM = 12.0, 10.0, 8.0, 5.0


def layers() -> list[list[str]]:
    """Returns the rooms from top to bottom, those of one layer beside one another."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    built = [[room for room in row.split(" | ") if not room.startswith("(")] for row in rows]
    return [row for row in built if row]


def purpose(room: str) -> str:
    """Returns the first line of a room's docstring."""
    folder = PACKAGE / room / "__init__.py"
    path = folder if folder.exists() else PACKAGE / f"{room}.py"
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].rstrip(".")


def picture() -> bytes:
    """Returns the picture: a row a layer, a box a room, and an arrow that says which way."""
    rows = layers()
    canvas = Canvas(page=Page(width=WIDTH, height=0), theme=LIGHT)
    top = MARGIN
    for row in rows:
        top = _row(canvas, row, top) + GAP
    canvas.page = Page(width=WIDTH, height=top - GAP + MARGIN)
    _arrow(canvas)
    scene = Scene(
        width=WIDTH,
        height=canvas.page.height,
        background=LIGHT.page,
        title="The rooms of journeymap: imports only go down",
        description="; ".join(" beside ".join(row) for row in rows),
        boxes=tuple(canvas.boxes),
        marks=tuple(canvas.marks),
        language="en",
        name="rooms",
    )
    return write(scene)


def _row(canvas: Canvas, rooms: list[str], top: float) -> float:
    """Draws the rooms of a layer and returns where they end."""
    left = MARGIN + RAIL
    width = (WIDTH - MARGIN - left - (len(rooms) - 1) * GAP) / len(rooms)
    name = Style(size=NAME, colour=LIGHT.stages[0].strong, bold=True)
    words = Style(size=WORDS, colour=LIGHT.ink)
    lines = [wrap(purpose(room), width - 2 * PADDING, WORDS) for room in rooms]
    height = 2 * RIM + name.leading + max(map(len, lines)) * words.leading
    for position, room in enumerate(rooms):
        x = left + position * (width + GAP)
        tint = LIGHT.stages[0].tint
        canvas.boxes.append(Box(x=x, y=top, width=width, height=height, fill=tint, radius=4))
        below = canvas.write([room], x + PADDING, top + RIM, name)
        canvas.write(lines[position], x + PADDING, below, words)
    return top + height


def _arrow(canvas: Canvas) -> None:
    """Draws the arrow beside the layers."""
    x, foot = MARGIN + RAIL / 2 - PADDING / 2, canvas.page.height - MARGIN
    style = Style(size=WORDS, colour=LIGHT.muted, anchor=Anchor.MIDDLE)
    top = canvas.write(["a room", "imports", "only rooms", "below it"], x, MARGIN, style)
    canvas.draw(
        line((x, top + GAP), (x, foot - GAP), colour=LIGHT.muted, width=1.5),
        Marker(x=x, y=foot - GAP / 2, shape=Shape.DOWN, size=GAP, fill=LIGHT.muted),
    )
