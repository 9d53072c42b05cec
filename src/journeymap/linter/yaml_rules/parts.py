"""The parts of a map that own rules look at, one by one."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.fields import Node
from journeymap.model.journey import Journey, Library, Stage
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.names import Route
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Step
from journeymap.model.unread import one_by_one
from journeymap.model.vocabulary import Channel, Evidence, InformationItem, Metric, Reading
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile
from journeymap.workspace.rule_file import PartKind

MODELS: Mapping[PartKind, type[Node]] = MappingProxyType(
    {
        PartKind.MAP: Journey,
        PartKind.STAGE: Stage,
        PartKind.STEP: Step,
        PartKind.PAIN: Pain,
        PartKind.OPPORTUNITY: Opportunity,
        PartKind.HANDOFF: Handoff,
        PartKind.WAIT: Wait,
        PartKind.WAY: Way,
        PartKind.LEAK: Leak,
        PartKind.READING: Reading,
        PartKind.PERSONA: Persona,
        PartKind.STAKEHOLDER: Stakeholder,
        PartKind.CHANNEL: Channel,
        PartKind.INFORMATION: InformationItem,
        PartKind.METRIC: Metric,
        PartKind.EVIDENCE: Evidence,
    }
)
"""What each part is."""

HOLDERS: Mapping[str, type[Node]] = MappingProxyType({"map": Journey, "stage": Stage, "step": Step})
"""What a part may lie in, by the word that begins a field of it (`stage.phase`)."""

_DEFINED = MappingProxyType(
    {
        PartKind.PERSONA: "personas",
        PartKind.STAKEHOLDER: "stakeholders",
        PartKind.CHANNEL: "channels",
        PartKind.INFORMATION: "information",
        PartKind.METRIC: "metrics",
        PartKind.EVIDENCE: "evidence",
    }
)
_OF_STEP = MappingProxyType(
    {
        PartKind.HANDOFF: "handoff",
        PartKind.WAIT: "wait",
        PartKind.WAY: "next",
        PartKind.LEAK: "leaks",
        PartKind.READING: "metrics",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a map where it stands.

    Attributes:
        node: what was written.
        route: where.
        within: what it lies in, by the words of `HOLDERS`.
    """

    node: Node
    route: Route
    within: Mapping[str, Node]


def holders(kind: PartKind) -> tuple[str, ...]:
    """Returns the words for what parts of a kind lie in."""
    if kind is PartKind.MAP or kind in _DEFINED:
        return ()
    if kind is PartKind.STAGE:
        return ("map",)
    return ("map", "stage") if kind is PartKind.STEP else tuple(HOLDERS)


def of_step(placed_step: PlacedStep, journey_map: JourneyMap) -> Part:
    """Returns a step with the map and the stage that it lies in."""
    within = {"map": journey_map.journey, "stage": placed_step.stage.stage}
    return Part(node=placed_step.step, route=placed_step.route, within=within)


def parts(kind: PartKind, file: MapFile) -> Iterator[Part]:
    """Walks the parts of a kind in a file, in order; definitions in libraries as well."""
    if kind in _DEFINED:
        if isinstance(file.model, Journey | Library):
            yield from _listed(file.model, _DEFINED[kind], (), {})
    elif file.journey_map is not None:
        yield from _of_map(kind, file.journey_map)


def _of_map(kind: PartKind, journey_map: JourneyMap) -> Iterator[Part]:
    journey = journey_map.journey
    whole = {"map": journey}
    if kind is PartKind.MAP:
        yield Part(node=journey, route=(), within={})
    elif kind is PartKind.READING:
        yield from _listed(journey, "readings", (), whole)
    yield from one_by_one(_of_stage(kind, each, journey_map) for each in journey_map.stages)


def _of_stage(kind: PartKind, placed_stage: PlacedStage, journey_map: JourneyMap) -> Iterator[Part]:
    stage = Part(
        node=placed_stage.stage, route=placed_stage.route, within={"map": journey_map.journey}
    )
    within = _inside(stage, "stage")
    if kind is PartKind.STAGE and placed_stage.route:
        yield stage
    elif kind is PartKind.READING:
        yield from _listed(placed_stage.stage, "metrics", placed_stage.route, within)
    steps = journey_map.steps_of(placed_stage)
    yield from one_by_one(_of_step(kind, step, within) for step in steps)


def _of_step(kind: PartKind, placed_step: PlacedStep, around: Mapping[str, Node]) -> Iterator[Part]:
    step = Part(node=placed_step.step, route=placed_step.route, within=around)
    within = _inside(step, "step")
    if kind is PartKind.STEP:
        yield step
    elif kind is PartKind.PAIN:
        yield from (Part(node=p.pain, route=p.route, within=within) for p in placed_step.pains)
    elif kind is PartKind.OPPORTUNITY:
        for idea in placed_step.opportunities:
            yield Part(node=idea.opportunity, route=idea.route, within=within)
    elif kind in _OF_STEP:
        yield from _listed(step.node, _OF_STEP[kind], step.route, within)
    if kind is PartKind.WAIT:
        for who, wait in placed_step.step.waits.items():
            yield Part(node=wait, route=(*step.route, "wait", who), within=within)


def _inside(part: Part, word: str) -> Mapping[str, Node]:
    return {**part.within, word: part.node}


def _listed(holder: Node, field: str, route: Route, within: Mapping[str, Node]) -> Iterable[Part]:
    value = getattr(holder, field)
    if isinstance(value, Node):
        yield Part(node=value, route=(*route, field), within=within)
    elif value is not None:
        for i, node in enumerate(value):
            yield Part(node=node, route=(*route, field, i), within=within)
