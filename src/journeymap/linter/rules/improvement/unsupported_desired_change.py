"""JM807."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Related, rule
from journeymap.compare.change import brought_about_by
from journeymap.linter.rules.improvement._counterpart import DESIRED, counterpart, in_words


@rule(
    "JM807",
    "unsupported-desired-change",
    severity="warning",
    from_status="review",
    basis="house",
    needs=(DESIRED,),
)
def unsupported_desired_change(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The desired map betters a step, and the current one records no opportunity there.

    ## Why it matters

    A better curve is a wish as long as nothing brings it about. Steps are matched by id, else by
    likeness of the text, and compared by emotion, `perceived`, the share that leaves, and the wait.
    A dropped opportunity does not count, one elsewhere that solves a pain of the step does.

    ## Basis

    House: what is to change needs something that changes it.

    ## Bad

    ```yaml map.journey.yaml
    title: Dental clinic
    desired: wanted.journey.yaml
    steps:
      - {id: asks, action: Asks for a date, emotion: frustrated}  # <- here
      - {id: comes, action: Comes to the visit, emotion: pleased}
    ```

    ```yaml wanted.journey.yaml
    title: Dental clinic, as we want it
    state: desired
    steps:
      - {id: asks, action: Books a date, emotion: pleased}
      - {id: comes, action: Comes to the visit, emotion: pleased}
    ```

    ## Good

    ```yaml map.journey.yaml
    title: Dental clinic
    desired: wanted.journey.yaml
    steps:
      - {id: asks, action: Asks for a date, emotion: frustrated, opportunities: Book online}
    ```

    ```yaml wanted.journey.yaml
    title: Dental clinic, as we want it
    state: desired
    steps: [{id: asks, action: Books a date, emotion: pleased}]
    ```
    """
    desired = counterpart(context)
    for change in desired.changes if desired else ():
        if change.better and not brought_about_by(context.analysis, change.step):
            yield Finding(
                message=f"the desired map betters {in_words(change.better)} of "
                f'"{change.step.label}", and no opportunity of this map would bring it about',
                help="add the opportunity that is to bring it about to this step",
                route=change.step.route,
                missing="opportunities",
                related=(
                    Related(
                        route=change.other.route,
                        message="as it is wanted",
                        path=desired.file.shown if desired else None,
                    ),
                ),
            )
