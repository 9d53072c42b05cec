"""Which steps and stages of two maps of one journey are the same.

By id; by likeness of the text where a step has none written: first the same text in the order of
both maps, then the same text elsewhere, then a text much like it within the stage. Last, what got
another id and says the same.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import likeness
from journeymap.quick_dataclass import dataclass

Places = dict[int, int]
"""Positions in the second map by positions in the first; each stands once."""
_NEAR = 30
"""How many places apart, among those that are left, texts may be that are merely alike. It keeps
the time for two long maps with nothing in common within a second or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What is the same in two maps.

    Attributes:
        stages: positions of stages in the second map, by those in the first.
        steps: positions of steps in the second map, by those in the first.
    """

    stages: Mapping[int, int]
    steps: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that has an id and a text, as a step or a stage.

    Attributes:
        id: written or derived.
        written: whether the id was written.
        words: what it says, as far as it counts: letters and digits, if it has any.
        room: the stage within which its text may be like another one.
    """

    id: str
    written: bool
    words: str
    room: int = 0


def match(first: JourneyMap, second: JourneyMap) -> Match:
    """Finds the same steps and stages in two maps; each has one counterpart at most.

    Two steps that both have an id written are the same only if it is the same id, or if they alone
    of what is left say the same: then one got another id. Whichever map is named first, the same
    are found.
    """
    if _order(second) < _order(first):
        found = _match(second, first)
        return Match(stages=turned(found.stages), steps=turned(found.steps))
    return _match(first, second)


def turned(places: Mapping[int, int]) -> Places:
    """Returns what is the same the other way round, in the order of the other side."""
    return {there: here for here, there in sorted(places.items(), key=lambda pair: pair[1])}


def _order(journey_map: JourneyMap) -> list[tuple[str, str, int]]:
    """Returns what tells which of two maps comes first where neither is to."""
    stages = [(stage.id, stage.label, -1) for stage in journey_map.stages]
    return stages + [(each.id, each.label, each.stage.position) for each in journey_map.steps]


def _match(first: JourneyMap, second: JourneyMap) -> Match:
    stages = matched(_stages(first), _stages(second))
    stages |= _by_steps(first, second, stages)
    here = {stage.position: stage.position for stage in first.stages}
    there = {stage.position: -1 - stage.position for stage in second.stages}
    there |= {other: own for own, other in stages.items()}
    if min(len(here), len(there)) <= 1:  # one stage, or none: there is nothing to keep apart
        here, there = dict.fromkeys(here, 0), dict.fromkeys(there, 0)
    return Match(
        stages=stages, steps=matched(_steps(first.steps, here), _steps(second.steps, there))
    )


def _stages(journey_map: JourneyMap) -> list[Item]:
    return [
        Item(id=placed_step.id, written=bool(placed_step.stage.id), words=_words(placed_step.label))
        for placed_step in journey_map.stages
    ]


def _steps(found: Sequence[PlacedStep], rooms: Mapping[int, int]) -> list[Item]:
    return [
        Item(
            id=placed_step.id,
            written=bool(placed_step.step.id),
            words=_words(placed_step.label),
            room=rooms[placed_step.stage.position],
        )
        for placed_step in found
    ]


def _words(text: str) -> str:
    return slug(text) or text


def _by_steps(first: JourneyMap, second: JourneyMap, known: Places) -> Places:
    """Matches stages under other names: half of the steps, or more, are the same."""
    ours, theirs = _left(first, known), _left(second, known.values())
    alike = {
        (own, other): len(matched(here, there))
        for own, here in ours.items()
        for other, there in theirs.items()
    }
    found: Places = {}
    for own, other in sorted(alike, key=lambda pair: -alike[pair]):
        enough = 2 * alike[own, other] >= max(1, min(len(ours[own]), len(theirs[other])))
        if enough and own not in found and other not in found.values():
            found[own] = other
    return found


def _left(journey_map: JourneyMap, known: Container[int]) -> dict[int, list[Item]]:
    """Returns the steps of each stage that is left."""
    return {
        stage.position: _steps(journey_map.steps_of(stage), {stage.position: 0})
        for stage in journey_map.stages
        if stage.position not in known
    }


def matched(ours: Sequence[Item], theirs: Sequence[Item]) -> Places:
    """Finds the same things in two lists; each has one counterpart at most.

    The order of the lists may decide between equals: whoever wants the same both ways round hands
    them in in the same order.
    """
    found: Places = {}
    for way in (_by_id, _in_order, _by_likeness, _under_other_ids):
        for own, other in way(ours, theirs, dict(found)):
            if own not in found and other not in found.values():
                found[own] = other
    return found


def _by_id(ours: Sequence[Item], theirs: Sequence[Item], _: Places) -> Iterator[tuple[int, int]]:
    """Yields items of the same id, where it is more than the text under another name.

    Of several that share an id, which is a mistake, the first meets the first.
    """
    places: dict[str, list[int]] = {}
    for i, item in enumerate(theirs):
        places.setdefault(item.id, []).append(i)
    for i, item in enumerate(ours):
        waiting = places.get(item.id, [])
        if waiting and (item.written or theirs[waiting[0]].written):
            yield i, waiting.pop(0)


def _in_order(
    ours: Sequence[Item], theirs: Sequence[Item], known: Places
) -> Iterator[tuple[int, int]]:
    """Yields items of the same text and room that stand in the same order in both maps."""
    others = {other: own for own, other in known.items()}
    here = [_key(item, i if i in known else None) for i, item in enumerate(ours)]
    there = [_key(item, others.get(i)) for i, item in enumerate(theirs)]
    from difflib import SequenceMatcher

    for block in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        for i in range(block.size):
            pair = block.a + i, block.b + i
            if _may_be_one(ours[pair[0]], theirs[pair[1]]):
                yield pair


def _key(item: Item, matched: int | None) -> tuple[object, ...]:
    return (item.room, item.words) if matched is None else (matched,)


def _may_be_one(own: Item, other: Item) -> bool:
    return not (own.written and other.written)


def _by_likeness(
    ours: Sequence[Item], theirs: Sequence[Item], known: Places
) -> Iterator[tuple[int, int]]:
    """Yields items of like texts, the likest first, then those that change the order least."""
    taken = set(known.values())
    left = [i for i in range(len(ours)) if i not in known]
    rest = [j for j in range(len(theirs)) if j not in taken]
    like = {
        (i, j): _alike(ours[i], theirs[j], near=abs(a - b) <= _NEAR)
        for a, i in enumerate(left)
        for b, j in enumerate(rest)
        if _may_be_one(ours[i], theirs[j])
    }
    alike = [pair for pair, value in like.items() if value]

    def rank(pair: tuple[int, int]) -> tuple[float, bool, int, int]:
        i, j = pair
        crossed = sum((own < i) != (other < j) for own, other in known.items())
        return -like[pair], ours[i].room != theirs[j].room, crossed, abs(i - j)

    yield from sorted(alike, key=rank)


def _under_other_ids(
    ours: Sequence[Item], theirs: Sequence[Item], known: Places
) -> Iterator[tuple[int, int]]:
    """Yields items that got another id: nothing else that is left says the same on either side."""
    taken = set(known.values())
    here = _alone(item.words for i, item in enumerate(ours) if i not in known)
    there = _alone(item.words for j, item in enumerate(theirs) if j not in taken)
    for i, item in enumerate(ours):
        if i not in known and item.words in here & there:
            left = (j for j, it in enumerate(theirs) if it.words == item.words)
            yield i, next(j for j in left if j not in taken)


def _alone(texts: Iterable[str]) -> set[str]:
    """Returns the texts that stand once."""
    return {text for text, count in Counter(texts).items() if count == 1 and text}


def _alike(own: Item, other: Item, *, near: bool) -> float:
    """Returns how alike two texts are; in another room, or far away, they have to be the same."""
    if own.words == other.words:
        return 1.0
    return likeness(own.words, other.words) if near and own.room == other.room else 0.0
