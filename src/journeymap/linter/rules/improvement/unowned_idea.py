"""JM809."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Most,
    OpportunityStatus,
    PlacedOpportunity,
    rule,
)
from journeymap.linter.rules.improvement._ideas import dated, opportunities
from journeymap.model.unread import if_read


def _ideas(context: Context) -> tuple[PlacedOpportunity, ...]:
    told = if_read(lambda: context.journey_map.once(_told_elsewhere), frozenset())
    every = opportunities(context.journey_map, OpportunityStatus.IDEA)
    return tuple(each for each in every if each.id not in told or each.opportunity.owner)


def _told_elsewhere(journey_map: JourneyMap) -> frozenset[str]:
    """Returns the ids of large ideas without a date: they are told as such, and that nobody is."""
    return frozenset(each.id for each in journey_map.once(dated) if each.opportunity.by is None)


@rule(
    "JM809",
    "unowned-idea",
    severity="note",
    from_status="review",
    basis="published",
    gathers=Most(said="{number} open ideas have no owner: {names}", asked=_ideas),
)
def unowned_idea(placed_opportunity: PlacedOpportunity, context: Context) -> Iterator[Finding]:
    """An idea has nobody who would drive it.

    ## Why it matters

    An idea without a name beside it is everybody's and stays on the wall. Who owns it need not
    carry it out; they find out whether it is worth testing, or drop it. Large ideas without a date
    are *undated-quick-win*, which says that nobody drives them. A map in review says so for every
    other idea.

    ## Basis

    Published: who owns what change is one of the questions that the opportunities of a map answer
    (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Book online, owner: IT}
          - Ring back by noon  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Book online, owner: IT}
          - {text: Ring back by noon, owner: Front desk}
    ```
    """
    idea = placed_opportunity.opportunity
    told = if_read(lambda: context.journey_map.once(_told_elsewhere), frozenset())
    is_told = placed_opportunity.id in told
    if idea.status is OpportunityStatus.IDEA and not idea.owner and not is_told:
        yield Finding(
            message=f'nobody is named who would drive "{placed_opportunity.label}"',
            help="add owner: the team or the person who finds out whether it is worth a test",
            route=placed_opportunity.route,
            missing="owner",
        )
