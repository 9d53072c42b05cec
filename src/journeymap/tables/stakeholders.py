"""Person × step: what the journey is for everybody who has a part in it."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.matrices import Contact
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word


def build(analysis: Analysis) -> Sheet:
    """Tells need, emotion and channel of every person at each step they have a part in."""
    found, matrix = analysis.map, analysis.people_matrix
    language = found.journey.language
    contacts = [
        (who, placed, contact)
        for who, cells in zip(matrix.rows, matrix.cells, strict=True)
        for placed, contact in zip(matrix.columns, cells, strict=True)
        if contact
    ]
    assumed = any(each.emotion and is_assumed(found, placed) for _, placed, each in contacts)
    columns = (
        Column(key="person", title=word("person", language)),
        Column(key="number", title=word("number", language), kind=Kind.NUMBER),
        *(
            Column(key=key, title=word(key, language))
            for key in ("step", "emotion", "need", "channel")
        ),
    )
    return Sheet(
        title=found.journey.title,
        lines=() if contacts else (word("no-people", language),),
        table=Table(
            columns=columns,
            rows=tuple(tuple(_row(found, *each)) for each in contacts),
            grouped_by="person",
        ),
        head={"journey": found.id, "view": "stakeholders"},
        key="people",
        records=tuple(_record(found, *each) for each in contacts),
        spare=("channel",),
        notes=(word("note-assumed", language),) if assumed else (),
    )


def _row(found: JourneyMap, who: str, placed: PlacedStep, contact: Contact) -> Iterator[Cell]:
    name = found.person_label(who)
    yield name
    yield placed.position + 1
    absent = word("absent", found.journey.language).format(who=placed.label)
    yield placed.label if contact.present else absent
    yield _emotion(found, placed, contact)
    yield contact.need
    yield tuple(map(found.channels.label_of, contact.channels))


def _emotion(found: JourneyMap, placed: PlacedStep, contact: Contact) -> str | None:
    if contact.emotion is None:
        return None
    mark = f" {word('assumed', found.journey.language)}" if is_assumed(found, placed) else ""
    return contact.emotion.written.replace("-", "−") + mark


def _record(found: JourneyMap, who: str, placed: PlacedStep, contact: Contact) -> dict[str, object]:
    return {
        "person": who or None,
        "step": placed.id,
        "present": contact.present,
        "need": contact.need,
        "emotion": contact.emotion.value if contact.emotion else None,
        "written": contact.emotion.written if contact.emotion else None,
        "assumed": is_assumed(found, placed) if contact.emotion else None,
        "channels": list(contact.channels),
    }
