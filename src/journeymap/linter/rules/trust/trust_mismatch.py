"""JM505."""

from collections.abc import Iterator

from journeymap.analysis.trust import Trust
from journeymap.authoring import (
    Context,
    Engagement,
    Finding,
    JourneyMap,
    Mark,
    Moment,
    PlacedStep,
    Related,
    rule,
)
from journeymap.linter.rules.trust._shared import LEVELS

_BEYOND = frozenset({Engagement.COLLABORATE, Engagement.INNOVATE})
"""The levels that only trust leads to."""


@rule(
    "JM505",
    "trust-mismatch",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(LEVELS,),
)
def trust_mismatch(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The trust inflection point is not where the levels of engagement put it.

    ## Why it matters

    From that point on the persona comes on her own account. It lies somewhere in `engage`, before
    nothing that falls back to a lower level: the team may declare any step there. Where it declares
    one on another level, or one behind which engagement falls again, either the levels or the
    team's picture is off: worth a talk. So it is where a reward stands between the first step that
    could be the point and the declared one: the reward came too early, or trust began sooner. And
    where people collaborate without any such step, it is not known what made them trust.

    ## Basis

    Practitioner: at some point in the stage engage the customer passes the trust inflection point,
    and rewards work from there on (Digital Strategy Yoga, How to move the healthcare customer
    higher in the value chain). Computing it is ours.

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - action: Registers
        engagement: interact
        moment: trust-inflection  # <- here
      - {action: Asks for advice, engagement: engage}
      - {action: Plans her care with the team, engagement: collaborate}
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - {action: Registers, engagement: interact}
      - {action: Asks for advice, engagement: engage, moment: trust-inflection}
      - {action: Plans her care with the team, engagement: collaborate}
    ```
    """
    trust = context.analysis.trust
    if trust is None:
        return
    for placed_step in trust.declared:
        if said := _said(trust, placed_step):
            yield _declared(trust, placed_step, said)
    if not trust.declared and trust.computed is None:
        yield from _nowhere(journey_map, trust)


def _said(trust: Trust, placed_step: PlacedStep) -> str:
    """Returns what is wrong with a declared trust inflection point; empty where nothing is."""
    level = trust.levels[placed_step.position]
    if level is not None and level is not Engagement.ENGAGE:
        return f"lies on {level}, not on engage"
    if placed_step in trust.lasting:
        rewards = trust.between[placed_step.position]
        put = f'the levels put it at "{trust.lasting[0].label}", before that'
        return f'comes after the reward at "{rewards[0].label}"; {put}' if rewards else ""
    if trust.computed is not None:
        return f'is declared, and the levels put it at "{trust.computed.label}"'
    return "is declared, and engagement falls again behind it" if level else ""


def _declared(trust: Trust, placed_step: PlacedStep, said: str) -> Finding:
    computed = trust.computed
    related = (Related(route=computed.route, message="the levels put it here"),) if computed else ()
    return Finding(
        message=f'the trust inflection point "{placed_step.label}" {said}',
        help="ask from where on the persona comes unasked; move the moment there, "
        "or correct the levels",
        route=(
            *placed_step.route,
            "moment",
            placed_step.step.moment.index(Moment.TRUST_INFLECTION),
        ),
        mark=Mark.VALUE,
        related=related,
    )


def _nowhere(journey_map: JourneyMap, trust: Trust) -> Iterator[Finding]:
    beyond = (
        placed_step
        for placed_step in journey_map.steps
        if trust.levels[placed_step.position] in _BEYOND
    )
    for placed_step in beyond:
        yield Finding(
            message=f"engagement reaches {trust.levels[placed_step.position]} at "
            f'"{placed_step.label}", and no trust inflection point is to be found: no step at '
            "engage from which no way leads lower",
            help="find what made the persona trust, and map it as a step with engagement: engage",
            route=placed_step.route,
        )
        return
