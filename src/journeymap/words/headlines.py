"""The headline of a picture: the first claim about a map that can be said, in its language."""

from collections.abc import Callable, Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import (
    Claim,
    Difference,
    Late,
    Loss,
    Shortfall,
    Waiting,
    claims,
    steps_of,
)
from journeymap.analysis.extremes import Extreme, Extremes, Felt
from journeymap.model.feelings import Feeling
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import if_read
from journeymap.words.completion import completing
from journeymap.words.labels import label
from journeymap.words.time_sums import length
from journeymap.words.times import number, rounded, rounded_days, said

_LEVELS = ("very-poor", "poor", "fair", "good", "very-good")
"""Words for 0, 2.5, 5, 7.5 and 10 points of 10, and what is nearest to them."""


def _any(_: str) -> bool:
    return True


def headline(analysis: Analysis, fits: Callable[[str], bool] = _any) -> str:
    """Returns what is most worth saying of a map; its title where nothing can be said for sure.

    Args:
        analysis: the map, and what is computed from it.
        fits: tells whether a sentence has room; of one that has none the shorter form is tried,
            then the next claim.
    """
    return told_claim(analysis, fits)[0]


def told_claim(
    analysis: Analysis, fits: Callable[[str], bool] = _any
) -> tuple[str, tuple[PlacedStep, ...]]:
    """Returns the headline, and the steps that it names as those where it goes wrong."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    for claim in claims(analysis):
        for words in sentences(claim, journey_map):
            if fits(words):
                named = (step for step in steps_of(claim) if quoted(step, language) in words)
                return words, tuple(named)
    return next(filter(fits, _of_desired(analysis)), journey_map.journey.title), ()


def _of_desired(analysis: Analysis) -> Iterator[str]:
    """Yields that a map shows what shall be: how many complete it then, else what it is called."""
    journey = analysis.journey_map.journey
    if journey.state is State.DESIRED:
        words = label("headline-desired", journey.language)
        for told in (if_read(partial(completing, analysis), ""), journey.title):
            if told:
                yield words.format(text=told)


def sentences(claim: Claim, journey_map: JourneyMap) -> Iterator[str]:
    """Yields a claim in words, then shorter; nothing where rounding would make it untrue."""
    language = journey_map.journey.language
    for words in _said(claim, journey_map):
        estimate = label("headline-estimate", language)
        yield f"{estimate} {words}" if claim.assumed else words


def _said(claim: Claim, journey_map: JourneyMap) -> Iterator[str]:
    match claim:
        case Difference():
            yield from _difference(claim, journey_map)
        case Loss():
            yield from _loss(claim, journey_map)
        case Late():
            yield from _late(claim, journey_map)
        case Waiting():
            yield from _waiting(claim, journey_map)
        case Shortfall():
            yield from _shortfall(claim, journey_map)
        case Extremes():
            yield from _extremes(claim, journey_map)


def feeling_words(feeling: Feeling, language: str | None) -> str:
    """Returns a feeling in the words that were written; of a number or an emoji its value."""
    value = feeling.value or 0.0
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return feeling.word or f"{sign}{number(abs(value), language)}"


def level_words(points: float, language: str | None) -> str:
    """Returns how good something is, of 0 to 10 points: "very poor" to "very good"."""
    return label(f"level-{_LEVELS[int(points / 2.5 + 0.5)]}", language)


def quoted(placed_step: PlacedStep, language: str | None) -> str:
    """Returns the name of a step in the quotes of a language."""
    return label("quoted", language).format(text=placed_step.label)


def _difference(claim: Difference, journey_map: JourneyMap) -> Iterator[str]:
    language = journey_map.journey.language
    told = "; ".join(
        f"{journey_map.short_label(each.who)}: {feeling_words(each.feeling, language)}"
        for each in claim.feelings
    )
    words = label("headline-difference", language)
    yield words.format(step=quoted(claim.step, language), feelings=told)


def _loss(claim: Loss, journey_map: JourneyMap) -> Iterator[str]:
    language = journey_map.journey.language
    key = "headline-way" if claim.is_cycle else "headline-lost"
    key = "headline-gone" if claim.comes_round else key
    neither = claim.otherwise and key == "headline-lost"
    key = "headline-neither" if neither else key
    least = "-least" if claim.is_least else ""
    lost = said = label(f"{key}{least}", language).format(lost=claim.lost)
    step = quoted(claim.step, language)
    if neither and claim.here == claim.lost:
        where, lost = f"part-lost-step{least}", ""
    elif neither:
        where = "part-lost-at"
    else:
        where = "headline-lost-all" if claim.here == claim.lost else "headline-lost-at"
    told = lost + label(where, language).format(here=claim.here, step=step)
    if claim.why:
        yield told + f": {claim.why}"
    yield told
    yield said


def _late(claim: Late, journey_map: JourneyMap) -> Iterator[str]:
    language, due = journey_map.journey.language, claim.due
    if rounded_days(due.takes.low, due.takes.high) <= due.allowed.high:
        return
    yield label("headline-late", language).format(
        step=quoted(due.step, language),
        allowed=said(due.allowed, language),
        takes=rounded(due.takes.low, due.takes.high, language),
    )


def _waiting(claim: Waiting, journey_map: JourneyMap) -> Iterator[str]:
    language = journey_map.journey.language
    total = label("headline-waiting", language).format(wait=length(claim.total, language))
    if claim.step and claim.longest and claim.total.known > 1:
        yield total + label("headline-longest", language).format(
            step=quoted(claim.step, language), wait=said(claim.longest.time, language)
        )
    yield total


def _shortfall(claim: Shortfall, journey_map: JourneyMap) -> Iterator[str]:
    language, rating = journey_map.journey.language, claim.rating
    yield label("headline-shortfall", language).format(
        step=quoted(claim.step, language),
        expected=level_words(rating.expected or 0.0, language),
        got=level_words(rating.perceived or 0.0, language),
    )


def _extremes(claim: Extremes, journey_map: JourneyMap) -> Iterator[str]:
    language = journey_map.journey.language
    low = extreme_words("low", claim.low, journey_map)
    high = extreme_words("high", claim.high, journey_map)
    if low and high:
        yield f"{low}. {high}"
    if low:
        yield low
    brief = label("headline-low", language)
    yield (
        brief.format(moments=quoted(claim.low.named[0].step, language))
        if (claim.low.count == 1 and not claim.low.is_nearly)
        else low
    )


def extreme_words(
    which: str,
    extreme: Extreme,
    journey_map: JourneyMap,
    scope: str = "headline",
    *,
    brief: bool = False,
) -> str:
    """Returns where it is lowest or highest, in words that hold of several equals as well.

    Args:
        which: "low" or "high".
        extreme: the moment.
        journey_map: the map.
        scope: "headline", of all steps, or "part", of those on a page.
        brief: whether what is felt there is left out.
    """
    language = journey_map.journey.language
    say = partial(_quoted_step, language=language) if brief else partial(moment_words, journey_map)
    moments = ", ".join(map(say, extreme.named))
    if extreme.is_nearly:
        key = f"{scope}-{which}-near"
    elif len(extreme.named) < extreme.count:
        key = f"{scope}-{which}-of"
    else:
        key = f"{scope}-{which}-both" if extreme.count > 1 else f"{scope}-{which}"
    return label(key, language).format(moments=moments, n=extreme.count)


def _quoted_step(each: Felt, language: str | None) -> str:
    """Returns the name of the step at which something is felt, in quotes."""
    return quoted(each.step, language)


def moment_words(journey_map: JourneyMap, each: Felt) -> str:
    """Returns a step with what is felt there, of several personas with whose feeling it is."""
    language = journey_map.journey.language
    who = journey_map.short_label(each.who) if len(journey_map.persona_ids) > 1 else ""
    words = ": ".join(filter(None, (who, each.feeling.word)))  # a face is no word of anybody's
    return f"{quoted(each.step, language)} ({words})" if words else quoted(each.step, language)
