"""JM014."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM014", "placeholder", severity="warning", from_status="draft", basis="house")
def placeholder(file: MapFile, _: Context) -> Iterable[Finding]:
    """A word such as TBD stands where something is not known.

    ## Why it matters

    What is left out counts as unknown: rules ask for it as the map matures, and pictures leave it
    blank. A word that only says so counts as an answer, so that nobody asks any more, and shows on
    the picture as if it were one. What the team has to find out goes into `questions`. In a list,
    `none` is one entry more, and a dash with nothing behind it is none.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        need: TBD  # <- here
        channel: n/a  # <- here
        pains: [none]  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        questions: [What does she need here?]
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM014")
