"""JM412."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    PlacedStep,
    Related,
    Route,
    at_a_step,
    few,
    rule,
)
from journeymap.linter.rules.touchpoints._shared import is_document
from journeymap.model.metric_names import share_a_word


@rule(
    "JM412",
    "unmade-paper",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(at_a_step("gives people information (`gets`)", lambda each: each.step.gets),),
)
def unmade_paper(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A document is asked for that no step of the map makes or gives to anybody.

    ## Why it matters

    Whoever is asked for a certificate has to find out who writes it, and that is a journey of its
    own which the map leaves out. People know their address, their symptoms and what they decide,
    and write an application themselves; a letter, a result or a calculation has an author. Told are
    documents, by their names, that are asked of the persona (`gives`), where no step gives them to
    her (`gets`), no hand-off carries them, and no text of a step speaks of making them. It is asked
    of maps that record what people get at all. What a hand-off lacks is *incomplete-handoff*.

    ## Basis

    Practitioner: opinion in the field, with no single source.

    ## Bad

    ```yaml
    title: Subsidy
    information: [{id: load, name: Heat load calculation}, {id: grant, name: Notice of grant}]
    steps:
      - action: Applies for the money
        gives: [load]  # <- here
      - {action: Is granted it, gets: [grant]}
    ```

    ## Good

    ```yaml
    title: Subsidy
    information: [{id: load, name: Heat load calculation}, {id: grant, name: Notice of grant}]
    steps:
      - {action: Shows the house, gets: [load]}
      - {action: Applies for the money, gives: [load]}
      - {action: Is granted it, gets: [grant]}
    ```
    """
    made = {
        journey_map.id_of(name, Namespace.INFORMATION)
        for each in journey_map.steps
        for name in (
            *each.step.gets,
            *(one for handoff in each.step.handoff for one in handoff.carries),
        )
    }
    spoken, asked = _spoken(journey_map), dict[str, Route]()
    for route, name in _asked(journey_map):
        item = journey_map.id_of(name, Namespace.INFORMATION)
        label = journey_map.label_of(name, Namespace.INFORMATION)
        if item not in made and is_document(label, journey_map) and not share_a_word(label, spoken):
            asked.setdefault(label, route)
    if asked:
        first, *others = asked.values()
        it = "it" if len(asked) == 1 else "them"
        yield Finding(
            message=f"the map asks for {few(list(asked))}, and no step makes {it} or gives {it} to "
            "anybody",
            help="say who makes it and where people get it (gets:), or what it costs to find out",
            route=first,
            mark=Mark.VALUE,
            related=tuple(Related(route=each, message="as well") for each in others),
            stands_for=tuple(asked.values()),
        )


def _asked(journey_map: JourneyMap) -> Iterator[tuple[Route, str]]:
    """Walks what the persona has to give."""
    for each in journey_map.steps:
        for i, name in enumerate(each.step.gives):
            yield (*each.route, "gives", i), name


def _spoken(journey_map: JourneyMap) -> str:
    """Returns all that steps say in words of what is made or handed over there."""
    return " | ".join(text for each in journey_map.steps for text in _texts(each))


def _texts(placed_step: PlacedStep) -> tuple[str, ...]:
    step = placed_step.step
    spoken = (*step.frontstage, *step.backstage, *step.gains, step.touchpoint or "")
    return (*spoken, placed_step.label)
