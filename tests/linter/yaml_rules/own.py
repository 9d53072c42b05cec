"""Lint maps with rules of their own, and read off what is found."""

from collections.abc import Mapping
from textwrap import indent

from tests.linter.linting import MAP, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

CONFIGURATION = ".journeymap.yaml"
STAKEHOLDERS = "stakeholders: [{id: gp, name: The GP, kind: clinician}, {id: son, kind: family}]"


def rule(text: str, code: str = "ACME01") -> str:
    """A configuration with one rule of which the rest is given."""
    head = f"rules:\n  - code: {code}\n    name: told\n"
    message = "" if "message:" in text else '    message: "told"\n'
    return head + message + indent(text.strip() + "\n", "    ")


def linted(
    rules: str, text: str, files: Mapping[str, str] | None = None
) -> list[tuple[str, int, int, str]]:
    """What the repository's own rules find: file, line, column and message."""
    names = {CONFIGURATION: rules, **(files or {}), MAP: text}
    report = lint_files(names, rules=RULES, selection=Selection(select=("ALL",)))
    return [
        (d.file.shown, d.start.line, d.start.column, d.message)
        for d in report.diagnostics
        if not d.rule.code.startswith("JM")
    ]


def told(rules: str, text: str) -> list[int]:
    """The lines of a map of which its repository's own rules tell."""
    return [line for _, line, *_ in linted(rules, text)]


def mistakes(rules: str, text: str = "title: A\nsteps: [B]\n") -> list[tuple[int, int, str, str]]:
    """What is wrong with a configuration: line, column, message and help."""
    report = lint_files({CONFIGURATION: rules, MAP: text}, rules=RULES, selection=Selection())
    return [
        (d.start.line, d.start.column, d.message, d.help)
        for d in report.diagnostics
        if d.file.shown == CONFIGURATION
    ]
