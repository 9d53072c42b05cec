"""Has two files change places in one step, where the system knows how."""

import os
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
"""What Linux calls a path from where the process stands, and the way of renaming both at once."""


def exchanged(one: Path, other: Path) -> bool:
    """Gives each of two files the name of the other one, so that neither is missing at any moment.

    Returns:
        Whether it was done; where the system or the disk does not know how, all is as it was.
    """
    import ctypes

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    failed = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return not failed
