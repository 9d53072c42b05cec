"""The comparison as columns: a step each, how it is, and what becomes of it."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.emotion import curve
from journeymap.analysis.evidence import is_assumed, lacks_grounds
from journeymap.analysis.figures import evidence_of_figures
from journeymap.analysis.grounds import grounds
from journeymap.compare.difference import Difference, How
from journeymap.compare.field_words import NOTHING, Told, name_of, signed, told
from journeymap.compare.pairing import Pair
from journeymap.compare.record import Kind
from journeymap.model.journey_map import JourneyMap
from journeymap.views.compare.headline import counts, headline, of_pains, of_steps, waiting
from journeymap.views.compare.maps import ASIDE, Maps
from journeymap.views.compare.passings import change_words, leaks, waits
from journeymap.views.compare.turns import (
    is_gain_list,
    is_worse,
    pains_ground,
    step_ground,
)
from journeymap.views.sheet import content
from journeymap.views.sheet.content import Column, Feeling, Ground, Sheet
from journeymap.views.sheet.lanes import Lane, Row
from journeymap.words.labels import label, marked
from journeymap.words.subtitle import named, subtitle

FIRST, SECOND = "first", "second"
"""Ids of the two curves."""
NOW: Row = Lane.ACTION
THEN = "then"
"""Rows of what happens in either map."""
LOST, PAINS, BEHIND, IDEAS = "lost", "pains", "behind", "brings-about"
"""Rows of what gets worse, of what hurts, of what the house does, and of what brings it about."""

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
    states = change_words(names[NOW], names[THEN]) if _two_states(maps) else ""
    columns = tuple(_columns(maps))
    based = grounds(first).beside(grounds(maps.second))
    lanes: tuple[Row, ...] = (NOW, Lane.EMOTION, THEN, LOST, PAINS, BEHIND, IDEAS)
    return Sheet(
        title=title or headline(maps),
        subtitle=named(
            subtitle(first, state=states, based=based), " · ".join(filter(None, summary))
        ),
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
        personas=(FIRST, SECOND),
        titles=None if title else partial(_titles, maps),
    )


def _titles(maps: Maps, keys: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Yields what a page with some steps can be called: what changes at them, as its rows tell."""
    here = [each for each in maps.pairs if _column_key(maps.first, each) in keys]
    if THEN not in rows:
        yield from of_pains(maps, here)
    yield from of_steps(maps, here)


def _two_states(maps: Maps) -> bool:
    return maps.first.journey.state is not maps.second.journey.state


def _names(maps: Maps) -> dict[Row, str]:
    """Returns what the two maps and the rows are called."""
    states = (maps.first.journey.state, maps.second.journey.state)
    keys = [each.value for each in states] if _two_states(maps) else ["earlier", "later"]
    rows = {
        NOW: keys[0],
        Lane.EMOTION: "emotion",
        THEN: keys[1],
        LOST: "change-lost",
        PAINS: "pains",
        BEHIND: "backstage",
        IDEAS: "brings-about" if maps.is_wish else "opportunities",
    }
    return {row: label(key, maps.language) for row, key in rows.items()}


def _moods(maps: Maps) -> str:
    """Tells how the mean emotion of the persona changes; "" where one of the two is unknown."""
    means = mean_feelings(maps)
    return f"{label('mean-emotion', maps.language)} {change_words(*means)}" if means else ""


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
    return f"{told_of}: {change_words(before, after)}" if before or after else ""


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
            LOST: tuple(found.lost()),
            PAINS: tuple(found.pains()),
            BEHIND: tuple(found.behind()),
            IDEAS: ideas,
        },
        feelings=dict(_feelings(maps, each)),
        moments=(),
        between=tuple(waits(maps, each)),
        leaks=tuple(leaks(maps, each)),
        link="",
        gaps=frozenset(),
        grounds={
            NOW: Ground.STAGE,
            THEN: step_ground(maps, each),
            LOST: Ground.PAIN,
            PAINS: pains_ground(each),
            BEHIND: Ground.PLAIN,
            IDEAS: Ground.PAIN if lacks else Ground.IDEA,
        },
    )


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
        yield from self._kept_or_better()
        if aside := dict.fromkeys(self._aside()):
            what = ", ".join(aside)
            key = "change-besides" if self.maps.is_changed(self.pair) else "unchanged-but"
            yield label(key, self.language).format(what=what)

    def _kept_or_better(self) -> Iterator[str]:
        for each in self._hers():
            if not is_worse(self.maps, self.pair, each):
                stands_apart = is_gain_list(each) and not self.maps.is_wish
                yield from self._said(each, removed=not stands_apart)

    def _hers(self) -> list[Difference]:
        return sorted((each for each in self.changes if self._is_hers(each)), key=_rank)

    def lost(self) -> Iterator[str]:
        """Yields what gets worse, and what no longer goes well."""
        for each in self._hers():
            if is_worse(self.maps, self.pair, each):
                yield from self._said(each)
            elif is_gain_list(each) and not self.maps.is_wish:
                yield from self._said(each, added=False)

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
            is_new = each.how is How.ADDED
            yield (
                label("change-new", self.language).format(what=what) if is_new else self._left(what)
            )
        elif each.path:
            yield f"{what}: {'; '.join(self._said(each))}"

    def pains(self) -> Iterator[str]:
        """Yields the pains of the step: those that stay, those that go, and new ones."""
        gone, new = self.maps.pains_of(self.pair)
        for pain in self.pair.first.pains if self.pair.first else ():
            yield self._gone(pain.label) if pain in gone else pain.label
        for pain in new:
            is_new = self.pair.first is not None
            words = label("change-new", self.language) if is_new else "{what}"
            yield words.format(what=pain.label)

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

    def _said(self, each: Difference, *, added: bool = True, removed: bool = True) -> Iterator[str]:
        """Yields a field that changed: a list by what is new and gone, else both values.

        Args:
            each: the field.
            added: whether what is new in a list is told.
            removed: whether what is gone from it is.
        """
        words, name = self._told(each), name_of(each.path)
        what = "" if name == "backstage" else f"{words.what}: "  # its row is called so
        if not words.is_list or name in _VALUES:
            both = change_words(words.before, words.after)
            both = marked(both, self.language, assumed=self._is_assumed(name))
            is_gone = words.after == NOTHING
            yield self._left(f"{what}{words.before}") if is_gone else f"{what}{both}"
            return
        if not words.added and not words.removed and added:
            yield f"{what}{label('change-order', self.language)}"
        yield from (f"{what}{'; '.join(each)}" for each in (words.added,) if each and added)
        if words.removed and removed:
            yield self._left(f"{what}{'; '.join(words.removed)}")

    def _is_assumed(self, name: str) -> bool:
        """Tells whether a field is a figure that is assumed in either map."""
        field, _, part = name.partition(".")
        if part not in {"rating", "time"}:
            return False
        for journey_map, step in (
            (self.maps.first, self.pair.first), (self.maps.second, self.pair.second)
        ):  # fmt: skip
            said = evidence_of_figures(step.step, field) if step else ()
            if any(is_assumed(journey_map, step, own) for own in said):
                return True
        return False

    def _left(self, text: str) -> str:
        """Tells what the second map does not say: of a wish that is unknown, not gone."""
        key = "change-unsaid" if self.maps.is_wish else "change-gone"
        return label(key, self.language).format(what=text)

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
