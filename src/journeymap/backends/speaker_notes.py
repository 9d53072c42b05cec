"""What a speaker wants to know beside each page: leverage and findings of the steps on it."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.leverage import Point
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Scene
from journeymap.words.labels import label
from journeymap.words.reasons import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule found, for those who look at pictures.

    Attributes:
        step: id of the step that it is about; "" where it is about none.
        message: what is wrong, missing or worth acting on.
        help: what to do.
    """

    step: str
    message: str
    help: str


def remarks(findings: Sequence[Diagnostic]) -> tuple[Remark, ...]:
    """Returns what rules found in a map, in order."""
    return tuple(Remark(step=each.step, message=each.message, help=each.help) for each in findings)


def notes(
    scenes: Sequence[Scene],
    found: JourneyMap,
    told: Sequence[Remark],
    points: Sequence[Point] = (),
) -> tuple[str, ...]:
    """Returns the notes of each page, "" where there is nothing to say.

    Args:
        scenes: the pages of a map.
        found: the map.
        told: what rules found in it; what belongs to no step goes with the first page.
        points: leverage points to tell of at their steps.
    """
    return tuple(
        "\n\n".join((*_leverage(scene, found, points), *_findings(page, scene, found, told)))
        for page, scene in enumerate(scenes)
    )


def shown(scene: Scene, found: JourneyMap) -> tuple[PlacedStep, ...]:
    """Returns the steps that a page shows, by the keys of its boxes and areas."""
    keys = scene.shown()
    return tuple(step for step in found.steps if step.id in keys)


def _leverage(scene: Scene, found: JourneyMap, points: Sequence[Point]) -> Iterator[str]:
    """Yields the paragraph about the leverage points on a page."""
    on_page = {step.id for step in shown(scene, found)}
    lines = [
        f"{point.rank}. {point.step.label}: {sentence(point, found)}"
        for point in points
        if point.step.id in on_page
    ]
    if lines:
        yield "\n".join([label("leverage-points", found.journey.language), *lines])


def _findings(page: int, scene: Scene, found: JourneyMap, told: Sequence[Remark]) -> Iterator[str]:
    """Yields the paragraph about what was found at the steps on a page."""
    lines = [f"– {each.message}" for each in told if page == 0 and not each.step]
    for step in shown(scene, found):
        lines += [f"– {_at(step, each.message)}" for each in told if each.step == step.id]
    if lines:
        yield "\n".join([label("findings", found.journey.language), *lines])


def _at(step: PlacedStep, message: str) -> str:
    """Returns a message that names its step."""
    return message if step.label in message else f"{step.label}: {message}"
