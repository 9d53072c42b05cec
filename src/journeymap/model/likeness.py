"""How alike two texts are, and which known word somebody meant."""

from collections.abc import Iterable, Iterator

from journeymap.model.ids import slug

CUTOFF = 0.7
"""Least likeness (Ratcliff–Obershelp, 0 to 1) at which a word is suggested, or a text is taken
for another one reworded; house."""

_DENIALS = (
    *("un", "in", "im", "dis", "des", "mis", "non", "not", "no"),
    *("nie", "bez", "sin", "pess", "pes", "opt"),
)
"""What a word begins with that says the opposite of another one; house."""

LONGEST = 300
"""Letters of a name at most: no longer text is taken for another one misspelt; house."""

_MOST_LETTERS = 1_000_000
"""Letters of all words together among which slips are found; house."""

_MOST_AROUND = 200
"""So many words at most are slips of one text; house."""

_SPARE = 5
"""So many more words than are wanted are looked at, as opposites among them do not count."""

_STEM, _ENDING = 3, 2
"""Words are forms of one with more letters alike at the beginning, and so many others at most."""


def likeness(one: str, other: str) -> float:
    """Returns how alike two texts are, either way round: 1 for the same letters and digits.

    It is the measure of Ratcliff and Obershelp (0 to 1) on slugs; what is below `CUTOFF` is 0.
    """
    first, second = sorted(slug(text) or text for text in (one, other))
    if first == second:
        return 1.0
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The quick ones are upper bounds.
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < CUTOFF:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= CUTOFF else 0.0


def nearest(word: str, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """Returns up to `count` known words like the one given, most alike first; no opposites."""
    by_slug: dict[str, str] = {}
    for name in known:
        by_slug.setdefault(slug(name) or name, name)
    wanted = slug(word) or word
    if len(wanted) > LONGEST:
        return ()
    from difflib import get_close_matches

    names = [each for each in by_slug if len(each) <= LONGEST]
    matches = get_close_matches(wanted, names, n=count + _SPARE, cutoff=CUTOFF)
    near = (by_slug[match] for match in matches if not are_opposed(wanted, match))
    return tuple(near)[:count]


def are_opposed(one: str, other: str) -> bool:
    """Tells whether one of two words denies the other: `certain`, `uncertain`; `hope`, `hopeless`.

    Two that are denied in two ways (`destressed`, `distressed`) are not taken for one another.
    """
    near = one_slip_apart(one, other)
    return any(
        denial != other_denial
        and (root == other_root or (not near and one_slip_apart(root, other_root)))
        for denial, root in _denied(one)
        for other_denial, other_root in _denied(other)
    )


def _denied(word: str) -> tuple[tuple[str, str], ...]:
    """Returns the ways to take a word apart into what denies it and the rest."""
    bare = word.replace("-", "").replace(" ", "")
    before = ((each, bare.removeprefix(each)) for each in _DENIALS if bare.startswith(each))
    behind = (("", "ful"), ("less", "less"))
    roots = ((denial, bare.removesuffix(end)) for denial, end in behind if bare.endswith(end))
    # What leaves two letters or fewer denies nothing: `note` is not "not" and "e".
    return ("", bare), *(each for each in (*before, *roots) if len(each[1]) > 2)  # noqa: PLR2004


def slips(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Returns the known words that are one slip away from a word and no opposites of it."""
    return tuple(
        other for other in known if one_slip_apart(word, other) and not are_opposed(word, other)
    )


def one_slip_apart(one: str, other: str) -> bool:
    """Tells whether two different words differ by one letter added, left out, changed or swapped.

    That is an optimal string alignment distance of one (Damerau 1964: four fifths of typing
    errors are of these four kinds).
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = shared_letters(one, other)
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest
        or rest == other_rest[1:]
        or rest[1:] == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )


def shared_letters(one: str, other: str) -> int:
    """Returns how many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def is_form(word: str, other: str) -> bool:
    """Tells whether two words are the same but for an ending of up to two letters."""
    stem = shared_letters(word, other)
    return word == other or (stem > _STEM and max(len(word), len(other)) - stem <= _ENDING)


class Slips:
    """Words among which those one slip away are found without a look at each of them."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keeps the words by what is left of them when one letter is left out.

        Of texts that are longer than any name, of words behind the first million letters and of
        more than some hundreds around one text nothing is kept: it would take more than all else.
        """
        self._words = tuple(words)
        self._longest = min(max(map(len, self._words), default=0), LONGEST)
        self._shortened: dict[int, tuple[int, ...]] = {}
        letters = 0
        for place, word in enumerate(self._words):
            if len(word) > LONGEST:
                continue
            letters += len(word)
            if letters > _MOST_LETTERS:
                break
            for text in map(hash, _shortened(word)):
                known = self._shortened.get(text, ())
                if len(known) < _MOST_AROUND:
                    self._shortened[text] = (*known, place)

    def of(self, word: str) -> tuple[str, ...]:
        """Returns the words that are one slip apart from another one, in order."""
        return slips(word, self.near(word))

    def near(self, word: str) -> Iterator[str]:
        """Walks the words that may be one slip apart from another one, opposites among them."""
        shorter = _shortened(word) if len(word) <= self._longest + 1 else ()
        places = {place for text in shorter for place in self._shortened.get(hash(text), ())}
        return (self._words[place] for place in sorted(places))


def _shortened(word: str) -> set[str]:
    """Returns a word and what is left of it; two words one slip apart have one of these alike."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def only(words: Iterable[str]) -> str:
    """Returns the word if there is one alone, else nothing."""
    listed = list(words)
    return listed[0] if len(listed) == 1 else ""
