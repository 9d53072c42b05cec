"""JM214."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Route,
    one_by_one,
    quoted,
    rule,
    slug,
)
from journeymap.model.fields import PERSONA

Said = tuple[Route, str, str]
"""Where a text stands, what it is, and the text."""


@rule("JM214", "internal-language", severity="note", from_status=None, basis="practitioner")
def internal_language(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A word of the organisation stands where the persona's words belong.

    ## Why it matters

    A map in the house's own words shows the house. The rule is off until `.journeymap.yaml` lists
    words and selects it, as below. It looks for whole words in any case, in what the persona does,
    meets, needs and thinks, and in the names of stages and channels; list other forms of a word as
    well. Steps in which the persona is offstage may use them.

    ## Basis

    Practitioner: speak the user's language, not the system's (Molich & Nielsen, Improving a
    human-computer dialogue, Communications of the ACM, 1990).

    ## Bad

    ```yaml .journeymap.yaml
    extend_select: [internal-language]
    internal_language: [triage slot, DRG]
    ```

    ```yaml emergency.journey.yaml
    title: Emergency room
    steps:
      - action: Is given a triage slot  # <- here
      - {action: Sees a doctor, touchpoint: Form for the DRG}  # <- here
    ```

    ## Good

    ```yaml .journeymap.yaml
    extend_select: [internal-language]
    internal_language: [triage slot, DRG]
    ```

    ```yaml emergency.journey.yaml
    title: Emergency room
    steps:
      - action: Is told how long she will wait
      - {action: Grouper assigns the DRG, offstage: true}
    ```
    """
    words = {word: slug(word) for word in context.configuration.internal_language if slug(word)}
    for route, what, text in _read_by_the_persona(journey_map) if words else ():
        whole = f"-{slug(text)}-"
        found = [word for word, wanted in words.items() if f"-{wanted}-" in whole]
        if found:
            yield Finding(
                message=f"{what} says {quoted(found)}, which is not the persona's language",
                help="say it as the persona would",
                route=route,
                mark=Mark.VALUE,
            )


def _read_by_the_persona(journey_map: JourneyMap) -> Iterator[Said]:
    for stage in journey_map.stages:
        if stage.label:
            yield (*stage.route, "name"), "the stage's name", stage.label
    for entry in journey_map.channels:
        if entry.library is None:
            yield (*entry.route, "name"), "the channel's name", entry.item.name
    yield from one_by_one(_in_step(journey_map, placed_step) for placed_step in journey_map.steps)


def _in_step(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    step, route = placed_step.step, placed_step.route
    if step.offstage:
        return
    yield (*route, "action"), "the action", step.action
    if step.touchpoint:
        yield (*route, "touchpoint"), "the touchpoint", step.touchpoint
    for field, values in (("need", step.need), ("thought", step.thought)):
        for who, text in values.items():
            if who == PERSONA or journey_map.person_id(who) in journey_map.persona_ids:
                yield (*route, field, who), f"the {field}", text
    if not journey_map.channels:
        for i, name in enumerate(step.channel):
            yield (*route, "channel", i), "the channel's name", name
