"""JM403."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.analysis.effort import Asked
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    JourneyMap,
    Mark,
    Related,
    Route,
    at_a_step,
    quoted,
    rule,
)
from journeymap.linter.rules._reasons import reason_at


def _by_step(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    routes = {finding.route for finding in findings}
    again = [asked for asked in context.analysis.asked_twice if _route(asked) in routes]
    for _, group in groupby(again, key=lambda asked: asked.step.position):
        yield _finding(context.analysis, tuple(group))


@rule(
    "JM403",
    "asked-twice",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_by_step,
    needs=(at_a_step("information that is given", lambda placed_step: placed_step.step.gives),),
)
def asked_twice(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The persona is asked for information that was given before, whichever way was taken.

    ## Why it matters

    Having to say it again is what people resent most and a service could spare them most easily:
    it tells them that nobody listened. What is asked again on purpose, to check, belongs in
    `confirms`. What only some have given before is not meant, nor who goes round a loop again.

    ## Basis

    Practitioner: having to repeat information costs effort (Dixon, Toman & DeLisi, The Effortless
    Experience, Portfolio, 2013), and throws customers back to an earlier stage (Digital Strategy
    Yoga, How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Day surgery
    steps:
      - {action: Registers online, gives: [address, medication]}
      - {action: Sees the anaesthetist, gives: medication}  # <- here
    ```

    ## Good

    ```yaml
    title: Day surgery
    steps:
      - {action: Registers online, gives: [address, medication]}
      - {action: Sees the anaesthetist, reuses: medication, confirms: address, gives: address}
    ```
    """
    for asked in context.analysis.asked_twice:
        yield _finding(context.analysis, [asked])


def _route(asked: Asked) -> Route:
    return (*asked.step.route, "gives", asked.entry)


def _finding(analysis: Analysis, again: Sequence[Asked]) -> Finding:
    known = analysis.journey_map.information
    labels = [known.label_of(asked.step.step.gives[asked.entry]) for asked in again]
    first = dict.fromkeys(asked.first.label for asked in again)
    step = again[0].step
    return Finding(
        message=f'"{step.label}" asks for {quoted(labels)}, '
        f"which the persona has given before, at {quoted(tuple(first))}",
        help="pass on what is known (reuses:), or list it in confirms: where it is asked again "
        "on purpose",
        route=_route(again[0]),
        mark=Mark.VALUE,
        stands_for=tuple(map(_route, again)),
        phrase=reason_at(step, ReasonKind.ASKED_AGAIN, analysis),
        related=tuple(
            Related(
                route=(*asked.first.route, "gives", asked.first_entry),
                message=f'"{label}" is given here first',
            )
            for asked, label in zip(again, labels, strict=True)
        ),
    )
