"""JM105."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from journeymap.authoring import Context, Finding, MapFile, Mark, Related, rule
from journeymap.workspace.files import Link


@rule("JM105", "link-cycle", severity="error", from_status="draft")
def link_cycle(file: MapFile, context: Context) -> Iterator[Finding]:
    """A map is a step of itself, directly or through other maps.

    ## Why it matters

    `journey` says that a step has a map of its own, which shows that step in more detail. A map
    that lies within itself has no top, and its lengths and shares cannot be added up. Often the
    link was copied along with a step, or means where the journey goes on; that is said by `next`.

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
    files = context.workspace.files
    for link in _inner(file):
        chain = _way_back(link, file, files)
        if chain:
            names = " → ".join(part.shown for part in (file, *(files[p] for p, _ in chain)))
            yield Finding(
                message=f"the map is a part of itself: {names}",
                help="remove one of these links",
                route=link.route,
                mark=Mark.VALUE,
                related=tuple(
                    Related(route=after.route[:-1], message="leads on", path=files[path].shown)
                    for (path, _), (_, after) in pairwise(chain)
                ),
            )


def _inner(file: MapFile) -> Iterator[Link]:
    """Walks the links from steps to maps of their own."""
    for link in file.links:
        if link.route[-1] == "journey" and link.target is not None:
            yield link


def _way_back(link: Link, file: MapFile, files: Mapping[Path, MapFile]) -> list[tuple[Path, Link]]:
    """Returns the shortest chain of links from one of a file's links back to the file.

    Each entry is a file and the link that led there; the chain is empty where there is no way back.
    """
    assert link.target is not None  # noqa: S101 - _inner left those out
    came: dict[Path, tuple[Path | None, Link]] = {link.target: (None, link)}
    waiting = [link.target]
    for path in waiting:
        for other in _inner(files[path]):
            if other.target is not None and other.target not in came:
                came[other.target] = (path, other)
                waiting.append(other.target)
    chain: list[tuple[Path, Link]] = []
    at: Path | None = file.path if file.path in came else None
    while at is not None:
        before, led = came[at]
        chain.append((at, led))
        at = before
    return chain[::-1]
