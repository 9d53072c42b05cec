"""The steps of three versions of a map, wherever each version has put them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from journeymap.compare.merge_pairs import keyed, names_in, paired
from journeymap.compare.merge_style import Version, new_lines
from journeymap.quick_dataclass import dataclass
from journeymap.text.pieces import Block, Entry

Versions: TypeAlias = tuple[Version | None, Version | None, Version | None]
"""An entry as it was, on our side, and on the other one."""


class ClashError(Exception):
    """Both sides changed an entry; whoever has lines of its own around it marks it."""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The steps of all stages, wherever a side has put them.

    Attributes:
        versions: each of them, by its name.
        stages: in which stage it stands: as it was, on our side, and on the other one.
        orders: their names in order: as they were, on our side, and on the other one.
    """

    versions: dict[str, Versions]
    stages: dict[str, tuple[str | None, str | None, str | None]]
    orders: tuple[tuple[str, ...], ...]

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """In which stage each step is in the end: none where it is gone, two where sides differ."""
        return {name: self._homes(name) for name in self.versions}

    def _homes(self, name: str) -> tuple[str, ...]:
        base, ours, theirs = self.stages[name]
        if ours is None or theirs is None:
            return self._home_of_one(name)
        if ours in {theirs, base} or theirs == base:
            return (theirs,) if ours == base else (ours,)
        return ours, theirs

    def _home_of_one(self, name: str) -> tuple[str, ...]:
        """Returns the same of a step that one side has not, or not any more."""
        was, ours, theirs = self.versions[name]
        before, *at = self.stages[name]
        left, here = (ours, at[0]) if theirs is None else (theirs, at[1])
        is_untouched = (
            was
            and left
            and was.body == left.body
            and here == before
            and not new_lines(was.entry.lead, left.entry.lead)
        )
        return () if is_untouched or here is None else (here,)

    def in_stage(self, stage: str) -> dict[str, Versions]:
        """Returns the steps that are in a stage in the end.

        Of one that the sides put into two stages, each has the version of the side that did.
        """
        here = {}
        for name, homes in self.homes.items():
            if stage in homes:
                base, ours, theirs = self.versions[name]
                is_ours, is_theirs = stage == homes[0], stage == homes[-1]
                here[name] = (base, ours if is_ours else None, theirs if is_theirs else None)
        return here

    def names(self, stage: str, side: int) -> tuple[str, ...]:
        """Returns the steps that one of the three has in a stage, in order."""
        return tuple(name for name in self.orders[side] if self.stages[name][side] == stage)


def all_steps(stages: Iterable[Mapping[str, Entry]]) -> Steps:
    """Gathers the steps of three versions by names that they share."""
    placed: list[dict[str, tuple[str, Version]]] = []
    for side in stages:
        here: dict[str, tuple[str, Version]] = {}
        for stage, entry in side.items():
            block = _steps_of(entry)
            if block is None:
                continue
            for name, step in keyed(block).items():
                free, number = name, 2
                while free in here:
                    free, number = f"{name}#{number}", number + 1
                here[free] = (stage, Version(entry=step, block=block))
        placed.append(here)
    was = {name: version.entry for name, (_, version) in placed[0].items()}
    named = [placed[0]]
    for here in placed[1:]:
        names = paired(was, {name: version.entry for name, (_, version) in here.items()})
        named.append(dict(zip(names, here.values(), strict=True)))
    every = names_in(*named)
    return Steps(
        versions={
            name: tuple(side[name][1] if name in side else None for side in named)  # type: ignore[misc]
            for name in every
        },
        stages={
            name: tuple(side[name][0] if name in side else None for side in named)  # type: ignore[misc]
            for name in every
        },
        orders=tuple(map(tuple, named)),
    )


def _steps_of(stage: Entry) -> Block | None:
    """Returns the steps of a stage, written in a field of their own or right below its name."""
    value = stage.value
    if isinstance(value, Block) and value.is_mapping:
        value = next((each.value for each in value.entries if each.name == "steps"), value)
    return value if isinstance(value, Block) and not value.is_mapping else None
