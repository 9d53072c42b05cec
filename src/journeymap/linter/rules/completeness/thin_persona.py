"""JM210."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    few,
    listed,
    one_by_one,
    rule,
)
from journeymap.linter.rules._unheard import LOW
from journeymap.model.feelings import Feeling
from journeymap.model.people import Persona

ASKED = ("motivations", "goals", "frustrations")
"""What of a persona's profile tells why she feels and does what she does."""
_SEVERAL = 2
"""From so many kinds of channels on, which of them she prefers makes a difference."""


def _together(findings: Sequence[Finding], _: Context) -> Iterator[Finding]:
    """Tells of several personas in one note, at the first of them."""
    first, *others = findings
    yield replace(
        first,
        message="; ".join(each.message for each in findings),
        stands_for=tuple(each.route for each in findings),
        related=tuple(Related(route=each.route, message=each.message) for each in others),
    )


@rule(
    "JM210",
    "thin-persona",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
)
def thin_persona(_: JourneyMap, context: Context) -> Iterable[Finding]:
    """Nothing is said of a persona that would explain her lows, or judge her channels.

    ## Why it matters

    A name explains nothing that happens on the way. Where she feels bad or people leave,
    motivations, goals or frustrations tell why it matters to her, and what would help. Where she is
    served through several kinds of channels, `preferences` tell which suit. Asked is only what the
    map would use: the one where a step is low or loses people and none of the three is known, the
    other where channels differ. Several personas are told of in one note. Asked of the personas
    that the map itself defines, not of a library's.

    ## Basis

    Practitioner: a buyer persona includes motivations, problems and goals (Customer Journey Map en
    Salud, a blog on medical marketing). To ask for what the map uses is house.

    ## Bad

    ```yaml
    title: Dental clinic
    personas:
      - name: Lucía, 38  # <- here
    steps: [Asks a friend for a dentist, {action: Waits for a date, emotion: anxious}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    personas:
      - name: Lucía, 38
        goals: [smile again at work]
    steps: [Asks a friend for a dentist, {action: Waits for a date, emotion: anxious}]
    ```
    """
    journey_map = context.journey_map
    every = journey_map.personas or journey_map.personas_chosen
    steps = _Steps(context)
    return one_by_one(_thin(entry, steps) for entry in every)


def _thin(entry: Defined[Persona], steps: "_Steps") -> Iterator[Finding]:
    if entry.library is not None:
        return
    preferences = entry.item.preferences
    lacking, said = list[str](), list[str]()
    if not any(getattr(entry.item, name) for name in ASKED) and (hard := steps.hard[entry.id]):
        lacking += ASKED
        said.append(
            f'nothing is said of the {listed(ASKED, "or")} of "{entry.label}", which would tell '
            f"why it is hard at {few([each.label for each in hard])}"
        )
    channels = steps.channels(entry.id)
    if channels and not (preferences and preferences.channels):
        lacking.append("preferences: {channels: …}")
        said.append(
            f'nothing is said of the channels that "{entry.label}" prefers, so that nobody can '
            f"tell whether {few(channels)} suit"
        )
    named_only = entry.route[:1] == ("persona",)
    if said:
        yield Finding(
            message="; ".join(said),
            help=f"list this person under personas: with {listed(lacking)}"
            if named_only
            else f"add {listed(lacking)} to the profile",
            route=entry.route,
            mark=Mark.VALUE if named_only else Mark.NODE,
        )


class _Steps:
    """What the steps of a map are to each of its personas; each step is looked at once."""

    def __init__(self, context: Context) -> None:
        self._journey_map, self._analysis = context.journey_map, context.analysis

    @cached_property
    def hard(self) -> Mapping[str, list[PlacedStep]]:
        """The steps at which somebody feels bad or people leave, those that press most first.

        Those of a map in which nobody knows whose feeling is whose are left out.
        """
        found = defaultdict[str, list[PlacedStep]](list)
        for point in self._analysis.leverage:
            placed_step = point.step
            felt = self._journey_map.by_person(placed_step.step.emotion, placed_step)
            for who in self._journey_map.takers(placed_step):
                if _is_low(felt.get(who)) or placed_step.step.leaks:
                    found[who].append(placed_step)
        return found

    def channels(self, who: str) -> list[str]:
        """Returns the channels on which somebody is served, where they are of several kinds."""
        names: dict[str, str] = {}
        for placed_step, takers in self._served:
            for name in placed_step.step.channel if who in takers else ():
                found = self._journey_map.channels.find(name)
                if found and found.item.kind:
                    names.setdefault(found.label, found.item.kind)
        return list(names) if len(set(names.values())) >= _SEVERAL else []

    @cached_property
    def _served(self) -> list[tuple[PlacedStep, frozenset[str]]]:
        """The steps at which somebody serves, with the set of those who take each."""
        sets: dict[tuple[str, ...], frozenset[str]] = {}
        served = filter(self._journey_map.serving, self._journey_map.steps)
        return [
            (each, sets.setdefault(takers := self._journey_map.takers(each), frozenset(takers)))
            for each in served
        ]


def _is_low(felt: Feeling | None) -> bool:
    return felt is not None and felt.lowest is not None and felt.lowest <= LOW
