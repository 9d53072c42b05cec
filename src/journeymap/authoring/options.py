"""What a repository may set about a rule: its thresholds, each with a meaning and a range."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from journeymap.quick_dataclass import dataclass

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[N]):
    """A threshold of a rule. Ratings are said in normalised points of 0 to 10, times in days.

    Attributes:
        name: its key in `.journeymap.yaml`.
        default: its value where nobody sets one; a whole number takes whole numbers only.
        meaning: what it decides, and in which unit, as a sentence without a full stop.
        least: the lowest value it takes.
        most: the highest value it takes; None where there is no limit.
    """

    name: str
    default: N
    meaning: str
    least: float = 0
    most: float | None = None

    @property
    def whole(self) -> bool:
        """Whether it takes whole numbers only."""
        return isinstance(self.default, int)

    @property
    def range(self) -> str:
        """The values it takes, in words."""
        kind = "a whole number" if self.whole else "a number"
        if self.most is None:
            return f"{kind}, {self.least:g} or more"
        return f"{kind} from {self.least:g} to {self.most:g}"

    def takes(self, value: float) -> bool:
        """Tells whether it may be set to a value."""
        if self.whole and value != int(value):
            return False
        return self.least <= value and (self.most is None or value <= self.most)

    def read(self, value: float) -> N:
        """Returns a value that it takes as the kind of number that it is."""
        return type(self.default)(value)


AnyOption = Option[int] | Option[float]


def page_of(name: str, options: Iterable[AnyOption]) -> str:
    """Returns the section of a rule's page that explains its options; empty without any."""
    listed = tuple(options)
    if not listed:
        return ""
    lines = [f"- `{each.name}` ({each.default:g}): {each.meaning}; {each.range}" for each in listed]
    said = ", ".join(f"{each.name}: {each.default:g}" for each in listed)
    how = f"Set in `.journeymap.yaml`, as in `options: {{{name}: {{{said}}}}}`."
    return "\n".join(("## Options", "", *lines, "", how))


def schema_of(option: AnyOption) -> dict[str, Any]:
    """Returns the JSON Schema of an option's value."""
    limits = {"minimum": option.least, "maximum": option.most}
    return {
        "type": "integer" if option.whole else "number",
        "description": f"{option.meaning} (default: {option.default:g}).",
        **{name: limit for name, limit in limits.items() if limit is not None},
    }
