"""JM503."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Mark, PlacedStep, Related, at_a_step, rule
from journeymap.linter.rules.trust._shared import LEVELS


@rule(
    "JM503",
    "reward-before-trust",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(LEVELS, at_a_step("rewards", lambda placed_step: placed_step.step.reward)),
)
def reward_before_trust(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A reward is offered before the trust inflection point.

    ## Why it matters

    Points for loyalty presume that there is some. Before the persona trusts the service they look
    like a bait, and whoever takes them comes for the points. Behind the point where trust begins
    the same offer works. That point is the step with `moment: trust-inflection`, else the first at
    `engage` from which no way leads lower.

    ## Basis

    Practitioner: rewards bear fruit only after the trust inflection point (Digital Strategy Yoga,
    How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, engagement: interact}
      - {action: Is offered points, engagement: interact, reward: true}  # <- here
      - {action: Asks for advice, engagement: engage}
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, engagement: interact}
      - {action: Asks for advice, engagement: engage}
      - {action: Joins the reward programme, engagement: engage, reward: true}
    ```
    """
    trust = context.analysis.trust
    point = trust.point if trust else None
    if trust is None or point is None:
        return
    if any(early.position == placed_step.position for early in trust.early_rewards):
        yield Finding(
            message=f'"{placed_step.label}" offers a reward before the trust inflection point, '
            f'"{point.label}"',
            help="make the offer after that step, once trust is earned",
            route=(*placed_step.route, "reward"),
            mark=Mark.VALUE,
            related=(Related(route=point.route, message="trust begins here"),),
        )
