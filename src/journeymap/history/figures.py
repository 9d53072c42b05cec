"""How a map stands, in a few figures: what tables of maps and of revisions tell of each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isfinite
from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.analysis.time import Part
from journeymap.compare.field_words import signed
from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.journey import Status
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label
from journeymap.words.shares import percent
from journeymap.words.time_sums import length
from journeymap.words.times import said
from journeymap.workspace.files import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a map.

    Attributes:
        value: a share from 0 to 1, days, points of feeling, or of pressure; None where it is not
            known.
        words: the same in words; "" where it is not known.
        assumed: whether it rests on assumptions.
    """

    value: float | None = None
    words: str = ""
    assumed: bool = False

    def told(self, unit: str = "") -> str:
        """Returns it in words, with a mark where it is assumed; "" where it is not known."""
        return marked(f"{self.words}{unit}", assumed=self.assumed) if self.words else ""


def marked(words: str, *, assumed: bool) -> str:
    """Returns words of a table with the mark of what is assumed."""
    return f"{words} {label('assumed', None)}" if assumed else words


UNKNOWN = Figure()
"""A figure that nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The step where pressure is highest, or one of which it is asked how high it is there.

    Attributes:
        step: its id.
        label: what happens there.
        rank: its place by pressure, from 1.
        pressure: points, 0 to 100.
        assumed: whether what presses rests on assumptions.
    """

    step: str
    label: str
    rank: int
    pressure: float
    assumed: bool

    @property
    def told(self) -> str:
        """The step with its pressure, with a mark where what presses is assumed."""
        return marked(f"{self.label} ({self.pressure:.0f})", assumed=self.assumed)

    @property
    def record(self) -> dict[str, object]:
        """The same for programs."""
        return {
            "step": self.step,
            "label": self.label,
            "rank": self.rank,
            "pressure": self.pressure,
            "assumed": self.assumed,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a map stands, or one step of it.

    Attributes:
        claims: the status that the map says it has; None where nothing could be read.
        meets: the strictest status whose rules all hold; None where those of a draft do not.
        counts: how many findings weigh so much.
        emotion: the mean feeling along the map, -2 to 2, or the one at the step.
        completion: the share of those who begin that complete the journey; of a step the share of
            those there who complete it.
        lost: the share of those who begin that leave, or end without what they came for; of a step
            those who do there.
        waiting: days that are waited along the main way, or at the step.
        first: the first leverage point, or the step as one; None where there are no steps.
    """

    claims: Status | None = None
    meets: Status | None = None
    counts: tuple[tuple[Severity, int], ...] = ()
    emotion: Figure = UNKNOWN
    completion: Figure = UNKNOWN
    lost: Figure = UNKNOWN
    waiting: Figure = UNKNOWN
    first: First | None = None

    @property
    def is_assumed(self) -> bool:
        """Whether any of them rests on assumptions."""
        every = (self.emotion, self.completion, self.lost, self.waiting, self.first)
        return any(each is not None and each.assumed for each in every)

    @property
    def weights(self) -> str:
        """How many errors, warnings and notes there are: `0/2/5`."""
        return "/".join(str(self.count(each)) for each in Severity)

    def count(self, severity: Severity) -> int:
        """Returns how many findings weigh so much."""
        return dict(self.counts).get(severity, 0)


def analysis_of(seen: Workspace, path: Path) -> Analysis | None:
    """Returns what is computed of a map; None where nothing of it can be read.

    Args:
        seen: the map with all that it leads to, with what could not be read marked as unknown.
        path: the map.
    """
    file = seen.files[path]
    if file.journey_map is None:
        return None
    return Analysis(journey_map=file.journey_map, weights=file.configuration.weights)


def figures_of(
    analysis: Analysis | None, findings: Sequence[Diagnostic], meets: Status | None
) -> Figures:
    """Returns how a whole map stands.

    Args:
        analysis: what is computed of it; None where nothing of it can be read.
        findings: what lint tells of it.
        meets: the status that it meets.
    """
    counts = _counted(findings)
    if analysis is None:
        return Figures(meets=meets, counts=counts)
    return Figures(
        claims=_claims(analysis),
        meets=meets,
        counts=counts,
        emotion=known(analysis, emotion),
        completion=known(analysis, completion),
        lost=known(analysis, _lost),
        waiting=known(analysis, waiting),
        first=if_read(lambda: _point(analysis, ""), None),
    )


def step_figures_of(
    analysis: Analysis, findings: Sequence[Diagnostic], meets: Status | None, step: str
) -> Figures:
    """Returns how one step of a map stands.

    Args:
        analysis: what is computed of the map.
        findings: what lint tells of the map.
        meets: the status that the map meets.
        step: the id of the step, which is there.
    """
    here = [replace(each, more=0) for each in findings if each.step.raw == step]
    return Figures(
        claims=_claims(analysis),
        meets=meets,
        counts=_counted(here),
        emotion=known(analysis, lambda it: _emotion_at(it, step)),
        completion=known(analysis, lambda it: _completion_from(it, step)),
        lost=known(analysis, lambda it: _lost_at(it, step)),
        waiting=known(analysis, lambda it: _wait_at(it, step)),
        first=if_read(lambda: _point(analysis, step), None),
    )


def known(analysis: Analysis, way: Callable[[Analysis], Figure]) -> Figure:
    """Returns a figure; unknown where it depends on what could not be read."""
    return if_read(lambda: way(analysis), UNKNOWN)


def completion(analysis: Analysis) -> Figure:
    """Returns the share of those who begin that complete the journey."""
    flow = analysis.flow
    if flow is None:
        return UNKNOWN
    least = "at least " if flow.unknown else ""
    words = f"{least}{100 * flow.completion:.0f}"
    return Figure(value=flow.completion, words=words, assumed=flow.assumed)


def _lost(analysis: Analysis) -> Figure:
    flow = analysis.flow
    if flow is None:
        return UNKNOWN
    lost = flow.left + flow.lost
    words = percent(lost, assumed=flow.assumed)
    return Figure(value=lost, words=words, assumed=flow.assumed)


def _lost_at(analysis: Analysis, step: str) -> Figure:
    flow = analysis.flow
    at = next((each for each in flow.steps if each.step.id == step), None) if flow else None
    if at is None:
        return UNKNOWN
    assumed = at.lost_standing is Standing.ASSUMED
    lost = at.lost + at.failed
    return Figure(value=lost, words=percent(lost, assumed=assumed), assumed=assumed)


def waiting(analysis: Analysis) -> Figure:
    """Returns how long is waited along the main way, in days."""
    return _time(analysis, Part.WAITING)


def elapsed(analysis: Analysis) -> Figure:
    """Returns how long it takes along the main way, in days."""
    return _time(analysis, Part.ELAPSED)


def emotion(analysis: Analysis) -> Figure:
    """Returns the mean feeling along the journey, -2 to 2."""
    curve = analysis.curve
    if curve.mean is None:
        return UNKNOWN
    assumed = any(point.assumed for point in curve.known)
    return Figure(value=curve.mean, words=signed(round(curve.mean, 1), None), assumed=assumed)


def _time(analysis: Analysis, part: Part) -> Figure:
    total = analysis.times.whole.main[part]
    is_known = total.is_known and isfinite(total.days)
    return Figure(
        value=total.days if is_known else None, words=length(total, None), assumed=total.assumed
    )


def _emotion_at(analysis: Analysis, step: str) -> Figure:
    point = next((each for each in analysis.curve.known if each.step.id == step), None)
    if point is None:
        return UNKNOWN
    return Figure(value=point.value, words=signed(point.value, None), assumed=point.assumed)


def _completion_from(analysis: Analysis, step: str) -> Figure:
    flow = analysis.flow
    at = next((each for each in flow.steps if each.step.id == step), None) if flow else None
    if flow is None or at is None:
        return UNKNOWN
    return Figure(value=at.completion, words=f"{100 * at.completion:.0f}", assumed=flow.assumed)


def _wait_at(analysis: Analysis, step: str) -> Figure:
    at = next(each for each in analysis.journey_map.steps if each.id == step)
    wait = at.step.wait
    if wait is None or not isfinite(wait.time.days):
        return UNKNOWN
    return Figure(value=wait.time.days, words=said(wait.time, "en"))


def _point(analysis: Analysis, step: str) -> First | None:
    point = next((each for each in analysis.leverage if step in {"", each.step.id}), None)
    if point is None:
        return None
    return First(
        step=point.step.id,
        label=point.step.label,
        rank=point.rank,
        pressure=point.pressure,
        assumed=point.assumed,
    )


def _claims(analysis: Analysis) -> Status | None:
    return if_read(lambda: analysis.journey_map.journey.status, None)


def _counted(findings: Sequence[Diagnostic]) -> tuple[tuple[Severity, int], ...]:
    return tuple(
        (each, sum(it.count for it in findings if it.severity is each)) for each in Severity
    )
