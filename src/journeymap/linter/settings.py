"""What holds for a file: its configurations and the command line, one laid over the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from journeymap.authoring.options import AnyOption
from journeymap.authoring.rule import Rule
from journeymap.findings import Finding, Mark, Severity
from journeymap.linter.profiles import Selection, UnknownRuleError, chosen, fixable, matching
from journeymap.model.journey import Status
from journeymap.model.likeness import nearest
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import Configuration, Holding
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.globs import Glob, covers, globs_of

_WORDS = ("select", "extend_select", "ignore", "fixable", "unfixable")
"""The fields that list rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A part of a configuration that holds for a file.

    Attributes:
        file: the configuration.
        route: where the part stands in it.
        said: what it says.
    """

    file: MapFile
    route: Route
    said: Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one file.

    Attributes:
        status: how strictly it is held.
        selections: what configurations and the command line say of rules, in order.
        rules: the rules that hold it.
        fixable: the codes of the rules whose findings may be mended there.
        severities: what was set of the severities of rules, by code.
        options: the values of the options of every rule, by code, then by name.
    """

    status: Status
    selections: tuple[Selection, ...]
    rules: tuple[Rule, ...]
    fixable: frozenset[str]
    severities: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, float]]


def settings_for(
    file: MapFile, rules: Sequence[Rule], selection: Selection, workspace: Workspace
) -> Settings:
    """Returns what holds for a file.

    Args:
        file: the file.
        rules: the rules there are.
        selection: what the command line says, which counts most.
        workspace: the files of the run, its configurations among them.

    Raises:
        UnknownRuleError: the selection names a rule that is not there.
    """
    listed = tuple(rules)
    parts = [layer.said for layer in layers(file, workspace)]
    selections = (*(_selection(part, listed) for part in parts), selection)
    status = file.journey_map.journey.status if file.journey_map else Status.PUBLISHED
    stated = [each.profile for each in selections if each.profile]
    strictness = stated[-1] if stated else status
    return Settings(
        status=strictness,
        selections=selections,
        rules=tuple(r for r in chosen(selections, listed, strictness) if r.holds(file)),
        fixable=fixable(selections, listed),
        severities={
            code: severity for part in parts for code, severity in _severities(part, listed)
        },
        options={rule.code: dict(_values(rule, parts)) for rule in listed},
    )


def at_strictest(settings: Settings, rules: Iterable[Rule], file: MapFile) -> tuple[Rule, ...]:
    """Returns the rules that would hold a file at the strictest status, save those ignored.

    Args:
        settings: what holds for the file.
        rules: the rules there are.
        file: the file.
    """
    *configured, typed = settings.selections
    selections = (*configured, Selection(ignore=typed.ignore))
    strictest = chosen(selections, tuple(rules), Status.PUBLISHED)
    return tuple(rule for rule in strictest if rule.holds(file))


def layers(file: MapFile, workspace: Workspace) -> tuple[Layer, ...]:
    """Returns the parts of configurations that hold for a file; later ones count more."""
    found: list[Layer] = []
    for path in file.configured_by:
        configuration = workspace.files[path]
        model = configuration.model
        if isinstance(model, Configuration):
            folder = file.configured_by[-1].parent
            found.append(Layer(file=configuration, route=(), said=model))
            found += [
                Layer(file=configuration, route=("files", pattern), said=part)
                for pattern, part in model.files.items()
                if _matches(pattern, file.path, folder)
            ]
    return tuple(found)


def mistakes(file: MapFile, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Finds what a configuration says of rules and files that cannot be."""
    model = file.model
    if not isinstance(model, Configuration):
        return
    yield from _mistakes(model, (), tuple(rules))
    for i, pattern in enumerate(model.exclude):
        if not globs_of([pattern]):
            yield _no_pattern(pattern, ("exclude", i), Mark.VALUE)
    for pattern, part in model.files.items():
        route = ("files", pattern)
        yield from _mistakes(part, route, tuple(rules))
        if not _including(pattern):
            yield _no_pattern(pattern, route, Mark.KEY)


def _no_pattern(pattern: str, route: Route, mark: Mark) -> Finding:
    return Finding(
        code="JM002",
        message=f"`{pattern}` is no pattern of files",
        help="write a pattern as in .gitignore, such as drafts/ or *.desired.journey.yaml",
        route=route,
        mark=mark,
    )


def _mistakes(part: Holding, route: Route, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    for field in _WORDS:
        for i, word in enumerate(getattr(part, field)):
            if not _is_known(word, rules):
                yield _unknown_rule(word, (*route, field, i), Mark.VALUE, rules)
    for word in part.severities:
        if not _is_known(word, rules):
            yield _unknown_rule(word, (*route, "severities", word), Mark.KEY, rules)
    for word, values in part.options.items():
        here = (*route, "options", word)
        rule = next((rule for rule in rules if _is_called(rule, word)), None)
        if rule is None:
            yield _unknown_rule(word, here, Mark.KEY, rules)
        else:
            yield from _wrong_options(rule, values, here)


def _wrong_options(rule: Rule, values: Mapping[str, float], route: Route) -> Iterator[Finding]:
    known = {option.name: option for option in rule.options}
    for name, value in values.items():
        if name not in known:
            yield Finding(
                code="JM003",
                message=f"the rule {rule.name} has no option `{name}`",
                help=_options_hint(name, known),
                route=(*route, name),
                mark=Mark.KEY,
            )
        elif not known[name].takes(value):
            yield Finding(
                code="JM002",
                message=f"`{name}` cannot be {value:g}",
                help=f"write {known[name].range}; {known[name].default:g} unless you set it",
                route=(*route, name),
                mark=Mark.VALUE,
            )


def _options_hint(name: str, known: Mapping[str, AnyOption]) -> str:
    near = nearest(name, known)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"it has {', '.join(f'`{each}`' for each in known)}" if known else "remove it"


def _unknown_rule(word: str, route: Route, mark: Mark, rules: tuple[Rule, ...]) -> Finding:
    problem = UnknownRuleError(word, rules)
    code = "JM003" if mark is Mark.KEY else "JM002"
    return Finding(code=code, message=problem.message, help=problem.help, route=route, mark=mark)


def _selection(part: Holding, rules: tuple[Rule, ...]) -> Selection:
    """Returns what a part of a configuration says of rules that are there."""
    known = {
        field: tuple(word for word in getattr(part, field) if _is_known(word, rules))
        for field in _WORDS
    }
    return Selection(profile=part.profile, **known)


def _severities(part: Holding, rules: tuple[Rule, ...]) -> Iterator[tuple[str, Severity]]:
    """Walks the severities that are set, by code; what is said of a single rule comes last."""
    said = [
        (matching([word], rules), severity)
        for word, severity in part.severities.items()
        if _is_known(word, rules)
    ]
    for codes, severity in sorted(said, key=lambda each: -len(each[0])):
        yield from ((code, severity) for code in codes)


def _values(rule: Rule, parts: Iterable[Holding]) -> Iterator[tuple[str, float]]:
    """Walks the values of a rule's options, those that count more later."""
    yield from ((option.name, option.default) for option in rule.options)
    known = {option.name: option for option in rule.options}
    for part in parts if known else ():
        for word, values in part.options.items():
            for name, value in values.items() if _is_called(rule, word) else ():
                if name in known and known[name].takes(value):
                    yield name, value


def _is_called(rule: Rule, word: str) -> bool:
    return word == rule.name or word.upper() == rule.code


def _is_known(word: str, rules: tuple[Rule, ...]) -> bool:
    try:
        matching([word], rules)
    except UnknownRuleError:
        return False
    return True


def _matches(pattern: str, path: Path, folder: Path) -> bool:
    globs = _including(pattern)
    return path.is_relative_to(folder) and covers(globs, path.relative_to(folder).parts)


def _including(pattern: str) -> tuple[Glob, ...]:
    """Returns a pattern of files; none where it is not one, or says which files are left out."""
    return tuple(glob for glob in globs_of([pattern]) if not glob.negated)
