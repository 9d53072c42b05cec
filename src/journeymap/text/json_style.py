"""A document that is JSON: YAML reads it, and programs that read no YAML must go on reading it."""

import json

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping
from journeymap.text.parents import Place
from journeymap.text.source import Span

_LITERAL = pattern(r"true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?")


def is_json(text: str) -> bool:
    """Tells whether a text is an object in JSON, which has neither comments nor plain words."""
    if not text.lstrip().startswith("{"):
        return False
    try:
        json.loads(text, parse_int=str, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False
    return True


def _refuse(constant: str) -> None:
    raise ValueError(constant)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonStyle:
    """How a text in JSON is written: what is new there is written alike.

    Attributes:
        text: the text.
        colon: what stands between a key and its value.
        escapes: whether letters beyond ASCII are escaped.
    """

    text: str
    colon: str
    escapes: bool

    def string(self, text: str) -> str:
        """Returns a text in quotes."""
        return json.dumps(text, ensure_ascii=self.escapes)

    def value(self, text: str) -> tuple[str, bool]:
        """Returns a value, and whether it is in quotes: numbers, true and false need none."""
        is_plain = _LITERAL.fullmatch(text) is not None
        return (text, False) if is_plain else (self.string(text), True)

    def field(self, key: str, written: str) -> str:
        """Returns a key with a value."""
        return f"{self.string(key)}{self.colon}{written}"

    def before_first(self, first: int, field: str) -> str:
        """Returns a field as it is written before the first one of an object, with its comma."""
        return f"{field},{self._lead(first) or self._space}"

    def wrapping(self, place: Place, field: str, own: str) -> tuple[str, str]:
        """Returns what stands before and behind a value that becomes a field of a new object.

        Args:
            place: the value.
            field: the field that is written before it.
            own: the field that the value becomes.
        """
        above = place.above.node.span if place.above else Span(0, 0)
        lead = self._lead((place.node if place.key is None else place.key).span.start)
        deeper = lead + lead.removeprefix(self._lead(above.end - 1)) if lead else ""
        between = deeper or self._space
        return f"{{{deeper}{field},{between}{self.field(own, '')}", f"{lead}}}"

    @property
    def _space(self) -> str:
        return " " if self.colon.endswith(" ") else ""

    def _lead(self, at: int) -> str:
        """Returns the line break and the spaces before a place; "" where it begins no line."""
        gap = self.text[len(self.text[:at].rstrip(" \t\r\n")) : at]
        return gap if "\n" in gap or "\r" in gap else ""


def json_style(text: str, root: Mapping) -> JsonStyle | None:
    """Returns how a text is written if it is JSON; None where it is not."""
    if not is_json(text):
        return None
    key, value = next(iter(root.items()), (None, None))
    between = ": " if key is None or value is None else text[key.span.end : value.span.start]
    colon = ": " if "\n" in between or "\r" in between else between
    return JsonStyle(text=text, colon=colon, escapes=text.isascii() and "\\u" in text)
