"""JM711."""

from collections.abc import Iterator, Sequence
from math import ceil

from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Need,
    Option,
    Route,
    counted,
    once,
    rule,
    step_route,
)
from journeymap.model.unread import as_far_as_read

_PART = 3
"""Answers of so great a part of all people, a third, are enough however few they are (house)."""

_NEARLY = 0.9
"""So many of the answers that are needed move a score no further than all of them; house."""

SMALLEST = Option(
    name="answers", default=100, meaning="a survey of fewer answers is told of", least=1
)


def _has_survey(context: Context) -> bool:
    surveys = (e.item for e in context.journey_map.evidence if e.item.kind is EvidenceKind.SURVEY)
    return any(survey.n is not None for survey in surveys)


@rule(
    "JM711",
    "small-sample",
    severity="note",
    from_status="review",
    basis="house",
    gathers=once,
    options=(SMALLEST,),
    needs=(Need(what="surveys that say how many they asked", is_there=_has_survey),),
)
def small_sample(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Fewer than 100 answers of a survey stand behind a rating or a metric's value.

    ## Why it matters

    With forty answers three annoyed people move the score, and the next wave moves it back. Such a
    survey shows where to ask further; it does not settle that one step is better than another.
    Interviews are not meant: they explain, and a dozen may do. A survey that does not say its `n`
    is left alone, and so is one that a third of all people answered, where `population` says how
    many there are: nobody can ask a hundred of eighty; or that lacks less than a tenth of them; or
    that a step names beside interviews or records, as no figure is said to be from it. Each survey
    is told of once.

    ## Basis

    House, after HCAHPS, the survey of hospital patients in the United States, which reports with
    caution on hospitals of fewer than a hundred answers.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:
      - id: spring-survey
        kind: survey
        n: 38  # <- here
    steps:
      - {action: Calls the clinic, importance: 4, perceived: 2, evidence: spring-survey}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - id: spring-survey
        kind: survey
        n: 138
    steps:
      - {action: Calls the clinic, importance: 4, perceived: 2, evidence: spring-survey}
    ```
    """
    behind: dict[str, dict[Route, None]] = {}
    for route, name in as_far_as_read(_leaning(journey_map)):
        behind.setdefault(journey_map.evidence.id_of(name), {})[route] = None
    for identifier, routes in behind.items():
        found = journey_map.evidence.find(identifier)
        if found is None or found.item.kind is not EvidenceKind.SURVEY or found.item.n is None:
            continue
        smallest = context.option(SMALLEST)
        if (population := found.item.population) is not None:
            smallest = min(smallest, ceil(population / _PART))
        if found.item.n < _NEARLY * smallest:
            answers = counted(found.item.n, "answer")
            answers += f" of {population}" if population is not None else ""
            for route in routes if found.library else [(*found.route, "n")]:
                yield Finding(
                    message=f'"{found.label}" has {answers}; a score needs {smallest} or more',
                    help="ask more people, or read its figures as a hint; where there are few in "
                    "all, say how many with population:"
                    if population is None
                    else "ask more people, or read its figures as a hint",
                    route=route,
                    mark=Mark.VALUE,
                )


def _leaning(journey_map: JourneyMap) -> Iterator[tuple[Route, str]]:
    """Walks the names of evidence behind ratings and readings, with their places.

    A figure leans on its own evidence, else on its step's, else on what the map is based on; where
    these are of several kinds, nobody can tell on which.
    """
    for route, own in _figures(journey_map):
        step = journey_map.step_at(route) if step_route(route) else None
        behind = (
            ((*route, "evidence"), own),
            ((*step.route, "evidence") if step else (), step.step.evidence if step else ()),
            (("based_on",), journey_map.journey.based_on),
        )
        where, names = next((pair for pair in behind if pair[1]), ((), ()))
        if own or not _may_rest_elsewhere(names, journey_map):
            yield from (((*where, i), name) for i, name in enumerate(names))


def _may_rest_elsewhere(names: Sequence[str], journey_map: JourneyMap) -> bool:
    """Tells whether sources of a whole step or map hold others than surveys that asked people."""
    kinds = {each.item.kind for each in journey_map.evidence.meant(names)}
    return not kinds <= {EvidenceKind.SURVEY, EvidenceKind.ASSUMPTION, EvidenceKind.LITERATURE}


def _figures(journey_map: JourneyMap) -> Iterator[tuple[Route, Sequence[str]]]:
    """Walks ratings and readings with their places and the evidence of their own."""
    for placed_step in journey_map.steps:
        for field in ("importance", "expected", "perceived"):
            for who, each in getattr(placed_step.step, field).items():
                if each.rating is not None:
                    yield (*placed_step.route, field, who), each.evidence
    for route, reading in readings(journey_map):
        if reading.value is not None:
            yield route, reading.evidence
