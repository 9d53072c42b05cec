"""JM009."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM009", "cut-text", severity="warning", from_status="draft", basis="house")
def cut_text(file: MapFile, _: Context) -> Iterable[Finding]:
    """YAML takes a text for something else, or its end for a comment.

    ## Why it matters

    To YAML, a `#` after a space begins a comment, so `Desk #2` is read as `Desk` and nobody is
    told; where it stands before the first line of a step alone, the fields below are read as those
    of the step above. A word such as `no` or a number is kept as it was written where a text
    belongs, but other programs that read the file see a yes-or-no value, a number or a date there.
    Quotes make it a text for everyone. A number such as `1.250` is 1.25, whatever its author parts
    with a point.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Pays at the desk
        touchpoint: Desk #2  # <- here
        thought: no  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Pays at the desk
        touchpoint: "Desk #2"
        thought: "no"
        emotion: anxious  # a comment with a space behind its mark
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM009")
