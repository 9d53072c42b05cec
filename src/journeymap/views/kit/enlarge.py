"""Pictures enlarged, for pages that are read from afar."""

from dataclasses import replace
from typing import Any, TypeVar

from journeymap.views.kit.scene import Area, Box, Curve, Image, Mark, Point, Scene

Part = TypeVar("Part", bound=Box | Mark | Image)

_LENGTHS = ("x", "y", "width", "height", "radius", "baseline", "size", "line")
"""Names of lengths and ordinates, whatever has them."""


def enlarged(scene: Scene, factor: float) -> Scene:
    """Returns a picture so many times as large."""
    if factor == 1:
        return scene
    return replace(
        scene,
        width=scene.width * factor,
        height=scene.height * factor,
        boxes=tuple(_part(box, factor) for box in scene.boxes),
        marks=tuple(_part(mark, factor) for mark in scene.marks),
        logo=_part(scene.logo, factor) if scene.logo else None,
        images=tuple(_part(image, factor) for image in scene.images),
        areas=tuple(_area(area, factor) for area in scene.areas),
    )


def _part(part: Part, factor: float) -> Part:
    changes: dict[str, Any] = {
        name: getattr(part, name) * factor for name in _LENGTHS if hasattr(part, name)
    }
    if isinstance(part, Curve):
        changes["points"] = _points(part.points, factor)
    return replace(part, **changes)


def _area(area: Area, factor: float) -> Area:
    return replace(area, corners=_points(area.corners, factor))


def _points(points: tuple[Point, ...], factor: float) -> tuple[Point, ...]:
    return tuple((x * factor, y * factor) for x, y in points)
