"""JM404."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from journeymap.analysis.best_idea import OPEN
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    quoted,
    rule,
    slug,
    step_route,
)
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
    wanted there, and why it did not work. Where a pain of the step, or of one before it on that
    channel, has an open opportunity against it, that is known.

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
    if _is_known(placed_step, context):
        return
    for i, name in enumerate(placed_step.step.instead_of):
        if any(_is_known(each, context) for each in _first_tries(placed_step, name, context)):
            continue
        found = _finding(placed_step, [name], context)
        yield replace(found, route=(*found.route, i))


def _is_known(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a pain of a step has an open idea against it."""
    ideas = (idea for p in placed_step.pains for idea in context.analysis.answers.get(p.route, ()))
    return any(idea.opportunity.status in OPEN for idea in ideas)


def _first_tries(placed_step: PlacedStep, name: str, context: Context) -> Iterator[PlacedStep]:
    """Yields the steps before one that take place on a channel tried in vain."""
    known = context.journey_map.channels
    for each in context.journey_map.steps[: placed_step.position]:
        if known.id_of(name) in map(known.id_of, each.step.channel):
            yield each


def _finding(placed_step: PlacedStep, names: Sequence[str], context: Context) -> Finding:
    known = context.journey_map.channels
    tried = tuple(map(known.label_of, names))
    taken = tuple(map(known.label_of, placed_step.step.channel))
    here = f", on {quoted(taken)}," if taken else ""
    liked = _preferred(placed_step, names, context)
    return Finding(
        message=f'"{placed_step.label}"{here} comes after {quoted(tried)} '
        f"{'was' if len(tried) == 1 else 'were'} tried in vain{liked}",
        help="find out what the persona wanted there, and make it work or lead straight here",
        route=(*placed_step.route, "instead_of"),
        mark=Mark.VALUE,
        phrase=reason_at(placed_step, ReasonKind.CHANNEL_IN_VAIN, context.analysis),
    )


def _preferred(placed_step: PlacedStep, names: Sequence[str], context: Context) -> str:
    """Returns that a channel tried in vain is one that she prefers, of those who take the step."""
    journey_map = context.journey_map
    tried = {slug(part) for name in names for part in _as_meant(name, journey_map)}
    for persona in journey_map.personas_chosen:
        likes = persona.item.preferences.channels if persona.item.preferences else ()
        wanted = {slug(part) for name in likes for part in _as_meant(name, journey_map)[:1]}
        if persona.id in journey_map.takers(placed_step) and not tried.isdisjoint(wanted):
            only = "the channel" if len(names) == 1 else "one of them"
            return f", {only} that {journey_map.short_label(persona.id)} prefers"
    return ""


def _as_meant(name: str, journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns the id of a channel and its kind, as preferences may name either."""
    found = journey_map.channels.find(name)
    kind = found.item.kind if found else None
    return (found.id if found else name, *((kind.value,) if kind else ()))
