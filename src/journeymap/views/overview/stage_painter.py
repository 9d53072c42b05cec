"""Draws the heads and panels of stages on the overview, and the names of steps in them."""

from collections.abc import Sequence

from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, line
from journeymap.views.overview import names as step_names
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.names import Names

NUMBERS = 14.0
"""Height of the numbers below the names, where not all steps have names, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From where to where something reaches, in points from the top of the page."""

    top: float
    tall: float


def draw_stages(
    canvas: Canvas, grid: Grid, heads: Sequence[Sequence[str]], above: Span, below: Span
) -> None:
    """Draws heads and panels of stages.

    Args:
        canvas: the page.
        grid: its columns.
        heads: the name of each stage, in lines.
        above: where the heads are.
        below: where the panels are.
    """
    theme = canvas.theme
    for panel, lines in zip(grid.panels, heads, strict=True):
        wide = panel.right - panel.left
        if panel.name and above.tall:
            head = Box(
                x=panel.left, y=above.top, width=wide, height=above.tall, fill=theme.muted,
                radius=5, key=f"stage-{panel.stage + 1}", tooltip=panel.name,
            )  # fmt: skip
            style = Style(size=step_names.HEAD, colour=theme.page, bold=True, tooltip=panel.name)
            canvas.label(head, lines, style)
        canvas.boxes.append(
            Box(x=panel.left, y=below.top, width=wide, height=below.tall, radius=5,
                fill=theme.stage(panel.stage).tint)
        )  # fmt: skip


def draw_names(canvas: Canvas, names: Names, steps: Sequence[PlacedStep], within: Span) -> None:
    """Writes the names of steps, and numbers below where not all have names.

    Args:
        canvas: the page.
        names: those that stand on it.
        steps: of the map.
        within: where the panels are.
    """
    theme = canvas.theme
    top, low = within.top + 4, within.top + within.tall
    numbers = step_names.spots(names, len(steps)) if names.numbered else []
    for name in names.names:
        step = steps[name.step]
        style = Style(size=name.size, colour=theme.ink, anchor=Anchor.MIDDLE,
                      tooltip=step.label, link=step.step.journey or "")  # fmt: skip
        y = top + name.top
        for words in name.lines:
            canvas.write([words], name.x, y, style)
            y += name.size * step_names.LEADING
        x, stop = names.grid.middle(name.step), low - 1 - (NUMBERS if names.numbered else 0.0)
        if name.leads and stop - y > 2:  # noqa: PLR2004 - else there is nothing to see
            canvas.draw(line((x, y + 1), (x, stop), colour=theme.rule, width=0.8))
    for at, x in numbers:
        style = Style(size=step_names.SIZE, colour=theme.muted, anchor=Anchor.MIDDLE,
                      tooltip=steps[at].label)  # fmt: skip
        canvas.write([str(at + 1)], x, low - NUMBERS, style)
