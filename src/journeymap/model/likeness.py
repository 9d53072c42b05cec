"""How alike two texts are, and which known word somebody meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from journeymap.model.ids import slug

CUTOFF = 0.7
"""Least likeness (Ratcliff–Obershelp, 0 to 1) at which a word is suggested, or a text is taken
for another one reworded; house."""


def likeness(one: str, other: str) -> float:
    """Returns how alike two texts are, either way round: 1 for the same letters and digits.

    It is the measure of Ratcliff and Obershelp (0 to 1) on slugs; what is below `CUTOFF` is 0.
    """
    first, second = sorted(slug(text) or text for text in (one, other))
    if first == second:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The quick ones are upper bounds.
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < CUTOFF:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= CUTOFF else 0.0


def nearest(word: str, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """Returns up to `count` known words like the one given, most alike first."""
    by_slug: dict[str, str] = {}
    for name in known:
        by_slug.setdefault(slug(name) or name, name)
    matches = get_close_matches(slug(word) or word, list(by_slug), n=count, cutoff=CUTOFF)
    return tuple(by_slug[match] for match in matches)


def one_slip_apart(one: str, other: str) -> bool:
    """Tells whether two different words differ by one letter added, left out, changed or swapped.

    That is an optimal string alignment distance of one (Damerau 1964: four fifths of typing
    errors are of these four kinds).
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest
        or rest == other_rest[1:]
        or rest[1:] == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )


class Slips:
    """Words among which those one slip away are found without a look at each of them."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keeps the words by what is left of them when one letter is left out."""
        self._words = tuple(words)
        self._longest = max(map(len, self._words), default=0)
        self._shortened: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            for text in _shortened(word):
                self._shortened.setdefault(text, []).append(place)

    def of(self, word: str) -> tuple[str, ...]:
        """Returns the words that are one slip apart from another one, in order."""
        if len(word) > self._longest + 1:
            return ()
        places = {place for text in _shortened(word) for place in self._shortened.get(text, ())}
        near = (self._words[place] for place in sorted(places))
        return tuple(other for other in near if one_slip_apart(word, other))


def _shortened(word: str) -> set[str]:
    """Returns a word and what is left of it; two words one slip apart have one of these alike."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def only(words: Iterable[str]) -> str:
    """Returns the word if there is one alone, else nothing."""
    listed = list(words)
    return listed[0] if len(listed) == 1 else ""
