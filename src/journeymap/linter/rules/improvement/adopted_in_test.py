"""JM821."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    Option,
    PlacedOpportunity,
    counted,
    rule,
)
from journeymap.linter.rules._live import doubt, is_ahead, is_live
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.model.pains import PilotResult

FEW = Option(
    name="people",
    default=5,
    meaning="a pilot with fewer people or cases than that is called small",
    least=1,
)
_EARLY = frozenset({OpportunityStatus.IDEA, OpportunityStatus.TESTING})


@rule(
    "JM821",
    "adopted-in-test",
    severity="note",
    from_status="review",
    basis="house",
    options=(FEW,),
)
def adopted_in_test(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A pilot and the status of its idea say two things, or few people settled it.

    ## Why it matters

    One of the two is not so. Either it was decided to do it, and nobody does; or three people liked
    it, and that was taken for a decision. The last pilot counts. Where it had very few people, that
    is said as well: then go on testing. So it is of an idea that is live after a pilot of so few,
    and of one that is live while a pilot from after that day is still open. A pilot that is yet to
    come is told as a `future-date`.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Book online
            status: testing
            pilots: {n: 3, result: adopted}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Book online
            status: live
            pilots: {n: 40, result: adopted}
    ```
    """
    for idea in each_once(journey_map):
        said = idea.opportunity
        if said.pilots and said.status is OpportunityStatus.LIVE:
            yield from _of_live(idea, context)
        if said.status not in _EARLY or not said.pilots:
            continue
        last = said.pilots[-1]
        to_come = last.date is not None and is_ahead(last.date, context.today)
        if last.result is not PilotResult.ADOPTED or to_come:
            continue
        small = last.n is not None and last.n < context.option(FEW)
        people = f" after {counted(last.n, 'case')}" if small and last.n else ""
        still = "an idea" if said.status is OpportunityStatus.IDEA else "being tested"
        yield Finding(
            message=f'the pilot of "{idea.label}" is called adopted{people}, and it is still '
            f"{still}",
            help="test it with more, and call the result open until then"
            if small
            else "write status: live, or what is still in the way",
            route=(*idea.route, "pilots", len(said.pilots) - 1),
            mark=Mark.VALUE,
        )


def _of_live(idea: PlacedOpportunity, context: Context) -> Iterator[Finding]:
    """Yields an idea that is live after a pilot of a few, or while one is open."""
    at, last = len(idea.opportunity.pilots) - 1, idea.opportunity.pilots[-1]
    few = last.n is not None and last.n < context.option(FEW)
    if few and last.n and last.result is PilotResult.ADOPTED and is_live(idea, context.today):
        yield Finding(
            message=f'"{idea.label}" is live after a pilot with {counted(last.n, "case")} only',
            help="see with more of them whether it works, and write that as a pilot or a reading",
            route=(*idea.route, "pilots", at),
            mark=Mark.VALUE,
        )
    elif is_live(idea, context.today) and (asked := doubt(idea)):
        yield Finding(
            message=f'"{idea.label}" is called live, and {asked}',
            help="write status: testing, or what became of the pilot",
            route=(*idea.route, "pilots", at),
            mark=Mark.VALUE,
        )
