"""JM803."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    Most,
    OpportunityStatus,
    PlacedOpportunity,
    listed,
    rule,
)
from journeymap.linter.rules.improvement._ideas import opportunities

_SCORES = ("impact", "effort")


_ASKED = (OpportunityStatus.IDEA, OpportunityStatus.TESTING)


def _asked(context: Context) -> tuple[PlacedOpportunity, ...]:
    return opportunities(context.journey_map, *_ASKED)


@rule(
    "JM803",
    "unscored-opportunity",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=Most(said="{number} opportunities lack impact or effort: {names}", asked=_asked),
)
def unscored_opportunity(placed_opportunity: PlacedOpportunity, _: Context) -> Iterator[Finding]:
    """An opportunity has no impact or no effort.

    ## Why it matters

    Twenty ideas without a score are twenty opinions, and the loudest wins. Two numbers from 1 to 5
    are enough to put much gain for little work first; a rough guess of the people who would do the
    work is better than none. Ideas and tests are asked about, not what is live or dropped.

    ## Basis

    Practitioner: ideas are ranked by what they bring and what they take; no single source.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Book online, impact: 4, effort: 3}
          - {text: Ring back by noon, impact: 3}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Book online, impact: 4, effort: 3}
          - {text: Ring back by noon, impact: 3, effort: 1}
    ```
    """
    if placed_opportunity.opportunity.status not in _ASKED:
        return
    lacks = [score for score in _SCORES if getattr(placed_opportunity.opportunity, score) is None]
    if lacks:
        yield Finding(
            message=f'"{placed_opportunity.label}" has no {listed(lacks, "and no")}',
            help="add impact: and effort:, each from 1 (little) to 5 (very much)",
            route=placed_opportunity.route,
            missing=lacks[0],
        )
