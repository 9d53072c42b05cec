"""JM813."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Option, rule
from journeymap.linter.rules.improvement._counterpart import DESIRED, desired_analysis

CONTACTS = Option(
    name="contacts", default=4.0, meaning="maps with so many contacts each are compared", least=2
)
LESS = Option(
    name="less", default=0.1, meaning="an index that falls by so much or more is told of", most=1
)

_PLACES = 9
"""Decimal places to which figures are compared."""


@rule(
    "JM813",
    "less-continuity",
    severity="note",
    from_status="review",
    basis="house",
    options=(CONTACTS, LESS),
    needs=(DESIRED,),
)
def less_continuity(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The desired map has less continuity of care than the current one.

    ## Why it matters

    Whoever meets the same people tells her story once, and is known. A plan that adds steps mostly
    adds people, and nobody decides that the thread is to break. Compared is COC: how likely two
    contacts, picked at random, are with the same party (a clinician, staff, a payer or their
    organisation). Where it is meant to fall, say so in a comment that suppresses the finding.

    ## Basis

    The formula is published (Bice & Boxerman 1977); four contacts and a tenth are house.

    ## Bad

    ```yaml map.journey.yaml
    title: Back pain
    desired: wanted.journey.yaml  # <- here
    stakeholders: [{name: GP, kind: clinician}, {name: Nurse, kind: clinician}]
    steps: [{action: Is seen, with: gp}, {action: Is called, with: gp},
            {action: Is seen again, with: gp}, {action: Is checked, with: gp}]
    ```

    ```yaml wanted.journey.yaml
    title: Back pain, as we want it
    state: desired
    stakeholders: [{name: GP, kind: clinician}, {name: Nurse, kind: clinician}]
    steps: [{action: Is seen, with: gp}, {action: Is called, with: nurse},
            {action: Is seen again, with: gp}, {action: Is checked, with: nurse}]
    ```

    ## Good

    ```yaml map.journey.yaml
    title: Back pain
    desired: wanted.journey.yaml
    steps: [Is seen]
    ```

    ```yaml wanted.journey.yaml
    title: Back pain, as we want it
    state: desired
    steps: [Is seen]
    ```
    """
    desired = desired_analysis(context)
    if desired is None:
        return
    today, then = context.analysis.continuity, desired.continuity
    fewest = min(today.contacts, then.contacts)
    if today.coc is None or then.coc is None or round(fewest, _PLACES) < context.option(CONTACTS):
        return
    if round(today.coc - then.coc, _PLACES) >= context.option(LESS):
        yield Finding(
            message="the desired map has less continuity of care than this one: two contacts "
            f"are with the same party in {then.coc:.0%} of cases, today in {today.coc:.0%}",
            help="let the same people see her again, or say who keeps the thread",
            route=("desired",),
            mark=Mark.VALUE,
        )
