"""JM005."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM005", "duplicate-key", severity="error", from_status="draft")
def duplicate_key(file: MapFile, _: Context) -> Iterable[Finding]:
    """A field is given twice in the same place.

    ## Why it matters

    Only one of the two can count, and programs that read YAML do not agree which. Here the first
    one is kept. The second is often the rest of a step that was copied, or the beginning of a new
    step whose dash was forgotten.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: anxious
        action: Sits in the waiting room  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: anxious
      - action: Sits in the waiting room
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM005")
