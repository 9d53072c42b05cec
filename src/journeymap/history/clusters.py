"""Texts that say nearly the same in different places."""

from collections.abc import Iterable, Sequence

from journeymap.analysis.graph import components
from journeymap.model.shared_words import SharedWords
from journeymap.quick_dataclass import dataclass


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
    shared = SharedWords()
    for text, _ in entries:
        shared.add(text)
    alike = [tuple(shared.near(text)) for text, _ in entries]
    found = [_cluster([entries[i] for i in sorted(group)]) for group in components(alike)]
    several = [each for each in found if len(each.places) > 1]
    return tuple(sorted(several, key=lambda each: (-len(each.places), each.texts)))


def _cluster(entries: Sequence[tuple[str, str]]) -> Cluster:
    texts, places = zip(*entries, strict=True)
    return Cluster(texts=tuple(dict.fromkeys(texts)), places=tuple(dict.fromkeys(places)))
