"""What the map view shows of a journey, as words in columns: the picture before geometry."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from journeymap.analysis.call_outs import CallOut
from journeymap.analysis.evidence import lacks_grounds
from journeymap.model.between import Leak, Outcome
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import Moment
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.page_frame import Band
from journeymap.views.sheet.callouts import Callout, callouts
from journeymap.views.sheet.cell_texts import WORDS, told_metrics
from journeymap.views.sheet.ends import completed, ends
from journeymap.views.sheet.figure_words import leak_words, wait_words
from journeymap.views.sheet.lanes import DEFAULT, LABELS, LINES, Lane, Row, Rows
from journeymap.views.sheet.stage_notes import Aside
from journeymap.words.labels import label
from journeymap.words.subtitle import Subtitle, subtitle


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """A wait, a hand-off or people who leave.

    Attributes:
        kind: which of them.
        text: a few words beside its glyph.
        tooltip: the same at length.
        differs: whether it is another one in another map that is compared.
        lacks: whether something is known to be missing in it.
        brief: ever fewer words where there is room for no more; empty where there are none.
        better: whether it is better in another map, so that a loss is told as none.
    """

    kind: Passage
    text: str
    tooltip: str
    differs: bool = False
    lacks: bool = False
    brief: tuple[str, ...] = ()
    better: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """An emotion of somebody at a step.

    Attributes:
        value: -2 to +2; the mean where several are felt at once.
        words: who feels what, as it was written.
        span: the lowest and the highest of those felt at once.
        hollow: whether it rests on assumptions or on nothing.
        word: what alone is felt; empty where a number or an emoji was written.
        name: who feels it, where that is not the only persona.
    """

    value: float
    words: str
    span: tuple[float, float]
    hollow: bool
    word: str = ""
    name: str = ""


class Ground(StrEnum):
    """What the ground of a cell says."""

    STAGE = "stage"
    PLAIN = "plain"
    PAIN = "pain"
    IDEA = "idea"
    PANEL = "panel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """A face in a cell.

    Attributes:
        value: -2 to +2.
        hollow: whether it rests on assumptions.
    """

    value: float
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A step.

    Attributes:
        key: the step's id.
        stage: position of its stage among all stages.
        cells: the entries of each lane of words.
        feelings: emotion by person id.
        moments: marks of the step.
        between: waits and hand-offs after it.
        leaks: those who leave here or in the wait after it.
        link: a map of its own, or the first evidence with a link; "" for none.
        gaps: rows that are there to be written in.
        empty: whether it stands for a stage without steps.
        offstage: whether the persona takes no part in it.
        callout: its place among the leverage points; None for most steps.
        moods: faces before the last entry of a row.
        grounds: rows whose cell stands out here, and as what.
        missed: readings that miss their targets, as they are written in their row.
        silent: rows of people who are there and of whom no more is said.
        present: ids of everybody who is there; None where that is not told.
    """

    key: str
    stage: int
    cells: Mapping[Row, tuple[str, ...]]
    feelings: Mapping[str, Feeling]
    moments: tuple[Moment, ...]
    between: tuple[Passing, ...]
    leaks: tuple[Passing, ...]
    link: str
    gaps: frozenset[Row] = frozenset()
    empty: bool = False
    offstage: bool = False
    callout: Callout | None = None
    moods: Mapping[Row, Mood] = field(default_factory=dict)
    grounds: Mapping[Row, Ground] = field(default_factory=dict)
    missed: frozenset[str] = frozenset()
    silent: frozenset[Row] = frozenset()
    present: frozenset[str] | None = None

    @property
    def assumed(self) -> bool:
        """Whether any of its emotions rests on assumptions or on nothing."""
        return any(feeling.hollow for feeling in self.feelings.values())

    def says(self, lane: Row) -> bool:
        """Tells whether it has anything in a lane."""
        if lane is Lane.EMOTION:
            return bool(self.feelings or self.between or self.leaks)
        return bool(self.cells.get(lane)) or lane in self.silent


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
        stay: whether rows stay where they say nothing.
        people: ids of those whose emotions are shown, the persona first, with their names.
        names: of rows.
        said: what stands below the names of rows where these are high enough for it.
        roomy: whether empty cells are there to be written in.
        lines: words on the dashed line above a row; most rows have none.
        leads: rows in the larger type of headings.
        personas: ids of those of these people whose journey it is; whoever is first, if nobody is.
        sources: evidence whose numbers stand in its row, in their order.
        band: what stands above the picture; None for nothing.
        poster: whether it is a poster, read on the wall or on paper in the hand.
        whole: whether it is laid out on a single page or not at all.
        follows: whether an overview stands before several pages, and tells what is called out.
        asides: what stands below the names of stages, where a page has room; none by default.
        titles: yields what a page with some steps and rows can be called; None where all
            pages have the title of the map.
    """

    title: str
    subtitle: Subtitle
    language: str
    stages: tuple[str, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Row, ...]
    stay: bool
    people: Mapping[str, str]
    names: Mapping[Row, str] = field(default_factory=dict)
    said: Mapping[Row, tuple[str, ...]] = field(default_factory=dict)
    roomy: bool = False
    lines: Mapping[Row, str] = field(default_factory=dict)
    leads: frozenset[Row] = frozenset()
    personas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    band: Band | None = None
    poster: bool = False
    whole: bool = False
    follows: bool = False
    asides: tuple[Aside, ...] = ()
    titles: Callable[[Sequence[str], Sequence[Row]], Iterator[str]] | None = None


def away(columns: Sequence[Column], who: str) -> frozenset[int]:
    """Returns which of these columns are steps at which a person is not; none if she is at none."""
    told = [(i, each.present) for i, each in enumerate(columns) if each.present is not None]
    absent = frozenset(i for i, present in told if who not in present)
    return absent if len(absent) < len(told) else frozenset()


NO_BREAK = "\u00a0"
"""A space at which no line breaks."""
_SIGNS = {Outcome.LOST: Passage.LEAK, Outcome.NEITHER: Passage.OTHERWISE}
"""How an end that is no success is drawn."""
_HERS = frozenset({Lane.NEED, Lane.THOUGHT, Lane.EXPECTED, Lane.CHANNEL, Lane.GAINS, Lane.PAINS})
"""Rows that tell of the persona."""


def _leak(journey_map: JourneyMap, placed_step: PlacedStep, leak: Leak) -> Passing:
    text = leak_words(journey_map, placed_step, leak)
    tooltip = f"{text}: {leak.why}" if leak.why else text
    return Passing(kind=Passage.LEAK, text=text, tooltip=tooltip)


def _between(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[Passing, ...]:
    language = journey_map.journey.language or "en"
    passings = []
    if wait := wait_words(journey_map, placed_step):
        words = f"{label('wait', language)} {wait}"
        passings.append(Passing(kind=Passage.WAIT, text=wait, tooltip=words))
    for handoff in placed_step.step.handoff:
        name = journey_map.person_label(handoff.to)
        words = f"{label('handoff', language)} → {name}"
        passings.append(Passing(kind=Passage.HANDOFF, text=name, tooltip=words))
    return tuple(passings)


def _feelings(journey_map: JourneyMap, placed_step: PlacedStep) -> dict[str, Feeling]:
    personas = journey_map.persona_ids
    alone = personas if len(personas) < 2 else ()  # noqa: PLR2004 - one has no others
    return {
        who: Feeling(
            value=feeling.value,
            words=": ".join(
                part for part in (journey_map.person_label(who), feeling.written) if part
            ),
            span=(min(feeling.values), max(feeling.values)),
            hollow=lacks_grounds(journey_map, placed_step),
            word=feeling.word,
            name="" if who in alone else journey_map.short_label(who),
        )
        for who, feeling in journey_map.by_person(placed_step.step.emotion, placed_step).items()
        if feeling.value is not None
    }


def _link(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    if placed_step.step.journey:
        return placed_step.step.journey
    cited = journey_map.evidence.meant(placed_step.step.evidence)
    return next((entry.item.link for entry in cited if entry.item.link), "")


def _column(journey_map: JourneyMap, placed_step: PlacedStep) -> Column:
    step = placed_step.step
    return Column(
        key=placed_step.id,
        stage=placed_step.stage.position,
        cells={lane: entries(journey_map, placed_step) for lane, entries in WORDS.items()},
        feelings=_feelings(journey_map, placed_step),
        moments=step.moment,
        between=_between(journey_map, placed_step),
        leaks=(
            *(_leak(journey_map, placed_step, leak) for leak in step.leaks),
            *(
                Passing(kind=_SIGNS[counts], text=words, tooltip=words)
                for words, counts in ends(journey_map, placed_step)
            ),
            *(
                Passing(kind=Passage.COMPLETED, text=words, tooltip=words)
                for words in completed(journey_map, placed_step)
            ),
        ),
        link=_link(journey_map, placed_step),
        offstage=step.offstage,
        present=frozenset(journey_map.present(placed_step)),
        missed=frozenset(
            each.words for each in told_metrics(journey_map, placed_step) if each.missed
        ),
    )


def _people(journey_map: JourneyMap, columns: tuple[Column, ...]) -> dict[str, str]:
    rated = dict.fromkeys(who for column in columns for who in column.feelings)
    own = [who for who in journey_map.persona_ids if who in rated]
    order = [*own, *(who for who in rated if who not in own)]
    return {who: journey_map.person_label(who) for who in order}


def empty_column(key: str, stage: int) -> Column:
    """Returns the column of a stage without steps: nobody could tell what happens there."""
    return Column(
        key=key,
        stage=stage,
        cells={},
        feelings={},
        moments=(),
        between=(),
        leaks=(),
        link="",
        empty=True,
    )


def _columns(journey_map: JourneyMap, chosen: Sequence[CallOut]) -> Iterator[Column]:
    """Yields steps and stages without any; nothing for a map without steps."""
    called = callouts(journey_map, chosen)
    for stage in journey_map.stages if journey_map.steps else ():
        placed_step = journey_map.steps_of(stage)
        yield from (
            replace(_column(journey_map, step), callout=called.get(step.position))
            for step in placed_step
        )
        if not placed_step:
            yield empty_column(stage.id, stage.position)


def _roomy(column: Column, lanes: Sequence[Row]) -> Column:
    """Returns a column all of whose empty cells are there to be written in.

    Where the persona takes no part, that is nothing of hers.
    """
    empty = {lane for lane in lanes if not column.says(lane)}
    others = {Lane.EMOTION, *(_HERS if column.offstage else ())}
    return replace(column, gaps=frozenset(empty - others))


def _flat(columns: Sequence[Column], lanes: tuple[Lane, ...]) -> tuple[Column, ...]:
    """Returns columns without emotions where these are not asked for."""
    if Lane.EMOTION in lanes:
        return tuple(columns)
    return tuple(replace(column, feelings={}) for column in columns)


def _shown(columns: Sequence[Column], rows: Rows) -> tuple[Lane, ...]:
    """Returns the rows to show; waits, hand-offs and leaks never go with the emotions."""
    filled = {lane for lane in Lane if any(column.says(lane) for column in columns)}
    passing = any(column.between or column.leaks for column in columns)
    kept = {Lane.EMOTION} if passing else set()
    return tuple(
        lane
        for lane in Lane
        if lane in kept or (lane in rows.lanes and (rows.stay or lane in filled))
    )


def _names(
    journey_map: JourneyMap, columns: Sequence[Column], lanes: Sequence[Lane], language: str
) -> dict[Row, str]:
    """Returns the names of rows; without emotions theirs tells of what is between steps."""
    names: dict[Row, str] = {lane: label(LABELS[lane], language) for lane in lanes}
    every = (idea for step in journey_map.steps for idea in step.opportunities)
    if any(idea.opportunity.from_ for idea in every):
        ideas, seen_by = (label(key, language) for key in ("opportunities", "seen-by"))
        names[Lane.OPPORTUNITIES] = f"{ideas} ({seen_by.replace(' ', NO_BREAK)})"
    if not any(column.feelings for column in columns):
        names[Lane.EMOTION] = label("between", language)
    return names


def read(
    journey_map: JourneyMap, rows: Rows = DEFAULT, called: Sequence[CallOut] = (), fact: str = ""
) -> Sheet:
    """Returns what the map view shows of a journey.

    Args:
        journey_map: the journey.
        rows: which rows to show.
        called: the steps to call out.
        fact: what is told of the whole map below its title.
    """
    # Without the steps nothing carries the numbers of call-outs.
    numbered = called if Lane.ACTION in rows.lanes else ()
    columns = _flat(tuple(_columns(journey_map, numbered)), rows.lanes)
    language = journey_map.journey.language or "en"
    lanes, people = _shown(columns, rows), _people(journey_map, columns)
    if rows.roomy:
        columns = tuple(column if column.empty else _roomy(column, lanes) for column in columns)
    return Sheet(
        title=journey_map.journey.title,
        subtitle=subtitle(journey_map, fact),
        language=language,
        stages=tuple(stage.label for stage in journey_map.stages),
        columns=columns,
        lanes=lanes,
        stay=rows.stay,
        people=people,
        names=_names(journey_map, columns, lanes, language),
        roomy=rows.roomy,
        lines={
            lane: label(key, language)
            for lane, key in LINES.items()
            if lane in lanes and lanes.index(lane)
        },
        personas=tuple(filter(people.__contains__, journey_map.persona_ids)) or tuple(people)[:1],
    )
