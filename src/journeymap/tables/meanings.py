"""What each driver of leverage means: its formula, what it rests on, and what it needs."""

from collections.abc import Mapping

from journeymap.analysis.drivers import Driver
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How a driver comes about.

    Attributes:
        formula: how its value follows from its inputs.
        basis: what formula and thresholds rest on: published, practitioner or house.
        source: where the published part was published.
        needs: what has to be recorded for the driver to be known.
    """

    formula: str
    basis: str
    source: str
    needs: str


MEANINGS: Mapping[Driver, Meaning] = {
    Driver.UNMET_NEED: Meaning(
        formula="max(opportunity − 10, 0) / 10, where opportunity = importance + "
        "max(importance − perceived, 0); ratings in points of 0 to 10",
        basis="score published for outcome statements that respondents rate; its use for a step "
        "and the 10 at which it begins are house",
        source="Ulwick, What Customers Want, 2005",
        needs="`importance` and `perceived` of the persona at the step",
    ),
    Driver.EXPECTATION_GAP: Meaning(
        formula="max(expected − perceived, 0) / 10; ratings in points of 0 to 10",
        basis="difference published for respondents' data; its share of the pressure is house",
        source="Parasuraman, Zeithaml and Berry, SERVQUAL, Journal of Retailing 64 (1), 1988",
        needs="a rating in `expected`, and `perceived`, of the persona at the step",
    ),
    Driver.LOW_EMOTION: Meaning(
        formula="max(−emotion, 0) / 2, of the lowest of those who are present; emotions −2 to 2",
        basis="house",
        source="",
        needs="an `emotion` of the persona, or of somebody in `actor` or `with`",
    ),
    Driver.MEMORY: Meaning(
        formula="1 where the persona's strongest emotion, or the one at the end, is below zero "
        "here; else 0; of n steps that share the peak, 1 / n each",
        basis="published for bounded episodes; for journeys of months it is house",
        source="Kahneman, Fredrickson, Schreiber and Redelmeier, When more pain is preferred to "
        "less, Psychological Science 4 (6), 1993",
        needs="emotions of the persona, on a map that ends",
    ),
    Driver.HAZARD: Meaning(
        formula="1 − Π (1 − danger) of the gravest pain and of others with a score of 8 or more; "
        "danger = severity × probability / 16, of a harm of severity 4 at least 0.5; what harms "
        "nobody counts half; what two people bear is not put together: of the worst off",
        basis="score and the 8 published for pains of kind harm; for others, and how pains are put "
        "together, it is house",
        source="DeRosier et al., Using Health Care Failure Mode and Effect Analysis, Joint "
        "Commission Journal on Quality Improvement 28 (5), 2002",
        needs="a pain with `severity` and `probability` at the step",
    ),
    Driver.FLOW_GAIN: Meaning(
        formula="min(gain / 0.20, 1), where gain = rise of completion of the journey if the "
        "step's leaks and ways to an end that counts as lost were closed and their share went to "
        "its other ways in proportion",
        basis="gain computed exactly (absorbing Markov chain); the 0.20 is house",
        source="Kemeny and Snell, Finite Markov Chains, 1960",
        needs="a `share` of any leak or way on the map",
    ),
    Driver.HANDOFF: Meaning(
        formula="(1 + missing / needed) / 2 where a hand-off from here does not carry all that is "
        "needed, 0 where it does or where nobody is handed over",
        basis="house",
        source="",
        needs="`handoff` with `needs` and `carries` where another party takes over",
    ),
    Driver.EFFORT: Meaning(
        formula="min(kinds / 3, 1), of: asked again, channel in vain, unplanned wait of more than "
        "a week, way back",
        basis="drivers of effort published; their count is house",
        source="Dixon, Freeman and Toman, Stop trying to delight your customers, Harvard Business "
        "Review 88 (7/8), 2010",
        needs="information fields (`gives`, `gets` …) or waits anywhere on the map",
    ),
}
"""The meaning of every driver."""
