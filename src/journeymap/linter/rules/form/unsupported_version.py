"""JM006."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM006", "unsupported-version", severity="error", from_status="draft")
def unsupported_version(file: MapFile, _: Context) -> Iterable[Finding]:
    """The file is written in a newer version of the language, or does not say in which.

    ## Why it matters

    A newer version may have fields that this tool does not know, or mean something else by those
    that it knows, so what it says of the map may be wrong. A file that names its version can still
    be read in years. Where the version is left out this is a note only, and version 1 is assumed.

    ## Bad

    ```yaml
    journeymap: 2  # <- here
    title: Dental clinic
    steps: [Calls the clinic]
    ```

    ## Good

    ```yaml
    journeymap: 1
    title: Dental clinic
    steps: [Calls the clinic]
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM006")
