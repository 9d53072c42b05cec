"""JM809."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, OpportunityStatus, rule
from journeymap.authoring.gathering import told
from journeymap.linter.rules.improvement._ideas import is_unread, opportunities, texts


@rule("JM809", "unowned-idea", severity="note", from_status="published", basis="published")
def unowned_idea(visited: JourneyMap, context: Context) -> Iterator[Finding]:
    """An idea has nobody who would drive it.

    ## Why it matters

    An idea without a name beside it is everybody's and stays on the wall. Who owns it need not
    carry it out; they find out whether it is worth testing, or drop it. A map that is published
    says so for every idea.

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
    ideas = opportunities(visited, OpportunityStatus.IDEA)
    unowned = [
        idea
        for idea in ideas
        if not idea.opportunity.owner and not is_unread(context, idea.route, "owner")
    ]
    findings = [
        Finding(
            message=f'nobody is named who would drive "{idea.opportunity.text}"',
            help="add owner: the team or the person who finds out whether it is worth a test",
            route=idea.route,
            missing="owner",
        )
        for idea in unowned
    ]
    yield from told(findings, texts(unowned), "ideas have no owner", len(ideas))
