"""Which field was meant by a key that no field has."""

from collections.abc import Mapping as Lookup
from types import MappingProxyType

from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.fields import Node, Shape, shapes
from journeymap.model.journey import Journey, Library, Scales, Stage
from journeymap.model.likeness import nearest
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.people import Persona, Preferences, Stakeholder
from journeymap.model.step import Expectation, Step
from journeymap.model.vocabulary import Channel, Evidence, InformationItem, Metric, Reading
from journeymap.quick_dataclass import dataclass
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, short

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

Places = tuple[type[Node], ...]
"""Parts of files that a field may belong to."""

MAP_PLACES: Places = (
    Step,
    Pain,
    Opportunity,
    Reading,
    Handoff,
    Wait,
    Way,
    Leak,
    Expectation,
    Stage,
    Journey,
    Persona,
    Stakeholder,
    Preferences,
    Channel,
    Metric,
    Evidence,
    InformationItem,
    Library,
    Scales,
)
"""Those of maps and libraries."""


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


def cut_off(key: Scalar, value: Tree, source: Source) -> str:
    """Returns what to do about a comma that cut a text inside {…} in two; empty where none did."""
    if value != "" or not _ends_in_flow(key, source):
        return ""
    before = source.text[max(key.span.start - 9, 0) : key.span.start].rstrip(" ,")
    if key[0].isdigit() and before[-1:].isdigit():
        return "a comma inside {…} ends the number before it: write it with a point"
    return "a comma inside {…} ends the text before it: put that text in quotes"


def unknown(
    model: type[Node], parent: Mapping, key: Scalar, value: Tree, places: Places
) -> Unknown:
    """Says that a key is no field, and which one was probably meant."""
    message = no_field(model, key)
    if meant := _meant(model, parent, key, places):
        if meant in parent:
            return Unknown(said=(message, f"`{meant}` is there already: keep one of the two"))
        return Unknown(said=(message, f"did you mean `{meant}`?"), meant=meant, is_misnamed=True)
    if where := _where(model, key, places):
        return Unknown(said=(message, f"`{key}` belongs {where}"))
    if model.shorthand and len(parent) == 1 and isinstance(value, Scalar) and value:
        help_ = f'if "{short(f"{key}: {value}")}" is one text, put it in quotes'
        return Unknown(said=(message, help_), meant=model.shorthand[-1])
    return Unknown(said=(message, f"remove it, or write x-{short(key)} to keep it for yourself"))


def no_field(model: type[Node], key: Scalar) -> str:
    """Returns the message about a key that no field has."""
    return f"`{short(key)}` is not a field of {home(model)}"


def _meant(model: type[Node], parent: Mapping, key: Scalar, places: Places) -> str:
    listed = (name for name in _MEANT.get(key.casefold(), ()) if name in shapes(model))
    free = next((name for name in listed if name not in parent), None)
    if free or key.casefold() in shapes(model):
        return free or key.casefold()
    # A field of some other part is out of place rather than misspelt.
    return "" if _where(model, key, places) else next(iter(nearest(key, shapes(model))), "")


def _where(model: type[Node], key: Scalar, places: Places) -> str:
    """Returns where a field belongs: of several places the one most like the model."""
    having = [place for place in places if key in shapes(place)]
    if not having:
        return ""
    likest = max(having, key=lambda place: len(shapes(place).keys() & shapes(model).keys()))
    return "at the top of the map" if likest is Journey else f"to {home(likest)}"


def are_names(shape: Shape, tree: Mapping, places: Places) -> bool:
    """Tells whether a mapping has names of the analyst's own where a list of parts belongs."""
    if not (isinstance(shape.kind, type) and issubclass(shape.kind, Node)) or shape.keyed:
        return False
    model = shape.kind
    several = len(tree) > 1 or any(isinstance(value, Mapping) for value in tree.values())
    return several and not any(
        key in shapes(model) or key.startswith("x-") or _meant(model, tree, key, places)
        for key in tree
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
    return model.called or "this place"


def _ends_in_flow(key: Scalar, source: Source) -> bool:
    return source.text[key.span.end : key.span.end + 80].lstrip()[:1] in {",", "}"}
