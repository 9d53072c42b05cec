"""JM503."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    Mark,
    Moment,
    PlacedStep,
    Related,
    at_a_step,
    listed,
    rule,
)
from journeymap.linter.rules.flow._shared import wait_after

_LONG = 1.0
"""A wait of so many days or more is one in which an offer offends; house."""
_GAP = -2.5
"""More points (of 10) below what was expected are a failure, as unmet-expectation has it."""


@rule(
    "JM503",
    "reward-before-trust",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(at_a_step("rewards", lambda placed_step: placed_step.step.reward),),
)
def reward_before_trust(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A reward is offered before trust is earned: too early, in an open wait, or beside a failure.

    ## Why it matters

    Points for loyalty presume that there is some. Before the persona trusts the service they look
    like a bait, and whoever takes them comes for the points. The point from which she does is the
    step with `moment: trust-inflection`, else the first at `engage` from which no way leads lower.
    Whatever the map knows of that: while she waits for something that nobody planned, and where the
    step itself falls short of what she expected or leaves her frustrated, an offer sounds like
    mockery.

    ## Basis

    Practitioner: rewards bear fruit only after the trust inflection point (Digital Strategy Yoga,
    How to move the healthcare customer higher in the value chain). Waits and failures are house.

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, engagement: interact}
      - {action: Is offered points, engagement: interact, reward: true}  # <- here
      - {action: Asks for advice, engagement: engage, wait: 3 weeks}
      - {action: Gets a voucher, meanwhile: true, reward: true}  # <- here
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
    if placed_step.step.reward:
        found = _early(placed_step, context) or _waits(placed_step, context)
        yield from [found] if found else _falls_short(placed_step, context)


def _finding(placed_step: PlacedStep, said: str, help_: str, related: Related | None) -> Finding:
    return Finding(
        message=f'"{placed_step.label}" offers a reward {said}',
        help=help_,
        route=(*placed_step.route, "reward"),
        mark=Mark.VALUE,
        # What speaks against the offer is no more than what presses there.
        survives_subsumption=related is not None,
        phrase="an offer is made here all the same",
        related=(related,) if related else (),
    )


def _early(placed_step: PlacedStep, context: Context) -> Finding | None:
    point = _point_after(placed_step, context)
    if point is None:
        return None
    is_low = bool([*_wrong_at(point, context)])
    return _finding(
        placed_step,
        f'before the trust inflection point, "{point.label}"',
        "mend that step first: as it is, no trust is earned there"
        if is_low
        else "make the offer after that step, once trust is earned",
        Related(route=point.route, message="trust is to turn here"),
    )


def _point_after(placed_step: PlacedStep, context: Context) -> PlacedStep | None:
    """Returns where trust begins behind a step: where it is declared, else by the levels."""
    if trust := context.analysis.trust:
        return trust.point if placed_step in trust.early_rewards else None
    steps, order = context.journey_map.steps, context.analysis.order
    point = next((each for each in steps if Moment.TRUST_INFLECTION in each.step.moment), None)
    is_later = point and order.is_later(point.position, than=placed_step.position)
    return point if is_later else None


def _waits(placed_step: PlacedStep, context: Context) -> Finding | None:
    """Tells of an offer in a wait: its own, or that of the step that it runs beside."""
    beside = context.analysis.times.parents[placed_step.position]
    waiting = placed_step if beside is None else context.journey_map.steps[beside]
    wait = waiting.step.wait
    if wait is None or wait.planned or wait.time.days < _LONG:
        return None
    length = wait_after(context.journey_map, waiting)
    return _finding(
        placed_step,
        f'while the persona waits {length} after "{waiting.label}"',
        "settle first what she waits for, and make the offer then",
        Related(route=(*waiting.route, "wait"), message="the wait"),
    )


def _wrong_at(placed_step: PlacedStep, context: Context) -> Iterator[str]:
    """Yields what is wrong at a step, as it is read out behind its name."""
    gap = context.analysis.hardest[placed_step.position].gap
    felt = context.analysis.curve.points[placed_step.position]
    if gap is not None and gap < _GAP:
        yield "that falls short of what was expected"
    if felt and felt.value <= -1:
        yield f"where the persona feels bad ({felt.written})"


def _falls_short(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    if reasons := [*_wrong_at(placed_step, context)]:
        yield _finding(
            placed_step,
            f"at a step {listed(reasons)}",
            "where the offer itself is unwelcome, do not make it; else mend the step first",
            None,
        )
