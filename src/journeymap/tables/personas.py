"""Personas: whose journey it is, with all that is known of them."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.model.fields import shapes
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.people import Persona
from journeymap.model.plain import plain
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import Column, Reader, Table
from journeymap.words.facts import Fact
from journeymap.words.labels import label
from journeymap.words.profiles import described, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What is known of a persona in one respect.

    Attributes:
        persona: who it is.
        fact: what is known; None where nothing is.
    """

    persona: Defined[Persona]
    fact: Fact | None


def build(analysis: Analysis) -> Table[_Line]:
    """Tells all that is known of each persona, a line for each respect."""
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    personas = described(journey_map)
    return Table(
        title=journey_map.journey.title,
        lines=() if personas else (label("no-personas", language),),
        columns=tuple(_columns(journey_map)),
        items=tuple(line for each in personas for line in _lines(journey_map, each)),
        head={"journey": journey_map.id, "view": "personas"},
        key="personas",
        bare=True,
        all_items=tuple(_Line(persona=each, fact=None) for each in personas),
    )


def _lines(journey_map: JourneyMap, persona: Defined[Persona]) -> Iterator[_Line]:
    known = profile(journey_map, persona)
    yield from (_Line(persona=persona, fact=fact) for fact in known)
    if not known:
        yield _Line(persona=persona, fact=None)


def _columns(journey_map: JourneyMap) -> Iterator[Column[_Line]]:
    language = journey_map.journey.language
    yield Column(key="id", title="Id", value=lambda line: line.persona.id, reader=Reader.PROGRAMS)
    yield Column(
        title=label("persona", language), value=lambda line: line.persona.label, heading=True
    )
    yield Column(
        title=label("field", language), value=lambda line: line.fact.label if line.fact else None
    )
    yield Column(
        title=label("value", language),
        value=lambda line: tuple(each.text for each in line.fact.entries) if line.fact else None,
    )
    yield Column(key="name", json=lambda line: line.persona.label)
    yield Column(key="protagonist", json=lambda line: line.persona.id == journey_map.persona_id)
    for name in shapes(Persona):
        if name not in {"id", "name"}:
            yield Column(key=name, json=partial(_written, name))


def _written(name: str, line: _Line) -> object:
    return plain(line.persona.item).get(name)
