"""What a finding is about: the places that another rule's finding may tell of as well."""

import pytest

from journeymap.findings import Finding
from journeymap.linter.found import Found
from journeymap.linter.registry import RULES
from journeymap.model.names import Route

FLAT = ("steps", 1)
STAGED = ("stages", 0, "steps", 1)


@pytest.mark.parametrize(
    ("route", "places", "own"),
    [
        ((), [()], [()]),
        (("title",), [("title",)], [("title",)]),
        (FLAT, [FLAT], [FLAT]),
        ((*FLAT, "need"), [FLAT], []),  # a field of a step
        ((*FLAT, "pains"), [FLAT], []),
        ((*FLAT, "pains", 0), [(*FLAT, "pains", 0), FLAT], [(*FLAT, "pains", 0)]),
        ((*FLAT, "pains", 0, "text"), [(*FLAT, "pains", 0), FLAT], [(*FLAT, "pains", 0)]),
        ((*STAGED, "opportunities", 2), [(*STAGED, "opportunities", 2), STAGED],
         [(*STAGED, "opportunities", 2)]),
        ((*STAGED, "channel", 0), [STAGED], []),
        (("stages", 0), [("stages", 0)], [("stages", 0)]),
    ],
)  # fmt: skip
def test_a_finding_is_about_an_item_and_its_step(
    route: Route, places: list[Route], own: list[Route]
) -> None:
    found = Found(rule=RULES[0], finding=Finding(message="M", route=route))
    assert list(found.places) == places
    assert list(found.own_place) == own
    assert found.severity is RULES[0].severity
