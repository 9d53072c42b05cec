"""The map as data."""

from dataclasses import replace
from typing import Any

from inline_snapshot import snapshot

from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.model.vocabulary import ExternalChange
from journeymap.terminal.map_record import describe


def of_steps(*steps: Step, language: str = "en", persona: str = "Ann") -> JourneyMap:
    journey = Journey(title="A map", language=language, persona=(persona,), steps=steps)
    return JourneyMap(journey=journey, libraries={})


def felt(value: float, written: str = "so") -> dict[str, Feeling]:
    return {"": Feeling(value=value, written=written)}


CROSS = {"value": -1, "lowest": -1, "word": "cross", "written": "cross", "parts": []}


def a_map() -> JourneyMap:
    feeling, open_ = felt(-1, "cross"), ("Who answers?",)
    whole = of_steps(Step(action="Calls", emotion=feeling, channel=("Phone",), questions=open_))
    more = {"questions": ("Who pays?",), "external_changes": (ExternalChange(what="Law"),)}
    return replace(whole, journey=whole.journey.model_copy(update=more))


def test_data_holds_all_that_is_written() -> None:
    told = describe(a_map())
    assert told["written"] == {
        "title": "A map",
        "persona": ["Ann"],
        "language": "en",
        "questions": ["Who pays?"],
        "external_changes": [{"what": "Law"}],
    }
    assert told["steps"][0]["written"] == {
        "action": "Calls",
        "channel": ["Phone"],
        "emotion": "cross",
        "questions": ["Who answers?"],
    }
    assert (told["stages"][0]["written"], told["libraries"]) == ({}, [])


def without_written(told: dict[str, Any]) -> dict[str, Any]:
    parts = (told, *told["stages"], *told["steps"])
    assert all(part.pop("written") is not None for part in parts)
    assert told.pop("libraries") == []
    return told


def test_data_names_people_stages_and_steps_by_their_ids() -> None:
    told = without_written(describe(a_map()))
    assert [told.pop(key) for key in ("version", "journey", "first")] == [1, "map", None]
    assert told == snapshot(
        {
            "view": "map",
            "path": "<map>",
            "title": "A map",
            "headline": "A map",
            "state": "current",
            "language": "en",
            "persona": "ann",
            "personas": ["ann"],
            "people": [{"id": "ann", "name": "Ann"}],
            "questions": ["Who pays?"],
            "external_changes": [{"what": "Law", "date": None, "affects": []}],
            "stages": [{"id": "steps", "name": "", "questions": []}],
            "steps": [
                {
                    "id": "calls",
                    "number": 1,
                    "stage": "steps",
                    "action": "Calls",
                    "emotion": {"ann": CROSS | {"standing": "assumed"}},
                    "channel": ["Phone"],
                    "need": {},
                    "thought": {},
                    "quote": {},
                    "pains": [],
                    "opportunities": [],
                    "questions": ["Who answers?"],
                    "moment": [],
                    "duration": None,
                    "wait": None,
                    "handoff": [],
                    "leaks": [],
                }
            ],
        }
    )
