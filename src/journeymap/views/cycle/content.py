"""What the ring says: the stages of a map, those of its framework that it leaves out, and more."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.coverage import Aspect
from journeymap.model.journey_map import PlacedStage
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label
from journeymap.words.shares import percent

_TONES = 7
"""Colours of stages before they come round again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A stage.

    Attributes:
        name: of the stage.
        details: how many steps, how people feel, how complete it is.
        tone: position of its colour.
        mean: mean emotion of the persona, -2 to +2; None where none is known.
        steps: ids of its steps; none where the map leaves it out.
    """

    name: str
    details: tuple[str, ...]
    tone: int
    mean: float | None
    steps: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Whether the map has steps for it."""
        return bool(self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """The ring in words.

    Attributes:
        arcs: the stages, clockwise from the top.
        closed: words for the way from the last stage back to the first; "" where there is none.
        centre: what stands in the middle.
        language: of labels.
    """

    arcs: tuple[Arc, ...]
    closed: str
    centre: tuple[str, ...]
    language: str


def read(analysis: Analysis) -> Cycle:
    """Returns the stages of a map in a ring; those of its framework too that have no steps."""
    journey_map, flow = analysis.journey_map, analysis.flow
    language = journey_map.journey.language or "en"
    renewed = [
        way for exits in analysis.ways.exits for way in exits.ways if way.renewed and way.is_open
    ]
    shares = [
        flow.steps[exits.step.position].visits * way.share
        for exits in (analysis.ways.exits if flow else ())
        for way in exits.ways
        if flow and way.renewed and way.share is not None
    ]
    words = label("come-back", language)
    if shares:
        words = label("come-back-n", language).format(n=round(100 * sum(shares)))
    centre = []
    if flow:
        centre.append(label("reach-end", language).format(n=round(100 * flow.completion)))
        if flow.assumed:
            centre.append(label("assumed-share", language))
    return Cycle(
        arcs=tuple(_arcs(analysis)),
        closed=words if renewed else "",
        centre=tuple(centre),
        language=language,
    )


def _arcs(analysis: Analysis) -> Iterator[Arc]:
    """Yields the map's stages, and before each the framework's stages that it leaves out."""
    journey_map = analysis.journey_map
    framework, language = journey_map.framework, journey_map.journey.language
    wanted = list(framework.stages) if framework and framework.cycle else []
    for stage in journey_map.stages:
        aligned = journey_map.aligned(stage)
        if aligned and aligned[0] in wanted:
            at = wanted.index(aligned[0])
            for missing in wanted[:at]:
                yield _missing(missing.label(language), language)
            wanted = [each for each in wanted[at:] if each not in aligned]
        yield _arc(analysis, stage)
    for missing in wanted:
        yield _missing(missing.label(language), language)


def _missing(name: str, language: str | None) -> Arc:
    words = (label("no-steps", language),)
    return Arc(name=name, details=words, tone=0, mean=None, steps=())


def _arc(analysis: Analysis, stage: PlacedStage) -> Arc:
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    steps = journey_map.steps_of(stage)
    if not steps:
        return _missing(stage.label, language)
    values = [
        point.value for point in analysis.curve.known if point.step.stage.position == stage.position
    ]
    cover = analysis.coverage.stages[stage.position]
    shares = [share for aspect in Aspect if (share := cover.share(aspect)) is not None]
    details = [label("n-steps", language).format(n=len(steps))]
    if values:
        details.append(f"{label('emotion', language)} {_feelings(values)}")
    if shares:
        filled = percent(round(sum(shares) / len(shares), 2))
        details.append(label("filled-in", language).format(n=filled))
    mean = sum(values) / len(values) if values else None
    return Arc(
        name=stage.label or label("steps", language),
        details=tuple(details),
        tone=_tone(stage.position, len(journey_map.stages)),
        mean=mean,
        steps=tuple(step.id for step in steps),
    )


def _tone(position: int, count: int) -> int:
    """Returns the colour of a stage; the last one stands beside the first."""
    round_again = position and position == count - 1 and position % _TONES == 0
    return position + _TONES // 2 if round_again else position


def _feelings(values: Sequence[float]) -> str:
    """Returns mean and range of emotions: "+0.5 (−1 … +2)"."""
    mean = sum(values) / len(values)
    low, high = min(values), max(values)
    words = f"{mean:+.1f}" if low == high else f"{mean:+.1f} ({low:+g} … {high:+g})"
    return words.replace("-", "−").replace("+0.0", "0").replace("+0 ", "0 ").replace("+0)", "0)")
