"""JM007."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM007", "unreadable-file", severity="error", from_status="draft")
def unreadable_file(file: MapFile, _: Context) -> Iterable[Finding]:
    """The file is not there, is not UTF-8, or is too large to read.

    ## Why it matters

    Nothing can be said of a map that cannot be read. Text programs on Windows save some files in
    another encoding than UTF-8, which turns `María` into `MarÃ­a` elsewhere; the tool refuses them
    instead of guessing. A file may have 5 MB, 100 levels of lists and fields within one another,
    150,000 texts, lists and groups of fields, and 100,000 of them by aliases (`*name`): eighty
    times the longest example, and little enough that no file stops the tool. A map may have 10,000
    steps, and where it is the way of several personas, as many steps of all of them together: fifty
    personas may go two hundred steps. A link that leads out
    of the repository is not followed: what lies elsewhere is not shown to whoever reads the
    findings.

    ## Bad

    This file was saved as UTF-16, which some editors call "Unicode":

    ```yaml encoding=utf-16
    title: Clínica dental  # <- here
    steps: [Llama a la clínica]
    ```

    ## Good

    The same file saved as UTF-8:

    ```yaml
    title: Clínica dental
    steps: [Llama a la clínica]
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM007")
