"""JM008."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule
from journeymap.authoring.rule import UNUSED_IGNORE


@rule(UNUSED_IGNORE, "unused-ignore", severity="warning", from_status="draft")
def unused_ignore(file: MapFile, _: Context) -> Iterable[Finding]:
    """A comment ignores a rule that finds nothing there or is not there, or does so no more.

    ## Why it matters

    A comment that ignores a finding is a decision, with its reason, that the next reader relies on.
    One that is left over hides the finding when it comes back, and one with a misspelt name hides
    nothing. At the end of a line a comment holds for what is found on that line, alone on a line
    for the whole field or item that follows, and as `ignore-file` above the first field for the
    file. It names rules or the beginning of their codes, never all of them; what cannot be read
    cannot be ignored.

    `ignore[missing-need until 2027-03]` holds to the end of that month (or day), for all that is
    named before it. Afterwards what it hid is told again, and the comment with its reason. A
    comment that looks like one of these and is none, such as `disable[missing-need]`, is told too.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      # journeymap: ignore[mising-need] it is what the clinic asks  # <- here
      - action: Signs the consent form
      - action: Is treated
        emotion: relieved  # journeymap: ignore[missing-emotion] nobody was asked  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      # journeymap: ignore[missing-need] it is what the clinic asks
      - action: Signs the consent form
      - action: Is treated  # journeymap: ignore[missing-emotion] nobody was asked
        need: To know what is done
    ```
    """
    return (finding for finding in file.findings if finding.code == UNUSED_IGNORE)
