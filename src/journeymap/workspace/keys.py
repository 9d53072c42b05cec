"""Which field was meant by a key that no field has."""

from collections.abc import Mapping as Lookup
from types import MappingProxyType

from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.fields import Node, Shape, shapes
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.journey import Journey, Library, Scales, Stage
from journeymap.model.likeness import nearest
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.people import Persona, Preferences, Stakeholder
from journeymap.model.step import Expectation, Step
from journeymap.model.vocabulary import Channel, Evidence, InformationItem, Metric, Reading
from journeymap.records import dataclass
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, short
from journeymap.workspace.config import (
    Configuration,
    FileSettings,
    LeverageSettings,
    LiftSettings,
    WeightSettings,
)
from journeymap.workspace.own_rules import OwnRule, RuleFile
from journeymap.workspace.words import Said

_MEANT: Lookup[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("action", "title", "text"),
        "title": ("action", "name", "text"),
        "step": ("action", "steps"),
        "activity": ("action",),
        "activities": ("steps",),
        "text": ("action", "name"),
        "description": ("text", "action", "note", "purpose"),
        "notes": ("note",),
        "comment": ("note",),
        "channels": ("channel",),
        "emotions": ("emotion",),
        "feeling": ("emotion",),
        "feelings": ("emotion",),
        "mood": ("emotion",),
        "touchpoints": ("touchpoint",),
        "needs": ("need",),
        "thoughts": ("thought",),
        "thinking": ("thought",),
        "pain": ("pains",),
        "painpoints": ("pains",),
        "pain_points": ("pains",),
        "painpoint": ("pains",),
        "problem": ("pains",),
        "problems": ("pains",),
        "frustration": ("pains", "frustrations"),
        "idea": ("opportunities",),
        "ideas": ("opportunities",),
        "opportunity": ("opportunities",),
        "solutions": ("opportunities",),
        "gain": ("gains",),
        "kpi": ("metrics",),
        "kpis": ("metrics",),
        "metric": ("metrics",),
        "actors": ("actor", "with"),
        "who": ("actor", "of"),
        "people": ("with", "stakeholders"),
        "stakeholders": ("with",),
        "phases": ("stages",),
        "phase": ("stages",),
        "stage": ("stages",),
        "personas": ("persona",),
        "persona": ("personas",),
        "stakeholder": ("stakeholders",),
        "actor_kind": ("kind",),
        "type": ("kind",),
        "role": ("kind",),
        "satisfaction": ("perceived",),
        "expectation": ("expected",),
        "expectations": ("expected",),
        "perception": ("perceived",),
        "priority": ("importance",),
        "hand_off": ("handoff",),
        "handover": ("handoff",),
        "handoffs": ("handoff",),
        "leak": ("leaks",),
        "leakage": ("leaks",),
        "waiting": ("wait",),
        "time": ("duration", "wait"),
        "author": ("owner",),
        "version": ("journeymap",),
        "lang": ("language",),
        "date": ("reviewed", "as_of", "by"),
        "libraries": ("uses",),
        "include": ("uses",),
        "url": ("link",),
        "source": ("link", "evidence"),
        "likelihood": ("probability",),
        "job": ("goal",),
        "goals": ("goal",),
        "moments": ("moment",),
        "moment_of_truth": ("moment",),
    }
)
"""What people type, and the fields it may stand for, likeliest first; house."""

_HOMES: Lookup[str, type[Node]] = MappingProxyType(
    {
        "a step": Step,
        "a pain": Pain,
        "an opportunity": Opportunity,
        "a reading": Reading,
        "a hand-off": Handoff,
        "a wait": Wait,
        "a way in `next`": Way,
        "a leak": Leak,
        "an expectation": Expectation,
        "a stage": Stage,
        "the map": Journey,
        "a persona": Persona,
        "a stakeholder": Stakeholder,
        "preferences": Preferences,
        "a channel": Channel,
        "a metric": Metric,
        "an evidence item": Evidence,
        "an information item": InformationItem,
        "a library": Library,
        "scales": Scales,
        "the configuration": Configuration,
        "a rule": OwnRule,
        "a file of rules": RuleFile,
        "the settings of files": FileSettings,
        "leverage": LeverageSettings,
        "the weights of leverage": WeightSettings,
        "the lifts of leverage": LiftSettings,
        "a framework": Framework,
        "a framework stage": FrameworkStage,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """What is said of a key that no field has.

    Attributes:
        said: message and help.
        meant: the field that was probably meant; empty where none is near.
        is_misnamed: whether the key is to be renamed to that field, and nothing else.
    """

    said: Said
    meant: str = ""
    is_misnamed: bool = False


def unknown(
    model: type[Node], parent: Mapping, key: Scalar, value: Tree, source: Source
) -> Unknown:
    """Says that a key is no field, and which one was probably meant."""
    message = f"`{short(key)}` is not a field of {home(model)}"
    if value == "" and _ends_in_flow(key, source):
        help_ = "a comma inside {…} ends the text before it: put that text in quotes"
        before = source.text[max(key.span.start - 9, 0) : key.span.start].rstrip(" ,")
        if key[0].isdigit() and before[-1:].isdigit():
            help_ = "a comma inside {…} ends the number before it: write it with a point"
        return Unknown(said=(message, help_))
    if meant := _meant(model, parent, key):
        if meant in parent:
            return Unknown(said=(message, f"`{meant}` is there already: keep one of the two"))
        return Unknown(said=(message, f"did you mean `{meant}`?"), meant=meant, is_misnamed=True)
    if where := _where(model, key):
        return Unknown(said=(message, f"`{key}` belongs {where}"))
    if model.shorthand and len(parent) == 1 and isinstance(value, Scalar) and value:
        help_ = f'if "{short(f"{key}: {value}")}" is one text, put it in quotes'
        return Unknown(said=(message, help_), meant=model.shorthand[-1])
    return Unknown(said=(message, f"remove it, or write x-{short(key)} to keep it for yourself"))


def _meant(model: type[Node], parent: Mapping, key: Scalar) -> str:
    listed = (name for name in _MEANT.get(key.casefold(), ()) if name in shapes(model))
    free = next((name for name in listed if name not in parent), None)
    if free or key.casefold() in shapes(model):
        return free or key.casefold()
    # A field of some other part is out of place rather than misspelt.
    return "" if _where(model, key) else next(iter(nearest(key, shapes(model))), "")


def _where(model: type[Node], key: Scalar) -> str:
    """Returns where a field belongs: of several places the one most like the model."""
    places = [(what, other) for what, other in _HOMES.items() if key in shapes(other)]
    if not places:
        return ""
    what, other = max(places, key=lambda place: len(shapes(place[1]).keys() & shapes(model).keys()))
    return "at the top of the map" if other is Journey else f"to {what}"


def are_names(shape: Shape, tree: Mapping) -> bool:
    """Tells whether a mapping has names of the analyst's own where a list of parts belongs."""
    if not (isinstance(shape.kind, type) and issubclass(shape.kind, Node)) or shape.keyed:
        return False
    model = shape.kind
    several = len(tree) > 1 or any(isinstance(value, Mapping) for value in tree.values())
    return several and not any(
        key in shapes(model) or key.startswith("x-") or _meant(model, tree, key) for key in tree
    )


def field_for_name(shape: Shape, key: Scalar) -> Said | None:
    """Says that a field stands where the name of an item belongs; None where it is no field."""
    if shape.keyed is None or not isinstance(shape.kind, type) or not issubclass(shape.kind, Node):
        return None
    item = shape.kind
    content = shapes(item)[shape.keyed.content].kind
    inside = [content] if isinstance(content, type) and issubclass(content, Node) else []
    places = [home(model) for model in (item, *inside) if key in shapes(model)]
    if not places:
        return None
    message = f"`{key}` stands where {home(item)}'s {shape.keyed.name} belongs"
    return message, f"say it at {' or at '.join(places)}"


def home(model: type[Node]) -> str:
    """Returns what a model is called in messages."""
    return next((what for what, other in _HOMES.items() if other is model), "this place")


def _ends_in_flow(key: Scalar, source: Source) -> bool:
    return source.text[key.span.end : key.span.end + 80].lstrip()[:1] in {",", "}"}
