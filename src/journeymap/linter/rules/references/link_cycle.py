"""JM105."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

from journeymap.authoring import Context, Finding, MapFile, Mark, Related, Workspace, rule

_FAR, _NAMED = 200, 8
"""Of a way back so many files are looked at, and so many named at most."""


@rule("JM105", "link-cycle", severity="error", from_status="draft")
def link_cycle(file: MapFile, context: Context) -> Iterator[Finding]:
    """A map is a step of itself, or a configuration extends itself, be it through others.

    ## Why it matters

    `journey` says that a step has a map of its own, which shows that step in more detail. A map
    that lies within itself has no top, and its lengths and shares cannot be added up. Often the
    link was copied along with a step, or means where the journey goes on; that is said by `next`.

    Of configurations that extend one another in a circle nobody can tell which counts more: none of
    them builds on another until one of the links is gone.

    ## Bad

    ```yaml clinic.journey.yaml
    title: Dental clinic
    steps:
      - action: Is examined
        journey: examination.journey.yaml  # <- here
    ```

    ```yaml examination.journey.yaml
    title: The examination
    steps:
      - Opens her mouth
      - action: Goes back to the front desk
        journey: clinic.journey.yaml  # <- here
    ```

    ## Good

    ```yaml clinic.journey.yaml
    title: Dental clinic
    steps:
      - action: Is examined
        journey: examination.journey.yaml
    ```

    ```yaml examination.journey.yaml
    title: The examination
    steps: [Opens her mouth, Goes back to the front desk]
    ```
    """
    workspace = context.workspace
    for link in file.inward:
        if link.target is None or workspace.circles[link.target] != workspace.circles[file.path]:
            continue
        chain = _way_back(link.target, file, workspace)
        extends = link.route[-1] == "extends"
        what = "configuration builds on itself" if extends else "map is a part of itself"
        until = "; until then none of them builds on another" if extends else ""
        yield Finding(
            message=f"the {what}: {_named([file, *chain])}",
            help=f"remove one of these links{until}",
            route=link.route,
            mark=Mark.VALUE,
            related=tuple(_onwards(chain)),
        )


def _way_back(start: Path, file: MapFile, workspace: Workspace) -> list[MapFile]:
    """Returns a chain of files that begins with one that a file leads to, and ends with the file.

    It is the shortest one, or where that is far around only the beginning of one.
    """
    files, circles = workspace.files, workspace.circles
    came: dict[Path, Path | None] = {start: None}
    waiting = [start]
    for path in waiting:
        if file.path in came or len(came) > _FAR:
            break
        for link in files[path].inward:
            to = link.target
            if to is not None and to not in came and circles[to] == circles[file.path]:
                came[to] = path
                waiting.append(to)
    chain: list[Path] = []
    at: Path | None = file.path if file.path in came else waiting[-1]
    while at is not None:
        chain.append(at)
        at = came[at]
    beginning = [files[path] for path in chain[::-1]]
    return beginning if file.path in came else [*beginning[:_NAMED], file]


def _named(chain: Sequence[MapFile]) -> str:
    names = [part.shown for part in chain]
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 2], "…", names[-1]]
    return " → ".join(names)


def _onwards(chain: Sequence[MapFile]) -> Iterator[Related]:
    """Walks the places where the first files of a chain lead on."""
    for part, following in islice(pairwise(chain), _NAMED):
        for link in islice((each for each in part.inward if each.target == following.path), 1):
            route = link.route[:-1] if link.route[-1] == "journey" else link.route
            yield Related(route=route, message="leads on", path=part.shown)
