"""What rules on a library know of the maps that use it, which may have been let go by then."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from journeymap.authoring.rule import Rule
from journeymap.model.fields import FileKind
from journeymap.model.unread import UnreadError
from journeymap.workspace.files import MapFile, Workspace

Notes = Mapping[tuple[str, Path], Sequence[Any]]
"""By a rule's code and a library, what the rule has to know of the maps that use that; None stands
for what could not be read."""


def notes_of_users(rule: Rule, file: MapFile, workspace: Workspace) -> Sequence[Any]:
    """Returns what a rule has to know of each map that uses a library; nothing of other files.

    Raises:
        UnreadError: something of it could not be read.
    """
    if rule.notes_of_user is None or file.kind is not FileKind.LIBRARY:
        return ()
    if workspace.notes is None:
        return [rule.notes_of_user(file, user) for user in _users(file, workspace.files.values())]
    notes = workspace.notes.get((rule.code, file.path), ())
    if None in notes:
        raise UnreadError
    return notes


def noted(
    rules: Iterable[Rule], libraries: Iterable[MapFile], maps: Sequence[MapFile]
) -> Iterator[tuple[tuple[str, Path], Any]]:
    """Walks what rules on libraries have to know of some maps, with the rule and the library."""
    asking = [rule for rule in rules if rule.notes_of_user]
    for library in libraries:
        for user in _users(library, maps):
            for rule in asking:
                yield (rule.code, library.path), _noted(rule, library, user)


def _noted(rule: Rule, library: MapFile, user: MapFile) -> Any:  # noqa: ANN401 - as the rule has it
    try:
        return rule.notes_of_user(library, user) if rule.notes_of_user else None
    except UnreadError:
        return None


def _users(library: MapFile, maps: Iterable[MapFile]) -> Iterator[MapFile]:
    """Walks the maps that use a library."""
    for each in maps:
        if each.journey_map and library.shown in each.journey_map.libraries:
            yield each
