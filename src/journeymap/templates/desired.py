"""Begins the desired map of a current one: the same stages and steps by the same ids."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from journeymap.model.ids import BEFORE, END, slug
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.plain import plain
from journeymap.templates.outline import tidy
from journeymap.templates.starter import quote

if TYPE_CHECKING:
    from journeymap.model.fields import Node

_OF_THE_MAP = ("language", "goal", "framework", "ends", "scales")
"""What stays true of the map."""
_OF_STAGES = ("phase", "aligns", "goal", "owner")
_OF_STEPS = ("actor", "with", "offstage", "only", "channel", "need", "importance", "meanwhile")
"""What is the plot of a step; how it is lived through and what was measured is said anew."""
_DEFINED = ("personas", "stakeholders", "channels")
_LEFT_OUT = frozenset({"evidence", "picture"})
"""What of a definition leads to parts of the current map, or to other files."""


def desired_to_yaml(
    current: JourneyMap, *, name: str, title: str, language: str, uses: Sequence[str]
) -> str:
    """Writes the beginning of a desired map.

    Ids are written out, so that a step stays the same one when it is called otherwise. What hurts
    today and what was thought of stands in comments. Feelings, ratings, times, shares, pains and
    evidence are left out: they are today's.

    Args:
        current: the map as it is.
        name: its file, for the first comment.
        title: title of the map; empty for that of the current one.
        language: language of labels; empty for that of the current one.
        uses: its libraries, as paths from the new file.
    """
    journey = plain(current.journey)
    said = {field: journey[field] for field in _OF_THE_MAP if field in journey}
    said |= {"language": language} if language else {}
    body = "\n".join(_body(current))
    lines = [
        f"# How {tidy(name)} shall be: the same steps by the same ids.",
        "# Change them, add and delete some, and say how each is to be: emotion, perceived, wait.",
        "# Comments tell what hurts there today, and what somebody thought of.",
        "journeymap: 1",
        f"title: {quote(title or current.journey.title)}",
        "status: draft",
        "state: desired",
        *(f"{field}: {_flow(value)}" for field, value in said.items()),
        *([f"uses: {_flow(list(uses))}"] if uses else ()),
        *([f"persona: {_flow(journey['persona'])}"] if "persona" in journey else ()),
        *_definitions(current),
        "",
        body,
    ]
    return "\n".join(lines) + "\n"


def _definitions(current: JourneyMap) -> Iterator[str]:
    """Writes the people and channels of the map itself that are named in what is written."""
    entries = {field: getattr(current.journey, field) for field in _DEFINED}
    named, before = {slug(each) for each in _names(current)}, -1
    kept: list[tuple[str, Node]] = []
    while len(kept) > before:  # what is kept may be part of another one
        before = len(kept)
        kept = [
            (field, entry)
            for field, listed in entries.items()
            for entry in listed
            if field == "personas" or {slug(entry.id or ""), slug(entry.name)} & named
        ]
        named |= {slug(text) for _, each in kept for text in _texts(plain(each).get("part_of"))}
    for field in _DEFINED:
        if own := [plain(entry, _LEFT_OUT) for where, entry in kept if where == field]:
            yield f"{field}:"
            for entry in own:
                lines = [f"{key}: {_flow(value)}" for key, value in entry.items()]
                yield from (f"  {'  ' if i else '- '}{line}" for i, line in enumerate(lines))


def _names(current: JourneyMap) -> Iterator[str]:
    for placed_step in current.steps:
        said = dict(_said(current, placed_step))
        for field in ("actor", "with", "channel", "need"):
            yield from _texts(said.get(field))


def _texts(value: object) -> Iterator[str]:
    """Walks every text in plain data, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _body(current: JourneyMap) -> Iterator[str]:
    if not current.journey.stages:
        yield "steps:"
        for placed_step in current.steps:
            yield from _step(current, placed_step, "  ")
        return
    yield "stages:"
    for placed_stage in current.stages:
        yield from _stage(current, placed_stage)


def _stage(current: JourneyMap, placed_stage: PlacedStage) -> Iterator[str]:
    stage = plain(placed_stage.stage)
    yield f"  - id: {quote(placed_stage.id)}"
    if placed_stage.stage.name:
        yield f"    name: {quote(placed_stage.stage.name)}"
    yield from (f"    {field}: {_flow(stage[field])}" for field in _OF_STAGES if field in stage)
    steps = current.steps_of(placed_stage)
    yield "    steps:" if steps else "    steps: []"
    for placed_step in steps:
        yield from _step(current, placed_step, "      ")


def _step(current: JourneyMap, placed_step: PlacedStep, margin: str) -> Iterator[str]:
    yield f"{margin}- id: {quote(placed_step.id)}"
    yield f"{margin}  action: {quote(placed_step.step.action)}"
    said = _said(current, placed_step)
    yield from (f"{margin}  {field}: {_flow(value)}" for field, value in said)
    if ways := list(_ways(current, placed_step)):
        yield f"{margin}  next: {_flow(ways)}"
        # Shares that are stated add up with those who leave.
        leaks = [plain(leak, _LEFT_OUT) for leak in placed_step.step.leaks]
        if leaks and any(isinstance(way, Mapping) and "share" in way for way in ways):
            yield f"{margin}  leaks: {_flow(leaks)}"
    hurts = [tidy(pain.text) for pain in placed_step.step.pains]
    ideas = [tidy(idea.text) for idea in placed_step.step.opportunities]
    yield from (f"{margin}  # today: {text}" for text in hurts)
    yield from (f"{margin}  # idea: {text}" for text in ideas)


def _said(current: JourneyMap, placed_step: PlacedStep) -> Iterator[tuple[str, object]]:
    """Walks the fields of a step that stay, with what they say."""
    step = plain(placed_step.step)
    there = {slug(who) for who in (*current.present(placed_step), *current.persona_ids)}
    for field in _OF_STEPS:
        value = step.get(field)
        if field == "meanwhile" and value == BEFORE:
            value = True
        elif field == "importance":
            value = _rating(value)
        elif field == "need" and isinstance(value, Mapping):
            value = {who: each for who, each in value.items() if slug(who) in there}
        if value not in (None, {}):
            yield field, value


def _rating(value: object) -> object:
    """Returns a rating without what it rests on, of each person where it says so."""
    if isinstance(value, Mapping):
        return value["rating"] if "rating" in value else {k: _rating(v) for k, v in value.items()}
    return value


def _ways(current: JourneyMap, placed_step: PlacedStep) -> Iterator[object]:
    """Walks the ways onward, with their shares: without these all would take an exception.

    Ways back that nobody planned are today's failures.
    """
    for way in placed_step.step.next:
        target, ends = current.find_step(way.to), slug(way.to) == END
        onward = ends or (target is not None and target.position > placed_step.position)
        may_return = way.planned or not current.ends  # a cycle begins anew
        if not (onward or (target and may_return)):
            continue
        said = plain(way, _LEFT_OUT) | ({"to": target.id} if target and not ends else {})
        yield said["to"] if list(said) == ["to"] else said


def _flow(value: object) -> str:
    """Writes plain data on one line."""
    if isinstance(value, Mapping):
        entries = (f"{_key(key)}: {_flow(each)}" for key, each in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    text = quote(str(value))
    return json.dumps(text, ensure_ascii=False) if "," in text and text[0] != '"' else text


def _key(name: str) -> str:
    return name if name.replace("_", "").isalpha() else quote(name)
