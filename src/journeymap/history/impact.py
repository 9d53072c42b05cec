"""What hangs on a system, a channel, a person, a metric or a piece of information."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import OPEN
from journeymap.model.fields import Namespace
from journeymap.model.ids import slug
from journeymap.model.journey import Period
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.model.names import step_route
from journeymap.model.unread import UnreadError, readable
from journeymap.quick_dataclass import dataclass
from journeymap.tables.several import head_of
from journeymap.tables.table import Column, Kind, Reader, Table

_A_YEAR = {
    Period.DAY: 365.25,
    Period.WEEK: 365.25 / 7,
    Period.MONTH: 12.0,
    Period.QUARTER: 4.0,
    Period.YEAR: 1.0,
}


class Subject(StrEnum):
    """What something may hang on."""

    SYSTEM = "system"
    CHANNEL = "channel"
    PERSON = "person"
    METRIC = "metric"
    INFORMATION = "information"


_NAMESPACES = {
    Subject.CHANNEL: Namespace.CHANNEL,
    Subject.PERSON: Namespace.PERSON,
    Subject.METRIC: Namespace.METRIC,
    Subject.INFORMATION: Namespace.INFORMATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A step that hangs on something.

    Attributes:
        analysis: of its map.
        step: the step.
        through: the fields that name it, in order.
        people_a_year: how many people come to the step in a year; None where the map does not say
            how many begin, or not how many of them come there.
        ideas: the ideas of the step that are not live or dropped.
    """

    analysis: Analysis
    step: PlacedStep
    through: tuple[str, ...]
    people_a_year: float | None
    ideas: tuple[PlacedOpportunity, ...]

    @property
    def owner(self) -> str:
        """Who answers for the step: the owner of its stage, else of the map."""
        return self.step.stage.stage.owner or self.analysis.journey_map.journey.owner or ""


def uses(analyses: Iterable[Analysis], subject: Subject, name: str) -> tuple[Use, ...]:
    """Returns the steps that hang on something, map by map in order.

    Args:
        analyses: of the maps.
        subject: what it is.
        name: its id or name; of systems what steps write under `systems`.
    """
    return tuple(use for each in analyses for use in _in_map(each, subject, name))


def known_names(analyses: Iterable[Analysis], subject: Subject) -> tuple[str, ...]:
    """Returns what maps call such things, so that a slip can be told."""
    found: list[str] = []
    for each in analyses:
        if subject is Subject.SYSTEM:
            found.extend(text for _, text in _systems(each.journey_map))
        else:
            names = readable(tuple(each.journey_map.names(_NAMESPACES[subject])))
            found.extend(entry.label for entry in names)
    return tuple(dict.fromkeys(found))


def _in_map(analysis: Analysis, subject: Subject, name: str) -> Iterator[Use]:
    journey_map = analysis.journey_map
    fields: dict[tuple[str | int, ...], list[str]] = {}
    for route, field in _places(journey_map, subject, name):
        fields.setdefault(step_route(route), []).append(field)
    for position, step in enumerate(readable(journey_map.steps)):
        if step.route in fields:
            through = tuple(dict.fromkeys(fields[step.route]))
            yield Use(
                analysis=analysis,
                step=step,
                through=through,
                people_a_year=_people(analysis, position),
                ideas=tuple(each for each in readable(step.opportunities) if _is_open(each)),
            )


def _places(
    journey_map: JourneyMap, subject: Subject, name: str
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Walks where steps name something, with the field that does."""
    if subject is Subject.SYSTEM:
        for step, text in _systems(journey_map):
            if slug(text) == slug(name):
                yield step.route, "systems"
        return
    meant = journey_map.names(_NAMESPACES[subject]).find(name)
    wanted = meant.id if meant else slug(name)
    for each in journey_map.references_to(_NAMESPACES[subject]):
        if "steps" in each.route and _id(each.found, each.text) == wanted:
            yield each.route, str(each.route[len(step_route(each.route))])


def _id(found: Sequence[object], text: str) -> str:
    return getattr(found[0], "id", "") if found else slug(text)


def _systems(journey_map: JourneyMap) -> Iterator[tuple[PlacedStep, str]]:
    for step in readable(journey_map.steps):
        try:
            yield from ((step, text) for text in readable(step.step.systems))
        except UnreadError:
            continue


def _people(analysis: Analysis, position: int) -> float | None:
    starts, flow = analysis.journey_map.journey.starts, analysis.flow
    if starts is None or flow is None:
        return None
    return flow.steps[position].people * starts.n * _A_YEAR[starts.per]


def _is_open(idea: PlacedOpportunity) -> bool:
    return idea.opportunity.status in OPEN


def build(
    found: Sequence[Use], analyses: Sequence[Analysis], subject: Subject, name: str
) -> Table[Use]:
    """Returns the steps as a table.

    Args:
        found: the steps.
        analyses: of all maps that were looked at.
        subject: what they hang on.
        name: what it is called.
    """
    maps = dict.fromkeys(use.analysis.journey_map.id for use in found)
    owners = sorted({use.owner for use in found if use.owner})
    people = [use.people_a_year for use in found if use.people_a_year is not None]
    said = f"{len(found)} steps in {len(maps)} of {len(analyses)} maps"
    return Table(
        title=f"{subject}: {name}",
        lines=(said, *([f"owners: {', '.join(owners)}"] if owners else ())),
        columns=_columns(),
        items=tuple(found),
        head={
            **head_of(analyses, "impact"),
            "subject": str(subject),
            "name": name,
            "owners": owners,
        },
        key="steps",
        notes=()
        if len(people) == len(found)
        else ("people a year stand only where a map says how many begin and go on",),
    )


def _columns() -> tuple[Column[Use], ...]:
    return (
        Column(
            key="journey", title="Map", value=lambda use: use.analysis.journey_map.id, heading=True
        ),
        Column(
            key="path",
            title="Path",
            value=lambda use: use.analysis.journey_map.path,
            reader=Reader.PROGRAMS,
        ),
        Column(
            key="step", title="Step", value=lambda use: use.step.label, json=lambda use: use.step.id
        ),
        Column(key="through", title="Through", value=lambda use: use.through),
        Column(
            key="people_a_year",
            title="People a year",
            kind=Kind.NUMBER,
            decimals=0,
            value=lambda use: use.people_a_year,
        ),
        Column(key="owner", title="Owner", value=lambda use: use.owner or None),
        Column(
            key="ideas",
            title="Open ideas",
            value=lambda use: tuple(idea.label for idea in use.ideas),
            json=_ideas,
        ),
    )


def _ideas(use: Use) -> list[dict[str, str | None]]:
    return [
        {"id": idea.id, "text": idea.label, "owner": idea.opportunity.owner} for idea in use.ideas
    ]
