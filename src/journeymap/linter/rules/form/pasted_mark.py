"""JM013."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM013", "pasted-mark", severity="warning", from_status="draft")
def pasted_mark(file: MapFile, _: Context) -> Iterable[Finding]:
    """A mark of another program stands in a text, where YAML takes it for a part of it.

    ## Why it matters

    Word processors and chats turn straight quotes into curly ones, which hold nothing together in
    YAML; Markdown and web pages mark what is bold; lines of code end in commas. All of it is read
    as letters, and shows on every picture. In `quote` and `thought` curly quotes are in place.
    An entry that was pasted twice counts twice, as does a stage of the same name.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: “Calls the clinic”  # <- here
        pains: [“busy, always”]  # <- here
      - action: Is treated,  # <- here
      - action: Pays **at once**  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        pains: ["busy, always"]
        quote: “Nobody answers.”
      - action: Is treated
      - action: Pays at once
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM013")
