"""JM603."""

from collections.abc import Iterator

from journeymap.analysis.reasons import of_wait
from journeymap.authoring import Context, Finding, Mark, Option, PlacedStep, at_a_step, rule
from journeymap.linter.rules._reasons import in_english
from journeymap.linter.rules.flow._shared import wait_after

LONG = Option(name="days", default=1.0, meaning="a silent wait of so many days or more is told of")


@rule(
    "JM603",
    "silent-wait",
    severity="warning",
    from_status="review",
    basis="house",
    options=(LONG,),
    needs=(at_a_step("waits", lambda placed_step: placed_step.step.wait),),
    subsumes=("long-wait",),
    each_persona=True,
)
def silent_wait(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona waits a day or more without knowing how long.

    ## Why it matters

    A wait that somebody has announced is shorter than the same wait in the dark: people stop
    ringing, and start trusting. To announce it costs a sentence. A wait that is meant to be says
    `planned: true`, one that the persona is told of `announced: true`.

    ## Basis

    House: a day. Uncertain waits feel longer than known ones (Maister, The psychology of waiting
    lines, 1985).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        wait: 3 days  # <- here
      - Gets the quote
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        wait: {time: 3 days, announced: true}
      - Gets the quote
    ```
    """
    wait = placed_step.step.wait
    told = wait is None or wait.announced or wait.planned
    if wait is None or told or wait.time.days < context.option(LONG):
        return
    length = wait_after(context.journey_map, placed_step)
    yield Finding(
        message=f'after "{placed_step.label}" the persona waits {length} '
        "without having been told how long",
        help="tell people how long it takes as soon as that is known, and what to do meanwhile",
        route=(*placed_step.route, "wait"),
        mark=Mark.VALUE,
        phrase=f"{in_english(of_wait(wait), context.journey_map)}, and nobody says how long",
    )
