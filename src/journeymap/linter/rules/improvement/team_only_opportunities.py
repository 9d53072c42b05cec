"""JM804."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Need,
    OpportunityStatus,
    Option,
    Voice,
    rule,
)
from journeymap.linter.rules.improvement._ideas import opportunities

FEWEST = Option(
    name="opportunities",
    default=3,
    meaning="from so many opportunities of the team on, the customer's are asked for",
    least=1,
)


def _says_who(context: Context) -> bool:
    ideas = opportunities(context.journey_map, *OpportunityStatus)
    return any(placed_step.opportunity.from_ for placed_step in ideas)


@rule(
    "JM804",
    "team-only-opportunities",
    severity="note",
    from_status="published",
    basis="practitioner",
    options=(FEWEST,),
    needs=(Need(what="opportunities that say who sees them", is_there=_says_who),),
)
def team_only_opportunities(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The team sees all opportunities, the customer none.

    ## Why it matters

    Customers live with workarounds that no team would dream of, and what they ask for is often
    smaller than what a team would build. A map whose every idea comes from inside answers the
    questions of the house. Asked of maps in which three or more opportunities say `from` whom they
    come, and most do.

    ## Basis

    Practitioner: opportunities are collected from the patient's and from the team's point of view
    (Tarnawska, Customer Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic  # <- here
    steps:
      - {action: Calls, opportunities: {text: Book online, from: team}}
      - {action: Waits, opportunities: {text: Screens in the lobby, from: team}}
      - {action: Pays, opportunities: {text: Pay by app, from: team}}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls, opportunities: {text: Book online, from: team}}
      - {action: Waits, opportunities: {text: Say how long it takes, from: customer}}
      - {action: Pays, opportunities: {text: Pay by app, from: team}}
    ```
    """
    kept = set(OpportunityStatus) - {OpportunityStatus.DROPPED}
    asked = opportunities(journey_map, *kept)
    voices = [idea.opportunity.from_ for idea in asked]
    team = voices.count(Voice.TEAM)
    if Voice.CUSTOMER not in voices and team >= context.option(FEWEST) and 2 * team > len(asked):
        which = f"all {team}" if team == len(asked) else f"{team} of {len(asked)}"
        said = f"{which} opportunities come"
        if len(asked) == 1:
            said = "the only opportunity comes"
        yield Finding(
            message=f"{said} from the team, none from the customer",
            help="ask customers what would have helped them, and record it with from: customer",
        )
