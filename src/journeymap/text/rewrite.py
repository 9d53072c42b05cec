"""Changes → edits of the text, with the proof that they change what they promise and no more."""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import partial
from typing import ParamSpec, assert_never

from journeymap.quick_pattern import pattern
from journeymap.text.changes import Change, Comment, Delete, Insert, Refused, Replace, Wrap
from journeymap.text.document import Document, comments, parse
from journeymap.text.edits import Edit, OverlapError, apply
from journeymap.text.fix_proof import Promise
from journeymap.text.json_style import is_json, json_style
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.parents import Place, Places
from journeymap.text.source import Source, Span

_P = ParamSpec("_P")
_BREAK = pattern(r"\r\n|\r|\n")
_LEAD = pattern(r" *(?:- +)*")
_REST = pattern(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_PLAIN = pattern(r"\w(?:[\w .'’/()-]*[\w.)])?")
_OTHER_TYPE = pattern(r"null|yes|no|on|off|y|n", re.IGNORECASE)

_ALIAS = "an alias makes it stand in several places"
_WIDE = "it stands in brackets that go over several lines"
_LINE = "something else stands on its line"
_MOVED = "it is not where it was found"
_TAKEN = "there is a field of that name already"
_UNPROVEN = "it cannot be shown that everything else would stay as it is"
_NO_JSON = "the file would be JSON no longer"
_OVERLAP = "another fix changes the same place"


def rewrite(document: Document, changes: Iterable[Change]) -> Source:
    """Returns the text of a document with changes made.

    Read again, it says what the changes promise and nothing else: every other value, its quotes
    and every comment outside of what is deleted are as they were.

    Raises:
        Refused: a change cannot be made, or what it promises cannot be proven.
    """
    draft = Draft(document)
    draft.add(changes)
    return draft.proven()


class Draft:
    """A document with changes on it, which are proven all together."""

    def __init__(self, document: Document) -> None:
        """Begins without changes.

        Raises:
            Refused: there is nothing that could be changed.
        """
        if document.root is None:
            raise Refused(_MOVED)
        self._document = document
        self._text = document.source.text
        self._places = Places(document.root, self._text)
        root = document.root
        self._json = json_style(self._text, root) if isinstance(root, Mapping) else None
        self._promise = Promise(root, quotes_keys=self._json is not None)
        self._edits: list[Edit] = []
        self._comments: dict[Span, str] = {}
        self._new: list[Edit] = []
        self._promises: list[Callable[[], None]] = []

    def add(self, changes: Iterable[Change]) -> tuple[Edit, ...]:
        """Adds changes that belong together: all of them, or none where one is refused.

        Returns:
            Their edits, in the order of the text.

        Raises:
            Refused: one of them cannot be made, or not beside those that were added before.
        """
        self._new, self._promises = [], []
        for change in changes:
            self._make(change)
        if any(map(self._overlaps, self._new)):
            raise Refused(_OVERLAP, clash=True)
        for promise in self._promises:
            promise()
        for edit in self._new:
            self._edits.insert(bisect_right(self._edits, _place(edit), key=_place), edit)
        return tuple(sorted(self._new, key=_place))

    def _overlaps(self, edit: Edit) -> bool:
        at = bisect_left(self._edits, _place(edit), key=_place)
        before = self._edits[at - 1].span.end if at else 0
        behind = self._edits[at].span.start if at < len(self._edits) else edit.span.end
        return before > edit.span.start or behind < edit.span.end

    def _make(self, change: Change) -> None:
        """Notes a change: its edits, and what it promises of the data."""
        if isinstance(change, Replace):
            self._replace(change)
        elif isinstance(change, Insert):
            self._insert(change)
        elif isinstance(change, Wrap):
            self._wrap(change)
        elif isinstance(change, Delete):
            self._delete(change)
        elif isinstance(change, Comment):
            self._comment(change)
        else:
            assert_never(change)

    def proven(self) -> Source:
        """Returns the new text, once it is proven to say what was promised."""
        old = self._document
        try:
            text = apply(self._text, self._edits)
        except OverlapError:
            raise Refused(_OVERLAP) from None
        new = parse(Source(name=old.source.name, text=text, bom=old.source.bom))
        if new.root is None or len(new.problems) > len(old.problems):
            raise Refused(_UNPROVEN)
        if self._json and not is_json(text):
            raise Refused(_NO_JSON)
        kept = [new.source.cut(span) for span in comments(new)] == self._kept_comments()
        if not kept or not self._promise.is_kept_by(new.root):
            raise Refused(_UNPROVEN)
        return new.source

    def _kept_comments(self) -> list[str]:
        gone = [edit.span for edit in self._edits if not edit.text]
        said = [
            (span, self._comments.get(span, self._document.source.cut(span)))
            for span in comments(self._document)
        ]
        return [
            text
            for span, text in said
            if text and not any(s.start <= span.start and span.end <= s.end for s in gone)
        ]

    # ---------------------------------------------------------------------------- the changes

    def _replace(self, change: Replace) -> None:
        place = self._checked(self._places.scalar(change.at), alone=True)
        span, old = change.at, place.node
        if isinstance(old, Scalar) and old.quoted and self._text[span.start] in "|>":
            raise Refused("it is a text over several lines")
        if place.is_key and place.above:
            self._check_free(change.text, place.above)
        written, quoted = self._written(change.text, like=self._text[span.start : span.start + 1])
        self._edit(span, written)
        self._promised(self._promise.say, place, change.text, quoted=quoted)

    def _insert(self, change: Insert) -> None:
        place = self._checked(self._places.mapping(change.into))
        mapping = place.node
        if not isinstance(mapping, Mapping) or not mapping:
            raise Refused(_MOVED)
        self._check_free(change.key, place)
        written, quoted = self._written(change.text)
        field = self._field(change.key, written)
        sibling = next((key for key in mapping if key == change.behind), None)
        first = next(iter(mapping)).span.start
        if self._text[mapping.span.start] == "{":
            sibling = None
            lead = self._json.before_first(first, field) if self._json else f"{field}, "
            self._edit(Span(first, first), lead)
        elif self._places.is_flow(place):
            raise Refused(_WIDE)
        elif sibling is None:
            indent = self._indent(first)
            self._edit(Span(first, first), f"{field}{self._break(first)}{indent}")
        else:
            end = self._line_end(mapping[sibling].span.end)
            self._edit(Span(end, end), f"{self._break(first)}{self._indent(first)}{field}")
        at = 0 if sibling is None else list(mapping).index(sibling) + 1
        self._promised(self._promise.insert, place, at, change.key, change.text, quoted=quoted)

    def _wrap(self, change: Wrap) -> None:
        place = self._checked(self._places.scalar(change.at))
        span, above = change.at, place.above
        if place.is_key or above is None or _BREAK.search(self._document.source.cut(span)):
            raise Refused("it is a text over several lines")
        written, quoted = self._written(change.text)
        field = self._field(change.key, written)
        if self._places.is_flow(place):
            around = (f"{{{field}, {change.own}: ", "}")
            before, behind = self._json.wrapping(place, field, change.own) if self._json else around
            self._edit(Span(span.start, span.start), before)
            self._edit(Span(span.end, span.end), behind)
        else:
            indent, at = self._room_below(place)
            lead = f"{self._break(span.start)}{indent}" if at != span.start else ""
            more = f"{field}{self._break(span.start)}{indent}{change.own}: "
            self._edit(Span(at, span.start), lead + more)
        self._promised(
            self._promise.wrap, place, change.own, change.key, change.text, quoted=quoted
        )

    def _delete(self, change: Delete) -> None:
        place = self._places.outermost(change.at)
        while place and place.above and len(place.above.node) == 1:
            place = place.above
        if place and place.above is None:
            raise Refused("nothing would be left of the file")
        place = self._checked(place, within=True)
        in_brackets = self._places.is_flow(place)
        self._edit(self._flow_item(place) if in_brackets else self._lines(place), "")
        self._promised(self._promise.delete, place)

    def _comment(self, change: Comment) -> None:
        if change.at not in comments(self._document):
            raise Refused(_MOVED)
        self._promised(self._comments.__setitem__, change.at, change.text)
        if change.text:
            self._edit(change.at, change.text)
            return
        start = len(self._text[: change.at.start].rstrip(" \t"))
        if start and self._text[start - 1] not in "\r\n":
            self._edit(Span(start, change.at.end), "")
            return
        behind = _BREAK.match(self._text, change.at.end)
        self._edit(Span(start, behind.end() if behind else change.at.end), "")

    # ------------------------------------------------------------------------------- the text

    def _checked(self, place: Place | None, *, within: bool = False, alone: bool = False) -> Place:
        """Returns a place that may be changed.

        Args:
            place: the place, if there is one.
            within: whether only brackets that it stands in count, and not its own.
            alone: whether nothing beside it moves, so that no brackets count.

        Raises:
            Refused: it is not there, stands in several places, or in brackets over several lines.
        """
        if place is None:
            raise Refused(_MOVED)
        is_alias = isinstance(place.node, Scalar) and self._is_alias(place.node)
        if is_alias or self._places.is_shared(place):
            raise Refused(_ALIAS)
        if not (self._json or alone) and self._places.is_wide_flow(place, within=within):
            raise Refused(_WIDE)
        return place

    def _is_alias(self, scalar: Scalar) -> bool:
        return not scalar.quoted and self._text.startswith("*", scalar.span.start)

    def _check_free(self, key: str, place: Place) -> None:
        """Checks that a map has no such field.

        Raises:
            Refused: it has one, or another change is going to give it one.
        """
        if isinstance(place.node, Mapping) and key in map(str, place.node):
            raise Refused(_TAKEN)
        if key in self._promise.keys(place):
            raise Refused(_TAKEN, clash=True)

    def _edit(self, span: Span, text: str) -> None:
        self._new.append(Edit(span=span, text=text))

    def _promised(self, promise: Callable[_P, None], *args: _P.args, **more: _P.kwargs) -> None:
        self._promises.append(partial(promise, *args, **more))

    def _written(self, text: str, like: str = "") -> tuple[str, bool]:
        """Returns a text as it is written, in quotes if it needs them or the old one has them."""
        if self._json:
            return (self._json.string(text), True) if like == '"' else self._json.value(text)
        if like == "'" and text.isprintable():
            return f"'{text.replace(like, like * 2)}'", True
        if like == '"' or not _PLAIN.fullmatch(text) or _OTHER_TYPE.fullmatch(text):
            return json.dumps(text, ensure_ascii=False), True
        return text, False

    def _field(self, key: str, written: str) -> str:
        return self._json.field(key, written) if self._json else f"{key}: {written}"

    def _break(self, at: int) -> str:
        """Returns the line break that is used there."""
        found = _BREAK.search(self._text, at) or _BREAK.search(self._text)
        return found[0] if found else "\n"

    def _line_start(self, at: int) -> int:
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def _line_end(self, at: int) -> int:
        """Returns where the line ends, behind which only a comment may stand."""
        rest = _REST.match(self._text, at)
        if not rest:
            raise Refused(_LINE)
        return at + len(rest[0].rstrip("\r\n"))

    def _indent(self, at: int) -> str:
        """Returns the spaces that put a line below what starts there."""
        lead = self._text[self._line_start(at) : at]
        if not _LEAD.fullmatch(lead):
            raise Refused(_LINE)
        return " " * len(lead)

    def _room_below(self, place: Place) -> tuple[str, int]:
        """Returns the indentation of a map in a value's place, and where it may begin."""
        start = place.node.span.start
        if place.key is None:
            return self._indent(start), start
        behind = place.key.span.end + 1
        if self._text[place.key.span.end : behind] != ":" or self._text[behind:start].strip(" "):
            raise Refused(_LINE)
        return self._indent(place.key.span.start) + "  ", behind

    def _lines(self, place: Place) -> Span:
        """Returns the lines of an item or a field in block style, with their line break."""
        start = self._head(place)
        first = self._line_start(start)
        if self._text[first:start].strip(" "):
            raise Refused(_LINE)
        end = self._line_end(place.node.span.end)
        if behind := _BREAK.match(self._text, end):
            return Span(first, behind.end())
        before = self._text[:first]
        return Span(len(before.removesuffix(self._break(0))), end)

    def _head(self, place: Place) -> int:
        """Returns where the key or the dash of a value stands."""
        if place.key is not None:
            return place.key.span.start
        before = self._text[: place.node.span.start].rstrip(" ")
        if not before.endswith("-"):
            raise Refused(_LINE)
        return len(before) - 1

    def _flow_item(self, place: Place) -> Span:
        """Returns an item or a field in brackets, with the comma that parts it from the others."""
        above = place.above.node if place.above else None
        spans: list[Span] = []
        if isinstance(above, Sequence):
            spans = [item.span for item in above]
        elif isinstance(above, Mapping):
            spans = [Span(key.span.start, value.span.end) for key, value in above.items()]
        here = place.key.span.start if place.key is not None else place.node.span.start
        i = next((i for i, span in enumerate(spans) if span.start == here), -1)
        if i < 0 or len(spans) == 1:
            raise Refused(_LINE)
        if i + 1 < len(spans):
            return Span(spans[i].start, spans[i + 1].start)
        return Span(spans[i - 1].end, spans[i].end)


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end
