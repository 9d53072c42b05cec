"""What the command line and other programs call: load, lint, render."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point, Weights
from journeymap.analysis.partial_analysis import Excerpt
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import ChoiceError
from journeymap.views.names import By, View
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Loader

if TYPE_CHECKING:
    from journeymap.backends.formats import Chapter, Engine, Format
    from journeymap.linter.diagnostic import Diagnostic, Report
    from journeymap.linter.fixer import Outcome
    from journeymap.linter.profiles import Selection
    from journeymap.model.journey import Journey
    from journeymap.model.schema import Schema
    from journeymap.views.kit.theme import Theme
    from journeymap.views.options import ViewOptions
    from journeymap.views.sheet.lanes import Rows


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
    def journey(self) -> "Journey | None":
        """The journey as it was written; None where nothing could be read."""
        return self.file.map.journey if self.file.map else None

    @cached_property
    def analysis(self) -> Analysis | None:
        """What is computed from the map, when it is first asked for; None where there is no map.

        `load(path).analysis.moment_of_truth` is the step that falls furthest short of how much it
        matters. A figure whose inputs the map does not give is None, never zero.
        """
        found, weights = self.file.map, self.file.configuration.weights
        return Analysis(map=found, weights=weights) if found else None

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


class Audience(StrEnum):
    """For whom a picture is.

    Attributes:
        TEAM: everybody who works on the map.
        CLIENT: those who see neither backstage nor internal notes nor findings.
    """

    TEAM = "team"
    CLIENT = "client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a picture of a map is to look like.

    Attributes:
        form: kind of file.
        view: what it shows.
        size: of a page: 16:9, 4:3, a4, a3, a0 (a poster), or width and height with a unit.
        theme: light, dark, print, or one of a house (`journeymap.views.kit.house_theme.theme_of`).
        dpi: dots per inch of a PNG.
        engine: bundled, or the system's Graphviz.
        lanes: rows to show; by default the usual ones that say anything.
        leverage: whether a map calls out the steps where pressure is highest.
        by: what the axes of the matrix are.
        template: a presentation whose master, fonts and page size a PPTX takes.
        stages: stages to draw, by id or name; all of them by default.
        person: whose needs, thoughts and emotions to draw alone; everybody's by default.
        title: instead of the map's own.
        audience: for whom; clients see nothing that is internal.
    """

    form: "Format"
    view: View = View.MAP
    size: str = "16:9"
    theme: "Theme | str" = "light"
    dpi: int = 192
    engine: "Engine | None" = None
    lanes: "Rows | None" = None
    leverage: bool = True
    by: By = By.RATINGS
    template: Path | None = None
    stages: tuple[str, ...] = ()
    person: str = ""
    title: str = ""
    audience: Audience = Audience.TEAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A map that is to be drawn, and what was found in it.

    Attributes:
        map: the map.
        findings: what rules found in it, for formats with room for that.
        weights: how much each driver of leverage counts.
        against: another map of the same journey, for the view that compares them.
    """

    map: JourneyMap
    findings: "Sequence[Diagnostic]" = ()
    weights: Weights = field(default_factory=Weights)
    against: JourneyMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Maps as they were drawn.

    Attributes:
        files: the content of a file a page, or of one file where a format gathers pages; none for
            maps without steps.
        missing: characters that the drawing cannot show.
        left_out: what of the theme the format cannot show, in sentences.
    """

    files: tuple[bytes, ...]
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def render(subjects: JourneyMap | Iterable[Subject], drawing: Drawing) -> Picture:
    """Draws a map, or several maps in a row.

    Args:
        subjects: a map, or maps with what was found in them.
        drawing: what the picture is to look like.

    Raises:
        EngineError: the drawing engine is missing or failed.
        MissingExtraError: the format needs a package that is not installed.
        TemplateError: the template cannot be used.
        ValueError: there is no such size or theme, or the page is too small for a single step.
    """
    # Drawing imports as much as everything else together, and lint does not need it.
    from journeymap.backends.formats import Engine
    from journeymap.backends.pipeline import Manner, left_out, missing, write

    listed = [Subject(map=subjects)] if isinstance(subjects, JourneyMap) else subjects
    options = _view_options(drawing)
    chapters = [_chapter(each, drawing, options) for each in listed if each.map.steps]
    manner = Manner(
        form=drawing.form,
        dpi=drawing.dpi,
        engine=drawing.engine or Engine.BUNDLED,
        template=drawing.template,
    )
    return Picture(
        files=write(chapters, manner),
        missing=missing(chapters, manner),
        left_out=left_out(chapters, manner),
    )


def _view_options(drawing: Drawing) -> "ViewOptions":
    """Returns what pictures are to look like.

    Raises:
        ValueError: there is no such size or theme.
    """
    from journeymap.views.kit.page_sizes import page_of
    from journeymap.views.kit.theme import THEMES, Page
    from journeymap.views.options import ViewOptions
    from journeymap.views.sheet.lanes import DEFAULT

    theme = drawing.theme
    if isinstance(theme, str):
        if theme not in THEMES:
            raise ChoiceError(f"there is no theme {theme}; choose one of {', '.join(THEMES)}")
        theme = THEMES[theme]
    if drawing.template is None:
        page = page_of(drawing.size)
    else:
        from journeymap.backends.pptx import page_size

        width, height = page_size(drawing.template)
        page = Page(width=width, height=height)
    return ViewOptions(
        page=page,
        theme=theme,
        rows=drawing.lanes or DEFAULT,
        leverage=drawing.leverage,
        by=drawing.by,
    )


def _chapter(subject: Subject, drawing: Drawing, options: "ViewOptions") -> "Chapter":
    """Returns the pages of a map, and what goes with them.

    Raises:
        ValueError: the map has no such stage or person, or the page is too small.
    """
    from journeymap.analysis.leverage import strong
    from journeymap.backends.formats import Chapter
    from journeymap.backends.report_tables import LEVERAGE_RULE
    from journeymap.backends.speaker_notes import notes, remarks
    from journeymap.views.kit.enlarge import draw

    analysis = _analysis(subject, drawing)
    theme = _toned(options.theme, subject.map, analysis.map)
    options = replace(options, theme=theme, against=subject.against)
    scenes = draw(analysis, drawing.view, options)
    told = remarks([d for d in subject.findings if d.rule.name != LEVERAGE_RULE])
    told = () if drawing.audience is Audience.CLIENT else told
    along = None
    if drawing.form.tells:
        from journeymap.backends.page_story import story

        along = story(analysis, drawing.view, options, scenes, told)
    return Chapter(
        title=analysis.map.journey.title,
        scenes=scenes,
        notes=notes(scenes, analysis.map, told, strong(analysis.leverage)),
        language=analysis.map.journey.language or "en",
        story=along,
    )


def _analysis(subject: Subject, drawing: Drawing) -> Analysis:
    """Returns what is drawn of a map: all of it, or what was asked for.

    Raises:
        NoSuchNameError: the map has no such stage or person.
    """
    from journeymap.views import tailored_map

    found = subject.map
    if drawing.person:
        found = tailored_map.seen_by(found, drawing.person)
    if drawing.audience is Audience.CLIENT:
        found = tailored_map.for_client(found)
    if drawing.title:
        found = tailored_map.entitled(found, drawing.title)
    whole = Analysis(map=found, weights=subject.weights)
    if not drawing.stages:
        return whole
    return Excerpt(map=tailored_map.of_stages(found, drawing.stages), whole=whole)


def _toned(theme: "Theme", whole: JourneyMap, part: JourneyMap) -> "Theme":
    """Returns a theme in which the stages of a part keep the colours of the whole map."""
    kept = {stage.id for stage in part.stages}
    tones = (theme.stage(stage.position) for stage in whole.stages if stage.id in kept)
    return theme if len(kept) == len(whole.stages) else replace(theme, stages=tuple(tones))


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
    from journeymap.linter.fixer import mend_all

    targets = [Path(path) for path in paths]

    def read(texts: Mapping[Path, bytes] | None = None) -> Workspace:
        return Loader(texts=texts, shown_from=Path.cwd()).load(targets)

    def run(workspace: Workspace) -> "Report":
        return _lint(workspace, selection, today)

    return mend_all(read(), read, run, unsafe=unsafe)


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
