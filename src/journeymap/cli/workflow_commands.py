"""Keeps what stands in maps from being a command to the program that runs a CI job.

Such programs read what is printed: GitHub's runner takes a line that begins with `::` and, as Azure
Pipelines does with `##vso[`, one that holds `##[` anywhere. Names of files and texts of maps come
from whoever opens a pull request, and `::stop-commands::` would hide all that is found.
"""

import os

from journeymap.quick_pattern import pattern

_BEGINS = pattern(r"(^|[\r\n])([^\S\r\n]*)::")
_HOLDS = pattern(r"##(vso)?\[")
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD")
"""What such programs set."""


def harmless(text: str, *, own: str = "") -> str:
    """Returns a text that gives no command to the program that runs this one, if one does.

    Args:
        text: what is to be printed.
        own: how the commands begin that are meant, as those of a report.
    """
    if not any(map(os.environ.get, _RUNNERS)):
        return text
    if own != "::":
        text = _BEGINS.sub(r"\1\2: :", text)
    if text.startswith(("{", "[")):  # JSON, which says the same with an escape
        return _HOLDS.sub(lambda found: f"##{found[1] or ''}\\u005b", text)
    return _HOLDS.sub(lambda found: found[0] if found[0] == own else f"##{found[1] or ''} [", text)
