"""Scenes as the bundled engine draws them, as SVG: a test can read that where a PNG is pixels."""

from xml.etree import ElementTree as ET

from journeymap.backends import graphviz
from journeymap.views.kit.scene import Scene

NAMESPACE = "{http://www.w3.org/2000/svg}"


def drawn(scene: Scene) -> ET.Element:
    program = graphviz._bundled(graphviz.DISTRIBUTION)
    content = graphviz._run(program, ["-Kneato", "-n2", "-Tsvg"], graphviz.source(scene))
    return ET.fromstring(content)  # noqa: S314 - the engine wrote it a moment ago


def elements(scene: Scene, tag: str) -> list[ET.Element]:
    return list(drawn(scene).iter(NAMESPACE + tag))
