"""Calls everything public twice, after all modules of the package were imported.

A script: in the process of the tests, other tests have imported and called some of it before.
"""

import pkgutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

import journeymap

TODAY = date(2026, 11, 24)


def errors() -> dict[str, Callable[[], object]]:
    """How errors are called that take no more than a message."""
    own = {"MissingExtraError", "UnknownRuleError"}
    names = [name for name in journeymap.__all__ if name.endswith("Error") and name not in own]
    return {name: partial(_call, name, "what is wrong") for name in names}


def comparisons(path: Path) -> dict[str, Callable[[], object]]:
    """How what compares a map is called."""
    return {
        "DiffReport": lambda: replace(journeymap.diff(path, path, today=TODAY)),
        "MapDiff": lambda: journeymap.MapDiff(old=None, new=None, found=None),
        "diff": lambda: journeymap.diff(path, path, today=TODAY),
    }


def _call(name: str, *arguments: object) -> object:
    return getattr(journeymap, name)(*arguments)


def calls(path: Path) -> dict[str, Callable[[], object]]:
    """How each public callable is called, by name.

    Args:
        path: a map; beside it lies a theme file.
    """
    loaded = journeymap.load(path)
    report, outcome = loaded.lint(today=TODAY), journeymap.mend([path], today=TODAY)
    point, journey_map = loaded.leverage()[0], loaded.journey_map
    assert journey_map
    return errors() | {
        "Analysis": lambda: journeymap.Analysis(
            journey_map=journey_map, weights=journeymap.Weights()
        ),
        "Audience": lambda: journeymap.Audience("client"),
        "By": lambda: journeymap.By("impact-effort"),
        "Layout": lambda: journeymap.Layout("dot"),
        "CrossHairs": lambda: journeymap.CrossHairs("middle"),
        "Diagnostic": lambda: replace(report.diagnostics[0]),
        "Drawing": lambda: journeymap.Drawing(form="md"),
        "Driver": lambda: journeymap.Driver("flow-gain"),
        "Engine": lambda: journeymap.Engine("system"),
        "Format": lambda: journeymap.Format("svg"),
        "JourneyMap": lambda: journeymap.JourneyMap(journey=journey_map.journey, libraries={}),
        "LoadedMap": lambda: journeymap.LoadedMap(workspace=loaded.workspace),
        "MissingExtraError": lambda: journeymap.MissingExtraError("pdf", "reportlab"),
        "Outcome": lambda: replace(outcome),
        "Picture": lambda: journeymap.Picture(files=()),
        "Point": lambda: replace(point),
        "Report": lambda: replace(report),
        "Selection": lambda: journeymap.Selection(select=("JM0",)),
        "Severity": lambda: journeymap.Severity("error"),
        "Status": lambda: journeymap.Status("review"),
        "Subject": lambda: journeymap.Subject(journey_map=journey_map),
        "Theme": lambda: replace(journeymap.Drawing().theme, name="own"),
        "UnknownRuleError": lambda: journeymap.UnknownRuleError("mising-need", ()),
        "View": lambda: journeymap.View("flow"),
        "Weights": journeymap.Weights,
        "lint": lambda: journeymap.lint([path], today=TODAY),
        "load": lambda: journeymap.load(path),
        "mend": lambda: journeymap.mend([path], today=TODAY),
        "read_theme": lambda: journeymap.read_theme(path.with_name("house.yaml")),
        "render": lambda: journeymap.render(journey_map, journeymap.Drawing(form="md")),
        "schemas": journeymap.schemas,
    }


def main(path: Path) -> None:
    for module in pkgutil.walk_packages(journeymap.__path__, "journeymap."):
        import_module(module.name)
    known = {name for name in journeymap.__all__ if callable(getattr(journeymap, name))}
    made = calls(path) | comparisons(path)
    assert set(made) == known, set(made) ^ known
    for call in made.values():
        call()
        assert call() is not None
    sys.stdout.write(" ".join(sorted(made)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
