"""JM102."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.authoring import (
    Context,
    Finding,
    MapFile,
    Mark,
    Namespace,
    Related,
    Route,
    rule,
    slug,
)
from journeymap.linter.rules.references._meaning import Meant, Scope, said, scope
from journeymap.model.references import Reference

_WHAT = {
    Namespace.PERSON: "people",
    Namespace.CHANNEL: "channels",
    Namespace.INFORMATION: "information items",
    Namespace.METRIC: "metrics",
    Namespace.EVIDENCE: "evidence items",
}
_SEVERAL = {
    **_WHAT,
    Namespace.PERSONA: "personas",
    Namespace.STEP: "steps",
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
    names = scope(file)
    if names is None:
        return
    files = context.workspace.files
    uses = {files[link.target].shown: link.route for link in file.links if link.target}
    for what, entries in _namespaces(names):
        for first, second in _pairs(entries):
            yield _duplicate(what, first, second, file, uses)
    for reference in said(file):
        entries = names.meant(reference)
        if len({entry.given or entry.route for entry in entries}) > 1 or _differ_by_step(entries):
            yield _ambiguous(reference, entries, file)


def _namespaces(names: Scope) -> Iterator[tuple[str, Sequence[Meant]]]:
    for namespace, what in _WHAT.items():
        yield what, names.names(namespace).all
    yield "steps", names.names(Namespace.STEP).all
    yield (
        "stages",
        [
            Meant(
                id=stage.id, given=slug(stage.stage.id or ""), name=stage.label, route=stage.route
            )
            for stage in names.map.stages
        ],
    )
    for step in names.map.steps:
        pains = ((pain.pain.id, pain.pain.text, pain.route) for pain in step.pains)
        ideas = ((i.opportunity.id, i.opportunity.text, i.route) for i in step.opportunities)
        for what, items in (("pains", pains), ("opportunities", ideas)):
            yield (
                what,
                [
                    Meant(id=slug(given), given=slug(given), name=text, route=route)
                    for given, text, route in items
                    if given
                ],
            )


def _pairs(entries: Sequence[Meant]) -> Iterator[tuple[Meant, Meant]]:
    """Pairs each entry whose id is taken with the first one of that id."""
    first: dict[str, Meant] = {}
    for entry in entries:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            yield known, entry


def _duplicate(
    what: str, first: Meant, second: Meant, file: MapFile, uses: Mapping[str, Route]
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


def _finding(entry: Meant, message: str, help_: str, related: tuple[Related, ...]) -> Finding:
    return Finding(
        message=message,
        help=help_,
        route=(*entry.route, "id") if entry.given else entry.route,
        mark=Mark.VALUE if entry.given else Mark.NODE,
        related=related,
    )


def _differ_by_step(entries: Sequence[Meant]) -> bool:
    """Tells pains of several steps that share an id, which is allowed until one is referred to."""
    return (
        len(
            {
                entry.route[: entry.route.index("pains")]
                for entry in entries
                if "pains" in entry.route
            }
        )
        > 1
    )


def _ambiguous(reference: Reference, entries: Sequence[Meant], file: MapFile) -> Finding:
    ids = list(dict.fromkeys(entry.id for entry in entries))
    return Finding(
        message=f"`{reference.text}` stands for {len(entries)} {_SEVERAL[reference.to]}",
        help=f"write the one meant: {' or '.join(ids)}" if len(ids) > 1 else "give each its own id",
        route=reference.route,
        mark=Mark.KEY if reference.is_key else Mark.VALUE,
        related=tuple(_related(entry, file, f"`{entry.id}`") for entry in entries),
    )


def _related(entry: Meant, file: MapFile, message: str) -> Related:
    elsewhere = entry.library if entry.library != file.shown else None
    return Related(route=entry.route, message=message, path=elsewhere)
