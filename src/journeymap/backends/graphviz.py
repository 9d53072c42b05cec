"""Scenes drawn by Graphviz: the only module that knows it and starts its process.

Everything is pinned (`neato -n2`). Boxes are xdot operations of the background, because the corners
of nodes have one fixed radius; text and markers are nodes, curves are edges with their own splines.
Graphviz paints a node when it is first named and an edge after its ends, so a mark stands in the
source where it belongs in painting order.
"""

import re
import subprocess
import sysconfig
from functools import cache
from itertools import chain
from pathlib import Path, PurePath
from typing import assert_never

import graphviz

from journeymap.backends.formats import DPI, Engine
from journeymap.views.errors import EngineError
from journeymap.views.kit import measure
from journeymap.views.kit.layouter import Graph, Laid
from journeymap.views.kit.scene import Anchor, Box, Curve, Mark, Marker, Point, Scene, Shape, Text
from journeymap.views.kit.scripts import ISOLATE, POP

DISTRIBUTION = "graphviz-pure"
"""The engine that comes with the package: a program, without a Python module."""
SYSTEM = "dot"
"""The engine that may be installed on a machine."""
TIMEOUT = 60
"""Seconds after which an engine counts as stuck; a slide takes a fraction of one."""
_INCH = 72.0
_DROP = 0.3
"""How far below a node's middle Graphviz sets the baseline of its only line, times the size."""
_ARC = 0.44771525
"""1 - kappa with kappa = 4/3 (sqrt 2 - 1): control points of a Bézier quarter of a circle."""
_FAMILIES = "Arimo,Liberation Sans,Arial,Helvetica"
_FACES = {
    Engine.BUNDLED: ("Helvetica", "Helvetica-Bold"),
    Engine.SYSTEM: (_FAMILIES, f"{_FAMILIES} Bold"),
}
"""Regular and bold. The bundled engine draws Helvetica with Arimo and knows no lists; Pango takes a
list of families, where Helvetica alone may bring a wider typeface."""
_SHAPES = {
    Shape.CIRCLE: {"shape": "circle"},
    Shape.SQUARE: {"shape": "square"},
    Shape.DIAMOND: {"shape": "diamond"},
    Shape.STAR: {"shape": "star"},
    Shape.UP: {"shape": "triangle"},
    Shape.DOWN: {"shape": "invtriangle"},
    Shape.RIGHT: {"shape": "triangle", "orientation": "270"},
    Shape.LEFT: {"shape": "triangle", "orientation": "90"},
}
_REMARKS = re.compile(r"<!DOCTYPE[^>]*>\n?|<!--.*?-->\n?", re.DOTALL)
_JUSTIFY = {Anchor.START: "\\l", Anchor.MIDDLE: "", Anchor.END: "\\r"}


def _number(value: float) -> str:
    """Writes a length or ordinate with at most five decimals."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _op(code: str, text: str) -> str:
    """Writes an xdot operation that takes a string; its length counts bytes."""
    return f"{code} {len(text.encode())} -{text}"


class _Source:
    """Builds the source of one scene; y is turned over, since Graphviz counts it upwards."""

    def __init__(self, scene: Scene, engine: Engine) -> None:
        self.scene = scene
        self.faces = _FACES[engine]
        self.graph = graphviz.Graph(
            engine="neato",
            graph_attr={
                "bgcolor": scene.background,
                "margin": "0",
                "notranslate": "true",
                "outputorder": "breadthfirst",
                "pad": "0",
                "viewport": ",".join(
                    map(_number, (scene.width, scene.height, 1, scene.width / 2, scene.height / 2))
                ),
                "_background": " ".join(chain.from_iterable(map(self._box, scene.boxes))),
            },
            node_attr={"fixedsize": "true", "label": "", "margin": "0", "shape": "none"},
            edge_attr={"headclip": "false", "tailclip": "false"},
        )
        self.graph.node(
            "page",
            pos=self._at((scene.width / 2, scene.height / 2)),
            width=_number(scene.width / _INCH),
            height=_number(scene.height / _INCH),
        )
        for number, mark in enumerate(scene.marks):
            self._mark(f"m{number}", mark)

    def _at(self, point: Point, by: str = ",") -> str:
        return _number(point[0]) + by + _number(self.scene.height - point[1])

    def _box(self, box: Box) -> tuple[str, ...]:
        """Writes a box as a closed chain of Bézier segments, clockwise from the upper left."""
        r = min(box.radius, box.width / 2, box.height / 2)
        k = r * _ARC
        x, y, right, low = box.x, box.y, box.right, box.bottom
        corners = (
            ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
            ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
            ((right, low - r), (right, low - k), (right - k, low), (right - r, low)),
            ((x + r, low), (x + k, low), (x, low - k), (x, low - r)),
        )
        points = list(corners[0])
        for corner in (*corners[1:], corners[0][:1]):
            points += [points[-1], corner[0], *corner]
        return (
            _op("S", "dashed" if box.dashed else "solid"),
            _op("c", box.stroke or "#00000000"),
            *((_op("C", box.fill), "b") if box.fill else ("B",)),
            str(len(points)),
            *(self._at(point, " ") for point in points),
        )

    def _mark(self, name: str, mark: Mark) -> None:
        if isinstance(mark, Text):
            self._text(name, mark)
        elif isinstance(mark, Marker):
            self._marker(name, mark)
        elif isinstance(mark, Curve):
            self._curve(name, mark)
        else:
            assert_never(mark)

    def _text(self, name: str, text: Text) -> None:
        """Writes a line as a node wide enough for any estimate, so that its edge is exact."""
        size, bold = text.size, text.bold
        generous = 2 * measure.width(text.text, size, bold=bold) + size * len(text.text.encode())
        shift = {Anchor.START: 0.5, Anchor.MIDDLE: 0.0, Anchor.END: -0.5}[text.anchor]
        # The bundled engine takes every line for one from left to right; Pango looks.
        turned = text.rtl and self.faces is _FACES[Engine.BUNDLED]
        line = f"{ISOLATE}{text.text}{POP}" if turned else text.text
        words = graphviz.escape(line.replace("&", "&amp;"))
        self.graph.node(
            name,
            label=words + _JUSTIFY[text.anchor],
            id=name,
            pos=self._at((text.x + shift * generous, text.baseline - _DROP * size)),
            width=_number(generous / _INCH),
            height=_number(2 * size / _INCH),
            fontname=self.faces[bold],
            fontsize=_number(size),
            fontcolor=text.colour,
        )

    def _marker(self, name: str, marker: Marker) -> None:
        self.graph.node(
            name,
            id=name,
            pos=self._at((marker.x, marker.y)),
            width=_number(marker.size / _INCH),
            height=_number(marker.size / _INCH),
            style="filled",
            fillcolor=marker.fill,
            color=marker.stroke or "#00000000",
            penwidth=_number(marker.line if marker.stroke else 0),
            **_SHAPES[marker.shape],
        )

    def _curve(self, name: str, curve: Curve) -> None:
        ends = (f"{name}a", f"{name}b")
        for end, point in zip(ends, (curve.points[0], curve.points[-1]), strict=True):
            self.graph.node(end, pos=self._at(point), width="0.01", height="0.01", style="invis")
        self.graph.edge(
            *ends,
            id=name,
            pos=" ".join(map(self._at, curve.points)),
            color=curve.colour,
            penwidth=_number(curve.width),
            style="dashed" if curve.dashed else "solid",
        )


def source(scene: Scene, engine: Engine = Engine.BUNDLED) -> str:
    """Returns a scene in the DOT language, for `neato -n2` of an engine."""
    return str(_Source(scene, engine).graph.source)


@cache
def _bundled(distribution: str) -> str:
    """Returns the program that a distribution brings.

    Raises:
        EngineError: it is not installed.
    """
    names = (distribution, f"{distribution}.exe")
    for name in names:  # where installers put programs; what is elsewhere is found below
        usual = Path(sysconfig.get_path("scripts"), name)
        if usual.is_file():
            return str(usual)
    from importlib import metadata

    try:
        listed = metadata.files(distribution) or []
    except metadata.PackageNotFoundError:
        listed = []
    for path in listed:
        if path.name in names:
            return str(path.locate())
    raise EngineError(
        f"the drawing engine {distribution} is not installed: use `--engine system` with Graphviz, "
        f"or on Linux, macOS or Windows (x86-64, arm64) run `pip install {distribution}`"
    )


def _run(program: str, arguments: list[str], text: str) -> bytes:
    """Runs an engine over a source.

    Raises:
        EngineError: it could not be started, took too long, or gave nothing.
    """
    name = PurePath(program).name
    try:
        done = subprocess.run(
            [program, *arguments], input=text.encode(), capture_output=True, timeout=TIMEOUT,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise EngineError(f"{name} took longer than {TIMEOUT} s: try a smaller map") from None
    except OSError as error:
        remedy = "install Graphviz" if program == SYSTEM else f"reinstall {DISTRIBUTION}"
        raise EngineError(f"{name} cannot be started ({error.strerror}): {remedy}") from None
    if done.returncode or not done.stdout:
        messages = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise EngineError(
            f"{name} failed ({messages[-1]}): please report it, or try the other `--engine`"
        )
    return done.stdout


def laid_out(graph: Graph, engine: Engine = Engine.BUNDLED) -> Laid:
    """Returns a graph as `dot` sets it.

    Raises:
        EngineError: the engine is missing or failed.
    """
    from journeymap.backends.dot_layout import layout

    return layout(graph, lambda text: _run(_program(engine), ["-Kdot", "-Tjson"], text))


def _program(engine: Engine) -> str:
    return SYSTEM if engine is Engine.SYSTEM else _bundled(DISTRIBUTION)


def drawn(graph: str, engine: Engine = Engine.BUNDLED) -> str:
    """Returns a graph in DOT as SVG, laid out by `dot`; without remarks, and the address of a DTD.

    Raises:
        PictureError: the engine is not there, or fails.
    """
    return _REMARKS.sub("", _run(_program(engine), ["-Kdot", "-Tsvg"], graph).decode())


def draw(scene: Scene, *, dpi: int = DPI, engine: Engine = Engine.BUNDLED) -> bytes:
    """Writes a scene as the content of a PNG.

    Args:
        scene: the page.
        dpi: dots per inch.
        engine: which program draws.

    Raises:
        EngineError: the engine is missing or failed.
    """
    return _run(
        _program(engine), ["-Kneato", "-n2", "-Tpng", f"-Gdpi={dpi}"], source(scene, engine)
    )
