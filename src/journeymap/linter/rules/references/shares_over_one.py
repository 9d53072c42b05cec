"""JM107."""

from collections.abc import Iterator
from math import fsum

from journeymap.analysis.transitions import is_over
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Route,
    listed,
    locate,
    one_by_one,
    rule,
)

_FEW = 5
"""So many shares at most are named one by one."""
_ROUNDED = 0.005
"""By so much a share in whole percents may lie above what was counted."""


@rule("JM107", "shares-over-one", severity="error", from_status="draft", each_persona=True)
def shares_over_one(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The shares of a step, or those of the personas, add up to more than everybody.

    ## Why it matters

    Each share in `next` and `leaks` is a part of all who are at the step, so together they are at
    most 100 %. More than that is a slip, or they are shares of different groups: of those who stay,
    say, and not of all. The entry that takes the sum over 100 % is underlined. The way that takes
    the rest needs no share.

    The `share` of a persona is a part of the population mapped, so those of the map are held to the
    same; what each may be rounded by is forgiven.

    ## Bad

    ```yaml
    title: Referral to a specialist
    personas:
      - {id: young, name: Dan, share: 70 %}
      - {id: old, name: Ruth, share: 45 %}  # <- here
    steps:
      - action: Is referred
        next:
          - {to: sees-the-specialist, share: 85 %}
        leaks:
          - {to: private clinic, share: 8 %}
          - {to: drops the matter, share: 12 %}  # <- here
      - action: Sees the specialist
    ```

    ## Good

    ```yaml
    title: Referral to a specialist
    personas:
      - {id: young, name: Dan, share: 55 %}
      - {id: old, name: Ruth, share: 45 %}
    steps:
      - action: Is referred
        leaks:
          - {to: private clinic, share: 8 %}
          - {to: drops the matter, share: 12 %}
      - action: Sees the specialist
    ```
    """
    whole = context.file.journey_map or journey_map
    walks = (_of_step(placed_step, context) for placed_step in journey_map.steps)
    return one_by_one((_of_personas(whole), *walks))


def _of_step(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    taken = 0.0
    shares = sorted(_shares(placed_step), key=lambda entry: _place(entry[0], context))
    for route, share in shares:
        taken += share
        if is_over(taken):
            total = context.analysis.ways.exits[placed_step.position].stated
            names = list(dict.fromkeys(str(each[-2]) for each, _ in shares))
            yield Finding(
                message=f'the shares of {listed(names)} at "{placed_step.label}" add up to '
                f"{100 * total:.6g} %, more than everybody",
                help=_lower(shares, context),
                route=route,
                mark=Mark.VALUE,
            )
            return


def _lower(shares: list[tuple[Route, float]], context: Context) -> str:
    """Returns what to do about shares that are too many: one of them is wrong, or needs none."""
    source, help_ = context.file.source, "lower a share"
    if source is not None and len(shares) <= _FEW:
        each = [
            f"{100 * share:.6g} % (line {source.position(_place(route, context)).line})"
            for route, share in shares
        ]
        help_ = f"lower one of them: {listed(each, 'or')}"
    is_way = any("next" in route for route, _ in shares)
    return f"{help_}; the way that takes the rest needs no share" if is_way else help_


def _of_personas(journey_map: JourneyMap) -> Iterator[Finding]:
    """Tells of the personas of a map; a library may hold those of several populations."""
    shared = [
        entry
        for entry in journey_map.personas
        if entry.library is None and entry.item.share is not None
    ]
    taken = 0.0
    for number, entry in enumerate(shared, start=1):
        taken += entry.item.share or 0.0
        if is_over(taken - number * _ROUNDED):
            total = fsum(each.item.share or 0.0 for each in shared)
            yield Finding(
                message=f"the shares of the personas add up to {100 * total:.6g} %, more than "
                "everybody",
                help="lower a share, or leave out those that are of another population",
                route=(*entry.route, "share"),
                mark=Mark.VALUE,
            )
            return


def _shares(placed_step: PlacedStep) -> Iterator[tuple[Route, float]]:
    for i, way in enumerate(placed_step.step.next):
        if way.share:
            yield (*placed_step.route, "next", i), way.share
    for i, leak in enumerate(placed_step.step.leaks):
        if leak.share:
            yield (*placed_step.route, "leaks", i), leak.share


def _place(route: Route, context: Context) -> int:
    return locate(context.file.tree, route).start
