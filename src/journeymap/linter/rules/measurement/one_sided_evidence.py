"""JM712."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Method,
    Namespace,
    Need,
    State,
    few,
    rule,
)
from journeymap.model.vocabulary import Evidence

_ADVICE = {
    Method.QUALITATIVE: (
        "is qualitative, which tells why and not how many",
        "add a survey, or figures from your systems",
    ),
    Method.QUANTITATIVE: (
        "is quantitative, which tells how many and not why",
        "add interviews, or watch what people do",
    ),
}


@rule(
    "JM712",
    "one-sided-evidence",
    severity="note",
    from_status="published",
    basis="practitioner",
    needs=(Need(what="evidence", is_there=lambda context: bool(context.journey_map.evidence)),),
)
def one_sided_evidence(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """All evidence of the map is qualitative, or all of it is quantitative.

    ## Why it matters

    Interviews tell why somebody turned back at the door, and not how many did; a survey counts
    them, and not why. Each hides what the other shows. Interviews, observations and workshops
    count as qualitative, surveys and analytics as quantitative; `method` says it for anything
    else. Assumptions are neither, and the rule waits for them to be replaced; evidence without a
    kind is none. Of a desired map nothing is asked here.

    ## Basis

    Practitioner: opinion in the field, with no single source: mixed methods check each other.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:  # <- here
      - {id: interviews, kind: interview, n: 14}
      - {id: shadowing, kind: observation}
    based_on: [interviews, shadowing]
    steps: [Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: interviews, kind: interview, n: 14}
      - {id: calls, kind: analytics, n: 2100}
    based_on: [interviews, calls]
    steps: [Calls the clinic]
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    used = _used(journey_map)
    methods = {entry.item.approach for entry in used}
    if len(methods) != 1 or None in methods:
        return
    (method,) = methods
    lack, advice = _ADVICE[method or Method.QUALITATIVE]
    own = bool(journey_map.journey.evidence)
    yield Finding(
        message=f"all evidence of the map {lack}: {few([entry.label for entry in used])}",
        help=advice,
        route=("evidence",) if own else (),
        mark=Mark.KEY if own else Mark.NODE,
    )


def _used(journey_map: JourneyMap) -> list[Defined[Evidence]]:
    """Returns the evidence that the map names, without assumptions and what has no kind."""
    cited = (each for each in journey_map.references if each.to is Namespace.EVIDENCE)
    known = {entry.id: entry for each in cited for entry in each.meanings[:1]}
    none = {None, EvidenceKind.ASSUMPTION}
    return [each for each in known.values() if each.item.kind not in none]
