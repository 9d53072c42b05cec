"""JM103."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

from journeymap.authoring import (
    Applicability,
    ChannelKind,
    Context,
    Defined,
    Delete,
    EvidenceKind,
    FileKind,
    Finding,
    Fix,
    JourneyMap,
    MapFile,
    Namespace,
    OpportunityStatus,
    PlacedStep,
    Related,
    Route,
    Workspace,
    few,
    locate,
    rule,
    slug,
)
from journeymap.linter.rules.references._meaning import DEFINED, Guesses, scope
from journeymap.model.vocabulary import Evidence, InformationItem, Metric
from journeymap.quick_dataclass import dataclass

_SHARED = {Namespace.SHARED_PAIN: "pain", Namespace.SHARED_OPPORTUNITY: "opportunity"}
"""What libraries define for steps to name, by what it is."""
_ASKED = (Namespace.PERSONA, *(each for each in DEFINED if each is not Namespace.PERSON), *_SHARED)
"""Stakeholders may stand in a map without a part in a step: they sway the persona all the same."""

_DROPPED = OpportunityStatus.DROPPED

_MANY = 3
"""So many unused definitions of a kind, or more, are told in one note."""


def _gathered(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells many of one kind, which stand in one list, at the first of them."""
    known = scope(context.file)
    labels = (
        {entry.route: entry.id for each in _ASKED for entry in known.names(each)} if known else {}
    )
    for field, group in groupby(findings, key=lambda each: each.route[:1]):
        here = list(group)
        if not field or len(here) < _MANY:
            yield from here
            continue
        names = few([labels.get(each.route, "") for each in here])
        gone = [labels.get(each.route, "") for each in here if each.fix]
        changes = tuple(change for each in here if each.fix for change in each.fix.changes)
        yield replace(
            here[0],
            message=f"nothing refers to {len(here)} of the {field[0]}: {names}",
            help="say who needs each, and where it is given or got"
            if field == ("information",)
            else f"refer to each where it belongs{', or remove it' if changes else ''}",
            fix=Fix(
                title=f"delete {few(gone)}", changes=changes, applicability=Applicability.UNSAFE
            )
            if changes
            else None,
            related=tuple(Related(route=each.route, message="unused, too") for each in here[1:]),
            stands_for=tuple(each.route for each in here),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notes:
    """What of a map tells whether something in a file is used.

    Attributes:
        used: the definitions of the file that the map or its libraries refer to.
        has_unknown: whether it has fields that nobody knows, below which others may be named.
    """

    used: frozenset[Route]
    has_unknown: bool


def _notes(file: MapFile, user: MapFile) -> _Notes:
    used = frozenset(route for shown, route in _used(user) if shown == file.shown)
    return _Notes(used=used, has_unknown=_has_unknown(user))


def _has_unknown(file: MapFile) -> bool:
    return any(finding.code == "JM003" for finding in file.findings)


@rule(
    "JM103",
    "unused-definition",
    severity="note",
    from_status="review",
    basis="house",
    gathers=_gathered,
    notes_of_user=_notes,
)
def unused_definition(file: MapFile, context: Context) -> Iterator[Finding]:
    """A definition is never referred to: of a persona, a channel, a metric, a shared idea ….

    ## Why it matters

    What nothing refers to is left over from an earlier version, or a sign that something is not
    said yet: a metric without a reading, a study that no claim names, an idea of a library. Three
    or more of a kind are told in one note. Of information it is asked who gives or needs it.
    Stakeholders are not asked for, who sway the persona without a part in any step, nor
    assumptions, nor channels that an idea's text names, or beside which steps use one of the kind.

    What a library defines may be used by other maps. It is looked at when a folder is linted whose
    maps can all be read, and then counts as used if one of the maps in it does so.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    channels:
      - Phone
      - Fax  # <- here
    evidence:
      - {id: interviews, kind: interview}  # <- here
    steps:
      - action: Calls the clinic
        channel: phone
    ```

    ## Good

    ```yaml
    title: Dental clinic
    channels:
      - Phone
    evidence:
      - {id: interviews, kind: interview}
    steps:
      - action: Calls the clinic
        channel: phone
        evidence: interviews
    ```
    """
    is_library = file.kind is FileKind.LIBRARY
    if is_library and not _are_users_known(context.workspace):
        return
    journey_map = scope(file)
    if journey_map is None:
        return
    notes = context.users() if is_library else [_notes(file, file)]
    if not notes:
        yield Finding(
            message="no map in this folder uses the library",
            help="name it under `uses` in a map, or remove it",
        )
        return
    used = {route for each in notes for route in each.used}
    spared = set(_spared(journey_map))
    unread = _has_unknown(file) or any(each.has_unknown for each in notes)
    for namespace in _ASKED:
        for entry in journey_map.names(namespace):
            here = entry.library in ({file.shown} if namespace in _SHARED else {None, file.shown})
            if here and entry.route not in used | spared:
                what = _SHARED.get(namespace, namespace.value)
                if (asked := _asked_for(entry, journey_map)) is not None:
                    yield asked
                    continue
                yield Finding(
                    message=f"nothing refers to the {what} `{entry.id}`",
                    help="refer to it where it belongs, or remove it",
                    route=entry.route,
                    # What stands under an unknown field may well refer to it.
                    fix=None if unread else _removal(entry.id, file, entry.route),
                )


def _spared(journey_map: JourneyMap) -> Iterator[Route]:
    """Walks what may stand there unused: assumptions, and channels that an open idea names."""
    for study in journey_map.evidence:
        if study.item.kind is EvidenceKind.ASSUMPTION:
            yield study.route
    ideas = (each.opportunity for each in journey_map.opportunities)
    texts = [f"-{slug(each.text)}-" for each in ideas if each.status is not _DROPPED]
    kinds = _kinds_in_use(journey_map)
    for channel in journey_map.channels:
        names = {slug(channel.label), slug(channel.id)}
        if channel.item.kind in kinds or any(f"-{n}-" in text for n in names for text in texts):
            yield channel.route


def _kinds_in_use(journey_map: JourneyMap) -> set[ChannelKind]:
    """Returns the kinds of channel at which a step takes place."""
    used = {name for each in journey_map.steps for name in _channels(each)}
    found = map(journey_map.channels.find, used)
    return {each.item.kind for each in found if each and each.item.kind}


def _channels(placed_step: PlacedStep) -> Iterator[str]:
    yield from (*placed_step.step.channel, *placed_step.step.instead_of)
    for names in placed_step.step.channels.values():
        yield from names


def _asked_for(entry: Defined[Any], journey_map: JourneyMap) -> Finding | None:
    """Returns what is said of what is not left over: information, studies, what has a target."""
    if isinstance(entry.item, InformationItem):
        return _nobody_has(entry)
    if isinstance(entry.item, Evidence):
        return _not_in_use(entry, journey_map)
    is_wanted = isinstance(entry.item, Metric) and entry.item.target is not None
    return _never_read(entry) if is_wanted else None


def _nobody_has(entry: Defined[InformationItem]) -> Finding:
    """Asks where an information item occurs: that nobody gives or gets it may be the gap itself."""
    return Finding(
        message=f'no step lists "{entry.label}" as given, got or needed',
        help="say who needs it, and where it is given or got (gives:, gets:, reuses:, handoff:); "
        "if nobody asks for it or passes it on, that is worth a pain, unless one tells of it",
        route=entry.route,
    )


def _not_in_use(entry: Defined[Evidence], journey_map: JourneyMap) -> Finding:
    """Tells of a study that nothing names: somebody was asked, so that it is not to be deleted."""
    day, reviewed = entry.item.date, journey_map.journey.reviewed
    is_new = day and reviewed and day.date > reviewed.date
    new = "it is newer than the last review: put it to use, and "
    return Finding(
        message=f"nothing refers to the evidence `{entry.id}`",
        help=f"{new if is_new else ''}name it under evidence: where it tells something",
        route=entry.route,
    )


def _never_read(entry: Defined[Metric]) -> Finding:
    """Tells of a metric with a target: somebody wanted to know, so that it is not to be deleted."""
    return Finding(
        message=f'"{entry.label}" has a target, and is never read',
        help="read it where it is measured (metrics:), or have it measured",
        route=entry.route,
    )


def _removal(identifier: str, file: MapFile, route: Route) -> Fix:
    """Returns the fix that deletes a definition: unsafe, as it may be needed later."""
    return Fix(
        title=f"delete `{identifier}`",
        changes=(Delete(at=locate(file.tree, route)),),
        applicability=Applicability.UNSAFE,
    )


def _are_users_known(workspace: Workspace) -> bool:
    """Tells whether all maps were looked at that may refer to what a library defines."""
    every = workspace.outlines.each
    return workspace.searched and not any(each.is_unread_map for each in every)


def _used(file: MapFile) -> Iterator[tuple[str, Route]]:
    """Walks the definitions that a map or its libraries refer to: their files and places there."""
    if file.journey_map is None:
        return
    guesses = Guesses(file.journey_map)
    for reference in chain(
        file.journey_map.references, *file.journey_map.library_references.values()
    ):
        for entry in guesses.likely(reference):
            yield entry.library or file.shown, entry.route
    yield from _protagonists(file, file.journey_map)


def _protagonists(file: MapFile, journey_map: JourneyMap) -> Iterator[tuple[str, Route]]:
    """Walks the personas whose journey it is; as long as none is chosen it may be any."""
    for persona in journey_map.personas_chosen or journey_map.personas:
        yield persona.library or file.shown, persona.route
