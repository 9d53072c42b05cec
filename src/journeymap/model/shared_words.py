"""Texts that say nearly the same, by the words that they share."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from journeymap.model.ids import slug

_STEM = 6
"""Letters of a word that count, so that its endings do not."""
ALIKE = 0.7
"""Share of the words of two texts, 0 to 1, that both have, from which on they say nearly the same
(Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37, 1901)."""
_LEAST = 4
"""Letters of a word that says what a text speaks of, at least."""
_ANYWHERE = frozenset(
    {
        *("that", "this", "with", "from", "have", "does", "their", "they", "them", "what", "when"),
        *("where", "which", "there", "than", "then", "more", "most", "some", "each", "every"),
        *("about", "after", "before", "while", "into", "only", "still", "even", "know", "knows"),
        *("nobody", "somebo", "everyb", "para", "como", "cuando", "donde", "porque", "antes"),
        *("despue", "sobre", "entre", "hasta", "desde", "todo", "todos", "nadie", "alguie"),
        *("quien", "sabe", "kiedy", "gdzie", "przed", "przez", "ktory", "ktora", "ktore", "tylko"),
        *("nikt", "kazdy", "jest", "bardzo"),
    }
)
"""Beginnings of words that any text may have."""
_MOST_OFTEN = 200
"""A word in more texts than these tells nothing of any of them, and would cost a look at each."""


class SharedWords:
    """Texts among which those that say nearly the same are found without a look at each."""

    def __init__(self) -> None:
        """Begins without texts."""
        self._words: list[frozenset[str]] = []
        self._index = defaultdict[str, list[int]](list)

    def add(self, text: str) -> None:
        """Adds a text behind the others."""
        words = _stems(text)
        for word in words:
            self._index[word].append(len(self._words))
        self._words.append(words)

    def near(self, text: str) -> Sequence[int]:
        """Returns the positions of the texts that say nearly the same, in order."""
        words = _stems(text)
        known = (self._index.get(word, []) for word in words)
        told = (places for places in known if len(places) <= _MOST_OFTEN)
        shared = Counter(chain.from_iterable(told))
        return sorted(
            i for i, count in shared.items() if count >= ALIKE * len(words | self._words[i])
        )


def may_share_words(one: str, other: str) -> bool:
    """Tells whether two texts share a word, or one of them has none by which that could be told."""
    words = [any(len(e) >= _LEAST for e in _stems(text) - _ANYWHERE) for text in (one, other)]
    return not all(words) or share_words(one, other)


def share_words(one: str, other: str) -> bool:
    """Tells whether two texts speak of the same thing: they share a word of four letters or more.

    Words that any text may have do not count (house).
    """
    return bool(shared_words(one, other))


def shared_words(one: str, other: str) -> frozenset[str]:
    """Returns the beginnings of the words by which two texts speak of the same thing."""
    return frozenset(e for e in (_stems(one) & _stems(other)) - _ANYWHERE if len(e) >= _LEAST)


@lru_cache(maxsize=4_096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in slug(text).split("-"))
