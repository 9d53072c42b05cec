"""A comparison as an outline that every format writes: stages, what is in them, what follows."""

from collections.abc import Iterator

from journeymap.compare.difference import Difference, Differences, How
from journeymap.compare.record import Entry, Key, Kind
from journeymap.history.consequences import Consequences, Figure, Press
from journeymap.history.diff import DiffReport, MapDiff
from journeymap.history.sentences import name, sentence, where
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile

_LONG = 140
"""Characters of a finding's message at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that changed, with all that is said of it.

    Attributes:
        how: what becomes of it.
        text: what it is.
        lines: what changed in it.
    """

    how: How
    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the outline.

    Attributes:
        title: the stage, or what else the items have in common.
        items: what changed there.
    """

    title: str
    items: tuple[Item, ...]


def title(each: MapDiff) -> str:
    """Returns the file and the title of a map, and what became of it as a whole."""
    shown = each.file.shown
    if each.old and each.new and each.old.shown != each.new.shown:
        shown = f"{each.old.shown} → {each.new.shown}"
    state = "" if each.old and each.new else " (left out)" if each.old else " (new)"
    return f"{shown}: {each.title}{state}" if each.title != shown else f"{shown}{state}"


def whole(each: MapDiff) -> str:
    """Returns the line that stands in place of an outline; "" where there is one."""
    if each.problem:
        return each.problem
    if each.is_text_only and not each.is_renamed:
        return "the text changed, and the journey did not"
    if each.old is None or each.new is None:
        return size(each.file)
    if each.is_renamed and not each.changed:
        return "the file has another name, and the journey is the same"
    if each.found is not None and not each.found.all:
        return "its own text is the same; what it builds on changed"
    return ""


def size(file: MapFile) -> str:
    """Returns how many steps and stages a map has; of another file what it is."""
    journey_map = file.journey_map
    if journey_map is None:
        return "a library" if file.model else "it cannot be read"
    steps, stages = len(journey_map.steps), len([s for s in journey_map.stages if s.label])
    words = f"{steps} step{'' if steps == 1 else 's'}"
    return f"{words} in {stages} stage{'' if stages == 1 else 's'}" if stages else words


def sections(each: MapDiff) -> tuple[Section, ...]:
    """Returns what differs, by stage; what belongs to no stage comes before and behind."""
    if each.found is None:
        return ()
    alone = _only_of_flow(each)
    groups: dict[str, dict[Key, list[Difference]]] = {}
    for it in each.found.all:
        heading, key = _place(it, each.found)
        groups.setdefault(heading, {}).setdefault(key, []).append(it)
    return tuple(
        Section(
            title=heading, items=tuple(_item(list_, each.found, alone) for list_ in group.values())
        )
        for heading, group in groups.items()
    )


def _only_of_flow(each: MapDiff) -> tuple[Difference | None, str]:
    """Returns the one difference that bears on who completes, and how many more or fewer do.

    Where several do, nobody can tell which of them it is.
    """
    found = each.found.all if each.found else ()
    bearing = [it for it in found if _bears_on_flow(it)]
    figure = next((it for it in each.consequences.figures if it.key == "completion"), None)
    if figure is None or len(bearing) != 1 or bearing[0].path != ("share",):
        return None, ""
    return bearing[0], more(figure)


def _bears_on_flow(it: Difference) -> bool:
    whole = it.how in {How.ADDED, How.REMOVED, How.MOVED}
    if it.entry.kind in {Kind.LEAK, Kind.WAY}:
        return whole or it.path[:1] in {("share",), ("to",), ("counts",)}
    is_order = whole and it.entry.kind in {Kind.STEP, Kind.STAGE}
    return is_order or it.path[:1] in {("only",), ("persona",), ("meanwhile",)}


def _place(it: Difference, found: Differences) -> tuple[str, Key]:
    """Returns the heading that a difference stands under, and what it is one of."""
    around = list(where(it, found))
    stage = next((each for each in around if each.kind is Kind.STAGE), None)
    step = next((each for each in around if each.kind is Kind.STEP), None)
    if stage is not None:
        return stage.label or "Steps", (step or stage).key
    if it.entry.kind in {Kind.MAP, Kind.LIBRARY, Kind.READING}:
        return "The map" if it.entry.kind is not Kind.LIBRARY else "The library", it.entry.key
    return "People, channels, measures, evidence", (around[0] if around else it.entry).key


def _item(
    list_: list[Difference], found: Differences, alone: tuple[Difference | None, str]
) -> Item:
    """Puts together what becomes of a step, or of what else stands by itself."""
    main = next((each for each in list_ if _is_main(each, list_)), None)
    head = _head(list_[0], found)
    if main is not None and main.how in {How.ADDED, How.REMOVED}:
        lines = [_line(each, found) for each in list_ if each is not main]
        text = sentence(main, found).partition(": ")[2]
        return Item(how=main.how, text=text, lines=tuple(lines))
    moved = any(each.how is How.MOVED and each.entry.kind is head.kind for each in list_)
    return Item(
        how=How.MOVED if moved else How.CHANGED,
        text=_called(head),
        lines=tuple(
            f"{_line(each, found)}{alone[1] if each is alone[0] else ''}" for each in list_
        ),
    )


def _is_main(each: Difference, list_: list[Difference]) -> bool:
    return each.entry.kind in {Kind.STEP, Kind.STAGE} or len(list_) == 1


def _head(each: Difference, found: Differences) -> Entry:
    """Returns the step that a difference is at; else the stage, else what changed."""
    around = list(where(each, found))
    kinds = [entry.kind for entry in around]
    for kind in (Kind.STEP, Kind.STAGE):
        if kind in kinds:
            return around[kinds.index(kind)]
    return around[0] if around else each.entry


def _called(entry: Entry) -> str:
    if entry.kind in {Kind.STEP, Kind.STAGE}:
        is_step = entry.kind is Kind.STEP
        return f"“{entry.label}”" if is_step else f"stage “{entry.label}”"
    library = f" (library {entry.library})" if entry.library else ""
    return f"{name(entry)}{library}"


def _line(each: Difference, found: Differences) -> str:
    """Returns a difference at a step; one of a pain or an idea names it."""
    said = sentence(each, found)
    is_own = each.entry.kind in {Kind.STEP, Kind.STAGE, Kind.MAP, Kind.LIBRARY}
    is_part = each.entry.holder in {("map",), ("library",)} and each.entry.kind is not Kind.READING
    is_named = each.how in {How.ADDED, How.REMOVED} or is_own or is_part
    if is_named:
        return said
    if each.entry.kind is Kind.LEAK and each.path == ("share",):
        return f"{said}{f' for {each.entry.label}' if each.entry.id else ''}"
    return f"{name(each.entry)}: {said}"


def consequences(told: Consequences) -> Iterator[str]:
    """Yields what follows, a line each."""
    yield from (_figure(each) for each in told.figures)
    yield from (_press(each) for each in told.pressure)
    before, after = told.status
    if before != after:
        yield f"meets {before or 'no status'} → {after or 'no status'}"
    for verb, findings in (("new", told.new), ("gone", told.gone)):
        for each in sorted(findings, key=lambda each: each.severity.rank):
            place = f" at “{each.crumbs[-1]}”" if each.crumbs else ""
            yield f"{verb}: {each.severity}[{each.rule.name}]{place}: {_short(each.message)}"


def _short(message: str) -> str:
    """Returns a message as long as a line or two; lint tells all of it."""
    if len(message) <= _LONG:
        return message
    return f"{message[:_LONG].rpartition(' ')[0]} …"


def _figure(each: Figure) -> str:
    before, after = (words or "not known" for words in each.words)
    text = f"{each.called}: {before} → {after}"
    if each.key == "completion":
        text = f"{before} → {after} of 100 {each.called}{more(each)}"
    return f"{text} (assumed)" if each.assumed else text


def more(each: Figure) -> str:
    """Returns how many more of 100 complete, or fewer; "" where that is not known."""
    if each.before is None or each.after is None:
        return ""
    people = round(100 * each.after) - round(100 * each.before)
    return f": {abs(people)} {'more' if people > 0 else 'fewer'} of 100 complete" if people else ""


def _press(each: Press) -> str:
    if each.after is None:
        was = each.before[0] if each.before else 0
        return f"“{each.label}” was rank {was} by pressure, and is gone"
    rank, pressure = each.after
    if each.before is None:
        return f"“{each.label}” comes in at rank {rank} by pressure ({pressure:.0f} of 100)"
    was, before = each.before
    ranks = f"rank {was} → {rank}" if was != rank else f"rank {rank}"
    return f"“{each.label}”: pressure {before:.0f} → {pressure:.0f} of 100, {ranks}"


def summary(report: DiffReport) -> str:
    """Returns how many maps differ, and between what."""
    changed = sum(each.changed for each in report.maps)
    texts = sum(each.is_text_only for each in report.maps)
    unread = sum(bool(each.problem) for each in report.maps)
    parts = [f"{_many(changed, 'map')} changed"] if changed or not unread else []
    if unread:
        parts.append(f"{_many(unread, 'map')} could not be compared")
    if texts:
        parts.append(f"{texts} only in the text")
    if report.same:
        parts.append(f"{report.same} the same")
    return f"{report.old} → {report.new}: {', '.join(parts)}"


def _many(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
