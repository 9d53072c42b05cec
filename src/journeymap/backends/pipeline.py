"""Maps → the content of files; a format's backend is imported when it is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import Because, call_outs
from journeymap.analysis.leverage import LEAST_PRESSURE, strong
from journeymap.analysis.partial_analysis import Excerpt
from journeymap.backends.drawing import Audience, Drawing, Picture, Subject
from journeymap.backends.formats import Chapter, Engine, Format, OutputOptions
from journeymap.backends.report_tables import LEVERAGE_RULE
from journeymap.backends.speaker_notes import notes
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap
from journeymap.views import client_map, tailored_map
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit import measure
from journeymap.views.kit.layouter import Graph, Laid, Layouter
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import Theme
from journeymap.views.kit.twin_theme import in_both
from journeymap.views.names import FirstPage, View
from journeymap.views.registry import draw
from journeymap.words.whose import for_one


def render(subjects: Iterable[Subject], drawing: Drawing) -> Picture:
    """Draws maps in a row; those that lack what a view is about are left out where others do not.

    Args:
        subjects: the maps, with what was found in them.
        drawing: what the picture is to look like.

    Raises:
        PictureError: that cannot be drawn.
    """
    drawing = _first_page(_on_its_page(drawing))
    chapters: list[Chapter] = []
    lacking: list[tuple[str, NothingToShowError]] = []
    for each in subjects:
        try:
            chapters += [_chapter(each, drawing)] if each.journey_map.steps else []
        except NothingToShowError as problem:
            lacking.append((each.journey_map.id, problem))
    if lacking and not chapters:
        raise lacking[0][1]
    return Picture(
        files=write(chapters, drawing),
        missing=missing(chapters, drawing),
        left_out=(
            *(f"{name}: {problem}" for name, problem in lacking),
            *(chapter.remark for chapter in chapters if chapter.remark),
            *left_out(chapters, drawing),
        ),
    )


def _first_page(drawing: Drawing) -> Drawing:
    """Returns a drawing that says whether a map begins with its overview."""
    if not drawing.overview:
        return replace(drawing, first=FirstPage.NEVER)
    first = FirstPage.ALWAYS if drawing.form.gathers else FirstPage.LONG
    return replace(drawing, first=first)


def _on_its_page(drawing: Drawing) -> Drawing:
    """Returns a drawing with the page of its template, if it has one.

    Raises:
        MissingExtraError: the library that reads presentations is not installed.
        TemplateError: the template is no presentation.
    """
    if drawing.template is None:
        return drawing
    from journeymap.backends.pptx import page_of

    return replace(drawing, size=page_of(drawing.template))


def _chapter(subject: Subject, drawing: Drawing) -> Chapter:
    """Returns the pages of a map, and what goes with them.

    Raises:
        PictureError: the map has no such stage or person, or nothing to show, or no room.
    """
    analysis, other = _analysis(subject, drawing), drawing.against or subject.against
    findings = tuple(d for d in subject.findings if d.rule.name != LEVERAGE_RULE)
    if drawing.audience is Audience.CLIENT:
        other, findings = other and client_map.for_client(other), ()
    theme = _toned(drawing.theme, subject.journey_map, analysis.journey_map)
    if drawing.form is Format.DOT:
        from journeymap.backends.journey_graph import source

        title, graph = analysis.journey_map.journey.title, source(analysis, drawing.view, theme)
        return Chapter(title=title, scenes=(), graph=graph)
    drawing = replace(
        drawing,
        theme=in_both(theme) if drawing.form.tells else theme,
        against=other,
        footnote=_whose(subject, drawing) or drawing.footnote,
        layouter=_layouter(drawing.engine),
    )
    scenes, story = _told_apart(draw(analysis, drawing), drawing), None
    if drawing.form.tells:
        from journeymap.backends import page_story

        story = page_story.story(analysis, drawing, scenes, findings)
    return Chapter(
        title=analysis.journey_map.journey.title,
        scenes=scenes,
        notes=notes(scenes, analysis.journey_map, findings, strong(analysis.leverage)),
        language=analysis.journey_map.journey.language or "en",
        story=story,
        remark=_remark(analysis, drawing.view),
    )


_CALLED: Mapping[Because | None, str] = {
    None: "no step is called out",
    Because.PAIN: "the gravest pains are called out",
    Because.FEELING: "the lowest moments are called out",
    Because.NAMED: "the steps that have pains are called out",
}
"""What the focus tells of a map in which no step presses."""


def _remark(analysis: Analysis, view: View) -> str:
    """Returns that no step presses, where a slide is about that; empty elsewhere."""
    called = call_outs(analysis, 1)
    because = called[0].because if called else None
    if view is not View.FOCUS or because is Because.PRESSURE:
        return ""
    least = f"no step has a pressure of {LEAST_PRESSURE:g} or more"
    return f"{analysis.journey_map.id}: {least}: {_CALLED[because]}"


def _told_apart(scenes: tuple[Scene, ...], drawing: Drawing) -> tuple[Scene, ...]:
    """Returns pages whose ids are not those of the whole map where only a part of it is drawn."""
    part = "-".join(map(slug, filter(None, (drawing.person, *drawing.stages))))
    named = (replace(scene, name=f"{scene.name}-{part}") for scene in scenes)
    return tuple(named) if part else scenes


def _layouter(engine: Engine) -> Layouter:
    """Returns what lays out graphs: imported and started when a view asks it."""

    def lay_out(graph: Graph) -> Laid:
        from journeymap.backends import graphviz

        return graphviz.laid_out(graph, engine)

    return lay_out


def _analysis(subject: Subject, drawing: Drawing) -> Analysis:
    """Returns what is drawn of a map: all of it, or what was asked for.

    Raises:
        NoSuchNameError: the map has no such stage or person.
    """
    journey_map = subject.journey_map
    if drawing.person:
        journey_map = tailored_map.seen_by(journey_map, drawing.person)
    if drawing.audience is Audience.CLIENT:
        journey_map = client_map.for_client(journey_map)
    if drawing.title:
        journey_map = tailored_map.entitled(journey_map, drawing.title)
    whole = Analysis(journey_map=journey_map, weights=subject.weights)
    if not drawing.stages:
        return whole
    return Excerpt(journey_map=tailored_map.of_stages(journey_map, drawing.stages), whole=whole)


def _whose(subject: Subject, drawing: Drawing) -> str:
    """Returns what is everybody's where one of several personas is drawn."""
    whole = subject.journey_map
    return for_one(whole, whole.person_id(drawing.person)) if drawing.person else ""


def _toned(theme: Theme, whole: JourneyMap, part: JourneyMap) -> Theme:
    """Returns a theme in which the stages of a part keep the colours of the whole map."""
    kept = {stage.id for stage in part.stages}
    tones = (theme.stage(stage.position) for stage in whole.stages if stage.id in kept)
    return theme if len(kept) == len(whole.stages) else replace(theme, stages=tuple(tones))


def write(chapters: Sequence[Chapter], options: OutputOptions) -> tuple[bytes, ...]:
    """Writes maps as the content of one file a page, or of one file for formats that gather pages.

    Args:
        chapters: the maps, each with at least one page.
        options: how to write them.

    Returns:
        Nothing where there are no maps.

    Raises:
        EngineError: the drawing engine is missing or failed.
        MissingExtraError: the format needs a package that is not installed.
        TemplateError: the template cannot be used.
        TypefaceError: the typeface of a house cannot be embedded.
    """
    if not chapters:
        return ()
    if options.form is Format.DOT:
        return tuple(each.graph.encode() for each in chapters)
    if not options.form.gathers:
        return _all_drawn([scene for each in chapters for scene in each.scenes], options)
    backend = import_module(f"journeymap.backends.{options.form}")
    more = (options.template,) if options.form is Format.PPTX else ()
    content: bytes = backend.write(chapters, *more)
    return (content,)


def _all_drawn(scenes: Sequence[Scene], options: OutputOptions) -> tuple[bytes, ...]:
    if len(scenes) == 1 or options.form is not Format.PNG:
        return tuple(_drawn(scene, options) for scene in scenes)
    # Pixels take the engine longest, and each page is a process of its own: several at a time.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(lambda scene: _drawn(scene, options), scenes))


def _drawn(scene: Scene, options: OutputOptions) -> bytes:
    if options.form is Format.SVG:
        from journeymap.backends import svg

        return svg.write(scene)
    from journeymap.backends import graphviz

    drawn = graphviz.draw(scene, dpi=options.dpi, engine=options.engine)
    if not scene.pictures():
        return drawn
    from journeymap.backends.png_images import can_paste, paste

    return paste(drawn, scene.pictures(), options.dpi) if can_paste() else drawn


def left_out(chapters: Sequence[Chapter], options: OutputOptions) -> tuple[str, ...]:
    """Returns what of a theme a format cannot show, each in a sentence with the remedy."""
    scene = next((scene for chapter in chapters for scene in chapter.scenes), None)
    if scene is None or options.form not in {Format.PNG, Format.PDF}:
        return ()
    sentences = []
    if scene.font and options.form is Format.PNG:
        sentences.append(
            f"png shows the bundled typeface, not {scene.font}: "
            "use svg, html or pptx, or pdf with `font_files:` in the theme file"
        )
    elif scene.font and not scene.faces:
        sentences.append(
            f"pdf shows the bundled typeface, not {scene.font}: "
            "name its files in the theme file, such as `font_files: [house.ttf, house-bold.ttf]`"
        )
    pixels = [each for chapter in chapters for page in chapter.scenes for each in page.pictures()]
    if pixels and options.form is Format.PNG:
        from journeymap.backends.png_images import can_paste

        if not can_paste():
            what = "the logo is" if pixels == [scene.logo] * len(pixels) else "pictures are"
            sentences.append(f"{what} left out of PNG: run `pip install pillow`")
    return tuple(sentences)


def missing(chapters: Sequence[Chapter], options: OutputOptions) -> tuple[str, ...]:
    """Returns the characters that a file will not show, once each.

    PNG and PDF carry the bundled typeface. For the others the fonts of the system, or of whoever
    opens the file, decide, and they have more.
    """
    bundled = options.form is Format.PNG and options.engine is Engine.BUNDLED
    if not bundled and options.form is not Format.PDF:
        return ()
    scenes = (scene for chapter in chapters for scene in chapter.scenes)
    return measure.missing(text.text for scene in scenes for text in scene.texts())
