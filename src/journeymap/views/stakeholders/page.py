"""The stakeholder view: who does, needs and feels what, and who hands what to whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import lacks_grounds
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.analysis.matrices import Contact
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.scene import Scene
from journeymap.views.options import ViewOptions
from journeymap.views.sheet import content
from journeymap.views.sheet.content import Column, Mood, Passing, Sheet
from journeymap.views.sheet.lanes import Lane, Row, Rows
from journeymap.views.sheet.painter import draw
from journeymap.words.labels import label
from journeymap.words.reasons import listed
from journeymap.words.subtitle import named
from journeymap.words.view_titles import of_handoffs, of_people

_ABSENT = Contact(present=False, need=None, thought=None, quote=None, emotion=None, channels=())
"""What a step is for somebody of whom it says nothing."""


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws people over steps.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small for a single step.
    """
    told = sheet(analysis)
    if not options.title:  # each page is called by the hand-offs that stand on it
        told = replace(told, titles=partial(_titles, analysis))
    return draw(told, theme=options.theme, page=options.size)


def _titles(analysis: Analysis, steps: Sequence[str], _rows: Sequence[Row]) -> Iterator[str]:
    """Yields what a page with some steps can be called: of hand-offs on it, else of people."""
    yield from of_handoffs(analysis, steps)
    yield from of_people(analysis, steps)


def sheet(analysis: Analysis) -> Sheet:
    """Returns people over steps in words."""
    journey_map, matrix = analysis.journey_map, analysis.people_matrix
    plain = content.read(journey_map, Rows(lanes=(Lane.ACTION, Lane.CHANNEL, Lane.BACKSTAGE)))
    rows = {who: f"person-{number}" for number, who in enumerate(matrix.rows, 1)}
    steps = iter(journey_map.steps)
    columns = []
    for column in plain.columns:
        if column.empty:
            columns.append(column)
            continue
        placed_step = next(steps)
        part = _part(analysis, placed_step, rows)
        columns.append(part.column(column))
    handed = any(column.between for column in columns)
    names = {
        key: journey_map.person_label(who) or _nobody(journey_map) for who, key in rows.items()
    }
    return replace(
        plain,
        subtitle=named(plain.subtitle, label("view-stakeholders", plain.language)),
        columns=tuple(columns),
        lanes=(
            *(lane for lane in plain.lanes if lane not in {Lane.EMOTION, Lane.BACKSTAGE}),
            *((Lane.EMOTION,) if handed else ()),
            *rows.values(),
            # A map does not say whose work it is: of whom it tells may stand in no row at all.
            *(lane for lane in plain.lanes if lane is Lane.BACKSTAGE),
        ),
        people={},
        names={**plain.names, Lane.EMOTION: label("handoffs", plain.language), **names},
        said={row: words for who, row in rows.items() if (words := _declared(journey_map, who))},
    )


def _declared(journey_map: JourneyMap, who: str) -> tuple[str, ...]:
    """Returns what somebody besides the personas needs and minds all along, and their sway."""
    found = journey_map.stakeholders.find(who)
    if found is None:
        return ()
    language, sway = journey_map.journey.language, found.item.influence
    own = {"needs": found.item.needs, "frustrations": found.item.frustrations}
    said = {key: "; ".join(texts) for key, texts in own.items() if texts}
    if sway is not None:
        said["influence"] = f"{sway}/5"
    return tuple(f"{label(key, language)}: {words}" for key, words in said.items())


def _part(analysis: Analysis, placed_step: PlacedStep, rows: Mapping[str, Row]) -> "_Part":
    """Returns who has a part in a step; also who is handed something and may not be there."""
    matrix = analysis.people_matrix
    here = analysis.transfers_at.get(placed_step.position, ())
    takers = {each.taker for each in here}
    return _Part(
        journey_map=analysis.journey_map,
        step=placed_step,
        here=here,
        contacts={
            rows[who]: (who, contact or _ABSENT)
            for who, row in zip(matrix.rows, matrix.cells, strict=True)
            if (contact := row[placed_step.position]) or who in takers
        },
    )


def _nobody(journey_map: JourneyMap) -> str:
    return label("persona", journey_map.journey.language)


@dataclass(frozen=True, kw_only=True)
class _Part:
    """What a step is for everybody who has a part in it.

    Attributes:
        journey_map: the map.
        step: the step.
        here: hand-offs behind it.
        contacts: who has a part in it and what is known of that, by row.
    """

    journey_map: JourneyMap
    step: PlacedStep
    here: Sequence[Transfer]
    contacts: Mapping[Row, tuple[str, Contact]]

    def column(self, column: Column) -> Column:
        """Returns the column of the step."""
        words = {row: tuple(self._words(*each)) for row, each in self.contacts.items()}
        hollow = lacks_grounds(self.journey_map, self.step)
        return replace(
            column,
            cells={**column.cells, **words},
            feelings={},
            between=tuple(_passing(self.journey_map, each) for each in self.here),
            leaks=(),
            gaps=frozenset(),
            silent=frozenset(
                row
                for row, (_, contact) in self.contacts.items()
                if contact.present and not words[row]
            ),
            moods={
                row: Mood(value=contact.emotion.value, hollow=hollow)
                for row, (_, contact) in self.contacts.items()
                if contact.emotion and contact.emotion.value is not None
            },
        )

    def _words(self, who: str, contact: Contact) -> Iterator[str]:
        """Yields what somebody does, needs, hands over, is given and feels.

        The emotion comes last: its words, or nothing beside the face of one that has none.
        """
        if who == self._serving:
            yield from self.step.step.frontstage
        if contact.need:
            yield contact.need
        yield from self._handed(who)
        if contact.emotion and (contact.emotion.word or contact.emotion.value is not None):
            yield contact.emotion.word

    @property
    def _language(self) -> str | None:
        return self.journey_map.journey.language

    @property
    def _serving(self) -> str | None:
        """Returns who does what is seen of the service: whoever alone is there on its side."""
        present = self.journey_map.present(self.step)
        own = [who for who in present if self.journey_map.is_provider(who)]
        return own[0] if len(own) == 1 else None

    def _handed(self, who: str) -> Iterator[str]:
        """Yields what somebody hands over here and to whom, and what is handed over from whom."""
        journey_map, step = self.journey_map, self.step.step
        serving = journey_map.serving(self.step)
        takers = journey_map.takers(self.step)
        if who in takers:
            own = [("→", step.gives), ("←", step.gets)]
            yield from (self._passed(way, [serving or ""], items) for way, items in own if items)
            if step.confirms:
                yield f"{label('confirms', self._language)}: {self._listed(step.confirms)}"
        elif who == serving:
            own = [("←", step.gives), ("→", step.gets)]
            yield from (self._passed(way, takers, items) for way, items in own if items)
        for each in self.here:
            carried = step.handoff[each.entry].carries if each.entry is not None else ()
            if carried and each.giver == who:
                yield self._passed("→", [each.taker], carried)
            if carried and each.taker == who:
                yield self._passed("←", [each.giver or ""], carried)

    def _passed(self, way: str, others: Iterable[str], items: Sequence[str]) -> str:
        people = ", ".join(self.journey_map.person_label(who) for who in others if who)
        words = self._listed(items)
        return f"{way} {people}: {words}" if people else f"{way} {words}"

    def _listed(self, items: Sequence[str]) -> str:
        return listed(map(self.journey_map.information.label_of, items), self._language)


def _passing(journey_map: JourneyMap, each: Transfer) -> Passing:
    """Returns a hand-off in a few words, with what the taker needs and does not get."""
    language = journey_map.journey.language or "en"
    taker = journey_map.person_label(each.taker)
    giver = journey_map.person_label(each.giver) if each.giver else ""
    words = f"{giver} → {taker}" if giver else taker
    state = label(f"handoff-{each.state.value}", language)
    if each.state is HandoffState.COMPLETE:
        return Passing(kind=Passage.HANDOFF, text=words, tooltip=f"{words}: {state}")
    missing = listed(map(journey_map.information.label_of, each.missing), language)
    lacks = label("without", language).format(items=missing) if missing else f"({state})"
    return Passing(
        kind=Passage.LACKING if missing else Passage.HANDOFF,
        text=f"{words} {lacks}",
        tooltip=f"{words}: {state}, {lacks}",
        lacks=bool(missing),
    )
