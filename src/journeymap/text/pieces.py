"""A document as the entries that its lines hold: put together again they give every byte of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping, Node, Sequence

_TAIL = pattern(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_BETWEEN = pattern(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class NotUnderstood(Exception):  # noqa: N818 - not an error of anybody: such YAML is rare
    """A text whose lines do not hold entries in the way of most YAML; the message says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A value without entries of its own lines: a text, a number, or anything in brackets.

    Attributes:
        text: as it is written.
        node: what it says.
    """

    text: str
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A field or an item with its lines.

    Attributes:
        lead: the blank lines and comments above it; in brackets, the comma and what is behind it.
        head: its key or dash with the spaces around; of a field that stands behind a dash, without
            the spaces before it.
        value: what it holds.
        tail: what follows on its last line, with the line break; empty where entries follow.
        name: the key; of an item, empty.
    """

    lead: str
    head: str
    value: "Leaf | Block"
    tail: str = ""
    name: str = ""

    @property
    def body(self) -> str:
        """Its text without what stands above it."""
        return f"{self.head}{text_of(self.value)}{self.tail}"

    @property
    def text(self) -> str:
        """Its whole text."""
        return self.lead + self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Entries one below the other, or one behind the other in brackets.

    Attributes:
        entries: its fields or items in order.
        is_mapping: whether they are fields.
        indent: spaces before their keys or dashes.
        is_inline: whether the first one stands behind a dash.
        brackets: what opens and closes it; empty where its entries have lines of their own.
        node: what it says.
    """

    entries: tuple[Entry, ...]
    is_mapping: bool
    indent: int = 0
    is_inline: bool = False
    brackets: tuple[str, str] | None = None
    node: Node = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A whole file.

    Attributes:
        block: its fields.
        foot: what stands below the last one.
    """

    block: Block
    foot: str

    @property
    def text(self) -> str:
        """The text that it was cut from."""
        return text_of(self.block) + self.foot


def text_of(value: Leaf | Block) -> str:
    """Returns the text of a value."""
    if isinstance(value, Leaf):
        return value.text
    inner = "".join(entry.text for entry in value.entries)
    opening, closing = value.brackets or ("", "")
    return f"{opening}{inner}{closing}"


def cut(text: str, root: Node | None) -> Pieces:
    """Returns the entries of a text.

    Args:
        text: the text.
        root: what it says.

    Raises:
        NotUnderstood: it has no fields, or anchors, tags, tabs or keys over several lines.
    """
    if not isinstance(root, Mapping) or not root or text[root.span.start] == "{":
        raise NotUnderstood("it does not begin with a field")
    cutter = _Cutter(text)
    cutter.refuse_shared(root)
    block, end = cutter.block(root, 0, indent=0, is_inline=False)
    pieces = Pieces(block=block, foot=text[end:])
    if pieces.text != text:
        raise NotUnderstood("its lines are not those of a plain file")
    return pieces


def shifted(entry: Entry, spaces: int) -> Entry:
    """Returns an entry with more spaces before its lines, or with fewer where they are negative."""
    head = _moved(entry.head, spaces) if entry.head[:1] in {" ", ""} or spaces > 0 else entry.head
    lead = _moved(entry.lead, spaces)
    return replace(entry, lead=lead, head=head, value=_value_moved(entry.value, spaces))


def at_indent(entry: Entry, old: Block, new: Block) -> Entry:
    """Returns an entry of one block as one of another writes it, on lines of its own."""
    if old.is_inline and entry is old.entries[0]:
        entry = replace(entry, head=" " * old.indent + entry.head)
    return shifted(entry, new.indent - old.indent)


def dedented(entry: Entry, block: Block) -> str:
    """Returns the body of an entry as it would stand at the left edge."""
    own = entry
    if block.is_inline and entry is block.entries[0]:
        own = replace(entry, head=" " * block.indent + entry.head)
    return shifted(replace(own, lead=""), -block.indent).body.replace("\r\n", "\n")


def _value_moved(value: "Leaf | Block", spaces: int) -> "Leaf | Block":
    if isinstance(value, Leaf):
        first, *more = _LINE.findall(value.text) or [""]
        return replace(value, text=first + "".join(_moved(line, spaces) for line in more))
    if value.brackets:
        entries = tuple(
            replace(e, lead=_behind_first(e.lead, spaces), value=_value_moved(e.value, spaces))
            for e in value.entries
        )
        closing = _behind_first(value.brackets[1], spaces)
        return replace(value, entries=entries, brackets=(value.brackets[0], closing))
    first_entry, *others = value.entries
    if value.is_inline:
        first_entry = replace(first_entry, value=_value_moved(first_entry.value, spaces))
    else:
        first_entry = shifted(first_entry, spaces)
    entries = (first_entry, *(shifted(entry, spaces) for entry in others))
    return replace(value, entries=entries, indent=value.indent + spaces)


def _behind_first(text: str, spaces: int) -> str:
    first, *more = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    return first + "".join(_moved(line, spaces) for line in more)


def _moved(text: str, spaces: int) -> str:
    return "".join(_line_moved(line, spaces) for line in _lines(text))


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _line_moved(line: str, spaces: int) -> str:
    if not line.strip():
        return line
    if spaces >= 0:
        return " " * spaces + line
    blank = len(line) - len(line.lstrip(" "))
    return line[min(blank, -spaces) :]


class _Cutter:
    """Cuts one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def refuse_shared(self, root: Node) -> None:
        """Looks for anchors, aliases and tags.

        Raises:
            NotUnderstood: there is one.
        """
        seen: set[int] = set()
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            if id(node) in seen:
                raise NotUnderstood("it repeats a part by an alias")
            seen.add(id(node))
            if isinstance(node, Mapping):
                waiting += (*node.keys(), *node.values())
            elif isinstance(node, Sequence):
                waiting += node
            elif not node.quoted and self._text[node.span.start : node.span.start + 1] in {*"*&!"}:
                raise NotUnderstood("it has anchors, aliases or tags")

    def block(self, node: Node, at: int, *, indent: int, is_inline: bool) -> tuple[Block, int]:
        """Cuts the fields or items of a part from a place on.

        Args:
            node: the part.
            at: where what stands above its first entry begins, or the entry behind a dash.
            indent: spaces before its keys or dashes.
            is_inline: whether its first entry stands behind a dash.

        Returns:
            The block, and where the line behind it begins.
        """
        entries: list[Entry] = []
        for name, start, value in self._parts(node):
            inline = is_inline and not entries
            begin = start if inline else self._line_start(start)
            lead = "" if inline else self._text[at:begin]
            if not inline and self._text[begin:start].strip(" "):
                raise NotUnderstood(f"something else stands on line {self._line(start)}")
            if not inline and start - begin != indent:
                raise NotUnderstood(
                    f"line {self._line(start)} begins further on than its neighbours"
                )
            entry, at = self._entry(name, begin, start, value)
            entries.append(replace(entry, lead=lead))
        block = Block(
            entries=tuple(entries),
            is_mapping=isinstance(node, Mapping),
            indent=indent,
            is_inline=is_inline,
            node=node,
        )
        return block, at

    def _parts(self, node: Node) -> Iterator[tuple[str | None, int, Node]]:
        """Walks fields or items: the key, where key or dash stands, the value."""
        if isinstance(node, Mapping):
            for key, value in node.items():
                yield str(key), key.span.start, value
        elif isinstance(node, Sequence):
            at = node.span.start
            for item in node:
                found = _BETWEEN.match(self._text, at)
                dash = found.end() if found else at
                if self._text[dash : dash + 1] != "-":
                    raise NotUnderstood(f"the item on line {self._line(dash)} has no dash")
                yield None, dash, item
                at = max(item.span.end, dash + 1)

    def _entry(self, name: str | None, begin: int, start: int, value: Node) -> tuple[Entry, int]:
        """Cuts one field or item whose line, or key, begins at a place."""
        behind = start + 1 if name is None else self._key_end(start) + 1
        if self._is_block(value):
            return self._nested(name, begin, behind, value)
        head = self._text[begin : value.span.start]
        if _has_break(head):
            raise NotUnderstood(f"the value on line {self._line(start)} stands on another line")
        end, tail = self._tail(value.span.end)
        entry = Entry(lead="", head=head, value=self._leaf(value), tail=tail, name=name or "")
        return entry, end

    def _nested(self, name: str | None, begin: int, behind: int, value: Node) -> tuple[Entry, int]:
        """Cuts a field or item that holds entries."""
        first = value.span.start
        indent = first - self._line_start(first)
        is_inline = name is None and not _has_break(self._text[behind:first])
        head_end = first if is_inline else self._tail(behind)[0]
        block, end = self.block(value, head_end, indent=indent, is_inline=is_inline)
        head = self._text[begin:head_end]
        return Entry(lead="", head=head, value=block, name=name or ""), end

    def _key_end(self, start: int) -> int:
        """Returns where the colon behind a key stands."""
        quote = self._text[start]
        at = start
        if quote in "\"'":
            at = start + 1
            while self._text[at] != quote or self._text[at : at + 2] == "''":
                at += 2 if self._text[at] == "\\" or self._text[at : at + 2] == "''" else 1
        while self._text[at] != ":" or self._text[at + 1 : at + 2] not in {
            "",
            " ",
            "\t",
            "\r",
            "\n",
        }:
            if self._text[at] in "\r\n":
                raise NotUnderstood(f"the key on line {self._line(start)} is no plain one")
            at += 1
        return at

    def _leaf(self, node: Node) -> "Leaf | Block":
        text = self._text[node.span.start : node.span.end]
        if not isinstance(node, Mapping | Sequence) or not node:
            return Leaf(text=text, node=node)
        return self._bracketed(node)

    def _bracketed(self, node: Mapping | Sequence) -> "Block | Leaf":
        """Cuts what stands in brackets: each entry with the comma before it."""
        at, entries = node.span.start + 1, []
        parts: Iterable[tuple[str, int, Node]]
        if isinstance(node, Mapping):
            parts = [(str(key), key.span.start, value) for key, value in node.items()]
        else:
            parts = [("", item.span.start, item) for item in node]
        for name, start, value in parts:
            if (
                start > value.span.start or start < at
            ):  # `{a, b}` and `[a: b]` have no plain entries
                return Leaf(text=self._text[node.span.start : node.span.end], node=node)
            entries.append(
                Entry(
                    lead=self._text[at:start],
                    head=self._text[start : value.span.start],
                    value=self._leaf(value),
                    name=name,
                )
            )
            at = value.span.end
        return Block(
            entries=tuple(entries),
            is_mapping=isinstance(node, Mapping),
            brackets=(self._text[node.span.start], self._text[at : node.span.end]),
            node=node,
        )

    def _is_block(self, node: Node) -> bool:
        has_entries = isinstance(node, Mapping | Sequence) and bool(node)
        return has_entries and self._text[node.span.start] not in "[{"

    def _tail(self, at: int) -> tuple[int, str]:
        found = _TAIL.match(self._text, at)
        if not found:
            raise NotUnderstood(f"something else stands on line {self._line(at)}")
        return found.end(), found[0]

    def _line_start(self, at: int) -> int:
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def _line(self, at: int) -> int:
        return len(re.findall(r"\r\n|\r|\n", self._text[:at])) + 1


def _has_break(text: str) -> bool:
    return "\n" in text or "\r" in text
