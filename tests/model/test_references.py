"""The walk reaches every reference that the models declare."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from journeymap.model.fields import Namespace, Node, Ref, shapes
from journeymap.model.journey import Journey
from journeymap.model.references import references_in
from journeymap.model.step import Step
from journeymap.workspace.load import Loader

STEP = Step.model_validate(
    {
        "action": "Is referred",
        "actor": "gp",
        "with": ("son", "nurse"),
        "need": {"": "Speed", "gp": "Papers"},
        "expected": {"son": {"rating": 4}},
        "pains": ({"text": "Late", "of": ("son",), "evidence": ("study",)},),
        "handoff": ({"to": "nurse", "needs": ("x-ray",), "carries": ()},),
        "next": ({"to": "end"},),
    }
)


def filled(model: type[Node], names: Iterator[str]) -> dict[str, Any]:
    """A part of a map as it is written, with a name of its own in every field that refers."""
    written: dict[str, Any] = {}
    for shape in shapes(model).values():
        if isinstance(shape.kind, Ref):
            written[shape.name] = next(names)
        elif shape.per_person:
            written[shape.name] = {next(names): shape.examples[0]}
        elif isinstance(shape.kind, type) and issubclass(shape.kind, Node):
            written[shape.name] = filled(shape.kind, names)
        elif shape.required and shape.name not in model.instead:
            written[shape.name] = shape.examples[0]
    return written


def test_every_declared_reference_is_reached(tmp_path: Path) -> None:
    given: list[str] = []

    def names() -> Iterator[str]:
        for i in count():
            given.append(f"name {i}")
            yield given[-1]

    path = tmp_path / "full.journey.yaml"
    path.write_text(json.dumps(filled(Journey, names())), encoding="utf-8")
    model = Loader().load([path]).files[path].model
    assert isinstance(model, Journey)
    assert len(given) > 50
    assert {each.text for each in references_in(model)} == set(given)


def test_routes_name_the_keys_of_the_file() -> None:
    found = {(each.route, each.to, each.text) for each in references_in(STEP, ("steps", 3))}
    at = ("steps", 3)
    assert found == {
        ((*at, "actor"), Namespace.PERSON, "gp"),
        ((*at, "with", 0), Namespace.PERSON, "son"),
        ((*at, "with", 1), Namespace.PERSON, "nurse"),
        ((*at, "need", "gp"), Namespace.PERSON, "gp"),
        ((*at, "expected", "son"), Namespace.PERSON, "son"),
        ((*at, "pains", 0, "of", 0), Namespace.PERSON, "son"),
        ((*at, "pains", 0, "evidence", 0), Namespace.EVIDENCE, "study"),
        ((*at, "handoff", 0, "to"), Namespace.PERSON, "nurse"),
        ((*at, "handoff", 0, "needs", 0), Namespace.INFORMATION, "x-ray"),
        ((*at, "next", 0, "to"), Namespace.STEP, "end"),
    }


def test_only_keys_per_person_are_keys() -> None:
    keys = [each.route[-1] for each in references_in(STEP) if each.is_key]
    assert keys == ["gp", "son"]


def test_a_reference_that_is_not_written_is_none() -> None:
    empty = Step.model_validate({"action": "Waits", "handoff": ({"to": ""},)})
    assert list(references_in(empty)) == []
