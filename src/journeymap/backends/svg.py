"""What Graphviz leaves out of its SVG: a text alternative, tooltips, links, stable names, fonts.

The engine's drawing is read as XML and written anew, so that all text is escaped by the writer and
nothing of the engine's version, comments or generated names is left.
"""

import base64
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from journeymap.backends.mark_shapes import width
from journeymap.views.kit.scene import Box, Curve, Logo, Mark, Scene, Text

FONTS = "Arimo, Arial, Helvetica, sans-serif"
"""Typefaces of the same widths, the bundled one first."""
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where links may lead, besides relative paths."""

_SVG = "http://www.w3.org/2000/svg"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]|^//")


class UnexpectedDrawingError(Exception):
    """The engine's drawing does not hold what the scene asked for."""


def safe(link: str) -> bool:
    """Tells whether a link may be written: http, https, mailto, or a relative path."""
    if not link or _UNSAFE.search(link):
        return False
    scheme = _SCHEME.match(link)
    return not scheme or scheme[1].lower() in SCHEMES


def fonts(first: str) -> str:
    """Returns the list of typefaces, with another one before the usual ones if there is one."""
    return f"'{first}', {FONTS}" if first else FONTS


def data_of(logo: Logo) -> str:
    """Returns a logo as an address that holds all of it."""
    return f"data:image/png;base64,{base64.b64encode(logo.content).decode()}"


def _image(logo: Logo, height: float) -> ET.Element:
    """Returns a logo; the engine's drawing counts from the lower edge of the page."""
    place = {"x": logo.x, "y": logo.y - height, "width": logo.width, "height": logo.height}
    numbers = {key: f"{value:.2f}" for key, value in place.items()}
    image = ET.Element("image", {**numbers, "href": data_of(logo)})
    image.tail = "\n"
    return image


def _is(element: ET.Element, *tags: str) -> bool:
    """Tells whether an element of the engine's drawing has one of these names."""
    return element.tag in {f"{{{_SVG}}}{tag}" for tag in tags}


def _tooltip(element: ET.Element, words: str) -> None:
    """Puts a tooltip first into an element, before its text."""
    title = ET.Element("title")
    title.text, title.tail = words, element.text
    element.text = None
    element.insert(0, title)


def _plain(element: ET.Element) -> ET.Element:
    """Drops the prefix of the name and what the root says once for all lines of text."""
    element.tag = element.tag.rpartition("}")[2]
    for attribute in (_SPACE, "font-family"):
        element.attrib.pop(attribute, None)
    element.tail = "\n"
    return element


def _mark(element: ET.Element, mark: Mark, font: str) -> ET.Element:
    _plain(element)
    if isinstance(mark, Text) and font:
        # Whatever the typeface, a line stays as wide as layout made it.
        element.set("textLength", f"{width(mark):.2f}")
        element.set("lengthAdjust", "spacingAndGlyphs")
    if isinstance(mark, Text) and mark.bold:
        element.set("font-weight", "bold")
    if isinstance(mark, Text) and safe(mark.link):
        anchor = ET.Element("a", {"href": mark.link})
        anchor.append(element)
        anchor.tail, element.tail = "\n", None
    else:
        anchor = element
    if not isinstance(mark, Curve) and mark.tooltip:
        _tooltip(element, mark.tooltip)
    return anchor


def _box(element: ET.Element, box: Box) -> ET.Element:
    _plain(element)
    if box.key:
        element.set("id", box.key)
    if box.tooltip:
        _tooltip(element, box.tooltip)
    return element


def _drawn(group: ET.Element) -> ET.Element | None:
    """Returns the one shape or text of a node's or edge's group."""
    return next((child for child in group if not _is(child, "title")), None)


def _children(graph: ET.Element, scene: Scene) -> Iterator[ET.Element]:
    """Yields page, boxes and marks, named and told.

    Raises:
        UnexpectedDrawingError: some of them are missing.
    """
    shapes = [child for child in graph if _is(child, "polygon", "path")]
    groups = {child.get("id", ""): child for child in graph if _is(child, "g")}
    if len(shapes) != len(scene.boxes) + 1:
        raise UnexpectedDrawingError("the engine left out some boxes")
    yield _plain(shapes[0])
    for shape, box in zip(shapes[1:], scene.boxes, strict=True):
        yield _box(shape, box)
    for number, mark in enumerate(scene.marks):
        group = groups.get(f"m{number}")
        element = None if group is None else _drawn(group)
        if element is None:
            raise UnexpectedDrawingError("the engine left out some text or shapes")
        yield _mark(element, mark, scene.font)


def finish(drawn: bytes, scene: Scene) -> bytes:
    """Returns the engine's SVG of a scene as it is published.

    Raises:
        UnexpectedDrawingError: the drawing does not hold what the scene asked for.
    """
    try:
        root = ET.fromstring(drawn)  # noqa: S314 - the engine wrote it a moment ago
    except ET.ParseError:
        raise UnexpectedDrawingError("the engine wrote no SVG") from None
    graph = root.find(f"{{{_SVG}}}g")
    if graph is None:
        raise UnexpectedDrawingError("the engine drew nothing")
    page = ET.Element("g", {"transform": graph.get("transform", "")})
    page.text, page.tail = "\n", "\n"
    page.extend(tuple(_children(graph, scene)))
    if scene.logo:
        page.append(_image(scene.logo, scene.height))
    image = ET.Element(
        "svg",
        {
            "xmlns": _SVG,
            **{key: root.get(key, "") for key in ("width", "height", "viewBox")},
            "role": "img",
            "aria-labelledby": "title description",
            "font-family": fonts(scene.font),
            **({"lang": scene.language} if scene.language else {}),
        },
    )
    image.text = "\n"
    for tag, identifier, words in (
        ("title", "title", scene.title),
        ("desc", "description", scene.description),
    ):
        told = ET.SubElement(image, tag, {"id": identifier})
        told.text, told.tail = words, "\n"
    image.append(page)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + str(ET.tostring(image, encoding="unicode")).encode()
        + b"\n"
    )
