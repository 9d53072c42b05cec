"""Own rules of a workspace → rules that the engine runs like those that come with the tool."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from journeymap.authoring.rule import Basis, Rule
from journeymap.findings import Finding, Mark, Related
from journeymap.linter.yaml_rules.checking import Asked, check_of
from journeymap.linter.yaml_rules.reading import Reader
from journeymap.model.fields import FileKind
from journeymap.model.journey_map import PlacedStep
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.workspace.config import Configuration
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.rule_file import OwnRule, RuleFile

_CODE = pattern(r"[A-Z]{2,}[0-9]+")
_NAME = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OURS = "JM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """An own rule where it stands.

    Attributes:
        file: the configuration or file of rules.
        route: where in it.
        said: what is written there.
        within: the configurations for whose maps it holds.
    """

    file: MapFile
    route: Route
    said: OwnRule
    within: frozenset[Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What own rules come to.

    Attributes:
        rules: those with which nothing is wrong.
        mistakes: by file, what is wrong with the others.
    """

    rules: tuple[Rule, ...]
    mistakes: dict[Path, tuple[Finding, ...]]


def own_rules(workspace: Workspace, others: Iterable[Rule]) -> Found:
    """Returns the own rules of all configurations of a workspace.

    Args:
        workspace: the files of the run.
        others: the rules there are already; a code or a name is given once.
    """
    rules: list[Rule] = []
    mistakes: defaultdict[Path, tuple[Finding, ...]] = defaultdict(tuple)
    declared = list(_declared(workspace))
    firsts = _firsts(declared, workspace, others)
    for number, each in enumerate(declared):
        rule, wrong = _read(each)
        wrong += (*_misnamed(each), *_clashes(each, firsts[number]))
        mistakes[each.file.path] += wrong
        if not wrong and not _is_broken(each):
            rules.append(rule)
    return Found(rules=tuple(rules), mistakes=dict(mistakes))


_Firsts = dict[str, Declared | None]
"""Which rule has a code or a name already: another own one, or None for one of the tool's."""


def _firsts(
    declared: Sequence[Declared], workspace: Workspace, others: Iterable[Rule]
) -> defaultdict[int, _Firsts]:
    """Returns for each own rule what others have before it, where both hold for one map.

    Rules of configurations that never hold together may have the same code and name.
    """
    ours: _Firsts = {word: None for rule in others for word in (rule.code, rule.name)}
    found: defaultdict[int, _Firsts] = defaultdict(dict)
    by_configuration: defaultdict[Path, list[int]] = defaultdict(list)
    for number, each in enumerate(declared):
        for path in each.within or {each.file.path}:
            by_configuration[path].append(number)
    for chain in _chains(workspace, by_configuration):
        taken = dict(ours)
        together = (number for path in chain for number in by_configuration.get(path, ()))
        for number in dict.fromkeys(together):
            for word in filter(None, (declared[number].said.code, declared[number].said.name)):
                if word in taken:
                    found[number].setdefault(word, taken[word])
                else:
                    taken[word] = declared[number]
    return found


def _chains(workspace: Workspace, declaring: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """Walks the configurations that hold together, and those that hold for no map of the run.

    Each comes behind those that it builds on: it is the one that can be changed without harm.
    """
    held = (file.configured_by for file in workspace.files.values() if file.configured_by)
    chains = dict.fromkeys(held)
    yield from chains
    for path in sorted(set(declaring).difference(*chains)):
        chain: dict[Path, None] = {}
        at: Path | None = path
        while at and at not in chain:
            chain[at] = None
            links = workspace.files[at].links if at in workspace.files else ()
            at = next((link.target for link in links if link.route == ("extends",)), None)
        yield tuple(reversed(chain))


def _declared(workspace: Workspace) -> Iterator[Declared]:
    """Walks the own rules of a workspace in the order in which its files were read."""
    within: defaultdict[Path, set[Path]] = defaultdict(set)
    for file in workspace.files.values():
        if isinstance(file.model, Configuration):
            within[file.path].add(file.path)
            for link in file.links:
                if link.kind is FileKind.RULES and link.target:
                    within[link.target].add(file.path)
    for file in workspace.files.values():
        if isinstance(file.model, Configuration | RuleFile):
            for i, said in enumerate(file.model.rules):
                route = ("rules", i)
                there = frozenset(within[file.path])
                yield Declared(file=file, route=route, said=said, within=there)


def _is_broken(each: Declared) -> bool:
    """Tells whether part of a rule could not be read, which is told already."""
    length = len(each.route)
    return any(finding.route[:length] == each.route for finding in each.file.findings)


def _read(each: Declared) -> tuple[Rule, tuple[Finding, ...]]:
    said, route = each.said, each.route
    model = each.file.model
    feelings = model.dialect_feelings() if isinstance(model, Configuration) else {}
    reader = Reader(kind=said.on, dialect=Dialect(feelings=feelings))
    asked = Asked(
        said=said,
        when=reader.condition(said.when, (*route, "when")) if said.when is not None else None,
        require=(
            reader.condition(said.require, (*route, "require"))
            if said.require is not None
            else None
        ),
        message=reader.message(said.message, (*route, "message")),
    )
    rule = Rule(
        code=said.code,
        name=said.name,
        severity=said.severity,
        from_status=said.status,
        basis=Basis(said.basis.value),
        visits=PlacedStep if asked.gathers else MapFile,
        gathers=asked.gathers,
        subsumes=(),
        options=(),
        needs=(),
        check=check_of(asked),
        within=each.within,
    )
    is_open = (*route, "on") in each.file.broken or _misses(each, "on")
    return rule, () if is_open else tuple(reader.findings)


def _misses(each: Declared, field: str) -> bool:
    """Tells whether a field that every rule needs is not there, which is told already."""
    told = each.file.findings
    return any(finding.route == each.route and finding.missing == field for finding in told)


def _misnamed(each: Declared) -> Iterator[Finding]:
    said = each.said
    if said.when is None and said.require is None and not _is_broken(each):
        yield Finding(
            code="JM004",
            message="a rule needs `require` or `when`",
            help="add require: with what must hold, such as require: {evidence: present}",
            route=each.route,
            missing="require",
        )
    if said.code and not _CODE.fullmatch(said.code):
        message = f"`{said.code}` is not the code of a rule"
        yield _told(each, "code", message, "write capital letters and digits, such as ACME01")
    elif said.code.startswith(_OURS):
        message = f"codes that begin with {_OURS} are for the rules that come with the tool"
        yield _told(each, "code", message, "begin with letters of your own, such as ACME01")
    if said.name and not _NAME.fullmatch(said.name):
        message = f"`{said.name}` is not the name of a rule"
        yield _told(each, "name", message, "write lower-case words with hyphens between them")


def _clashes(each: Declared, firsts: _Firsts) -> Iterator[Finding]:
    for field, word in (("code", each.said.code), ("name", each.said.name)):
        if word in firsts and not (field == "code" and word.startswith(_OURS)):
            finding = _told(
                each,
                field,
                f"another rule has the {field} {word} already",
                f"give each rule a {field} of its own",
            )
            first = firsts[word]
            if first is not None:
                place = Related(
                    route=(*first.route, field), message="the other one", path=first.file.shown
                )
                finding = replace(finding, related=(place,))
            yield finding


def _told(each: Declared, field: str, message: str, help_: str) -> Finding:
    route = (*each.route, field)
    return Finding(code="JM002", message=message, help=help_, route=route, mark=Mark.VALUE)
