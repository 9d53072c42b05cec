"""JM713."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Namespace,
    State,
    few,
    rule,
)
from journeymap.model.vocabulary import Evidence


@rule(
    "JM713",
    "no-research",
    severity="warning",
    from_status="review",
    basis="practitioner",
    subsumes=("unevidenced-claim", "assumption-only"),
)
def no_research(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map rests on no evidence, or on assumptions alone.

    ## Why it matters

    A map made in a meeting room shows what the room believes. That is a good beginning, and `draft`
    is its status; before others read it as what people live through, somebody has to ask, watch or
    count. Evidence counts where the map names it: under `based_on`, at a step, a pain or a figure.
    What is of kind `assumption`, or has no kind, does not. Desired maps are aims and not asked.
    That most steps name no evidence either is not told as well.

    ## Basis

    Practitioner: research that makes the audience known comes before the map (Tarnawska, Customer
    Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic  # <- here
    evidence:
      - {id: guess, name: What the team believes, kind: assumption}
    steps:
      - {action: Calls the clinic, emotion: frustrated, evidence: guess}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: guess, name: What the team believes, kind: assumption}
      - {id: talks, name: Talks in the waiting room, kind: interview, n: 6}
    based_on: talks
    steps:
      - {action: Calls the clinic, emotion: frustrated, evidence: guess}
    ```
    """
    if journey_map.journey.state is State.DESIRED or not journey_map.steps:
        return
    named = _named(journey_map)
    if any(entry.item.kind not in {None, EvidenceKind.ASSUMPTION} for entry in named):
        return
    yield Finding(
        message=f"the map rests on assumptions alone: {few([entry.label for entry in named])}"
        if named
        else "the map names no evidence at all",
        help="ask, watch or count people who live through it, and name that study under evidence: "
        "and based_on:",
        missing="based_on",
    )


def _named(journey_map: JourneyMap) -> list[Defined[Evidence]]:
    """Returns the evidence that the map names anywhere, each once."""
    cited = journey_map.references_to(Namespace.EVIDENCE)
    return list({entry.id: entry for each in cited for entry in each.meanings[:1]}.values())
