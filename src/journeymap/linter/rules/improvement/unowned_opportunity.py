"""JM802."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, OpportunityStatus, PlacedOpportunity, rule

_UNDER_WAY = frozenset({OpportunityStatus.TESTING, OpportunityStatus.LIVE})


@rule("JM802", "unowned-opportunity", severity="warning", from_status="review", basis="published")
def unowned_opportunity(placed_opportunity: PlacedOpportunity, _: Context) -> Iterator[Finding]:
    """An opportunity is being tested or is live, and nobody drives it.

    ## Why it matters

    Work has begun and money is spent, yet nobody is named who can tell how it goes, who decides
    whether the test becomes the rule, or who notices when it silently stops.

    ## Basis

    Published: who owns what change is one of the questions that the opportunities of a map answer
    (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Gets a reminder
        opportunities:
          - {text: Remind by text message, status: testing}  # <- here
          - {text: Ring those who missed two dates}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Gets a reminder
        opportunities:
          - {text: Remind by text message, status: testing, owner: Front desk}
          - {text: Ring those who missed two dates}
    ```
    """
    idea = placed_opportunity.opportunity
    if idea.status in _UNDER_WAY and not idea.owner:
        state = "is being tested" if idea.status is OpportunityStatus.TESTING else "is live"
        yield Finding(
            message=f'"{idea.text}" {state} and has no owner',
            help="add owner: the team or the person who drives it",
            route=placed_opportunity.route,
            missing="owner",
        )
