"""Pages larger than a sheet are read from afar: a picture is laid out small and enlarged."""

from collections.abc import Iterator
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.scene import Box, Curve, Logo, Mark, Marker, Scene, Text
from journeymap.views.kit.theme import PAGES, Page
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

_STEP = 2**0.25
"""From one enlargement that is tried to the next."""


def draw(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a view; on a page larger than a sheet (A3) with type as large as holds it on one page.

    Args:
        analysis: the map, and what is computed from it.
        options: what to show, and what it is to look like.

    Raises:
        NothingToShowError: the map lacks what the view is about.
        PageTooSmallError: the page is too small.
    """
    scenes: tuple[Scene, ...] = ()
    whole = options.size
    for factor in _factors(whole):
        page = replace(whole, width=whole.width / factor, height=whole.height / factor)
        scenes = build(analysis, replace(options, size=page))
        if len(scenes) <= 1 or factor == 1:
            return tuple(enlarged(scene, factor) for scene in scenes)
    return scenes


def _factors(page: Page) -> Iterator[float]:
    """Yields enlargements to try, largest first: down from a sheet's size to the page's own."""
    sheet = PAGES["a3"]
    factor = min(page.width / sheet.width, page.height / sheet.height)
    while factor > _STEP:
        yield factor
        factor /= _STEP
    yield 1.0


def enlarged(scene: Scene, factor: float) -> Scene:
    """Returns a picture so many times as large."""
    if factor == 1:
        return scene
    return replace(
        scene,
        width=scene.width * factor,
        height=scene.height * factor,
        boxes=tuple(_box(box, factor) for box in scene.boxes),
        marks=tuple(_mark(mark, factor) for mark in scene.marks),
        logo=_logo(scene.logo, factor) if scene.logo else None,
        areas=tuple(
            replace(area, corners=tuple((x * factor, y * factor) for x, y in area.corners))
            for area in scene.areas
        ),
    )


def _box(box: Box, factor: float) -> Box:
    return replace(
        box,
        x=box.x * factor,
        y=box.y * factor,
        width=box.width * factor,
        height=box.height * factor,
        radius=box.radius * factor,
    )


def _logo(logo: Logo, factor: float) -> Logo:
    return replace(
        logo,
        x=logo.x * factor,
        y=logo.y * factor,
        width=logo.width * factor,
        height=logo.height * factor,
    )


def _mark(mark: Mark, factor: float) -> Mark:
    if isinstance(mark, Text):
        return replace(
            mark, x=mark.x * factor, baseline=mark.baseline * factor, size=mark.size * factor
        )
    if isinstance(mark, Curve):
        points = tuple((x * factor, y * factor) for x, y in mark.points)
        return replace(mark, points=points, width=mark.width * factor)
    if isinstance(mark, Marker):
        return replace(
            mark,
            x=mark.x * factor,
            y=mark.y * factor,
            size=mark.size * factor,
            line=mark.line * factor,
        )
    raise TypeError(f"a {type(mark).__name__} cannot be enlarged")
