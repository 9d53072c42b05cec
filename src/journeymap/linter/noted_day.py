"""A day that tells whether anybody looked at it: what depends on no day holds tomorrow, too."""

from collections.abc import Callable
from datetime import date
from typing import Any

_LOOKS = (
    *("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__", "__hash__"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__str__", "__repr__", "__format__"),
    *("__reduce__", "ctime", "isocalendar", "isoformat", "isoweekday", "replace", "strftime"),
    *("timetuple", "toordinal", "weekday"),
)


class NotedDay(date):
    """A day.

    Attributes:
        is_read: whether anybody has looked which one it is.
    """

    is_read = False

    @classmethod
    def of(cls, day: date) -> "NotedDay":
        """Returns a day that nobody has looked at yet."""
        return cls(day.year, day.month, day.day)


def _noting(name: str) -> Callable[..., Any]:
    look = getattr(date, name)

    def noted(self: NotedDay, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as `date` has it
        self.is_read = True
        return look(self, *given, **named)

    return noted


def _noted_part(name: str) -> property:
    part = getattr(date, name)

    def noted(self: NotedDay) -> int:
        self.is_read = True
        return int(part.__get__(self))

    return property(noted)


for _name in _LOOKS:
    setattr(NotedDay, _name, _noting(_name))
for _name in ("year", "month", "day"):
    setattr(NotedDay, _name, _noted_part(_name))
