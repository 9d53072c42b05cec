"""JM107."""

from collections.abc import Iterator

from journeymap.analysis.transitions import is_over
from journeymap.authoring import Context, Finding, Mark, PlacedStep, Route, locate, rule


@rule("JM107", "shares-over-one", severity="error", from_status="draft", each_persona=True)
def shares_over_one(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The shares of a step add up to more than everybody.

    ## Why it matters

    Each share in `next` and `leaks` is a part of all who are at the step, so together they are at
    most 100 %. More than that is a slip, or they are shares of different groups: of those who stay,
    say, and not of all. The entry that takes the sum over 100 % is underlined. The way that takes
    the rest needs no share.

    ## Bad

    ```yaml
    title: Referral to a specialist
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
    steps:
      - action: Is referred
        leaks:
          - {to: private clinic, share: 8 %}
          - {to: drops the matter, share: 12 %}
      - action: Sees the specialist
    ```
    """
    taken = 0.0
    for route, share in sorted(_shares(placed_step), key=lambda entry: _place(entry[0], context)):
        taken += share
        if is_over(taken):
            total = context.analysis.ways.exits[placed_step.position].stated
            yield Finding(
                message=f'the shares of next and leaks at "{placed_step.label}" add up to '
                f"{100 * total:.6g} %, more than everybody",
                help="lower a share, or leave out that of the way that takes the rest",
                route=route,
                mark=Mark.VALUE,
            )
            return


def _shares(placed_step: PlacedStep) -> Iterator[tuple[Route, float]]:
    for i, way in enumerate(placed_step.step.next):
        yield (*placed_step.route, "next", i), way.share or 0.0
    for i, leak in enumerate(placed_step.step.leaks):
        yield (*placed_step.route, "leaks", i), leak.share or 0.0


def _place(route: Route, context: Context) -> int:
    return locate(context.file.tree, route).start
