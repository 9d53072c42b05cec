"""JM202."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, rule


@rule("JM202", "missing-goal", severity="warning", from_status="review", basis="published")
def missing_goal(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map does not say what the persona wants to get done.

    ## Why it matters

    The goal decides where a journey begins and ends, and whether a step helps or only keeps the
    persona busy. It is hers, not yours: "eat without pain again", not "book a treatment plan".

    ## Basis

    Published: a journey map addresses a scenario, and to it belongs the actor's goal or need
    (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic, from toothache to check-up  # <- here
    steps: [Wakes with a toothache, Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic, from toothache to check-up
    goal: Eat without pain again
    steps: [Wakes with a toothache, Calls the clinic]
    ```
    """
    if not journey_map.journey.goal:
        yield Finding(
            message="the map does not say what the persona wants to get done",
            help="add goal: what this person is after in the whole journey, not what you offer",
            missing="goal",
        )
