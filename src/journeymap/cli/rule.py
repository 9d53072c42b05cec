"""`journeymap rule`."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from journeymap.authoring.options import AnyOption
from journeymap.authoring.rule import Rule
from journeymap.cli import completion
from journeymap.cli.console import (
    ColorOption,
    ConfigOption,
    IsolatedOption,
    NoColorOption,
    When,
    chosen,
    fail,
    say,
    tabled,
    use_colour,
    write,
)
from journeymap.cli.parameters import Argument, Option
from journeymap.linter.plugins import PlugInError, all_rules
from journeymap.linter.profiles import UnknownRuleError
from journeymap.linter.registry import find_rule
from journeymap.linter.yaml_rules.attach import with_own
from journeymap.tables.table import Column, Table
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Chosen, Loader


def rule_command(
    name: Annotated[
        str | None,
        Argument(metavar="NAME", help="Name or code of a rule.", autocompletion=completion.rule),
    ] = None,
    as_json: Annotated[bool, Option("--json", help="Print JSON.")] = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
    no_color: NoColorOption = False,
) -> None:
    """Explain a rule, or list them all; the repository's own among them.

    Example: journeymap rule missing-need
    """
    rules = _known(chosen(config, isolated=isolated))
    if name is None:
        listed = json.dumps([_facts(rule) for rule in rules], indent=2) + "\n"
        write(listed if as_json else _table(rules))
        return
    found = find_rule(name, rules)
    if found is None:
        fail(str(UnknownRuleError(name, rules)))
    if as_json:
        write(json.dumps(_facts(found), indent=2, ensure_ascii=False) + "\n")
    elif use_colour(color, no_color=no_color):
        from journeymap.terminal.writer import markdown

        printed = io.StringIO()
        markdown(f"# {found.heading}\n\n{found.page}\n", file=printed)
        write(printed.getvalue())
    else:
        write(f"# {found.heading}\n\n{found.page}\n")


def _known(config: Chosen) -> tuple[Rule, ...]:
    """Returns the rules of the tool, of installed packages and of the configuration here."""
    loader = Loader(configuration=config, shown_from=Path.cwd().resolve())
    loader.configuration_for(Path.cwd().resolve())
    try:
        installed = all_rules()
    except PlugInError as problem:
        fail(str(problem))
    read, rules = with_own(Workspace(targets=(), files=loader.files), installed)
    if wrong := ", ".join(file.shown for file in read.files.values() if file.findings):
        say(f"{wrong}: rules with mistakes are left out; see: journeymap lint")
    return rules


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "since": str(rule.from_status) if rule.from_status else "off",
        "basis": str(rule.basis),
        "summary": rule.summary,
        "options": [_option(option) for option in rule.options],
        "page": rule.page,
    }


def _option(option: AnyOption) -> dict[str, object]:
    return {
        "name": option.name,
        "default": option.default,
        "minimum": option.least,
        "maximum": option.most,
        "meaning": option.meaning,
    }


def _table(rules: Iterable[Rule]) -> str:
    return tabled(
        Table(
            columns=(
                Column(title="Code", value=lambda rule: rule.code),
                Column(title="Name", value=lambda rule: rule.name),
                Column(title="Severity", value=lambda rule: rule.severity),
                Column(title="Asked from", value=lambda rule: rule.from_status or "off"),
                Column(title="What it finds", value=lambda rule: rule.summary),
            ),
            items=tuple(rules),
        )
    )
