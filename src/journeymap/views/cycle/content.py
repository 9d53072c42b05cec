"""What the ring says: the stages of a map, those of its framework that it leaves out, and more."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.emotion import Curve, Point
from journeymap.model.journey_map import PlacedStage
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import NothingToShowError
from journeymap.words.completion import completing
from journeymap.words.labels import label

_TONES = 7
"""Colours of stages before they come round again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How somebody feels in a stage.

    Attributes:
        who: the name of one of several personas; empty where there is one.
        low: the lowest emotion, -2 to +2.
        high: the highest.
        mean: of all steps where it is known.
        words: for the lowest and the highest, as they were written.
        hollow: whether either rests on assumptions or on nothing.
    """

    who: str
    low: float
    high: float
    mean: float
    words: str
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A stage.

    Attributes:
        name: of the stage.
        count: how many steps it has, in words.
        tone: position of its colour.
        ranges: how people feel; none where that is not known.
        steps: ids of its steps; none where the map leaves it out.
    """

    name: str
    count: str
    tone: int
    ranges: tuple[Range, ...]
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
    """Returns the stages of a map in a ring; those of its framework too that have no steps.

    Raises:
        NothingToShowError: the map is held against no framework that is a cycle.
    """
    journey_map, flow = analysis.journey_map, analysis.flow
    if journey_map.framework is None or not journey_map.framework.cycle:
        raise NothingToShowError(
            "the map follows no framework that is a cycle: write `framework: customer-lifecycle`, "
            "or one of your own with `cycle: true`; --view flow draws ways back of any map"
        )
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
        centre.append(completing(analysis))
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
    wanted = list(framework.stages) if framework else []
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
    return Arc(name=name, count=label("no-steps", language), tone=0, ranges=(), steps=())


def _arc(analysis: Analysis, stage: PlacedStage) -> Arc:
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    steps = journey_map.steps_of(stage)
    if not steps:
        return _missing(stage.label, language)
    ranges = (_range(analysis, curve, stage) for curve in _curves(analysis))
    return Arc(
        name=stage.label or label("steps", language),
        count=label("n-steps", language).format(n=len(steps)),
        tone=_tone(stage.position, len(journey_map.stages)),
        ranges=tuple(filter(None, ranges)),
        steps=tuple(step.id for step in steps),
    )


def _tone(position: int, count: int) -> int:
    """Returns the colour of a stage; the last one stands beside the first."""
    round_again = position and position == count - 1 and position % _TONES == 0
    return position + _TONES // 2 if round_again else position


def _curves(analysis: Analysis) -> Sequence[Curve]:
    """Returns the curves of the personas; where none has any feeling, that of whoever has one."""
    own = set(analysis.journey_map.persona_ids)
    return [curve for curve in analysis.curves if curve.person in own] or analysis.curves[:1]


def _range(analysis: Analysis, curve: Curve, stage: PlacedStage) -> Range | None:
    """Returns how somebody feels in a stage; None where nothing is known of that."""
    own = [point for point in curve.known if point.step.stage.position == stage.position]
    if not own:
        return None
    journey_map = analysis.journey_map
    low, high = min(own, key=lambda each: each.value), max(own, key=lambda each: each.value)
    several = len(_curves(analysis)) > 1
    words = dict.fromkeys(_felt(analysis, curve.person, each) for each in (low, high))
    return Range(
        who=journey_map.short_label(curve.person) if several else "",
        low=low.value,
        high=high.value,
        mean=sum(point.value for point in own) / len(own),
        words=" … ".join(filter(None, words)),
        hollow=low.assumed or high.assumed,
    )


def _felt(analysis: Analysis, who: str, point: Point) -> str:
    return analysis.journey_map.by_person(point.step.step.emotion, point.step)[who].word
