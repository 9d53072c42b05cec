"""JM102."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, starmap
from typing import Any

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    MapFile,
    Mark,
    Namespace,
    Related,
    Route,
    one_by_one,
    rule,
    slug,
    step_route,
)
from journeymap.linter.rules.references._meaning import references_of, scope
from journeymap.model.names import Names
from journeymap.model.references import Reference
from journeymap.model.unread import collected

_WHAT = {
    Namespace.PERSON: "people",
    Namespace.CHANNEL: "channels",
    Namespace.INFORMATION: "information items",
    Namespace.METRIC: "metrics",
    Namespace.EVIDENCE: "evidence items",
    Namespace.STEP: "steps",
}
_FEW = 3
"""So many references to an id at most are shown."""
_SHARED = {Namespace.SHARED_PAIN: "pains", Namespace.SHARED_OPPORTUNITY: "opportunities"}
"""What libraries define for steps to name."""
_SEVERAL = {
    **_WHAT,
    **_SHARED,
    Namespace.OPPORTUNITY: "opportunities",
    Namespace.AFFECTED: "stages, steps, channels or people",
    Namespace.PERSONA: "personas",
    Namespace.PAIN: "pains",
    Namespace.REPAIRABLE: "pains",
}


@rule("JM102", "duplicate-id", severity="error", from_status="draft")
def duplicate_id(file: MapFile, context: Context) -> Iterator[Finding]:
    """Two things have the same id, or a name may mean either of two.

    ## Why it matters

    A reference to an id that two things share leads to the first of them, whichever was meant, and
    a comparison of two versions of the map mistakes one for the other. Personas and stakeholders
    share one set of ids, as do all steps of a map. What a library defines cannot be defined once
    more in the map that uses it. Two things may have the same name as long as no reference uses
    that name. Pains may have the same id if they belong to different steps.

    ## Bad

    ```yaml
    title: Dental clinic
    personas: [{id: anna, name: Anna}]
    stakeholders:
      - {id: dentist-1, name: Dentist, kind: clinician}
      - {id: dentist-2, name: Dentist, kind: clinician}
      - {id: anna, name: Anna's mother, kind: family}  # <- here
    steps:
      - action: Is examined
        with: [Dentist]  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    personas: [{id: anna, name: Anna}]
    stakeholders:
      - {id: dentist-1, name: Dentist, kind: clinician}
      - {id: dentist-2, name: Dentist, kind: clinician}
      - {id: mother, name: Anna's mother, kind: family}
    steps:
      - action: Is examined
        with: [dentist-2]
    ```
    """
    journey_map = scope(file)
    if journey_map is None:
        return
    files = context.workspace.files
    uses = {files[link.target].shown: link.route for link in file.links if link.target}

    def same(what: str, entries: Names[Any]) -> Iterator[Finding]:
        for first, second in _pairs(entries):
            found = _duplicate(what, first, second, file, uses)
            led = _leading_to(first, references_of(file, journey_map))
            yield replace(found, related=(*found.related, *led))

    def ambiguous(reference: Reference) -> Iterator[Finding]:
        if _is_ambiguous(reference):
            yield _ambiguous(reference, file)

    references = references_of(file, journey_map)
    every = (starmap(same, _namespaces(journey_map)), map(ambiguous, references))
    yield from one_by_one(map(one_by_one, every))


def _namespaces(journey_map: JourneyMap) -> Iterator[tuple[str, Names[Any]]]:
    for namespace, what in _WHAT.items():
        yield what, journey_map.names(namespace)
    yield "stages", journey_map.stage_names
    for step in journey_map.steps:
        yield "pains", journey_map.pains_of(step)
        yield "opportunities", journey_map.opportunities_of(step)
    for namespace, what in _SHARED.items():
        named = journey_map.names(namespace)
        yield what, Names(collected(each for each in named if each.library))


def _pairs(entries: Iterable[Defined[Any]]) -> Iterator[tuple[Defined[Any], Defined[Any]]]:
    """Pairs each entry whose id is taken with the first one of that id."""
    first: dict[str, Defined[Any]] = {}
    for entry in entries:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            yield known, entry


def _duplicate(
    what: str, first: Defined[Any], second: Defined[Any], file: MapFile, uses: Mapping[str, Route]
) -> Finding:
    if second.library in {None, file.shown}:
        message = f"`{second.id}` is the id of two {what}"
        help_ = "give one of them another id, and write it wherever that one is meant"
        return _finding(second, message, help_, (_related(first, file, "the first one"),))
    if first.library is None:
        message = f"`{first.id}` is defined here and in {second.library}"
        help_ = "remove one of the two, or give this one another id"
        return _finding(first, message, help_, (_related(second, file, "in the library"),))
    return Finding(
        message=f"`{second.id}` is defined in {second.library} and in {first.library}",
        help="use one of the two libraries, or give one of the two another id",
        route=uses.get(second.library or "", ("uses",)),
        mark=Mark.VALUE,
        related=(_related(first, file, "one"), _related(second, file, "the other one")),
    )


def _finding(
    entry: Defined[Any], message: str, help_: str, related: tuple[Related, ...]
) -> Finding:
    return Finding(
        message=message,
        help=help_,
        route=(*entry.route, "id") if entry.has_own_id else entry.route,
        mark=Mark.VALUE if entry.has_own_id else Mark.NODE,
        related=related,
    )


def _leading_to(first: Defined[Any], references: Iterable[Reference]) -> Iterator[Related]:
    """Yields the first references that name an id of two things, which mean the first of them."""
    named = (each for each in references if first in each.found and slug(each.text) == first.id)
    for reference in islice(named, _FEW):
        yield Related(route=reference.route, message="this leads to the first one")


def _is_ambiguous(reference: Reference) -> bool:
    """Tells whether it may mean two things; that two share an id is told where they stand.

    Pains of several steps may share an id until one is referred to.
    """
    meanings = reference.meanings
    if len(meanings) <= 1 or reference.to in {Namespace.FRAMEWORK, Namespace.FRAMEWORK_STAGE}:
        return False
    origins = [getattr(entry.item, "origin", None) for entry in meanings]
    if origins[0] and all(each == origins[0] for each in origins):
        return False  # one shared pain at several steps: all of them are meant
    steps = {step_route(entry.route) for entry in meanings if "pains" in entry.route}
    return len(steps) > 1 or len({entry.id for entry in meanings}) > 1


def _ambiguous(reference: Reference, file: MapFile) -> Finding:
    meanings = reference.meanings
    ids = list(dict.fromkeys(entry.id for entry in meanings))
    return Finding(
        message=f"`{reference.text}` stands for {len(meanings)} {_SEVERAL[reference.to]}",
        help=f"write the one meant: {' or '.join(ids)}" if len(ids) > 1 else "give each its own id",
        route=reference.route,
        mark=Mark.KEY if reference.is_key else Mark.VALUE,
        related=tuple(_related(entry, file, f"`{entry.id}`") for entry in meanings),
    )


def _related(entry: Defined[Any], file: MapFile, message: str) -> Related:
    elsewhere = entry.library if entry.library != file.shown else None
    return Related(route=entry.route, message=message, path=elsewhere)
