"""What the title of a comparison says: the difference that matters most, true by construction."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from journeymap.analysis.time import Part
from journeymap.compare.field_words import feeling_words
from journeymap.compare.pairing import Pair
from journeymap.model.feelings import Feeling
from journeymap.model.unread import if_read
from journeymap.views.compare.maps import Maps
from journeymap.words.completion import completing_both
from journeymap.words.labels import label
from journeymap.words.time_sums import length

_NOTABLE = 1.0
"""Points of feeling, of -2 to 2, from which on a change is worth a title; house."""
_PLACES = 9
"""Decimal places to which figures are compared."""


def headline(maps: Maps) -> str:
    """Returns the first that holds, in the language of the first map.

    How many more or fewer complete it, where both maps state all shares; the step whose feeling
    changes most; how much less or more one waits; how many steps come, go or change.
    """
    tries: tuple[Callable[[Maps], str], ...] = (_completion, _feeling, _waiting, _steps)
    return next(
        (words for each in tries if (words := if_read(lambda each=each: each(maps), ""))),  # type: ignore[misc]
        label("no-step-change" if maps.found.all else "no-change", maps.language),
    )


def completions(maps: Maps) -> tuple[int, int, bool] | None:
    """Returns how many of 100 complete either map, and whether that is assumed.

    None where one of them does not say it of all.
    """
    flows = [each.flow for each in maps.analyses]
    ours, theirs = flows
    if ours is None or theirs is None or ours.unknown or theirs.unknown:
        return None
    before, after = (round(100 * each.completion) for each in (ours, theirs))
    return before, after, ours.assumed or theirs.assumed


def _completion(maps: Maps) -> str:
    known = completions(maps)
    if known is None or known[0] == known[1]:
        return ""
    before, after, is_assumed = known
    key = "more-complete" if after > before else "fewer-complete"
    words = label(key, maps.language).format(
        n=abs(after - before),
        complete=completing_both(*maps.analyses, maps.language),
        before=before,
        after=after,
    )
    return label("estimate", maps.language).format(what=words) if is_assumed else words


def _feelings(maps: Maps, pairs: Iterable[Pair]) -> Iterator[tuple[float, Pair, Feeling, Feeling]]:
    for each in pairs:
        if each.first and each.second:
            ours = maps.first.of_persona(each.first.step.emotion, each.first)
            theirs = maps.second.of_persona(each.second.step.emotion, each.second)
            if ours and theirs and ours.value is not None and theirs.value is not None:
                yield round(abs(theirs.value - ours.value), _PLACES), each, ours, theirs


def _feeling(maps: Maps, pairs: Iterable[Pair] | None = None, *, alone: bool = False) -> str:
    known = [each for each in _feelings(maps, pairs or maps.pairs) if each[0] >= _NOTABLE]
    if not known:
        return ""
    most = max(each[0] for each in known)
    largest = [each for each in known if each[0] == most]
    if alone and len(largest) > 1:
        return ""
    _, step, ours, theirs = largest[0]
    key = "largest-change" if len(largest) == 1 else "largest-change-of"
    return label(key, maps.language).format(
        n=len(largest),
        step=step.step.label,
        before=feeling_words(ours, maps.language),
        after=feeling_words(theirs, maps.language),
    )


def waiting(maps: Maps) -> tuple[str, str]:
    """Returns how long one waits along the main way of either map; "" where nothing says so."""
    ours, theirs = (
        if_read(lambda each=each: length(each.times.whole.main[Part.WAITING], maps.language), "")  # type: ignore[misc]
        for each in maps.analyses
    )
    return ours, theirs


def _waiting(maps: Maps) -> str:
    before, after = waiting(maps)
    if not before or not after or before == after:
        return ""
    return label("waiting-change", maps.language).format(before=before, after=after)


def of_steps(maps: Maps, pairs: Sequence[Pair]) -> Iterator[str]:
    """Yields what changes at some steps: the feeling that changes most, where it is of one alone.

    Then at how many it gets better or worse, then how many change.
    """
    told = (_feeling(maps, pairs, alone=True), _turns(maps, pairs), _steps(maps, pairs))
    yield from filter(None, told)
    yield label("no-step-change", maps.language)


def of_pains(maps: Maps, pairs: Iterable[Pair]) -> Iterator[str]:
    """Yields how many pains go and come at steps that both maps have; nothing where none does."""
    both = [maps.pains_of(each) for each in pairs if each.first and each.second]
    gone, new = (sum(len(each[at]) for each in both) for at in (0, 1))
    told = [(key, n) for key, n in (("pains-gone", gone), ("pains-new", new)) if n]
    if words := "; ".join(label(key, maps.language).format(n=n) for key, n in told):
        yield words[:1].upper() + words[1:]


def _turns(maps: Maps, pairs: Sequence[Pair]) -> str:
    """Counts the steps that get better, and those of which anything gets worse."""
    found = [change for each in pairs if (change := maps.change_of(each))]
    worse = sum(bool(each.worse) for each in found)
    better = sum(bool(each.better) and not each.worse for each in found)
    tries = (("steps-better", better), ("steps-worse", worse))
    told = [label(key, maps.language).format(n=n, all=len(pairs)) for key, n in tries if n]
    words = "; ".join(told)
    return words[:1].upper() + words[1:]


def counts(maps: Maps, pairs: Iterable[Pair] | None = None) -> str:
    """Counts what becomes of steps: "new steps: 2, left out: 1"; "" where all stay as they are.

    Args:
        maps: the two maps.
        pairs: the steps that are looked at; all where left out.
    """
    pairs = list(maps.pairs if pairs is None else pairs)
    kept = [each for each in pairs if each.first and each.second]
    found = {
        "added": sum(each.first is None for each in pairs),
        "removed": sum(each.second is None for each in pairs),
        "moved": sum(each.moved for each in kept),
        "reworded": sum(maps.is_changed(each) and not each.moved for each in kept),
        "noted-else": sum(not (maps.is_changed(each) or maps.is_same(each)) for each in kept),
    }
    told = (f"{label(key, maps.language)}: {count}" for key, count in found.items() if count)
    return ", ".join(told)


def _steps(maps: Maps, pairs: Iterable[Pair] | None = None) -> str:
    found = counts(maps, pairs)
    return label("steps-change", maps.language).format(counts=found) if found else ""
