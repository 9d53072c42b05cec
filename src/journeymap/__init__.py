"""Journey maps as YAML: validate, lint, see and present them.

`load` and `lint` are the library's face; everything else is reached through what they return.
"""

TYPE_CHECKING = False  # importing typing takes longer than answering --version
if TYPE_CHECKING:
    from journeymap.analysis.analysis import Analysis
    from journeymap.api import LoadedMap, lint, load, mend, render

__version__ = "0.1.0"

__all__ = ["Analysis", "LoadedMap", "__version__", "lint", "load", "mend", "render"]


def __getattr__(name: str) -> object:
    """Imports a public name when it is first used, so that `--version` imports nothing."""
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from journeymap import api

    return getattr(api, name)
