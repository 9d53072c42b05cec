"""JM012."""

from collections.abc import Iterable

from journeymap.authoring import Context, Finding, MapFile, rule


@rule("JM012", "unlisted-feeling", severity="warning", from_status="draft")
def unlisted_feeling(file: MapFile, _: Context) -> Iterable[Finding]:
    """A feeling is not on the list of emotions and has no value of its own.

    ## Why it matters

    Tables show the word, but it has no point on the emotion curve and nothing is computed from it:
    what somebody feels is never guessed. There are three ways out: a word of the list, in English,
    Spanish or Polish; a value behind the word, as in `petrified -2`; or the word with its value
    under `emotions:` in the configuration, for all maps. Suggested are words of the map's language
    and never an opposite; a misspelt emotion is corrected by `--unsafe-fixes` only. Feelings that
    are there at once stand in a list.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: furstrated  # <- here
      - action: Is treated
        emotion: in a tunnel  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        emotion: frustrated
      - action: Is treated
        emotion: in a tunnel -2
      - action: Goes home
        emotion: [relieved, tired]
    ```
    """
    return (finding for finding in file.findings if finding.code == "JM012")
