"""JM003."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM003", "unknown-field", severity="error", from_status="draft")
def unknown_field(file: MapFile, _: Context) -> Iterable[Finding]:
    """A field has a name that means nothing where it stands.

    ## Why it matters

    What stands under such a name is not read: it is missing in every picture and every number.
    Mostly the name is misspelt, is the plural of the right one, or the field belongs one level
    further up or down; the help names the fields that were probably meant. `--fix` renames it where
    one field alone is one letter away and takes the value; a synonym or another real word is
    renamed by `--unsafe-fixes`, and of two fields as near (`ains`) none is written. Fields of your
    own are welcome everywhere if their names begin with `x-`.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        channels: phone  # <- here
        opportunites: [Book online]  # <- here
        room: "12"  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        channel: phone
        opportunities: [Book online]
        x-room: "12"
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM003")
