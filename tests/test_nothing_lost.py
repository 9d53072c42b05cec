"""Nothing that is written is lost: every field is in what `show` prints, and in the web page."""

import json
import re
from collections.abc import Collection, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.analysis.reading import analyse
from tests.written_map import Place, Written, changed, scalars, text_of

from journeymap import Drawing, Format, load, render
from journeymap.analysis.analysis import Analysis
from journeymap.backends import page_story
from journeymap.backends.drawing import Subject
from journeymap.cli.show import View
from journeymap.tables.table import Reader, Table, to_json
from journeymap.terminal.map_record import describe

LEFT_OUT: dict[Place, str] = {
    ("journeymap",): "the version of the language tells nothing of the journey",
    ("language",): "it is the language in which all else is told",
    ("steps",): "a map has stages or steps at its top; steps are told alike",
    ("stages", "steps", "pains", "pain"): "it stands in place of a text, which is told",
    ("stages", "steps", "opportunities", "opportunity"): "it stands in place of a text",
}
"""Fields of which nothing is to be found, and why."""
NOT_IN_PAGES: dict[Place, str] = {
    ("stages", "steps", "next", "counts"): "at a way that leads on it has no effect (JM118)",
}
"""Fields that programs get from `show`, and no page tells, and why."""


@pytest.fixture(scope="module")
def written() -> tuple[Written, dict[str, Any]]:
    """What is to be found, and the map."""
    found = Written(skip=frozenset(LEFT_OUT))
    return found, found.map()


def shown(analysis: Analysis) -> str:
    """All that `show` prints of a map as JSON."""
    tables = (import_module(f"journeymap.tables.{v}") for v in View if v is not View.MAP)
    data = [describe(analysis.journey_map)]
    data += [json.loads(to_json(table.build(analysis))) for table in tables]
    return "\n".join(scalars(data))


def paged(analysis: Analysis) -> str:
    """All that a web page tells besides its pictures, with the words of its subtitle."""
    story = page_story.story(analysis, Drawing(form=Format.HTML), (), ())
    cards = [card for section in story.sections for card in section.cards]
    facts = [fact for each in story.details for fact in each.facts]
    facts += [fact for card in cards for fact in card.facts]
    words = [f"{entry.text} {entry.link}" for fact in facts for entry in fact.entries]
    words += [f"{card.title}" for card in cards]
    words += [f"{each.stage} {each.title}" for each in story.details]
    words += (cell for table in story.registers for cell in cells(table))
    return "\n".join([analysis.journey_map.journey.title, story.subtitle, *words])


def cells(table: Table[Any]) -> Iterator[str]:
    columns = table.columns_for(Reader.PEOPLE)
    return (column.shown(item) for item in table.items for column in columns)


def lost(words: dict[Place, str], text: str, known: Collection[Place] = ()) -> list[Place]:
    """The places of which nothing is found."""
    found = set(re.findall(r"\w+", text))
    return [place for place, word in words.items() if word not in found and place not in known]


def test_every_word_is_in_what_show_prints(written: tuple[Written, dict[str, Any]]) -> None:
    found, told = written
    assert len(found.words) > 90
    assert lost(found.words, shown(analyse(text_of(told)))) == []


def test_every_word_is_in_the_page(written: tuple[Written, dict[str, Any]]) -> None:
    found, told = written
    assert lost(found.words, paged(analyse(text_of(told))), NOT_IN_PAGES) == []


def test_the_page_is_written_with_them(written: tuple[Written, dict[str, Any]]) -> None:
    found, told = written
    subject = Subject(journey_map=analyse(text_of(told)).journey_map)
    (page,) = render([subject], Drawing(form=Format.HTML)).files
    words = {place: word for place, word in found.words.items() if word.startswith("qz")}
    assert lost(words, page.decode(), NOT_IN_PAGES) == []


def test_other_values_of_few_are_told_otherwise(written: tuple[Written, dict[str, Any]]) -> None:
    found, told = written
    assert len(found.closed) > 60
    as_written = analyse(text_of(told))
    data, page = shown(as_written), paged(as_written)
    same = []
    for place, value in found.closed.items():
        other = analyse(text_of(changed(told, place, value)))
        same += [("show", place)] * (shown(other) == data)
        same += [("page", place)] * (paged(other) == page and place not in NOT_IN_PAGES)
    assert same == []


LIBRARY = """external_changes: [qzlaw]
personas: [{id: ana, name: Ana, goals: qzgoal}]
stakeholders: [{id: gp, name: GP, needs: qzneed}]
channels: [{id: phone, name: Phone, owner: qzowner}]
evidence: [{id: talks, kind: interview, note: qznote}]
metrics: [{id: wait, name: qzmetric}]
pains: [{id: queue, text: qzpain}]
opportunities: [{id: line, text: qzidea, pilots: {learned: qzlearned}}]
"""
USING = """title: A
uses: [a.library.yaml]
persona: ana
steps:
  - {action: B, with: gp, channel: phone, evidence: talks, metrics: {metric: wait, value: 1},
     pains: {pain: queue}, opportunities: {opportunity: line}}
"""


def test_what_a_library_says_is_told_where_a_map_uses_it(tmp_path: Path) -> None:
    (tmp_path / "a.library.yaml").write_text(LIBRARY, encoding="utf-8")
    path = tmp_path / "a.journey.yaml"
    path.write_text(USING, encoding="utf-8")
    analysis = load(path).analysis
    assert analysis is not None
    words: dict[Place, str] = {(word,): word for word in re.findall(r"qz\w+", LIBRARY)}
    assert len(words) == 9
    assert (lost(words, shown(analysis)), lost(words, paged(analysis))) == ([], [])


def test_what_an_end_counts_as_is_told_where_it_ends() -> None:
    page = paged(analyse("title: A\nsteps: [{action: B, next: {to: end, counts: lost}}, C]\n"))
    assert "without what they came for" in page


def test_reasons_are_of_fields_that_there_are() -> None:
    found = Written(skip=frozenset({("steps",)}))
    found.map()
    assert {*found.words, *found.closed} >= {*NOT_IN_PAGES, *LEFT_OUT} - {("steps",)}
