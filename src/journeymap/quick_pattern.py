"""Patterns that are compiled when they are first asked for: a run uses less than half of them.

Type checkers see `re.compile`. What is made here has what a compiled pattern has, but is none to
the functions of `re`, which take patterns too.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as pattern

    __all__ = ["pattern"]
else:
    import re

    class pattern:  # noqa: N801 - it is called like a function
        """A pattern that may not be compiled yet."""

        def __init__(self, text: str, flags: int = 0) -> None:
            self.pattern, self._flags = text, flags  # others are made of it as modules are imported

        def __getattr__(self, name: str) -> object:
            """Compiles the pattern, and keeps what is asked of it where it is found next time."""
            found = getattr(re.compile(self.pattern, self._flags), name)  # which `re` keeps, too
            setattr(self, name, found)
            return found
