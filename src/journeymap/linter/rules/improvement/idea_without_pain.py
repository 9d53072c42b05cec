"""JM814."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.authoring import (
    Context,
    Finding,
    Most,
    PlacedOpportunity,
    PlacedStep,
    State,
    Voice,
    rule,
    step_route,
)


def _asked(context: Context) -> list[PlacedOpportunity]:
    every = context.journey_map.opportunities
    return [idea for idea in every if idea.opportunity.status in OPEN]


@rule(
    "JM814",
    "idea-without-pain",
    severity="note",
    from_status="published",
    basis="practitioner",
    gathers=Most(said="{number} ideas answer nothing that the map records: {names}", asked=_asked),
)
def idea_without_pain(idea: PlacedOpportunity, context: Context) -> Iterator[Finding]:
    """An idea of the team answers no pain, loss, wait, gap or low that the map records.

    ## Why it matters

    Such an idea may be good, but nothing says for whom it would change what; often it was there
    before the map. Write down the pain that it answers, as people tell it, or let it go. An idea
    that names the pains it `solves`, one from customers, one that is part of another (`parent`) or
    says what it is to move (`outcome`), and one at a step that goes well, which it would lift
    further, are left alone. So are those of a desired map.

    ## Basis

    Practitioner: opportunities follow from what people need and what hurts, not the other way
    round (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Enters the clinic
        opportunities: A robot at the door  # <- here
      - {action: Waits, pains: Nobody says how long, opportunities: A screen with names}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Enters the clinic, pains: Does not find the desk, opportunities: A sign}
      - {action: Waits, pains: Nobody says how long, opportunities: A screen with names}
    ```
    """
    said = idea.opportunity
    placed_step = context.journey_map.step_at(step_route(idea.route))
    tied = said.solves or said.parent or said.outcome or said.from_ is Voice.CUSTOMER
    asked = said.status in OPEN and context.journey_map.journey.state is not State.DESIRED
    if asked and not tied and not _presses(placed_step, context) and not _goes_well(placed_step):
        yield Finding(
            message=f'"{idea.label}" answers nothing that the map records at "{placed_step.label}"',
            help="record the pain that it answers, in the words of those who have it, or drop it",
            route=idea.route,
        )


def _presses(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step has anything that an idea may answer."""
    step, rating = placed_step.step, context.analysis.hardest[placed_step.position]
    felt = [feeling.lowest for feeling in step.emotion.values() if feeling.lowest is not None]
    hurts = placed_step.pains or step.leaks or step.wait or step.waits or step.instead_of
    lacks = (rating.gap or 0) < 0 or any(value < 0 for value in felt)
    goes_round = any(way.why for way in step.next) or step.handoff or step.questions
    return bool(hurts or lacks or goes_round)


def _goes_well(placed_step: PlacedStep) -> bool:
    step = placed_step.step
    pleased = (feeling.value or 0 for feeling in step.emotion.values())
    return bool(step.gains) or any(value >= 1 for value in pleased)
