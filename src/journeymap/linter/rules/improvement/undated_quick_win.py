"""JM820."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.best_idea import is_quick_win
from journeymap.authoring import Context, Finding, JourneyMap, Most, PlacedOpportunity, few, rule
from journeymap.linter.rules.improvement._ideas import dated

_BY = "add by: the month in which it is to be done"
_BOTH = f"{_BY}, and owner: who drives it"


def _asked(context: Context) -> Sequence[PlacedOpportunity]:
    return context.journey_map.once(dated)


_MOST = Most(said="{count} ideas of much impact have no date: {names}", asked=_asked)


def _gathered(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells most of them in one note, and who of them has nobody to drive it."""
    every = {each.route: each for each in _asked(context)}
    for told in _MOST(findings, context):
        ideas = [every[route] for route in told.stands_for if route in every]
        alone = [each.label for each in ideas if not each.opportunity.owner]
        if not alone:
            yield told
            continue
        whose = few(alone) if len(alone) < len(ideas) else "them"
        yield replace(told, message=f"{told.message}; nobody is to drive {whose}", help=_BOTH)


@rule(
    "JM820",
    "undated-quick-win",
    severity="note",
    from_status="review",
    basis="house",
    gathers=_gathered,
)
def undated_quick_win(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """An idea of much impact has no day by which it is to be done.

    ## Why it matters

    What would bring much and costs little is no question of whether, only of when; and without a
    when it is still an idea at the next review, while something large has been begun. Looked at
    are ideas and tests of impact 4 or 5 and effort 1 or 2, and those of more effort that nobody
    drives either.

    ## Basis

    House. Impact against effort, and what is large in the one and small in the other first, is
    common in the field.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Ring back by noon  # <- here
            impact: 4
            effort: 1
          - {text: Book online, owner: IT, impact: 5, effort: 4}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Ring back by noon, impact: 4, effort: 1, by: 2027-01}
          - {text: Book online, owner: IT, impact: 5, effort: 4}
    ```
    """
    for idea in _asked(context):
        said = idea.opportunity
        if said.by is None:
            what = "promises much"
            scores = f"impact {said.impact}" + (f", effort {said.effort}" if said.effort else "")
            if is_quick_win(said):
                what = "is a quick win"
            lacks = "without a date" if said.owner else "without a date, and nobody to drive it"
            yield Finding(
                message=f'"{idea.label}" {what} ({scores}) {lacks}',
                help=_BY if said.owner else _BOTH,
                route=idea.route,
                missing="by",
            )
