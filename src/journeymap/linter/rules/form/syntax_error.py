"""JM001."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM001", "syntax-error", severity="error", from_status="draft")
def syntax_error(file: MapFile, _: Context) -> Iterable[Finding]:
    """The file is not YAML that can be read.

    ## Why it matters

    Nothing behind the mistake can be read, so nothing else can be said of the map. The message
    points at the likely cause: a quote that is never closed, a tab, a colon or a comma in a text
    without quotes, a line that is indented too little or too much.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: "Calls the clinic  # <- here
        need: A slot this week
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: "Calls the clinic"
        need: A slot this week
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM001")
