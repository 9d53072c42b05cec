"""A map today beside the map as it would be: completion, losses, mean emotion, rank."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.drivers import FULL_GAIN, Driver
from journeymap.analysis.emotion import Curve
from journeymap.analysis.evidence import Standing
from journeymap.analysis.leverage import HIGHEST, Point
from journeymap.analysis.measures import Measures
from journeymap.analysis.time import Part, Total
from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import NOTHING, Column, Kind, Reader, Table, shown
from journeymap.words.labels import label, marked
from journeymap.words.reasons import MOST, joined, phrase
from journeymap.words.time_sums import length

_FIGURES = {"rank": Kind.NUMBER, "pressure": Kind.NUMBER, "lost": Kind.SHARE}
"""What is told of a step, today and then."""
_DAYS = ("today", "then")
_PLACES = 9
"""Decimal places to which figures are compared."""

_Pair = tuple[float | None, float | None]
"""A figure today and then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A step today and then.

    Attributes:
        step: the step.
        figures: rank, pressure, and the share of entrants lost there; None where it is unknown.
        assumed: whether a pressure rests on assumptions, today or then.
        guessed: whether the share that is lost does.
    """

    step: PlacedStep
    figures: Mapping[str, _Pair]
    assumed: bool
    guessed: bool

    @property
    def differs(self) -> bool:
        """Whether anything that the table tells is another figure."""
        return any(_rounded(today) != _rounded(then) for today, then in self.figures.values())


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _PLACES)


def build(today: Analysis, then: Analysis, changes: Sequence[str]) -> Table[_Change]:
    """Tells what becomes of a map's figures.

    Args:
        today: the map as it is.
        then: the map with other values; it has the same steps.
        changes: what is supposed, as it was written.
    """
    language = today.journey_map.journey.language
    steps = tuple(_changes(today, then))
    differing = tuple(each for each in steps if each.differs)
    return Table(
        title=today.journey_map.journey.title,
        lines=(
            label("what-if", language).format(changes=", ".join(changes)),
            *_lines(today, then, language),
            *_held(today, then, language),
            *((label("same", language),) if not differing else ()),
        ),
        columns=tuple(_columns(language)),
        items=differing,
        all_items=steps,
        head={
            "journey": today.journey_map.id,
            "path": today.journey_map.path,
            "what_if": list(changes),
            **_record(today, then),
            **_record_of_each(today, then),
        },
        key="points",
        notes=(
            *([label("note-assumed", language)] if any(c.assumed for c in differing) else ()),
            *_notes(today, then, language),
        ),
    )


def _changes(today: Analysis, then: Analysis) -> Iterator[_Change]:
    points = {point.step.position: point for point in then.leverage}
    for before in today.leverage:
        at = before.step.position
        after = points[at]
        yield _Change(
            step=before.step,
            figures={
                "rank": (before.rank, after.rank),
                "pressure": (before.pressure, after.pressure),
                "lost": (_lost(today, at), _lost(then, at)),
            },
            assumed=before.assumed or after.assumed,
            guessed=any(_is_guessed(each, at) for each in (today, then)),
        )


def _is_guessed(analysis: Analysis, at: int) -> bool:
    flow = analysis.flow
    return flow is not None and flow.steps[at].lost_standing is Standing.ASSUMED


def _lost(analysis: Analysis, at: int) -> float | None:
    return analysis.flow.steps[at].lost if analysis.flow else None


_NAMES = {
    "completion": "completes",
    "left": "leaves",
    "mean_emotion": "emotion-mean",
    "waiting": "waiting-time",
}
"""What figures of the whole journey are called."""


def _figures(today: Measures, then: Measures) -> Iterator[tuple[str, float | None, float | None]]:
    flows = today.flow, then.flow
    for key in ("completion", "left"):
        before, after = (getattr(flow, key) if flow else None for flow in flows)
        yield key, before, after
    yield "mean_emotion", today.curve.mean, then.curve.mean
    waits = (each.times.whole.main[Part.WAITING] for each in (today, then))
    before, after = (each.days if each.is_known else None for each in waits)
    yield "waiting", before, after


def _record(today: Measures, then: Measures) -> dict[str, object]:
    return {key: {"today": before, "then": after} for key, before, after in _figures(today, then)}


def _record_of_each(today: Analysis, then: Analysis) -> dict[str, object]:
    """Returns the same for programs of each of several personas."""
    own = {who: _record(one, then.of_each[who]) for who, one in today.of_each.items()}
    return {"of_each": own} if own else {}


def _lines(today: Analysis, then: Analysis, language: str | None) -> Iterator[str]:
    """Yields the figures of the whole journey today and then, of each persona where they differ."""
    each = [
        (today.journey_map.short_label(who), dict(_told(one, then.of_each[who], language)))
        for who, one in today.of_each.items()
    ]
    for key, pair in _told(today, then, language):
        own = [(name, told[key]) for name, told in each if key in told]
        line = label("from-to", language).format(
            what=label(_NAMES[key], language), today=pair[0], then=pair[1]
        )
        if all(told == pair for _, told in own):
            yield line
            continue
        named = "; ".join(f"{name} {' → '.join(dict.fromkeys(told))}" for name, told in own)
        alone = key == "mean_emotion"  # a curve is one person's: there is none of all together
        yield f"{label(_NAMES[key], language)}: {named}" if alone else f"{line} ({named})"


def _told(
    today: Measures, then: Measures, language: str | None
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yields what is known of the whole journey, today and then, in words."""
    guessed = any(each.flow and each.flow.assumed for each in (today, then))
    for key, before, after in _figures(today, then):
        if before is None and after is None:
            continue
        if key == "waiting":
            sums = (each.times.whole.main[Part.WAITING] for each in (today, then))
            one, other = (_length(total, language) for total in sums)
        elif key == "mean_emotion":
            one, other = (_mean(each.curve, language) for each in (today, then))
        else:
            one, other = (shown(figure, Kind.SHARE, assumed=guessed) for figure in (before, after))
        yield key, (one, other)


def _mean(curve: Curve, language: str | None) -> str:
    assumed = any(point.assumed for point in curve.known)
    return marked(shown(curve.mean, Kind.NUMBER), language, assumed=assumed)


def _length(total: Total, language: str | None) -> str:
    words = length(total, language)
    return marked(words, language, assumed=total.assumed) if words else NOTHING


_FULL: Mapping[Driver, tuple[str, float]] = {Driver.FLOW_GAIN: ("gain", FULL_GAIN)}
"""Drivers that more of their input does not raise, with the input and where it is full."""


def _held(today: Analysis, then: Analysis, language: str | None) -> Iterator[str]:
    """Says of each step that is changed what holds its pressure up: a cap, and what is left."""
    after = {point.step.position: point for point in then.leverage}
    for before in sorted(today.leverage, key=lambda point: point.step.position):
        point = after[before.step.position]
        if before.step.step != point.step.step:
            yield from _caps(before, point, language)
            if point.reasons:
                yield label("held-up", language).format(
                    step=point.step.label,
                    pressure=f"{point.pressure:.0f}",
                    reasons=joined(
                        f"{phrase(each, then.journey_map, language)} ({each.points:.0f})"
                        for each in point.reasons[:MOST]
                    ),
                )


def _caps(before: Point, after: Point, language: str | None) -> Iterator[str]:
    """Says which caps hide that something changes."""
    step = after.step.label
    if before.pressure == after.pressure == HIGHEST:
        yield label("held-pressure", language).format(
            step=step, today=f"{before.uncapped:.0f}", then=f"{after.uncapped:.0f}"
        )
    for driver, (name, full) in _FULL.items():
        drives = before.drives[driver], after.drives[driver]
        guessed = any(drive.assumed for drive in drives)
        figures = [shown(drive.inputs.get(name), Kind.SHARE, assumed=guessed) for drive in drives]
        if all(drive.value == 1 for drive in drives) and figures[0] != figures[1]:
            yield label("held-driver", language).format(
                step=step,
                driver=label(driver, language),
                full=shown(full, Kind.SHARE),
                today=figures[0],
                then=figures[1],
            )


def _columns(language: str | None) -> Iterator[Column[_Change]]:
    say = partial(label, language=language)

    def step(each: _Change) -> str:
        return f"{each.step.label} {say('assumed')}" if each.assumed else each.step.label

    yield Column(key="step", title=say("step"), value=step, json=lambda each: each.step.id)
    yield Column(key="stage", json=lambda each: each.step.stage.id)
    singles = {name: tuple(_singles(name, say)) for name in _FIGURES}
    for name in _FIGURES:
        yield Column(
            key=name,
            title=say(name),
            kind=Kind.NUMBER,
            value=partial(_both, singles[name]),
            json=partial(_pair, name),
            reader=Reader.PEOPLE,
            spare=1 if name == "lost" else 0,
        )
    yield from chain.from_iterable(singles.values())
    yield Column(key="assumed", json=lambda each: each.assumed)


def _singles(name: str, say: Callable[[str], str]) -> Iterator[Column[_Change]]:
    """Yields the columns of a figure today and then."""
    for at, day in enumerate(_DAYS):
        yield Column(
            title=say(f"{name}-{day}"),
            kind=_FIGURES[name],
            value=partial(_figure, name, at),
            assumed=lambda each: each.guessed,
            decimals=1 if name == "pressure" else None,
            reader=Reader.PROGRAMS,
        )


def _figure(name: str, at: int, each: _Change) -> float | None:
    return each.figures[name][at]


def _pair(name: str, each: _Change) -> Mapping[str, float | None]:
    return dict(zip(_DAYS, each.figures[name], strict=True))


def _both(singles: Sequence[Column[_Change]], each: _Change) -> str:
    """Returns a figure today and then, or once where it stays."""
    words = dict.fromkeys(single.shown(each) for single in singles)
    return "\u00a0→\u00a0".join(words).replace(" ", "\u00a0")


def _notes(today: Analysis, then: Analysis, language: str | None) -> Iterator[str]:
    if any(flow and flow.assumed for flow in (today.flow, then.flow)):
        yield label("flow-assumed", language)
    yield label("note-what-if", language)
