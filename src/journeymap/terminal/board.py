"""What the terminal map says: a journey's steps with their words and signs, before any width."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import is_assumed
from journeymap.model.between import Leak, Outcome
from journeymap.model.feelings import Feeling
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.step import Moment
from journeymap.quick_dataclass import dataclass
from journeymap.tables.about import why
from journeymap.views.sheet import content
from journeymap.views.sheet.content import Column
from journeymap.views.sheet.ends import ends
from journeymap.views.sheet.figure_words import wait_words
from journeymap.views.sheet.lanes import LABELS, Lane
from journeymap.words.headlines import headline
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.whose import each_or_all

LANES = (Lane.CHANNEL, Lane.NEED, Lane.PAINS, Lane.OPPORTUNITIES)
"""Rows of words below the emotion curve."""
MOMENTS = {
    Moment.CRITICAL: "◆",
    Moment.TRUTH: "◎",
    Moment.TRUST_INFLECTION: "▲",
    Moment.FIRST_IMPRESSION: "⚑",
}
"""Signs of moments, of the same shapes as in pictures."""
WAIT, HANDOFF, LEAK, OTHERWISE = "◷", "⇥", "↘", "↳"
"""Signs of what happens after a step."""
FILLED, HOLLOW = "●■▼✦", "○□▽✧"
"""Signs of people on the curve; hollow where a value rests on assumptions."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How somebody feels at a step.

    Attributes:
        person: position among the people of the board.
        value: -2 to +2.
        word: as it was written; a number with its sign.
    """

    person: int
    value: float
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A moment, or what happens after a step: a symbol of one cell, and words."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A step.

    Attributes:
        number: from 1; 0 for a stage without steps.
        stage: position of its stage.
        action: what happens.
        moods: feelings at it, the persona's first.
        assumed: whether they rest on assumptions or on nothing.
        words: the entries of each of `LANES` that has any.
        moments: what makes it stand out.
        after: waits, hand-offs and those who leave.
    """

    number: int
    stage: int
    action: str
    moods: tuple[Mood, ...]
    assumed: bool
    words: dict[Lane, tuple[str, ...]]
    moments: tuple[Sign, ...]
    after: tuple[Sign, ...]

    @property
    def empty(self) -> bool:
        """Whether it stands for a stage without steps."""
        return not self.number

    def mood(self, person: int) -> Mood | None:
        """Returns how this person feels at the step."""
        return next((mood for mood in self.moods if mood.person == person), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The whole map.

    Attributes:
        title: of the map.
        headline: what is most worth saying of it; empty where that is its title.
        first: what is to be done first; empty where that is not known.
        subtitle: persona, state, evidence, review and owner.
        head: purpose, scope, goal and team, each with its name.
        language: of labels.
        stages: names of stages; "" for an unnamed one.
        items: steps in order, with one for each stage that has none.
        lanes: those of `LANES` that say anything.
        people: names of those whose feelings are known, the persona first.
    """

    title: str
    headline: str
    first: str
    subtitle: str
    head: tuple[tuple[str, str], ...]
    language: str
    stages: tuple[str, ...]
    items: tuple[Item, ...]
    lanes: tuple[Lane, ...]
    people: tuple[str, ...]

    def say(self, key: str) -> str:
        """Returns a label in the language of the map."""
        return label(key, self.language)

    def label(self, lane: Lane) -> str:
        """Returns the name of a lane."""
        return self.say(LABELS[lane])

    def symbol(self, person: int, *, hollow: bool = False) -> str:
        """Returns the sign of a person on the curve."""
        if person < len(FILLED):
            return (HOLLOW if hollow else FILLED)[person]
        return _LETTERS[(person - len(FILLED)) % len(_LETTERS)]

    def stretches(self, items: Sequence[Item]) -> Iterator[tuple[int, list[Item]]]:
        """Yields the stages of some steps, each with those of its steps that are among them."""
        for stage in dict.fromkeys(item.stage for item in items):
            yield stage, [item for item in items if item.stage == stage]


def read(journey_map: JourneyMap, first: str = "") -> Board:
    """Returns what the terminal map of a journey says, with what is to be done first."""
    sheet = content.read(journey_map)
    people = list(sheet.people)
    said = headline(Analysis(journey_map=journey_map)) if journey_map.steps else sheet.title
    steps = iter(journey_map.steps)
    items = tuple(
        _empty(column) if column.empty else _item(journey_map, next(steps), column, people)
        for column in sheet.columns
    )
    return Board(
        title=sheet.title,
        headline="" if said == sheet.title else said,
        first=first,
        subtitle=sheet.subtitle.lines[0],
        head=tuple(
            (fact.label, ", ".join(entry.text for entry in fact.entries))
            for fact in why(journey_map)
        ),
        language=sheet.language,
        stages=sheet.stages,
        items=items,
        lanes=tuple(lane for lane in LANES if any(lane in item.words for item in items)),
        people=tuple(sheet.people.values()),
    )


def _item(
    journey_map: JourneyMap, placed_step: PlacedStep, column: Column, people: Sequence[str]
) -> Item:
    feelings = journey_map.by_person(placed_step.step.emotion, placed_step)
    moods = (
        Mood(person=i, value=feeling.value, word=_word(feeling))
        for i, feeling in enumerate(map(feelings.get, people))
        if feeling is not None and feeling.value is not None
    )
    language = journey_map.journey.language or "en"
    return Item(
        number=placed_step.position + 1,
        stage=column.stage,
        action=column.cells[Lane.ACTION][0],
        moods=tuple(moods),
        assumed=column.assumed,
        words={lane: column.cells[lane] for lane in LANES if column.cells[lane]},
        moments=tuple(
            Sign(symbol=MOMENTS[m], words=label(m.value, language)) for m in column.moments
        ),
        after=tuple(_after(journey_map, placed_step, language)),
    )


def _empty(column: Column) -> Item:
    """Returns what stands for a stage without steps."""
    return Item(
        number=0,
        stage=column.stage,
        action="",
        moods=(),
        assumed=False,
        words={},
        moments=(),
        after=(),
    )


def _word(feeling: Feeling) -> str:
    """Returns a feeling as it was written; a number gets its sign."""
    if not feeling.written.lstrip("+-−.")[:1].isdigit():
        return feeling.written
    return f"{feeling.value or 0:+g}".replace("-", "−") if feeling.value else "0"


def _after(journey_map: JourneyMap, placed_step: PlacedStep, language: str) -> Iterator[Sign]:
    if wait := wait_words(journey_map, placed_step):
        yield Sign(symbol=WAIT, words=f"{label('wait', language)} {wait}")
    for handoff in placed_step.step.handoff:
        name = journey_map.person_label(handoff.to)
        yield Sign(symbol=HANDOFF, words=f"{label('handoff', language)} → {name}")
    for leak in placed_step.step.leaks:
        yield Sign(symbol=LEAK, words=_leaves(journey_map, placed_step, leak))
    for words, counts in ends(journey_map, placed_step):
        yield Sign(symbol=OTHERWISE if counts is Outcome.NEITHER else LEAK, words=words)


def _leaves(journey_map: JourneyMap, placed_step: PlacedStep, leak: Leak) -> str:
    language = journey_map.journey.language
    assumed = is_assumed(journey_map, placed_step, leak.evidence)
    say = partial(percent, assumed=assumed, language=language)
    share = each_or_all(journey_map, leak.share, leak.shares, say)
    assumed = assumed and bool(share)
    share += " " * bool(share)
    words = marked(f"{share}{label('leave', language)}", language, assumed=assumed)
    words += f" → {journey_map.person_label(leak.to)}" if leak.to else ""
    return f"{words}: {leak.why}" if leak.why else words
