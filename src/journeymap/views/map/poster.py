"""What a poster shows besides the rows of a map: who it is, what is measured, what it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.figures import evidence_at
from journeymap.analysis.grounds import grounds
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.canvas import Canvas
from journeymap.views.kit.persona_cards import PAD, RADIUS, RISE, Cell, Line, cells, colours, lines
from journeymap.views.kit.portrait import draw_disc
from journeymap.views.kit.profiles import Profile, profiles
from journeymap.views.kit.scene import Box
from journeymap.views.kit.theme import Type
from journeymap.views.sheet.content import NO_BREAK, Column, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.words.facts import Reference
from journeymap.words.subtitle import evidence_name

_ROWS = ("goals", "frustrations", "behaviours", "needs", "motivations", "sources")
"""What is said of a persona on a poster, as far as there is room for it."""
_CARD, _CELL = 0.34, 18.0
"""Width of who she is, as a share of all, and least width of what is said of her in one respect, in
multiples of type."""
_DISC = 4.2
"""Diameter of a portrait, in multiples of type."""
_GAP = 8.0
"""White space between boxes, in points."""
_PEOPLE = 3
"""Personas side by side; of more the first."""
_LINES = 3
"""Lines in one respect before the rest goes to its tooltip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """Who a persona is: portrait, name, facts, and her own words.

    Attributes:
        told: what is said of her.
        disc: diameter of the portrait.
        words: what stands beside it.
    """

    told: Profile
    disc: float
    words: tuple[Line, ...]

    @property
    def height(self) -> float:
        """With the white space in its box."""
        return max(self.disc, sum(each.height for each in self.words)) + 2 * RISE

    def draw(self, canvas: Canvas, box: Box, colour: str) -> None:
        """Draws it in its box."""
        canvas.boxes.append(replace(box, fill=canvas.theme.panel, radius=RADIUS))
        at = (box.x + PAD + self.disc / 2, box.y + box.height / 2)
        name, picture = self.told.name, self.told.picture
        draw_disc(canvas, at, self.disc, name=name, picture=picture, colour=colour)
        y = box.y + (box.height - sum(each.height for each in self.words)) / 2
        for each in self.words:
            y = each.draw(canvas, box.x + 2 * PAD + self.disc, y)


def _card(told: Profile, width: float, kind: Type) -> _Card:
    disc = _DISC * kind.body
    room = width - 3 * PAD - disc
    words = [lines(told.name, room, kind.heading, most=2, bold=True)]
    ever_shorter = ((*told.aside, *told.lines), told.aside, told.aside[:1])
    facts = [
        lines(" · ".join(map(_kept, each)), room, kind.small, most=2, muted=True)
        for each in ever_shorter
    ]
    words += [next((each for each in facts if not each.whole), facts[-1])] if told.aside else []
    if told.quote:
        words.append(lines(told.quote, room, kind.body, most=2))
    return _Card(told=told, disc=disc, words=tuple(words))


def _kept(fact: str) -> str:
    """Returns a fact whose name no line ends with: "age: 34"."""
    return fact.replace(": ", f":{NO_BREAK}", 1)


Placed = tuple[_Card | Cell, Box]


@dataclass(frozen=True, slots=True, kw_only=True)
class Personas:
    """Whose journey it is, over the width of a page.

    Attributes:
        told: what is said of each.
    """

    told: tuple[Profile, ...]

    def height(self, width: float, kind: Type) -> float:
        """Returns its height, in points."""
        return max(part.height for part, _ in self._placed(width, kind))

    def draw(self, canvas: Canvas, top: float, width: float, kind: Type) -> None:
        """Draws it below an upper edge."""
        placed = list(self._placed(width, kind))
        tall = max(part.height for part, _ in placed)
        tones = iter(colours(canvas.theme, len(self.told)))
        for part, box in placed:
            at = replace(box, x=canvas.page.margin + box.x, y=top, height=tall)
            if isinstance(part, _Card):
                part.draw(canvas, at, next(tones))
            else:
                part.draw(canvas, at)

    def _placed(self, width: float, kind: Type) -> Iterator[Placed]:
        """Yields who they are and what is said of them, from left to right."""
        own = (width - (len(self.told) - 1) * _GAP) / len(self.told)
        for number, each in enumerate(self.told, 1):
            yield from _of_one(each, number, (number - 1) * (own + _GAP), own, kind)


def _of_one(told: Profile, number: int, left: float, width: float, kind: Type) -> Iterator[Placed]:
    """Yields one persona: who she is, then as many respects as have room."""
    rows = [key for key in _ROWS if key in told.rows]
    count = min(len(rows), int((1 - _CARD) * width // (_CELL * kind.body + _GAP)))
    first = _CARD * width if count else width
    wide = (width - first) / count - _GAP if count else 0.0
    key = f"persona-{number}"
    yield _card(told, first, kind), Box(x=left, y=0, width=first, height=0, key=key)
    said = cells(_joined(told), wide, kind, _LINES, named=True) if count else {}
    for i, row in enumerate(rows[:count]):
        x = left + first + _GAP + i * (wide + _GAP)
        yield said[row], Box(x=x, y=0, width=wide, height=0, key=f"{key}.{row}")


def _joined(told: Profile) -> Profile:
    """Returns a persona with what is said in each respect as one text."""
    rows = {
        key: replace(fact, entries=(Reference(text="; ".join(each.text for each in fact.entries)),))
        for key, fact in told.rows.items()
    }
    return replace(told, rows=rows)


def with_all(sheet: Sheet, journey_map: JourneyMap) -> Sheet:
    """Returns a sheet with what a poster shows besides.

    Args:
        sheet: the map in words.
        journey_map: the map.
    """
    told = [each for each in profiles(journey_map)[:_PEOPLE] if not each.is_bare]
    numbers, sources = _sources(journey_map) if Lane.EVIDENCE in sheet.lanes else ({}, ())
    columns = tuple(_numbered(column, numbers) for column in sheet.columns) if numbers else ()
    return replace(
        sheet,
        columns=columns or sheet.columns,
        band=Personas(told=tuple(told)) if told else None,
        sources=sources,
        poster=True,
    )


def _sources(journey_map: JourneyMap) -> tuple[dict[str, list[int]], tuple[str, ...]]:
    """Returns numbers of the evidence of each step, by its id, and what they stand for.

    They stand for the sources that are told below the title, in the same order.
    """
    named = [name for step in journey_map.steps for name in evidence_at(step)]
    told = [each.id for each in grounds(journey_map).sources]
    entries = journey_map.evidence.meant((*told, *named))
    language = journey_map.journey.language
    order = [each.id for each in entries]
    numbers = {
        step.id: sorted(
            order.index(each.id) + 1 for each in journey_map.evidence.meant(evidence_at(step))
        )
        for step in journey_map.steps
    }
    return numbers, tuple(evidence_name(each, language) for each in entries)


def _numbered(column: Column, numbers: dict[str, list[int]]) -> Column:
    """Returns a column whose evidence is told by numbers."""
    own: Sequence[int] = numbers.get(column.key, ())
    words = (" · ".join(map(str, own)),) if own else ()
    return replace(column, cells={**column.cells, Lane.EVIDENCE: words})
