"""Parser events → nodes. One pass, no recursion, bounded in depth and in what aliases expand to."""

from typing import Final

from journeymap.quick_pattern import pattern
from journeymap.text import content_bounds
from journeymap.text.events import Event
from journeymap.text.foreign_forms import bold_alias, bold_mark
from journeymap.text.nodes import Mapping, Node, Scalar, Sequence
from journeymap.text.parse_failure import Refused
from journeymap.text.source import Problem, Source, Span
from journeymap.text.stand_ins import StandIns, as_meant
from journeymap.text.syntax_messages import IN_QUOTES, unquoted
from journeymap.text.tabs import tab_problem
from journeymap.text.too_much import MOST_LEVELS, MOST_NODES, too_deep, too_many, unreadable
from journeymap.text.twice_given import Repeated, second_map, tell

MOST_ALIASED = 100_000
"""How many nodes the aliases of a file together may stand for."""
MOST_PROBLEMS = 100
"""How many problems are told at once."""

_NOWHERE = Span(0, 0)
_DROPPED: Final = Scalar("", _NOWHERE)  # stands for a key that cannot be one; its value is skipped

_NO_ENTRIES: Final = Mapping((), _NOWHERE)  # of a list
_BLOCK = frozenset("|>")
_ANCHOR_NAME = pattern(r"[\w-]+")
_ODD = frozenset({"", "<<"})  # keys that ask for a second look
_scalar_at = Scalar.at


class _Frame:
    """A collection that is still open."""

    __slots__ = (
        "anchor",
        "before",
        "end",
        "entries",
        "height",
        "items",
        "key",
        "merged",
        "node",
        "start",
        "twice",
    )

    def __init__(
        self, node: Mapping | Sequence, start: int, anchor: str | None, before: int
    ) -> None:
        self.node = node
        self.items = node if isinstance(node, Sequence) else None
        self.entries = node if isinstance(node, Mapping) else _NO_ENTRIES
        self.start = start
        self.end = start  # where the last child ends
        self.anchor = anchor
        self.before = before  # nodes counted before this one
        self.height = 1  # levels from here down
        self.key: Scalar | None = None  # the key that waits for its value
        self.twice: int | None = None  # which problem tells of the first name given twice
        self.merged: tuple[Scalar, Node] | None = None  # `<<` and what it names


class _Anchored:
    """A node that an alias can name: how many nodes it stands for, how many levels it has."""

    __slots__ = ("height", "node", "size")

    def __init__(self, node: Node, size: int, height: int) -> None:
        self.node = node
        self.size = size
        self.height = height


class Builder:
    """Takes the parser's events one by one; `root`, `problems` and `hashed` hold the result."""

    def __init__(self, source: Source, stand_ins: StandIns | None = None) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.hashed: list[Span] = []
        self.unused: dict[str, Scalar] = {}  # texts that have an anchor, until an alias names it
        self._text = source.text
        self._stand_ins = stand_ins
        self._anchors: dict[str, _Anchored | _Frame] = {}
        self._tabs = "\t" in source.text
        self._count = 0
        self._aliased = 0
        self._top = Sequence([], _NOWHERE)
        self._frame = _Frame(self._top, 0, None, 0)
        self._open: list[_Frame] = []

    @property
    def root(self) -> Node | None:
        """The document's node, None as long as there is none."""
        return self._top[0] if self._top else None

    @property
    def reached(self) -> int:
        """How far the text has been read."""
        return self._frame.end

    @property
    def last(self) -> Span | None:
        """The last text, list or map that stands in the open collection."""
        frame = self._frame
        if frame.key is not None:
            return frame.key.span
        values = frame.items if frame.items is not None else frame.entries.values()
        return next((node.span for node in reversed(values)), None)

    @property
    def opened(self) -> list[tuple[Mapping | Sequence, Scalar | None]]:
        """The lists and maps that are still open, each with the key that waits for its value."""
        return [(frame.node, frame.key) for frame in (*self._open, self._frame)[1:]]

    @property
    def opening(self) -> int | None:
        """Where the innermost bracket stands that is still open."""
        starts = [frame.start for frame in (*self._open[1:], self._frame)] if self._open else []
        return next((at for at in reversed(starts) if self._text[at] in "[{"), None)

    # ------------------------------------------------------------------------------ events

    def document_start(self, event: Event) -> None:
        """Take the start of a document: there is one, and it has no directives."""
        at = event.end_mark.index
        if self._top:
            start = at - 3 if self._text[max(at - 3, 0) : at] == "---" else event.start_mark.index
            raise Refused(
                second_map(self.source, start)
                or _syntax(
                    "a second document starts here; one file holds one map",
                    "delete the line with `---` or `...` before it, or move it to another file",
                    Span(start, max(at, start)),
                )
            )
        if event.tags or event.version not in {None, (1, 2)}:
            start = max(self._text.rfind("%", 0, at), 0)
            self.tell(
                "a line that begins with % has no meaning in a map",
                "delete the line",
                Span(start, start + 1),
            )

    def scalar(self, event: Event) -> None:
        """Take a text."""
        value, style, anchor = event.value, event.style, event.anchor
        start, end = event.start_mark.index, event.end_mark.index
        if self._tabs:
            self._check_tabs(start)
        if not value.isascii():
            value = as_meant(value, style, self._stand_ins, self._text, Span(start, end))
        if anchor is not None or event.ctag is not None:
            start = self._behind_properties(event, start, end)
        elif not value and not style:
            start = end = self._empty_at(start)
        if style in _BLOCK:
            end = content_bounds.block_end(self._text, start, end)
        node = _scalar_at(value, start, end, bool(style))
        self._count += 1
        if "#" in value:
            self.hashed.append(
                Span(
                    content_bounds.block_body(self._text, start) if style in _BLOCK else start, end
                )
            )
        if anchor is not None:
            self._anchors[anchor] = _Anchored(node, 1, 0)
            self.unused[anchor] = node
        self._attach(node, end)

    def alias(self, event: Event) -> None:
        """Take an alias: the node it names stands here as well."""
        start, end = event.start_mark.index, event.end_mark.index
        if self._tabs:
            self._check_tabs(start)
        self.unused.pop(event.anchor or "", None)
        named = self._anchors.get(event.anchor or "")
        is_key = self._frame.items is None and self._frame.key is None
        if not isinstance(named, _Anchored):
            span = Span(start, end)
            self._tell_alias(event.anchor, span, inside=named is not None)
            bare = self._text[start:end].strip("*") if bold_mark(self._text, span) else ""
            text = Scalar(bare, span)
            self._attach(_DROPPED if is_key else text, end)
            return
        self._count += named.size
        self._aliased += named.size
        if self._aliased > MOST_ALIASED:
            raise Refused(
                unreadable(
                    f"the aliases up to here stand for more than {MOST_ALIASED:,} values",
                    "write out what is meant instead of repeating `*` aliases of aliases",
                    Span(start, end),
                )
            )
        self._deepen(named.height, Span(start, end))
        node = named.node
        if is_key and isinstance(node, Scalar):
            node = Scalar(node, Span(start, end), quoted=node.quoted)
        self._attach(node, end)

    def mapping_start(self, event: Event) -> None:
        """Open a map."""
        self._push(Mapping((), _NOWHERE), event)

    def sequence_start(self, event: Event) -> None:
        """Open a list."""
        self._push(Sequence((), _NOWHERE), event)

    def collection_end(self, event: Event) -> None:
        """Close the map or list that was opened last."""
        frame = self._frame
        # In flow style the closing bracket is the event; in block style the event is empty.
        start, end = event.start_mark.index, event.end_mark.index
        end = end if end > start else frame.end
        frame.node.span = Span(frame.start, end)
        if frame.merged is not None:
            self._merge(frame.entries, *frame.merged)
        self._frame = self._open.pop()
        self._deepen(frame.height, frame.node.span)
        if frame.anchor is not None and self._anchors.get(frame.anchor) is frame:
            size = self._count - frame.before
            self._anchors[frame.anchor] = _Anchored(frame.node, size, frame.height)
        self._attach(frame.node, end)

    def refused(self, problem: Problem) -> None:
        """Note why the rest of the text is not read; an unreadable document has no root."""
        if all(each.message != problem.message for each in self.problems[-1:]):
            self.problems.append(problem)
        if problem.code == "JM007":
            self._top.clear()

    # ----------------------------------------------------------------------------- problems

    def tell(self, message: str, remedy: str, span: Span, code: str = "JM001") -> None:
        """Note a problem; the parse goes on. Those after the first `MOST_PROBLEMS` are not kept."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(code=code, message=message, help=remedy, span=span))

    def _check_tabs(self, start: int) -> None:
        """Tell a tab between what was read last and what starts here; ends of lines do not count.

        The C parser takes some of them for blanks, the one in Python none.
        """
        at = content_bounds.tab_between(self._text, self._frame.end, start)
        if at is not None:
            self.problems.append(tab_problem(at, leads_line=False))

    def _tell_alias(self, name: str | None, span: Span, *, inside: bool) -> None:
        remedy = "write the text itself here; in quotes if it begins with `*`"
        if bold := bold_alias(self._text, span):
            message, remedy = bold.message, bold.help
        elif inside:
            message = f"`*{name}` stands inside the very value it names"
        elif self._anchors and _ANCHOR_NAME.fullmatch(name or ""):
            message = f"`*{name}` names nothing: no `&{name}` stands before it"
        else:  # somebody who names nothing in the whole file means the text
            message, remedy = unquoted("*"), IN_QUOTES
        self.tell(message, remedy, span)

    def _tell_duplicate(self, frame: _Frame, entries: Mapping, key: Scalar, node: Node) -> None:
        if len(self.problems) >= MOST_PROBLEMS:  # looking for the first one takes its time
            return
        merged = frame.merged
        place = Repeated(
            source=self.source,
            first=next((name for name in entries if name == key), merged[0] if merged else key),
            key=key,
            value=node,
            entries=entries,
            is_top=len(self._open) == 1,
            is_block=self._text[frame.start] != "{" and len(self._open) > 1,
            is_item=self._open[-1].items is not None,
            of=str(self._open[-1].key or ""),
        )
        frame.twice = tell(self.problems, place, frame.twice)

    # ---------------------------------------------------------------------------- the tree

    def _push(self, node: Mapping | Sequence, event: Event) -> None:
        start = event.start_mark.index
        anchor = event.anchor
        if anchor is not None or event.ctag is not None:
            start = self._behind_properties(event, start, len(self._text))
        if self._tabs:
            self._check_tabs(start)
        if len(self._open) >= MOST_LEVELS:
            raise Refused(too_deep(Span(start, start + 1)))
        frame = _Frame(node, start, anchor, self._count)
        if anchor is not None:
            self._anchors[anchor] = frame
        self._count += 1
        self._open.append(self._frame)
        self._frame = frame

    def _deepen(self, height: int, span: Span) -> None:
        """Note that a child of so many levels stands in the open collection."""
        if len(self._open) + height > MOST_LEVELS:
            raise Refused(too_deep(span))
        self._frame.height = max(self._frame.height, height + 1)

    def _attach(self, node: Node, end: int) -> None:
        frame = self._frame
        frame.end = end
        if self._count > MOST_NODES:
            raise Refused(too_many(node.span))
        if frame.items is not None:
            frame.items.append(node)
            return
        key, entries = frame.key, frame.entries
        if key is None:
            frame.key = node if node and node.__class__ is Scalar else self._as_key(node)
            return
        frame.key = None
        if key in entries or key in _ODD:
            self._put_odd(frame, entries, key, node)
        else:
            entries[key] = node

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            from journeymap.text.stray_lines import stray

            line = self.source.line(self.source.position(node.span.start).line).strip()
            message, remedy = stray(line.removeprefix("- ")) or (
                "a list or a map cannot be the name before a colon",
                "write a text before the colon; put it in quotes if it begins with [ or {",
            )
        elif node.quoted or node is _DROPPED:
            return node
        else:
            message, remedy = "no name stands before the colon", "write one, or delete the colon"
        self.tell(message, remedy, node.span)
        return _DROPPED

    def _put_odd(self, frame: _Frame, entries: Mapping, key: Scalar, node: Node) -> None:
        """Put an entry whose key is no new name."""
        if key is _DROPPED:
            return
        merges = key == "<<" and not key.quoted
        if key in entries or (merges and frame.merged is not None):
            self._tell_duplicate(frame, entries, key, node)
        elif merges:
            frame.merged = (key, node)
        else:
            entries[key] = node

    def _merge(self, entries: Mapping, key: Scalar, named: Node) -> None:
        """Put the entries that `<<` names before the map's own, which win."""
        own = dict(entries)
        entries.clear()
        for other in named if isinstance(named, Sequence) else [named]:
            if isinstance(other, Mapping):
                for name, node in other.items():
                    if name not in own:
                        entries.setdefault(name, node)
            else:
                self.tell("`<<` takes a map", "name one with `*` and its anchor", key.span)
        entries.update(own)

    # ------------------------------------------------------------------------------- spans

    def _behind_properties(self, event: Event, start: int, limit: int) -> int:
        """Return where the content starts behind an anchor and a tag; tell the tag."""
        behind = content_bounds.behind_properties(self._text, start, limit)
        if event.ctag is not None:
            span = content_bounds.tag(self._text, start, behind)
            if self._text.startswith("!!", span.start):
                message = "a word that begins with ! has no meaning here"
            else:
                message = unquoted("!")
            self.tell(message, f"{IN_QUOTES}, or delete the word", span)
        return behind

    def _empty_at(self, at: int) -> int:
        """Return where an empty value belongs: right behind its colon or dash.

        The two parsers name different places where comments or blank lines follow.
        """
        frame = self._frame
        if frame.items is not None:
            return content_bounds.behind_dash(self._text, frame.end)
        if frame.key is not None:
            return content_bounds.behind_colon(self._text, frame.end)
        return at


def _syntax(message: str, remedy: str, span: Span) -> Problem:
    return Problem(code="JM001", message=message, help=remedy, span=span)
