"""JM010."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM010", "run-together", severity="warning", from_status="draft")
def run_together(file: MapFile, _: Context) -> Iterable[Finding]:
    """What was meant as several entries, or as a field with its value, is read as one text.

    ## Why it matters

    YAML knows an entry of a list by a dash and a space, and a field by a colon and a space. Without
    the space, with a bullet as word processors have it, or with no dash at all, lines become one
    long text, and nothing else says so. What is one text indeed is put in quotes.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        pains: • The line is busy  # <- here
      - action:Is treated  # <- here
      - action: Pays
        channel: desk, phone  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        pains:
          - The line is busy
      - action: Is treated
      - action: Pays
        channel: [desk, phone]
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM010")
