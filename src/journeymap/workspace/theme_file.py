"""Theme files: the colours, typeface and logo of a house, as YAML beside the maps."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import Node, Text, Texts
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.read_model import read
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping, Scalar, locate, locate_key
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Problem, Source, Span, decode
from journeymap.workspace import theme_assets
from journeymap.workspace.paths import find_root, leads_outside, straight
from journeymap.workspace.storage import read_bytes

_COLOUR = pattern(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_TYPEFACE = pattern(r"[\w.&+-]+( [\w.&+-]+)*")
_CUTS = ("regular", "bold")


class Ground(StrEnum):
    """The theme that a house's theme builds on."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Colours(Node):
    """Colours of a theme, as #rrggbb in quotes; those that are left out stay as they are."""

    shorthand: ClassVar[tuple[str, ...]] = ()

    page: Text | None = Field(None, description="The ground.", examples=["#ffffff"])
    ink: Text | None = Field(None, description="Letters.", examples=["#16202c"])
    muted: Text | None = Field(None, description="Letters that stand back.", examples=["#55606e"])
    rule: Text | None = Field(None, description="Lines that part or lead.", examples=["#aab4c0"])
    faint: Text | None = Field(None, description="Outlines of what is empty.", examples=["#d3dae2"])
    panel: Text | None = Field(
        None, description="Ground of the emotion curve.", examples=["#f5f7f9"]
    )
    cell: Text | None = Field(None, description="Ground of plain cells.", examples=["#f0f3f6"])
    pain: Text | None = Field(None, description="Ground of what hurts.", examples=["#fbe9e4"])
    idea: Text | None = Field(
        None, description="Ground of what could be better.", examples=["#e3f2ec"]
    )
    stages: Texts = Field(
        (),
        description="Colours of stages, in turn; cards of a stage get a tint of its colour.",
        examples=[["#1f4e86", "#127a75"]],
    )
    low: Text | None = Field(
        None, description="What feels bad, and people lost.", examples=["#9a2410"]
    )
    middle: Text | None = Field(
        None, description="What feels neither good nor bad.", examples=["#7b8693"]
    )
    high: Text | None = Field(None, description="What feels good.", examples=["#0b6fa4"])
    curves: Texts = Field(
        (),
        description="Emotion lines, the persona's first.",
        examples=[["#33445a", "#a2521b"]],
    )
    accent: Text | None = Field(None, description="Marks of moments.", examples=["#16202c"])


class Brand(Node):
    """The look of a house's pictures."""

    shorthand: ClassVar[tuple[str, ...]] = ()

    base: Ground = Field(
        Ground.LIGHT,
        description="The theme it builds on: light (default), dark or print.",
        examples=["light"],
    )
    font: Text | None = Field(
        None,
        description="Typeface of SVG, HTML and PPTX, where whoever opens them has it.",
        examples=["Source Sans 3"],
    )
    font_files: Texts = Field(
        (),
        description="Its TrueType files, relative to this one: regular, and bold. PDF embeds them.",
        examples=[["SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf"]],
    )
    logo: Text | None = Field(
        None, description="A PNG file, relative to this one.", examples=["logo.png"]
    )
    colours: Colours | None = Field(
        None, description="Colours that differ from the theme it builds on."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about a theme file, with its place.

    Attributes:
        path: the file, as it is shown.
        line: from 1.
        column: from 1, in code points.
        message: what is wrong, and what to do.
    """

    path: str
    line: int
    column: int
    message: str

    def told(self) -> str:
        """Returns it as one line, as findings are told."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class BrandError(Exception):
    """A theme file cannot be used.

    Attributes:
        remarks: what is wrong with it, in order; at least one.
    """

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        self.remarks = remarks
        more = f" (and {len(remarks) - 1} more)" if len(remarks) > 1 else ""
        super().__init__(f"{remarks[0].told()}{more}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandFile:
    """A theme file that can be used.

    Attributes:
        brand: its content; colours are #rrggbb.
        logo: content of its logo, a PNG; None where it has none.
        faces: content of its typeface, regular and bold; none where it names no files.
        source: the text.
        tree: the text with its places.
    """

    brand: Brand
    logo: bytes | None
    faces: tuple[bytes, ...]
    source: Source
    tree: Tree

    def files_of(self, path: Path) -> tuple[Path, ...]:
        """Returns the theme file, which lies at a path, and those that it names."""
        logo = (self.brand.logo,) if self.brand.logo else ()
        return (path, *(path.parent / name for name in (*logo, *self.brand.font_files)))

    def remark(self, route: Route, message: str) -> Remark:
        """Returns something to say of a place in the file."""
        return _remark(self.source, locate(self.tree, route), message)


def read_brand(path: Path) -> BrandFile:
    """Reads a theme file.

    Args:
        path: the file.

    Raises:
        BrandError: it cannot be read, or something in it cannot be used.
        OSError: it is not there, or may not be read.
    """
    theme = straight(path)
    if leads_outside(theme):
        message = "it is a link that leads out of the repository: move the file into it"
        raise BrandError((_plain(path, message),))
    source = decode(str(path), read_bytes(path))
    if isinstance(source, Problem):
        raise BrandError((_plain(path, f"{source.message}: {source.help}"),))
    reading = read(Brand, parse(source), Dialect())
    told = [
        (locate_of(reading.tree, each.route, each.span), f"{each.message}: {each.help}")
        for each in reading.findings
    ]
    if reading.model is None or reading.tree is None:
        raise BrandError(tuple(_remark(source, span, message) for span, message in told))
    told += [(locate(reading.tree, route), text) for route, text in _mistakes(reading.model)]
    told += _swallowed(reading.tree)
    if told:
        told.sort(key=lambda pair: pair[0].start)
        raise BrandError(tuple(_remark(source, span, message) for span, message in told))
    logo, faces = _beside(reading.model, theme, source, reading.tree)
    return BrandFile(brand=reading.model, logo=logo, faces=faces, source=source, tree=reading.tree)


def locate_of(tree: Tree | None, route: Route, span: Span | None) -> Span:
    """Returns the place of a finding: its span, or where its route leads."""
    return span or locate(tree, route)


def _plain(path: Path, message: str) -> Remark:
    return Remark(path=str(path), line=1, column=1, message=message)


def _remark(source: Source, span: Span, message: str) -> Remark:
    at = source.position(span.start)
    return Remark(path=source.name, line=at.line, column=at.column, message=message)


def colours_of(brand: Brand) -> Iterator[tuple[Route, str]]:
    """Yields every colour that a theme file says, with its place."""
    if brand.colours is None:
        return
    for name in brand.colours.model_fields_set:
        value = getattr(brand.colours, name)
        if isinstance(value, str):
            yield ("colours", name), value
        else:
            yield from ((("colours", name, i), each) for i, each in enumerate(value or ()))


def _mistakes(brand: Brand) -> Iterator[tuple[Route, str]]:
    for route, colour in colours_of(brand):
        if not _COLOUR.fullmatch(colour):
            yield route, f"`{colour}` is no colour: write it as '#1f4e86', in quotes"
    if brand.font and not _TYPEFACE.fullmatch(brand.font):
        yield ("font",), f"`{brand.font}` is no name of a typeface: write one, such as Inter"
    if brand.font_files and not brand.font:
        yield ("font_files",), "`font` is missing: name the typeface that these files hold"
    if len(brand.font_files) > len(_CUTS):
        yield ("font_files", len(_CUTS)), "there is no use for this: name a regular and a bold one"


def _swallowed(tree: Tree) -> Iterator[tuple[Span, str]]:
    """Yields colours that YAML took for comments, since they begin with # and have no quotes."""
    colours = tree.get(Scalar("colours", tree.span)) if isinstance(tree, Mapping) else None
    if not isinstance(colours, Mapping):
        return
    for key, value in colours.items():
        if isinstance(value, Scalar) and not value and not value.quoted:
            message = f"`{key}` has no value: YAML takes # as a comment; put the colour in quotes"
            yield locate_key(tree, ("colours", str(key))), message


def hexadecimal(colour: str) -> str:
    """Returns a colour as #rrggbb in lower case."""
    digits = colour.removeprefix("#").lower()
    long = digits if len(digits) > len("abc") else "".join(2 * digit for digit in digits)
    return f"#{long}"


def _beside(
    brand: Brand, path: Path, source: Source, tree: Tree
) -> tuple[bytes | None, tuple[bytes, ...]]:
    """Reads the logo and the typeface that a theme file names."""
    route: Route = ("logo",)
    try:
        logo = theme_assets.logo(_inside(brand.logo, path), brand.logo) if brand.logo else None
        faces = []
        for i, name in enumerate(brand.font_files):
            route = ("font_files", i)
            faces.append(theme_assets.typeface(_inside(name, path), name))
    except theme_assets.UnfitError as problem:
        raise BrandError((_remark(source, locate(tree, route), str(problem)),)) from None
    return logo, tuple(faces)


def _inside(name: str, theme: Path) -> Path:
    """Returns a file that a theme names; no link and no path may lead out of the repository."""
    path = theme.parent / name
    try:
        is_inside = path.resolve().is_relative_to(find_root(theme).resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that none can have
        return path
    if not is_inside:
        message = "lies outside the repository: move it into the repository, and name it from here"
        raise theme_assets.UnfitError(f"{name} {message}")
    return path
