"""JM821."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    Option,
    counted,
    rule,
)
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
    """A pilot is called adopted, and its idea is still an idea or being tested.

    ## Why it matters

    One of the two is not so. Either it was decided to do it, and nobody does; or three people liked
    it, and that was taken for a decision. The last pilot counts. Where it had very few people, that
    is said as well: then go on testing.

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
        if said.status not in _EARLY or not said.pilots:
            continue
        last = said.pilots[-1]
        if last.result is not PilotResult.ADOPTED:
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
