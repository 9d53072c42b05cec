"""Runs rules over maps: pure, from a workspace to findings with their places."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import repeat

from journeymap.analysis.analysis import Analysis
from journeymap.authoring.context import Context
from journeymap.authoring.rule import UNUSED_IGNORE, Need, Rule
from journeymap.findings import Applicability, Finding, Fix, Severity
from journeymap.linter.describe import Describer
from journeymap.linter.diagnostic import Diagnostic, FileFacts, Report
from journeymap.linter.each_persona import contexts, named, visited
from journeymap.linter.each_persona_once import once_a_step
from journeymap.linter.fingerprint import numbered
from journeymap.linter.found import Found, first_of_each_rule, without_subsumed
from journeymap.linter.gathered import Gathered
from journeymap.linter.locations import span_of
from journeymap.linter.mark_unread import marked
from journeymap.linter.maturity import Maturity, maturity_of
from journeymap.linter.package_rules import RuleError, Troubles
from journeymap.linter.profiles import Selection
from journeymap.linter.settings import Settings, at_strictest, mistakes, settings_for
from journeymap.linter.suppress import Ignores
from journeymap.linter.users import notes_of_users
from journeymap.linter.yaml_rules.attach import with_own
from journeymap.model.fields import FileKind
from journeymap.model.journey import Journey, Status
from journeymap.model.journey_map import JourneyMap
from journeymap.model.unread import as_far_as_read, if_read, one_by_one
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import SafeText
from journeymap.workspace.files import MapFile, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRun:
    """What is run on a file.

    Attributes:
        file: the file.
        context: what its rules may look at, with what could not be read marked.
        settings: what holds for it.
        ran: the rules that look at it.
        lacking: why others that hold for it do not, in words, by the rule's code.
    """

    file: MapFile
    context: Context
    settings: Settings
    ran: tuple[Rule, ...]
    lacking: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What one rule came to.

    Attributes:
        single: what it found, one by one.
        told: the same, gathered.
    """

    single: Sequence[Found] = ()
    told: Sequence[Found] = ()


def lint(  # noqa: PLR0913 - what a run may differ in
    workspace: Workspace,
    rules: Sequence[Rule],
    selection: Selection,
    today: date,
    *,
    maturity: bool = False,
    heed_ignores: bool = True,
    clock: Callable[[], float] | None = None,
    share: Iterable[MapFile] | None = None,
) -> Report:
    """Holds every file that was asked for, and the configurations that hold for it, to the rules.

    Args:
        workspace: the files.
        rules: the rules there are, but for those that configurations add.
        selection: which of them to use.
        today: the day that counts as today.
        maturity: whether to see as well which status each map meets, whatever is selected.
        heed_ignores: whether comments hide what they ignore.
        clock: returns seconds, so that rules of packages that are slow can be told.
        share: the files to look at alone, if not all; their findings are not numbered.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    workspace, rules = with_own(workspace, rules)
    describer = Describer(workspace)
    files: list[FileFacts] = []
    diagnostics: list[Diagnostic] = []
    maturities: list[Maturity] = []
    ran: set[tuple[str, str]] = set()
    troubles = Troubles(clock=clock)
    for run in file_runs(workspace, rules, selection, today, share):
        file = describer.file(run.file)
        findings = _FileFindings(run, rules, troubles, heed_ignores=heed_ignores)
        found = (
            describer.diagnostic(f.rule, f.finding, run.file, f.single)
            for f in findings.told(run.ran)
        )
        diagnostics += sorted(found, key=lambda each: (each.start, each.rule.code))
        files.append(file)
        done = [rule for rule in run.ran if rule.code not in findings.failed]
        ran.update((name, rule.code) for rule in done for name in (file.map, file.key))
        if maturity and file.kind is FileKind.JOURNEY and not file.is_unread:
            strictest = findings.weighed(at_strictest(run.settings, rules, run.file))
            maturities.append(maturity_of(file.shown, list(_weights(strictest))))
    return Report(
        files=tuple(files),
        diagnostics=tuple(numbered(diagnostics) if share is None else diagnostics),
        ran=frozenset(ran),
        maturities=tuple(maturities),
        troubles=tuple(map(SafeText, troubles.lines(rules))),
    )


def _weights(
    found: Iterable[tuple[Found, Severity]],
) -> Iterator[tuple[Status | None, Severity, str]]:
    for each, weight in found:
        rule, count = each.rule, 1 + each.finding.more
        yield from repeat((rule.from_status, weight, rule.name), count)


def file_runs(
    workspace: Workspace,
    rules: Sequence[Rule],
    selection: Selection,
    today: date,
    share: Iterable[MapFile] | None = None,
) -> Iterator[FileRun]:
    """Walks what is to run on the files that were asked for, and on their configurations.

    Args:
        workspace: the files.
        rules: the rules there are, the configurations' own among them.
        selection: which of them to use.
        today: the day that counts as today.
        share: the files to walk alone, if not all.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    seen = marked(workspace)
    for file in workspace.looked_at if share is None else share:
        settings = settings_for(file, rules, selection, workspace)
        findings = (*file.findings, *mistakes(file, rules))
        context = _context(replace(seen.files[file.path], findings=findings), seen, today)
        lacking = dict(_lacking(settings.rules, context))
        ran = tuple(rule for rule in settings.rules if rule.code not in lacking)
        yield FileRun(file=file, context=context, settings=settings, ran=ran, lacking=lacking)


def _context(file: MapFile, workspace: Workspace, today: date) -> Context:
    journey_map = file.journey_map or JourneyMap(journey=Journey(title="…"), libraries={})
    return Context(
        file=file,
        journey_map=journey_map,
        analysis=Analysis(journey_map=journey_map, weights=file.configuration.weights),
        workspace=workspace,
        today=today,
    )


def _lacking(rules: Iterable[Rule], context: Context) -> Iterator[tuple[str, str]]:
    """Walks the rules that have nothing to look at, with the reason in words."""
    is_map = context.file.kind is FileKind.JOURNEY
    for rule in rules:
        if rule.visits is MapFile:
            continue
        if context.file.journey_map is None:
            yield rule.code, "the map cannot be read" if is_map else "it looks at maps"
        elif missing := [
            need.what
            for need in rule.needs
            if not any(_is_there(need, own) for own in contexts(rule, context))
        ]:
            yield rule.code, f"the map lacks {' and '.join(missing)}"


def _is_there(need: Need, context: Context) -> bool:
    """Tells whether a map has what a rule needs, or may have it where that could not be read."""
    try:
        return if_read(lambda: need.is_there(context), otherwise=True)
    except RuleError:  # told when the rule runs
        return True


class _FileFindings:
    """What rules find in one file: each of them runs once, whoever asks for what it finds.

    Attributes:
        failed: the codes of the rules of packages that failed on it.
    """

    def __init__(
        self, run: FileRun, rules: Sequence[Rule], troubles: Troubles, *, heed_ignores: bool
    ) -> None:
        """Begins with a file on which nothing has run yet; `rules` are all there are."""
        self.failed: set[str] = set()
        # Own rules of other maps may be called as those of this one are: these count here.
        held = tuple(rule for rule in rules if rule.holds(run.file))
        named = (*(rule for rule in rules if not rule.holds(run.file)), *held)
        self._run, self._rules, self._troubles = run, held, troubles
        self._ignores = Ignores(run.file, named, run.context.today, heeded=heed_ignores)
        self._ran = {rule.code for rule in run.ran}
        subsumed = {name for rule in held for name in rule.subsumes}
        # No other rule has a say in what is told of one that subsumes some.
        tied = (rule for rule in held if rule.subsumes or rule.name in subsumed)
        judged = (rule for rule in tied if rule.code != UNUSED_IGNORE)
        self._by_subsumed = sorted(judged, key=_subsumed)
        self._known: dict[str, _Outcome] = {}

    def told(self, rules: Iterable[Rule]) -> Iterator[Found]:
        """Walks what some rules tell, each with its weight, and each once."""
        for each, weight in self.weighed(rules):
            fix = self._fix(each)
            if fix is each.finding.fix and weight is each.severity:
                yield each
            else:
                yield replace(each, finding=replace(each.finding, severity=weight, fix=fix))

    def weighed(self, rules: Iterable[Rule]) -> Iterator[tuple[Found, Severity]]:
        """Walks what some rules tell, each once, and how much it weighs in this run."""
        found = [each for rule in rules for each in self._outcome(rule).told]
        told = [((each.rule.code, each.finding.message), each) for each in without_subsumed(found)]
        alike = Counter(said for said, _ in told)
        once = {}
        for said, each in told:
            # What an alias repeats is wrong in one place only.
            place = span_of(self._run.file, each.finding) if alike[said] > 1 else None
            once[said, place] = each
        for each in first_of_each_rule(once.values()):
            yield each, self._run.settings.severities.get(each.rule.code, each.severity)

    def _fix(self, found: Found) -> Fix | None:
        """Returns the fix of a finding: one to be shown only, where people are to mend it."""
        fix = found.finding.fix
        if fix is None or found.rule.code in self._run.settings.fixable:
            return fix
        return Fix(title=fix.title, applicability=Applicability.DISPLAY)

    def _outcome(self, rule: Rule) -> _Outcome:
        if rule.code not in self._known:
            self._known[rule.code] = self._run_rule(rule) if self._runs(rule) else _Outcome()
        return self._known[rule.code]

    def _runs(self, rule: Rule) -> bool:
        return rule.code in self._ran or not dict(_lacking([rule], self._run.context))

    def _run_rule(self, rule: Rule) -> _Outcome:
        own = replace(
            self._run.context,
            options=self._run.settings.options[rule.code],
            subsumed=tuple(self._subsumed_by(rule)),
            users=partial(notes_of_users, rule, self._run.file, self._run.context.workspace),
        )
        if rule.code == UNUSED_IGNORE:
            own = replace(own, file=self._judged())
        try:
            outcome = partial(_outcome, rule, own, self._ignores)
            return self._troubles.watch(rule, self._run.file.shown, outcome)
        except RuleError:
            self.failed.add(rule.code)
            return _Outcome()

    def _subsumed_by(self, rule: Rule) -> Iterator[Finding]:
        """Walks what the rules find that one subsumes, save what others replace.

        They run even if nobody selects them; of those that subsume as many or more it sees nothing.
        """
        if rule.subsumes:
            first = bisect_left(self._by_subsumed, len(rule.subsumes), key=_subsumed)
            before = self._by_subsumed[:first]
            asked = [e for e in before if e.code in self._ran or e.name in rule.subsumes]
            single = [found for each in asked for found in self._outcome(each).single]
            rest = without_subsumed(single)
            yield from (each.finding for each in rest if each.rule.name in rule.subsumes)

    def _judged(self) -> MapFile:
        """Returns the file with the findings about its comments, once the rules they name have run.

        Nobody can judge the comments of a file of which a part could not be read, and of a library
        that is looked at alone.
        """
        file, workspace = self._run.context.file, self._run.context.workspace
        alone = file.kind is FileKind.LIBRARY and not workspace.searched
        named = () if file.broken or alone else self._ignores.rules
        judged = [rule for rule in self._rules if rule.code in named and self._runs(rule)]
        for rule in judged:
            self._outcome(rule)
        told = [rule for rule in judged if rule.code not in self.failed]
        return replace(file, findings=tuple(self._ignores.unused(told)))


def _subsumed(rule: Rule) -> int:
    return len(rule.subsumes)


def _outcome(rule: Rule, context: Context, ignores: Ignores) -> _Outcome:
    """Returns what a rule finds; what comments ignore is set apart before the rest is gathered.

    What depends on something that could not be read is left out, and is not gathered.

    Raises:
        RuleError: the rule is one of a package, and fails.
    """
    for need in rule.needs if rule.package else ():  # one that fails has let the rule run
        if_read(partial(need.is_there, context), otherwise=True)
    seen = contexts(rule, context)
    if len(seen) == 1:
        return _found(rule, context, ignores)
    asked = [all(_is_there(need, own) for need in rule.needs) for own in seen]
    pairs = zip(asked, seen, strict=True)
    outcomes = [_found(rule, own, ignores) if asks else _Outcome() for asks, own in pairs]
    return _Outcome(
        single=_named(context, seen, [one.single for one in outcomes]),
        told=[*once_a_step(_named(context, seen, [one.told for one in outcomes]))],
    )


def _named(
    whole: Context, seen: Sequence[Context], of_each: Sequence[Sequence[Found]]
) -> list[Found]:
    """Returns what is found of several personas, with names where it is not true of all."""
    findings = [[each.finding for each in found] for found in of_each]
    names = named(whole.journey_map, seen, findings)
    pairs = zip(of_each, names, strict=True)
    both = [pair for found, own in pairs for pair in zip(found, own, strict=True)]
    return [replace(each, finding=said) for each, said in both if said]


def _found(rule: Rule, context: Context, ignores: Ignores) -> _Outcome:
    findings = one_by_one(rule.check(part, context) for part in visited(rule, context))
    single = _stamped(rule, as_far_as_read(findings), ignores)
    there = [each for each in single if not each.hidden]
    told = if_read(partial(_gathered, rule, there, context, ignores), otherwise=there)
    return _Outcome(single=single, told=[*told, *(e for e in single if e.hidden)])


def _gathered(rule: Rule, found: list[Found], context: Context, ignores: Ignores) -> list[Found]:
    if rule.gathers is None or not found:
        return found
    single = [each.finding for each in found]
    told = _stamped(rule, rule.gathers(single, context), ignores)
    gathered = Gathered(single, [each.finding for each in told])
    return [replace(each, single=gathered.behind(each.finding)) for each in told]


def _stamped(rule: Rule, findings: Iterable[Finding], ignores: Ignores) -> list[Found]:
    coded = (e if e.code == rule.code else replace(e, code=rule.code) for e in findings)
    return [Found(rule=rule, finding=each, hidden=ignores.hides(rule, each)) for each in coded]
