"""All that a map says of a step, as labelled words: what a picture has no room for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from journeymap.analysis.beside import named
from journeymap.analysis.evidence import is_assumed
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.sheet.cell_texts import channels_of_each
from journeymap.views.sheet.content import share_words, time_words, wait_words
from journeymap.views.sheet.ends import end_words
from journeymap.words.labels import label, marked
from journeymap.words.times import said
from journeymap.words.whose import quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that lead somewhere.

    Attributes:
        text: the words.
        link: where they lead; "" for nowhere.
    """

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a step says in one respect.

    Attributes:
        label: the respect.
        entries: what is said; at least one.
    """

    label: str
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A step in words.

    Attributes:
        key: its id.
        stage: name of its stage; "" for an unnamed one.
        title: what happens.
        facts: all else that is said of it.
    """

    key: str
    stage: str
    title: str
    facts: tuple[Fact, ...]


_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")

_Reader = Callable[[JourneyMap, PlacedStep], Iterable[str | Reference]]


def _per_person(field: str) -> _Reader:
    """Returns a reader of a field whose values are given per person."""

    def read(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
        values: Mapping[str, Any] = getattr(placed_step.step, field)
        for name, value in journey_map.with_names(values):
            words = _worded(value, _scale(journey_map, field))
            if getattr(value, "rating", None) is not None:
                assumed = is_assumed(journey_map, placed_step, value.evidence)
                words = marked(words, journey_map.journey.language, assumed=assumed)
            yield f"{name}: {words}" if name else words

    return read


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


def _texts(field: str) -> _Reader:
    """Returns a reader of a field that holds texts."""
    return lambda _, placed_step: getattr(placed_step.step, field)


def _quotes(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    return quotes(journey_map, placed_step)


def _people(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    return (journey_map.person_label(who) for who in journey_map.present(placed_step) if who)


def _channels(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    return iter(channels_of_each(journey_map, placed_step))


def _pains(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    for entry in placed_step.pains:
        pain = entry.pain
        who = " · ".join(journey_map.person_label(person) for person in pain.of)
        weight = (
            _of(journey_map, "severity", pain.severity, 4),
            _of(journey_map, "probability", pain.probability, 4),
        )
        yield _with(f"{who}: {pain.text}" if who else pain.text, weight)


def _ideas(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    for entry in placed_step.opportunities:
        idea = entry.opportunity
        scores = (
            _of(journey_map, "idea-impact", idea.impact, 5),
            _of(journey_map, "idea-effort", idea.effort, 5),
        )
        yield _with(idea.text, (idea.owner or "", *scores))


def _with(text: str, more: Iterable[str]) -> str:
    """Returns a text with what is said besides, in brackets."""
    extra = " · ".join(filter(None, more))
    return f"{text} ({extra})" if extra else text


def _waits(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    if wait := wait_words(journey_map, placed_step):
        yield wait


def _durations(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    step = placed_step.step
    if duration := time_words(journey_map, placed_step, step.duration, step.durations):
        yield duration


def _beside(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    if other := named(journey_map, placed_step):
        yield other.label


def _deadlines(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Gives how soon a step is to begin, and after which step."""
    if within := placed_step.step.within:
        after = journey_map.label_of(within.after, Namespace.STEP) if within.after else ""
        yield _with(said(within.time, journey_map.journey.language), (f"← {after}" * bool(after),))


def _handoffs(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    return (journey_map.person_label(handoff.to) for handoff in placed_step.step.handoff)


def _leaks(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    for leak in placed_step.step.leaks:
        share = share_words(journey_map, placed_step, leak)
        to = f"→ {leak.to}" if leak.to else ""
        words = " ".join(part for part in (share, to) if part)
        yield ": ".join(part for part in (words, leak.why or "") if part)
    yield from end_words(journey_map, placed_step)


def _moments(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    return (label(moment.value, journey_map.journey.language) for moment in placed_step.step.moment)


def _evidence(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Reference]:
    for name in placed_step.step.evidence:
        entry = journey_map.evidence.find(name)
        link = entry.item.link if entry else None
        yield Reference(text=journey_map.evidence.label_of(name), link=link or "")


def _inner(_journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Reference]:
    if placed_step.step.journey:
        yield Reference(text=placed_step.step.journey, link=placed_step.step.journey)


def _notes(_journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    if placed_step.step.note:
        yield placed_step.step.note


def _touchpoints(_journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    if placed_step.step.touchpoint:
        yield placed_step.step.touchpoint


_READERS: Mapping[str, _Reader] = {
    "emotion": _per_person("emotion"),
    "needs": _per_person("need"),
    "thoughts": _per_person("thought"),
    "quotes": _quotes,
    "importance": _per_person("importance"),
    "expectations": _per_person("expected"),
    "perceived": _per_person("perceived"),
    "people": _people,
    "channel": _channels,
    "touchpoint": _touchpoints,
    "moments": _moments,
    "gains": _texts("gains"),
    "pains": _pains,
    "opportunities": _ideas,
    "duration": _durations,
    "runs-beside": _beside,
    "deadline": _deadlines,
    "wait-time": _waits,
    "handed-over": _handoffs,
    "leak": _leaks,
    "frontstage": _texts("frontstage"),
    "backstage": _texts("backstage"),
    "systems": _texts("systems"),
    "evidence": _evidence,
    "inner-map": _inner,
    "note": _notes,
}
"""What is told of a step, in order, by the key of its label."""


def _facts(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Fact]:
    for key, read in _READERS.items():
        entries = tuple(
            Reference(text=each) if isinstance(each, str) else each
            for each in read(journey_map, placed_step)
        )
        if entries:
            yield Fact(label=label(key, journey_map.journey.language), entries=entries)


def details(journey_map: JourneyMap) -> tuple[Detail, ...]:
    """Returns the steps of a map in words, in order, in the language of the map."""
    return tuple(
        Detail(
            key=placed_step.id,
            stage=placed_step.stage.label,
            title=placed_step.label,
            facts=tuple(_facts(journey_map, placed_step)),
        )
        for placed_step in journey_map.steps
    )
