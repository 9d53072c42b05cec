"""JM707."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Option, counted, rule
from journeymap.linter.rules.measurement._readings import age
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.words.times import said

REVIEW_EVERY = Option(
    name="months",
    default=6,
    meaning="so many months after a review the next one is due, where the map does not say",
    least=1,
)


@rule(
    "JM707",
    "stale-map",
    severity="warning",
    from_status="review",
    basis="practitioner",
    options=(REVIEW_EVERY,),
)
def stale_map(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map's review is overdue.

    ## Why it matters

    Services change and expectations move on; a map that nobody has looked at since is quoted as
    if it were true today. Walk through it with those who know the steps, and write the day into
    `reviewed`, changed or not. `review_every` sets the interval, 6 months when left out.

    ## Basis

    Practitioner: expectations change, so the work is repeated (Tarnawska, Customer Journey w
    służbie zdrowia, Socjomania, 2021). Half a year is our default.

    ## Bad

    ```yaml
    title: Dental clinic
    reviewed: 2025-03-01  # <- here
    review_every: 1 year
    steps: [Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    reviewed: 2026-03-01
    review_every: 1 year
    steps: [Calls the clinic]
    ```
    """
    reviewed, every = journey_map.journey.reviewed, journey_map.journey.review_every
    if reviewed is None:
        return
    days = (context.today - reviewed.date).days
    months = context.option(REVIEW_EVERY)
    if days > (every.days if every else months * DAYS_PER_MONTH):
        due = said(every, "en") if every else counted(months, "month")
        ago = age(reviewed.date, context.today)
        ago = f"over {ago}" if ago == due else ago
        yield Finding(
            message=f"the last review is {ago} ago, and one is due every {due}",
            help="walk through the map with those who know the steps, and set reviewed: anew",
            route=("reviewed",),
            mark=Mark.VALUE,
        )
