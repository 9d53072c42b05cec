"""The comparison: two maps of one journey as two curves over one grid, and what changes."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.emotion import curve
from journeymap.analysis.evidence import is_assumed, lacks_grounds
from journeymap.analysis.measures import Measures
from journeymap.analysis.time import Part
from journeymap.compare.pairing import Pair, Pairing, pair
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.scene import Scene
from journeymap.views.options import ViewOptions
from journeymap.views.sheet import content
from journeymap.views.sheet.cell_texts import channels
from journeymap.views.sheet.content import (
    Column,
    Feeling,
    Ground,
    Passing,
    Sheet,
    wait_words,
)
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.views.sheet.painter import draw
from journeymap.views.tailored_map import entitled, seen_by
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.subtitle import named, subtitle
from journeymap.words.time_sums import length

FIRST, SECOND = "first", "second"
"""Ids of the two curves."""
_NOW: Row = Lane.ACTION
_THEN = "then"
"""Rows of what happens in either map."""
_PAINS, _LATER = "pains-now", "pains-then"
"""Rows of what hurts in either map."""


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a map and another one of the same journey over one grid.

    Args:
        analysis: the map.
        options: what the picture is to look like, with the map to compare with.

    Returns:
        One scene a page; none for two maps without steps.

    Raises:
        NothingToShowError: there is no map to compare with.
        PageTooSmallError: the page is too small for a single step.
    """
    other = options.against
    if other is None:
        raise NothingToShowError(
            "there is nothing to compare with: name another map with --against, "
            "or the desired one in the map (desired:)"
        )
    journey_map, other = _protagonists(analysis.journey_map), _protagonists(other)
    if journey_map.journey.state is State.CURRENT and other.journey.state is State.DESIRED:
        return draw(sheet(journey_map, other), theme=options.theme, page=options.size)
    return draw(sheet(other, journey_map), theme=options.theme, page=options.size)


def _protagonists(journey_map: JourneyMap) -> JourneyMap:
    """Returns a map of several personas as that of the protagonist alone, whose the curve is."""
    if not journey_map.persona_ids[1:]:
        return journey_map
    own, language = seen_by(journey_map, journey_map.persona_id), journey_map.journey.language
    only = label("only-of", language).format(who=journey_map.short_label(journey_map.persona_id))
    return entitled(own, f"{journey_map.journey.title} ({only})")


def sheet(first: JourneyMap, second: JourneyMap) -> Sheet:
    """Returns two maps of a journey in words, the earlier one or today's first."""
    language = first.journey.language or "en"
    pairing = pair(first, second)
    columns = tuple(_columns(first, second, pairing))
    names = _names(first, second, language)
    same = all(_is_same(first, second, each) for group in pairing.pairs for each in group)
    changes = () if same else (_THEN,)
    lanes: tuple[Row, ...] = (_NOW, Lane.EMOTION, *changes, _PAINS, _LATER)
    summary = (
        _summary(pairing, language),
        _moods(first, second, language),
        _waiting(first, second, language),
    )
    return Sheet(
        title=first.journey.title,
        subtitle=named(subtitle(first), " · ".join(filter(None, summary))),
        language=language,
        stages=pairing.stages,
        columns=columns,
        lanes=tuple(lane for lane in lanes if any(column.says(lane) for column in columns)),
        stay=False,
        people={
            who: names[row]
            for who, row in ((FIRST, _NOW), (SECOND, _THEN))
            if any(who in column.feelings for column in columns)
        },
        names={
            **names,
            Lane.EMOTION: label("emotion", language),
            _PAINS: f"{label('pains', language)}: {names[_NOW]}",
            _LATER: f"{label('pains', language)}: {names[_THEN]}",
        },
    )


def _names(first: JourneyMap, second: JourneyMap, language: str) -> dict[Row, str]:
    """Returns what the two maps are called."""
    if first.journey.state is not second.journey.state:
        keys = (first.journey.state.value, second.journey.state.value)
    else:
        keys = ("earlier", "later")
    return {row: label(key, language) for row, key in zip((_NOW, _THEN), keys, strict=True)}


def _summary(pairing: Pairing, language: str) -> str:
    """Counts what changes: "2 steps new, 1 left out, 3 elsewhere"."""
    pairs = [each for group in pairing.pairs for each in group]
    counts = {
        "added": sum(each.first is None for each in pairs),
        "removed": sum(each.second is None for each in pairs),
        "moved": sum(each.moved for each in pairs),
        "reworded": sum(_reworded(each) for each in pairs),
    }
    counted = [f"{label(key, language)}: {count}" for key, count in counts.items() if count]
    return ", ".join(counted) or label("same-steps", language)


def _moods(first: JourneyMap, second: JourneyMap, language: str) -> str:
    """Tells how the mean emotion of the persona changes; "" where one of the two is unknown."""
    means = [curve(journey_map).mean for journey_map in (first, second)]
    if None in means:
        return ""
    change = " → ".join(f"{mean or 0.0:+.1f}".replace("-", "−") for mean in means)
    return f"{label('mean-emotion', language)} {change}"


def _is_same(first: JourneyMap, second: JourneyMap, each: Pair) -> bool:
    """Tells whether nothing is to be said of a step in the second map."""
    return not (
        each.first is None
        or each.second is None
        or each.moved
        or _reworded(each)
        or _channels(first, second, each)
    )


def _channels(first: JourneyMap, second: JourneyMap, each: Pair) -> str:
    """Returns how the channels of a step change; "" where they stay."""
    if each.first is None or each.second is None:
        return ""
    before = ", ".join(channels(first, each.first))
    after = ", ".join(channels(second, each.second))
    return _change(before, after) if before != after else ""


def _reworded(each: Pair) -> bool:
    return bool(each.first and each.second and each.first.label != each.second.label)


def _columns(first: JourneyMap, second: JourneyMap, pairing: Pairing) -> Iterator[Column]:
    for stage, group in enumerate(pairing.pairs):
        if not group:
            yield content.empty_column(f"stage-{stage + 1}", stage)
        for each in group:
            yield _column(first, second, each, stage)


def _column(first: JourneyMap, second: JourneyMap, each: Pair, stage: int) -> Column:
    language = first.journey.language or "en"
    cells = {
        _NOW: (each.first.label,) if each.first else (),
        _THEN: tuple(_then(first, second, each)),
        _PAINS: _pains(each.first),
        _LATER: _pains(each.second),
    }
    later = Ground.PLAIN if _is_same(first, second, each) else Ground.IDEA
    return Column(
        key=_column_key(first, each),
        stage=stage,
        cells=cells,
        feelings=dict(_feelings(first, second, each)),
        moments=(),
        between=tuple(_waits((first, second), each, language)),
        leaks=tuple(_leaks((first, second), each, language)),
        link="",
        gaps=frozenset(),
        grounds={
            _NOW: Ground.STAGE,
            _THEN: later if each.second else Ground.PAIN,
            _PAINS: Ground.PAIN,
            _LATER: Ground.PAIN,
        },
    )


def _column_key(first: JourneyMap, each: Pair) -> str:
    """Returns the id of the step; of a new one a name that no step of the first map has."""
    own = each.step.id
    return f"{own}_new" if each.first is None and first.find_step(own) else own


def _then(first: JourneyMap, second: JourneyMap, each: Pair) -> Iterator[str]:
    """Yields what becomes of a step in the second map."""
    language = first.journey.language
    if each.second is None:
        yield label("left-out", language)
        return
    if each.first is None:
        yield f"{label('new', language)}: {each.second.label}"
        return
    if _reworded(each):
        yield each.second.label
    if each.moved:
        yield label("elsewhere", language).format(n=each.second.position + 1)
    if change := _channels(first, second, each):
        yield change
    if _is_same(first, second, each):
        yield label("unchanged", language)


def _pains(placed_step: PlacedStep | None) -> tuple[str, ...]:
    return tuple(entry.pain.text for entry in placed_step.pains) if placed_step else ()


def _feelings(first: JourneyMap, second: JourneyMap, each: Pair) -> Iterator[tuple[str, Feeling]]:
    """Yields the persona's emotion in either map."""
    for who, journey_map, placed_step in (
        (FIRST, first, each.first),
        (SECOND, second, each.second),
    ):
        feeling = (
            journey_map.of_persona(placed_step.step.emotion, placed_step) if placed_step else None
        )
        if placed_step and feeling is not None and feeling.value is not None:
            yield (
                who,
                Feeling(
                    value=feeling.value,
                    words=feeling.written,
                    span=(min(feeling.values), max(feeling.values)),
                    hollow=lacks_grounds(journey_map, placed_step),
                ),
            )


def _change(before: str, after: str) -> str:
    return before if before == after else f"{before or '–'} → {after or '–'}"


def _waiting(first: JourneyMap, second: JourneyMap, language: str) -> str:
    """Returns how long is waited in either map; empty where neither says so."""
    sums = [Measures(journey_map=each).times.whole.main[Part.WAITING] for each in (first, second)]
    told = [length(each, language) for each in sums]
    return f"{label('waiting-time', language)}: {_change(*told)}" if any(told) else ""


def _waits(maps: tuple[JourneyMap, JourneyMap], each: Pair, language: str) -> Iterator[Passing]:
    """Yields the wait after a step, in both maps where it differs."""
    written = [
        wait_words(journey_map, placed_step) if placed_step else ""
        for journey_map, placed_step in zip(maps, (each.first, each.second), strict=True)
    ]
    if any(written):
        text = _change(*written)
        yield Passing(kind=Passage.WAIT, text=text, tooltip=f"{label('wait', language)} {text}")


def _leaks(maps: tuple[JourneyMap, JourneyMap], each: Pair, language: str) -> Iterator[Passing]:
    """Yields the share of those who leave at a step, in both maps where it differs."""
    words = [
        _lost(journey_map, placed_step) if placed_step else ""
        for journey_map, placed_step in zip(maps, (each.first, each.second), strict=True)
    ]
    if any(words):
        text = _change(*words)
        yield Passing(kind=Passage.LEAK, text=text, tooltip=f"{text} {label('leave', language)}")


def _lost(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns the share of those at a step who leave; empty where it is not stated."""
    leaks = [leak for leak in placed_step.step.leaks if leak.share is not None]
    if not leaks:
        return ""
    assumed = any(is_assumed(journey_map, placed_step, leak.evidence) for leak in leaks)
    share = percent(sum(leak.share or 0.0 for leak in leaks), assumed=assumed)
    return marked(share, journey_map.journey.language, assumed=assumed)
