"""JM118."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, Mark, PlacedStep, rule, slug
from journeymap.model.ids import END


@rule("JM118", "counted-way", severity="warning", from_status="draft")
def counted_way(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A way that leads on says what an end counts as.

    ## Why it matters

    `counts` says whether an end of the journey is one that people came for (`completed`), one
    without it (`lost`) or `neither`. At a way to another step nothing ends, so it has no effect:
    those who go there are counted by what becomes of them later.

    ## Bad

    ```yaml
    title: Benefit claim
    steps:
      - action: Gets a refusal
        next: {to: appeals, share: 40 %, counts: lost}  # <- here
      - Gets the money
      - Appeals
    ```

    ## Good

    ```yaml
    title: Benefit claim
    steps:
      - action: Gets a refusal
        next: [{to: end, share: 40 %, counts: lost, why: does not appeal}]
      - Appeals
    ```
    """
    for i, way in enumerate(placed_step.step.next):
        if way.counts is None or slug(way.to) == END:
            continue
        target = context.journey_map.find_step(way.to)
        name = target.label if target else way.to
        yield Finding(
            message=f'the way from "{placed_step.label}" leads on to "{name}", '
            f"and counts as {way.counts}",
            help="take `counts` away, or write to: end where the journey is over",
            route=(*placed_step.route, "next", i, "counts"),
            mark=Mark.VALUE,
        )
