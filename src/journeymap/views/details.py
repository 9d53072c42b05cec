"""All that a map says of a step, as labelled words: what a picture has no room for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from journeymap.model.fields import PERSONA
from journeymap.model.map import JourneyMap, PlacedStep
from journeymap.records import dataclass
from journeymap.views.content import percent
from journeymap.views.wording import label


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


_Reader = Callable[[JourneyMap, PlacedStep], Iterable[str | Reference]]


def _per_person(field: str) -> _Reader:
    """Returns a reader of a field whose values are given per person."""

    def read(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
        values: Mapping[str, Any] = getattr(placed.step, field)
        for who, value in values.items():
            words = _worded(value)
            own = who == PERSONA or found.person_id(who) == found.persona_id
            yield words if own else f"{found.person_label(who)}: {words}"

    return read


def _worded(value: object) -> str:
    """Returns a text, a feeling or an expectation as it was written."""
    if isinstance(value, str):
        return value
    written = getattr(value, "written", None)
    if written is not None:
        return str(written)
    parts = (getattr(value, "text", None), getattr(value, "rating", None))
    return " · ".join(
        f"{part:g}" if isinstance(part, float) else str(part) for part in parts if part
    )


def _texts(field: str) -> _Reader:
    """Returns a reader of a field that holds texts."""
    return lambda _, placed: getattr(placed.step, field)


def _people(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    return (found.person_label(who) for who in found.present(placed) if who)


def _channels(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    return (found.channels.label_of(name) for name in placed.step.channel)


def _pains(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    for entry in placed.pains:
        who = " · ".join(found.person_label(person) for person in entry.pain.of)
        yield f"{who}: {entry.pain.text}" if who else entry.pain.text


def _ideas(_found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    for entry in placed.opportunities:
        owner = entry.opportunity.owner
        yield f"{entry.opportunity.text} ({owner})" if owner else entry.opportunity.text


def _waits(_found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    if placed.step.wait:
        yield placed.step.wait.time.written


def _handoffs(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    return (found.person_label(handoff.to) for handoff in placed.step.handoff)


def _leaks(_found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    for leak in placed.step.leaks:
        share = percent(leak.share) if leak.share is not None else ""
        to = f"→ {leak.to}" if leak.to else ""
        words = " ".join(part for part in (share, to) if part)
        yield ": ".join(part for part in (words, leak.why or "") if part)


def _moments(found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    return (label(moment.value, found.journey.language) for moment in placed.step.moment)


def _evidence(found: JourneyMap, placed: PlacedStep) -> Iterator[Reference]:
    for name in placed.step.evidence:
        entry = found.evidence.find(name)
        link = entry.item.link if entry else None
        yield Reference(text=found.evidence.label_of(name), link=link or "")


def _inner(_found: JourneyMap, placed: PlacedStep) -> Iterator[Reference]:
    if placed.step.journey:
        yield Reference(text=placed.step.journey, link=placed.step.journey)


def _notes(_found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    if placed.step.note:
        yield placed.step.note


def _touchpoints(_found: JourneyMap, placed: PlacedStep) -> Iterator[str]:
    if placed.step.touchpoint:
        yield placed.step.touchpoint


_READERS: Mapping[str, _Reader] = {
    "emotion": _per_person("emotion"),
    "needs": _per_person("need"),
    "thoughts": _per_person("thought"),
    "expectations": _per_person("expected"),
    "people": _people,
    "channel": _channels,
    "touchpoint": _touchpoints,
    "moments": _moments,
    "gains": _texts("gains"),
    "pains": _pains,
    "opportunities": _ideas,
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


def _facts(found: JourneyMap, placed: PlacedStep) -> Iterator[Fact]:
    for key, read in _READERS.items():
        entries = tuple(
            Reference(text=each) if isinstance(each, str) else each for each in read(found, placed)
        )
        if entries:
            yield Fact(label=label(key, found.journey.language), entries=entries)


def details(found: JourneyMap) -> tuple[Detail, ...]:
    """Returns the steps of a map in words, in order, in the language of the map."""
    return tuple(
        Detail(
            key=placed.id,
            stage=placed.stage.label,
            title=placed.label,
            facts=tuple(_facts(found, placed)),
        )
        for placed in found.steps
    )
