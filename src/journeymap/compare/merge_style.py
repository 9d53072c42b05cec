"""Entries of one side as the other would write them: indentation, brackets, comments."""

import json
from collections.abc import Sequence
from dataclasses import replace

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping as Fields
from journeymap.text.nodes import Node
from journeymap.text.nodes import Sequence as Items
from journeymap.text.pieces import (
    Block,
    Entry,
    Leaf,
    NotUnderstood,
    at_indent,
    dedented,
    text_of,
)

_PLAIN = pattern(r"[\w€$%+](?:[\w .'’/()€$%+;!?&-]|:(?! ))*")
_COMMENT = pattern(r"#[^\r\n]*")
_SEPARATOR = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An entry on one side.

    Attributes:
        entry: the entry.
        block: what it stands in there.
    """

    entry: Entry
    block: Block

    @property
    def body(self) -> str:
        """Its text, without what stands above it, as it would stand at the left edge."""
        return self.entry.body if self.block.brackets else dedented(self.entry, self.block)

    def written_in(self, into: Block) -> Entry:
        """Returns the entry as another block writes its own, on lines of its own or in brackets."""
        if self.block.brackets and into.brackets:
            return self.entry
        if into.brackets:
            return replace(self.entry, lead="", head=self._key, value=_in_brackets(self), tail="")
        if self.block.brackets:
            lead = "" if into.is_mapping else "- "
            head = " " * into.indent + lead + self.entry.head.lstrip()
            return replace(self.entry, lead="", head=head, tail="\n")
        return at_indent(self.entry, self.block, into)

    @property
    def _key(self) -> str:
        head = self.entry.head.strip()
        return f"{head} " if self.block.is_mapping else ""


def put_together(like: Block, entries: Sequence[Entry]) -> Block:
    """Returns a block with other entries, in the style of one that there is.

    Args:
        like: the block.
        entries: what it is to hold, each as the block writes it.

    Raises:
        NotUnderstood: a comment above its first entry would be lost.
    """
    if like.brackets:
        return replace(like, entries=_with_commas(like, entries))
    own = list(entries)
    if like.is_inline and own:
        first = own[0]
        if first.lead.strip():
            raise NotUnderstood("a comment would stand behind a dash")
        own[0] = replace(first, lead="", head=first.head[like.indent :])
    return replace(like, entries=tuple(own))


def _with_commas(like: Block, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Returns entries in brackets, each with the comma before it; those that stay keep theirs."""
    first = like.entries[0].lead if like.entries else ""
    usual = next((e.lead for e in like.entries[1:] if not _COMMENT.search(e.lead)), _SEPARATOR)
    spaced = []
    for i, entry in enumerate(entries):
        has_comma = "," in _COMMENT.sub("", entry.lead)
        if i == 0:
            lead = entry.lead if not has_comma else first
        else:
            lead = entry.lead if has_comma else usual
        spaced.append(replace(entry, lead=lead))
    return tuple(spaced)


def _in_brackets(version: Version) -> Leaf:
    node = version.entry.value.node
    return Leaf(text=_flow(node, text_of(version.entry.value)), node=node)


def _flow(node: Node, written: str = "") -> str:
    """Returns a value on one line."""
    if isinstance(node, Fields):
        return "{" + ", ".join(f"{_scalar(str(k))}: {_flow(v)}" for k, v in node.items()) + "}"
    if isinstance(node, Items):
        return "[" + ", ".join(map(_flow, node)) + "]"
    if written[:1] in {'"', "'"} and "\n" not in written:
        return written
    return _scalar(str(node)) if str(node) or node.quoted else ""


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def as_list(value: Leaf | Block) -> Block:
    """Returns a single value as the list that it stands for."""
    if isinstance(value, Block) and not value.is_mapping:
        return value
    entry = Entry(lead="", head="", value=value)
    return Block(
        entries=(entry,), is_mapping=False, brackets=("[", "]"), node=Items((), value.node.span)
    )


def lead_merged(
    base: Version | None, ours: Version | None, theirs: Version | None, into: Block
) -> str:
    """Returns what stands above an entry in the end: comments of both sides, commas of ours."""
    if into.brackets:
        return ours.entry.lead if ours and ours.block.brackets else ""
    indent = into.indent
    of_base, of_ours, of_theirs = (
        each.entry.lead if each and not each.block.brackets else None
        for each in (base, ours, theirs)
    )
    if of_ours is None or of_theirs is None:
        left = of_theirs if of_ours is None else of_ours
        return _indented(left or "", indent)
    return comments_merged(of_base or "", of_ours, of_theirs, indent)


def comments_merged(base: str, ours: str, theirs: str, indent: int = 0) -> str:
    """Returns the comments and blank lines of both sides; what both have stands once."""
    if _stripped(theirs) in {_stripped(base), _stripped(ours)}:
        return ours
    if _stripped(ours) == _stripped(base):
        return _indented(theirs, indent)
    more = new_lines(f"{base}\n{ours}", theirs)
    return ours + "".join(f"{' ' * indent}{line}\n" for line in more)


def new_lines(base: str, side: str) -> list[str]:
    """Returns the comments that a side has and the base has not."""
    known = set(_stripped(base))
    return [line for line in _stripped(side) if line and line not in known]


def _stripped(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n"))


def _indented(text: str, indent: int) -> str:
    lines = text.split("\n")
    return "\n".join(" " * indent + line.lstrip(" ") if line.strip() else line for line in lines)
