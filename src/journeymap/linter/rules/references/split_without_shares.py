"""JM114."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Mark, PlacedStep, listed, rule


@rule("JM114", "split-without-shares", severity="note", from_status="review", basis="house")
def split_without_shares(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Several ways lead on from a step, and nothing says how many take each.

    ## Why it matters

    Where one person in twenty takes the way past the specialist, and nobody says so, as many are
    counted there as on the usual way, and times are told along the way that stands first. A guess
    with `evidence: assumption` is better than equal parts that look like a count.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        next: [gets-an-appointment, goes-to-the-emergency-room]  # <- here
      - {action: Gets an appointment, next: end}
      - action: Goes to the emergency room
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        next:
          - gets-an-appointment
          - {to: goes-to-the-emergency-room, share: 5 %}
      - {action: Gets an appointment, next: end}
      - action: Goes to the emergency room
    ```
    """
    ways = context.analysis.ways.exits[placed_step.position].ways
    written = placed_step.step.next
    open_ways = [way for way in ways if way.entry is not None and written[way.entry].share is None]
    split = [way for way in open_ways if not way.back and way.is_open]
    if len(split) < 2:  # noqa: PLR2004 - a single one takes the rest
        return
    steps = context.journey_map.steps
    names = [f'"{steps[way.target].label}"' if way.target is not None else "end" for way in split]
    counted = (
        "as many are counted on each"
        if context.analysis.ways.has_shares
        else "how many take each is not said"
    )
    yield Finding(
        message=f'from "{placed_step.label}" ways lead on to {listed(names)} without '
        f"a share: {counted}",
        help="add share: to all but one, such as {to: …, share: 5 %}; the rest take that one",
        route=(*placed_step.route, "next"),
        mark=Mark.KEY,
    )
