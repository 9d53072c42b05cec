"""`journeymap rule`."""

import json
from typing import Annotated

import typer

from journeymap.cli.console import NoColorOption, fail, use_colour, write
from journeymap.lint.options import AnyOption
from journeymap.lint.profiles import UnknownRuleError
from journeymap.lint.registry import RULES, find_rule
from journeymap.lint.rule import Rule
from journeymap.tables import Column, Table, text


def rule_command(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Name or code of a rule.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    no_color: NoColorOption = False,
) -> None:
    """Explain a rule, or list them all.

    Example: journeymap rule missing-need
    """
    if name is None:
        write(
            json.dumps([_facts(rule) for rule in RULES], indent=2) + "\n" if as_json else _table()
        )
        return
    found = find_rule(name)
    if found is None:
        fail(str(UnknownRuleError(name, RULES)))
    if as_json:
        write(json.dumps(_facts(found), indent=2, ensure_ascii=False) + "\n")
    elif use_colour(no_color=no_color):
        from journeymap.render.terminal import markdown

        markdown(f"# {found.heading}\n\n{found.page}\n")
    else:
        write(f"# {found.heading}\n\n{found.page}\n")


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "since": str(rule.since) if rule.since else "off",
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


def _table() -> str:
    return text(
        Table(
            columns=tuple(
                Column(key=key, title=title)
                for key, title in (
                    ("code", "Code"),
                    ("name", "Name"),
                    ("severity", "Severity"),
                    ("since", "Asked from"),
                    ("summary", "What it finds"),
                )
            ),
            rows=tuple(
                (rule.code, rule.name, str(rule.severity), str(rule.since or "off"), rule.summary)
                for rule in RULES
            ),
        )
    )
