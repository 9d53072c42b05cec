"""JM706."""

from collections.abc import Iterator

from journeymap.analysis.evidence import Standing, claimed_by
from journeymap.analysis.figures import claims_evidence_at
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Moment,
    Most,
    Need,
    PlacedStep,
    State,
    few,
    listed,
    rule,
)

_IN_WORDS = {
    Moment.CRITICAL: "a critical moment",
    Moment.TRUTH: "a moment of truth",
    Moment.TRUST_INFLECTION: "the trust inflection point",
    Moment.FIRST_IMPRESSION: "the first impression",
}


def _has_moment(context: Context) -> bool:
    return any(placed_step.step.moment for placed_step in context.journey_map.steps)


def _declared(context: Context) -> list[PlacedStep]:
    return [placed_step for placed_step in context.journey_map.steps if placed_step.step.moment]


@rule(
    "JM706",
    "assumption-only",
    severity="warning",
    from_status="published",
    basis="practitioner",
    gathers=Most(
        said="{number} declared moments rest on assumptions alone: {names}", asked=_declared
    ),
    subsumes=("unevidenced-claim", "thin-evidence"),
    needs=(Need(what="declared moments", is_there=_has_moment),),
)
def assumption_only(step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A moment that is declared to matter most rests on assumptions alone.

    ## Why it matters

    A moment of truth draws money and people. Before they are spent, somebody should have asked
    those who live through it: five interviews tell more than a room of experts. Evidence of a
    pain, a share, a time or a rating at the step counts; that of a reading does not where other is
    named, nor does what the whole map is `based_on`. A desired map is not asked.

    ## Basis

    Practitioner: opinion in the field, with no single source: what a team believes of its
    customers is a hypothesis until some of them were asked.

    ## Bad

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview}, {id: guess, kind: assumption}]
    based_on: interviews
    steps:
      - {action: Sees the doctor, moment: critical, evidence: interviews}
      - action: Hears the diagnosis
        moment: truth  # <- here
        evidence: guess
    ```

    ## Good

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview}, {id: guess, kind: assumption}]
    steps:
      - {action: Sees the doctor, moment: critical, evidence: interviews}
      - action: Hears the diagnosis
        moment: truth
        pains: {text: Nothing sinks in, evidence: interviews}
        evidence: guess
    ```
    """
    journey_map = context.journey_map
    if journey_map.journey.state is State.DESIRED or not step.step.moment:
        return
    if claimed_by(journey_map, claims_evidence_at(step)) is Standing.ASSUMED:
        yield Finding(
            message=f'"{step.label}" is declared {_weight(step)} and {_rests(step, journey_map)}',
            help="ask or watch people who live through it, and name that study under evidence:",
            route=(*step.route, "moment"),
            mark=Mark.VALUE,
        )


def _weight(placed_step: PlacedStep) -> str:
    return listed([_IN_WORDS[moment] for moment in placed_step.step.moment])


def _rests(placed_step: PlacedStep, journey_map: JourneyMap) -> str:
    labels = dict.fromkeys(
        journey_map.evidence.label_of(name) for name in claims_evidence_at(placed_step)
    )
    return f"rests on {few(list(labels))} alone, which is assumed" if labels else "has no evidence"
