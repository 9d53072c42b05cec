"""What holds of a file as a whole: its version and language, its scale, and that it has steps."""

from collections.abc import Iterator
from typing import Any

from journeymap.findings import Finding, Fix, Mark, Severity
from journeymap.model.journey import LANGUAGE_VERSION, Journey, Library, RatingScale
from journeymap.model.names import Route
from journeymap.reading.forms import is_absent
from journeymap.reading.read_model import Reading
from journeymap.text.changes import Insert
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import Node as Tree


def rating_scale(root: Tree | None) -> RatingScale | None:
    """Looks up the declared rating scale, which decides how ratings are read."""
    said = _said(root, "scales", "rating")
    if said is None or is_absent(said):
        return RatingScale.ONE_TO_FIVE
    return next((scale for scale in RatingScale if scale.value == said), None)


def language(root: Tree | None) -> str:
    """Looks up the language of a map, in which its words of feeling are taken to be."""
    said = _said(root, "language")
    return said if isinstance(said, str) else ""


def _said(root: Tree | None, *names: str) -> Tree | None:
    """Returns what stands under a field of a file, and a field in that."""
    said = root
    for name in names:
        if isinstance(said, TreeMapping):
            said = next((value for key, value in said.items() if key == name), None)
    return said


def about_the_whole(reading: Reading[Any]) -> Iterator[Finding]:
    """Finds what is wrong with a file as a whole."""
    model = reading.model
    if isinstance(model, Journey | Library) and ("journeymap",) not in reading.broken:
        yield from _version(model, reading.tree)
    if isinstance(model, Journey):
        yield from _steps(model, reading.broken)


def _version(model: Journey | Library, tree: Tree | None) -> Iterator[Finding]:
    version = model.journeymap
    if version is None and tree is not None:
        said = Insert(into=tree.span, key="journeymap", text=str(LANGUAGE_VERSION))
        yield Finding(
            code="JM006",
            message="the file does not say which version of the language it is written in",
            help=f"add journeymap: {LANGUAGE_VERSION} at its top",
            severity=Severity.NOTE,
            missing="journeymap",
            fix=Fix(title=f"add journeymap: {LANGUAGE_VERSION}", changes=(said,)),
        )
    elif version is not None and version > LANGUAGE_VERSION:
        yield Finding(
            code="JM006",
            message=f"the file is written in version {version} of the language, "
            f"this tool reads up to {LANGUAGE_VERSION}",
            help="install a newer journeymap",
            route=("journeymap",),
            mark=Mark.VALUE,
        )


def _steps(journey: Journey, broken: frozenset[Route]) -> Iterator[Finding]:
    if journey.steps and journey.stages:
        yield Finding(
            code="JM002",
            message="a map has stages or steps at its top, not both",
            help="move these steps into a stage",
            route=("steps",),
            mark=Mark.KEY,
        )
    elif not any((journey.steps, *(stage.steps for stage in journey.stages))) and not any(
        route[-1] in {"stages", "steps"} for route in broken
    ):
        named = next((stage.name for stage in journey.stages if stage.name), "")
        help_ = "add steps: [Books an appointment], or steps inside a stage"
        if named:
            added = f"{named}: [Books an appointment]"
            help_ = f"add steps to a stage: {added}, or steps: below its name"
        yield Finding(
            code="JM004",
            message="the map has no step",
            help=help_,
            route=("stages",) if journey.stages else (),
            mark=Mark.KEY if journey.stages else Mark.NODE,
            missing="steps",
        )
