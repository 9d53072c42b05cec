"""What happens between steps that only analysis knows: ways back, deadlines, what lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.deadlines import Due, Kept
from journeymap.model.journey_map import PlacedStep
from journeymap.views.kit.glyphs import Passage
from journeymap.views.sheet.content import Column, Passing, Sheet
from journeymap.views.sheet.ways_back import back_words
from journeymap.words.labels import label, marked
from journeymap.words.reasons import listed
from journeymap.words.times import rounded, said


def handed(analysis: Analysis, placed_step: PlacedStep) -> Iterator[tuple[str, bool]]:
    """Yields to whom a step hands over, with what is not passed on, and whether anything is not."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    own = (each for each in analysis.transfers if each.step.position == placed_step.position)
    missing = {each.entry: each.missing for each in own}
    for entry, handoff in enumerate(placed_step.step.handoff):
        name = journey_map.person_label(handoff.to)
        items = [journey_map.information.label_of(each) for each in missing.get(entry, ())]
        lacks = label("without", language).format(items=listed(items, language))
        yield (f"{name} {lacks}", True) if items else (name, False)


def late(analysis: Analysis, placed_step: PlacedStep) -> Iterator[str]:
    """Yields by how much a step misses its deadline, of each persona where they differ."""
    journey_map, own = analysis.journey_map, {"": analysis}
    own = {**analysis.of_each} or own
    told = {
        who: words
        for who, each in own.items()
        for due in each.deadlines
        if due.step.position == placed_step.position
        if (words := _late(due, journey_map.journey.language))
    }
    if len(told) == len(own) and len({*told.values()}) == 1:
        yield next(iter(told.values()))
        return
    yield from (f"{journey_map.short_label(who)}: {words}" for who, words in told.items())


def _late(due: Due, language: str | None) -> str:
    """Returns what is allowed and how long it takes; empty where it is not surely missed."""
    if due.kept is not Kept.MISSED:
        return ""
    takes = rounded(due.takes.low, due.takes.high, language)
    words = label("too-late", language).format(allowed=said(due.allowed, language), takes=takes)
    return marked(words, language, assumed=due.assumed)


def with_analysis(sheet: Sheet, analysis: Analysis) -> Sheet:
    """Returns a sheet that tells of ways back, of missed deadlines, and of what is not passed on.

    Args:
        sheet: the map in words.
        analysis: what is computed from it.
    """
    steps = {each.id: each for each in analysis.journey_map.steps}
    columns = tuple(
        _told(each, analysis, steps[each.key]) if each.key in steps and not each.empty else each
        for each in sheet.columns
    )
    return replace(sheet, columns=columns)


def _told(column: Column, analysis: Analysis, placed_step: PlacedStep) -> Column:
    handoffs = iter(handed(analysis, placed_step))
    between = tuple(
        _lacking(each, *next(handoffs)) if each.kind is Passage.HANDOFF else each
        for each in column.between
    )
    more: list[tuple[Passage, str, Sequence[str]]]
    more = [(Passage.LATE, words, ()) for words in late(analysis, placed_step)]
    more += [(Passage.BACK, words, brief) for words, *brief in back_words(analysis, placed_step)]
    added = (
        Passing(kind=kind, text=words, tooltip=words, brief=tuple(brief))
        for kind, words, brief in more
    )
    return replace(column, between=between, leaks=(*column.leaks, *added))


def _lacking(passing: Passing, words: str, lacks: bool) -> Passing:  # noqa: FBT001
    if not lacks:
        return passing
    tooltip = passing.tooltip.replace(passing.text, words)
    kind, brief = Passage.LACKING, (passing.text,)
    return replace(passing, kind=kind, text=words, tooltip=tooltip, lacks=True, brief=brief)
