"""JM001."""

from collections.abc import Iterable

from journeymap.authoring.rule import Basis, Context, rule
from journeymap.findings import Finding, Severity
from journeymap.model.journey import Status
from journeymap.workspace.files import MapFile


@rule(
    "JM001",
    "syntax-error",
    severity=Severity.ERROR,
    since=Status.DRAFT,
    basis=Basis.NONE,
)
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
