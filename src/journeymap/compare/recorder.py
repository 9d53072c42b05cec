"""Maps and libraries as records."""

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Any

from journeymap.compare.flat_fields import FieldReader, is_list, kind_of, kind_of_field, name_key
from journeymap.compare.record import NAMING, Entry, Key, Kind, Path, Record, Ref, Value
from journeymap.model.between import Handoff, Leak, Way
from journeymap.model.fields import Namespace, Node, shapes
from journeymap.model.ids import slug
from journeymap.model.journey import Journey, Library, Vocabulary
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined, Route, define
from journeymap.model.pains import Pilot
from journeymap.model.placed import PlacedStage, PlacedStep
from journeymap.model.unread import readable
from journeymap.model.vocabulary import (
    Reading,
)

_DEFINITIONS = {
    Namespace.PERSONA: "personas",
    Namespace.PERSON: "stakeholders",
    Namespace.CHANNEL: "channels",
    Namespace.INFORMATION: "information",
    Namespace.METRIC: "metrics",
    Namespace.EVIDENCE: "evidence",
}
"""The lists of what maps and libraries define, by what references name."""
_SHARED = {"pains": "text", "opportunities": "text"}
"""Lists of libraries alone, and what their items are called by."""


def record_of(
    journey_map: JourneyMap, broken: Collection[Route] = (), *, lost: bool = False
) -> Record:
    """Returns a map as a record, with what it uses of its libraries.

    Args:
        journey_map: the map.
        broken: routes of fields that are there and could not be read.
        lost: whether a library could not be read, so that nobody knows what it defines.
    """
    return _Recorder(journey_map, journey_map.told, broken).record(lost=lost)


def record_of_library(library: Library, path: str, broken: Collection[Route] = ()) -> Record:
    """Returns a library as a record of all that it defines.

    Args:
        library: the library.
        path: its file.
        broken: routes of fields that are there and could not be read.
    """
    title = library.title or PurePosixPath(path).name
    lists = {name: getattr(library, name) for name in Vocabulary.model_fields}
    journey = Journey.model_construct(title=title, **lists)
    journey_map = JourneyMap(journey=journey, path=path, libraries={})
    return _Recorder(journey_map, library, broken).record()


class _Recorder:
    """Walks a map once."""

    def __init__(self, journey_map: JourneyMap, top: Vocabulary, broken: Collection[Route]) -> None:
        self.map, self.top, self.broken = journey_map, top, broken
        self.entries: dict[Key, Entry] = {}
        self.fields = FieldReader(journey_map)
        self.lacks: set[Kind] = set()

    def record(self, *, lost: bool = False) -> Record:
        """Returns the record."""
        key, kind = self._top()
        for stage in self.map.stages:
            self._stage(stage, key)
        self._definitions(key)
        if lost:
            self.lacks |= {kind_of_list for kind_of_list in Kind if kind_of_list in NAMING}
            self.lacks -= {kind, Kind.STAGE, Kind.STEP}
        return Record(entries=self.entries, journey_map=self.map, lacks=frozenset(self.lacks))

    def _top(self) -> tuple[Key, Kind]:
        kind = Kind.LIBRARY if isinstance(self.top, Library) else Kind.MAP
        own = () if kind is Kind.LIBRARY else (slug(vars(self.top).get("id") or ""),)
        identifier = self.map.id if kind is Kind.MAP else PurePosixPath(self.map.path).name
        key: Key = (kind.value,)
        self._add(
            kind,
            key,
            identifier,
            self.top,
            (),
            None,
            label=self.map.journey.title,
            is_written=bool(own and own[0]),
        )
        self._parts(key, self.top, ())
        return key, kind

    def _stage(self, stage: PlacedStage, holder: Key) -> None:
        key = self._fresh(name_key(Kind.STAGE, stage.id))
        self._add(
            Kind.STAGE,
            key,
            stage.id,
            stage.stage,
            stage.route,
            holder,
            label=stage.label,
            is_written=bool(vars(stage.stage).get("id")),
        )
        self._parts(key, stage.stage, stage.route)
        for step in self.map.steps_of(stage):
            self._step(step, key)

    def _step(self, step: PlacedStep, holder: Key) -> None:
        key = self._fresh(name_key(Kind.STEP, step.id))
        self._add(
            Kind.STEP,
            key,
            step.id,
            step.step,
            step.route,
            holder,
            label=step.label,
            is_written=bool(vars(step.step).get("id")),
        )
        self._parts(key, step.step, step.route)
        for pain in step.pains:
            own = self._fresh(name_key(Kind.PAIN, pain.id))
            self._add(
                Kind.PAIN,
                own,
                pain.id,
                pain.pain,
                pain.route,
                key,
                label=pain.label,
                is_written=bool(vars(pain.pain).get("id")),
            )
        for idea in step.opportunities:
            own = self._fresh(name_key(Kind.OPPORTUNITY, idea.id))
            self._add(
                Kind.OPPORTUNITY,
                own,
                idea.id,
                idea.opportunity,
                idea.route,
                key,
                label=idea.label,
                is_written=bool(vars(idea.opportunity).get("id")),
            )
            self._parts(own, idea.opportunity, idea.route)

    def _definitions(self, holder: Key) -> None:
        """Adds what the map defines, and what it uses of its libraries."""
        for namespace, name in _DEFINITIONS.items():
            for each in self.map.names(namespace):
                if each.route[:1] == (name,):
                    self._definition(each, holder)
        if isinstance(self.top, Library):
            for name, by in _SHARED.items():
                for each in define(vars(self.top)[name], name, by=by):
                    self._definition(each, holder)

    def _definition(self, each: Defined[Any], holder: Key) -> None:
        kind = kind_of(each.item)
        key = name_key(kind, each.id)
        if each.library is not None and (key not in self.fields.used or key in self.entries):
            return  # what nobody here speaks of, or what the map itself defines
        key = self._fresh(key)
        library = PurePosixPath(each.library).name if each.library is not None else ""
        self._add(
            kind,
            key,
            each.id,
            each.item,
            each.route,
            holder,
            label=each.label,
            is_written=each.has_own_id,
            library=library,
        )
        self._parts(key, each.item, each.route)

    def _add(  # noqa: PLR0913, PLR0917 - what an entry is made of
        self,
        kind: Kind,
        key: Key,
        identifier: str,
        node: Node,
        route: Route,
        holder: Key | None,
        *,
        label: str,
        is_written: bool,
        library: str = "",
    ) -> None:
        unread = frozenset(
            name
            for name, shape in shapes(type(node)).items()
            if not library and not is_list(shape) and self._is_broken((*route, name))
        )
        fields: dict[Path, Value] = {("library",): library} if library else {}
        own = {path: value for path, value in self.fields.of(node, route) if path[0] not in unread}
        self.entries[key] = Entry(
            key=key,
            kind=kind,
            id=identifier,
            is_written=is_written,
            label=label or identifier,
            holder=holder,
            route=route,
            library=library,
            fields={**own, **fields},
            unread=unread,
        )

    def _is_broken(self, route: Route) -> bool:
        return any(each[: len(route)] == route for each in self.broken)

    def _fresh(self, key: Key) -> Key:
        """Returns a key that nothing has yet: of several with one id the first is meant."""
        if key not in self.entries:
            return key
        number = 2
        while (*key, str(number)) in self.entries:
            number += 1
        return (*key, str(number))

    # ------------------------------------------------------------------ parts without an id

    def _parts(self, holder: Key, node: Node, route: Route) -> None:
        """Adds leaks, ways, hand-offs, readings, pilots and external changes."""
        for name, shape in shapes(type(node)).items():
            if not is_list(shape):
                continue
            if {(*route, name)} & set(self.broken) or any(
                each[:-1] == (*route, name) for each in self.broken
            ):
                self.lacks.add(kind_of_field(shape))
            if kind_of_field(shape) in _BY_PLACE:
                items = readable(vars(node).get(shape.attribute, ()))
                self._list(kind_of_field(shape), items, holder, (*route, name))

    def _list(self, kind: Kind, items: Iterable[Any], holder: Key, route: Route) -> None:
        seen = Counter[str]()
        for position, item in enumerate(items):
            here = (*route, position)
            identifier, label = self._told_by(item, here)
            seen[identifier] += 1
            number = (str(seen[identifier]),) if seen[identifier] > 1 else ()
            key = (kind.value, *holder, identifier, *number)
            self._add(kind, key, identifier, item, here, holder, label=label, is_written=False)

    def _told_by(self, item: Any, route: Route) -> tuple[str, str]:  # noqa: ANN401 - of five kinds
        """Returns what tells a part from others of its kind, and what it is called."""
        match item:
            case Handoff():
                meant = self.fields.reference(Namespace.PERSON, item.to, (*route, "to"))
                return _text(meant), _label(meant)
            case Way():
                step = self.fields.reference(Namespace.STEP, item.to, (*route, "to"))
                return _text(step), _label(step)
            case Leak():
                to = vars(item).get("to") or ""
                return slug(to), to
            case Reading():
                metric = self.fields.reference(Namespace.METRIC, item.metric, (*route, "metric"))
                return _text(metric), _label(metric)
            case Pilot():
                date = vars(item).get("date")
                return (date.written if date else ""), (date.written if date else "")
            case _:
                what = vars(item).get("what") or ""
                return slug(what), what


_BY_PLACE = frozenset(
    {Kind.LEAK, Kind.WAY, Kind.HANDOFF, Kind.READING, Kind.PILOT, Kind.EXTERNAL_CHANGE}
)
"""Kinds of parts that have no id: what holds them and what they say tells them apart."""


def _text(meant: Ref | str) -> str:
    return "/".join(meant.key[1:]) if isinstance(meant, Ref) else slug(meant)


def _label(meant: Ref | str) -> str:
    return meant.label if isinstance(meant, Ref) else meant
