"""JM002."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM002", "invalid-value", severity="error", from_status="draft")
def invalid_value(file: MapFile, _: Context) -> Iterable[Finding]:
    """A value is of the wrong type, off its scale, or not on its list.

    ## Why it matters

    A value that cannot be read is left out of everything that is computed and drawn, so the map
    would say less than its author thinks. It is never guessed and never moved to the end of its
    scale: an emotion of 5 may have been meant as delighted on another scale, or be a typing error.
    The rest of the map is read and held to the rules all the same.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: 5  # <- here
        importance: 9  # <- here
        wait: a few days  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: frustrated
        importance: 5
        wait: 2 days
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM002")
