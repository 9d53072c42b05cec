"""Runs rules over maps: pure, from a workspace to findings with their places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journeymap.analysis.analysis import Analysis
from journeymap.authoring.context import Context
from journeymap.authoring.rule import UNUSED_IGNORE, Rule
from journeymap.findings import Finding
from journeymap.linter.describe import Describer
from journeymap.linter.diagnostic import Diagnostic, FileFacts, Report
from journeymap.linter.fingerprint import told_apart
from journeymap.linter.profiles import Selection
from journeymap.linter.settings import Settings, mistakes, settings_for
from journeymap.linter.suppress import Ignores
from journeymap.linter.yaml_rules.attach import with_own
from journeymap.model.fields import FileKind
from journeymap.model.journey import Journey
from journeymap.model.journey_map import (
    JourneyMap,
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
)
from journeymap.model.names import Route, step_route
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRun:
    """What is run on a file.

    Attributes:
        context: the file, and what its rules may look at.
        settings: what holds for it.
        ran: the rules that look at it.
        lacking: why others that hold for it do not, in words, by the rule's code.
    """

    context: Context
    settings: Settings
    ran: tuple[Rule, ...]
    lacking: Mapping[str, str]

    @property
    def file(self) -> MapFile:
        """The file."""
        return self.context.file


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a rule found, and whether a comment hides it."""

    rule: Rule
    finding: Finding
    hidden: bool = False

    @property
    def places(self) -> tuple[Route, ...]:
        """The pain or opportunity that it is about, then the step; else its own place."""
        route = self.finding.route
        step = step_route(route)
        item = route[len(step) : len(step) + 2]
        if step and len(item) > 1 and item[0] in {"pains", "opportunities"}:
            return (*step, *item), step
        return (step or route,)


def lint(workspace: Workspace, rules: Sequence[Rule], selection: Selection, today: date) -> Report:
    """Holds every file that was asked for, and the configurations that hold for it, to the rules.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    workspace, rules = with_own(workspace, rules)
    describer = Describer(workspace)
    files: list[FileFacts] = []
    found: list[Diagnostic] = []
    ran: set[tuple[str, str]] = set()
    for run in file_runs(workspace, rules, selection, today):
        files.append(describer.file(run.file))
        told = _once(_of_file(run, Ignores(run.file, rules), describer))
        found += sorted(told, key=lambda each: (each.start, each.rule.code))
        ran.update((files[-1].map, rule.code) for rule in run.ran)
    diagnostics = tuple(told_apart(found))
    return Report(files=tuple(files), diagnostics=diagnostics, ran=frozenset(ran))


def file_runs(
    workspace: Workspace, rules: Sequence[Rule], selection: Selection, today: date
) -> Iterator[FileRun]:
    """Walks what is to run on the files that were asked for, and on their configurations.

    Args:
        workspace: the files.
        rules: the rules there are, the configurations' own among them.
        selection: which of them to use.
        today: the day that counts as today.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    kinds = {FileKind.CONFIGURATION, FileKind.RULES}
    others = [f for f in workspace.files.values() if f.kind in kinds]
    for file in {file.path: file for file in (*workspace.asked, *others)}.values():
        settings = settings_for(file, rules, selection, workspace)
        whole = replace(file, findings=(*file.findings, *mistakes(file, rules)))
        context = _context(whole, workspace, today)
        lacking = dict(_lacking(settings.rules, context))
        ran = tuple(rule for rule in settings.rules if rule.code not in lacking)
        yield FileRun(context=context, settings=settings, ran=ran, lacking=lacking)


def _context(file: MapFile, workspace: Workspace, today: date) -> Context:
    journey_map = file.map or JourneyMap(journey=Journey(title="…"), libraries={})
    return Context(
        file=file,
        map=journey_map,
        analysis=Analysis(map=journey_map, weights=file.configuration.weights),
        workspace=workspace,
        today=today,
    )


def _lacking(rules: Iterable[Rule], context: Context) -> Iterator[tuple[str, str]]:
    """Walks the rules that have nothing to look at, with the reason in words."""
    is_map = context.file.kind is FileKind.JOURNEY
    for rule in rules:
        if rule.visits is MapFile:
            continue
        if context.file.map is None:
            yield rule.code, "the map cannot be read" if is_map else "it looks at maps"
        elif missing := [need.what for need in rule.needs if not need.is_there(context)]:
            yield rule.code, f"the map lacks {' and '.join(missing)}"


def _of_file(run: FileRun, ignores: Ignores, describer: Describer) -> Iterator[Diagnostic]:
    found: list[_Found] = []
    context, settings = run.context, run.settings
    for rule in sorted(run.ran, key=_turn):
        subsumed = tuple(_subsumed_by(rule, found))
        own = replace(context, options=settings.options[rule.code], subsumed=subsumed)
        if rule.code == UNUSED_IGNORE:
            own = replace(own, file=_judged(settings, ignores, own))
        found += _of_rule(rule, own, ignores)
    for each in _without_subsumed(found):
        weight = settings.severities.get(each.rule.code)
        finding = replace(each.finding, severity=weight) if weight else each.finding
        yield describer.diagnostic(each.rule, finding, run.file)


def _turn(rule: Rule) -> tuple[bool, int]:
    """Returns when a rule runs: behind those that it subsumes, of which each subsumes fewer."""
    return rule.code == UNUSED_IGNORE, len(rule.subsumes)


def _subsumed_by(rule: Rule, found: list[_Found]) -> Iterator[Finding]:
    """Walks what was found by the rules that one subsumes, save what others of them replaced."""
    if rule.subsumes:
        rest = _without_subsumed(found)
        yield from (each.finding for each in rest if each.rule.name in rule.subsumes)


def _once(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Drops repetitions: what an alias repeats is wrong in one place only."""
    return {(d.rule.code, d.message, d.start, d.end): d for d in diagnostics}.values()


def _of_rule(rule: Rule, context: Context, ignores: Ignores) -> list[_Found]:
    """Returns what a rule finds; what comments ignore is set apart before the rest is gathered."""
    single = [
        finding
        for part in _visited(rule, context)
        for finding in rule.check(part, context)
        if not _is_there(finding, context.file)
    ]
    found = _stamped(rule, single, ignores)
    there = [each.finding for each in found if not each.hidden]
    if rule.gathers is None or not there:
        return found
    gathered = _stamped(rule, rule.gathers(there, context), ignores)
    return [*gathered, *(each for each in found if each.hidden)]


def _stamped(rule: Rule, findings: Iterable[Finding], ignores: Ignores) -> list[_Found]:
    coded = (replace(finding, code=rule.code) for finding in findings)
    return [_Found(rule=rule, finding=each, hidden=ignores.hides(rule, each)) for each in coded]


def _judged(settings: Settings, ignores: Ignores, context: Context) -> MapFile:
    """Returns the file with the findings about its comments, once the other rules have run.

    Rules that the comments name and the status does not ask for run as well, to see whether they
    would find anything. Nobody can know that of a file of which a part could not be read, and of
    a library that is looked at alone.
    """
    file = context.file
    alone = file.kind is FileKind.LIBRARY and not context.workspace.searched
    named = () if file.broken or alone else ignores.rules
    lacking = dict(_lacking(named, context))
    judged = [rule for rule in named if rule.code not in lacking]
    for rule in judged:
        if rule not in settings.rules:
            own = replace(context, options=settings.options[rule.code])
            _of_rule(rule, own, ignores)
    return replace(file, findings=tuple(ignores.unused(judged)))


def _is_there(finding: Finding, file: MapFile) -> bool:
    """Tells whether what a finding misses stands in the file, and only could not be read."""
    return finding.missing is not None and (*finding.route, finding.missing) in file.broken


def _visited(rule: Rule, context: Context) -> Iterable[object]:
    if rule.visits is MapFile:
        return (context.file,)
    journey_map = context.map
    parts: dict[type, Iterable[object]] = {
        JourneyMap: (journey_map,),
        PlacedStage: journey_map.stages,
        PlacedStep: journey_map.steps,
        PlacedPain: journey_map.pains,
        PlacedOpportunity: journey_map.opportunities,
    }
    return parts[rule.visits]


def _without_subsumed(found: list[_Found]) -> Iterator[_Found]:
    """Leaves out what another rule's finding at the same place already tells, or is ignored.

    What is told of a step is told of its pains and opportunities too, not the other way round. The
    finding that remains weighs as much as the heaviest that it replaces. One that stands by itself
    is only replaced at its very place.
    """
    tellers: defaultdict[tuple[str, Route], list[int]] = defaultdict(list)
    for i, each in enumerate(found):
        for name in each.rule.subsumes:
            tellers[name, each.places[0]].append(i)
    weights = [each.finding.severity or each.rule.severity for each in found]
    told = [
        [
            t
            for place in (f.places[:1] if f.finding.survives_subsumption else f.places)
            for t in tellers[f.rule.name, place]
        ]
        for f in found
    ]
    for i, telling in enumerate(told):
        for teller in telling if not found[i].hidden else ():
            weights[teller] = min(weights[teller], weights[i], key=lambda weight: weight.rank)
    for each, weight, telling in zip(found, weights, told, strict=True):
        if not each.hidden and not telling:
            yield replace(each, finding=replace(each.finding, severity=weight))
