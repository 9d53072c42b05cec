"""Every field of the language: what it comes to say is one difference, and it has a name."""

from typing import Any

import pytest
from tests.analysis.reading import analyse
from tests.compare.applying import applied
from tests.written_map import Place, Written, changed, text_of

from journeymap.compare.difference import Differences, How, differences
from journeymap.compare.field_words import field_label, told, written
from journeymap.compare.record import Record
from journeymap.compare.recorder import record_of
from journeymap.model.languages import LANGUAGES

SKIP: dict[Place, str] = {
    ("journeymap",): "the version of the language tells nothing of the journey",
    ("steps",): "a map has stages or steps at its top",
    ("stages", "steps", "pains", "pain"): "it stands in place of a text",
    ("stages", "steps", "opportunities", "opportunity"): "it stands in place of a text",
}
FOUND = Written(skip=frozenset(SKIP))
MAP = FOUND.map()
KEYS = {place for place in FOUND.words if place[-1] == "key"}
NEW = {**FOUND.closed, **{place: None for place in FOUND.words if place not in KEYS}}
"""Another value for each field; None where any will do."""


def record(data: dict[str, Any]) -> Record:
    return record_of(analyse(text_of(data)).journey_map)


FIRST = record(MAP)


def value_at(place: Place) -> Any:  # noqa: ANN401 - whatever YAML holds
    at: Any = MAP
    for name in place:
        at = at[0][name] if isinstance(at, list) else at[name]
    return at[0] if isinstance(at, list) else at


def another(place: Place) -> Any:  # noqa: ANN401 - as above
    if NEW[place] is not None:
        return NEW[place]
    now = value_at(place)
    if isinstance(now, dict):
        return dict.fromkeys(now, "another")
    if isinstance(now, int):
        return now + 1
    word = FOUND.words[place]
    return now.replace(word, "1880" if word.isdigit() and "-" in now else f"{word}9"[-4:])


def between(data: dict[str, Any]) -> Differences:
    return differences(FIRST, record(data))


@pytest.mark.parametrize("place", NEW, ids=".".join)
def test_another_value_is_one_difference_that_makes_the_other_map(place: Place) -> None:
    found = between(changed(MAP, place, another(place)))
    assert len(found.all) == 1, [(each.how, each.path) for each in found.all]
    made = applied(found.first, found.all, found.pairs)
    assert {key: each.fields for key, each in made.entries.items()} == {
        key: each.fields for key, each in found.second.entries.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_and_its_value_words(language: str) -> None:
    lacking = set[str]()
    for entry in FIRST.entries.values():
        for path in entry.fields:
            name = field_label(entry, path, language)
            raw = written(path).replace("_", " ")
            if language != "en" and name.lower() == raw.lower() and name not in SAME_EVERYWHERE:
                lacking.add(name)
    assert lacking == set()


SAME_EVERYWHERE = frozenset({"Id", "Persona", "Segment", "Moment"})
"""Names that are spelt alike in one of the languages."""


def test_values_are_told_in_words_and_never_as_data() -> None:
    data = changed(MAP, ("title",), "Another")
    (title,) = between(data).all
    assert title.how is How.RENAMED
    assert told(title, FIRST, record(data), "en").after == "Another"
    for entry in FIRST.entries.values():
        for path, value in entry.fields.items():
            each = type(title)(how=How.CHANGED, first=entry, second=entry, path=path, after=value)
            words = told(each, FIRST, FIRST, "en")
            assert words.after
            assert "(" not in words.after or "Ref(" not in words.after
            assert "Duration" not in words.after
