"""JM215."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Option, rule, slug

FEWEST_FUNCTIONS = Option(
    name="functions",
    default=2,
    meaning="so many functions make a team of several disciplines",
    least=2,
)


@rule(
    "JM215",
    "single-discipline",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(FEWEST_FUNCTIONS,),
)
def single_discipline(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """`team` names fewer than two functions.

    ## Why it matters

    Every department knows its own part of the journey and guesses the rest. Who maps alone maps
    the own blind spots, and finds nobody to act on what the map shows. `team` lists the functions
    that took part: it tells readers whose knowledge stands behind the map.

    ## Basis

    Practitioner: map with all the experience of a multidisciplinary team from medical, sales,
    marketing and advocacy (Schmidt & Wilde, How to reveal key leverage points in customer
    journeys, Xeleratio Consulting).

    ## Bad

    ```yaml
    title: Type 2 diabetes
    team: marketing  # <- here
    steps: [Feels thirsty and tired]
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    team: [marketing, medical, nursing]
    steps: [Feels thirsty and tired]
    ```
    """
    team = journey_map.journey.team
    functions, fewest = len({slug(function) for function in team}), context.option(FEWEST_FUNCTIONS)
    if functions >= fewest:
        return
    if team:
        yield Finding(
            message=f'nobody but "{team[0]}" took part in the map'
            if functions == 1
            else f"only {functions} functions took part in the map",
            help="add the other functions that took part, or show them the map and ask",
            route=("team",),
            mark=Mark.VALUE,
        )
    else:
        yield Finding(
            message="the map does not say which functions took part in it",
            help="add team: with the functions that did",
            missing="team",
        )
