"""Three texts of one map → one text with what both sides changed: ours, edited by theirs.

Entries are matched by id, and by what they say; each is merged by its fields. What both sides said
otherwise of one field clashes, and nothing of either side is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Any

from journeymap.compare.merge_order import OrderClash, merged_order
from journeymap.compare.merge_pairs import data, keyed, names_in, paired
from journeymap.compare.merge_steps import ClashError, Steps, Versions, all_steps
from journeymap.compare.merge_style import (
    Version,
    as_list,
    comments_merged,
    lead_merged,
    new_lines,
    put_together,
)
from journeymap.quick_dataclass import dataclass
from journeymap.text.pieces import Block, Entry, Leaf, NotUnderstood, Pieces, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An entry of which both sides say something else.

    Attributes:
        name: what the entry is called.
        ours: its lines on our side; empty where it is gone there.
        base: as they were; empty where it is new.
        theirs: on the other side, as our side would write them.
    """

    name: str
    ours: str
    base: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What became of two sides.

    Attributes:
        parts: the text, cut at the clashes; each of them stands between two parts.
        clashes: what both sides said otherwise, in order.
        says: what the text says where our side counts in every clash.
    """

    parts: tuple[str, ...]
    clashes: tuple[Clash, ...]
    says: Any

    def text(self, shown: Callable[[Clash], str]) -> str:
        """Returns the text, with something in the place of each clash."""
        behind = (*(shown(clash) for clash in self.clashes), "")
        return "".join(part + more for part, more in zip(self.parts, behind, strict=True))


def merge(base: Pieces, ours: Pieces, theirs: Pieces) -> Merged:
    """Returns our text with what the other side changed.

    Args:
        base: the text that both sides began with.
        ours: our side: its order, comments and style stay.
        theirs: the other side.

    Raises:
        NotUnderstood: the sides cannot be held against each other entry by entry.
    """
    merging = _Merging()
    try:
        block = merging.fields(base.block, ours.block, theirs.block)
    except ClashError:
        raise NotUnderstood("both sides changed its first line") from None
    foot = comments_merged(base.foot, ours.foot, theirs.foot)
    return merging.result(block, foot)


@dataclass(slots=True, kw_only=True)
class _Merging:
    """The work on one map.

    Attributes:
        clashes: what was found to clash, by the mark that stands for it in the text.
        resolved: the same entries as our side has them; None where it has none.
    """

    clashes: dict[str, Clash] = field(default_factory=dict)
    resolved: dict[str, Entry | None] = field(default_factory=dict)

    def result(self, block: Block, foot: str) -> Merged:
        """Returns what became of a whole file."""
        text = text_of(block) + foot
        marks = sorted(self.clashes, key=text.find)
        parts = []
        for mark in marks:
            part, _, text = text.partition(mark)
            parts.append(part)
        return Merged(
            parts=(*parts, text),
            clashes=tuple(self.clashes[mark] for mark in marks),
            says=data(self._as_ours(block)),
        )

    def _as_ours(self, block: Block) -> Block:
        entries = []
        for entry in block.entries:
            mark = entry.value.text if isinstance(entry.value, Leaf) else ""
            resolved = self.resolved.get(mark, entry)
            if resolved is not None and isinstance(resolved.value, Block):
                resolved = replace(resolved, value=self._as_ours(resolved.value))
            entries += [resolved] if resolved is not None else []
        return replace(block, entries=tuple(entries))

    # ------------------------------------------------------------------------------ the blocks

    def fields(
        self,
        base: Block | None,
        ours: Block,
        theirs: Block,
        *,
        steps: Steps | None = None,
        stage: str = "",
    ) -> Block:
        """Merges the fields or items of a part that both sides have.

        Args:
            base: as it was; None where it is new on both sides.
            ours: on our side.
            theirs: on the other side.
            steps: those of all stages, where the part is a stage.
            stage: which one.
        """
        was = keyed(base)
        mine, other = keyed(ours), keyed(theirs)
        if not ours.is_mapping:
            mine, other = paired(was, mine), paired(was, other)
        versions = {
            name: _versions(name, (was, base), (mine, ours), (other, theirs))
            for name in names_in(mine, other)
        }

        def merged(name: str) -> Entry | None:
            each = versions[name]
            if name == "stages" and ours.is_mapping and steps is None:
                return self._stages(each, ours)
            if name == "steps" and steps is not None:
                return self._step_list(each, steps, stage, ours)
            return self._one(each, ours)

        found = self._collected(versions, merged, ours)
        try:
            order = merged_order(tuple(was), tuple(mine), tuple(other), found)
        except OrderClash:
            if not ours.is_mapping:
                raise ClashError from None
            order = tuple(name for name in names_in(mine, other) if name in found)
        return put_together(ours, [found[name] for name in order])

    def _collected(
        self,
        versions: Mapping[str, Versions],
        merged: Callable[[str], Entry | None],
        into: Block,
    ) -> dict[str, Entry]:
        """Merges entries one by one; what clashes is marked where it has lines of its own."""
        found: dict[str, Entry] = {}
        for name, each in versions.items():
            try:
                entry = merged(name)
            except ClashError:
                ours = each[1]
                is_inline = into.is_inline and ours and ours.entry is into.entries[0]
                if into.brackets or is_inline:
                    raise
                entry = self._marked(name, each, into)
            if entry is not None:
                found[name] = entry
        return found

    def _marked(self, name: str, versions: Versions, into: Block) -> Entry:
        """Returns an entry that stands for a clash."""
        mark = f"\0{len(self.clashes)}\0"
        base, ours, theirs = (each.written_in(into) if each else None for each in versions)
        first = next(each for each in (ours, theirs) if each)
        self.clashes[mark] = Clash(
            name=name,
            ours=ours.body if ours else "",
            base=base.body if base else "",
            theirs=theirs.body if theirs else "",
        )
        self.resolved[mark] = ours
        return Entry(
            lead=lead_merged(*versions, into),
            head="",
            value=Leaf(text=mark, node=first.value.node),
            name=first.name,
        )

    # ----------------------------------------------------------------------------- one entry

    def _one(self, versions: Versions, into: Block) -> Entry | None:
        """Merges one field or item; None where it is gone in the end.

        Raises:
            ClashError: both sides changed it.
        """
        base, ours, theirs = versions
        if ours is None or theirs is None:
            return _of_one_side(base, ours or theirs, into)
        lead = lead_merged(*versions, into)
        if ours.body == theirs.body or (base and theirs.body == base.body):
            entry = ours.written_in(into)
        elif base and ours.body == base.body:
            entry = theirs.written_in(into)
        else:
            entry = self._both(base, ours, theirs, into)
        return replace(entry, lead=lead)

    def _both(self, base: Version | None, ours: Version, theirs: Version, into: Block) -> Entry:
        """Merges an entry whose text both sides have changed."""
        was = _listed(base.entry.value, ours, theirs) if base else None
        mine, other = (_listed(each.entry.value, ours, theirs, base) for each in (ours, theirs))
        tail = _merged_text(base.entry.tail if base else "", ours.entry.tail, theirs.entry.tail)
        if isinstance(mine, Block) and isinstance(other, Block):
            if mine.is_mapping is not other.is_mapping:
                raise ClashError
            of_base = was if isinstance(was, Block) and was.is_mapping is mine.is_mapping else None
            value = self.fields(of_base, mine, other)
            return self._with_value(_heading(base, ours, theirs), into, value, tail)
        if data(mine) == data(other) or (was and data(other) == data(was)):
            return replace(ours.written_in(into), tail=tail)
        if was and data(mine) == data(was):
            return replace(theirs.written_in(into), tail=tail)
        raise ClashError

    def _with_value(self, heading: Version, into: Block, value: Block, tail: str) -> Entry:
        if not value.entries and not value.brackets:
            raise ClashError
        return replace(heading.written_in(into), value=value, tail=tail)

    # ------------------------------------------------------------------------------ the stages

    def _stages(self, versions: Versions, into: Block) -> Entry | None:
        """Merges stages with their steps, which either side may have put into another stage."""
        base, ours, theirs = versions
        values = [each.entry.value if each else None for each in versions]
        if (
            ours is None
            or theirs is None
            or not all(isinstance(value, Block) for value in values if value)
        ):
            return self._one(versions, into)
        was, mine, other = values
        if not isinstance(mine, Block) or not isinstance(other, Block):
            return self._one(versions, into)
        blocks = (was if isinstance(was, Block) else None, mine, other)
        if len({block.is_mapping for block in blocks if block}) > 1:
            return self._one(versions, into)
        value = self._stage_list(blocks[0], mine, other)
        tail = _merged_text(base.entry.tail if base else "", ours.entry.tail, theirs.entry.tail)
        entry = self._with_value(_heading(base, ours, theirs), into, value, tail)
        return replace(entry, lead=lead_merged(*versions, into))

    def _stage_list(self, base: Block | None, ours: Block, theirs: Block) -> Block:
        was = keyed(base)
        mine, other = paired(was, keyed(ours)), paired(was, keyed(theirs))
        steps = all_steps((was, mine, other))
        versions = {
            name: _versions(name, (was, base), (mine, ours), (other, theirs))
            for name in names_in(mine, other)
        }

        def merged(name: str) -> Entry | None:
            return self._stage(name, versions[name], steps, ours)

        found = self._collected(versions, merged, ours)
        try:
            order = merged_order(tuple(was), tuple(mine), tuple(other), found)
        except OrderClash:
            raise ClashError from None
        return put_together(ours, [found[name] for name in order])

    def _stage(self, name: str, versions: Versions, steps: Steps, into: Block) -> Entry | None:
        base, ours, theirs = versions
        here = steps.in_stage(name)
        if (ours is None or theirs is None) and base is not None:
            left = ours or theirs
            if here or (left and _without_steps(left) != _without_steps(base)):
                raise ClashError
            return None
        if into.is_mapping and here:
            return self._step_list(versions, steps, name, into)
        host = ours or theirs
        if host is None or not isinstance(host.entry.value, Block):
            return self._one(versions, into)
        mine, other = (each.entry.value if each else None for each in (ours, theirs))
        if not isinstance(mine, Block) or not isinstance(other, Block):
            adopted = host.written_in(into)
            mine = other = adopted.value if isinstance(adopted.value, Block) else host.entry.value
        was = base.entry.value if base and isinstance(base.entry.value, Block) else None
        value = self.fields(was, mine, other, steps=steps, stage=name)
        return replace(host.written_in(into), value=value, lead=lead_merged(*versions, into))

    def _step_list(self, versions: Versions, steps: Steps, stage: str, into: Block) -> Entry | None:
        """Merges the steps of one stage, from wherever they come."""
        here = steps.in_stage(stage)
        host = versions[1] or versions[2]
        if host is None or not here:
            return None
        entry = host.written_in(into)
        like = entry.value if isinstance(entry.value, Block) else as_list(entry.value)

        def merged(name: str) -> Entry | None:
            if len(steps.homes[name]) > 1:
                raise ClashError
            return self._one(here[name], like)

        found = self._collected(here, merged, like)
        try:
            order = merged_order(
                steps.names(stage, 0), steps.names(stage, 1), steps.names(stage, 2), found
            )
        except OrderClash:
            raise ClashError from None
        value = put_together(like, [found[name] for name in order])
        return replace(entry, value=value, lead=lead_merged(*versions, into))


def _versions(name: str, *sides: tuple[Mapping[str, Entry], Block | None]) -> Versions:
    base, ours, theirs = (
        Version(entry=entries[name], block=block) if block and name in entries else None
        for entries, block in sides
    )
    return base, ours, theirs


def _of_one_side(base: Version | None, left: Version | None, into: Block) -> Entry | None:
    """Returns what becomes of an entry that one side has not, or not any more."""
    if left is None:
        return None
    if base is None:
        return left.written_in(into)
    if base.body != left.body or new_lines(base.entry.lead, left.entry.lead):
        raise ClashError
    return None


def _without_steps(stage: Version) -> Any:  # noqa: ANN401 - whatever YAML says
    said = data(stage.entry.value)
    return (
        {key: value for key, value in said.items() if key != "steps"}
        if isinstance(said, dict)
        else None
    )


def _listed(value: Leaf | Block, *others: Version | None) -> Leaf | Block:
    """Returns a value as a list where one of the sides has a list of such."""
    values = [each.entry.value for each in others if each]
    is_list = any(isinstance(each, Block) and not each.is_mapping for each in values)
    is_single = isinstance(value, Leaf) and text_of(value)
    return as_list(value) if is_list and is_single else value


def _heading(base: Version | None, ours: Version, theirs: Version) -> Version:
    """Returns the side whose first line stays, with the comment behind it.

    Raises:
        ClashError: both sides have changed it.
    """
    was, mine, other = (each.entry.head.split() if each else [] for each in (base, ours, theirs))
    if other in (was, mine) or not base:
        return ours
    if mine == was:
        return theirs
    raise ClashError


def _merged_text(base: str, ours: str, theirs: str) -> str:
    """Returns the rest of a line that one side alone has changed.

    Raises:
        ClashError: both have.
    """
    if theirs.strip() in {base.strip(), ours.strip()}:
        return ours
    if ours.strip() == base.strip():
        return theirs
    raise ClashError
