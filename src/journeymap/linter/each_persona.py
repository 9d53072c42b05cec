"""Rules about what the persona lives through, run for each of several personas.

What a rule finds of all of them alike is told once; else it is told of whom it is true.
"""

from collections import Counter
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
from journeymap.model.unread import if_read
from journeymap.workspace.files import MapFile


def contexts(rule: Rule, context: Context) -> tuple[Context, ...]:
    """Returns what a rule looks at: the map as each persona goes it, or as it is."""
    each = if_read(lambda: context.analysis.of_each, {}) if rule.each_persona else {}
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
        PlacedStep: journey_map.steps,
        PlacedPain: journey_map.pains,
        PlacedOpportunity: journey_map.opportunities,
    }
    return parts[rule.visits]


def named(
    seen: Sequence[Context], of_each: Sequence[Sequence[Finding]]
) -> Iterator[list[Finding | None]]:
    """Yields what is to be told of each persona, with her name where it is not true of all.

    Args:
        seen: what the rule looked at, by persona.
        of_each: what it found; None stands in the result for what is told already.
    """
    counts = Counter(
        key for found in of_each for key in {(each.route, each.message) for each in found}
    )
    told = set[object]()
    for context, found in zip(seen, of_each, strict=True):
        persona = context.journey_map.persona
        name, own = persona.label if persona else "", list[Finding | None]()
        for each in found:
            key = (each.route, each.message)
            if counts[key] < len(seen):
                phrase = f"{name}: {each.phrase}" if each.phrase else ""
                own.append(replace(each, message=f"{name}: {each.message}", phrase=phrase))
            else:
                own.append(None if key in told else each)
                told.add(key)
        yield own
