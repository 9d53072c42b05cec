"""Every pain of one map or of several once, the highest risk first, and what answers it."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.backlog import Pain, pains
from journeymap.analysis.evidence import Standing, claim_standing, weakest
from journeymap.analysis.hazard import CALLS_FROM
from journeymap.tables.leverage import language_of
from journeymap.tables.several import Spot, head_of, spot_columns, title_of
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import label


def build(*analyses: Analysis) -> Table[Pain]:
    """Tells every pain of some maps once."""
    found, language = pains(analyses), language_of(analyses)
    assumed = any(_standing(each) is Standing.ASSUMED for each in found)
    return Table(
        title=title_of(analyses),
        lines=() if found else (label("no-pains", language),),
        columns=(
            *_columns(analyses),
            *spot_columns(_spots, label("steps", language), analyses),
            *_further_columns(analyses),
        ),
        items=found,
        head=head_of(analyses, "pains"),
        key="pains",
        notes=(
            *([label("note-assumed", language)] if assumed else []),
            label("note-risk", language).format(calls=CALLS_FROM),
        ),
    )


def _spots(each: Pain) -> Sequence[Spot]:
    return [(place.analysis, place.step) for place in each.places]


def _standing(each: Pain) -> Standing | None:
    """Returns how well a pain is known where that is known least."""
    return weakest(
        claim_standing(place.analysis.journey_map, place.step, place.item.pain.evidence)
        for place in each.places
    )


def _columns(analyses: Sequence[Analysis]) -> Iterator[Column[Pain]]:
    say, number = partial(label, language=language_of(analyses)), Kind.NUMBER

    def text(each: Pain) -> str:
        mark = f" {say('assumed')}" if _standing(each) is Standing.ASSUMED else ""
        return f"{each.pain.text}{mark}"

    yield Column(key="id", title=say("id"), value=lambda each: each.id, reader=Reader.PROGRAMS)
    yield Column(key="text", title=say("pain"), value=text, json=lambda each: each.pain.text)
    yield Column(
        key="kind",
        title=say("kind"),
        value=lambda each: say(f"kind-{each.pain.kind}"),
        json=lambda each: each.pain.kind,
        spare=1,
    )
    yield Column(key="risk", title=say("risk"), kind=number, value=lambda each: each.risk)
    yield Column(
        key="severity",
        title=say("severity"),
        kind=number,
        value=lambda each: each.pain.severity,
        spare=3,
    )
    yield Column(
        key="probability",
        title=say("probability"),
        kind=number,
        value=lambda each: each.pain.probability,
        spare=2,
    )
    yield Column(key="assumed", json=lambda each: _standing(each) is Standing.ASSUMED)


def _further_columns(analyses: Sequence[Analysis]) -> Iterator[Column[Pain]]:
    say = partial(label, language=language_of(analyses))
    yield Column(
        key="of",
        title=say("pain-of"),
        value=_of,
        json=lambda each: list(_of(each)),
        below=f"{say('pain-of')}:",
    )
    yield Column(
        key="evidence",
        title=say("evidence"),
        value=_evidence,
        json=lambda each: list(_evidence(each)),
        below=f"{say('evidence')}:",
    )
    yield Column(
        key="opportunities",
        title=say("opportunities"),
        value=lambda each: tuple(text for _, text in _answers(each)),
        json=lambda each: list(dict.fromkeys(identifier for identifier, _ in _answers(each))),
        below="→",
    )
    yield Column(
        key="recovered_by",
        title=say("recovered-by"),
        value=lambda each: tuple(text for _, text in _recoveries(each)),
        json=lambda each: list(dict.fromkeys(identifier for identifier, _ in _recoveries(each))),
        below=f"{say('recovered-by')}:",
    )


def _of(each: Pain) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            place.analysis.journey_map.person_label(who)
            for place in each.places
            for who in place.item.pain.of
        )
    )


def _evidence(each: Pain) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            place.analysis.journey_map.evidence.label_of(name)
            for place in each.places
            for name in place.item.pain.evidence or place.step.step.evidence
        )
    )


def _answers(each: Pain) -> Iterator[tuple[str, str]]:
    found = {
        idea.label: idea.origin.id if idea.origin else idea.id
        for place in each.places
        for idea in place.analysis.answers.get(place.item.route, ())
    }
    return ((identifier, text) for text, identifier in found.items())


def _recoveries(each: Pain) -> Iterator[tuple[str, str]]:
    found = {
        step.label: step.id
        for place in each.places
        for step in place.analysis.recoveries.get(place.item.route, ())
    }
    return ((identifier, text) for text, identifier in found.items())
