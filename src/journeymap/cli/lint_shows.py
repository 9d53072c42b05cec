"""What `journeymap lint` prints instead of findings: its files, their settings or their rules."""

from datetime import date
from enum import StrEnum
from typing import assert_never

from journeymap.cli.console import tabled
from journeymap.linter.engine import file_runs
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.linter.yaml_rules.attach import with_own
from journeymap.workspace.config import FailOn
from journeymap.workspace.files import Workspace


class Show(StrEnum):
    """What is printed instead of linting.

    Attributes:
        FILES: the files that would be linted.
        SETTINGS: the settings that hold for each of them.
        RULES: the rules that run on each of them.
    """

    FILES = "files"
    SETTINGS = "settings"
    RULES = "rules"


def shown(
    show: Show, workspace: Workspace, selection: Selection, fail_on: FailOn | None, today: date
) -> str:
    """Returns what is printed.

    Args:
        show: what that is to be.
        workspace: the files.
        selection: what the command line says of rules.
        fail_on: from which severity on it has the run fail.
        today: the day that counts as today.

    Raises:
        PlugInError: the rules of an installed package cannot be used.
        UnknownRuleError: the selection names a rule that is not there.
    """
    match show:
        case Show.FILES:
            return "".join(f"{file.shown}\n" for file in workspace.asked)
        case Show.SETTINGS:
            from journeymap.report import show_settings

            typed = show_settings.Typed(selection=selection, fail_on=fail_on)
            return show_settings.render(*with_own(workspace, all_rules()), typed, tabled)
        case Show.RULES:
            from journeymap.report import show_rules

            whole, rules = with_own(workspace, all_rules())
            runs = file_runs(whole, rules, selection, today)
            return show_rules.render(runs, rules, tabled)
        case _:
            assert_never(show)
