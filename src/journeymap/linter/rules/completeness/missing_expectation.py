"""JM217."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, State, rule


@rule("JM217", "missing-expectation", severity="note", from_status="review", basis="published")
def missing_expectation(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map does not say anywhere what the persona expects.

    ## Why it matters

    Ten minutes in a waiting room are short for one and long for another: people judge by what they
    expected. Without expectations a map cannot tell a disappointment from a bad day. Begin with
    the steps that matter most; a text, a rating or both will do. Asked of current maps.

    ## Basis

    Published: scenario and expectations are a key component of a journey map (Gibbons, Journey
    Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Health plan, first year  # <- here
    steps:
      - {action: Registers online, perceived: 2}
      - {action: Looks for a doctor, perceived: 1}
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    steps:
      - {action: Registers online, perceived: 2}
      - {action: Looks for a doctor, expected: Only doctors who take patients, perceived: 1}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    if journey_map.steps and not any(
        placed_step.step.expected for placed_step in journey_map.steps
    ):
        yield Finding(
            message="no step says what the persona expects",
            help="add expected: to the steps that matter most: a text, a rating, or both",
        )
