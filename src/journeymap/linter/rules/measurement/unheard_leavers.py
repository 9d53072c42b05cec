"""JM733."""

from collections.abc import Iterator

from journeymap.analysis.evidence import Standing, evidence_for
from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Option,
    Related,
    Route,
    State,
    few,
    rule,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.linter.rules._voices import grounds, is_heard
from journeymap.linter.rules.flow._shared import SHARES, if_anew
from journeymap.model.unread import readable
from journeymap.model.vocabulary import Evidence
from journeymap.words.shares import of_100

LEAST = Option(
    name="share",
    default=0.2,
    meaning="where this share of all who start or more leave, it is told",
    most=1,
)
_PLACES = 9


@rule(
    "JM733",
    "unheard-leavers",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(LEAST,),
    needs=(SHARES,),
)
def unheard_leavers(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Many leave, and why they do is not from anybody who left.

    ## Why it matters

    Those who stayed are easy to ask, and know least of why others went. What records, clicks or
    staff say of it is a guess at a reason beside a true number, and ideas built on it miss.
    Where a fifth of all leave or more, and customers were asked of other things, it is told if no
    reason on the map (`why` of a leak) rests on the word of a customer.

    ## Basis

    Practitioner: those who stay tell nothing of those who went (survivorship bias). The fifth is
    house.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:
      - {id: talks, kind: interview, n: 9}
      - {id: log, kind: records, n: 400}
    steps:
      - action: Asks for a quote
        emotion: unsure
        evidence: talks
        leaks: {share: 24 %, why: the price, evidence: log}  # <- here
      - Is treated
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: talks, kind: interview, n: 9}
      - {id: log, kind: records, n: 400}
    steps:
      - action: Asks for a quote
        emotion: unsure
        evidence: talks
        leaks: {share: 24 %, why: the price, evidence: [log, talks]}
      - Is treated
    ```
    """
    flow = context.analysis.flow
    desired = journey_map.journey.state is State.DESIRED
    if desired or flow is None or round(flow.left, _PLACES) < context.option(LEAST):
        return
    reasons = list(_reasons(journey_map))
    sources = {each.id: each for _, known in reasons for each in known}
    heard = any(is_heard(each) for each in sources.values())
    if not reasons or heard or not all(known for _, known in reasons):
        return
    felt = (each for step in readable(journey_map.steps) for each in grounds(journey_map, step))
    if any(map(is_heard, felt)):
        (first, _), *others = reasons
        many = with_mark(
            f"{of_100(flow.left, assumed=True)} of 100", assumed=flow.standing is Standing.ASSUMED
        )
        many = "people" if context.analysis.ways.loses_unknown else many
        steps = readable(journey_map.steps)
        losing = [each for each in steps if any(leak.share for leak in each.step.leaks)]
        anew = if_anew(losing, flow)
        yield Finding(
            message=f"{many} leave{anew}, and no reason on the map is from one of them: "
            f"they are from {few([each.label for each in sources.values()])}",
            help="ask five who left, in a way that suits them, and name that at the leaks",
            route=first,
            mark=Mark.VALUE,
            related=tuple(Related(route=each, message="nor here") for each, _ in others),
        )


def _reasons(journey_map: JourneyMap) -> Iterator[tuple[Route, list[Defined[Evidence]]]]:
    """Walks the leaks that say why, each with the evidence of known kind that it rests on."""
    for placed_step in readable(journey_map.steps):
        for i, leak in enumerate(placed_step.step.leaks):
            if leak.why and leak.share != 0:
                named = evidence_for(journey_map, placed_step, leak.evidence)
                known = [each for each in journey_map.evidence.meant(named) if each.item.kind]
                yield (*placed_step.route, "leaks", i), known
