"""JM113."""

from collections.abc import Iterator

from journeymap.authoring import (
    Applicability,
    Context,
    Finding,
    Fix,
    Insert,
    JourneyMap,
    Mark,
    PlacedStep,
    Route,
    Wrap,
    one_by_one,
    rule,
)
from journeymap.text.nodes import Mapping, Node, reach


@rule("JM113", "unwritten-id", severity="note", from_status=None, basis="house")
def unwritten_id(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A step, a pain or an opportunity has no id of its own.

    ## Why it matters

    Without `id` one is derived from the text, and changes with it. As long as a map is young that
    is a comfort. Once other places name the step (`next`, `solves`, a desired map, a baseline of
    findings, a report from last year), a better wording breaks the tie. The rule is off unless it
    is selected; its fix writes the ids that hold today, so that nothing that names them changes:
    `journeymap lint --select unwritten-id --fix --unsafe-fixes`.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - id: calls
        action: Calls the clinic
      - action: Waits  # <- here
        pains:
          - Nobody says how long  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - id: calls
        action: Calls the clinic
      - id: waits
        action: Waits
        pains:
          - id: no-word
            text: Nobody says how long
    ```
    """
    tree = context.file.tree
    if tree is None:
        return
    for what, route, own, identifier in _nameless(journey_map):
        node = reach(tree, route)
        yield Finding(
            message=f"the {what} has no id of its own",
            help=f"write id: {identifier}, or any other short name",
            route=route,
            mark=Mark.NODE,
            missing="id",
            fix=Fix(
                title=f"add id: {identifier}",
                changes=(_change(node, own, identifier),),
                applicability=Applicability.UNSAFE,
            ),
        )


def _nameless(journey_map: JourneyMap) -> Iterator[tuple[str, Route, str, str]]:
    """Walks what has no written id: what it is, its place, the field of its text, its id."""
    return one_by_one(map(_nameless_in, journey_map.steps))


def _nameless_in(placed_step: PlacedStep) -> Iterator[tuple[str, Route, str, str]]:
    if not placed_step.step.id:
        yield f'step "{placed_step.label}"', placed_step.route, "action", placed_step.id
    for pain in placed_step.pains:
        if not pain.pain.id and not pain.pain.pain:
            yield f'pain "{pain.label}"', pain.route, "text", pain.id
    for idea in placed_step.opportunities:
        if not idea.opportunity.id and not idea.opportunity.opportunity:
            yield f'opportunity "{idea.label}"', idea.route, "text", idea.id


def _change(node: Node, own: str, identifier: str) -> Insert | Wrap:
    """Returns what writes an id; a single text is written out as fields for it."""
    first = next(iter(node), None) if isinstance(node, Mapping) else None
    if first is not None and first.span == node.span:
        return Wrap(at=node.span, own=own, key="id", text=identifier)
    return Insert(into=node.span, key="id", text=identifier)
