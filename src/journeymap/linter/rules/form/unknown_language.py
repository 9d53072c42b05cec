"""JM011."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, rule
from journeymap.model.languages import LANGUAGES, labelled, tag
from journeymap.model.likeness import only, slips

_NAMES = {"en": "English", "es": "Spanish", "pl": "Polish"}
_LISTED = f"{', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}"


@rule("JM011", "unknown-language", severity="note", from_status="draft")
def unknown_language(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map is in a language without labels, or says its language in words that are none.

    ## Why it matters

    Pictures and tables say their own words, such as "Steps" and "moment of truth", in English,
    Spanish and Polish: by tag (`es`, `es-MX`) or by name (`polski`). A map in another language has
    English ones beside its texts, and its tag still tells screen readers and spell checkers what it
    is written in. What is no language tag tells them nothing and is left out of pages.

    ## Bad

    ```yaml
    title: Clínica dental
    language: est  # <- here
    steps: [Llama a la clínica]
    ```

    ## Good

    ```yaml
    title: Clínica dental
    language: es
    steps: [Llama a la clínica]
    ```
    """
    written = journey_map.journey.language
    if not written or labelled(written):
        return
    meant, spoken = only(slips(written.casefold(), LANGUAGES)), tag(written)
    shown = " ".join(written.split())
    if not spoken:
        message = f'"{shown}" is no language tag: labels are in English'
        help_ = f"write {_LISTED}, or the tag of another language, such as fr"
    else:
        message = f'there are no labels in "{shown}": they are in English'
        help_ = f"write {_LISTED}; leave it if the map is written in {shown}"
    if meant and spoken:  # est is the tag of Estonian, and a slip away from that of Spanish
        name = _NAMES[meant]
        help_ = f"write {meant} if {name} is meant; leave it if the map is written in {shown}"
    elif meant:
        help_ = f"did you mean {meant}? Labels exist in {', '.join(LANGUAGES)}"
    yield Finding(message=message, help=help_, route=("language",), mark=Mark.VALUE)
