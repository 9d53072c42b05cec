"""The flow through a map: who completes the journey, who is lost where, what closing gains."""

from collections.abc import Iterator
from functools import partial
from math import isfinite

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.destinations import Loss
from journeymap.analysis.evidence import Standing
from journeymap.analysis.flow import Flow
from journeymap.analysis.still_there import still_there
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.people import PersonKind
from journeymap.tables.table import Cell, Column, Kind, Reader, Table
from journeymap.words.labels import label
from journeymap.words.people import count, starting
from journeymap.words.shares import of_100

_WHOLE = (
    "completion", "lost", "neither", "left", "unknown", "endless", "assumed", "standing",
)  # fmt: skip
"""What JSON tells of the whole flow."""
_SPARE = ("unknown", "times", "completion")
"""What a narrow terminal leaves out, in this order."""
_TITLES = {"unknown": "unexplained", "people": "ever-come", "times": "times-come"}
"""Labels of columns that are not called as their key."""
_FIGURES = ("people", "visits", "times", "completion", "lost", "unknown", "gain")
"""What is told of a step."""
_AVERAGES = ("visits", "times")
"""Figures that are numbers a head, not shares of all."""


def build(analysis: Analysis) -> Table[PlacedStep]:
    """Tells what becomes of those who enter a journey."""
    journey_map, flow = analysis.journey_map, analysis.flow
    language = journey_map.journey.language
    return Table(
        title=journey_map.journey.title,
        lines=(
            *_lines(analysis),
            *_lines_of_each(analysis),
            *_destinations(analysis),
        ),
        columns=(*_columns(analysis), *_columns_of_each(analysis)),
        items=journey_map.steps,
        head={
            "journey": journey_map.id,
            "view": "flow",
            **{key: getattr(flow, key) if flow else None for key in _WHOLE},
            "of_100": flow.of_100 if flow else None,
            "starts": _starts(journey_map),
            "losses": list(map(_loss, analysis.losses)),
            **_whole_of_each(analysis),
        },
        key="steps",
        notes=(label("note-flow", language),) if flow else (),
    )


def _starts(journey_map: JourneyMap) -> dict[str, str | int] | None:
    starts = journey_map.journey.starts
    return {"n": starts.n, "per": starts.per} if starts else None


def _lines(analysis: Analysis) -> Iterator[str]:
    journey_map, flow = analysis.journey_map, analysis.flow
    language = journey_map.journey.language
    if flow is None:
        yield label("tangled" if analysis.is_tangled else "no-flow", language)
        return
    say = partial(_say, flow, language=language)
    yield label("flow-whole", language).format(completed=say("completion"), left=say("left"))
    for fate in ("lost", "neither", "unknown", "endless"):
        if round(getattr(flow, fate), 3):
            yield label(f"flow-{fate}", language).format(n=say(fate))
    if starts := journey_map.journey.starts:
        yield label("flow-starts", language).format(
            n=starting(starts, 1.0, language),
            completed=count(starts, flow.completion, language),
        )
    if flow.assumed:
        own = (each.flow for each in analysis.of_each.values() if each.flow)
        weighed = analysis.of_each and not any(each.assumed for each in own)
        yield label("weights-assumed" if weighed else "flow-assumed", language)


def _say(flow: Flow, fate: str, language: str | None) -> str:
    """Returns how many of 100 come to a fate: where shares are assumed, whole people."""
    words = of_100(getattr(flow, fate), assumed=flow.assumed, language=language)
    return str(flow.of_100[fate]) if flow.assumed and words.isdigit() else words


def _lines_of_each(analysis: Analysis) -> Iterator[str]:
    """Yields of each of several personas how many complete the journey."""
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language
    whole = label("flow-whole", language)
    for who, own in analysis.of_each.items():
        if flow := own.flow:
            say = partial(_say, flow, language=language)
            said = whole.format(completed=say("completion"), left=say("left"))
            yield f"{journey_map.short_label(who)}: {said[:1].lower()}{said[1:]}"


def _destinations(analysis: Analysis) -> Iterator[str]:
    """Yields where those go who leave, where the map says so of anybody."""
    language = analysis.journey_map.journey.language
    if analysis.flow and any(loss.to for loss in analysis.losses):
        said = (_destination(loss, language) for loss in analysis.losses)
        yield label("flow-destinations", language).format(items="; ".join(said))


def _destination(loss: Loss, language: str | None) -> str:
    to = loss.to or label("flow-nowhere", language)
    if loss.kind is PersonKind.COMPETITOR:
        to = f"{to} ({label('person-competitor', language)})"
    if loss.share is None:
        return label("flow-to-some", language).format(to=to)
    share = of_100(loss.share, assumed=loss.standing is Standing.ASSUMED, language=language)
    key = "flow-to-more" if loss.partly else "flow-to"
    return label(key, language).format(to=to, n=share)


def _loss(loss: Loss) -> dict[str, object]:
    """Returns for programs those who leave for one place."""
    return {
        "to": loss.to or None,
        "party": loss.party or None,
        "kind": loss.kind,
        "share": loss.share,
        "partly": loss.partly,
        "standing": loss.standing,
        "steps": [each.id for each in loss.steps],
    }


def _whole_of_each(analysis: Analysis) -> dict[str, object]:
    """Returns for programs the whole flow of each of several personas, with how much she counts."""
    weights, whole = analysis.journey_map.persona_weights, dict[str, object]()
    for who, own in analysis.of_each.items():
        figures = {key: getattr(own.flow, key) if own.flow else None for key in _WHOLE}
        whole[who] = {"weight": weights[who], **figures, "losses": list(map(_loss, own.losses))}
    return {"of_each": whole} if whole else {}


def _columns_of_each(analysis: Analysis) -> Iterator[Column[PlacedStep]]:
    """Yields for each of several personas how many of hers leave at a step."""
    journey_map, own = analysis.journey_map, analysis.of_each
    lost = label("lost", journey_map.journey.language)
    for i, (who, measures) in enumerate(own.items()):
        yield Column(
            title=f"{lost}: {journey_map.short_label(who)}",
            kind=Kind.SHARE,
            value=partial(_figure, measures.flow, "lost"),
            assumed=partial(_is_assumed, measures.flow, "lost"),
            spare=len(_SPARE) + len(own) - i,
        )
    if own:
        yield Column(
            key="of_each",
            json=lambda each: {
                who: {key: _figure(measures.flow, key, each) for key in _FIGURES}
                for who, measures in own.items()
            },
        )


def _columns(analysis: Analysis) -> Iterator[Column[PlacedStep]]:
    journey_map, flow = analysis.journey_map, analysis.flow
    say = partial(label, language=journey_map.journey.language)
    starts = journey_map.journey.starts
    yield Column(
        key="number",
        title=say("number"),
        kind=Kind.NUMBER,
        value=lambda each: each.position + 1,
    )
    yield Column(key="id", title="Id", value=lambda each: each.id, reader=Reader.PROGRAMS)
    yield Column(key="step", title=say("step"), value=lambda each: each.label)
    for key in _FIGURES:
        yield Column(
            key=key,
            title=say(_TITLES.get(key, key)),
            kind=Kind.NUMBER if key in _AVERAGES else Kind.SHARE,
            value=partial(_figure, flow, key),
            assumed=partial(_is_assumed, flow, key),
            spare=_SPARE.index(key) + 1 if key in _SPARE else 0,
            reader=Reader.PROGRAMS if key == "visits" else Reader.ANYBODY,
            decimals=1 if key == "times" else None,
        )
    if starts and flow:
        yield Column(
            key="count",
            title=say(f"count-{starts.per}"),
            kind=Kind.NUMBER,
            value=lambda each: round(starts.n * flow.steps[each.position].people),
        )
    there = still_there(analysis)
    yield Column(
        key="still_there",
        json=lambda each: there.after[each.position] if there else None,
    )
    yield Column(
        key="standing",
        json=lambda each: flow.steps[each.position].lost_standing if flow else None,
    )


def _is_assumed(flow: Flow | None, key: str, placed_step: PlacedStep) -> bool:
    if flow is None:
        return False
    step = flow.steps[placed_step.position]
    known = {"people": step.standing, "lost": step.lost_standing}
    return known.get(key, flow.standing) is Standing.ASSUMED


def _figure(flow: Flow | None, key: str, placed_step: PlacedStep) -> Cell:
    """Returns a figure of a step; those who go round for ever come by without end: no number."""
    figure: float | None = getattr(flow.steps[placed_step.position], key) if flow else None
    return figure if figure is not None and isfinite(figure) else None
