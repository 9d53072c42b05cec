"""The sentence that says why a step presses: its gravest facts, in the language of the map."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from journeymap.analysis.drivers import WORST_HAZARD, Driver, Drives
from journeymap.analysis.effort import EffortKind, ways_back
from journeymap.model.journey import RatingScale
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.words.labels import label

if TYPE_CHECKING:
    from journeymap.analysis.analysis import Analysis

PHRASES = 4
"""At most so many things are told (house: more is no sentence)."""


def sentence(
    analysis: "Analysis",
    placed: PlacedStep,
    found: Drives,
    contributions: Mapping[Driver, float],
) -> str:
    """Returns what presses at a step.

    Facts come first, then feelings, then ratings, whatever they contribute: a board remembers a
    wait of six weeks sooner than a rating.

    Args:
        analysis: what is computed from the map.
        placed: the step.
        found: its drivers.
        contributions: points of the pressure by driver.

    Returns:
        A few phrases with commas between, or semicolons where one of them has a comma in it; empty
        where nothing presses.
    """
    phrases = [phrase for _, phrase in facts(analysis, placed, found, contributions)][:PHRASES]
    return ("; " if any("," in phrase for phrase in phrases) else ", ").join(phrases)


def facts(
    analysis: "Analysis",
    placed: PlacedStep,
    found: Drives,
    contributions: Mapping[Driver, float],
) -> Iterator[tuple[frozenset[Driver], str]]:
    """Walks all that presses at a step, in the order of telling.

    Args:
        analysis: what is computed from the map.
        placed: the step.
        found: its drivers.
        contributions: per driver how much it adds; what adds nothing is not told.

    Yields:
        What is told of, and the phrase, in the language of the map.
    """
    pressing = {driver for driver, points in contributions.items() if points > 0}
    for drivers, say in _PHRASES:
        if not drivers.isdisjoint(pressing):
            for phrase in say(analysis, placed, found):
                yield drivers, phrase


def _said(journey_map: JourneyMap, key: str, **parts: str) -> str:
    return label(key, journey_map.journey.language).format(**parts)


def _effort(analysis: "Analysis", placed: PlacedStep, _: Drives) -> Iterator[str]:
    said, step = analysis.map, placed.step
    for kind in analysis.efforts[placed.position].kinds:
        match kind:
            case EffortKind.LONG_WAIT:
                yield _said(said, "why-wait", time=step.wait.time.written if step.wait else "")
            case EffortKind.ASKED_TWICE:
                items = (each.item for each in analysis.asked_twice if each.step.id == placed.id)
                names = dict.fromkeys(map(said.information.label_of, items))
                yield _said(said, "why-asked", items=_and(said, names))
            case EffortKind.CHANNEL_IN_VAIN:
                names = dict.fromkeys(map(said.channels.label_of, step.instead_of))
                yield _said(said, "why-in-vain", channel=_and(said, names))
            case EffortKind.WAY_BACK:
                yield _way_back(analysis, placed)


def _way_back(analysis: "Analysis", placed: PlacedStep) -> str:
    ways = ways_back(analysis.ways, analysis.ways.exits[placed.position])
    share = sum(way.share or 0 for way in ways)
    if not share:
        return _said(analysis.map, "why-back")
    return _said(analysis.map, "why-back-share", n=_hundredths(share))


def _handoff(analysis: "Analysis", placed: PlacedStep, _: Drives) -> Iterator[str]:
    missing = dict.fromkeys(
        item
        for transfer in analysis.transfers
        if transfer.step.position == placed.position
        for item in transfer.missing
    )
    yield _said(analysis.map, "why-carried", items=_and(analysis.map, missing))


def _and(journey_map: JourneyMap, names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} {_said(journey_map, 'and')} {last}" if most else last


def _leaving(analysis: "Analysis", placed: PlacedStep, _: Drives) -> Iterator[str]:
    leaks = analysis.ways.exits[placed.position].leaks
    yield _said(analysis.map, "why-leave", n=_hundredths(sum(share or 0 for share in leaks)))


def _hundredths(share: float) -> str:
    return f"{round(100 * share, 1):g}"


def _hazard(analysis: "Analysis", placed: PlacedStep, found: Drives) -> Iterator[str]:
    inputs = found[Driver.HAZARD].inputs
    text = next(each.pain.text for each in placed.pains if each.id == inputs["pain"])
    score = float(inputs["severity"]) * float(inputs["probability"])
    yield _said(analysis.map, "why-hazard", pain=text, score=f"{score:g}", most=f"{WORST_HAZARD}")


def _feeling(analysis: "Analysis", _: PlacedStep, found: Drives) -> Iterator[str]:
    inputs, said = found[Driver.LOW_EMOTION].inputs, analysis.map
    who, written = str(inputs["person"]), str(inputs["written"])
    own = who == said.persona_id
    if not any(map(str.isalpha, written)):
        written = _said(said, "why-emotion", value=f"{inputs['emotion']:g}".replace("-", "−"))
    elif own:
        written = _said(said, "why-feels", feeling=written)
    yield written if own else f"{said.person_label(who)}: {written}"


def _memory(analysis: "Analysis", _: PlacedStep, found: Drives) -> Iterator[str]:
    alone = len(analysis.curve.peaks) == 1
    told = (name for name in found[Driver.MEMORY].inputs if alone or name == "end")
    yield from (_said(analysis.map, f"why-{name}") for name in told)


def _shared_peak(analysis: "Analysis", _: PlacedStep, found: Drives) -> Iterator[str]:
    """Says it last: what several steps share tells least of each of them."""
    lows = len(analysis.curve.peaks)
    if lows > 1 and "peak" in found[Driver.MEMORY].inputs:
        yield _said(analysis.map, "why-peak-shared", n=f"{lows}")


def _ratings(analysis: "Analysis", placed: PlacedStep, _: Drives) -> Iterator[str]:
    """Says the ratings as they are written, on the map's own scale."""
    said, step = analysis.map, placed.step
    scale = said.journey.scales.rating
    rating = analysis.ratings[placed.position]
    expected = said.of_persona(step.expected)
    given: dict[str, float | None] = {
        "importance": said.of_persona(step.importance),
        "expected": expected.rating if expected else None,
        "perceived": said.of_persona(step.perceived),
    }
    if scale is RatingScale.TOP_BOX:
        # Here the scale of what is expected is another one: points of 0 to 10 can be compared.
        given = {name: getattr(rating, name) for name in given}
    language = said.journey.language
    words = [
        f"{label(name, language)} {value:g}" for name, value in given.items() if value is not None
    ]
    yield f"{', '.join(words)} {label('of', language)} {scale.bounds[1]:g}"


_Say = Callable[["Analysis", PlacedStep, Drives], Iterator[str]]

_PHRASES: tuple[tuple[frozenset[Driver], _Say], ...] = (
    (frozenset({Driver.EFFORT}), _effort),
    (frozenset({Driver.HANDOFF}), _handoff),
    (frozenset({Driver.FLOW_GAIN}), _leaving),
    (frozenset({Driver.HAZARD}), _hazard),
    (frozenset({Driver.LOW_EMOTION}), _feeling),
    (frozenset({Driver.MEMORY}), _memory),
    (frozenset({Driver.UNMET_NEED, Driver.EXPECTATION_GAP}), _ratings),
    (frozenset({Driver.MEMORY}), _shared_peak),
)
"""What is said of which drivers, in the order of telling."""
