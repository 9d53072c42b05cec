"""The words of each lane of the map, step by step, and where words are missing."""

from collections.abc import Callable, Mapping
from functools import partial

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.figures import evidence_at
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Opportunity, OpportunityStatus
from journeymap.views.sheet.lanes import Lane
from journeymap.words.labels import label, marked
from journeymap.words.measured import Told, told_readings
from journeymap.words.whose import meant, of_takers, pain_words, with_takers


def _by_person(journey_map: JourneyMap, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Returns what is said per person, with names as far as they are needed."""
    return tuple(
        f"{name}: {text}" if name else text for name, text in journey_map.with_names(texts)
    )


def action_words(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns what happens, who alone does it, and whether it runs beside another step."""
    return with_takers(journey_map, placed_step, placed_step.step.action)


def channels(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns the channels of a step on one line, and on one each where personas differ."""
    return channels_of_each(journey_map, placed_step, joint=", ")


def channels_of_each(
    journey_map: JourneyMap, placed_step: PlacedStep, joint: str = ""
) -> tuple[str, ...]:
    """Returns the channels of a step, or what each persona takes where they differ.

    Args:
        journey_map: the map.
        placed_step: the step.
        joint: what stands between those of all; each by itself where it is empty.
    """
    step, name = placed_step.step, journey_map.channels.label_of
    if step.channels:
        pairs = step.channels.items()
        return tuple(
            f"{journey_map.short_label(who)}: {', '.join(map(name, own))}" for who, own in pairs
        )
    names = tuple(map(name, step.channel))
    return (joint.join(names),) if joint and names else names


def _people(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns who takes part beside the persona, who acts first."""
    others = [
        who
        for who in journey_map.present(placed_step)
        if who not in {*journey_map.persona_ids, PERSONA}
    ]
    acts = journey_map.person_id(placed_step.step.actor) if placed_step.step.actor else ""
    order = sorted(others, key=lambda who: who != acts)
    names = ", ".join(journey_map.person_label(who) for who in order)
    return (names,) if names else ()


def _thoughts(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns what is thought, and what is said as such."""
    language, step = journey_map.journey.language, placed_step.step
    quoted = label("quoted", language)
    said = (
        label("says-of" if name else "says", language).format(
            who=name, text=quoted.format(text=text)
        )
        for name, text in journey_map.with_names(step.quote)
    )
    thought = {who: quoted.format(text=text) for who, text in step.thought.items()}
    return (*said, *_by_person(journey_map, thought))


def _expected(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns what personas expected, in words and as a rating beside what it was."""
    wishes = journey_map.by_person(placed_step.step.expected, placed_step)
    texts = of_takers(
        journey_map, placed_step, lambda who: (wishes[who].text or "") if who in wishes else ""
    )
    rated = partial(_rated, journey_map, placed_step)
    return (*texts, *of_takers(journey_map, placed_step, rated))


def _rated(journey_map: JourneyMap, placed_step: PlacedStep, who: str) -> str:
    """Returns the rating that a persona expected, beside how it was."""
    language, step, ratings = journey_map.journey.language, placed_step.step, list[str]()
    expected = journey_map.by_person(step.expected, placed_step).get(who)
    perceived = journey_map.by_person(step.perceived, placed_step).get(who)
    for key, each in (("was-expected", expected), ("was-perceived", perceived)):
        if each is None or each.rating is None:
            break
        words = label(key, language).format(n=f"{each.rating:g}")
        assumed = is_assumed(journey_map, placed_step, each.evidence)
        ratings.append(marked(words, language, assumed=assumed))
    return ", ".join(ratings)


def _seen_by(journey_map: JourneyMap, idea: Opportunity) -> str:
    """Returns an idea with whom it is for, who sees it, and how far it has come."""
    words, language = idea.text, journey_map.journey.language
    who = meant(journey_map, idea.for_)
    said = [label(f"voice-{idea.from_}", language)] if idea.from_ else []
    if idea.status is not OpportunityStatus.IDEA:
        said.append(label(f"status-{idea.status.value}", language))
    theirs = label("for-whom", language).format(who=who) if who else ""
    aside = "; ".join(filter(None, (theirs, ", ".join(said))))
    return f"{words} ({aside})" if aside else words


def told_metrics(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[Told, ...]:
    """Returns what is measured at a step: of each metric the latest value, and the target.

    One that has no value there, and one at its stage, is told below the name of the stage.
    """
    known = {
        journey_map.metrics.label_of(each.metric)
        for each in placed_step.stage.stage.metrics
        if each.value is not None
    }
    own = tuple(
        each
        for each in placed_step.step.metrics
        if each.value is not None or journey_map.metrics.label_of(each.metric) not in known
    )
    return told_readings(journey_map, own, placed_step)


def _evidence(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(journey_map.evidence.label_of, evidence_at(placed_step))))


WORDS: Mapping[Lane, Callable[[JourneyMap, PlacedStep], tuple[str, ...]]] = {
    Lane.ACTION: lambda journey_map, placed_step: (action_words(journey_map, placed_step),),
    Lane.PEOPLE: _people,
    Lane.THOUGHT: _thoughts,
    Lane.NEED: lambda journey_map, placed_step: _by_person(journey_map, placed_step.step.need),
    Lane.EXPECTED: _expected,
    Lane.CHANNEL: channels,
    Lane.FRONTSTAGE: lambda _, placed_step: placed_step.step.frontstage,
    Lane.BACKSTAGE: lambda _, placed_step: placed_step.step.backstage,
    Lane.SYSTEMS: lambda _, placed_step: placed_step.step.systems,
    Lane.GAINS: lambda _, placed_step: placed_step.step.gains,
    Lane.PAINS: lambda journey_map, placed_step: tuple(
        pain_words(journey_map, each.pain) for each in placed_step.pains
    ),
    Lane.OPPORTUNITIES: lambda journey_map, placed_step: tuple(
        _seen_by(journey_map, each.opportunity) for each in placed_step.opportunities
    ),
    Lane.METRICS: lambda journey_map, placed_step: tuple(
        each.words for each in told_metrics(journey_map, placed_step)
    ),
    Lane.QUESTIONS: lambda _, placed_step: placed_step.step.questions,
    Lane.EVIDENCE: _evidence,
}
"""What stands in the cells of each lane of words."""
