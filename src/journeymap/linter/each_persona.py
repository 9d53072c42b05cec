"""Rules about what the persona lives through, run for each of several personas.

What a rule finds of all of them alike is told once; else it is told of whom it is true.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.authoring.context import Context
from journeymap.authoring.rule import Rule
from journeymap.findings import Finding
from journeymap.model.journey_map import (
    JourneyMap,
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
)
from journeymap.model.names import Route, step_route
from journeymap.model.unread import if_read
from journeymap.workspace.files import MapFile

_PERSONA = "the persona "
_APART = {"wait": "waits", "duration": "durations"}
"""The fields that may hold a value of each persona, by where the model keeps these."""


def contexts(rule: Rule, context: Context) -> tuple[Context, ...]:
    """Returns what a rule looks at: the map as each persona goes it, or as it is."""
    return of_each(context) if rule.each_persona else (context,)


def of_each(context: Context) -> tuple[Context, ...]:
    """Returns the map as each of several personas goes it, or as it is."""
    each = if_read(lambda: context.analysis.of_each, {})
    own = (replace(context, journey_map=one.journey_map, analysis=one) for one in each.values())
    return tuple(own) or (context,)


def visited(rule: Rule, context: Context) -> Iterable[object]:
    """Returns the parts of a map that a rule visits, one by one."""
    if rule.visits is MapFile:
        return (context.file,)
    journey_map = context.journey_map
    parts: dict[type, Iterable[object]] = {
        JourneyMap: (journey_map,),
        PlacedStage: journey_map.stages,
        PlacedStep: _taken(journey_map) if rule.each_persona else journey_map.steps,
        PlacedPain: journey_map.pains,
        PlacedOpportunity: journey_map.opportunities,
    }
    return parts[rule.visits]


def _taken(journey_map: JourneyMap) -> Iterator[PlacedStep]:
    return (each for each in journey_map.steps if journey_map.takers(each))


def named(
    whole: JourneyMap, seen: Sequence[Context], of_each: Sequence[Sequence[Finding]]
) -> Iterator[list[Finding | None]]:
    """Yields what is to be told of each persona, with names where it is not true of all.

    Args:
        whole: the map of them all.
        seen: what the rule looked at, by persona.
        of_each: what it found; None stands in the result for what is told already.
    """
    whose = defaultdict[object, dict[str, str]](dict)
    saying = defaultdict[object, set[str]](set)
    for context, found in zip(seen, of_each, strict=True):
        for each in found:
            whose[_key(each)][context.journey_map.persona_id] = each.message
            saying[each.route, each.phrase].add(context.journey_map.persona_id)
    told = set[object]()
    for context, found in zip(seen, of_each, strict=True):
        own = list[Finding | None]()
        who = context.journey_map.persona_id
        for each in found:
            people = whose[key := _key(each)]
            names = ", ".join(map(whole.short_label, people)) + ": "
            if len(people) == len(seen):
                names = ""
            # Where only they take the step, or all say it alike, what is told there needs no names.
            alone = _takers(whole, each) <= saying[each.route, each.phrase]
            phrase = each.phrase if alone else each.phrase and names + each.phrase
            message = each.message
            if len(set(people.values())) > 1:
                alone_so = f": for {whole.short_label(who)}, {each.own.removeprefix(': ')}"
                message = message.removesuffix(each.own) + alone_so
            said = replace(each, message=_named(names, message, len(people)), phrase=phrase)
            said = _at_own(said, whole, who)
            own.append(None if key in told else said)
            told.add(key)
        yield own


def _key(finding: Finding) -> object:
    """Returns what is one of several personas: the place, and all of it but an end of its own."""
    return finding.route, finding.message.removesuffix(finding.own)


def _at_own(finding: Finding, whole: JourneyMap, who: str) -> Finding:
    """Returns a finding at what a persona has of her own, where a field holds that of each."""
    return replace(
        finding,
        route=_own(finding.route, whole, who),
        related=tuple(replace(r, route=_own(r.route, whole, who)) for r in finding.related),
        stands_for=tuple(_own(route, whole, who) for route in finding.stands_for),
    )


def _own(route: Route, whole: JourneyMap, who: str) -> Route:
    step = step_route(route)
    held = _APART.get(str(route[-1])) if len(route) == len(step) + 1 and step else None
    if held is None:
        return route
    names = getattr(whole.step_at(step).step, held)
    key = next((name for name in names if whole.person_id(name) == who), None)
    return route if key is None else (*route, key)


def _named(names: str, message: str, count: int) -> str:
    """Returns a message with whose it is; of one that says "the persona" itself, in its place."""
    if names and count == 1 and message.startswith(_PERSONA):
        return f"{names.removesuffix(': ')} {message.removeprefix(_PERSONA)}"
    return names + message


def _takers(whole: JourneyMap, finding: Finding) -> set[str]:
    """Returns the ids of the personas who take the step that a finding stands at."""
    route = step_route(finding.route)
    takers = whole.takers(whole.step_at(route)) if route else whole.persona_ids
    return {*takers}
