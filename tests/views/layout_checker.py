"""Walks a scene and tells what a reader would trip over: clipped, overlapping or tiny text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Box, Curve, Marker, Scene, Text
from journeymap.views.kit.theme import MINIMUM

SLACK = 0.5
"""Points that rounding may cost."""


@dataclass(frozen=True)
class Area:
    """A rectangle and what it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    name: str

    def meets(self, other: "Area") -> bool:
        """Whether the two share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > SLACK
            and min(self.bottom, other.bottom) - max(self.top, other.top) > SLACK
        )

    def holds(self, other: "Area") -> bool:
        """Whether the other lies inside."""
        return (
            other.left >= self.left - SLACK
            and other.right <= self.right + SLACK
            and other.top >= self.top - SLACK
            and other.bottom <= self.bottom + SLACK
        )


def of_box(box: Box) -> Area:
    return Area(box.x, box.y, box.right, box.bottom, f"box {box.key or box.tooltip!r}")


def of_text(text: Text) -> Area:
    wide = measure.width(text.text, text.size, bold=text.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    left = text.x - shift
    return Area(
        left,
        text.baseline - 0.73 * text.size,
        left + wide,
        text.baseline + 0.21 * text.size,
        f"text {text.text!r}",
    )


def of_marker(marker: Marker) -> Area:
    half = marker.size / 2
    return Area(
        marker.x - half, marker.y - half, marker.x + half, marker.y + half,
        f"{marker.shape.value} at {marker.x:.0f}, {marker.y:.0f}",
    )  # fmt: skip


def _off_page(scene: Scene, areas: list[Area]) -> Iterator[str]:
    page = Area(0, 0, scene.width, scene.height, "page")
    yield from (f"{area.name} leaves the page" for area in areas if not page.holds(area))
    for mark in scene.marks:
        if isinstance(mark, Curve):
            inside = (0 <= x <= scene.width and 0 <= y <= scene.height for x, y in mark.points)
            if not all(inside):
                yield "a curve leaves the page"


CONTRAST = 4.5
"""Least contrast of letters with their ground: WCAG 2.2, success criterion 1.4.3, level AA."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(scene: Scene) -> Iterator[tuple[Text, str]]:
    """Lines of text with the colour under each: of the marker painted last below it, or a box."""
    painted = [(of_box(box), box.fill) for box in scene.boxes if box.fill]
    for mark in scene.marks:
        if isinstance(mark, Marker):
            painted.append((of_marker(mark), mark.fill))
        elif isinstance(mark, Text):
            area = of_text(mark)
            below = (fill for other, fill in reversed(painted) if other.holds(area))
            yield mark, next(below, scene.background)


def _faint(scene: Scene) -> Iterator[str]:
    pairs = {(text.colour, below): text for text, below in grounds(scene)}
    for (colour, below), text in pairs.items():
        if contrast(colour, below) < CONTRAST:
            yield f"{text.text!r} is {colour} on {below}"


def meeting(ones: Sequence[Area], others: Sequence[Area]) -> Iterator[tuple[Area, Area]]:
    """Pairs that meet, one of each list, found by walking both down the page."""
    waiting = sorted(others, key=lambda area: area.top)
    open_: list[Area] = []
    at = 0
    for one in sorted(ones, key=lambda area: area.top):
        while at < len(waiting) and waiting[at].top < one.bottom:
            open_.append(waiting[at])
            at += 1
        open_ = [other for other in open_ if other.bottom > one.top]
        yield from ((one, other) for other in open_ if one.meets(other))


def problems(scene: Scene, least: float = MINIMUM) -> list[str]:
    """Everything that is wrong with a page; empty where nothing is.

    Args:
        scene: the page.
        least: size of the smallest type that is allowed, in points.
    """
    boxes = [of_box(box) for box in scene.boxes]
    texts = [of_text(text) for text in scene.texts()]
    markers = [of_marker(mark) for mark in scene.marks if isinstance(mark, Marker)]
    found = list(_off_page(scene, [*boxes, *texts, *markers]))
    found += list(_faint(scene))
    found += [f"{text.text!r} is too small" for text in scene.texts() if text.size < least]
    found += [
        f"{one.name} overlaps {other.name}"
        for one, other in meeting(boxes, boxes)
        if not one.holds(other) and not other.holds(one)
    ]
    found += [
        f"{text.name} runs out of {box.name}"
        for text, box in meeting(texts, boxes)
        if not box.holds(text) and not any(marker.holds(text) for marker in markers)
    ]
    found += [
        f"{one.name} overlaps {other.name}"
        for one, other in meeting(texts, texts)
        if one is not other
    ]
    found += [
        f"{text.name} overlaps {marker.name}"
        for text, marker in meeting(texts, markers)
        if not marker.holds(text)
    ]
    return found
