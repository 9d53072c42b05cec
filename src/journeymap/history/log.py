"""A map through git, commit by commit: what each changed in the journey, and how it then stood."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.compare.difference import Difference, Differences, differences
from journeymap.compare.record import Key, Kind, Record
from journeymap.history.consequences import Consequences
from journeymap.history.descent import Before, Descent, Origin, Revision, State
from journeymap.history.diff import MapDiff, record_in, with_figures
from journeymap.history.diff_json import changes
from journeymap.history.figures import Figures, analysis_of, figures_of, step_figures_of
from journeymap.history.outline import sections, size
from journeymap.linter.engine import lint
from journeymap.linter.mark_unread import marked
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.model.ids import slug
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import visible
from journeymap.workspace.commits import Commit

_KEPT = 8
"""States of which all that is computed is kept, as the commits before compare with them."""
_SHORT = 9
"""Characters of a commit's name that tell it from others."""


class How(StrEnum):
    """What a commit does to a map.

    Attributes:
        NEW: it begins.
        CHANGED: the journey is another one, or what lint says of it, or its path.
        MERGED: two lines of history meet, and the map is that of neither.
        UNREADABLE: the map cannot be read any more, or not yet.
        REMOVED: it is gone.
        CUT: the history that is here begins, and nobody knows what was before.
    """

    NEW = "new"
    CHANGED = "changed"
    MERGED = "merged"
    UNREADABLE = "unreadable"
    REMOVED = "removed"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A commit, as a map sees it.

    Attributes:
        commit: the commit.
        author: who wrote it, safe to show.
        subject: the first line of its message, safe to show.
        path: where the map lies.
        was: where it lay before; "" where that is the same.
        origin: how it came from there.
        how: what the commit does to it.
        words: what changed, a phrase for each step or part.
        changes: the same for programs.
        since: the commit with which it is compared where the one before cannot be read; else "".
        figures: how it then stood; None where it could not be read, or is gone.
    """

    commit: Commit
    author: str
    subject: str
    path: str
    was: str = ""
    origin: Origin = Origin.SAME
    how: How
    words: tuple[str, ...] = ()
    changes: tuple[dict[str, Any], ...] = ()
    since: str = ""
    figures: Figures | None = None

    @property
    def short(self) -> str:
        """Enough of the commit's name to tell it from others."""
        return self.commit.name[:_SHORT]

    @property
    def day(self) -> date:
        """The day on which it was written, where the author was."""
        return self.commit.written.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A map through git.

    Attributes:
        path: the map, as it was asked for.
        step: the id of the step that alone is followed; "" for the whole map.
        rows: the commits, the latest first.
        text_only: how many commits changed its text and not the journey.
        is_whole: whether these are all there are; else only the latest were asked for.
    """

    path: str
    step: str
    rows: tuple[Row, ...]
    text_only: int
    is_whole: bool

    @property
    def is_cut(self) -> bool:
        """Whether there was more before, which is not here: a clone may be shallow."""
        return any(row.how is How.CUT for row in self.rows)


class History:
    """Reads the log of one map."""

    def __init__(self, descent: Descent, *, step: str = "", today: date | None = None) -> None:
        """Prepares to read.

        Args:
            descent: follows the map.
            step: the id of a step, where it alone counts.
            today: the day that counts as today for rules; that of each commit when left out.
        """
        self.step, self._descent, self._today = slug(step), descent, today
        self._rules = all_rules()
        self._seen: OrderedDict[Hashable, _Seen] = OrderedDict()
        self._figures: dict[Hashable, Figures] = {}
        self._called: dict[Hashable, str] = {}
        self.steps: set[str] = set()
        self.text_only = 0

    def log(self, commit: str, path: Path, shown: str, most: int | None = None) -> Log:
        """Returns the log of a map.

        Args:
            commit: the name of the commit from which on it is told, backwards.
            path: the map.
            shown: the map as it was asked for.
            most: how many commits are told at most; all when left out.

        Raises:
            PlugInError: the rules of an installed package cannot be used.
            UnknownRuleError: a configuration names a rule that is not there.
        """
        every = self._rows(commit, path)
        rows = tuple(islice(every, most))
        is_whole = most is None or next(every, None) is None
        return Log(
            path=shown, step=self.step, rows=rows, text_only=self.text_only, is_whole=is_whole
        )

    def _rows(self, commit: str, path: Path) -> Iterator[Row]:
        for revision in self._descent.revisions(commit, path):
            row = self._row(revision)
            if row is not None:
                yield row

    def _row(self, revision: Revision) -> Row | None:
        """Returns what a commit does to the map; None where nothing is to be told of it."""
        state, before = revision.state, revision.before
        if state is None:
            return _plain(revision, How.REMOVED)
        if state.file.journey_map is None:
            return replace(_plain(revision, How.UNREADABLE), words=(_why(state),))
        figures = self._figures_at(state, self._today or revision.commit.written.date())
        if before:
            return self._compared(revision, state, figures)
        if self.step and figures is None:
            return None
        how = How.CUT if revision.is_cut else How.NEW
        return replace(_plain(revision, how), words=(size(state.file),), figures=figures)

    def _compared(self, revision: Revision, state: State, figures: Figures | None) -> Row | None:
        bases = [self._readable(each) for each in revision.before]
        diffs = [self._diff(base, state) for base in bases if base]
        plain = _plain(revision, How.MERGED if len(bases) > 1 else How.CHANGED)
        if not diffs:  # nothing before could be read
            return replace(plain, words=(size(state.file),), figures=figures)
        words = _in_all([list(self._phrases(each)) for each in diffs])
        if not words and not self._differs(revision, state, bases, figures):
            return None
        own = [list(changes(each)) for each in diffs]
        told = set(_in_all([[it["text"] for it in each] for each in own]))
        pairs = zip(revision.before, bases, strict=True)
        since = next((base.commit.name for each, base in pairs if base and base != each), "")
        return replace(
            plain,
            words=tuple(words),
            changes=tuple(it for it in own[0] if it["text"] in told),
            since=since[:_SHORT],
            figures=figures,
        )

    def _differs(
        self,
        revision: Revision,
        state: State,
        bases: list[Before | None],
        figures: Figures | None,
    ) -> bool:
        """Tells whether anything but its text is another one; counts texts that alone are."""
        if len(bases) > 1 or any(each.origin is not Origin.SAME for each in revision.before):
            return not self.step
        day = self._today or revision.commit.written.date()
        (base,) = bases
        if base is None or base.state is None or self._figures_at(base.state, day) != figures:
            return True
        if base.state.content != state.content and not self.step:
            self.text_only += 1
        return base is not revision.before[0]  # it can be read again

    def _readable(self, before: Before) -> Before | None:
        """Returns where a map comes from, or the last commit before in which it can be read."""
        if before.state is None or before.state.file.journey_map is not None:
            return before
        for each in self._descent.revisions(before.commit.name, before.state.path):
            if each.state is None:
                return None
            if each.state.file.journey_map is not None:
                return Before(commit=each.commit, state=each.state, origin=before.origin)
        return None

    def _diff(self, base: Before, state: State) -> MapDiff:
        """Returns what differs, at the step alone where one is followed."""
        old, new = self._of(base.state), self._of(state)
        if old.record is None or new.record is None:
            raise ValueError("both can be read")
        found = differences(old.record, new.record)
        told = with_figures(Consequences(), found, (old.analysis, new.analysis))
        if self.step:
            found = self._at_step(found, old.state, state)
        return MapDiff(old=old.state.file, new=state.file, found=found, consequences=told)

    def _at_step(self, found: Differences, old: State, new: State) -> Differences:
        """Returns the differences at the step, and remembers what it was called before."""
        now = self._called.get(new.key, self.step)
        key = next((e.key for e in found.second.of(Kind.STEP) if e.id == now), None)
        back = {there: here for here, there in found.pairs.items()}
        before = back.get(key) if key else None
        if before is None:  # it is new, or was gone when it still had this id
            before = next((e.key for e in found.first.of(Kind.STEP) if e.id == now), None)
            before = None if before in found.pairs else before
        self._called[old.key] = found.first.entries[before].id if before else now
        at = tuple(it for it in found.all if _is_at(it, found, before, key))
        return replace(found, all=at)

    def _phrases(self, each: MapDiff) -> Iterator[str]:
        for section in sections(each):
            for item in section.items:
                lines = "; ".join(item.lines)
                if self.step and lines:
                    yield lines
                else:
                    verb = {"added": "new: ", "removed": "left out: "}.get(item.how.value, "")
                    yield f"{verb}{item.text}{f': {lines}' if lines else ''}"

    def _figures_at(self, state: State, day: date) -> Figures | None:
        """Returns how a map stands, held to the rules as of a day; None where the step is not."""
        called = self._called.get(state.key, self.step)
        key = (state.key, day, called)
        if key not in self._figures:
            report = lint(state.workspace, self._rules, Selection(), day, maturity=True)
            findings, meets = report.of_file(state.file.path), report.met_by(state.file.shown)
            seen = self._of(state)
            self.steps |= seen.steps
            if self.step and seen.analysis and called in seen.steps:
                self._figures[key] = step_figures_of(seen.analysis, findings, meets, called)
            elif self.step:
                return None
            else:
                self._figures[key] = figures_of(seen.analysis, findings, meets)
        return self._figures[key]

    def _of(self, state: State | None) -> "_Seen":
        if state is None:
            raise ValueError("the map is there")
        seen = self._seen.setdefault(state.key, _Seen(state))
        self._seen.move_to_end(state.key)
        if len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        return seen


class _Seen:
    """What is computed of a state, once."""

    def __init__(self, state: State) -> None:
        self.state = state

    @cached_property
    def record(self) -> Record | None:
        return record_in(self.state.file, self.state.workspace)

    @cached_property
    def analysis(self) -> Analysis | None:
        return analysis_of(marked(self.state.workspace), self.state.file.path)

    @property
    def steps(self) -> set[str]:
        return {each.id for each in self.record.of(Kind.STEP)} if self.record else set()


def _plain(revision: Revision, how: How) -> Row:
    state = revision.state
    last = next((each.state for each in revision.before if each.state), None)
    there = state or last
    file = there.file if there else None
    came = next((each for each in revision.before if each.origin is not Origin.SAME), None)
    return Row(
        commit=revision.commit,
        author=visible(revision.commit.author),
        subject=visible(revision.commit.subject),
        path=file.shown if file else "",
        was=came.state.file.shown if came and came.state else "",
        origin=came.origin if came else Origin.SAME,
        how=how,
    )


def _why(state: State) -> str:
    """Returns why a map cannot be read."""
    found = next(iter(state.file.findings), None)
    if found is None:
        return "it cannot be read"
    source = state.file.source
    line = f"line {source.position(found.span.start).line}: " if source and found.span else ""
    return f"{line}{visible(found.message)}"


def _in_all(lists: list[list[str]]) -> list[str]:
    """Returns what is said of every side of a merge: nothing else is its own."""
    return [each for each in lists[0] if all(each in other for other in lists[1:])]


def _is_at(it: Difference, found: Differences, before: Key | None, now: Key | None) -> bool:
    """Tells whether something changed at a step, by its keys in both states."""
    sides = ((it.first, found.first, before), (it.second, found.second, now))
    if any(
        entry is not None and key is not None and key in {e.key for e in record.around(entry.key)}
        for entry, record, key in sides
    ):
        return True
    key = now if it.second else before  # what came or went with its stage
    return key in {part.key for part in it.parts}
