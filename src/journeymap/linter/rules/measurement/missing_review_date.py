"""JM710."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, rule


@rule(
    "JM710", "missing-review-date", severity="warning", from_status="review", basis="practitioner"
)
def missing_review_date(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map does not say when it was last reviewed.

    ## Why it matters

    Readers have to know whether they look at last month's journey or at one from before the
    merger. The date of the last change does not tell: a comma may have been mended, and nobody
    asked whether the rest still holds. `reviewed` takes a day or a month.

    ## Basis

    Practitioner: expectations change, so the work is repeated (Tarnawska, Customer Journey w
    służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic  # <- here
    review_every: 6 months
    steps: [Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    reviewed: 2026-10
    review_every: 6 months
    steps: [Calls the clinic]
    ```
    """
    if journey_map.journey.reviewed is None:
        yield Finding(
            message="the map does not say when it was last reviewed",
            help="add reviewed: the day or the month, such as 2026-10",
            missing="reviewed",
        )
