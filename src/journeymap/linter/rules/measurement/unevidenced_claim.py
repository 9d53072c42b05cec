"""JM705."""

from collections.abc import Iterator

from journeymap.analysis.figures import ratings_of
from journeymap.authoring import (
    Context,
    Finding,
    Most,
    PlacedStep,
    State,
    listed,
    rule,
)
from journeymap.model.step import Step


def _claiming(context: Context) -> list[PlacedStep]:
    return [
        placed_step
        for placed_step in context.journey_map.steps
        if placed_step.step.pains or _felt(placed_step.step)
    ]


@rule(
    "JM705",
    "unevidenced-claim",
    severity="note",
    from_status="published",
    basis="practitioner",
    gathers=Most(
        said="{number} steps that state an emotion, a quote, a rating or a pain name no evidence: "
        "{names}",
        asked=_claiming,
        by_stage=True,
    ),
)
def unevidenced_claim(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An emotion, a quote, a rating or a pain does not say what it rests on.

    ## Why it matters

    Somebody will ask how you know, and the map is read for years after those who knew have left.
    `evidence` names what the claims of a step rest on; a pain and a rating may name their own. A
    guess is no shame as long as it says so: define a piece of evidence of kind `assumption` and
    name it. What the map as a whole is `based_on` is too far from a single claim to answer the
    question. Of a desired map nothing is asked here: its claims are aims.

    ## Basis

    Practitioner: a map has to be truthful, so it begins with research (Gibbons, Journey Mapping
    101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview, n: 14}]
    steps:
      - {action: Notices symptoms, emotion: worried, evidence: interviews}
      - {action: Hears the diagnosis, emotion: shocked, pains: Nothing sinks in}  # <- here
    ```

    ## Good

    ```yaml
    title: Diabetes care
    evidence: [{id: interviews, kind: interview, n: 14}, {id: team, kind: assumption}]
    steps:
      - {action: Notices symptoms, emotion: worried, evidence: interviews}
      - action: Hears the diagnosis
        emotion: shocked
        pains: {text: Nothing sinks in, evidence: interviews}
        evidence: team
    ```
    """
    claims = _unbacked(placed_step)
    if claims and context.journey_map.journey.state is not State.DESIRED:
        yield Finding(
            message=f'"{placed_step.label}" states {listed(claims)} without evidence',
            help="add evidence: with the study behind it, or with an item of kind assumption",
            route=placed_step.route,
            missing="evidence",
        )


def _unbacked(placed_step: PlacedStep) -> list[str]:
    """Returns what a step claims without evidence."""
    if placed_step.step.evidence:
        return []
    pains = sum(not pain.pain.evidence for pain in placed_step.pains)
    return [
        *_felt(placed_step.step, bare=True),
        *([f"{pains} pains" if pains > 1 else "a pain"] if pains else []),
    ]


def _felt(step: Step, *, bare: bool = False) -> list[str]:
    """Returns what a step states of how it is; bare ratings name no evidence of their own."""
    rated = any(not (bare and own) for _, own in ratings_of(step))
    said = {"an emotion": step.emotion, "a quote": step.quote, "a rating": rated}
    return [claim for claim, there in said.items() if there]
