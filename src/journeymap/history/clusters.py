"""Texts that say nearly the same in different places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from journeymap.analysis.graph import components
from journeymap.model.ids import slug
from journeymap.quick_dataclass import dataclass

_STEM = 6
"""Letters of a word that count, so that its endings do not."""
_ALIKE = 0.6
"""Share of all words of two texts, 0 to 1, that both have (Jaccard 1901)."""
_MOST_OFTEN = 200
"""A word in more texts than these tells nothing of any of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Texts that say nearly the same, in different places.

    Attributes:
        texts: each once, in order.
        places: where they stand, each once, in order.
    """

    texts: tuple[str, ...]
    places: tuple[str, ...]


def clusters(placed: Iterable[tuple[str, str]]) -> tuple[Cluster, ...]:
    """Returns the texts that stand in two places or more, the most frequent first.

    Args:
        placed: texts with their places: a file, or a map.
    """
    entries = list(dict.fromkeys(placed))
    words = [frozenset(word[:_STEM] for word in slug(text).split("-")) for text, _ in entries]
    found = [_cluster([entries[i] for i in sorted(group)]) for group in components(_alike(words))]
    several = [each for each in found if len(each.places) > 1]
    return tuple(sorted(several, key=lambda each: (-len(each.places), each.texts)))


def _alike(words: Sequence[frozenset[str]]) -> list[list[int]]:
    """Returns for each text those that share most of their words with it."""
    index = defaultdict[str, list[int]](list)
    for i, said in enumerate(words):
        for word in said:
            index[word].append(i)
    alike = []
    for i, said in enumerate(words):
        near = (index[word] for word in said if len(index[word]) <= _MOST_OFTEN)
        shared = Counter(other for others in near for other in others if other != i)
        pairs = shared.items()
        alike.append([o for o, count in pairs if count >= _ALIKE * len(said | words[o])])
    return alike


def _cluster(entries: Sequence[tuple[str, str]]) -> Cluster:
    texts, places = zip(*entries, strict=True)
    return Cluster(texts=tuple(dict.fromkeys(texts)), places=tuple(dict.fromkeys(places)))
