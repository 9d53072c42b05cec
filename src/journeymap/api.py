"""What the command line and other programs call: load, lint, mend, render."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point, Weights
from journeymap.backends.drawing import Drawing, Picture, Subject
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Loader

if TYPE_CHECKING:
    from journeymap.history.diff import DiffReport
    from journeymap.linter.diagnostic import Report
    from journeymap.linter.fix_rounds import Outcome
    from journeymap.linter.profiles import Selection
    from journeymap.model.journey import Journey
    from journeymap.model.schema import Schema
    from journeymap.views.kit.theme import Theme


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
    def journey_map(self) -> JourneyMap | None:
        """The journey with ids and references resolved; None where nothing could be read."""
        return self.file.journey_map

    @property
    def journey(self) -> "Journey | None":
        """The journey as it was written; None where nothing could be read."""
        return self.file.journey_map.journey if self.file.journey_map else None

    @cached_property
    def analysis(self) -> Analysis | None:
        """What is computed from the map, when it is first asked for; None where there is no map.

        `load(path).analysis.moment_of_truth` is the step that falls furthest short of how much it
        matters. A figure whose inputs the map does not give is None, never zero.
        """
        journey_map, weights = self.file.journey_map, self.file.configuration.weights
        return Analysis(journey_map=journey_map, weights=weights) if journey_map else None

    def leverage(self, weights: Weights | None = None) -> tuple[Point, ...]:
        """Returns every step as a leverage point, the greatest pressure first.

        Args:
            weights: how much each driver counts; those of the configuration when left out.

        Returns:
            The points; none where there is no map.
        """
        if self.analysis is None:
            return ()
        return replace(self.analysis, weights=weights or self.analysis.weights).leverage

    def lint(self, selection: "Selection | None" = None, *, today: date) -> "Report":
        """Returns what the rules find in the map.

        Args:
            selection: which rules to use; those of the map's status when left out.
            today: the day that counts as today.

        Raises:
            PlugInError: the rules of an installed package cannot be used.
            UnknownRuleError: the selection names a rule that is not there.
        """
        return _lint(self.workspace, selection, today)


def render(subjects: JourneyMap | Iterable[Subject], drawing: Drawing) -> Picture:
    """Draws a map, or several maps in a row.

    Args:
        subjects: a map, or maps with what was found in them.
        drawing: what the picture is to look like.

    Raises:
        PictureError: that cannot be drawn; its kinds tell why.
    """
    # Drawing imports as much as everything else together, and lint does not need it.
    from journeymap.backends import pipeline

    listed = [Subject(journey_map=subjects)] if isinstance(subjects, JourneyMap) else subjects
    return pipeline.render(listed, drawing)


def read_theme(path: str | Path) -> "Theme":
    """Reads the theme of a house, for `Drawing`.

    Args:
        path: its YAML file.

    Raises:
        ThemeError: the file cannot be used.
        OSError: it is not there, or may not be read.
    """
    from journeymap.views.kit import house_theme

    return house_theme.read(Path(path))[0]


def load(path: str | Path) -> LoadedMap:
    """Reads a map, its libraries and the maps it leads to.

    A mistake in the map is never an exception: it is among the findings of `lint`.

    Args:
        path: a `*.journey.yaml` file.
    """
    return LoadedMap(workspace=Loader(shown_from=Path.cwd()).load([Path(path)]))


def lint(
    paths: Iterable[str | Path], selection: "Selection | None" = None, *, today: date
) -> "Report":
    """Returns what the rules find in files and in the maps of folders.

    Args:
        paths: files and folders.
        selection: which rules to use; those of each map's status when left out.
        today: the day that counts as today.

    Raises:
        PlugInError: the rules of an installed package cannot be used.
        UnknownRuleError: the selection names a rule that is not there.
    """
    return _lint(Loader(shown_from=Path.cwd()).load(map(Path, paths)), selection, today)


def _lint(workspace: Workspace, selection: "Selection | None", today: date) -> "Report":
    # Whoever draws does not need the rules, which are most of what there is to import.
    from journeymap.linter.engine import lint
    from journeymap.linter.plugins import all_rules
    from journeymap.linter.profiles import Selection

    return lint(workspace, all_rules(), selection or Selection(), today)


def diff(*what: str | Path, today: date) -> "DiffReport":
    """Returns what differs between two states of maps, and what follows from it.

    `diff("old.journey.yaml", "new.journey.yaml", today=…)` compares two files,
    `diff("clinic.journey.yaml", today=…)` a file with git's HEAD, `diff("main...HEAD", today=…)`
    two revisions: all that the command of this name takes.

    Args:
        what: two maps, paths, or revisions; what is there in the working directory when left out.
        today: the day that counts as today, for rules that depend on it.

    Raises:
        SidesError: something that was named is not there, or git cannot say what it was.
        PlugInError: the rules of an installed package cannot be used.
        UnknownRuleError: a configuration names a rule that is not there.
    """
    from contextlib import ExitStack

    from journeymap.history.diff import diff
    from journeymap.history.sides import sides

    here = Path.cwd()
    with ExitStack() as stack:
        return diff(sides([str(each) for each in what], here, stack), here, today=today)


def mend(
    paths: Iterable[str | Path],
    selection: "Selection | None" = None,
    *,
    today: date,
    unsafe: bool = False,
) -> "Outcome":
    """Makes the fixes of what the rules find, in memory: no file is written.

    `changed` holds the files whose text is another one, with that text; `refused` the fixes that
    could not be proven to change nothing else, each with the reason.

    Args:
        paths: files and folders.
        selection: which rules to use; those of each map's status when left out.
        today: the day that counts as today.
        unsafe: whether fixes are made, too, that may not be what was meant.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    from journeymap.linter.fix_rounds import mend_all

    targets = [Path(path) for path in paths]

    def read(texts: Mapping[Path, bytes] | None = None) -> Workspace:
        return Loader(texts=texts, shown_from=Path.cwd()).load(targets)

    def run(workspace: Workspace) -> "Report":
        return _lint(workspace, selection, today)

    workspace = read()
    return mend_all(workspace, run(workspace), read, run, unsafe=unsafe)


def schemas() -> "dict[str, Schema]":
    """Returns the JSON Schema of each kind of file: maps, libraries, configuration and others."""
    from journeymap.linter.registry import RULES
    from journeymap.linter.settings_schema import with_rules
    from journeymap.linter.yaml_rules.schema import with_conditions
    from journeymap.model.journey import Journey, Library
    from journeymap.model.schema import schema_of
    from journeymap.workspace.config import Configuration
    from journeymap.workspace.rule_file import RuleFile
    from journeymap.workspace.theme_file import Brand

    journey = schema_of(Journey, "journey map")
    configuration = schema_of(Configuration, "configuration of journeymap")
    journey["anyOf"] = [{"required": ["stages"]}, {"required": ["steps"]}]
    return {
        "journey": journey,
        "library": schema_of(Library, "library of journey maps"),
        "journeymap": with_conditions(with_rules(configuration, RULES)),
        "rules": with_conditions(schema_of(RuleFile, "file of rules of a repository's own")),
        "theme": schema_of(Brand, "theme of journeymap's pictures"),
    }
