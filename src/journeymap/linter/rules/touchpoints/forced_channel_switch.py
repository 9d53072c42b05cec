"""JM404."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import Context, Finding, Mark, PlacedStep, quoted, rule, step_route
from journeymap.linter.rules._reasons import reason_at


def _by_step(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    for route, group in groupby((finding.route for finding in findings), step_route):
        placed_step, routes = context.journey_map.step_at(route), tuple(group)
        names = [placed_step.step.instead_of[int(entry)] for *_, entry in routes]
        found = replace(_finding(placed_step, names, context), stands_for=routes)
        whole = len(routes) == len(placed_step.step.instead_of)
        yield found if whole else replace(found, route=routes[0])


@rule(
    "JM404",
    "forced-channel-switch",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_by_step,
)
def forced_channel_switch(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona comes here because another channel did not help.

    ## Why it matters

    Who has to try twice is annoyed before anybody answers, and costs two contacts instead of one.
    Those who run this step never see the first try. `instead_of` tells of it: ask what the persona
    wanted there, and why it did not work. Where a pain of the step has an open opportunity against
    it, that is known.

    ## Basis

    Practitioner: having to switch channels costs effort (Dixon, Toman & DeLisi, The Effortless
    Experience, Portfolio, 2013).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls for a date
        channel: phone
        instead_of: website  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Books a date
        channel: website
    ```
    """
    ideas = (idea for p in placed_step.pains for idea in context.analysis.answers.get(p.route, ()))
    if any(idea.opportunity.status in OPEN for idea in ideas):
        return
    for i, name in enumerate(placed_step.step.instead_of):
        found = _finding(placed_step, [name], context)
        yield replace(found, route=(*found.route, i))


def _finding(placed_step: PlacedStep, names: Sequence[str], context: Context) -> Finding:
    known = context.journey_map.channels
    tried = tuple(map(known.label_of, names))
    taken = tuple(map(known.label_of, placed_step.step.channel))
    here = f", on {quoted(taken)}," if taken else ""
    return Finding(
        message=f'"{placed_step.label}"{here} comes after {quoted(tried)} '
        f"{'was' if len(tried) == 1 else 'were'} tried in vain",
        help="find out what the persona wanted there, and make it work or lead straight here",
        route=(*placed_step.route, "instead_of"),
        mark=Mark.VALUE,
        phrase=reason_at(placed_step, ReasonKind.CHANNEL_IN_VAIN, context.analysis),
    )
