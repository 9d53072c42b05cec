"""JM004."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM004", "missing-field", severity="error", from_status="draft")
def missing_field(file: MapFile, _: Context) -> Iterable[Finding]:
    """A field is not there without which its part of the map means nothing.

    ## Why it matters

    Very little is required: a title and one step, what happens in a step, the text of a pain or an
    opportunity, the metric of a reading, and where a way or a hand-off leads. Everything else is
    asked for by other rules as the map matures. A file with none of title, journeymap, steps and
    stages at its top is no map: that alone is said of it, and nothing in it is mended.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - id: calls  # <- here
        pains:
          - severity: 3  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - id: calls
        action: Calls the clinic
        pains:
          - text: The line is busy
            severity: 3
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM004")
