"""Every pain of one map or of several once, the highest risk first, and what answers it."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.backlog import Pain, Place, pains
from journeymap.analysis.evidence import Standing, weakest
from journeymap.analysis.figures import pain_standing
from journeymap.analysis.hazard import CALLS_FROM
from journeymap.model.journey_map import PlacedPain
from journeymap.tables.leverage import language_of
from journeymap.tables.several import Spot, head_of, spot_columns, title_of
from journeymap.tables.table import NOTHING, Column, Kind, Reader, Table
from journeymap.words.labels import label

_JUDGED = ("severity", "probability")
"""What may be said of a pain otherwise at every step."""


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
        pain_standing(place.analysis.journey_map, place.step, place.item) for place in each.places
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
    for key, spare in zip(_JUDGED, (3, 2), strict=True):
        yield Column(key=key, title=say(key), kind=number, value=attrgetter(key), spare=spare)
    yield _judgements(analyses)
    yield Column(key="assumed", json=lambda each: _standing(each) is Standing.ASSUMED)


def _judgements(analyses: Sequence[Analysis]) -> Column[Pain]:
    """Returns how grave and likely a pain is at each step, told where that differs."""
    title = label("judged", language_of(analyses))
    return Column(
        key="judged",
        title=title,
        value=partial(_judged, several=len(analyses) > 1),
        json=lambda each: [
            {**_place(place), **{key: getattr(place.item.pain, key) for key in _JUDGED}}
            for place in each.places
        ],
        below=f"{title}:",
        reader=Reader.PEOPLE,
    )


def _judged(each: Pain, *, several: bool) -> tuple[str, ...]:
    """Returns how grave and likely it is at each step, where that differs."""
    return tuple(
        f"{_named(place, several=several)} {_said(place)}"
        for place in (() if each.judged_alike else each.places)
    )


def _said(place: Place[PlacedPain]) -> str:
    figures = (getattr(place.item.pain, key) for key in _JUDGED)
    return " × ".join(NOTHING if figure is None else str(figure) for figure in figures)


def _named(place: Place[PlacedPain], *, several: bool) -> str:
    of = f" ({place.analysis.journey_map.id})" if several else ""
    return f"{place.step.label}{of}"


def _place(place: Place[PlacedPain]) -> dict[str, str]:
    return {"journey": place.analysis.journey_map.id, "step": place.step.id}


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
    yield _open(analyses)
    yield Column(
        key="recovered_by",
        title=say("recovered-by"),
        value=lambda each: tuple(text for _, text in _recoveries(each)),
        json=lambda each: list(dict.fromkeys(identifier for identifier, _ in _recoveries(each))),
        below=f"{say('recovered-by')}:",
    )


def _open(analyses: Sequence[Analysis]) -> Column[Pain]:
    """Returns where no idea solves a pain that one solves elsewhere."""
    title, several = label("unanswered", language_of(analyses)), len(analyses) > 1

    def somewhere(each: Pain) -> tuple[str, ...]:
        left = each.unanswered
        found = left if len(left) < len(each.places) else ()
        return tuple(_named(place, several=several) for place in found)

    return Column(
        key="unanswered",
        title=title,
        value=somewhere,
        json=lambda each: [_place(place) for place in each.unanswered],
        below=f"{title}:",
        reader=Reader.PEOPLE,
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
