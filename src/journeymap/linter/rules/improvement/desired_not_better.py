"""JM808."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Related, rule
from journeymap.compare.change import Change
from journeymap.linter.rules.improvement._counterpart import (
    DESIRED,
    Counterpart,
    counterpart,
    in_words,
)


@rule(
    "JM808",
    "desired-not-better",
    severity="warning",
    from_status="review",
    basis="house",
    needs=(DESIRED,),
)
def desired_not_better(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The desired map is worse than the current one at a step, or better at none.

    ## Why it matters

    What gets worse on the way to something better is rarely meant; mostly one of the maps was not
    brought up to date. Where it is meant, say so in a comment that suppresses the finding. Steps
    are matched by id, those without one by likeness of the text; compared are the persona's
    emotion, `perceived`, the share of those who leave, and the wait, where both maps state them.

    ## Basis

    House: a desired map that betters nothing is a copy.

    ## Bad

    ```yaml map.journey.yaml
    title: Dental clinic
    desired: wanted.journey.yaml
    steps:
      - {id: asks, action: Asks for a date, emotion: frustrated}
      - {id: comes, action: Comes to the visit, emotion: pleased}  # <- here
    ```

    ```yaml wanted.journey.yaml
    title: Dental clinic, as we want it
    state: desired
    steps:
      - {id: asks, action: Books a date, emotion: pleased}
      - {id: comes, action: Comes to the visit, emotion: neutral}
    ```

    ## Good

    ```yaml map.journey.yaml
    title: Dental clinic
    desired: wanted.journey.yaml
    steps: [{id: asks, action: Asks for a date, emotion: frustrated}]
    ```

    ```yaml wanted.journey.yaml
    title: Dental clinic, as we want it
    state: desired
    steps: [{id: asks, action: Books a date, emotion: pleased}]
    ```
    """
    desired = counterpart(context)
    if desired is None:
        return
    for change in desired.changes:
        if change.worse:
            yield _worse(change, desired)
    compared = any(change.gains for change in desired.changes)
    if compared and not any(change.better for change in desired.changes):
        yield Finding(
            message="the desired map betters no step: nothing that both maps state is better in it",
            help="say in the desired map how each step shall feel, or be perceived",
            route=("desired",),
            mark=Mark.VALUE,
        )


def _worse(change: Change, desired: Counterpart) -> Finding:
    return Finding(
        message=f'the desired map makes {in_words(change.worse)} of "{change.step.label}" worse',
        help="bring the desired map up to date, or change the step there so that it is better",
        route=change.step.route,
        related=(
            Related(route=change.other.route, message="as it is wanted", path=desired.file.shown),
        ),
    )
