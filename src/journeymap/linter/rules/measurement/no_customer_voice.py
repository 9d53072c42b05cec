"""JM726."""

import re
from collections.abc import Iterable, Iterator, Sequence

from journeymap.analysis.figures import ratings_of
from journeymap.analysis.ratings import rating_of
from journeymap.analysis.readings import newest, readings
from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    MetricKind,
    Namespace,
    Need,
    PlacedStep,
    Related,
    State,
    few,
    one_by_one,
    rule,
)
from journeymap.linter.rules._voices import grounds, is_heard, is_of_the_house
from journeymap.model.references import Reference
from journeymap.model.unread import as_far_as_read, if_read, readable
from journeymap.model.vocabulary import Evidence
from journeymap.quick_pattern import pattern

_COUNTING = frozenset({EvidenceKind.ANALYTICS, EvidenceKind.RECORDS})
"""What counts people and times, and asks nobody."""
_SCORES = frozenset({MetricKind.NPS, MetricKind.CSAT, MetricKind.CES, MetricKind.PREM})
"""Kinds of metric of which the value is an answer."""
_TOP = 10.0
"""The highest importance, in points of 0 to 10."""
_ANSWERS = pattern(
    r"survey|questionnaire|feedback|answer|respon[sd]|rating|review|form\b|card|encuesta|respuesta"
    r"|cuestionario|opini|ankiet|odpowied|kwestionariusz|ocen",
    re.IGNORECASE,
)
"""What in the name of records says that they hold answers."""


def _used(journey_map: JourneyMap) -> list[Defined[Evidence]]:
    """Returns the evidence that the map names, without assumptions and what has no kind."""
    return _known(journey_map.references)


def _known(references: Iterable[Reference]) -> list[Defined[Evidence]]:
    cited = (each for each in references if each.to is Namespace.EVIDENCE)
    known = {entry.id: entry for each in cited for entry in each.meanings[:1]}
    none = {EvidenceKind.ASSUMPTION, None}
    return [each for each in known.values() if each.item.kind not in none]


@rule(
    "JM726",
    "no-customer-voice",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(
        Need(
            what="evidence that is no assumption",
            is_there=lambda context: bool(_used(context.journey_map)),
        ),
    ),
)
def no_customer_voice(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """No customer was asked, or not of what is felt: it rests on workshops, clicks or staff.

    ## Why it matters

    What the team believes of its customers and what a system counts are half of a map: neither
    says what people hoped for, or why they left. Five talks change more than a further workshop.
    Interviews, surveys, diaries, complaints, reviews and observations are the customer's voice,
    unless `from` or their name says that staff or the team was asked; `from: customer` and
    `from: family` make it of anything. A map of literature alone is left alone, as some of that
    asked patients. So is a desired one.

    Where somebody was asked, three things are told, each once a map: steps, declared moments by
    themselves, whose feelings and ratings are the word of staff alone (of a workshop, be it with
    guesses, at moments and where importance is highest), steps whose
    feelings and ratings rest on analytics and records alone, which carry shares and times and no
    feelings, and scores (nps, csat, ces, prem) whose own evidence is of that kind.

    ## Basis

    Practitioner: a map built without research with customers is a hypothesis (Gibbons, Journey
    Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:  # <- here
      - {id: workshop, kind: workshop, n: 8}
      - {id: clicks, kind: analytics}
      - {id: desk, name: Talks with the desk, kind: interview, from: staff}
    steps: [{action: Books online, emotion: annoyed, evidence: [workshop, clicks, desk]}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: workshop, kind: workshop, n: 8}
      - {id: interviews, kind: interview, n: 6}
    steps: [{action: Books online, emotion: annoyed, evidence: [workshop, interviews]}]
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    if any(map(is_heard, _known(readable(journey_map.references)))):
        yield from _where_nobody_spoke(journey_map)
        yield from _scores_nobody_gave(journey_map)
        return
    used = _used(journey_map)
    if all(each.item.kind is EvidenceKind.LITERATURE for each in used):
        return
    own = bool(journey_map.journey.evidence)
    yield Finding(
        message="no customer was asked or watched: the map rests on "
        f"{few([each.label for each in used])}",
        help="talk to five of those whose journey it is, and name that under evidence:; "
        "where they were asked, say from: customer",
        route=("evidence",) if own else (),
        mark=Mark.KEY if own else Mark.NODE,
    )


def _where_nobody_spoke(journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields what is felt by the word of the house, and what by figures that tell no feelings."""
    walks = (_grounds(journey_map, each) for each in journey_map.steps)
    known = list(as_far_as_read(one_by_one(walks)))
    of_house = [(each, by) for each, by in known if _is_of_house(by)]
    told = [each for each, _ in of_house if each.step.moment]
    others = [
        each
        for each, by in of_house
        if not each.step.moment and (_asks_staff(by) or _is_decisive(each, journey_map))
    ]
    counted = [each for each, by in known if by and all(map(_counts, by))]
    if told:
        yield _of_moments(told, journey_map)
    if others:
        yield _finding(
            others,
            f"how the persona {_said_of(others, 'feels at', 'rates', 'feels and rates')} "
            f"{few([each.label for each in others])} is the word "
            "of the house alone: nobody asked those who go through it",
            "ask them, and name that under evidence: of the step",
            "emotion",
        )
    if counted:
        yield _finding(
            counted,
            f"what is {_said_of(counted, 'felt', 'rated', 'felt or rated')} at "
            f"{few([each.label for each in counted])} rests on figures and records alone, which "
            "tell no feelings",
            "name who was asked under evidence: of the step"
            f"{' or of the ratings' if any(map(_is_rated, counted)) else ''}, or ask",
            "emotion",
        )


def _of_moments(steps: Sequence[PlacedStep], journey_map: JourneyMap) -> Finding:
    """Tells of declared moments; where customers tell of what hurts at each, with that."""
    what = "a declared moment" if len(steps) == 1 else "declared moments"
    said = f"how the persona takes {few([each.label for each in steps])}, {what}, "
    said += "is the word of the house alone"
    heard = [_heard_pains(journey_map, each) for each in steps]
    does = "ask those whose moment it is"
    if all(heard):
        said += f", and customers tell of {few([pain for pains in heard for pain in pains])}"
        does = "set feelings and ratings by what they say"
    help_ = f"{does}, and name that under evidence: of the step"
    return _finding(steps, said, help_, "moment")


def _heard_pains(journey_map: JourneyMap, placed_step: PlacedStep) -> list[str]:
    """Returns the pains of a step that customers or their family tell of."""
    meant = journey_map.evidence.meant
    return [e.label for e in placed_step.pains if any(map(is_heard, meant(e.pain.evidence)))]


def _scores_nobody_gave(journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields the scores of what people say that are read from figures and records."""
    found = []
    for route, reading in as_far_as_read(newest(readings(journey_map), journey_map.metrics)):
        metric = journey_map.metrics.find(reading.metric)
        sources = journey_map.evidence.meant(reading.evidence)
        asked = any(_ANSWERS.search(f"{each.id} {each.label}") for each in sources)
        scored = metric is not None and metric.item.kind in _SCORES and reading.value is not None
        if scored and sources and all(map(_counts, sources)) and not asked:
            found.append((route, journey_map.metrics.label_of(reading.metric), sources[0].label))
    if not found:
        return
    (route, _, source), *others = found
    names = few(list(dict.fromkeys(label for _, label, _ in found)))
    yield Finding(
        message=f"{names} {'is' if len(found) == 1 else 'are'} what people say, and "
        f'"{source}", where the value is from, holds no answers',
        help="name the survey under evidence: of the reading, with n: and whom it asked",
        route=(*route, "evidence"),
        mark=Mark.VALUE,
        related=tuple(Related(route=each, message="as well") for each, *_ in others),
        stands_for=tuple((*each, "evidence") for each, *_ in found),
    )


def _said_of(steps: Sequence[PlacedStep], felt: str, rated: str, both: str) -> str:
    """Returns what steps say of how it was, in words for feelings, for ratings, or for both."""
    if not any(map(_is_rated, steps)):
        return felt
    return both if any(map(_is_felt, steps)) else rated


def _is_felt(placed_step: PlacedStep) -> bool:
    return if_read(lambda: bool(placed_step.step.emotion), otherwise=True)


def _is_rated(placed_step: PlacedStep) -> bool:
    return any(True for _ in ratings_of(placed_step.step))


def _grounds(
    journey_map: JourneyMap, placed_step: PlacedStep
) -> Iterator[tuple[PlacedStep, list[Defined[Evidence]]]]:
    yield placed_step, grounds(journey_map, placed_step)


def _is_of_house(sources: Sequence[Defined[Evidence]]) -> bool:
    """Tells whether the house tells alone, be it with guesses of its own."""
    told = [each for each in sources if each.item.kind is not EvidenceKind.ASSUMPTION]
    return bool(told) and all(map(is_of_the_house, told))


def _is_decisive(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether a step is as important as can be to somebody whose map it is."""
    takers = journey_map.takers(placed_step) or ("",)
    points = (rating_of(journey_map, placed_step, who).importance for who in takers)
    return any(each is not None and each >= _TOP for each in points)


def _asks_staff(sources: Iterable[Defined[Evidence]]) -> bool:
    """Tells whether people of the house were asked: who was at a workshop nobody may know."""
    return any(e.item.kind is not EvidenceKind.WORKSHOP or e.item.from_ for e in sources)


def _counts(entry: Defined[Evidence]) -> bool:
    return not is_heard(entry) and entry.item.kind in _COUNTING


def _finding(steps: Sequence[PlacedStep], message: str, help_: str, field: str) -> Finding:
    first = steps[0]
    has = field == "moment" or if_read(lambda: bool(first.step.emotion), otherwise=False)
    return Finding(
        message=message,
        help=help_,
        route=(*first.route, field) if has else first.route,
        mark=Mark.VALUE if has else Mark.NODE,
        related=tuple(Related(route=each.route, message="as well") for each in steps[1:]),
        stands_for=tuple(each.route for each in steps),
    )
