"""The rules there are: those that come with the tool, and those that a repository adds in YAML."""

from collections.abc import Sequence
from dataclasses import replace

from journeymap.authoring.rule import Rule
from journeymap.workspace.config import Configuration
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.rule_file import RuleFile


def with_own(workspace: Workspace, rules: Sequence[Rule]) -> tuple[Workspace, tuple[Rule, ...]]:
    """Adds the rules that the configurations of a workspace declare.

    Returns:
        The workspace, with what is wrong with such rules among the findings of their files; and
        all rules.
    """
    if not any(map(declares, workspace.files.values())):
        return workspace, tuple(rules)
    from journeymap.linter.yaml_rules.rules import own_rules
    from journeymap.linter.yaml_rules.stage_asks import mistakes

    found = own_rules(workspace, rules)
    files = {
        path: replace(
            file, findings=(*file.findings, *found.mistakes.get(path, ()), *mistakes(file))
        )
        for path, file in workspace.files.items()
    }
    return replace(workspace, files=files), (*rules, *found.rules)


def declares(file: MapFile) -> bool:
    """Tells whether a file has rules, or frameworks whose stages ask for something."""
    if isinstance(file.model, Configuration) and file.model.frameworks:
        return True
    return isinstance(file.model, Configuration | RuleFile) and bool(file.model.rules)
