"""Makes fixes in rounds until none is left that can be made and does no harm; writes nothing."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from enum import Enum, auto
from pathlib import Path

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, FileFacts, Report
from journeymap.linter.fixer import Mended, Refusal, mend, wanted
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Comment, Delete, Rename
from journeymap.text.source import Source
from journeymap.workspace.files import MapFile, Workspace

_MOST_ROUNDS = 20
"""A fix can open the way for another one; so many rounds of them are made at most."""

_MOST_TRIALS = 100
"""So often a result is linted at most, while fixes are sought that do harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of all files of a run once no fix was left to make.

    Attributes:
        report: what lint finds in the mended texts.
        workspace: the mended files.
        changed: the files whose text is another one, as they were, with their new text.
        mended: the findings that were mended, in the order of the rounds.
        refused: the fixes that could not be made.
    """

    report: Report
    workspace: Workspace
    changed: tuple[tuple[MapFile, Source], ...] = ()
    mended: tuple[Diagnostic, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def made(self) -> int:
        """How many findings were mended."""
        return len(self.mended)


def mend_all(
    workspace: Workspace,
    report: Report,
    read_again: Callable[[Mapping[Path, bytes]], Workspace],
    run: Callable[[Workspace], Report],
    *,
    unsafe: bool = False,
) -> Outcome:
    """Makes fixes and lints again until no fix is left that can be made; writes nothing.

    Args:
        workspace: the files.
        report: what lint finds in them.
        read_again: reads the same files, with these contents in place of what is on the disk.
        run: lints files.
        unsafe: whether unsafe fixes are made, too.
    """
    rounds = _Rounds(
        workspace=workspace, report=report, read_again=read_again, run=run, unsafe=unsafe
    )
    for _ in range(_MOST_ROUNDS):
        if not rounds.go_on():
            break
    return rounds.outcome()


class _Turn(Enum):
    """Which fixes are made first: what a field is called decides what its value may be.

    Attributes:
        NAMES: other names for fields.
        VALUES: other values, and fields that were missing.
        DELETIONS: what nothing needs any more, once everything else says what it means.
    """

    NAMES = auto()
    VALUES = auto()
    DELETIONS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What some fixes would lead to.

    Attributes:
        mended: the files with them.
        workspace: the mended files.
        report: what lint finds in them.
    """

    mended: tuple[Mended, ...]
    workspace: Workspace
    report: Report


_Key = tuple[FileFacts, str, str]
"""What makes a finding the same one after other fixes: its file, rule and fingerprint."""


@dataclass(slots=True, kw_only=True)
class _Rounds:
    """Rounds of fixes, each linted again; one that does harm is held back.

    Attributes:
        workspace: the files as they are by now.
        report: what lint finds in them.
        read_again: reads the same files, with these contents in place of what is on the disk.
        run: lints files.
        unsafe: whether unsafe fixes are made, too.
        before: the changed files as they were.
        after: their texts.
        made: the findings that were mended.
        held: why fixes that would do harm are not made.
        unproven: the fixes of the last round that could not be proven.
        trials: how often a result was linted.
        turn: which fixes are made.
    """

    workspace: Workspace
    report: Report
    read_again: Callable[[Mapping[Path, bytes]], Workspace]
    run: Callable[[Workspace], Report]
    unsafe: bool
    before: dict[Path, MapFile] = field(default_factory=dict)
    after: dict[Path, Source] = field(default_factory=dict)
    made: list[Diagnostic] = field(default_factory=list)
    held: dict[_Key, str] = field(default_factory=dict)
    unproven: tuple[Refusal, ...] = ()
    trials: int = 0
    turn: _Turn = _Turn.NAMES

    def go_on(self) -> bool:
        """Makes a round of fixes: names of fields, else values, and deletions last of all."""
        waiting = [each for each in self.report.diagnostics if wanted(each, unsafe=self.unsafe)]
        self.unproven = ()
        for self.turn in _Turn:
            batch = [each for each in waiting if _turn(each) is self.turn]
            if trial := self._harmless(batch, [], None):
                self._take(trial)
                return True
        return False

    def outcome(self) -> Outcome:
        """Returns what became of all files."""
        held = (
            Refusal(diagnostic=each, reason=self.held[_key(each)])
            for each in self.report.diagnostics
            if _key(each) in self.held
        )
        changed = ((file, self.after[path]) for path, file in self.before.items())
        return Outcome(
            report=self.report,
            workspace=self.workspace,
            changed=tuple((file, new) for file, new in changed if file.source != new),
            mended=tuple(self.made),
            refused=(*self.unproven, *held),
        )

    def _harmless(
        self, batch: list[Diagnostic], known: list[Diagnostic], best: _Trial | None
    ) -> _Trial | None:
        """Returns the result of as many fixes as do no harm, else of those known to do none.

        Args:
            batch: fixes to be made.
            known: fixes that do no harm together.
            best: what they lead to; None where there are none.
        """
        if not batch:
            return best
        mended = self._mended([*known, *batch])
        if sum(len(each.made) for each in mended) == sum(len(e.made) for e in _of(best)):
            return best  # none of the batch can be proven
        trial, harm = self._tried(mended)
        if not harm:
            return trial
        if len(batch) == 1 or not trial:
            self.held |= {_key(each): harm for each in batch}
            return best
        middle = len(batch) // 2
        best = self._harmless(batch[:middle], known, best)
        known = [each for file in _of(best) for each in file.made]
        return self._harmless(batch[middle:], known, best)

    def _mended(self, findings: list[Diagnostic]) -> tuple[Mended, ...]:
        mended = mend(
            replace(self.report, diagnostics=tuple(findings)), self.workspace, unsafe=self.unsafe
        )
        refused = {_key(each.diagnostic): each for each in self.unproven}
        refused |= {_key(each.diagnostic): each for file in mended for each in file.refused}
        self.unproven = tuple(refused.values())
        return mended

    def _tried(self, mended: tuple[Mended, ...]) -> tuple[_Trial | None, str]:
        """Returns what fixes lead to, and what harm they do, in words; "" for none."""
        if self.trials >= _MOST_TRIALS:
            return None, "too many other fixes would bring new findings"
        self.trials += 1
        texts = {path: source.data for path, source in self.after.items()}
        texts |= {each.file.path: each.source.data for each in mended}
        workspace = self.read_again(texts)
        report = self.run(workspace)
        harm = self._harm(report)
        what = f"it would bring a new finding: {harm.message}" if harm else ""
        return _Trial(mended=mended, workspace=workspace, report=report), what

    def _harm(self, report: Report) -> Diagnostic | None:
        """Returns what speaks against a result: of names any new finding, else a new error.

        Who asks for unsafe fixes puts up with new findings, if there are no more errors.
        """
        if self.unsafe:
            return _more_errors(self.report, report)
        before, after = self.report, report
        if self.turn is not _Turn.NAMES:
            before, after = _errors(before), _errors(after)
        return _new(before, after)

    def _take(self, trial: _Trial) -> None:
        for each in trial.mended:
            if each.made:
                self.before.setdefault(each.file.path, each.file)
                self.after[each.file.path] = each.source
                self.made += each.made
        self.workspace, self.report = trial.workspace, trial.report
        self.held = {}  # what did harm may do none now


def _of(trial: _Trial | None) -> tuple[Mended, ...]:
    return trial.mended if trial else ()


def _key(diagnostic: Diagnostic) -> _Key:
    return diagnostic.file, diagnostic.rule.code, diagnostic.fingerprint


def _turn(diagnostic: Diagnostic) -> _Turn:
    changes = diagnostic.fix.raw_changes if diagnostic.fix else ()
    if any(isinstance(c, Delete) or (isinstance(c, Comment) and not c.text) for c in changes):
        return _Turn.DELETIONS
    return _Turn.NAMES if any(isinstance(c, Rename) for c in changes) else _Turn.VALUES


def _new(before: Report, after: Report) -> Diagnostic | None:
    """Returns a finding that was not there before, if there is one.

    Where a rule found too many to tell each, one is new only if there are more of them now.
    """
    many, now = _counts(before), _counts(after)
    cut = {(each.file.path, each.rule.code) for each in before.diagnostics if each.more}
    cut = {key for key in cut if now[key] <= many[key]}
    marks = {(each.file.path, each.fingerprint) for each in before.diagnostics}
    # A step that gets its id by a fix takes what was found there along under another mark.
    texts = {(each.file.path, each.rule.code, each.message) for each in before.diagnostics}
    return next(
        (
            each
            for each in after.diagnostics
            if (each.file.path, each.fingerprint) not in marks
            and (each.file.path, each.rule.code, each.message) not in texts
            and (each.file.path, each.rule.code) not in cut
        ),
        None,
    )


def _counts(report: Report) -> Counter[tuple[str, str]]:
    """Returns how many findings each rule has in each file."""
    counts = Counter[tuple[str, str]]()
    for each in report.diagnostics:
        counts[each.file.path, each.rule.code] += each.count
    return counts


def _more_errors(before: Report, after: Report) -> Diagnostic | None:
    """Returns a new error where there are more of them than before."""
    old, new = _errors(before), _errors(after)
    if new.total <= old.total:
        return None
    return _new(old, new) or new.diagnostics[-1]


def _errors(report: Report) -> Report:
    errors = (each for each in report.diagnostics if each.severity is Severity.ERROR)
    return replace(report, diagnostics=tuple(errors))
