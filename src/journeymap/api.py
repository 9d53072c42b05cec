"""What the command line and other programs call: load, lint, render."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.analysis.analysis import Analysis
from journeymap.lint import engine
from journeymap.lint.engine import Report
from journeymap.lint.profiles import Selection
from journeymap.lint.registry import RULES
from journeymap.lint.settings_schema import with_rules
from journeymap.model.journey import Journey, Library
from journeymap.model.map import JourneyMap
from journeymap.model.schema import Schema, schema_of
from journeymap.views.view import View
from journeymap.workspace.config import Configuration
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Loader

if TYPE_CHECKING:
    from journeymap.render.graphviz import Engine, Format
    from journeymap.views.content import Lane


@dataclass(frozen=True, kw_only=True)
class LoadedMap:
    """A map from a file, with all that it leads to.

    Attributes:
        workspace: the file and those that it leads to.
    """

    workspace: Workspace

    @property
    def file(self) -> MapFile:
        """The file, its text and what reading it brought up."""
        return self.workspace.asked[0]

    @property
    def map(self) -> JourneyMap | None:
        """The journey with ids and references resolved; None where nothing could be read."""
        return self.file.map

    @property
    def journey(self) -> Journey | None:
        """The journey as it was written; None where nothing could be read."""
        return self.file.map.journey if self.file.map else None

    @cached_property
    def analysis(self) -> Analysis | None:
        """What is computed from the map, when it is first asked for; None where there is no map.

        `load(path).analysis.moment_of_truth` is the step that falls furthest short of how much it
        matters. A figure whose inputs the map does not give is None, never zero.
        """
        return Analysis(map=self.file.map) if self.file.map else None

    def lint(self, selection: Selection | None = None, *, today: date) -> Report:
        """Returns what the rules find in the map.

        Args:
            selection: which rules to use; those of the map's status when left out.
            today: the day that counts as today.

        Raises:
            UnknownRuleError: the selection names a rule that is not there.
        """
        return engine.lint(self.workspace, RULES, selection or Selection(), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a picture of a map is to look like.

    Attributes:
        view: what it shows.
        form: svg, png or dot.
        size: of a page: 16:9, 4:3, a4 or a3.
        dpi: dots per inch of a PNG.
        engine: bundled, or the system's Graphviz.
        lanes: rows to show; by default those that say anything.
    """

    form: "Format"
    view: View = View.MAP
    size: str = "16:9"
    dpi: int = 192
    engine: "Engine | None" = None
    lanes: "tuple[Lane, ...] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A map as it was drawn.

    Attributes:
        pages: the content of one file a page; none for a map without steps.
        missing: characters that the drawing cannot show.
    """

    pages: tuple[bytes, ...]
    missing: tuple[str, ...] = ()


def render(journey_map: JourneyMap, drawing: Drawing) -> Picture:
    """Draws a map.

    Args:
        journey_map: the map.
        drawing: what the picture is to look like.

    Raises:
        EngineError: the drawing engine is missing or failed.
        ValueError: the page is too small for a single step.
    """
    # Drawing imports as much as everything else together, and lint does not need it.
    from journeymap.render.graphviz import Engine, Format, draw
    from journeymap.views import measure
    from journeymap.views.catalogue import Wish, build
    from journeymap.views.theme import PAGES

    wish = Wish(page=PAGES[drawing.size], lanes=drawing.lanes)
    scenes = build(Analysis(map=journey_map), drawing.view, wish)
    engine = drawing.engine or Engine.BUNDLED
    pages = tuple(draw(scene, drawing.form, dpi=drawing.dpi, engine=engine) for scene in scenes)
    if engine is not Engine.BUNDLED or drawing.form is not Format.PNG:
        # The fonts of the system, or of whoever opens the picture, have more characters.
        return Picture(pages=pages)
    return Picture(
        pages=pages,
        missing=tuple(measure.missing(text.text for scene in scenes for text in scene.texts())),
    )


def load(path: str | Path) -> LoadedMap:
    """Reads a map, its libraries and the maps it leads to.

    A mistake in the map is never an exception: it is among the findings of `lint`.

    Args:
        path: a `*.journey.yaml` file.
    """
    return LoadedMap(workspace=Loader(shown_from=Path.cwd()).load([Path(path)]))


def lint(paths: Iterable[str | Path], selection: Selection | None = None, *, today: date) -> Report:
    """Returns what the rules find in files and in the maps of folders.

    Args:
        paths: files and folders.
        selection: which rules to use; those of each map's status when left out.
        today: the day that counts as today.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    workspace = Loader(shown_from=Path.cwd()).load(map(Path, paths))
    return engine.lint(workspace, RULES, selection or Selection(), today)


def schemas() -> dict[str, Schema]:
    """Returns the JSON Schema of each kind of file: maps, libraries and configuration."""
    journey = schema_of(Journey, "journey map")
    journey["anyOf"] = [{"required": ["stages"]}, {"required": ["steps"]}]
    return {
        "journey": journey,
        "library": schema_of(Library, "library of journey maps"),
        "journeymap": with_rules(schema_of(Configuration, "configuration of journeymap"), RULES),
    }
