"""Models without pydantic, where nobody beside the tool may ask for pydantic's."""

import sys
from contextlib import suppress
from importlib import import_module

from journeymap.linter.entry_point_files import RULES_GROUP, may_be_declared

_BASE = "journeymap.model.base"


def begin() -> None:
    """Has models made without pydantic from now on, unless there are some already.

    Rules of packages get what pydantic makes: they may use all that it offers.
    """
    if _BASE in sys.modules or may_be_declared(RULES_GROUP):
        return
    with suppress(Exception):  # a core of another version, or none: pydantic will do
        sys.modules[_BASE] = import_module("journeymap.model.quick_base")
