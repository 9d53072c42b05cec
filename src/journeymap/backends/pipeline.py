"""Pages of maps → the content of files; a format's backend is imported when it is asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from journeymap.backends.formats import Chapter, Engine, Format
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure

if TYPE_CHECKING:
    from journeymap.views.kit.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How pages are written, besides what is on them.

    Attributes:
        form: kind of file.
        dpi: dots per inch of a PNG.
        engine: what draws SVG and PNG.
        template: a presentation whose master and fonts a PPTX takes.
    """

    form: Format
    dpi: int
    engine: Engine
    template: Path | None = None


def write(chapters: Sequence[Chapter], manner: Manner) -> tuple[bytes, ...]:
    """Writes maps as the content of one file a page, or of one file for formats that gather pages.

    Args:
        chapters: the maps, each with at least one page.
        manner: how to write them.

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
    match manner.form:
        case Format.SVG | Format.PNG | Format.DOT:
            return _all_drawn([scene for each in chapters for scene in each.scenes], manner)
        case Format.PDF:
            from journeymap.backends import pdf

            return (pdf.write(chapters),)
        case Format.PPTX:
            from journeymap.backends import pptx

            return (pptx.write(chapters, manner.template),)
        case Format.HTML:
            from journeymap.backends import html

            return (html.write(chapters),)
        case Format.MD:
            from journeymap.backends import markdown

            return (markdown.write(chapters),)
        case _:
            assert_never(manner.form)


def _all_drawn(scenes: "Sequence[Scene]", manner: Manner) -> tuple[bytes, ...]:
    if len(scenes) == 1 or manner.form is not Format.PNG:
        return tuple(_drawn(scene, manner) for scene in scenes)
    # Pixels take the engine longest, and each page is a process of its own: several at a time.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(lambda scene: _drawn(scene, manner), scenes))


def _drawn(scene: "Scene", manner: Manner) -> bytes:
    from journeymap.backends.graphviz import draw

    drawn = draw(scene, manner.form, dpi=manner.dpi, engine=manner.engine)
    if manner.form is Format.PNG and scene.logo:
        from journeymap.backends.png_logo import can_paste, paste

        return paste(drawn, scene.logo, manner.dpi) if can_paste() else drawn
    return drawn


def left_out(chapters: Sequence[Chapter], manner: Manner) -> tuple[str, ...]:
    """Returns what of a theme a format cannot show, each in a sentence with the remedy."""
    scene = next((scene for chapter in chapters for scene in chapter.scenes), None)
    if scene is None or manner.form not in {Format.PNG, Format.PDF}:
        return ()
    told = []
    if scene.font and manner.form is Format.PNG:
        told.append(
            f"png shows the bundled typeface, not {scene.font}: "
            "use svg, html or pptx, or pdf with `font_files:` in the theme file"
        )
    elif scene.font and not scene.faces:
        told.append(
            f"pdf shows the bundled typeface, not {scene.font}: "
            "name its files in the theme file, such as `font_files: [house.ttf, house-bold.ttf]`"
        )
    if scene.logo and manner.form is Format.PNG:
        from journeymap.backends.png_logo import can_paste

        if not can_paste():
            told.append("the logo is left out of PNG: run `pip install pillow`")
    return tuple(told)


def missing(chapters: Sequence[Chapter], manner: Manner) -> tuple[str, ...]:
    """Returns the characters that a file will not show, once each.

    PNG and PDF carry the bundled typeface. For the others the fonts of the system, or of whoever
    opens the file, decide, and they have more.
    """
    match manner.form:
        case Format.PNG if manner.engine is Engine.SYSTEM:
            return ()
        case Format.PNG | Format.PDF:
            scenes = (scene for chapter in chapters for scene in chapter.scenes)
            return measure.missing(text.text for scene in scenes for text in scene.texts())
        case _:
            return ()
