"""JM121."""

from collections.abc import Iterator

from journeymap.analysis.ratings import on_own_scale, rating_of
from journeymap.authoring import (
    ChannelKind,
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    Severity,
    one_by_one,
    rule,
    slug,
)
from journeymap.linter.rules._said_in_words import lengths, names, tells_lack, tells_wait
from journeymap.model.between import Handoff

_ASKING = frozenset({EvidenceKind.SURVEY, EvidenceKind.INTERVIEW, EvidenceKind.DIARY})
"""Kinds of which each is of a person."""
_CALLS = frozenset(
    {"phone", "telephone", "call", "hotline", "teléfono", "llamada", "telefon", "infolinia"}
)
"""Names of channels on which people talk from afar, as slugs."""
_WEEK = 7.0
"""From so many days on nobody talks without an end; house."""
_BETTER = 5.0
"""From so many points (of 10) on something was much better than expected: 2 of 5; house."""
_BAD, _GRAVE = -1.0, 3
"""Up to this emotion and from this severity on a step goes wrong; house."""


@rule("JM121", "swapped-values", severity="note", from_status="draft", basis="house")
def swapped_values(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Two values seem to stand in each other's place, by what else the map says.

    ## Why it matters

    Each of the two is right by itself, so that nothing but the words beside them tells, and every
    figure drawn from them is wrong. Asked about are: a phone call of a week or more before a
    shorter wait, or a `duration` that a pain or a quote tells as waiting; a step perceived much
    better than expected that feels bad, has a grave pain and no gain; a hand-off that carries what
    it does not need and a pain says is missing. More people asked (`n` of a survey, of interviews,
    of diaries) than there are (`population`) are a warning.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence: [{id: asked, name: Survey, kind: survey, n: 640, population: 48}]  # <- here
    steps:
      - action: Is called back
        channel: phone
        duration: 5 weeks  # <- here
        wait: 10 min
        evidence: asked
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence: [{id: asked, name: Survey, kind: survey, n: 48, population: 640}]
    steps:
      - action: Is called back
        channel: phone
        duration: 10 min
        wait: 5 weeks
        evidence: asked
    ```
    """
    kinds = (_times, _ratings, _handed_over)
    walks = (told(step, context) for step in journey_map.steps for told in kinds)
    return one_by_one((_evidence(journey_map), *walks))


def _evidence(journey_map: JourneyMap) -> Iterator[Finding]:
    """Tells of sources of more people than there are; of records `n` may be visits."""
    for entry in journey_map.evidence:
        n, population = entry.item.n or 0, entry.item.population or 0
        if entry.library is None and entry.item.kind in _ASKING and n > population > 0:
            yield Finding(
                message=f'"{entry.label}" has n: {n}, of a population of {population}',
                help=f"write n: {population}, population: {n} if the two are swapped, or correct "
                "the one that is wrong; population: is how many there are in all, and of a "
                "household or firm in which several answered, one counts",
                route=(*entry.route, "n"),
                mark=Mark.VALUE,
                severity=Severity.WARNING,
            )


def _times(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Asks about a step that takes long before a short wait, where it can hardly be so."""
    step = placed_step.step
    if step.duration is None or step.wait is None:
        return
    active, wait = step.duration.time, step.wait.time
    if active.low < _WEEK or active.low <= wait.high:
        return
    said = (*(each.label for each in placed_step.pains), *step.quote.values())
    waited = any(tells_wait(text) and active.low in lengths(text) for text in said)
    if not waited and not _is_call(placed_step, context.journey_map):
        return
    yield Finding(
        message=f'"{placed_step.label}" takes {active.written}, and the next step comes after '
        f"{wait.written}",
        help=f"write duration: {wait.written}, wait: {active.written} if the two are swapped: "
        "duration is active time, wait what lies before the next step",
        route=(*placed_step.route, "duration"),
        mark=Mark.VALUE,
        related=(Related(route=(*placed_step.route, "wait"), message="the wait"),),
    )


def _is_call(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether people only talk from afar at a step."""
    every = [(name, journey_map.channels.find(name)) for name in placed_step.step.channel]
    return bool(every) and all(
        found.item.kind is ChannelKind.PHONE
        if found and found.item.kind
        else not _CALLS.isdisjoint(slug(name).split("-"))
        for name, found in every
    )


def _ratings(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Asks about a step that was much better than expected by its ratings, and by all else bad."""
    journey_map, step = context.journey_map, placed_step.step
    felt = context.analysis.curve.points[placed_step.position]
    who = (*journey_map.persona_ids, "")[0]
    rating = rating_of(journey_map, placed_step, who)
    if felt is None or felt.highest > _BAD or (rating.gap or 0.0) < _BETTER or step.gains:
        return
    grave = [each for each in placed_step.pains if (each.pain.severity or 0) >= _GRAVE]
    if not grave:
        return
    known = on_own_scale(journey_map, rating)
    expected, perceived = f"{known['expected']:g}", f"{known['perceived']:g}"
    yield Finding(
        message=f'"{placed_step.label}" is felt as {felt.written}, with a grave pain and no gain, '
        f"and rated far above what was expected: {perceived}, not {expected}",
        help=f"write expected: {perceived}, perceived: {expected} if the two are swapped; else a "
        "gain may say what was better",
        route=(*placed_step.route, "perceived"),
        mark=Mark.VALUE,
        related=(Related(route=(*placed_step.route, "expected"), message="what was expected"),),
    )


def _handed_over(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Asks about what a hand-off carries and does not need, and a pain says is missing."""
    known = context.journey_map.information
    lacks = [each for each in placed_step.pains if tells_lack(each.label)]
    for i, handoff in enumerate(placed_step.step.handoff if lacks else ()):
        needed = set(map(known.id_of, handoff.needs))
        for k, item in enumerate(handoff.carries):
            label = known.label_of(item)
            pain = next((each for each in lacks if names(each.label, label)), None)
            if pain is None or known.id_of(item) in needed:
                continue
            yield Finding(
                message=f'the hand-off at "{placed_step.label}" carries "{label}", which a pain '
                f'there says is missing: "{pain.label}"',
                help=_other_way(handoff, item),
                route=(*placed_step.route, "handoff", i, "carries", k),
                mark=Mark.VALUE,
                related=(Related(route=pain.route, message="the pain"),),
            )


def _other_way(handoff: Handoff, item: str) -> str:
    """Returns what to write in the place of what a hand-off needs and carries."""
    if not handoff.needs:
        return f"write needs: [{item}] in the place of carries: if it does not go along"
    needs, carries = ", ".join(handoff.carries), ", ".join(handoff.needs)
    return (
        f"write needs: [{needs}], carries: [{carries}] if the two are swapped, or leave {item} out "
        "of carries: if it does not go along"
    )
