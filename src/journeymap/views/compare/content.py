"""The comparison as columns: a step each, how it is, and what becomes of it."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.emotion import curve
from journeymap.analysis.evidence import is_assumed, lacks_grounds
from journeymap.compare.difference import Difference, How
from journeymap.compare.field_words import NOTHING, Told, name_of, signed, told
from journeymap.compare.pairing import Pair
from journeymap.compare.record import Kind
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.views.compare.headline import counts, headline, waiting
from journeymap.views.compare.maps import ASIDE, Maps
from journeymap.views.kit.glyphs import Passage
from journeymap.views.sheet import content
from journeymap.views.sheet.content import Column, Feeling, Ground, Passing, Sheet
from journeymap.views.sheet.figure_words import wait_words
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.words.labels import label, marked
from journeymap.words.shares import percent
from journeymap.words.subtitle import named, subtitle

FIRST, SECOND = "first", "second"
"""Ids of the two curves."""
NOW: Row = Lane.ACTION
THEN = "then"
"""Rows of what happens in either map."""
PAINS, BEHIND, IDEAS = "pains", "behind", "brings-about"
"""Rows of what hurts, of what the house does, and of what brings the difference about."""

_BACK = frozenset({"actor", "with", "frontstage", "backstage", "systems"})
"""Fields that tell what the house does."""
_ORDER = ("emotion", "perceived", "expected", "channel", "touchpoint", "gains")
"""Fields that matter most to her, in their order."""
_VALUES = frozenset({"channel", "actor", "moment"})
"""Lists so short that both are told whole."""
_ASIDE_KINDS = {Kind.READING: "metrics", Kind.WAY: "ways", Kind.PILOT: "pilots"}


def sheet(maps: Maps, title: str = "") -> Sheet:
    """Returns two maps of a journey in words.

    Args:
        maps: the two.
        title: instead of what the difference is.
    """
    language, first = maps.language, maps.first
    names = _names(maps)
    summary = (
        "" if title == first.journey.title else first.journey.title,
        counts(maps) or label("same-steps", language),
        _moods(maps),
        _waiting(maps),
    )
    columns = tuple(_columns(maps))
    lanes: tuple[Row, ...] = (NOW, Lane.EMOTION, THEN, PAINS, BEHIND, IDEAS)
    return Sheet(
        title=title or headline(maps),
        subtitle=named(subtitle(first), " · ".join(filter(None, summary))),
        language=language,
        stages=maps.pairing.stages,
        columns=columns,
        lanes=tuple(lane for lane in lanes if any(column.says(lane) for column in columns)),
        stay=False,
        people={
            who: names[row]
            for who, row in ((FIRST, NOW), (SECOND, THEN))
            if any(who in column.feelings for column in columns)
        },
        names=names,
    )


def _names(maps: Maps) -> dict[Row, str]:
    """Returns what the two maps and the rows are called."""
    states = (maps.first.journey.state, maps.second.journey.state)
    keys = [each.value for each in states] if states[0] is not states[1] else ["earlier", "later"]
    rows = {
        NOW: keys[0],
        Lane.EMOTION: "emotion",
        THEN: keys[1],
        PAINS: "pains",
        BEHIND: "backstage",
        IDEAS: "brings-about" if maps.is_wish else "opportunities",
    }
    return {row: label(key, maps.language) for row, key in rows.items()}


def _moods(maps: Maps) -> str:
    """Tells how the mean emotion of the persona changes; "" where one of the two is unknown."""
    means = mean_feelings(maps)
    return f"{label('mean-emotion', maps.language)} {_change(*means)}" if means else ""


def mean_feelings(maps: Maps) -> tuple[str, str] | None:
    """Returns the mean emotion of the persona in either map; None where one is unknown."""
    ours, theirs = (curve(each).mean for each in (maps.first, maps.second))
    if ours is None or theirs is None:
        return None
    before, after = (signed(round(mean, 1), maps.language) for mean in (ours, theirs))
    return before, after


def _waiting(maps: Maps) -> str:
    before, after = waiting(maps)
    told_of = label("waiting-time", maps.language)
    return f"{told_of}: {_change(before, after)}" if before or after else ""


def _columns(maps: Maps) -> Iterator[Column]:
    for stage, group in enumerate(maps.pairing.pairs):
        if not group:
            yield content.empty_column(f"stage-{stage + 1}", stage)
        for each in group:
            yield _column(maps, each, stage)


def _column(maps: Maps, each: Pair, stage: int) -> Column:
    found = _Words(maps, each)
    ideas = tuple(found.ideas())
    lacks = maps.brought_by(each) == ()
    return Column(
        key=_column_key(maps.first, each),
        stage=stage,
        cells={
            NOW: (each.first.label,) if each.first else (),
            THEN: tuple(found.hers()),
            PAINS: tuple(found.pains()),
            BEHIND: tuple(found.behind()),
            IDEAS: ideas,
        },
        feelings=dict(_feelings(maps, each)),
        moments=(),
        between=tuple(_waits(maps, each)),
        leaks=tuple(_leaks(maps, each)),
        link="",
        gaps=frozenset(),
        grounds={
            NOW: Ground.STAGE,
            THEN: _ground(maps, each),
            PAINS: Ground.PAIN if each.second is None or each.second.pains else Ground.PLAIN,
            BEHIND: Ground.PLAIN,
            IDEAS: Ground.PAIN if lacks else Ground.IDEA,
        },
    )


def _ground(maps: Maps, each: Pair) -> Ground:
    if each.second is None:
        return Ground.PAIN
    return Ground.IDEA if maps.is_changed(each) else Ground.PLAIN


def _column_key(first: JourneyMap, each: Pair) -> str:
    """Returns the id of the step; of a new one a name that no step of the first map has."""
    own = each.step.id
    return f"{own}_new" if each.first is None and first.find_step(own) else own


def _rank(each: Difference) -> int:
    """Returns the place of a field among those of a step; equals stay in their order."""
    first = str(each.path[0])
    return _ORDER.index(first) if first in _ORDER else len(_ORDER)


class _Words:
    """What becomes of one step, row by row."""

    def __init__(self, maps: Maps, each: Pair) -> None:
        self.maps, self.pair, self.language = maps, each, maps.language
        self.changes = maps.changes_of(each) if each.first and each.second else []

    def hers(self) -> Iterator[str]:
        """Yields what becomes of the step for her: "as before" where nothing at all differs."""
        if self.pair.second is None:
            yield label("left-out", self.language)
            return
        if self.pair.first is None:
            yield f"{label('new', self.language)}: {self.pair.second.label}"
            return
        if self.maps.is_same(self.pair):
            yield label("unchanged", self.language)
            return
        if self.pair.first.label != self.pair.second.label:
            yield self.pair.second.label
        if self.pair.moved:
            yield label("elsewhere", self.language).format(n=self.pair.second.position + 1)
        hers = (each for each in self.changes if self._is_hers(each))
        for each in sorted(hers, key=_rank):
            yield from self._said(each)
        if aside := dict.fromkeys(self._aside()):
            what = ", ".join(aside)
            key = "change-besides" if self.maps.is_changed(self.pair) else "unchanged-but"
            yield label(key, self.language).format(what=what)

    @staticmethod
    def _is_hers(each: Difference) -> bool:
        """Tells whether a field is one that she lives through; waits are on the curve."""
        name = name_of(each.path)
        is_aside = name in _BACK | ASIDE or name.endswith(".evidence") or name == "wait.time"
        return each.how is How.CHANGED and each.entry.kind is Kind.STEP and not is_aside

    def behind(self) -> Iterator[str]:
        """Yields what the house does otherwise."""
        for each in self.changes:
            if each.entry.kind is Kind.STEP and name_of(each.path) in _BACK:
                yield from self._said(each)
            elif each.entry.kind is Kind.HANDOFF:
                yield from self._handed_over(each)

    def _handed_over(self, each: Difference) -> Iterator[str]:
        what = f"{label('handoff', self.language)} → {each.entry.label}"
        if each.how in {How.ADDED, How.REMOVED}:
            key = "change-new" if each.how is How.ADDED else "change-gone"
            yield label(key, self.language).format(what=what)
        elif each.path:
            yield f"{what}: {'; '.join(self._said(each))}"

    def pains(self) -> Iterator[str]:
        """Yields the pains of the step: those that stay, those that go, and new ones."""
        before = {each.id: each for each in self.pair.first.pains} if self.pair.first else {}
        after = {each.id: each for each in self.pair.second.pains} if self.pair.second else {}
        both = self.maps.found.pairs
        stay = {here for here in before if ("pain", here) in both}
        kept = {both["pain", here][-1] for here in stay}
        for name, pain in before.items():
            is_gone = self.pair.second is not None and name not in stay
            yield self._gone(pain.label) if is_gone else pain.label
        for name, pain in after.items():
            if name not in kept and self.pair.first is not None:
                yield label("change-new", self.language).format(what=pain.label)
            elif name not in kept:
                yield pain.label

    def ideas(self) -> Iterator[str]:
        """Yields what brings the difference about, or that nothing does; what is live by then."""
        found = self.maps.brought_by(self.pair)
        if found is not None:
            if not found:
                yield label("brought-by-nothing", self.language)
            for idea in found:
                yield self._idea(idea.label, idea.opportunity.status.value)
            return
        said = {name: self._idea(name, status) for name, status in self._stirred()}
        for idea in self.maps.at_hand(self.pair):
            said.setdefault(idea.label, self._idea(idea.label, idea.opportunity.status.value))
        yield from said.values()

    def _stirred(self) -> Iterator[tuple[str, str]]:
        """Yields the ideas that are new or have another status, with that."""
        for each in self.changes:
            if each.entry.kind is Kind.OPPORTUNITY and each.second:
                status = str(each.second.fields.get(("status",), "idea"))
                if each.how is How.ADDED or each.path == ("status",):
                    yield each.second.label, status

    def _idea(self, text: str, status: str) -> str:
        state = label(f"status-{status}", self.language)
        return label("idea-state", self.language).format(idea=text, status=state)

    def _aside(self) -> Iterator[str]:
        """Yields what else differs, by its name alone."""
        for each in self.changes:
            kind, name = each.entry.kind, name_of(each.path)
            if name.endswith("evidence"):
                yield label("evidence", self.language).lower()
            elif kind is Kind.STEP and name in ASIDE:
                yield self._told(each).what.lower()
            elif kind in _ASIDE_KINDS:
                yield label(_ASIDE_KINDS[kind], self.language).lower()
            elif kind is Kind.LEAK and name != "share" and each.path:
                yield f"{label('leave', self.language)} ({self._told(each).what.lower()})"
            elif kind in {Kind.PAIN, Kind.OPPORTUNITY} and each.path:
                key = "pains" if kind is Kind.PAIN else "opportunities"
                what = f"{label(key, self.language)} ({self._told(each).what})"
                yield what.lower()
            elif kind is Kind.OPPORTUNITY and each.how is not How.MOVED:
                yield label("opportunities", self.language).lower()

    def _told(self, each: Difference) -> Told:
        found = self.maps.found
        return told(each, found.first, found.second, self.language)

    def _said(self, each: Difference) -> Iterator[str]:
        """Yields a field that changed: a list by what is new and gone, else both values."""
        words, name = self._told(each), name_of(each.path)
        what = "" if name == "backstage" else f"{words.what}: "  # its row is called so
        if not words.is_list or name in _VALUES:
            both = _change(words.before, words.after)
            is_gone = words.after == NOTHING
            yield self._gone(f"{what}{words.before}") if is_gone else f"{what}{both}"
            return
        if not words.added and not words.removed:
            yield f"{what}{label('change-order', self.language)}"
        yield from (f"{what}{'; '.join(each)}" for each in (words.added,) if each)
        if words.removed:
            yield self._gone(f"{what}{'; '.join(words.removed)}")

    def _gone(self, text: str) -> str:
        return label("change-gone", self.language).format(what=text)


def _feelings(maps: Maps, each: Pair) -> Iterator[tuple[str, Feeling]]:
    """Yields the persona's emotion in either map."""
    for who, journey_map, placed_step in (
        (FIRST, maps.first, each.first),
        (SECOND, maps.second, each.second),
    ):
        feeling = (
            journey_map.of_persona(placed_step.step.emotion, placed_step) if placed_step else None
        )
        if placed_step and feeling is not None and feeling.value is not None:
            yield (
                who,
                Feeling(
                    value=feeling.value,
                    words=feeling.written,
                    span=(min(feeling.values), max(feeling.values)),
                    hollow=lacks_grounds(journey_map, placed_step),
                ),
            )


def _change(before: str, after: str) -> str:
    return before if before == after else f"{before or NOTHING} → {after or NOTHING}"


def _both(maps: Maps, each: Pair) -> Sequence[tuple[JourneyMap, PlacedStep | None]]:
    return ((maps.first, each.first), (maps.second, each.second))


def _waits(maps: Maps, each: Pair) -> Iterator[Passing]:
    """Yields the wait after a step, in both maps where it differs."""
    written = [wait_words(of, step) if step else "" for of, step in _both(maps, each)]
    if any(written):
        text = _change(*written)
        what = label("wait", maps.language)
        yield Passing(
            kind=Passage.WAIT, text=text, tooltip=f"{what} {text}", differs=written[0] != written[1]
        )


def _leaks(maps: Maps, each: Pair) -> Iterator[Passing]:
    """Yields the share of those who leave at a step, in both maps where it differs."""
    words = [_lost(of, step) if step else "" for of, step in _both(maps, each)]
    if any(words):
        text = _change(*words)
        what = label("leave", maps.language)
        yield Passing(
            kind=Passage.LEAK, text=text, tooltip=f"{text} {what}", differs=words[0] != words[1]
        )


def _lost(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns the share of those at a step who leave; empty where it is not stated."""
    leaks = [leak for leak in placed_step.step.leaks if leak.share is not None]
    if not leaks:
        return ""
    assumed = any(is_assumed(journey_map, placed_step, leak.evidence) for leak in leaks)
    share = percent(sum(leak.share or 0.0 for leak in leaks), assumed=assumed)
    return marked(share, journey_map.journey.language, assumed=assumed)
