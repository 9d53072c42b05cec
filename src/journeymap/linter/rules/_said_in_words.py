"""What texts beside a value say of it: how long somebody waits, what is missing, how many leave."""

from collections.abc import Iterator

from journeymap.authoring import slug
from journeymap.model.likeness import is_form
from journeymap.model.spoken_shares import SpokenShare, spoken_share
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.times import read_time

_LONGEST = 3
"""So many words a length of time has at most in a text."""
_SHORT_WORD = 3
"""Words of so many letters are forms of no other."""


def tells_wait(text: str) -> bool:
    """Tells whether a text speaks of waiting, or of hearing nothing."""
    return speaks_of(Topic.WAITING, text) or speaks_of(Topic.SILENCE, text)


def tells_lack(text: str) -> bool:
    """Tells whether a text says that something is not there."""
    return speaks_of(Topic.LACKING, text)


def lengths(text: str) -> Iterator[float]:
    """Walks the lengths of time in a text, in days."""
    words = text.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            length = read_time(" ".join(words[start:end]).strip(".,;:!?()\"'"))
            if length is not None and not length.about:
                yield length.low


def names(text: str, label: str) -> bool:
    """Tells whether a text has all words of a name, whatever their endings."""
    said = slug(text).split("-")
    words = [word for word in slug(label).split("-") if len(word) > _SHORT_WORD]
    return bool(words) and all(any(is_form(word, each) for each in said) for word in words)


def shares_in(text: str) -> Iterator[tuple[str, SpokenShare]]:
    """Walks the shares that a text tells, each as it is written there."""
    words = text.split()
    for start in range(len(words)):
        part = " ".join(words[start:])
        if (found := spoken_share(part)) is not None:
            yield part.removesuffix(found.rest).rstrip(" ,;:–—-"), found
