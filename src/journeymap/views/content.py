"""What the map view shows of a journey, as words in columns: the picture before geometry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeymap.model.between import Leak
from journeymap.model.fields import PERSONA
from journeymap.model.labels import label
from journeymap.model.map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.step import Moment
from journeymap.views.subtitle import Subtitle, subtitle


class Lane(StrEnum):
    """A row of the map."""

    ACTION = "action"
    EMOTION = "emotion"
    NEED = "need"
    CHANNEL = "channel"
    PAINS = "pains"
    OPPORTUNITIES = "opportunities"


LANES = tuple(Lane)
"""The rows of the default map, from top to bottom."""
LABELS: Mapping[Lane, str] = {
    Lane.ACTION: "steps",
    Lane.EMOTION: "emotion",
    Lane.NEED: "needs",
    Lane.CHANNEL: "channel",
    Lane.PAINS: "pains",
    Lane.OPPORTUNITIES: "opportunities",
}
"""Key of each lane's name among the labels."""


class Passage(StrEnum):
    """What happens between a step and the next one."""

    WAIT = "wait"
    HANDOFF = "handoff"
    LEAK = "leak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """A wait, a hand-off or people who leave.

    Attributes:
        kind: which of them.
        text: a few words beside its glyph.
        tooltip: the same at length.
    """

    kind: Passage
    text: str
    tooltip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """An emotion of somebody at a step.

    Attributes:
        value: -2 to +2.
        words: who feels what, as it was written.
    """

    value: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A step.

    Attributes:
        key: the step's id.
        stage: position of its stage among all stages.
        cells: the entries of each lane of words.
        feelings: emotion by person id.
        assumed: whether its emotions rest on assumptions or on nothing.
        moments: marks of the step.
        between: waits and hand-offs after it.
        leaks: those who leave here or in the wait after it.
        link: a map of its own, or the first evidence with a link; "" for none.
        gaps: lanes of words in which something is missing, not only empty.
        empty: whether it stands for a stage without steps.
    """

    key: str
    stage: int
    cells: Mapping[Lane, tuple[str, ...]]
    feelings: Mapping[str, Feeling]
    assumed: bool
    moments: tuple[Moment, ...]
    between: tuple[Passing, ...]
    leaks: tuple[Passing, ...]
    link: str
    gaps: frozenset[Lane]
    empty: bool = False

    def says(self, lane: Lane) -> bool:
        """Tells whether it has anything in a lane."""
        if lane is Lane.EMOTION:
            return bool(self.feelings or self.between or self.leaks)
        return bool(self.cells.get(lane))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole map in words.

    Attributes:
        title: of the map.
        subtitle: persona, state, evidence, review and owner.
        language: of labels.
        stages: names of stages; "" for an unnamed one.
        columns: steps in order, with one for each stage that has none.
        lanes: rows to show.
        asked: whether rows were asked for, which then stay where they say nothing.
        people: ids of those whose emotions are shown, the persona first, with their names.
    """

    title: str
    subtitle: Subtitle
    language: str
    stages: tuple[str, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    asked: bool
    people: Mapping[str, str]


_LOW = -1.0
"""An emotion from here down asks for a pain that explains it; house."""


def _needs(found: JourneyMap, placed: PlacedStep) -> tuple[str, ...]:
    return tuple(
        text if who in {PERSONA, found.persona_id} else f"{found.person_label(who)}: {text}"
        for who, text in found.by_person(placed.step.need).items()
    )


def _channels(found: JourneyMap, placed: PlacedStep) -> tuple[str, ...]:
    names = ", ".join(found.channels.label_of(name) for name in placed.step.channel)
    return (names,) if names else ()


_WORDS: Mapping[Lane, Callable[[JourneyMap, PlacedStep], tuple[str, ...]]] = {
    Lane.ACTION: lambda _, placed: (placed.step.action,),
    Lane.NEED: _needs,
    Lane.CHANNEL: _channels,
    Lane.PAINS: lambda _, placed: tuple(entry.pain.text for entry in placed.pains),
    Lane.OPPORTUNITIES: lambda _, placed: tuple(
        entry.opportunity.text for entry in placed.opportunities
    ),
}


def percent(share: float) -> str:
    """Returns a share of 0 to 1 as a percentage with at most one decimal."""
    return f"{share * 100:.1f}".removesuffix(".0") + "\u00a0%"


def _leak(language: str, leak: Leak, *, assumed: bool) -> Passing:
    share = percent(leak.share) if leak.share is not None else label("leave", language)
    if assumed and leak.share is not None:
        share += f" {label('assumed-share', language)}"
    text = f"{share} →\u00a0{leak.to}" if leak.to else share
    tooltip = f"{text}: {leak.why}" if leak.why else text
    return Passing(kind=Passage.LEAK, text=text, tooltip=tooltip)


def _between(found: JourneyMap, placed: PlacedStep) -> tuple[Passing, ...]:
    language = found.journey.language or "en"
    passings = []
    if wait := placed.step.wait:
        words = f"{label('wait', language)} {wait.time.written}"
        passings.append(Passing(kind=Passage.WAIT, text=wait.time.written, tooltip=words))
    for handoff in placed.step.handoff:
        name = found.person_label(handoff.to)
        words = f"{label('handoff', language)} → {name}"
        passings.append(Passing(kind=Passage.HANDOFF, text=name, tooltip=words))
    return tuple(passings)


def _feelings(found: JourneyMap, placed: PlacedStep) -> dict[str, Feeling]:
    return {
        who: Feeling(
            value=feeling.value,
            words=": ".join(part for part in (found.person_label(who), feeling.written) if part),
        )
        for who, feeling in found.by_person(placed.step.emotion).items()
    }


def _link(found: JourneyMap, placed: PlacedStep) -> str:
    if placed.step.journey:
        return placed.step.journey
    cited = (found.evidence.find(name) for name in placed.step.evidence)
    return next((entry.item.link for entry in cited if entry and entry.item.link), "")


def _gaps(found: JourneyMap, placed: PlacedStep) -> Iterator[Lane]:
    """Yields the lanes in which a step says nothing although it should, as lint sees it."""
    step = placed.step
    if not step.offstage and found.of_persona(step.need) is None:
        yield Lane.NEED
    if found.serving(placed) and not step.channel:
        yield Lane.CHANNEL
    feeling = found.of_persona(step.emotion)
    if feeling is not None and feeling.value <= _LOW and not step.pains:
        yield Lane.PAINS
    if step.pains and not step.opportunities:
        yield Lane.OPPORTUNITIES


def _column(found: JourneyMap, placed: PlacedStep) -> Column:
    step, language = placed.step, found.journey.language or "en"
    assumed = found.is_assumed(step.evidence or found.journey.based_on)
    return Column(
        key=placed.id,
        stage=placed.stage.position,
        cells={lane: entries(found, placed) for lane, entries in _WORDS.items()},
        feelings=_feelings(found, placed),
        assumed=assumed,
        moments=step.moment,
        between=_between(found, placed),
        leaks=tuple(_leak(language, leak, assumed=assumed) for leak in step.leaks),
        link=_link(found, placed),
        gaps=frozenset(_gaps(found, placed)),
    )


def _people(found: JourneyMap, columns: tuple[Column, ...]) -> dict[str, str]:
    rated = dict.fromkeys(who for column in columns for who in column.feelings)
    own = [found.persona_id] if found.persona_id in rated else []
    order = [*own, *(who for who in rated if who not in own)]
    return {who: found.person_label(who) for who in order}


def _empty(placed: PlacedStage) -> Column:
    """Returns the column of a stage without steps: nobody could tell what happens there."""
    return Column(
        key=placed.id,
        stage=placed.position,
        cells={},
        feelings={},
        assumed=False,
        moments=(),
        between=(),
        leaks=(),
        link="",
        gaps=frozenset(LANES),
        empty=True,
    )


def _columns(found: JourneyMap) -> Iterator[Column]:
    """Yields steps and stages without any; nothing for a map without steps."""
    for stage in found.stages if found.steps else ():
        placed = found.steps_of(stage)
        yield from (_column(found, step) for step in placed)
        if not placed:
            yield _empty(stage)


def read(found: JourneyMap, lanes: tuple[Lane, ...] | None = None) -> Sheet:
    """Returns what the map view shows of a journey.

    Args:
        found: the journey.
        lanes: rows to show, filled or not; by default those that say anything at all.
    """
    columns = tuple(_columns(found))
    filled = tuple(lane for lane in LANES if any(column.says(lane) for column in columns))
    return Sheet(
        title=found.journey.title,
        subtitle=subtitle(found),
        language=found.journey.language or "en",
        stages=tuple(stage.label for stage in found.stages),
        columns=columns,
        lanes=lanes or filled,
        asked=bool(lanes),
        people=_people(found, columns),
    )
