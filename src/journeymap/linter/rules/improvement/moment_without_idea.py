"""JM815."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.evidence import is_guess
from journeymap.analysis.houses import serves_outside
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    Mark,
    Moment,
    Most,
    Need,
    OpportunityStatus,
    PlacedStep,
    State,
    rule,
)
from journeymap.linter.rules._satisfied import is_as_good, suits
from journeymap.model.unread import readable

_DECISIVE = frozenset({Moment.CRITICAL, Moment.TRUTH, Moment.FIRST_IMPRESSION})
"""Moments at which a service is made or lost; where trust turns, nothing need be mended."""
_FEW = 3
"""Up to so many are told one by one."""


def _asked(context: Context) -> list[PlacedStep]:
    return [each for each in context.journey_map.steps if _DECISIVE.intersection(each.step.moment)]


def _pressure(placed_step: PlacedStep, context: Context) -> float:
    points = readable(context.analysis.leverage)
    return next((each.pressure for each in points if each.step.route == placed_step.route), 0.0)


_MOST = Most(said="{number} declared moments have no idea: {names}", asked=_asked, weight=_pressure)


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells many as one: few are told each where it stands, beside what else presses there."""
    return _MOST(findings, context) if len(findings) > _FEW else iter(findings)


@rule(
    "JM815",
    "moment-without-idea",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
    needs=(
        Need(
            what="moments that are critical, of truth or a first impression",
            is_there=lambda context: bool(_asked(context)),
        ),
    ),
)
def moment_without_idea(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A moment that is declared to matter most has no idea.

    ## Why it matters

    Moments are declared to be looked for where a service can make the difference: a word at the
    right time, help with the price, a call the day after. One without an idea is a place that
    everybody agrees on and nobody works at. An idea at the step counts, whatever has become of it
    unless it was dropped. Where a pain stands that nothing solves, `pain-without-opportunity` says
    so. Where the persona feels well and nothing fell short, or it was better than expected, the
    moment is a strength already; so is one as expected that is another house's to shape, or bound
    to its place (`fixed_channel`): fear before a judge is no failure. Desired maps are not asked,
    nor is the point where trust turns, nor a step whose evidence is an assumption: there research
    comes first (`assumption-only`).

    ## Basis

    Practitioner: find the critical points and moments of truth, and look there for what makes a
    difference (Customer Journey Map en Salud, article on medical marketing).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, moment: critical, emotion: tense, opportunities: Ring back}
      - action: Hears the price
        emotion: tense
        moment: truth  # <- here
      - {action: Decides, emotion: neutral}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, moment: critical, emotion: tense, opportunities: Ring back}
      - action: Hears the price
        emotion: tense
        moment: truth
        opportunities: Offer to pay in parts
      - {action: Decides, emotion: neutral}
    ```
    """
    if context.journey_map.journey.state is State.DESIRED or placed_step.pains:
        return
    if is_guess(context.journey_map, placed_step):
        return
    decisive = _DECISIVE.intersection(placed_step.step.moment)
    ideas = (idea.opportunity.status for idea in placed_step.opportunities)
    bare = all(status is OpportunityStatus.DROPPED for status in ideas)
    if decisive and bare and not _is_strong(placed_step, context.analysis):
        weight = "is declared a moment that matters"
        yield Finding(
            message=f'"{placed_step.label}" {weight}, and no idea is recorded for it',
            help="ask what would make the difference there, and add it under opportunities:",
            route=(*placed_step.route, "moment"),
            mark=Mark.VALUE,
            phrase="a declared moment without an idea",
        )


def _is_strong(placed_step: PlacedStep, analysis: Analysis) -> bool:
    """Tells whether the persona feels well there, and no rating says that it fell short."""
    felt = analysis.curve.points[placed_step.position]
    well = felt is not None and felt.lowest > 0 and not analysis.ratings[placed_step.position].short
    rating = analysis.ratings[placed_step.position]
    theirs = bool(placed_step.step.fixed_channel) or serves_outside(
        analysis.journey_map, placed_step
    )
    if theirs and rating.gap is not None and rating.gap >= 0:
        return True
    better = is_as_good(analysis.journey_map, placed_step, analysis.curve.person)
    return well or better or suits(placed_step, analysis)
