"""JM116."""

from collections.abc import Iterator

from journeymap.authoring import Context, FileKind, Finding, MapFile, Mark, rule


@rule("JM116", "dead-link", severity="warning", from_status="review")
def dead_link(file: MapFile, _: Context) -> Iterator[Finding]:
    """A link to a file of the repository leads to nothing.

    ## Why it matters

    Whoever doubts a claim follows the link of its evidence. Where the file was moved, renamed or
    never added, the claim rests on somebody's memory. Paths are relative to the file that says
    them; what is on the web is not looked up, as lint works offline and says the same every day.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:
      - {id: interviews, kind: interview, n: 9, link: notes/interviews.md}  # <- here
      - {id: survey, kind: survey, n: 140, link: www.example.org/survey}  # <- here
    steps:
      - {action: Calls the clinic, evidence: [interviews, survey]}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: interviews, kind: interview, n: 9, link: interviews.library.yaml}
      - {id: survey, kind: survey, n: 140, link: "https://www.example.org/survey"}
    steps:
      - {action: Calls the clinic, evidence: [interviews, survey]}
    ```

    ```yaml interviews.library.yaml
    title: What nine patients said
    channels: [Phone]
    ```
    """
    for link in file.links:
        if link.kind is FileKind.DOCUMENT:
            yield Finding(message=link.problem, help=link.help, route=link.route, mark=Mark.VALUE)
