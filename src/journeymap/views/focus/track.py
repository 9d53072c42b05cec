"""The way of the focus view: stages above the curve of emotions, with steps called out on it."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import groupby
from math import hypot

from journeymap.analysis.emotion import Curve as Emotions
from journeymap.analysis.evidence import lacks_grounds
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.curve import leaps, through
from journeymap.views.kit.emotion_axis import draw_axis, draw_zero
from journeymap.views.kit.scene import (
    Box,
    Curve,
    Marker,
    Point,
    Shape,
    line,
    oblong,
)
from journeymap.views.kit.theme import LEADING, Type

_GAP = 4.0
"""White space between headers of stages, in points."""
_LINES = 2
"""Lines of a stage's name before the rest goes to its tooltip."""
_LEAST = 22.0
"""Width of a header below which it has no words, in points."""
_EDGE = 14.0
"""Room in the panel above an emotion of +2 and below one of -2, in points."""
_ROUND = 1.45
"""Diameter of a point that lies around a face, in multiples of the face."""
_FACES = 14.0
"""Width of a step, in points, below which a curve has no faces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Where stages, steps and the curve stand.

    Attributes:
        steps: the steps of the map.
        emotions: how the persona feels.
        hollow: per step, whether its emotion rests on assumptions.
        language: of labels.
        left: left edge of the panel.
        right: right edge of the panel.
        kind: sizes of type.
        others: how further personas feel.
        away: by person the steps at which they are not.
    """

    steps: Sequence[PlacedStep]
    emotions: Emotions
    hollow: Sequence[bool]
    language: str
    left: float
    right: float
    kind: Type
    others: Sequence[Emotions] = ()
    away: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def absent(self, emotions: Emotions) -> frozenset[int]:
        """Returns the steps at which the person of a curve is not."""
        return self.away.get(emotions.person, frozenset())

    @property
    def leaps(self) -> bool:
        """Whether a curve leaps over steps without a rating at which its person is."""
        return any(
            leaps([point.step.position for point in each.known], self.absent(each))
            for each in (self.emotions, *self.others)
        )

    @property
    def mixed(self) -> bool:
        """Whether several things are felt at once anywhere."""
        every = (self.emotions, *self.others)
        return any(each.lowest < each.highest for curve in every for each in curve.known)

    @property
    def wide(self) -> float:
        """Width of a step."""
        return (self.right - self.left) / len(self.steps)

    @property
    def rated(self) -> bool:
        """Whether anything is known of emotions."""
        return bool(self.emotions.known)

    def x(self, position: int) -> float:
        """Returns the middle of a step."""
        return self.left + (position + 0.5) * self.wide

    def stages(self) -> list[tuple[int, float, float, str]]:
        """Returns position, left and right edge and name of each stage that has steps."""
        stages = []
        for stage, group in groupby(self.steps, key=lambda step: step.stage.position):
            own = list(group)
            left = self.x(own[0].position) - self.wide / 2
            right = self.x(own[-1].position) + self.wide / 2
            stages.append((stage, left, right - _GAP, own[0].stage.label))
        stage, left, right, name = stages[-1]
        return [*stages[:-1], (stage, left, right + _GAP, name)]

    def names(self) -> list[tuple[str, ...]]:
        """Returns the names of stages in lines."""
        names = []
        for _, left, right, name in self.stages():
            room, size = right - left - 12, self.kind.small
            lines = measure.wrap(name, room, size, bold=True) if room >= _LEAST else ()
            names.append(measure.clip(lines, _LINES, room, size))
        return names

    @property
    def header(self) -> float:
        """Height of the headers of stages; 0 where none has a name."""
        most = max(map(len, self.names()))
        return most * self.kind.small * LEADING + 8 if most else 0.0


def of(
    journey_map: JourneyMap,
    emotions: Emotions,
    edges: tuple[float, float],
    kind: Type,
    others: Sequence[Emotions] = (),
) -> Track:
    """Returns the track of a map between two edges."""
    return Track(
        steps=journey_map.steps,
        emotions=emotions,
        hollow=[lacks_grounds(journey_map, placed_step) for placed_step in journey_map.steps],
        language=journey_map.journey.language or "en",
        left=edges[0],
        right=edges[1],
        kind=kind,
        others=others,
        away={each.person: journey_map.absent(each.person) for each in (emotions, *others)},
    )


class TrackPainter:
    """Paints the track."""

    def __init__(self, track: Track, canvas: Canvas, top: float, bottom: float) -> None:
        self.track, self.canvas, self.theme = track, canvas, canvas.theme
        self.top, self.bottom = top, bottom
        self.panel = top + (track.header and track.header + _GAP)
        self.face = glyphs.face_size(track.kind.body)
        self.badge = round(track.kind.heading * 1.6)

    def paint(self, called: Mapping[int, int]) -> dict[int, Point]:
        """Paints it and returns where the steps stand that are called out.

        Args:
            called: the number of each step to call out, by its position.
        """
        self._stages()
        track = self.track
        self.canvas.boxes.append(
            Box(
                x=track.left, y=self.panel, width=track.right - track.left,
                height=self.bottom - self.panel, fill=self.theme.panel, radius=6,
            )
        )  # fmt: skip
        self._axis()
        points = self._points()
        known = (point.step.position for point in track.emotions.known)
        rated = [(position, points[position]) for position in known]
        self._others()
        self.canvas.draw(
            *through(
                rated, colour=self.theme.curves[0], width=2.6, absent=track.absent(track.emotions)
            )
        )
        self._spans()
        self._marks(points, called)
        for step, (x, _) in zip(track.steps, points, strict=True):
            half = track.wide / 2 - 1
            edges = (x - half, self.panel + 2, x + half, self.bottom - 2)
            self.canvas.areas.append(oblong(step.id, edges))
        return self._badges(points, called)

    def y(self, value: float) -> float:
        """Returns where an emotion from -2 to +2 stands."""
        top, low = self.panel + _EDGE, self.bottom - _EDGE
        return top + (2 - value) / 4 * (low - top)

    def _stages(self) -> None:
        track = self.track
        for (stage, left, right, name), lines in zip(track.stages(), track.names(), strict=True):
            if not track.header:
                return
            box = Box(
                x=left, y=self.top, width=right - left, height=track.header,
                fill=self.theme.stage(stage).strong, radius=5,
                key=f"stage-{stage + 1}", tooltip=name,
            )  # fmt: skip
            size, ink = track.kind.small, self.theme.page
            self.canvas.label(box, lines, Style(size=size, colour=ink, bold=True, tooltip=name))

    def _axis(self) -> None:
        track = self.track
        draw_zero(self.canvas, (track.left, track.right), self.y(0))
        if track.rated:
            draw_axis(self.canvas, track.left, self.y, track.language, track.kind.small)

    def _points(self) -> list[Point]:
        """Returns where each step stands: on the curve, else between its neighbours on it."""
        track = self.track
        known = [(point.step.position, point.value) for point in track.emotions.known]
        return [
            (track.x(step.position), self.y(_between(known, step.position))) for step in track.steps
        ]

    def _others(self) -> None:
        """Draws the curves of further personas behind that of the first one."""
        track = self.track
        for i, emotions in enumerate(track.others, 1):
            colour = self.theme.curves[i % len(self.theme.curves)]
            rated = [
                (point.step.position, (track.x(point.step.position), self.y(point.value)))
                for point in emotions.known
            ]
            self.canvas.draw(
                *through(rated, colour=colour, width=1.6, absent=track.absent(emotions))
            )
            for position, at in rated if track.wide >= _FACES else ():
                point = track.emotions.points[position]
                size = (
                    self.face * _ROUND if point and self.y(point.value) == at[1] else glyphs.POINT
                )
                hollow = track.hollow[position]
                self.canvas.draw(glyphs.point(at, colour, self.theme, hollow=hollow, size=size))

    def _spans(self) -> None:
        """Draws bars from the lowest to the highest of what is felt at once."""
        for i, emotions in enumerate((self.track.emotions, *self.track.others)):
            colour = self.theme.curves[i % len(self.theme.curves)]
            for each in emotions.known:
                if each.lowest < each.highest:
                    x = self.track.x(each.step.position)
                    ends = (x, self.y(each.lowest)), (x, self.y(each.highest))
                    self.canvas.draw(line(*ends, colour=colour, width=glyphs.SPAN))

    def _marks(self, points: Sequence[Point], called: Mapping[int, int]) -> None:
        track = self.track
        crowded = track.wide < _FACES
        for placed_step, emotion in zip(track.steps, track.emotions.points, strict=True):
            i = placed_step.position
            if i in called or (crowded and emotion):
                continue
            if emotion:
                face = glyphs.face(
                    points[i], emotion.value, self.theme, hollow=track.hollow[i], size=self.face
                )
                self.canvas.draw(*face)
            elif not track.rated and not crowded:
                dot = Marker(
                    shape=Shape.CIRCLE, x=points[i][0], y=points[i][1], size=8,
                    fill=self.theme.middle, tooltip=placed_step.label,
                )  # fmt: skip
                self.canvas.draw(dot)

    def _badges(self, points: Sequence[Point], called: Mapping[int, int]) -> dict[int, Point]:
        """Draws the badges and returns where they stand: on the curve, or below it for room."""
        placed: dict[int, Point] = {}
        for i in sorted(called):
            x, y = points[i]
            low = self.bottom - self.badge / 2 - 1
            spots = [(x, y), *((x, y + k * self.badge / 2) for k in range(1, 40))]
            spots += [(x, y - k * self.badge / 2) for k in range(1, 40)]
            spots += [(x + k * (self.badge + 2), y) for k in (1, -1, 2, -2)]
            free = (
                spot
                for spot in spots
                if self.panel <= spot[1] <= low
                and all(
                    hypot(spot[0] - a, spot[1] - b) > self.badge + 1 for a, b in placed.values()
                )
            )
            placed[i] = next(free, points[i])
            if placed[i] != points[i]:
                self.canvas.draw(line(points[i], placed[i], colour=self.theme.accent, width=1.4))
        for i, at in placed.items():
            figures = self.track.kind.heading
            words = str(called[i])
            self.canvas.draw(*glyphs.badge(at, words, self.theme, size=self.badge, figures=figures))
        return placed

    def leader(self, start: Point, end: Point) -> Curve:
        """Returns the line from a step down to its card, below the panel and all names."""
        (x, y), (to, low) = start, end
        y += self.badge / 2
        drop = self.bottom + 1
        third = (drop - y) / 3
        half = (drop + low) / 2
        return Curve(
            points=(
                (x, y), (x, y + third), (x, y + 2 * third), (x, drop),
                (x, half), (to, half), (to, low),
            ),
            colour=self.theme.accent,
            width=1.4,
        )  # fmt: skip


def _between(known: Sequence[tuple[int, float]], position: int) -> float:
    """Returns the value at a step, or where a straight line between its neighbours stands."""
    before = max((pair for pair in known if pair[0] <= position), default=None)
    after = min((pair for pair in known if pair[0] >= position), default=None)
    if before is None or after is None:
        nearest = before or after
        return nearest[1] if nearest else 0.0
    if before[0] == after[0]:
        return before[1]
    share = (position - before[0]) / (after[0] - before[0])
    return before[1] + share * (after[1] - before[1])
