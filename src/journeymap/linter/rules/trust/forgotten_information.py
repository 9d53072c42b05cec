"""JM506."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.analysis.houses import organisation_of
from journeymap.analysis.used_up import used_up
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Route,
    at_a_step,
    quoted,
    rule,
)


def _by_step(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = (finding.route for finding in findings)
    for _, group in groupby(routes, key=lambda route: route[:-1]):
        yield _finding(context.journey_map, tuple(group))


@rule(
    "JM506",
    "forgotten-information",
    severity="note",
    from_status="published",
    basis="practitioner",
    gathers=_by_step,
    needs=(
        at_a_step(
            "information that is put to use again (reuses)",
            lambda placed_step: placed_step.step.reuses,
        ),
    ),
)
def forgotten_information(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The persona gives information, and no later step puts it to use.

    ## Why it matters

    People answer questions in the belief that the answers are for something. What is reused
    nowhere need not have been asked, or somebody who could use it does not know it. What a
    hand-off carries is in use. What a later one needs, or several steps ask for, is not forgotten
    but not passed on, which is told of there. What a hand-off said that somebody needs is used
    where they ask for it. What a step asks for its own sake, as a means of payment, a signature or
    a code, is used up there; where the name does not tell, `at_once: true` of the information item
    does (and `false`, that it is not).

    ## Basis

    Practitioner: preferences are captured at every interaction, to be used later (Digital Strategy
    Yoga, How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, gives: [language, hobbies]}  # <- here
      - {action: Chooses a doctor, reuses: language}
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, gives: [language, means of payment]}
      - {action: Chooses a doctor, reuses: language}
    ```
    """
    known = journey_map.information
    used = {known.id_of(name) for placed_step in journey_map.steps for name in _used(placed_step)}
    used |= _asked_again(journey_map)
    ways = context.analysis.ways
    for placed_step in journey_map.steps:
        for entry, name in enumerate(placed_step.step.gives):
            item = known.id_of(name)
            if used_up(known, name) or item in used or not ways.successors[placed_step.position]:
                continue
            if not _is_needed(journey_map, placed_step, item):
                used.add(item)
                yield _finding(journey_map, [(*placed_step.route, "gives", entry)])


def _asked_again(journey_map: JourneyMap) -> set[str]:
    """Returns what several steps ask for, by id."""
    id_of = journey_map.information.id_of
    asked = Counter(i for each in journey_map.steps for i in {*map(id_of, each.step.gives)})
    return {item for item, count in asked.items() if count > 1}


def _is_needed(journey_map: JourneyMap, placed_step: PlacedStep, item: str) -> bool:
    """Tells whether a hand-off needs an item from a step on, or whoever serves there needed it."""
    party = journey_map.serving(placed_step)
    here = organisation_of(journey_map, party) if party else None
    return any(
        item in map(journey_map.information.id_of, said.needs)
        and (
            each.position >= placed_step.position
            or organisation_of(journey_map, journey_map.person_id(said.to)) == here
        )
        for each in journey_map.steps
        for said in each.step.handoff
    )


def _used(placed_step: PlacedStep) -> Iterator[str]:
    yield from placed_step.step.reuses
    for said in placed_step.step.handoff:
        yield from said.carries


def _finding(journey_map: JourneyMap, routes: Sequence[Route]) -> Finding:
    """Tells of what is given at one step."""
    placed_step = journey_map.step_at(routes[0])
    gives = placed_step.step.gives
    labels = [journey_map.information.label_of(gives[int(entry)]) for *_, entry in routes]
    return Finding(
        message=f'{quoted(labels)}, given at "{placed_step.label}", '
        f"{'is' if len(labels) == 1 else 'are'} not used at any later step",
        help="stop asking for it, or add reuses: to the step that uses it; or at_once: true to the "
        "item, if its step alone needs it",
        route=routes[0],
        mark=Mark.VALUE,
        stands_for=tuple(routes),
    )
