"""What stands above the journey: the headline, what the map is, and whose journey it is."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standings
from journeymap.analysis.figures import figures
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.names import Defined
from journeymap.model.people import Persona
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.portrait import draw_disc, picture_of
from journeymap.views.kit.scene import Box, Marker, Shape
from journeymap.views.kit.theme import Page
from journeymap.words.first_step import FirstStep, first_step
from journeymap.words.headlines import told_claim
from journeymap.words.labels import day, label

TIGHT = 1.15
"""Distance between lines of the headline, as a multiple of their size."""
_SIZES = ((22.0, 2), (19.0, 2), (17.0, 3), (13.0, 4), (11.0, 8))
"""Type of the headline, in points, and how many lines of it there may be."""
_SAID = 3
"""So many of these sizes are tried before a headline is shortened."""
_FIRST, _FIRST_LINES, _BADGE = (13.0, 12.0, 11.0), 2, 15.0
"""Type of what is to be done first, in points, how many lines it takes at most, and its badge."""
_SUB, _NAME, _QUOTE = 11.0, 11.0, 10.5
_CARD, _GAP, _DISC, _PAD = 228.0, 32.0, 44.0, 10.0
"""Width of the card of a persona, and from the headline to it; its disc, and white space in it."""
_WIDER = (16.0, 32.0, 48.0, 64.0, 80.0, 96.0)
"""By so much the card may be wider where the headline needs less, in points."""
_TALL = 60.0
"""Height of the card, in points."""
_NEAR = 8.0
"""What the map is stands below the card, not beside it, if that is so near, in points."""
_PEOPLE, _CARD_LINES, _NAME_LINES = 3, 4, 2
"""Personas that the card names; lines that it holds of one alone, and of the name of that one."""
_DOT = 24.0
"""Room of the colour of one of several, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the journey, in lines.

    Attributes:
        title: the headline, in lines.
        whole: the same, in one.
        size: of its type.
        first: what is to be done first, in lines; none where no step is called out.
        first_size: of its type.
        first_top: upper edge of it.
        has_idea: whether anybody has an idea what that is.
        badge: the number of its step below, or a mark.
        below: what the map is.
        card: left edge of the card of personas; None where nobody is named.
        low: lower edge of what the map is.
        bottom: lower edge of all of it.
        steps: what the headline names as where it goes wrong.
    """

    title: tuple[str, ...]
    whole: str
    size: float
    first: tuple[str, ...]
    first_size: float
    first_top: float
    has_idea: bool
    badge: str
    below: str
    card: float | None
    low: float
    bottom: float
    steps: tuple[PlacedStep, ...] = ()


def lay_out(analysis: Analysis, page: Page, title: str = "", *, by_leverage: bool = True) -> Head:
    """Breaks the headline into lines, in the largest type in which it is whole.

    The card of personas is wider where they are told whole then and the headline loses nothing.

    Args:
        analysis: the map.
        page: its page.
        title: to stand there instead of what is computed.
        by_leverage: whether pressure says what is to be done first.
    """
    laid_out = partial(_laid_out, analysis, page, title, by_leverage=by_leverage)
    if not analysis.journey_map.personas_chosen:
        return laid_out(None)
    wide = min(_CARD, 0.3 * page.width)
    usual = laid_out(wide)
    if _is_whole(analysis, wide):
        return usual
    for more in _WIDER:
        if _is_whole(analysis, wide + more):
            wider = laid_out(wide + more)
            return wider if _kept(wider) == _kept(usual) else usual
    return usual


def _kept(head: Head) -> tuple[object, ...]:
    """Returns what of a head a wider card must not change."""
    return (
        head.whole, head.size, len(head.title), " ".join(head.first), head.first_size,
        len(head.first), head.below,
    )  # fmt: skip


def _laid_out(
    analysis: Analysis, page: Page, title: str, taken: float | None, *, by_leverage: bool
) -> Head:
    """Returns the head beside a card of a width."""
    right = page.width - page.margin
    wide = right - page.margin
    card = right - taken if taken else None
    room = card - _GAP - page.margin if card else wide
    title_lines, whole, size, steps = _headline(analysis, title, room)
    step = first_step(analysis, by_leverage=by_leverage, named=steps)
    under = page.top + _TALL + 1

    def below_card(top: float) -> float:
        """Returns where a line stands: below the card of personas where that is so near."""
        return max(top, under) if under - top < _NEAR else top

    first_top = below_card(page.top + 4 + len(title_lines) * size * TIGHT + 2) + 1
    first, first_size = _first(step, room if first_top < under else wide)
    tall = len(first) * first_size * TIGHT + 2 if first else -1
    top = below_card(first_top + tall)
    low = top + _SUB * 1.2
    return Head(
        title=title_lines,
        whole=whole,
        size=size,
        first=first,
        first_size=first_size,
        first_top=first_top,
        has_idea=bool(step and step.has_idea),
        badge=step.badge if step else "",
        below=_below(analysis, whole, room if card and top < under else wide),
        card=card,
        low=low,
        bottom=max(low, page.top + _TALL + 12.0) if card else low,
        steps=steps,
    )


def _headline(
    analysis: Analysis, title: str, room: float
) -> tuple[tuple[str, ...], str, float, tuple[PlacedStep, ...]]:
    """Returns the headline in lines and in one, its type, and the steps that it names."""

    def fits(words: str, size: float, most: int) -> bool:
        short = measure.longest(words, size, bold=True) <= room
        return short and len(measure.wrap(words, room, size, bold=True)) <= most

    def has_room(words: str) -> bool:
        return any(fits(words, size, most) for size, most in _SIZES[:_SAID])

    # what is said is worth smaller type: a shorter sentence leaves out where it goes wrong, or why
    words, steps = (title, ()) if title else told_claim(analysis, has_room)
    size, most = next((each for each in _SIZES if fits(words, *each)), _SIZES[-1])
    lines = measure.clip(measure.wrap(words, room, size, bold=True), most, room, size)
    return lines, words, size, steps


def _first(step: FirstStep | None, room: float) -> tuple[tuple[str, ...], float]:
    """Returns what is to be done first in lines, and their type: the largest that holds all."""
    options, room = step.options if step else (), room - _BADGE - 6
    tries = [(words, size, 1) for words in options[:2] for size in _FIRST]
    tries += [(words, _FIRST[-1], _FIRST_LINES) for words in options]
    for words, size, most in tries:
        lines = measure.wrap(words, room, size, bold=True)
        if len(lines) <= most:
            return lines, size
    lines = measure.wrap(options[-1], room, _FIRST[-1], bold=True) if options else ()
    return measure.clip(lines, _FIRST_LINES, room, _FIRST[-1]), _FIRST[-1]


def _below(analysis: Analysis, shown: str, room: float) -> str:
    """Returns what the map is, as much of it as a line holds: what matters least goes first."""
    journey_map = analysis.journey_map
    journey, language = journey_map.journey, journey_map.journey.language
    title = "" if shown == journey.title else journey.title
    state = label(journey.state, language)
    state = "" if shown.casefold().startswith(state.casefold()) else state
    reviewed = journey.reviewed
    dated = f"{label('reviewed', language)} {day(reviewed, language)}" if reviewed else ""
    goal = journey.goal or next(
        (goal for each in journey_map.personas_chosen for goal in each.item.goals), ""
    )
    wants = label("wants", language).format(goal=goal) if goal else ""
    known = standing_words(journey_map)
    options = (
        (title, state, dated, wants, known),
        (title, state, wants, known),
        (title, state, dated, known),
        (title, state, known),
        (title, known),
        (title,),
    )
    lines = [" · ".join(filter(None, parts)) for parts in options]
    fitting = (line for line in lines if measure.width(line, _SUB) <= room)
    whole = measure.wrap(lines[-1], room, _SUB)
    return next(fitting, "") or next(iter(measure.clip(whole, 1, room, _SUB)), "")


def standing_words(journey_map: JourneyMap) -> str:
    """Returns how many figures are measured, told and assumed; empty where there are none."""
    counts = Standings.of(each.standing for each in figures(journey_map))
    language = journey_map.journey.language
    told = [
        label(f"figures-{kind}", language).format(n=n)
        for kind, n in (
            ("measured", counts.measured), ("told", counts.told), ("assumed", counts.assumed)
        )
        if n
    ]  # fmt: skip
    if len(told) == 1 and counts.assumed > 1:
        return label("figures-all-assumed", language).format(n=counts.assumed)
    return label("figures-are", language).format(told=", ".join(told)) if told else ""


def draw(head: Head, analysis: Analysis, canvas: Canvas, badges: Collection[str]) -> None:
    """Draws it; `badges` are those of the steps that are called out on the page."""
    page, theme = canvas.page, canvas.theme
    style = Style(size=head.size, colour=theme.ink, bold=True, tooltip=head.whole)
    y = page.top + 4
    for words in head.title:
        canvas.write([words], page.margin - 1, y, style)
        y += head.size * TIGHT
    _draw_first(head, canvas, badges)
    below = Style(size=_SUB, colour=theme.muted)
    canvas.write([head.below], page.margin, head.low - _SUB * 1.2, below)
    if head.card is not None:
        _personas(analysis, head, canvas)


def _draw_first(head: Head, canvas: Canvas, badges: Collection[str]) -> None:
    """Writes what is to be done first, behind what stands at its step below if anything does."""
    left, y, lead = canvas.page.margin, head.first_top, head.first_size * TIGHT
    if head.first and head.badge in badges:
        at = (left + _BADGE / 2, y + lead / 2)
        canvas.draw(*glyphs.badge(at, head.badge, canvas.theme, size=_BADGE))
        left += _BADGE + 6
    ink = canvas.theme.high if head.has_idea else canvas.theme.ink
    bold = Style(size=head.first_size, colour=ink, bold=True)
    for words in head.first:
        canvas.write([words], left, y, bold)
        y += lead


def _personas(analysis: Analysis, head: Head, canvas: Canvas) -> None:
    journey_map = analysis.journey_map
    page, left = canvas.page, head.card or 0.0
    box = Box(x=left, y=page.top, width=page.width - page.margin - left, height=_TALL,
              fill=canvas.theme.panel, radius=8)  # fmt: skip
    canvas.boxes.append(box)
    people = journey_map.personas_chosen
    if len(people) == 1:
        _alone(people[0], journey_map, box, canvas)
        return
    tall = box.height / min(len(people), _PEOPLE)
    for i, (each, last) in enumerate(_several(analysis)):
        _one_of_several(each, i, last, replace(box, y=box.y + i * tall, height=tall), canvas)


def _several(analysis: Analysis) -> Iterator[tuple[Defined[Persona], str]]:
    """Yields who is on the card, and what is said there of the share and of others."""
    journey_map = analysis.journey_map
    people = journey_map.personas_chosen
    more = len(people) - _PEOPLE
    weights, counted = journey_map.persona_weights, label("counts-as", journey_map.journey.language)
    for i, each in enumerate(people[:_PEOPLE]):
        weight = counted.format(n=round(100 * weights[each.id])) if analysis.of_each else ""
        last = f" · {weight}" if weight and analysis.flow else ""
        yield each, last + (f" + {more}" if more > 0 and i == _PEOPLE - 1 else "")


def _is_whole(analysis: Analysis, wide: float) -> bool:
    """Tells whether a card of a width holds all that there is to say of personas."""
    people = analysis.journey_map.personas_chosen
    if len(people) > 1:
        room = wide - 2 * _PAD - _DOT
        told = (_named(who) + last for who, last in _several(analysis))
        return all(measure.width(words, _NAME, bold=True) <= room for words in told)
    room = wide - 3 * _PAD - _DISC
    name = measure.wrap(_named(people[0]), room, _NAME, bold=True)
    said = measure.wrap(_quote_of(people[0], analysis.journey_map), room, _QUOTE)
    return len(name) <= _NAME_LINES and len(name) + len(said) <= _CARD_LINES


def _named(who: Defined[Persona]) -> str:
    return " · ".join(filter(None, (who.label, who.item.segment)))


def _quote_of(who: Defined[Persona], journey_map: JourneyMap) -> str:
    said = who.item.quote
    return label("quoted", journey_map.journey.language).format(text=said) if said else ""


def _alone(who: Defined[Persona], journey_map: JourneyMap, box: Box, canvas: Canvas) -> None:
    theme = canvas.theme
    x, y = box.x + _PAD + _DISC / 2, box.y + box.height / 2
    draw_disc(canvas, (x, y), _DISC, name=who.label, picture=picture_of(journey_map, who))
    left = box.x + 2 * _PAD + _DISC
    room = box.right - _PAD - left
    name, quote = _named(who), _quote_of(who, journey_map)
    words = measure.wrap(quote, room, _QUOTE)
    few = measure.clip(measure.wrap(name, room, _NAME, bold=True), _NAME_LINES, room, _NAME)
    if len(few) > 1 and len(words) > _CARD_LINES - _NAME_LINES:
        few = measure.clip(measure.wrap(who.label, room, _NAME, bold=True), 1, room, _NAME)
    words = measure.clip(words, _CARD_LINES - len(few), room, _QUOTE)
    high = len(few) * _NAME * 1.2 + len(words) * _QUOTE * 1.2
    top = box.y + (box.height - high) / 2
    bold = Style(size=_NAME, colour=theme.ink, bold=True, tooltip=name)
    top = canvas.write(few, left, top, bold)
    canvas.write(words, left, top, Style(size=_QUOTE, colour=theme.muted, tooltip=quote))


def _one_of_several(who: Defined[Persona], i: int, more: str, box: Box, canvas: Canvas) -> None:
    theme = canvas.theme
    colour = theme.curves[i % len(theme.curves)]
    size = min(18.0, box.height - 2)
    at = box.x + _PAD + 9, box.y + box.height / 2
    canvas.draw(Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=size, fill=colour))
    left = box.x + _PAD + _DOT
    room = box.right - _PAD - left
    words = _named(who) + more
    options = (words, who.label + more)
    told = next((w for w in options if measure.width(w, _NAME, bold=True) <= room), options[-1])
    lines = measure.clip(measure.wrap(told, room, _NAME, bold=True), 1, room, _NAME)
    style = Style(size=_NAME, colour=theme.ink, bold=True, tooltip=words)
    canvas.write(lines, left, box.y + box.height / 2 - style.leading / 2, style)


def described(head: Head) -> Iterator[str]:
    """Yields it in sentences."""
    yield f"{head.whole}."
    yield " ".join((*head.first[:-1], f"{head.first[-1]}.")) if head.first else ""
    yield f"{head.below}." if head.below else ""
