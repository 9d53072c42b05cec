"""Person × step: what the journey is for everybody who has a part in it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.continuity import Continuity
from journeymap.analysis.evidence import lacks_grounds
from journeymap.analysis.matrices import Contact
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.plain import plain
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import NOTHING, Cell, Column, Kind, Reader, Table
from journeymap.words.labels import label
from journeymap.words.profiles import involved, profile
from journeymap.words.times import number

_CONTINUITY = (
    *("coc", "upc", "secon", "contacts", "parties", "known", "of", "expected", "assumed"),
)
"""What JSON tells of the continuity of care."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The part that somebody has in a step.

    Attributes:
        person: an id.
        step: the step.
        contact: what it is for the person.
        assumed: whether the emotion rests on assumptions; None where it is unknown.
    """

    person: str
    step: PlacedStep
    contact: Contact
    assumed: bool | None


def build(analysis: Analysis) -> Table[_Part]:
    """Tells need, emotion and channel of every person at each step they have a part in."""
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    parts, none = tuple(_parts(analysis)), label("no-people", language)
    return Table(
        title=journey_map.journey.title,
        lines=(
            *(_lines(analysis.continuity, language) if parts else (none,)),
            *_lines_of_each(analysis),
            *_profiles(journey_map),
        ),
        columns=tuple(_columns(journey_map)),
        items=parts,
        head={
            "journey": journey_map.id,
            "view": "stakeholders",
            "stakeholders": [
                {"id": each.id, "name": each.label, **plain(each.item, frozenset({"id", "name"}))}
                for each in involved(journey_map)
            ],
            "continuity": {**_record(analysis.continuity), **_of_each(analysis)},
        },
        key="people",
        notes=tuple(_notes(analysis.continuity, parts, language)),
    )


def _lines(found: Continuity, language: str | None) -> Iterator[str]:
    """Tells continuity of care where there are contacts enough, and of how many steps."""
    if found.coc is None:
        return
    mark = f" {label('assumed', language)}" if found.assumed else ""
    figures = {
        name: NOTHING if (figure := getattr(found, name)) is None else number(figure, language)
        for name in ("contacts", "coc", "upc", "secon")
    }
    yield label("continuity", language).format(
        **figures,
        parties=found.parties,
        known=found.known,
        of=found.of,
        mark=mark,
    )


def _lines_of_each(analysis: Analysis) -> Iterator[str]:
    """Tells the same of each of several personas, where they differ."""
    journey_map = analysis.journey_map
    each = {who: own.continuity for who, own in analysis.of_each.items()}
    if len(set(each.values())) > 1:
        for who, found in each.items():
            for line in _lines(found, journey_map.journey.language):
                yield f"{journey_map.short_label(who)}: {line[:1].lower()}{line[1:]}"


def _record(found: Continuity) -> dict[str, object]:
    return {name: getattr(found, name) for name in _CONTINUITY}


def _of_each(analysis: Analysis) -> dict[str, object]:
    own = {who: _record(each.continuity) for who, each in analysis.of_each.items()}
    return {"of_each": own} if own else {}


def _profiles(journey_map: JourneyMap) -> Iterator[str]:
    """Tells what is known of each stakeholder, a line for each of whom there is anything."""
    for who in involved(journey_map):
        known = (
            f"{fact.label}: {', '.join(entry.text for entry in fact.entries)}"
            for fact in profile(journey_map, who)
        )
        if words := ". ".join(known):
            yield f"{who.label}. {words}"


def _notes(found: Continuity, parts: Iterable[_Part], language: str | None) -> Iterator[str]:
    if found.coc is not None:
        yield label("note-continuity", language)
    if found.assumed or any(part.assumed for part in parts):
        yield label("note-assumed", language)


def _parts(analysis: Analysis) -> Iterator[_Part]:
    journey_map, matrix = analysis.journey_map, analysis.people_matrix
    for person, contacts in zip(matrix.rows, matrix.cells, strict=True):
        for step, contact in zip(matrix.columns, contacts, strict=True):
            if contact:
                assumed = lacks_grounds(journey_map, step) if contact.emotion else None
                yield _Part(person=person, step=step, contact=contact, assumed=assumed)


def _value(part: _Part) -> float | None:
    return part.contact.emotion.value if part.contact.emotion else None


def _words(say: Callable[[str], str]) -> Iterator[Column[_Part]]:
    """Yields what somebody thinks and says at a step, below its row."""
    for key, value in (
        ("thought", lambda part: part.contact.thought),
        ("quote", lambda part: part.contact.quote),
    ):
        title = say("quotes" if key == "quote" else key)
        yield Column(key=key, title=title, value=value, below=f"{title}:")


def _columns(journey_map: JourneyMap) -> Iterator[Column[_Part]]:
    say = partial(label, language=journey_map.journey.language)

    def step(part: _Part) -> str:
        name = part.step.label
        return name if part.contact.present else say("absent").format(who=name)

    def emotion(part: _Part) -> Cell:
        if part.contact.emotion is None:
            return None
        written = part.contact.emotion.written.replace("-", "−")
        return f"{written} {say('assumed')}" if part.assumed else written

    yield Column(
        key="person",
        title=say("person"),
        value=lambda part: journey_map.person_label(part.person),
        json=lambda part: part.person or None,
        heading=True,
    )
    yield Column(title=say("number"), kind=Kind.NUMBER, value=lambda part: part.step.position + 1)
    yield Column(key="step", title=say("step"), value=step, json=lambda part: part.step.id)
    yield Column(key="present", json=lambda part: part.contact.present)
    yield Column(title=say("emotion"), value=emotion)
    yield Column(title=say("emotion-value"), value=_value, reader=Reader.PROGRAMS)
    yield Column(key="need", title=say("need"), value=lambda part: part.contact.need)
    yield from _words(say)
    yield Column(key="emotion", json=_value)
    yield Column(
        key="written", json=lambda part: part.contact.emotion and part.contact.emotion.written
    )
    yield Column(key="assumed", json=lambda part: part.assumed)
    yield Column(
        key="channels",
        title=say("channel"),
        value=lambda part: tuple(map(journey_map.channels.label_of, part.contact.channels)),
        json=lambda part: part.contact.channels,
        spare=1,
    )
