"""What the flow view says: steps, the ways between them, and who leaves."""

from collections.abc import Iterator
from math import isfinite

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.analysis.flow import OFTEN, Flow, people
from journeymap.analysis.transitions import Transition, Transitions
from journeymap.model.between import Outcome
from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.sheet.cell_texts import action_words
from journeymap.views.sheet.ends import ends
from journeymap.views.sheet.figure_words import leak_words
from journeymap.views.sheet.passings import handed, late
from journeymap.views.sheet.ways_back import share_of
from journeymap.words.completion import completing, renewing
from journeymap.words.labels import label
from journeymap.words.people import starting
from journeymap.words.times import number as number_of

ASSUMED = "*"
"""Marks the share of a way, beside which there is no room for a word."""

_FATES = {
    "lost": "lost-n", "neither": "neither-n",
    "left": "leave-n", "unknown": "unknown-n", "endless": "endless-n",
}  # fmt: skip
"""Labels of what may become of those who enter, in the order in which they are told."""
_ALL = 0.9995
"""Share from which on everybody goes: nothing is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step, or the end of the journey.

    Attributes:
        key: its id; "" for the end.
        number: from 1; 0 for the end.
        stage: position of its stage.
        title: what happens.
        head: its number, and how many ever come there.
        returns: how often each of them comes there, where a way leads back to it; of the end how
            many begin anew.
        handoffs: who takes over, and without what.
        lacking: which of these lack something.
        late: by how much its deadline is missed.
        leaks: those who leave, and ends that are no success.
        otherwise: which of these are ends that are no loss either.
    """

    key: str
    number: int
    stage: int
    title: str
    head: str
    returns: str
    handoffs: tuple[str, ...]
    leaks: tuple[str, ...]
    otherwise: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way from one stop to another.

    Attributes:
        source: position of the stop that it leaves.
        target: position of the stop that it leads to.
        share: the share of those there who take it; "" where all do, or where it is unknown.
        part: the same as a number, 0 to 1; None where it is unknown.
        volume: share of all who enter that pass it, 0 to 1; None where it is unknown.
        back: whether it leads back.
    """

    source: int
    target: int
    share: str
    part: float | None
    volume: float | None
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The flow in words.

    Attributes:
        stops: the steps in order, then the end.
        links: the ways between them.
        stages: names of stages.
        summary: what becomes of all who enter.
        language: of labels.
    """

    stops: tuple[Stop, ...]
    links: tuple[Link, ...]
    stages: tuple[str, ...]
    summary: str
    language: str


def read(analysis: Analysis) -> Net:
    """Returns the flow of a map in words."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language or "en"
    stops = [_stop(analysis, placed_step, language) for placed_step in journey_map.steps]
    flow = analysis.flow
    end = Stop(
        key="",
        number=0,
        stage=journey_map.steps[-1].stage.position,
        title=_end(analysis, language) + (ASSUMED if flow and flow.assumed else ""),
        head="",
        returns=_anew(analysis, language),
        handoffs=(),
        leaks=(),
    )
    return Net(
        stops=(*stops, end),
        links=tuple(_links(analysis, len(stops))),
        stages=tuple(stage.label for stage in journey_map.stages),
        summary=_summary(analysis, language),
        language=language,
    )


def _end(analysis: Analysis, language: str) -> str:
    """Returns how many come to the end; of a cycle those alone who do not begin anew."""
    flow, starts = analysis.flow, analysis.journey_map.journey.starts
    if flow is None:
        return label("the-end", language)
    words, share, anew = completing(analysis), flow.completion, renewing(analysis)
    ended = flow.of_100["completion"] - people(anew)
    if anew and ended > 0:
        words, share = label("end-here-n", language).format(n=ended), share - anew
    return f"{words} ({starting(starts, share, language)})" if starts else words


def _anew(analysis: Analysis, language: str) -> str:
    """Returns how many of those who complete the journey begin anew; "" where nobody does."""
    anew = renewing(analysis)
    return label("come-back-n", language).format(n=people(anew)) if anew else ""


def _summary(analysis: Analysis, language: str) -> str:
    """Tells what becomes of all who enter, or why nothing is known of that."""
    flow = analysis.flow
    if flow is None:
        return label("tangled-ways" if analysis.is_tangled else "order-only", language)
    parts = [
        label(key, language).format(n=flow.of_100[fate])
        for fate, key in _FATES.items()
        if flow.of_100[fate]
    ]
    words = ", ".join((completing(analysis), *parts))
    return f"{words} ({label('assumed-share', language)})" if flow.assumed else words


def _stop(analysis: Analysis, placed_step: PlacedStep, language: str) -> Stop:
    journey_map, flow = analysis.journey_map, analysis.flow
    number = str(placed_step.position + 1)
    if flow:
        step = flow.steps[placed_step.position]
        came = label("come-here", language).format(n=people(step.people))
        mark = ASSUMED if step.standing is Standing.ASSUMED else ""
        number += f" · {came}{mark}"
    ended, taken = list(ends(journey_map, placed_step)), list(handed(analysis, placed_step))
    return Stop(
        key=placed_step.id,
        number=placed_step.position + 1,
        stage=placed_step.stage.position,
        title=action_words(journey_map, placed_step),
        head=number,
        returns=_returns(analysis, placed_step, language),
        handoffs=tuple(words for words, _ in taken),
        lacking=frozenset(words for words, lacks in taken if lacks),
        late=tuple(late(analysis, placed_step)),
        leaks=(
            *(leak_words(journey_map, placed_step, leak) for leak in placed_step.step.leaks),
            *(words for words, _ in ended),
        ),
        otherwise=frozenset(words for words, counts in ended if counts is Outcome.NEITHER),
    )


def _links(analysis: Analysis, end: int) -> Iterator[Link]:
    """Yields the ways between steps and to the end that anybody may take."""
    flow = analysis.flow
    for exits in analysis.ways.exits:
        source = exits.step.position
        for way in exits.ways:
            if not way.is_open or (way.ends and not way.completes):
                continue
            share = way.share if flow else None
            splits = share is not None and share < _ALL
            yield Link(
                source=source,
                target=end if way.target is None else way.target,
                share=_said(analysis, exits, way) if splits else "",
                part=share,
                volume=_volume(flow, source, share),
                back=way.back,
            )


def _said(analysis: Analysis, exits: Transitions, way: Transition) -> str:
    """Returns the share of a way, with a short mark where it is assumed."""
    words, assumed = share_of(analysis, exits, way)
    return words + (ASSUMED if assumed else "")


def _returns(analysis: Analysis, placed_step: PlacedStep, language: str) -> str:
    """Returns how often each comes to a step, as shares are of passings; "" where it is once."""
    times = analysis.flow.steps[placed_step.position].times if analysis.flow else 1.0
    again = isfinite(times) and times > OFTEN
    if not again:
        return ""
    return label("times-each", language).format(n=number_of(round(times, 1), language))


def _volume(flow: Flow | None, source: int, share: float | None) -> float | None:
    """Returns the share of all who enter that pass a way."""
    if flow is None or share is None:
        return None
    return min(1.0, flow.steps[source].visits * share)


def crossing(net: Net, source: int, shown: range) -> Iterator[str]:
    """Yields words for the ways from a stop to steps on other pages."""
    for link in net.links:
        if link.source == source and link.target not in shown:
            stop = net.stops[link.target]
            where = f"{stop.number} {stop.title}" if stop.number else stop.title
            yield " ".join(part for part in (link.share, f"→ {where}") if part)
