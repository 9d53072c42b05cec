"""What stands at a step in several parts, each as a line of words: pains, ideas, times, ways."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from journeymap.analysis.evidence import Standing, is_assumed
from journeymap.analysis.figures import is_scored, pain_standing
from journeymap.model.between import Handoff, Outcome, Wait, Way
from journeymap.model.fields import Namespace
from journeymap.model.ids import END, slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import ActiveTime
from journeymap.views.sheet.ends import end_words
from journeymap.views.sheet.figure_words import share_words, time_words
from journeymap.words.facts import Reference, evidence_names, with_more
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.times import said
from journeymap.words.whose import each_or_all

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def per_person(journey_map: JourneyMap, placed_step: PlacedStep, field: str) -> Iterator[str]:
    """Yields the values of a field that are given per person, with names as far as needed."""
    values: Mapping[str, Any] = getattr(placed_step.step, field)
    for name, value in journey_map.with_names(values):
        words = _worded(value, _scale(journey_map, field))
        if getattr(value, "rating", None) is not None:
            assumed = is_assumed(journey_map, placed_step, value.evidence)
            words = marked(words, journey_map.journey.language, assumed=assumed)
        words = with_more(words, evidence_names(journey_map, getattr(value, "evidence", ())))
        yield f"{name}: {words}" if name else words


def _scale(journey_map: JourneyMap, field: str) -> str:
    """Returns the least and the most of a field's numbers, in brackets."""
    rating = journey_map.journey.scales.rating
    low, high = rating.expected_bounds if field == "expected" else rating.bounds
    return " (−2 … 2)" if field == "emotion" else f" ({low:g} … {high:g})"


def _worded(value: object, scale: str) -> str:
    """Returns what was written: a text, a number with its scale, or both."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:g}{scale}"
    written = getattr(value, "written", None)
    if written is not None:
        return f"{written}{scale}" if _NUMBER.fullmatch(written) else str(written)
    parts = (getattr(value, "text", None), getattr(value, "rating", None))
    return " · ".join(_worded(part, scale) for part in parts if part is not None)


def _of(journey_map: JourneyMap, key: str, value: int | None, most: int) -> str:
    """Returns a value of a short scale with its name; "" where there is none."""
    return f"{label(key, journey_map.journey.language).lower()} {value}/{most}" if value else ""


def channels(journey_map: JourneyMap, names: Sequence[str]) -> Iterator[str]:
    """Yields channels with those who answer for them."""
    for name in names:
        entry = journey_map.channels.find(name)
        yield with_more(entry.label, entry.item.owner) if entry else name


def pains(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields what hurts: whose it is, and how grave and likely."""
    for entry in placed_step.pains:
        pain = entry.pain
        who = " · ".join(journey_map.person_label(person) for person in pain.of)
        known = pain_standing(journey_map, placed_step, entry)
        assumed = is_scored(entry) and known is Standing.ASSUMED
        yield with_more(
            f"{who}: {pain.text}" if who else pain.text,
            _of(journey_map, "severity", pain.severity, 4),
            _of(journey_map, "probability", pain.probability, 4),
            label("assumed-share", journey_map.journey.language) if assumed else "",
        )


def ideas(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Reference]:
    """Yields what could be better, with the ticket or page of each."""
    say = partial(label, language=journey_map.journey.language)
    for entry in placed_step.opportunities:
        idea, route = entry.opportunity, entry.route
        solved = (journey_map.label_of(name, Namespace.PAIN, route) for name in idea.solves)
        against = ", ".join(solved)
        words = with_more(
            idea.text,
            idea.owner,
            _of(journey_map, "idea-impact", idea.impact, 5),
            _of(journey_map, "idea-effort", idea.effort, 5),
            idea.from_ and say("idea-voice").format(who=say(f"voice-{idea.from_}")),
            against and say("idea-solves").format(items=against),
        )
        yield Reference(text=words, link=idea.link or "")


def given(journey_map: JourneyMap, names: Sequence[str]) -> Iterator[str]:
    """Yields what the persona gives, and whether later steps are to use it, where that is said."""
    for name in names:
        found = journey_map.information.find(name)
        said = found.item.at_once if found else None
        more = {None: "", True: "at-once-yes", False: "at-once-no"}[said]
        text = journey_map.information.label_of(name)
        yield with_more(text, label(more, journey_map.journey.language) if more else "")


def durations(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields how long a step takes, and what says so."""
    step = placed_step.step
    if words := time_words(journey_map, placed_step, step.duration, step.durations):
        yield with_more(words, *_sources(journey_map, step.duration, step.durations))


def waits(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields how long one waits after a step, whether that is known and meant, and what says so."""
    step, language = placed_step.step, journey_map.journey.language
    if words := time_words(journey_map, placed_step, step.wait, step.waits):
        manners: dict[str, None] = {}
        for wait in filter(None, (step.wait, *step.waits.values())):
            if wait.announced is not None:
                manners["announced" if wait.announced else "unannounced"] = None
            if wait.planned is not None:
                manners["planned" if wait.planned else "unplanned"] = None
        told = (label(manner, language) for manner in manners)
        yield with_more(words, *told, *_sources(journey_map, step.wait, step.waits))


def _sources(
    journey_map: JourneyMap,
    time: ActiveTime | Wait | None,
    each: Mapping[str, ActiveTime] | Mapping[str, Wait],
) -> Iterator[str]:
    """Yields the evidence that times name themselves, once each."""
    names = (name for one in (time, *each.values()) if one for name in one.evidence)
    return map(journey_map.evidence.label_of, dict.fromkeys(names))


def deadlines(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields how soon a step is to begin, and after which step."""
    if within := placed_step.step.within:
        after = journey_map.label_of(within.after, Namespace.STEP) if within.after else ""
        yield with_more(
            said(within.time, journey_map.journey.language), f"← {after}" if after else ""
        )


def handoffs(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields who takes over, what they need and what they get, and how they can ask back."""
    return (_handoff(journey_map, handoff) for handoff in placed_step.step.handoff)


def _handoff(journey_map: JourneyMap, handoff: Handoff) -> str:
    items = journey_map.information.label_of
    ask_back = journey_map.channels.label_of(handoff.ask_back) if handoff.ask_back else ""
    told = {
        "handoff-needs": ", ".join(map(items, handoff.needs)),
        "handoff-carries": ", ".join(map(items, handoff.carries)),
        "ask-back": ask_back,
    }
    language = journey_map.journey.language
    more = (label(key, language).format(items=said) for key, said in told.items() if said)
    return with_more(journey_map.person_label(handoff.to), *more)


def leaks(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields who leaves, where to and why, and the ends that are no success."""
    for leak in placed_step.step.leaks:
        share = share_words(journey_map, placed_step, leak)
        to = f"→ {journey_map.person_label(leak.to)}" if leak.to else ""
        words = " ".join(part for part in (share, to) if part)
        told = ": ".join(part for part in (words, leak.why or "") if part)
        yield with_more(told, evidence_names(journey_map, leak.evidence))
    yield from end_words(journey_map, placed_step)


def ways(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields the ways that depart from the order, but for ends that `leaks` tells."""
    for way in placed_step.step.next:
        if slug(way.to) != END or way.counts in {None, Outcome.COMPLETED}:
            yield _way(journey_map, placed_step, way)
        elif way.evidence:
            yield with_more(
                f"→ {_goal(journey_map, way)}", evidence_names(journey_map, way.evidence)
            )


def _way(journey_map: JourneyMap, placed_step: PlacedStep, way: Way) -> str:
    language = journey_map.journey.language
    say = partial(label, language=language)
    assumed = is_assumed(journey_map, placed_step, way.evidence)
    tell = partial(percent, assumed=assumed, language=language)
    share = each_or_all(journey_map, way.share, way.shares, tell)
    head = marked(share, language, assumed=assumed and bool(share))
    words = " ".join(part for part in (head, f"→ {_goal(journey_map, way)}") if part)
    planned = {None: "", True: say("planned"), False: say("unplanned")}[way.planned]
    told = f"{words}: {way.why}" if way.why else words
    return with_more(told, planned, evidence_names(journey_map, way.evidence))


def _goal(journey_map: JourneyMap, way: Way) -> str:
    if slug(way.to) == END:
        return label("the-end", journey_map.journey.language)
    return journey_map.label_of(way.to, Namespace.STEP)
