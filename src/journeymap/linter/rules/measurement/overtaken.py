"""JM720."""

from collections.abc import Iterable, Iterator, Sequence

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.external import Change, changes
from journeymap.analysis.figures import evidence_at
from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    PlacedOpportunity,
    PlacedStep,
    Related,
    few,
    listed,
    rule,
)
from journeymap.linter.rules._voices import grounds
from journeymap.model.fields import Day
from journeymap.model.vocabulary import Evidence


@rule("JM720", "overtaken", severity="note", from_status="review", basis="house")
def overtaken(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map was reviewed before something changed outside that affects it.

    ## Why it matters

    A new treatment, a rule of law or a competitor can make a map wrong overnight, however recent
    its review is. `external_changes`, in the map or in a library that it uses, say since when
    something holds and which stages, steps, channels or people it affects; all of the map where
    they name none. A change that is still to come is not told, and neither is one of the month of
    the review, if nobody says the day. Where steps or stages are named and all that their steps
    rest on is older than the change, that is told as well, also after a review: who walks through a
    map does not ask anybody anew. Evidence without a date is of unknown age. Of open ideas at such
    steps it is asked what the change means for them.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    reviewed: 2026-03-01  # <- here
    external_changes: [{date: 2026-10, what: The tablet is paid for, affects: treatment}]
    stages: [{name: Treatment, steps: [Takes the tablets]}]
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    reviewed: 2026-11-02
    external_changes: [{date: 2026-10, what: The tablet is paid for, affects: treatment}]
    stages: [{name: Treatment, steps: [Takes the tablets]}]
    ```
    """
    reviewed = journey_map.journey.reviewed
    held = [each for each in changes(journey_map) if each.day <= context.today]
    found = [each for each in held if reviewed and each.is_after(reviewed)]
    for change in held:
        if change not in found:
            yield from _rests_on_older(change, journey_map)
    if found:
        said = [f'"{each.what}" ({each.change.date.written})' for each in found if each.change.date]
        older = {
            step.route: f"{'what is felt here ' if felt else ''}rests on evidence of "
            f"{day.written} or older"
            for each in found
            for felt in (True, False)
            for step, day in _older(each, journey_map, felt=felt)
        }
        ideas = {idea.route: idea for each in found for idea in _open_at(each, journey_map)}
        yield Finding(
            message=f"the map was reviewed before {listed(tuple(said))}{_affected(found)}"
            f"{_older_too(found, journey_map)}",
            help=f"walk through what is affected{_asked(ideas.values())}, and set reviewed: anew",
            route=("reviewed",),
            mark=Mark.VALUE,
            related=(
                *(
                    Related(route=each.route, message="what changed", path=each.library)
                    for each in found
                ),
                *(Related(route=route, message=text) for route, text in older.items()),
                *_planned(ideas.values(), journey_map),
            ),
        )


def _older_too(found: Sequence[Change], journey_map: JourneyMap) -> str:
    """Returns of which steps that changes affect all that is known, or is felt, is older too."""
    steps = {step.route for each in found for step in _steps(each, journey_map)}
    for known, felt in (("known", False), ("felt", True)):
        older = {s.route: s for each in found for s, _ in _older(each, journey_map, felt=felt)}
        if older:
            labels = [each.label for each in older.values()]
            where = "there" if older.keys() == steps else f"at {few(labels)}"
            return f"; what is {known} {where} is older as well"
    return ""


def _affected(found: list[Change]) -> str:
    names = tuple(dict.fromkeys(f'"{name}"' for each in found for name in each.affected))
    return f", which affects {listed(names)}" if names else ""


def _rests_on_older(change: Change, journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields a change before which all was found that steps which it affects rest on."""
    if not (older := _older(change, journey_map)):
        return
    steps, ideas = [step for step, _ in older], _open_at(change, journey_map)
    day = max((day for _, day in older), key=lambda day: day.date)
    yield Finding(
        message=f"{few([each.label for each in steps])} {'rests' if len(steps) == 1 else 'rest'} "
        f'on evidence of {day.written} or older, from before "{change.what}" '
        f"({change.change.date.written if change.change.date else ''})",
        help="ask anew how it is since then, or say under note: of the evidence why it still holds"
        f"{_asked(ideas, ';')}",
        route=steps[0].route,
        related=(
            Related(route=change.route, message="what changed", path=change.library),
            *_planned(ideas, journey_map),
        ),
        stands_for=tuple(each.route for each in steps),
    )


def _older(
    change: Change, journey_map: JourneyMap, *, felt: bool = False
) -> list[tuple[PlacedStep, Day]]:
    """Returns the steps of which all, or all that is felt, was found before a change, till when."""
    found = []
    for each in _steps(change, journey_map):
        known = journey_map.evidence.meant(dict.fromkeys(evidence_at(each)))
        if day := _last(grounds(journey_map, each) if felt else known, change):
            found.append((each, day))
    return found


def _last(sources: Iterable[Defined[Evidence]], change: Change) -> Day | None:
    """Returns the day of the newest of some evidence; None where it may be newer than a change."""
    asked = [each for each in sources if each.item.kind is not EvidenceKind.ASSUMPTION]
    days = [each.item.date for each in asked if each.item.date]
    newest = max(days, key=lambda day: day.date, default=None)
    known = newest is not None and len(days) == len(asked) and change.is_after(newest)
    return newest if known else None


def _steps(change: Change, journey_map: JourneyMap) -> list[PlacedStep]:
    """Returns the steps that a change names, or whose stage it does."""
    said = [journey_map.resolve(each, Namespace.AFFECTED) for each in change.change.affects]
    routes = [each.route for each in said if each and each.route[:1] in {("stages",), ("steps",)}]
    return [
        each for each in journey_map.steps if any(each.route[: len(r)] == r for r in routes if r)
    ]


def _open_at(change: Change, journey_map: JourneyMap) -> list[PlacedOpportunity]:
    """Returns the ideas at the steps that a change affects that nobody has carried out."""
    every = (idea for each in _steps(change, journey_map) for idea in each.opportunities)
    return [idea for idea in every if idea.opportunity.status in OPEN]


def _planned(ideas: Iterable[PlacedOpportunity], journey_map: JourneyMap) -> Iterator[Related]:
    """Yields where open ideas stand: a change may affect other steps than the one of a finding."""
    for each in ideas:
        step = journey_map.step_at(each.route)
        yield Related(route=each.route, message=f'an open idea at "{step.label}"')


def _asked(ideas: Iterable[PlacedOpportunity], mark: str = ",") -> str:
    names = tuple(dict.fromkeys(each.label for each in ideas))
    return f"{mark} see what it means for {few(names)}" if names else ""
