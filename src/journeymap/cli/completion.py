"""What a shell offers while somebody types: names of rules, formats, lanes and the like.

Modules are imported when they are asked for: a shell waits at every Tab.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymap.authoring.rule import Rule

Offers = list[tuple[str, str]]
"""What may stand there, each with what a shell tells of it."""


def is_completing() -> bool:
    """Tells whether a shell asks what may follow."""
    return "_JOURNEYMAP_COMPLETE" in os.environ


def words_of_completion() -> list[str]:
    """Returns what has been typed where a shell asks what may follow; empty where none does."""
    if not is_completing():
        return []
    return os.environ.get("_TYPER_COMPLETE_ARGS", os.environ.get("COMP_WORDS", "")).split()[1:]


def rules(typed: str) -> Offers:
    """Returns the rules whose codes or names go on as somebody types, behind the last comma."""
    return _behind_comma(typed, _rules())


def rule(typed: str) -> Offers:
    """Returns the rules whose code or name begins as somebody types."""
    return _beginning(typed, _rules())


def formats(typed: str) -> Offers:
    """Returns the formats of reports."""
    from journeymap.report.formats.registry import Format

    return [(str(each), each.description) for each in Format if each.startswith(typed)]


def lanes(typed: str) -> Offers:
    """Returns the rows of a map, and the sets of them, behind the last comma."""
    from journeymap.views.sheet.lanes import Lane, Preset

    lanes = [(str(each), "a row") for each in Lane]
    return _behind_comma(typed, [*((str(each), "a set of rows") for each in Preset), *lanes])


def themes(typed: str) -> Offers:
    """Returns the themes that come with the tool."""
    from journeymap.views.kit.theme import THEMES

    return _beginning(typed, [(name, "") for name in THEMES])


def sizes(typed: str) -> Offers:
    """Returns the sizes of pages."""
    from journeymap.views.kit.theme import PAGES

    return _beginning(typed, [(name, "") for name in PAGES])


def templates(typed: str) -> Offers:
    """Returns the starter maps."""
    from journeymap.templates.starter import TEMPLATES

    return _beginning(typed, [(name, "") for name in TEMPLATES])


def languages(typed: str) -> Offers:
    """Returns the languages of labels."""
    from journeymap.model.languages import LANGUAGES

    return _beginning(typed, [(name, "") for name in LANGUAGES])


def weights(typed: str) -> Offers:
    """Returns the drivers and lifts that can be weighed, behind the last comma."""
    from journeymap.analysis.leverage import Driver

    named = [*map(str, Driver), "moment", "influence"]
    return _behind_comma(typed, [(f"{name}=", "") for name in named])


def schemas(typed: str) -> Offers:
    """Returns the kinds of files that have a schema."""
    kinds = ("journey", "library", "journeymap", "rules", "theme")
    return _beginning(typed, [(kind, "") for kind in kinds])


def _rules() -> Iterator[tuple[str, str]]:
    listed = _known_rules()
    yield from ((each.name, each.summary) for each in listed)
    yield from ((each.code, f"{each.name}: {each.summary}") for each in listed)


def _known_rules() -> Sequence["Rule"]:
    """Returns the rules of the tool, of packages and of the configuration here, if it is read."""
    from journeymap.linter.plugins import PlugInError, all_rules
    from journeymap.linter.registry import RULES
    from journeymap.linter.yaml_rules.attach import with_own
    from journeymap.workspace.files import Workspace
    from journeymap.workspace.load import Loader

    try:
        loader = Loader()
        loader.configuration_for(Path.cwd().resolve())
        return with_own(Workspace(targets=(), files=loader.files), all_rules())[1]
    except (PlugInError, OSError):  # while somebody types nothing is told
        return RULES


def _beginning(typed: str, offers: Iterable[tuple[str, str]]) -> Offers:
    return [offer for offer in offers if offer[0].startswith(typed)]


def _behind_comma(typed: str, offers: Iterable[tuple[str, str]]) -> Offers:
    before, comma, last = typed.rpartition(",")
    return [(f"{before}{comma}{word}", told) for word, told in _beginning(last, offers)]
