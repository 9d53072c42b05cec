"""Journey maps as YAML: validate, lint, see and present them.

What programs need stands here; what authors of rules need stands in `journeymap.authoring`.
"""

TYPE_CHECKING = False  # importing typing takes longer than answering --version
if TYPE_CHECKING:
    from journeymap.analysis.analysis import Analysis as Analysis
    from journeymap.analysis.leverage import Driver as Driver
    from journeymap.analysis.leverage import Point as Point
    from journeymap.analysis.leverage import Weights as Weights
    from journeymap.analysis.quadrants import CrossHairs as CrossHairs
    from journeymap.api import LoadedMap as LoadedMap
    from journeymap.api import diff as diff
    from journeymap.api import lint as lint
    from journeymap.api import load as load
    from journeymap.api import mend as mend
    from journeymap.api import read_theme as read_theme
    from journeymap.api import render as render
    from journeymap.api import schemas as schemas
    from journeymap.backends.drawing import Audience as Audience
    from journeymap.backends.drawing import Drawing as Drawing
    from journeymap.backends.drawing import Picture as Picture
    from journeymap.backends.drawing import Subject as Subject
    from journeymap.backends.formats import Engine as Engine
    from journeymap.backends.formats import Format as Format
    from journeymap.findings import Severity as Severity
    from journeymap.history.diff import DiffReport as DiffReport
    from journeymap.history.diff import MapDiff as MapDiff
    from journeymap.history.sides import SidesError as SidesError
    from journeymap.linter.diagnostic import Diagnostic as Diagnostic
    from journeymap.linter.diagnostic import Report as Report
    from journeymap.linter.fix_rounds import Outcome as Outcome
    from journeymap.linter.plugins import PlugInError as PlugInError
    from journeymap.linter.profiles import Selection as Selection
    from journeymap.linter.profiles import UnknownRuleError as UnknownRuleError
    from journeymap.model.journey import Status as Status
    from journeymap.model.journey_map import JourneyMap as JourneyMap
    from journeymap.views.errors import ChoiceError as ChoiceError
    from journeymap.views.errors import EngineError as EngineError
    from journeymap.views.errors import MissingExtraError as MissingExtraError
    from journeymap.views.errors import NoSuchNameError as NoSuchNameError
    from journeymap.views.errors import NothingToShowError as NothingToShowError
    from journeymap.views.errors import PageTooSmallError as PageTooSmallError
    from journeymap.views.errors import PictureError as PictureError
    from journeymap.views.errors import TemplateError as TemplateError
    from journeymap.views.errors import ThemeError as ThemeError
    from journeymap.views.errors import TypefaceError as TypefaceError
    from journeymap.views.kit.theme import Theme as Theme
    from journeymap.views.names import By as By
    from journeymap.views.names import Layout as Layout
    from journeymap.views.names import View as View

__version__ = "0.1.0"

_HOMES = {
    "analysis.analysis": "Analysis",
    "analysis.leverage": "Driver Point Weights",
    "analysis.quadrants": "CrossHairs",
    "api": "LoadedMap diff lint load mend read_theme render schemas",
    "backends.drawing": "Audience Drawing Picture Subject",
    "backends.formats": "Engine Format",
    "findings": "Severity",
    "history.diff": "DiffReport MapDiff",
    "history.sides": "SidesError",
    "linter.diagnostic": "Diagnostic Report",
    "linter.fix_rounds": "Outcome",
    "linter.plugins": "PlugInError",
    "linter.profiles": "Selection UnknownRuleError",
    "model.journey": "Status",
    "model.journey_map": "JourneyMap",
    "views.errors": "ChoiceError EngineError MissingExtraError NoSuchNameError NothingToShowError "
    "PageTooSmallError PictureError TemplateError ThemeError TypefaceError",
    "views.kit.theme": "Theme",
    "views.names": "By Layout View",
}
"""Where the public names are at home; a test holds it to what type checkers see above."""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - told once, in _HOMES


if not TYPE_CHECKING:  # which would take any name for one that is there

    def __getattr__(name: str) -> object:
        """Imports a public name when it is first used, so that `--version` imports nothing."""
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
