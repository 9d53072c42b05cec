"""JM104."""

from collections.abc import Iterator

from journeymap.authoring import Context, FileKind, Finding, MapFile, Mark, Workspace, rule
from journeymap.model.journey import Journey, Library
from journeymap.workspace.files import Link


@rule("JM104", "broken-link", severity="error", from_status="draft")
def broken_link(file: MapFile, context: Context) -> Iterator[Finding]:
    """A path to a library, another map or a picture leads to no such file.

    ## Why it matters

    Names that a library defines mean nothing without it, a desired map cannot be compared, and the
    map of a single step cannot be opened. Paths are relative to the file that says them, written
    with `/`, and inside the repository, so that they work everywhere. A persona's picture is a PNG
    or a JPEG of at most 2 MB, and 4,000 pixels across and down; those of a file have 20 MB at most.

    ## Bad

    ```yaml
    title: Dental clinic
    uses: [clinic.libary.yaml]  # <- here
    personas:
      - name: Ana
        picture: ana.gif  # <- here
    steps:
      - action: Is examined
        journey: ../../examination.journey.yaml  # <- here
    ```

    ```yaml clinic.library.yaml
    channels: [Phone, Letter]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    uses: [clinic.library.yaml]
    steps:
      - action: Is examined
        journey: examination.journey.yaml
    ```

    ```yaml clinic.library.yaml
    channels: [Phone, Letter]
    ```

    ```yaml examination.journey.yaml
    title: The examination
    steps: [Sits down, Opens her mouth]
    ```
    """
    for link in file.links:
        if link.kind is FileKind.DOCUMENT:  # what claims rest on is told by a rule of its own
            continue
        message, help_ = _problem(link, file, context.workspace)
        if message:
            yield Finding(message=message, help=help_, route=link.route, mark=Mark.VALUE)


def _problem(link: Link, file: MapFile, workspace: Workspace) -> tuple[str, str]:
    if link.target is None:
        return link.problem, link.help
    other = workspace.files[link.target]
    if other.path == file.path:
        is_cycle = link in other.inward  # which is told as one
        remedy = "name another file, or remove the link"
        return ("", "") if is_cycle else (f"`{link.said}` is this file itself", remedy)
    if other.model is None:
        first = next((f"{finding.message}; " for finding in other.findings), "")
        return f"`{link.said}` cannot be read", f"{first}mend that file first"
    return _mistaken(link, other)


def _mistaken(link: Link, other: MapFile) -> tuple[str, str]:
    """Says that a file is of another kind than the one that is meant."""
    if link.kind is FileKind.LIBRARY and _is_journey(other):
        return f"`{link.said}` is a map, not a library", "name a file that holds definitions only"
    if link.kind is FileKind.JOURNEY and not _is_journey(other):
        return f"`{link.said}` is not a map: it has no steps", "name a file with stages or steps"
    return "", ""


def _is_journey(file: MapFile) -> bool:
    """Tells a map from a library; where the name does not tell, a file was read as it was named."""
    if isinstance(file.model, Library):
        return any(finding.route in {("steps",), ("stages",)} for finding in file.findings)
    return isinstance(file.model, Journey) and bool(file.model.stages or file.model.steps)
