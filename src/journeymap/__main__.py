"""Starts the command line; answers `--version` before anything heavy is imported."""

import atexit
import gc
import os
import sys

_SELDOM_USED = ("inspect", "json", "pickle", "shutil", "urllib.request")
"""What modules that every run needs import for what few runs do."""


def start() -> None:
    """Runs the command line and ends the process, at once unless somebody waits for its end.

    To take apart all that a run has made takes a fifth of it.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and not _is_awaited():
            _end(end.code)
        raise
    if not _is_awaited():
        _end(0)


def _is_awaited() -> bool:
    """Tells whether something is to be done at the end, as by who measures or inspects a run."""
    is_watched = sys.gettrace() or sys.getprofile() or sys.flags.inspect
    return bool(is_watched or atexit._ncallbacks())  # noqa: SLF001 - there is no other way to ask


def _end(code: int) -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # as on Windows without a console
            stream.flush()
    os._exit(code)


def main() -> None:
    """Runs the command line and exits with its code."""
    # A run is short and makes many small objects: collecting them costs more than it frees.
    gc.disable()
    try:
        code = _run()
    except KeyboardInterrupt:  # before `interrupts` has taken over
        sys.stderr.write("interrupted\n")
        code = 130
    if code:
        sys.exit(code)


def _run() -> int:
    from journeymap.cli import streams

    streams.prepare()
    if sys.argv[1:] == ["--version"]:
        from journeymap import __version__

        sys.stdout.write(f"journeymap {__version__}\n")
        return streams.finish(0)
    from journeymap.cli import result_cache

    kept = result_cache.begin(sys.argv[1:])
    shown = kept.show() if kept else None
    code = _code() if shown is None else shown
    code = streams.finish(code)
    if kept:
        kept.finish(code)
    return code


def _code() -> int:
    """Runs a command of which no result is kept; returns its exit code, once all is printed."""
    from journeymap.cli import interrupts, streams
    from journeymap.cli.put_off import put_off

    interrupts.begin()
    # Pydantic names it for plug-ins. Our models use none of them, and looking for some reads about
    # every package installed.
    put_off("importlib.metadata", "entry_points")
    for name in _SELDOM_USED:
        put_off(name)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from journeymap.cli import quick_models

    quick_models.begin()
    from journeymap.cli.main import run

    code = streams.finish(run())
    interrupts.done()
    return code


if __name__ == "__main__":
    start()
