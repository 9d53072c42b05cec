"""JM904."""

from collections.abc import Iterator

from journeymap.analysis.hazard import CALLS_FROM, CATASTROPHIC
from journeymap.analysis.reasons import of_pain
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    Need,
    Option,
    PainKind,
    PlacedOpportunity,
    PlacedPain,
    PlacedStep,
    Related,
    Severity,
    rule,
)
from journeymap.linter.rules._graveness import how_grave
from journeymap.linter.rules._live import is_live, is_to_come
from journeymap.linter.rules._reasons import in_english
from journeymap.linter.rules._recorded_before import newest_evidence
from journeymap.linter.rules.leverage._harm import is_answered, is_severe

HAZARD = Option(
    name="hazard",
    default=CALLS_FROM,
    meaning="from this product of severity and probability on a harm is told of",
    least=1,
    most=16,
)


def _is_scored_harm(entry: PlacedPain) -> bool:
    return entry.pain.kind is PainKind.HARM and entry.pain.severity is not None


@rule(
    "JM904",
    "severe-harm",
    severity="warning",
    from_status="review",
    basis="published",
    subsumes=("unrecovered-failure", "pain-without-opportunity"),
    options=(HAZARD,),
    needs=(
        Need(
            what="pains of kind harm with a severity",
            is_there=lambda context: any(map(_is_scored_harm, context.journey_map.pains)),
        ),
    ),
)
def severe_harm(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A pain that may harm somebody's health is catastrophic, or grave and likely.

    ## Why it matters

    What may harm is no matter of comfort: it belongs before those who answer for safety. A harm of
    severity 4 is told of however rare it is, any other from 8 of 16 points of severity times
    probability on. Where an opportunity or a step with `recovers` answers it, this is said, and
    the finding is a note: whether that is enough is for people to judge. A leverage point says it
    of its own step, but what nothing answers is always told here.

    ## Basis

    Published: hazard scores and their threshold of 8 are those of HFMEA (DeRosier, Stalhandske,
    Bagian & Nudell, Joint Commission Journal on Quality Improvement 28 (5), 2002).

    ## Bad

    ```yaml
    title: Discharge
    steps:
      - action: Takes two lists of tablets home
        pains:
          - {text: Takes a dose twice, kind: harm, severity: 3, probability: 3}  # <- here
    ```

    ## Good

    ```yaml
    title: Discharge
    steps:
      - action: Takes one list of tablets home
        pains:
          - {text: Takes a dose twice, kind: harm, severity: 3, probability: 1}
    ```
    """
    for entry in placed_step.pains:
        if is_severe(entry.pain, context.option(HAZARD)):
            yield _finding(placed_step, entry, context)


def _on_a_guess(entry: PlacedPain, context: Context) -> str:
    """Returns that a pain rests on assumptions; empty where it does not say so."""
    found = list(context.journey_map.evidence.meant(entry.pain.evidence))
    guess = bool(found) and all(each.item.kind is EvidenceKind.ASSUMPTION for each in found)
    return "; that it is so is a guess" if guess else ""


def _status(idea: PlacedOpportunity, context: Context) -> str:
    """Returns how far an idea has come; one that is live only from a day to come says so."""
    said = idea.opportunity
    if is_to_come(idea, context.today) and said.since:
        return f"called live, from {said.since.written} on"
    return said.status


def _help(placed_step: PlacedStep, entry: PlacedPain, context: Context) -> str:
    """Returns what to do: with what is to answer a pain, live and in vain maybe."""
    analysis = context.analysis
    ideas = analysis.answers.get(entry.route, ())
    if not ideas and entry.route not in analysis.recoveries:
        return "show it to those who answer for safety, and record what is to be done about it"
    newest = newest_evidence(entry, placed_step, context.journey_map)
    seen = newest.item.date if newest else None
    since = ideas[0].opportunity.since if ideas and is_live(ideas[0], context.today) else None
    if newest and seen and since and seen.date > since.date:
        return (
            f'show it to those who answer for safety: "{newest.label}" of {seen.written} tells of '
            f"it after the answer went live ({since.written})"
        )
    return "check that the answer is enough, and score the pain anew when it works"


def _finding(placed_step: PlacedStep, entry: PlacedPain, context: Context) -> Finding:
    pain, analysis = entry.pain, context.analysis
    ideas = analysis.answers.get(entry.route, ())
    steps = analysis.recoveries.get(entry.route, ())
    answer = "no opportunity solves it, and no step makes good for it"
    if ideas:
        answer = f'"{ideas[0].opportunity.text}" is to solve it ({_status(ideas[0], context)})'
    elif steps:
        answer = f'"{steps[0].label}" makes good for it'
    risks = in_english(of_pain(entry), context.journey_map)
    related = tuple(Related(route=idea.route, message="what is to solve it") for idea in ideas)
    return Finding(
        message=f'"{pain.text}" at "{placed_step.label}" may do severe harm ({how_grave(pain)}): '
        f"{answer}{_on_a_guess(entry, context)}",
        help=_help(placed_step, entry, context),
        route=entry.route,
        severity=Severity.NOTE if ideas or steps else None,
        phrase=f"{risks} may do severe harm",
        related=related,
        gist=f'"{placed_step.label}": nothing answers "{pain.text}" ({how_grave(pain)})',
        urgent=pain.severity == CATASTROPHIC and not ideas and not steps,
        survives_subsumption=not (is_answered(entry, analysis) and is_severe(pain)),
    )
