"""JM411."""

import re
from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Need,
    OpportunityStatus,
    State,
    few,
    rule,
)
from journeymap.model.languages import LANGUAGES, tag
from journeymap.model.people import Persona
from journeymap.quick_pattern import pattern
from journeymap.words.labels import LABELS

_SPOKEN = pattern(
    r"interpret|translat|languages?\b|lingual|intérpret|traduc|traduct|idioma|bilingüe|tłumacz"
    r"|język|języcz",
    re.IGNORECASE,
)
"""What speaks of languages at all."""
_KEY = "language-"


def _prefers(context: Context) -> bool:
    return any(_language(each) for each in context.journey_map.personas_chosen)


@rule(
    "JM411",
    "unoffered-language",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(Need(what="a persona who prefers a language", is_there=_prefers),),
)
def unoffered_language(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A persona prefers another language than the map's, and nothing on the map offers it.

    ## Why it matters

    Who is told of alarms, doses or deadlines in a language that is not hers nods and goes home.
    Where `preferences` name a language other than that of the map, some step should say how she is
    understood: an interpreter, a leaflet, a member of staff. Steps, channels, parties, information
    and ideas that are live are searched for the language and for words such as *interpreter*; an
    idea that is still open offers nothing yet, and a pain says that it is lacking.

    ## Basis

    Practitioner: language is one of the barriers that a persona's preferences are recorded for.

    ## Bad

    ```yaml
    title: Discharge
    personas:
      - name: Leila
        preferences: {language: ar}  # <- here
    steps: [{action: Has the alarm explained, frontstage: The nurse shows it}]
    ```

    ## Good

    ```yaml
    title: Discharge
    personas:
      - name: Leila
        preferences: {language: ar}
    steps: [{action: Has the alarm explained, frontstage: An interpreter is on the phone}]
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    own = tag(journey_map.journey.language or LANGUAGES[0]).partition("-")[0].casefold()
    texts = " | ".join(_texts(journey_map))
    for persona in journey_map.personas_chosen:
        said = _language(persona)
        names = _names(said)
        if not said or own in names or _SPOKEN.search(texts):
            continue
        if not any(re.search(rf"\b{re.escape(n)}", texts, re.IGNORECASE) for n in names[1:]):
            yield _finding(journey_map, persona, names)


def _finding(journey_map: JourneyMap, persona: Defined[Persona], names: tuple[str, ...]) -> Finding:
    own = persona.library is None
    ideas = [
        each.label
        for each in journey_map.opportunities
        if each.opportunity.status is not OpportunityStatus.DROPPED
        and any(re.search(rf"\b{re.escape(n)}", each.label, re.IGNORECASE) for n in names[1:])
    ]
    open_idea = f" yet; {few(ideas)} would" if ideas else ""
    return Finding(
        message=f'"{persona.label}" prefers {names[:2][-1]}, and nothing on the map offers it'
        f"{open_idea}",
        help="say at which steps she is understood and by what means, or record as a pain where "
        "she is not",
        route=(*persona.route, "preferences", "language") if own else ("persona",),
        mark=Mark.VALUE,
    )


def _language(persona: Defined[Persona]) -> str:
    return (persona.item.preferences.language if persona.item.preferences else None) or ""


def _names(said: str) -> tuple[str, ...]:
    """Returns the tag of a language and what it is called in the languages of labels."""
    code = tag(said).partition("-")[0].casefold()
    for key, value in LABELS.items():
        if key.startswith(_KEY):
            names = tuple(" ".join(each.split()) for each in value.split("|"))
            if key == _KEY + code or said.strip().casefold() in map(str.casefold, names):
                return (key.removeprefix(_KEY), *names)
    return (code, said) if not code else (code,)


def _texts(journey_map: JourneyMap) -> Iterator[str]:
    """Walks what a map says is there for her: no pains, no wishes and no ideas that are open."""
    for each in (*journey_map.channels, *journey_map.stakeholders, *journey_map.information):
        yield each.label
    for placed_step in journey_map.steps:
        step = placed_step.step
        yield from (placed_step.label, step.touchpoint or "", step.note or "")
        yield from (*step.frontstage, *step.backstage, *step.systems, *step.gains, *step.tags)
        yield from (*step.gets, *step.reuses, *step.channel, *step.with_)
    for idea in journey_map.opportunities:
        if idea.opportunity.status is OpportunityStatus.LIVE:
            yield idea.label
