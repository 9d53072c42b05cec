"""JM820."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN, is_quick_win
from journeymap.authoring import Context, Finding, JourneyMap, Most, PlacedOpportunity, rule
from journeymap.linter.rules.improvement._ideas import each_once


def _quick_wins(context: Context) -> list[PlacedOpportunity]:
    return [
        idea
        for idea in each_once(context.journey_map)
        if idea.opportunity.status in OPEN and is_quick_win(idea.opportunity)
    ]


@rule(
    "JM820",
    "undated-quick-win",
    severity="note",
    from_status="review",
    basis="house",
    gathers=Most(said="{number} quick wins have no date: {names}", asked=_quick_wins),
)
def undated_quick_win(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """An idea of much impact and little effort has no day by which it is to be done.

    ## Why it matters

    What would bring much and costs little is no question of whether, only of when; and without a
    when it is still an idea at the next review, while something large has been begun. Looked at
    are ideas and tests of impact 4 or 5 and effort 1 or 2.

    ## Basis

    House. Impact against effort, and what is large in the one and small in the other first, is
    common in the field.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Ring back by noon  # <- here
            impact: 4
            effort: 1
          - {text: Book online, impact: 5, effort: 4}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Ring back by noon, impact: 4, effort: 1, by: 2027-01}
          - {text: Book online, impact: 5, effort: 4}
    ```
    """
    for idea in _quick_wins(context):
        if idea.opportunity.by is None:
            scores = f"impact {idea.opportunity.impact}, effort {idea.opportunity.effort}"
            yield Finding(
                message=f'"{idea.label}" is a quick win ({scores}) without a date',
                help="add by: the month in which it is to be done",
                route=idea.route,
                missing="by",
            )
