"""A map without what is internal, for clients; what that is, is written here and nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from journeymap.model.fields import Node
from journeymap.model.journey import Journey, Library, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, SharedOpportunity
from journeymap.model.people import Portrait
from journeymap.model.step import Step
from journeymap.model.vocabulary import Evidence

N = TypeVar("N", bound=Node)

_OF_IDEAS = frozenset({"business", "link", "pilots"})

INTERNAL: Mapping[type[Node], frozenset[str]] = {
    Journey: frozenset(
        {
            *("purpose", "team", "status", "review_every", "uses", "desired"),
            *("external_changes", "questions", "tags"),
        }
    ),
    Library: frozenset({"external_changes"}),
    Stage: frozenset({"questions"}),
    Step: frozenset({"backstage", "systems", "questions", "tags", "note"}),
    Opportunity: _OF_IDEAS,
    SharedOpportunity: _OF_IDEAS,
    Evidence: frozenset({"note"}),
}
"""The fields that are the team's own, by the part that has them."""


def for_client(journey_map: JourneyMap) -> JourneyMap:
    """Returns a map, and its libraries, without what is internal."""
    libraries = {path: _without(each) for path, each in journey_map.libraries.items()}
    return replace(journey_map, journey=_without(journey_map.journey), libraries=libraries)


def _without(node: N) -> N:
    """Returns a part as if its internal fields, and those inside it, had not been written."""
    update: dict[str, Any] = {}
    for name, value in vars(node).items():
        if name in INTERNAL.get(type(node), ()):
            field = type(node).model_fields[name]
            update[name] = field.get_default(call_default_factory=True)
        elif isinstance(value, Portrait) and not value.consent:
            update[name] = None
        elif isinstance(value, Node):
            update[name] = _without(value)
        elif isinstance(value, tuple) and any(isinstance(each, Node) for each in value):
            update[name] = tuple(_without(each) for each in value)
    return node.model_copy(update=update)
