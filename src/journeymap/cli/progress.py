"""A bar for work that takes long, where somebody is there to see it."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds of work before a bar is worth a look."""


def track(items: Sequence[T], what: str) -> Iterator[T]:
    """Yields items; shows how far it is on a terminal, once that has taken half a second.

    Args:
        items: what is worked on.
        what: what is done with them.
    """
    if len(items) < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - one item is no progress
        yield from items
        return
    started = time.monotonic()
    for number, item in enumerate(items):
        if time.monotonic() - started > PATIENCE:
            yield from _shown(items[number:], what, number)
            return
        yield item


def _shown(items: Sequence[T], what: str, done: int) -> Iterator[T]:
    """Yields the rest of the items under a bar, which goes when they are done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=done + len(items), completed=done)
        for item in items:
            yield item
            bar.advance(task)
