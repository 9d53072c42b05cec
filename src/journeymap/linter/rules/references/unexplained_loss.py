"""JM108."""

from collections.abc import Iterator

from journeymap.analysis.transitions import Transition, Transitions
from journeymap.authoring import Context, Finding, Mark, PlacedStep, rule
from journeymap.model.between import Outcome


@rule("JM108", "unexplained-loss", severity="warning", from_status="draft", each_persona=True)
def unexplained_loss(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The map does not say where a part of those at a step go.

    ## Why it matters

    What the shares leave over goes to the following step, or to a later one that `next` names
    without a share. Where all shares are stated and fall short of 100 %, the others vanish: they
    are neither lost to somebody nor on their way. A way back without a share is unknown as well:
    nobody is counted on it, and those who go round again look as if they went on. A sum of 98.5 %
    or more is taken as rounding. At the last step, where all that is stated comes to the end, it is
    asked instead whether those have what they came for: those who do not are lost.

    ## Bad

    ```yaml
    title: Control visit
    steps:
      - action: Takes the tablets
      - action: Comes to the control visit
        next: takes-the-tablets  # <- here
      - action: Is asked how it goes
        next:  # <- here
          - {to: takes-the-tablets, share: 20 %}
          - {to: end, share: 65 %}
    ```

    ## Good

    ```yaml
    title: Control visit
    steps:
      - action: Takes the tablets
      - action: Comes to the control visit
        next: {to: takes-the-tablets, share: 10 %}
      - action: Is asked how it goes
        next:
          - {to: takes-the-tablets, share: 20 %}
          - {to: end, share: 65 %}
        leaks: {to: another practice, share: 15 %}
    ```
    """
    exits = context.analysis.ways.exits[placed_step.position]
    backs = [way for way in exits.ways if way.back and way.share is None]
    if not all(way.ends for way in exits.ways):
        yield from (_unknown(placed_step, way, context) for way in backs)
    if exits.unexplained > 0 and not backs and not exits.dangling:
        won = [way for way in exits.ways if way.ends and way.counts is Outcome.COMPLETED]
        last = placed_step.position == len(context.journey_map.steps) - 1
        is_all_won = last and won and all(way.ends for way in exits.ways) and not exits.leaks
        yield from (_won if is_all_won else _unexplained)(placed_step, exits)


def _unknown(placed_step: PlacedStep, way: Transition, context: Context) -> Finding:
    target = context.journey_map.steps[way.target or 0]
    return Finding(
        message=f'the way from "{placed_step.label}" back to "{target.label}" has no share: '
        "nobody is counted on it",
        help="add share: the part of those at this step who go back, such as 10 %",
        route=(*placed_step.route, "next", way.entry or 0),
        mark=Mark.VALUE,
        missing="share",
    )


def _won(placed_step: PlacedStep, exits: Transitions) -> Iterator[Finding]:
    """Asks of the last step, from which all come to the end, who has what they came for."""
    lost, stated = (f"{100 * share:.3g} %" for share in (exits.unexplained, exits.stated))
    why = next((f' ("{way.why}")' for way in placed_step.step.next if way.why), "")
    yield Finding(
        message=f'{stated} of those at "{placed_step.label}" end there{why} and '
        f"count as completed; of the other {lost} nothing is said",
        help="ask whether they have what they came for: else write counts: lost; the others then "
        "come to the end, and complete",
        route=(*placed_step.route, "next"),
        mark=Mark.KEY,
    )


def _unexplained(placed_step: PlacedStep, exits: Transitions) -> Iterator[Finding]:
    help_ = "say where the others go, or leave out the share of the way that takes the rest"
    if None in exits.leaks:
        help_ = "add share: to the leak, or leave out the share of the way that takes the rest"
    lost, stated = (f"{100 * share:.3g} %" for share in (exits.unexplained, exits.stated))
    yield Finding(
        message=f'it is not said where {lost} of those at "{placed_step.label}" go: '
        f"the shares of next and leaks add up to {stated}",
        help=help_,
        route=(*placed_step.route, "next"),
        mark=Mark.KEY,
    )
