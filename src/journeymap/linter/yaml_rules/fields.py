"""Dotted fields of own rules, such as `actor.kind`: checked against the models, then read."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from journeymap.linter.yaml_rules.derived import derived, is_said_elsewhere
from journeymap.linter.yaml_rules.parts import HOLDERS, MODELS, Part, holders
from journeymap.linter.yaml_rules.problems import RuleProblem
from journeymap.model.fields import Namespace, Node, Ref, Shape, shapes
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedPain, PlacedStep
from journeymap.model.likeness import nearest
from journeymap.model.names import Route, stage_route, step_route
from journeymap.model.pains import Opportunity, Pain, SharedOpportunity, SharedPain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Step
from journeymap.model.vocabulary import Channel, Evidence, InformationItem, Metric
from journeymap.quick_dataclass import dataclass
from journeymap.reading.odd_keys import home
from journeymap.workspace.rule_file import PartKind

_MEANT: Mapping[Namespace, tuple[type[Node], ...]] = MappingProxyType(
    {
        Namespace.PERSON: (Stakeholder, Persona),
        Namespace.PERSONA: (Persona,),
        Namespace.CHANNEL: (Channel,),
        Namespace.INFORMATION: (InformationItem,),
        Namespace.METRIC: (Metric,),
        Namespace.EVIDENCE: (Evidence,),
        Namespace.STEP: (Step,),
        Namespace.PAIN: (Pain,),
        Namespace.SHARED_PAIN: (SharedPain,),
        Namespace.OPPORTUNITY: (Opportunity,),
        Namespace.SHARED_OPPORTUNITY: (SharedOpportunity,),
    }
)
"""What the references that can be followed lead to."""


_FEW = 12
"""So many fields at most are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A field as an own rule names it.

    Attributes:
        said: as it is written.
        holder: what it begins at, a word of `HOLDERS`; empty for the part itself.
        shapes: the fields on the way, at least one.
        key: the last word, where it is a key of the analyst's own (`demographics.age`).
    """

    said: str
    holder: str
    shapes: tuple[Shape, ...]
    key: str = ""

    @property
    def shape(self) -> Shape:
        """The field that it ends at."""
        return self.shapes[-1]

    @property
    def follows(self) -> bool:
        """Whether it follows references, which only a map can resolve."""
        return any(isinstance(shape.kind, Ref) for shape in self.shapes[:-1])

    @property
    def is_list(self) -> bool:
        """Whether the part may say several values."""
        return any(shape.many for shape in self.shapes)

    @property
    def has_keys(self) -> bool:
        """Whether keys of the analyst's own lead on from here."""
        return self.shape.mapping and not self.shape.per_person

    def into(self, name: str) -> "Path":
        """Returns the path to a field of what this one ends at."""
        model = self.shape.part
        inner = (shapes(model)[name],) if model else ()
        return Path(said=f"{self.said}.{name}", holder=self.holder, shapes=(*self.shapes, *inner))


def named(kind: PartKind) -> Iterator[Path]:
    """Walks the fields of one and of two words that can be asked of a kind of part."""
    for first in shapes(MODELS[kind]):
        found = path(first, kind)
        yield found
        models = () if found.has_keys else _inside(found.shape)
        for name in dict.fromkeys(name for model in models for name in shapes(model)):
            yield path(f"{first}.{name}", kind)
    for holder in holders(kind):
        yield from (path(f"{holder}.{name}", kind) for name in shapes(HOLDERS[holder]))


def path(said: str, kind: PartKind) -> Path:
    """Returns the field that is meant.

    Args:
        said: field names joined by dots, from the part on or from what it lies in.
        kind: the kind of part.

    Raises:
        RuleProblem: there is no such field.
    """
    first, *rest = said.split(".")
    holder = first if first in holders(kind) else ""
    if holder and not rest:
        raise RuleProblem(f"`{said}` is not a field", f"name a field of it: {said}.…", at_key=True)
    models: tuple[type[Node], ...] = (HOLDERS[holder] if holder else MODELS[kind],)
    names = rest if holder else [first, *rest]
    found: list[Shape] = []
    for i, name in enumerate(names):
        if found and found[-1].mapping and not found[-1].per_person:
            key = ".".join(names[i:])
            return Path(said=said, holder=holder, shapes=tuple(found), key=key)
        words = holders(kind) if not found and not holder else ()
        found.append(_field(name, models, words, found[-1] if found else None))
        models = _inside(found[-1])
    return Path(said=said, holder=holder, shapes=tuple(found))


def _field(
    name: str, models: tuple[type[Node], ...], words: tuple[str, ...], before: Shape | None
) -> Shape:
    known = {each: shape for model in reversed(models) for each, shape in shapes(model).items()}
    if name in known:
        return known[name]
    if before is not None and not models:
        raise RuleProblem(
            f"`{before.name}` has no fields", f"write `{before.name}` without .{name}", at_key=True
        )
    where = home(models[0])
    near = nearest(name, (*known, *words))
    few = [*known][:_FEW]
    some = ", ".join(few if len(known) == len(few) else [*few, "…"])
    help_ = f"did you mean `{near[0]}`?" if near else f"it has {some}"
    raise RuleProblem(f"`{name}` is not a field of {where}", help_, at_key=True)


def _inside(shape: Shape) -> tuple[type[Node], ...]:
    if isinstance(shape.kind, Ref):
        return _MEANT.get(shape.kind.to, ())
    model = shape.part
    return (model,) if model else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a part says at a path.

    Attributes:
        value: what is said, never nothing.
        route: where it is said.
    """

    value: object
    route: Route


def values(
    wanted: Path, part: Part, journey_map: JourneyMap | None, *, written: bool = False
) -> tuple[Value, ...]:
    """Returns what a part says at a path, or means there; nothing where it does neither.

    Args:
        wanted: the path.
        part: the part.
        journey_map: the map that references are looked up in; None in a library.
        written: whether what nobody wrote, there or elsewhere, and only holds by default, is left
            out.
    """
    found = tuple(_start(wanted, part))
    before: Shape | None = None
    for shape in wanted.shapes:
        nodes = [node for value in found for node in _nodes(value, before, journey_map)]
        found = tuple(
            value
            for node in nodes
            if not written or is_written(node, shape) or _is_elsewhere(node, shape)
            for value in _meant(node, shape, wanted.key, journey_map)
        )
        before = shape
    return found


def is_written(node: Value, shape: Shape) -> bool:
    """Tells whether a field is written in a part."""
    return shape.attribute in getattr(node.value, "model_fields_set", ())


def _is_elsewhere(node: Value, shape: Shape) -> bool:
    return is_said_elsewhere(node.value, shape.attribute)


def _meant(node: Value, shape: Shape, key: str, journey_map: JourneyMap | None) -> Iterator[Value]:
    """Yields what is written in a field, else what follows from the rest of the map."""
    said = tuple(_said(node, shape, key, journey_map))
    yield from said
    if not said:
        here = (*node.route, shape.name)
        for each in derived(node.value, node.route, shape.attribute, journey_map):
            yield Value(value=each, route=here)


def _start(wanted: Path, part: Part) -> Iterator[Value]:
    """Yields what a path begins at: the part, or what it lies in."""
    if not wanted.holder:
        yield Value(value=part.node, route=part.route)
    elif holder := part.within.get(wanted.holder):
        routes = {"step": step_route(part.route), "stage": stage_route(part.route)}
        yield Value(value=holder, route=routes.get(wanted.holder, ()))


def _said(node: Value, shape: Shape, key: str, journey_map: JourneyMap | None) -> Iterator[Value]:
    value = getattr(node.value, shape.attribute, None)  # of a person, a persona has fewer fields
    if value is None and shape.apart and journey_map:
        value = journey_map.of_persona(getattr(node.value, shape.apart, {}))
    if value is None:
        return
    each: Iterable[object] = value if shape.many else (value,)
    if shape.per_person:
        each = (journey_map.of_persona(value) if journey_map else None,)
    elif shape.mapping:
        each = (value.get(key),) if key else value.values()
    here = (*node.route, shape.name)
    for place, item in enumerate(each):
        if item is not None and item != "":
            yield Value(value=item, route=(*here, place) if shape.many else here)


def _nodes(said: Value, shape: Shape | None, journey_map: JourneyMap | None) -> Iterator[Value]:
    """Returns what a value of a field stands for: itself, or what it refers to."""
    if shape is None or not isinstance(shape.kind, Ref):
        yield said
    elif journey_map is not None:
        meant = journey_map.resolve(str(said.value), shape.kind.to, said.route)
        yield from [Value(value=_written(meant.item), route=meant.route)] if meant else ()


def _written(item: object) -> object:
    if isinstance(item, PlacedStep):
        return item.step
    if isinstance(item, PlacedOpportunity):
        return item.opportunity
    return item.pain if isinstance(item, PlacedPain) else item
