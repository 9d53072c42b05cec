"""The backlog: every idea of one map or of several once, the greatest payoff first."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.backlog import Idea, ideas
from journeymap.analysis.readings import newest, readings
from journeymap.model.fields import Day, Namespace
from journeymap.model.ids import slug
from journeymap.tables.leverage import language_of
from journeymap.tables.several import Spot, head_of, spot_columns, title_of
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import day, label


def build(*analyses: Analysis) -> Table[Idea]:
    """Tells every idea of some maps once."""
    found = ideas(analyses)
    language = language_of(analyses)
    notes = [label("note-backlog", language)]
    if any(map(_is_assumed, found)):
        notes.insert(0, label("note-assumed", language))
    return Table(
        title=title_of(analyses),
        lines=() if found else (label("no-ideas", language),),
        columns=(
            *_columns(analyses),
            *spot_columns(_spots, label("serves", language), analyses),
            *_further_columns(analyses),
            *_issue_columns(),
        ),
        items=found,
        head=head_of(analyses, "opportunities"),
        key="opportunities",
        notes=tuple(notes),
    )


def _is_assumed(each: Idea) -> bool:
    """Tells whether a payoff is told that rests on assumptions."""
    return each.payoff is not None and each.assumed


def _spots(each: Idea) -> Sequence[Spot]:
    return [(place.analysis, place.step) for place in each.serves]


def _columns(analyses: Sequence[Analysis]) -> Iterator[Column[Idea]]:
    """Yields what an idea is, what it pays, brings and takes, and how far it has come."""
    language = language_of(analyses)
    say, number = partial(label, language=language), Kind.NUMBER

    def text(each: Idea) -> str:
        mark = f" {say('assumed')}" if _is_assumed(each) else ""
        return f"{each.idea.text}{mark}"

    yield Column(key="id", title=say("id"), value=lambda each: each.id, reader=Reader.PROGRAMS)
    yield Column(key="text", title=say("idea"), value=text, json=lambda each: each.idea.text)
    yield Column(
        key="payoff", title=say("payoff"), kind=number, value=lambda each: each.payoff, decimals=0
    )
    yield Column(key="assumed", json=_is_assumed)
    yield Column(
        key="impact", title=say("idea-impact"), kind=number, value=lambda each: each.idea.impact
    )
    yield Column(
        key="effort", title=say("idea-effort"), kind=number, value=lambda each: each.idea.effort
    )
    yield Column(
        key="business",
        title=say("business"),
        kind=number,
        value=lambda each: each.idea.business,
        spare=1,
    )
    yield Column(
        key="status",
        title=say("status"),
        value=lambda each: say(f"status-{each.idea.status}"),
        json=lambda each: each.idea.status,
        spare=2,
    )


def _further_columns(analyses: Sequence[Analysis]) -> Iterator[Column[Idea]]:
    """Yields who is behind an idea, for whom it is, and when."""
    language = language_of(analyses)
    say = partial(label, language=language)
    for key in ("owner", "link"):
        yield Column(key=key, title=say(key), value=partial(_said, key), below=f"{say(key)}:")
    for key in ("by", "since"):
        title = say(f"idea-{key}")
        value, json = partial(_date, language, key), partial(_written, key)
        yield Column(key=key, title=title, value=value, json=json, below=f"{title}:")
    yield Column(key="from", json=lambda each: each.idea.from_)
    yield Column(
        key="for",
        title=say("idea-for"),
        value=lambda each: _for(each, labels=True),
        json=lambda each: _for(each, labels=False),
        below=f"{say('idea-for')}:",
    )
    yield from _effect_columns(language)


def _effect_columns(language: str | None) -> Iterator[Column[Idea]]:
    """Yields what an idea is against, what it is to change, and what was tried."""
    say = partial(label, language=language)
    yield Column(
        key="solves", title=say("pain"), value=_solved, json=_solved_ids, below=f"{say('pain')}:"
    )
    yield Column(
        key="parent",
        title=say("parent"),
        value=lambda each: _parent(each, labels=True),
        json=lambda each: _parent(each, labels=False),
        below=f"{say('parent')}:",
    )
    yield Column(
        key="outcome",
        title=say("outcome"),
        value=partial(_outcome, language),
        json=_effect,
        below=f"{say('outcome')}:",
    )
    yield Column(
        key="pilots",
        title=say("pilots"),
        value=partial(_pilots, language),
        json=_trials,
        below=f"{say('pilots')}:",
    )


def _said(key: str, each: Idea) -> str | None:
    said: str | None = getattr(each.idea, key)
    return said


def _date(language: str | None, key: str, each: Idea) -> str | None:
    said: Day | None = getattr(each.idea, key)
    return day(said, language) if said else None


def _written(key: str, each: Idea) -> str | None:
    said: Day | None = getattr(each.idea, key)
    return said.written if said else None


def _for(each: Idea, *, labels: bool) -> tuple[str, ...]:
    found = dict.fromkeys(
        place.analysis.journey_map.person_label(who)
        if labels
        else place.analysis.journey_map.person_id(who)
        for place in each.places
        for who in place.item.opportunity.for_
    )
    return tuple(found)


def _solved(each: Idea) -> tuple[str, ...]:
    return tuple(text for _, text in _pains(each))


def _solved_ids(each: Idea) -> list[str]:
    return list(dict.fromkeys(identifier for identifier, _ in _pains(each)))


def _pains(each: Idea) -> Sequence[tuple[str, str]]:
    """Returns the pains that an idea solves in any map, by id and text, each text once."""
    routes = {id(place.analysis): set[object]() for place in each.places}
    for place in each.places:
        routes[id(place.analysis)].add(place.item.route)
    found = {
        pain.label: pain.origin.id if pain.origin else pain.id
        for analysis in {id(place.analysis): place.analysis for place in each.places}.values()
        for pain in analysis.journey_map.pains
        for idea in analysis.answers.get(pain.route, ())
        if idea.route in routes[id(analysis)]
    }
    return [(identifier, text) for text, identifier in found.items()]


def _parent(each: Idea, *, labels: bool) -> str | None:
    name = each.idea.parent
    if not name or not each.places:
        return name
    journey_map, route = each.places[0].analysis.journey_map, each.places[0].step.route
    look = journey_map.label_of if labels else journey_map.id_of
    return look(name, Namespace.OPPORTUNITY, route)


def _effect(each: Idea) -> dict[str, object] | None:
    """Returns which metric an idea is to move, and where that stands today."""
    effect = each.idea.outcome
    if effect is None:
        return None
    maps = [place.analysis.journey_map for place in each.places]
    metric = next((meant for one in maps if (meant := one.metrics.find(effect.metric))), None)
    target = effect.target if effect.target is not None or metric is None else metric.item.target
    values = [
        (reading.as_of.date.isoformat() if reading.as_of else "", reading.value)
        for one in maps
        for _, reading in newest(readings(one), one.metrics)
        if metric and one.metrics.id_of(reading.metric) == metric.id
    ]
    return {
        "metric": metric.id if metric else slug(effect.metric),
        "name": metric.label if metric else effect.metric,
        "unit": metric.item.unit if metric else None,
        "from": effect.from_,
        "target": target,
        "now": max(values, key=lambda value: value[0])[1] if values else None,
    }


def _outcome(language: str | None, each: Idea) -> str | None:
    effect = _effect(each)
    if effect is None:
        return None
    unit = f" {effect['unit']}" if effect["unit"] else ""
    figures = [
        label(f"outcome-{key}", language).format(n=f"{value:g}{unit}")
        for key in ("from", "target", "now")
        if isinstance(value := effect[key], float)
    ]
    return f"{effect['name']}: {', '.join(figures)}" if figures else str(effect["name"])


def _pilots(language: str | None, each: Idea) -> tuple[str, ...]:
    return tuple(
        " · ".join(
            filter(
                None,
                (
                    day(pilot.date, language) if pilot.date else "",
                    f"n = {pilot.n}" if pilot.n is not None else "",
                    pilot.learned or "",
                    label(f"pilot-{pilot.result}", language),
                ),
            )
        )
        for pilot in each.idea.pilots
    )


def _trials(each: Idea) -> list[dict[str, object]]:
    return [
        {
            "date": pilot.date.written if pilot.date else None,
            "n": pilot.n,
            "learned": pilot.learned,
            "result": pilot.result,
        }
        for pilot in each.idea.pilots
    ]


def _issue_columns() -> Iterator[Column[Idea]]:
    """Yields what trackers such as Jira call the fields of an issue; in CSV alone."""
    programs = Reader.PROGRAMS

    def description(each: Idea) -> str:
        said = (
            *(f"Against: {text}" for text in _solved(each)),
            *([f"Outcome: {outcome}"] if (outcome := _outcome("en", each)) else []),
            *(f"Step: {step.label} ({of.journey_map.id})" for of, step in _spots(each)),
        )
        return "\n".join(said)

    def labels(each: Idea) -> str:
        return " ".join(dict.fromkeys(of.journey_map.id for of, _ in _spots(each)))

    yield Column(title="Summary", value=lambda each: each.idea.text, reader=programs)
    yield Column(title="Description", value=description, reader=programs)
    yield Column(title="Labels", value=labels, reader=programs)
    yield Column(
        title="Due Date",
        value=lambda each: each.idea.by.date.isoformat() if each.idea.by else None,
        reader=programs,
    )
