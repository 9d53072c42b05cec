"""Where a finding stands: characters in the text, and a route in words."""

from collections.abc import Callable, Mapping

from journeymap.findings import Finding, Mark
from journeymap.linter.diagnostic import Bytes
from journeymap.model.fields import Namespace
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route, step_route
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import Node as Tree
from journeymap.text.nodes import locate, locate_key, reach
from journeymap.text.source import Position, Source, Span
from journeymap.workspace.files import MapFile

_NAMING = ("id", "action", "name", "title", "text")
"""The fields that stand for a node, first found first."""
_TELLING = (*_NAMING, "to", "metric")
"""The fields that tell an entry from its siblings, first found first."""
_LONGEST = 200
"""Characters of a stage's or step's name at most, where it only tells the place."""
_LONGEST_LINE = 2_000
"""Characters before a place in its line; where there are more, nobody counts their bytes."""


def span_of(file: MapFile, finding: Finding) -> Span:
    """Returns the characters that a finding underlines."""
    if finding.span is not None:
        return finding.span
    return mark_span(file.tree, finding.route, finding.mark)


def mark_span(tree: Tree | None, route: Route, mark: Mark) -> Span:
    """Returns the characters of a place; of the nearest part above where it does not exist."""
    if tree is None:
        return Span(0, 0)
    if mark is Mark.KEY:
        return locate_key(tree, route)
    if mark is Mark.VALUE:
        return locate(tree, route)
    node = reach(tree, route)
    if isinstance(node, TreeMapping):
        return _naming_span(node, top=node is tree)
    return node.span


def _naming_span(node: TreeMapping, *, top: bool) -> Span:
    for name in () if top else _NAMING:
        if node.get(name):  # type: ignore[call-overload]  # a str finds the Scalar that equals it
            return node[name].span  # type: ignore[index]  # a str finds the Scalar that equals it
    return next((key.span for key in node), node.span)


class Places:
    """Names the places of one file; what it needs for that is looked up once for all findings."""

    def __init__(self, file: MapFile) -> None:
        """Looks up the ids and labels of a file."""
        self._tree = file.tree
        self._ids = _ids(file.journey_map) if file.journey_map else {}
        self._labels: dict[Route, str] = {}
        if file.journey_map:
            self._labels |= {
                stage.route: stage.label for stage in file.journey_map.stages if stage.route
            }
            self._labels |= {step.route: step.label for step in file.journey_map.steps}

    def route_text(self, route: Route) -> str:
        """Returns a route with ids for positions: `stages[referral].steps[is-referred].handoff`."""
        return _text(route, lambda entry: self._ids.get(entry, ""))

    def steady_text(self, route: Route) -> str:
        """Returns a route that says nothing of the order of entries and the stage of a step.

        All entries go by what they say: `steps[is-referred].handoff[specialist].needs[x-ray]`.
        Those that say the same share a text, so that it hangs on no other one.
        """
        stage = max(len(step_route(route)) - len(("steps", 0)), 0)
        return _text(route, self._said, stage, "")

    def steady_text_v1(self, route: Route) -> str:
        """Returns a route as fingerprints of version 1 know it: with its stage, and with ids."""
        return _text(route, lambda entry: self._ids.get(entry) or self._said(entry))

    def _said(self, route: Route) -> str:
        """Returns the slug of what tells an entry from its siblings; empty where nothing does."""
        entry = reach(self._tree, route) if self._tree is not None else None
        if isinstance(entry, TreeMapping):
            said = {str(key): value for key, value in entry.items()}
            texts = (value for name in _TELLING if isinstance(value := said.get(name), str))
            return next(filter(None, map(slug, texts)), "")
        return slug(entry) if isinstance(entry, str) else ""

    def step_id(self, route: Route) -> str:
        """Returns the id of the step that a route lies in; empty where it lies in none."""
        return self._ids.get(step_route(route), "")

    def breadcrumbs(self, route: Route) -> tuple[str, ...]:
        """Returns the names of the stage and the step that a route lies in."""
        above = (self._labels.get(route[:length]) for length in range(1, len(route) + 1))
        return tuple(label[:_LONGEST] for label in above if label)


def _text(
    route: Route, name: Callable[[Route], str], start: int = 0, nameless: str | None = None
) -> str:
    """Returns a route in words; an entry without a name goes by its position, unless told else."""
    if route[:1] == ("persona",):
        route = route[:1]  # as it was when a map had one persona only
    text = ""
    for i, part in enumerate(route):
        if i < start:
            continue
        if isinstance(part, int):
            text += f"[{name(route[: i + 1]) or (part if nameless is None else nameless)}]"
        elif part:
            text += f".{part}" if text else part
    return text


def _ids(journey_map: JourneyMap) -> Mapping[Route, str]:
    lists = (
        journey_map.stage_names,
        *map(journey_map.names, Namespace),
        *map(journey_map.opportunities_of, journey_map.steps),
    )
    own = (entry for names in lists for entry in names if entry.library is None)
    return {entry.route: entry.id for entry in own if entry.route}


def bytes_of(source: Source, start: Position, end: Position) -> Bytes | None:
    """Returns the columns of a stretch in bytes of UTF-8, where its lines are not too long."""
    if max(start.column, end.column) > _LONGEST_LINE:
        return None
    columns = [len(source.before(place).encode()) + 1 for place in (start, end)]
    return Bytes(start=columns[0], end=columns[1])
