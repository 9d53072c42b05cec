"""`journeymap new`."""

import os
from pathlib import Path
from typing import Annotated

from journeymap.cli import completion
from journeymap.cli.console import STDIN, QuietOption, can_ask, fail, say
from journeymap.cli.interrupts import INTERRUPTED, tidied, whole
from journeymap.cli.new_from import Said, from_file
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.saving import leads_out, refuse_git
from journeymap.model.languages import LANGUAGES, labelled, tag
from journeymap.templates.outline import tidy
from journeymap.templates.starter import TEMPLATES, fill
from journeymap.workspace.paths import JOURNEY_ENDINGS, LIBRARY_ENDINGS, file_id, find_root
from journeymap.workspace.replace_file import create_file

_SCHEMA = "journey.schema.json"
"""What the schema of maps is called."""


_Path = Annotated[
    Path,
    Argument(metavar="PATH", help="The map to write; .journey.yaml is added where it is missing."),
]
_Template = Annotated[
    str | None,
    Option(
        metavar="NAME",
        help=f"The starter map: {', '.join(TEMPLATES)}.",
        autocompletion=completion.templates,
    ),
]
_Outline = Annotated[
    Path | None,
    Option(
        "--from",
        metavar="FILE",
        help="A text whose headings are stages, its lines steps; or a map, to begin a desired one.",
    ),
]
_Title = Annotated[str | None, Option(metavar="TITLE", help="Title of the map.")]
_Persona = Annotated[str | None, Option(metavar="WHO", help="Whose journey it is.")]
_Language = Annotated[
    str | None,
    Option(
        metavar="LANGUAGE",
        help=f"Language of labels ({', '.join(LANGUAGES)}); comments stay English.",
        autocompletion=completion.languages,
        show_default="en",
    ),
]


def new_command(
    path: _Path,
    template: _Template = None,
    outline: _Outline = None,
    title: _Title = None,
    persona: _Persona = None,
    language: _Language = None,
    quiet: QuietOption = False,
) -> None:
    """Start a map: from a commented template that teaches the method, or from an outline.

    Example: journeymap new maps/hip-surgery --template care-pathway
    """
    if path.name in {"", "..", STDIN}:
        fail("name the map to write, such as maps/clinic")
    if path.name.endswith(LIBRARY_ENDINGS):
        fail("new writes maps; what a library holds is told in docs/language.md")
    target = _target(path)
    _refuse_place(target)
    if language and not labelled(language):
        fail(f"there are no labels in {language}; choose one of {', '.join(LANGUAGES)}")
    spoken = tag(language)
    if template and outline:
        fail("choose a template or an outline, not both")
    after = ""
    if outline:
        said = Said(title, persona, spoken)
        text, after = from_file(outline, target, said, _title_of(target))
    else:
        chosen = _known(template) if template else _ask_template()
        text = fill(
            chosen,
            title=tidy(title or "") or _ask("Title of the map", _title_of(target)),
            persona=tidy(persona or "") or _ask("Whose journey is it", "Alex"),
            language=spoken or "en",
        )
    schema = _schema(target)
    modeline = f"# yaml-language-server: $schema={schema}\n"
    with whole():
        create_file(target, (modeline + text).encode())
    if not quiet:
        there = (target.parent / schema).is_file()
        hint = "" if there else f"\nfor completion: journeymap schema > {target.parent / schema}"
        say(f"wrote {target}{after}\nnext: journeymap lint {target}{hint}")


def _refuse_place(target: Path) -> None:
    refuse_git(target, str(target))
    if leads_out(target, str(target)):
        fail(f"{target} lies behind a link that leads out of the repository: choose another folder")
    if os.path.lexists(target):
        fail(f"{target} is there already; choose another name")


def _schema(target: Path) -> str:
    """Returns where an editor finds the schema of maps: the nearest above a map, else beside it."""
    folder = target.parent.resolve()
    root = find_root(folder)
    above = [each for each in (folder, *folder.parents) if each.is_relative_to(root)]
    places = [each / part / _SCHEMA for each in above for part in ("", "schemas")]
    found = next((place for place in places if place.is_file()), folder / _SCHEMA)
    return Path(os.path.relpath(found, folder)).as_posix()


def _target(path: Path) -> Path:
    if path.name.endswith(JOURNEY_ENDINGS):
        return path
    return path.with_name(
        f"{file_id(path) if path.suffix in {'.yaml', '.yml'} else path.name}{JOURNEY_ENDINGS[0]}"
    )


def _ask_template() -> str:
    listed = ", ".join(TEMPLATES)
    if not can_ask():
        fail(f"say which starter to use: --template with one of {listed}; or --from outline.txt")
    return _known(_answer(f"Template ({listed})", TEMPLATES[0]))


def _known(name: str) -> str:
    if name not in TEMPLATES:
        fail(f"there is no template {name}; choose one of {', '.join(TEMPLATES)}")
    return name


def _ask(question: str, default: str) -> str:
    if not can_ask():
        return default
    return tidy(_answer(question, default)) or default


def _answer(question: str, default: str) -> str:
    """Asks; the terminal is as it was when somebody ends the run instead."""
    import typer  # which takes as long as reading a map

    with tidied():
        try:
            return str(typer.prompt(question, default=default, err=True))
        except typer.Abort:
            say("\ninterrupted")
            raise SystemExit(INTERRUPTED) from None


def _title_of(target: Path) -> str:
    return file_id(target).replace("-", " ").replace("_", " ").strip().capitalize() or "New map"
