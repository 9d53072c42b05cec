"""What a speaker wants to know beside each page: what rules found at the steps that are on it."""

from collections.abc import Iterator, Sequence

from journeymap.lint.engine import Diagnostic
from journeymap.model.labels import label
from journeymap.model.map import JourneyMap, PlacedStep
from journeymap.views.scene import Scene


def notes(
    scenes: Sequence[Scene], found: JourneyMap, findings: Sequence[Diagnostic]
) -> tuple[str, ...]:
    """Returns the notes of each page, "" where there is nothing to say.

    Args:
        scenes: the pages of a map.
        found: the map.
        findings: what rules found in it; those that belong to no step go with the first page.
    """
    told = _by_step(found, findings)
    return tuple("\n\n".join(_parts(page, scene, found, told)) for page, scene in enumerate(scenes))


def shown(scene: Scene, found: JourneyMap) -> tuple[PlacedStep, ...]:
    """Returns the steps that a page shows, by the keys of its boxes."""
    keys = {box.key.partition(".")[0] for box in scene.boxes}
    return tuple(step for step in found.steps if step.id in keys)


def _by_step(found: JourneyMap, findings: Sequence[Diagnostic]) -> dict[str, list[str]]:
    """Returns what was found by the id of the step, "" where it is about none."""
    told: dict[str, list[str]] = {}
    for each in findings:
        step = step_of(found, each)
        told.setdefault(step.id if step else "", []).append(each.finding.message)
    return told


def step_of(found: JourneyMap, diagnostic: Diagnostic) -> PlacedStep | None:
    """Returns the step that a finding is about, None where it is about none."""
    route = diagnostic.finding.route
    return next((step for step in found.steps if route[: len(step.route)] == step.route), None)


def _parts(page: int, scene: Scene, found: JourneyMap, told: dict[str, list[str]]) -> Iterator[str]:
    """Yields the paragraphs of a page."""
    lines = [f"– {message}" for message in (told.get("", ()) if page == 0 else ())]
    for step in shown(scene, found):
        lines += [f"– {step.label}: {message}" for message in told.get(step.id, ())]
    if lines:
        yield "\n".join([label("findings", found.journey.language), *lines])
