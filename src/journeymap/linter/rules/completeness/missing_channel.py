"""JM205."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, PlacedStep, gap, rule
from journeymap.model.stems import Topic, speaks_of


@rule(
    "JM205",
    "missing-channel",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=gap("channel"),
)
def missing_channel(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Somebody serves the persona, and the step does not say through which channel.

    ## Why it matters

    The same answer is another experience on the phone, in a letter and across a desk, and another
    team owns it. Asked of steps where somebody of the provider's side takes part (a clinician,
    staff, an organisation or a payer), and not where the persona is offstage or waits: there
    nobody meets.

    ## Basis

    Practitioner: the channel is one of the things to ask of every activity (Tarnawska, Customer
    Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic
    stakeholders: [{id: front-desk, name: Front desk, kind: staff}]
    steps:
      - action: Wakes with a toothache
      - action: Asks for a date
        with: front-desk
        channel: phone
      - action: Is told the result  # <- here
        with: front-desk
    ```

    ## Good

    ```yaml
    title: Dental clinic
    stakeholders: [{id: front-desk, name: Front desk, kind: staff}]
    steps:
      - action: Is told the result
        with: front-desk
        channel: phone
      - action: Waits for the next free date
        with: front-desk
    ```
    """
    serving = context.journey_map.serving(placed_step)
    if serving is None or placed_step.step.channel or placed_step.step.offstage:
        return
    if placed_step.step.fixed_channel:
        return
    if speaks_of(Topic.WAITING, placed_step.label):
        return
    yield Finding(
        message=f'"{placed_step.label}" does not say through which channel '
        f'"{context.journey_map.person_label(serving)}" and the persona meet',
        help="add channel: where it happens, such as phone, letter or in person",
        route=placed_step.route,
        missing="channel",
    )
