"""JM306."""

from collections.abc import Iterator

from journeymap.analysis.hazard import CATASTROPHIC
from journeymap.analysis.reasons import of_pain
from journeymap.authoring import (
    Context,
    Finding,
    Need,
    OpportunityStatus,
    Option,
    PlacedPain,
    PlacedStep,
    Route,
    State,
    is_most,
    rule,
)
from journeymap.authoring.phrases import NAMED
from journeymap.linter.rules._graveness import how_grave
from journeymap.linter.rules._reasons import in_english
from journeymap.linter.rules.leverage._harm import is_severe

SEVERE = Option(
    name="severity",
    default=3,
    meaning="pains of this severity (1 minor … 4 catastrophic), or more, are looked at",
    least=1,
    most=4,
)
LIKELY = Option(
    name="probability",
    default=2,
    meaning="pains of this probability (1 remote … 4 frequent), or more, are looked at",
    least=1,
    most=4,
)


@rule(
    "JM306",
    "unrecovered-failure",
    severity="note",
    from_status="review",
    basis="practitioner",
    subsumes=("pain-without-opportunity",),
    options=(SEVERE, LIKELY),
    needs=(
        Need(
            what="pains with severity and probability",
            is_there=lambda context: bool(context.analysis.hazards),
        ),
    ),
)
def unrecovered_failure(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A grave pain that is not rare has no opportunity, and no step makes good for it.

    ## Why it matters

    Some things go wrong however hard everybody tries; then it counts what happens next. A map that
    knows of a grave failure should know an answer: one that prevents it (an opportunity), or one
    that makes good for it (a later step with `recovers`). Current maps only. Where most pains
    of the map have no answer, `pain-without-opportunity` tells them together, and those that it
    names are not told again.

    ## Basis

    Practitioner: service recovery: errors are inevitable, dissatisfied customers are not (Hart,
    Heskett & Sasser, The Profitable Art of Service Recovery, Harvard Business Review, 1990).

    ## Bad

    ```yaml
    title: Blood test
    steps:
      - action: Waits for the results
        pains:
          - {text: Nobody calls, severity: 3, probability: 3}  # <- here
      - {action: Gets a letter, emotion: neutral}
    ```

    ## Good

    ```yaml
    title: Blood test
    steps:
      - action: Waits for the results
        pains:
          - {id: no-call, text: Nobody calls, severity: 3, probability: 3}
      - {action: Is called by the doctor herself, recovers: no-call}
    ```
    """
    if context.journey_map.journey.state is State.DESIRED:
        return
    severe, likely = context.option(SEVERE), context.option(LIKELY)
    analysis = context.analysis
    told = _named_together(context)
    for entry in placed_step.pains:
        pain = entry.pain
        grave = (pain.severity or 0) >= severe and (pain.probability or 0) >= likely
        answered = entry.route in analysis.answers or entry.route in analysis.recoveries
        if grave and not answered and entry.route not in told:
            yield Finding(
                message=f'nothing answers "{pain.text}" at "{placed_step.label}" '
                f"({how_grave(pain)}): {_no_idea(entry, context)}, and no step makes good for it",
                help="add an opportunity, or name the pain under recovers: of a later step",
                route=entry.route,
                gist=f'"{placed_step.label}": nothing answers "{pain.text}" ({how_grave(pain)})',
                urgent=pain.severity == CATASTROPHIC,
                survives_subsumption=is_severe(pain),
                phrase=f"{in_english(of_pain(entry), context.journey_map)}, and nothing answers it",
            )


def _no_idea(entry: PlacedPain, context: Context) -> str:
    """Returns that no idea is against a pain, or that the one that was has been dropped."""
    dropped = (
        each
        for each in context.journey_map.opportunities
        if each.opportunity.status is OpportunityStatus.DROPPED
        and entry.id in each.opportunity.solves
    )
    idea = next(dropped, None)
    return f'"{idea.label}" was dropped' if idea else "no opportunity solves it"


def _named_together(context: Context) -> frozenset[Route]:
    """Returns the routes of the pains that `pain-without-opportunity` names where it tells most."""
    recovered = context.analysis.recoveries
    bare = [each for each in context.analysis.unanswered if each not in recovered]
    all_alike = is_most(len(bare), len(context.journey_map.pains))
    return frozenset(bare[:NAMED] if all_alike else ())
