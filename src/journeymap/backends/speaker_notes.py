"""What a speaker wants to know beside each page: quotes, leverage and findings of its steps."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.leverage import Point
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.kit.scene import Scene
from journeymap.words.labels import label
from journeymap.words.reasons import sentence
from journeymap.words.whose import quotes


def notes(
    scenes: Sequence[Scene],
    journey_map: JourneyMap,
    findings: Sequence[Diagnostic],
    points: Sequence[Point] = (),
) -> tuple[str, ...]:
    """Returns the notes of each page, "" where there is nothing to say.

    Args:
        scenes: the pages of a map.
        journey_map: the map.
        findings: what rules found in it; what belongs to no step goes with the first page, and
            what belongs to one with the page that shows it in detail.
        points: leverage points to tell of at their steps.
    """
    return tuple(
        "\n\n".join(
            (
                *(() if _sums_up(page, scenes, journey_map) else _quotes(scene, journey_map)),
                *_leverage(scene, journey_map, points),
                *_findings(page, scenes, journey_map, findings),
            )
        )
        for page, scene in enumerate(scenes)
    )


def _sums_up(page: int, scenes: Sequence[Scene], journey_map: JourneyMap) -> bool:
    """Tells whether a page shows all steps before others show them in detail."""
    whole = len(shown(scenes[page], journey_map)) == len(journey_map.steps)
    return page == 0 and whole and len(scenes) > 1


def shown(scene: Scene, journey_map: JourneyMap) -> tuple[PlacedStep, ...]:
    """Returns the steps that a page shows, by the keys of its boxes and areas."""
    keys = scene.shown()
    return tuple(step for step in journey_map.steps if step.id in keys)


def _quotes(scene: Scene, journey_map: JourneyMap) -> Iterator[str]:
    """Yields the paragraph about what was said at the steps on a page."""
    lines = [
        f"{step.label}: {words}"
        for step in shown(scene, journey_map)
        for words in quotes(journey_map, step)
    ]
    if lines:
        yield "\n".join([label("quotes", journey_map.journey.language), *lines])


def _leverage(scene: Scene, journey_map: JourneyMap, points: Sequence[Point]) -> Iterator[str]:
    """Yields the paragraph about the leverage points on a page."""
    on_page = {step.id for step in shown(scene, journey_map)}
    lines = [
        f"{point.rank}. {point.step.label}: {sentence(point, journey_map)}"
        for point in points
        if point.step.id in on_page
    ]
    if lines:
        yield "\n".join([label("leverage-points", journey_map.journey.language), *lines])


def _findings(
    page: int, scenes: Sequence[Scene], journey_map: JourneyMap, findings: Sequence[Diagnostic]
) -> Iterator[str]:
    """Yields the paragraph about what was found at the steps on a page."""
    lines = [f"– {each.message}" for each in findings if page == 0 and not each.step]
    is_summary = _sums_up(page, scenes, journey_map)
    for step in () if is_summary else shown(scenes[page], journey_map):
        lines += [f"– {_at(step, each.message)}" for each in findings if each.step == step.id]
    if lines:
        yield "\n".join([label("findings", journey_map.journey.language), *lines])


def _at(step: PlacedStep, message: str) -> str:
    """Returns a message that names its step."""
    return message if step.label in message else f"{step.label}: {message}"
