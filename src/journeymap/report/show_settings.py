"""The settings that hold for each file, and where each of them comes from."""

import os.path
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from journeymap.authoring.rule import Rule
from journeymap.findings import Mark
from journeymap.linter.locations import mark_span
from journeymap.linter.profiles import Selection
from journeymap.linter.settings import Layer, layers, settings_for
from journeymap.model.fields import shapes
from journeymap.model.frameworks import Framework
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import Column, Table
from journeymap.terminal.fitted_table import Writer, text
from journeymap.text.source import visible
from journeymap.workspace.config import Configuration, FailOn, Holding, LeverageSettings
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.globs import globs_of
from journeymap.workspace.paths import find_configuration, find_root
from journeymap.workspace.rule_file import OwnRule
from journeymap.workspace.search import Patterns

_DEFAULT = "default"
_TYPED = "command line"
_LISTS = (("select", "extend_select", "ignore"), ("fixable", "unfixable"))
"""Fields that list rules; the first of each begins anew."""
_ADDED = ("exclude", "emotions", "frameworks", "internal_language", "rules", "rules_from")
"""Fields of a configuration that add words, frameworks or rules; those of all files are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the command line says.

    Attributes:
        selection: which rules to use.
        fail_on: from which severity on the run fails; None where it says nothing.
    """

    selection: Selection
    fail_on: FailOn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that is in force.

    Attributes:
        name: what it sets.
        value: what to.
        origin: who says so: a place in a configuration or a map, the command line, or nobody.
    """

    name: str
    value: str
    origin: str


def render(
    workspace: Workspace,
    rules: Sequence[Rule],
    typed: Typed,
    tabled: Writer = text,
) -> str:
    """Returns a table a file.

    Args:
        workspace: the files.
        rules: the rules there are.
        typed: what the command line says.
        tabled: writes a table.

    Raises:
        UnknownRuleError: the command line names a rule that is not there.
    """
    tables = (
        f"{_head(file, workspace, rules, typed)}\n\n{tabled(_table(file, workspace, rules, typed))}"
        for file in workspace.asked
    )
    idle = "".join(f"{visible(line)}\n" for line in _idle(workspace))
    return "\n".join((*tables, idle) if idle else tables)


def _idle(workspace: Workspace) -> Iterator[str]:
    """Walks the patterns that match none of the files, where a folder was searched."""
    said: dict[tuple[Path, Route], str] = {}
    used: set[tuple[Path, Route]] = set()
    for file in workspace.asked if workspace.searched else ():
        used |= {(layer.file.path, layer.route) for layer in layers(file, workspace)}
        for path in file.configured_by:
            model = workspace.files[path].model
            if isinstance(model, Configuration):
                said |= {(path, ("files", pattern)): pattern for pattern in model.files}
                for i, pattern in enumerate(model.exclude):
                    said[path, ("exclude", i)] = pattern
                    if _excludes(pattern, file.configured_by[-1].parent, workspace):
                        used.add((path, ("exclude", i)))
    for (path, route), pattern in said.items():
        if (path, route) not in used:
            place = _place(workspace.files[path], route)
            yield f"{place}: the pattern {pattern} matches none of these files"


def _excludes(pattern: str, folder: Path, workspace: Workspace) -> bool:
    """Tells whether a pattern leaves anything out, or takes back that others do."""
    globs = tuple(replace(glob, negated=False) for glob in globs_of([pattern]))
    patterns = Patterns(folder=folder, globs=globs)
    there = (*workspace.excluded, *workspace.targets)
    return any(patterns.cover(path, is_folder=path.is_dir()) for path in there)


def _head(file: MapFile, workspace: Workspace, rules: Sequence[Rule], typed: Typed) -> str:
    running = settings_for(file, rules, typed.selection, workspace).rules
    return f"{file.shown}: {len(running)} of {len(rules)} rules"


def _table(
    file: MapFile, workspace: Workspace, rules: Sequence[Rule], typed: Typed
) -> Table[Setting]:
    names = {rule.code: rule.name for rule in rules}
    return Table(
        columns=(
            Column(title="Setting", value=lambda setting: visible(setting.name)),
            Column(title="Value", value=lambda setting: visible(setting.value)),
            Column(title="From", value=lambda setting: visible(setting.origin)),
        ),
        items=in_force(file, workspace, typed, names),
    )


def in_force(
    file: MapFile, workspace: Workspace, typed: Typed, names: Mapping[str, str]
) -> tuple[Setting, ...]:
    """Returns the settings that hold for a file; what is overruled is left out.

    Args:
        file: the file.
        workspace: the files of the run, its configurations among them.
        typed: what the command line says.
        names: the names of the rules by code.
    """
    parts = layers(file, workspace)
    return (
        *_replaced(file, workspace),
        _profile(file, parts, typed),
        *_chosen(parts, typed),
        *_latest(_severities(parts, names)),
        *_latest(_options(parts, names)),
        _fail_on(parts, typed),
        *_latest(_weights(parts)),
        *_words(parts),
    )


def _replaced(file: MapFile, workspace: Workspace) -> Iterator[Setting]:
    """Says which configuration does not count, since one that is nearer does not extend it."""
    root = find_root(file.path)
    nearest = find_configuration(file.path, root)
    if nearest is None or nearest not in file.configured_by[-1:] or nearest.parent == root:
        return
    outer = find_configuration(nearest.parent.parent, root)
    if outer and outer not in file.configured_by:
        above = workspace.files.get(outer)
        fields = sorted(above.model.model_fields_set) if above and above.model else []
        there = Path(os.path.relpath(outer, nearest.parent)).as_posix()
        value = f"all of {there}" + (f" ({', '.join(fields)})" if fields else "")
        own = workspace.files[nearest].shown
        yield Setting(name="replaces", value=value, origin=f"{own}, which does not extend it")


def _profile(file: MapFile, parts: Sequence[Layer], typed: Typed) -> Setting:
    if typed.selection.profile:
        return Setting(name="profile", value=typed.selection.profile, origin=_TYPED)
    for part in reversed(parts):
        if part.said.profile:
            return Setting(name="profile", value=part.said.profile, origin=_at(part, "profile"))
    if file.journey_map is None:
        return Setting(name="profile", value="published", origin=_DEFAULT)
    said = "status" in file.journey_map.journey.model_fields_set
    origin = _place(file, ("status",)) if said else _DEFAULT
    return Setting(name="profile", value=file.journey_map.journey.status, origin=origin)


def _chosen(parts: Sequence[Layer], typed: Typed) -> list[Setting]:
    """Returns what is selected, and what is mended, in order; what begins anew voids the rest."""
    return [each for fields in _LISTS for each in _listed(parts, typed, fields)]


def _listed(parts: Sequence[Layer], typed: Typed, fields: tuple[str, ...]) -> list[Setting]:
    found: list[Setting] = []
    said: list[tuple[Holding | Selection, Layer | None]] = [(part.said, part) for part in parts]
    for content, part in (*said, (typed.selection, None)):
        if getattr(content, fields[0]):
            found.clear()
        for field in fields:
            words = getattr(content, field)
            if words:
                origin = _at(part, field) if part else _TYPED
                found.append(Setting(name=field, value=", ".join(words), origin=origin))
    return found


def _severities(parts: Iterable[Layer], names: Mapping[str, str]) -> Iterator[Setting]:
    for part in parts:
        for word, severity in part.said.severities.items():
            name = f"severities.{names.get(word.upper(), word)}"
            yield Setting(name=name, value=severity, origin=_at(part, "severities", word))


def _options(parts: Iterable[Layer], names: Mapping[str, str]) -> Iterator[Setting]:
    for part in parts:
        for word, values in part.said.options.items():
            for option, value in values.items():
                name = f"options.{names.get(word.upper(), word)}.{option}"
                origin = _at(part, "options", word, option)
                yield Setting(name=name, value=f"{value:g}", origin=origin)


def _latest(settings: Iterable[Setting]) -> Iterable[Setting]:
    return {setting.name: setting for setting in settings}.values()


def _fail_on(parts: Sequence[Layer], typed: Typed) -> Setting:
    if typed.fail_on:
        return Setting(name="fail_on", value=typed.fail_on, origin=_TYPED)
    for part in reversed(parts):
        if isinstance(part.said, Configuration) and part.said.fail_on:
            return Setting(name="fail_on", value=part.said.fail_on, origin=_at(part, "fail_on"))
    return Setting(name="fail_on", value=FailOn.ERROR, origin=_DEFAULT)


def _words(parts: Iterable[Layer]) -> Iterator[Setting]:
    for part in parts:
        content = part.said
        for field in _ADDED if isinstance(content, Configuration) else ():
            names = [_name(each) for each in getattr(content, field)]
            if names:
                yield Setting(name=field, value=", ".join(names), origin=_at(part, field))


def _name(each: str | Framework | OwnRule) -> str:
    if isinstance(each, str):
        return each
    return each.id if isinstance(each, Framework) else each.name


def _weights(parts: Iterable[Layer]) -> Iterator[Setting]:
    for part in parts:
        content = part.said
        said = content.leverage if isinstance(content, Configuration) else LeverageSettings()
        for group, numbers in (("weights", said.weights), ("lifts", said.lifts)):
            for shape in shapes(type(numbers)).values():
                value = getattr(numbers, shape.attribute)
                if value is not None:
                    route = ("leverage", group, shape.name)
                    origin = _at(part, *route)
                    yield Setting(name=".".join(route), value=f"{value:g}", origin=origin)


def _at(part: Layer, *route: str) -> str:
    return _place(part.file, (*part.route, *route))


def _place(file: MapFile, route: Route) -> str:
    if file.source is None or file.tree is None:
        return file.shown
    place = file.source.position(mark_span(file.tree, route, Mark.KEY).start)
    return f"{file.shown}:{place.line}"
