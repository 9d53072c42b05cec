"""The stakeholder view: who needs and feels what, through which channel; who hands to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import lacks_grounds
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.analysis.matrices import Contact
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.page_frame import fits
from journeymap.views.kit.scene import Scene
from journeymap.views.options import ViewOptions
from journeymap.views.sheet import content
from journeymap.views.sheet.cell_texts import channels
from journeymap.views.sheet.content import Column, Mood, Passing, Sheet
from journeymap.views.sheet.lanes import Lane, Row, Rows
from journeymap.views.sheet.painter import draw
from journeymap.words.labels import label
from journeymap.words.subtitle import named
from journeymap.words.view_titles import of_handoffs


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
    title = "" if options.title else of_handoffs(analysis)
    if title and told.columns and fits(title, options.size):
        told = replace(told, title=title, subtitle=named(told.subtitle, told.title))
    return draw(told, theme=options.theme, page=options.size)


def sheet(analysis: Analysis) -> Sheet:
    """Returns people over steps in words."""
    journey_map, matrix = analysis.journey_map, analysis.people_matrix
    plain = content.read(journey_map, Rows(lanes=(Lane.ACTION,)))
    rows = {who: f"person-{number}" for number, who in enumerate(matrix.rows, 1)}
    cells = [
        {rows[who]: contact for who, row in zip(matrix.rows, matrix.cells, strict=True)
         if (contact := row[i])}
        for i in range(len(journey_map.steps))
    ]  # fmt: skip
    steps = iter(zip(journey_map.steps, cells, strict=True))
    columns = []
    for column in plain.columns:
        if column.empty:
            columns.append(column)
            continue
        placed_step, contacts = next(steps)
        here = [each for each in analysis.transfers if each.step.position == placed_step.position]
        columns.append(_column(journey_map, column, placed_step, contacts, here))
    handed = any(column.between for column in columns)
    names = {
        key: journey_map.person_label(who) or _nobody(journey_map) for who, key in rows.items()
    }
    return replace(
        plain,
        subtitle=named(plain.subtitle, label("view-stakeholders", plain.language)),
        columns=tuple(columns),
        lanes=(Lane.ACTION, *((Lane.EMOTION,) if handed else ()), *rows.values()),
        people={},
        names={
            Lane.ACTION: label("steps", plain.language),
            Lane.EMOTION: label("handoffs", plain.language),
            **names,
        },
    )


def _nobody(journey_map: JourneyMap) -> str:
    return label("persona", journey_map.journey.language)


def _column(
    journey_map: JourneyMap,
    column: Column,
    placed_step: PlacedStep,
    contacts: dict[Row, Contact],
    here: Sequence[Transfer],
) -> Column:
    """Returns a step with what it is for everybody."""
    language = journey_map.journey.language or "en"
    words = {
        row: tuple(_words(journey_map, placed_step, contact)) for row, contact in contacts.items()
    }
    present = (label("present", language),)
    hollow = lacks_grounds(journey_map, placed_step)
    return replace(
        column,
        cells={**column.cells, **{row: entries or present for row, entries in words.items()}},
        feelings={},
        between=tuple(_passing(journey_map, each) for each in here),
        leaks=(),
        gaps=frozenset(),
        moods={
            row: Mood(value=contact.emotion.value, hollow=hollow)
            for row, contact in contacts.items()
            if contact.emotion and contact.emotion.value is not None
        },
    )


def _words(journey_map: JourneyMap, placed_step: PlacedStep, contact: Contact) -> Iterator[str]:
    """Yields need, channels and emotion of a person at a step; the emotion comes last."""
    if contact.need:
        yield contact.need
    if contact.channels:
        yield from channels(journey_map, placed_step)
    if contact.emotion and contact.emotion.word:
        yield contact.emotion.word


def _passing(journey_map: JourneyMap, each: Transfer) -> Passing:
    """Returns a hand-off in a few words."""
    language = journey_map.journey.language or "en"
    taker = journey_map.person_label(each.taker)
    giver = journey_map.person_label(each.giver) if each.giver else ""
    words = f"{giver} → {taker}" if giver else taker
    missing = ", ".join(each.missing)
    state = label(f"handoff-{each.state.value}", language)
    tooltip = f"{words}: {state}" + (f" ({missing})" if missing else "")
    if each.state is HandoffState.COMPLETE:
        return Passing(kind=Passage.HANDOFF, text=words, tooltip=tooltip)
    return Passing(kind=Passage.HANDOFF, text=f"{words} ({state})", tooltip=tooltip)
