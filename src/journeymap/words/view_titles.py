"""Titles of views that say what is to be seen, true by what they are made from."""

from collections.abc import Collection, Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import Loss, claims
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.model.journey_map import JourneyMap
from journeymap.words.headlines import sentences
from journeymap.words.labels import estimated, label
from journeymap.words.reasons import listed


def of_flow(analysis: Analysis) -> str:
    """Returns how many are lost and where; empty where that cannot be said."""
    loss = next((each for each in claims(analysis) if isinstance(each, Loss)), None)
    return next(sentences(loss, analysis.journey_map), "") if loss else ""


def of_handoffs(analysis: Analysis, steps: Collection[str] | None = None) -> Iterator[str]:
    """Yields what is wrong with hand-offs, then shorter; nothing without hand-offs.

    First the one that lacks most of what its taker needs, then how many lack something or are not
    described.

    Args:
        analysis: the map, and what is computed from it.
        steps: the ids of those that are looked at; all steps where left out.
    """
    journey_map = analysis.journey_map
    found = [each for each in analysis.transfers if steps is None or each.step.id in steps]
    language = journey_map.journey.language
    if not found:
        return
    bad = sum(each.state is not HandoffState.COMPLETE for each in found)
    count = label("title-handoffs", language).format(n=bad, all=len(found))
    if not bad:
        count = label("title-handoffs-complete", language).format(all=len(found))
    alone = len(found) == 1
    worst = max(found, key=lambda each: (each.lacking, bool(each.missing)))
    if worst.missing or alone:
        said, way = list(_wrong(worst, journey_map)), _way(worst, journey_map)
        for words in said:
            if not alone:
                yield f"{way}: {words}. {count}"
            yield f"{way}: {words}"
        taker = journey_map.person_label(worst.taker)
        for items in _items(worst, journey_map):
            yield label("title-not-given", language).format(taker=taker, items=items)
    if not alone:
        yield count


def _way(each: Transfer, journey_map: JourneyMap) -> str:
    """Returns who hands over to whom."""
    return " → ".join(map(journey_map.person_label, filter(None, (each.giver, each.taker))))


def _wrong(each: Transfer, journey_map: JourneyMap) -> Iterator[str]:
    """Yields what a hand-off lacks, then shorter; what is known of one where nothing is named."""
    language = journey_map.journey.language
    for items in _items(each, journey_map):
        yield label("without", language).format(items=items)
    if not each.missing:
        complete = each.state is HandoffState.COMPLETE
        yield label("nothing-missing" if complete else f"handoff-{each.state.value}", language)


def _items(each: Transfer, journey_map: JourneyMap) -> Iterator[str]:
    """Yields the names of what a hand-off lacks, then ever fewer with a number for the others."""
    language, missing = journey_map.journey.language, each.missing
    names = list(map(journey_map.information.label_of, missing))
    if names:
        yield listed(names, language)
    for most in range(len(names) - 1, 0, -1):
        more = label("more-missed", language).format(n=len(names) - most)
        yield f"{', '.join(names[:most])} {more}"


def of_people(analysis: Analysis, steps: Collection[str]) -> Iterator[str]:
    """Yields who takes part in some steps besides those whose journey it is, the most first.

    Args:
        analysis: the map, and what is computed from it.
        steps: the ids of the steps.
    """
    journey_map, matrix = analysis.journey_map, analysis.people_matrix
    language = journey_map.journey.language
    kind = "title" if len(steps) == len(matrix.columns) else "part"
    rows = zip(matrix.rows, matrix.cells, strict=True)
    here = {
        who: sum(
            bool(contact and contact.present and step.id in steps)
            for step, contact in zip(matrix.columns, row, strict=True)
        )
        for who, row in rows
        if who not in journey_map.persona_ids
    }
    people = sorted(filter(here.get, here), key=lambda who: -here[who])
    names = [journey_map.person_label(who) for who in people]
    if not people:
        return
    if here[people[0]] > 1 and [here[who] for who in people].count(here[people[0]]) == 1:
        yield label(f"{kind}-most-part", language).format(
            name=names[0], n=here[people[0]], all=len(steps)
        )
    words = label(f"{kind}-takes-part", language)
    yield words.format(names=listed(names, language))
    for most in range(len(names) - 1, 0, -1):
        more = label("more-missed", language).format(n=len(names) - most)
        yield words.format(names=f"{', '.join(names[:most])} {more}")


def of_ladder(analysis: Analysis) -> str:
    """Returns at how many places engagement falls or skips a level; empty without levels."""
    language, trust = analysis.journey_map.journey.language, analysis.trust
    if trust is None:
        return ""
    if not trust.falls and not trust.skipped:
        return label("title-ladder-steady", language)
    found = (("title-falls", len(trust.falls)), ("title-skips", len(trust.skipped)))
    return "; ".join(label(key, language).format(n=n) for key, n in found if n)


def of_ring(closed: str, language: str | None, *, assumed: bool) -> str:
    """Returns whether the ring closes, and how many begin anew; marked where that is assumed."""
    words = closed or label("stays-open", language)
    is_figure = any(map(str.isdigit, words))
    said = words[:1].upper() + words[1:]
    return estimated(said, language, assumed=assumed and is_figure)


def counted(key: str, names: Sequence[str], total: int, language: str | None) -> str:
    """Returns how many of all are of a kind, and which where it is one alone.

    Args:
        key: label of the kind, with what all of them are: "{n} of {all} rated steps".
        names: those of the kind.
        total: how many there are in all.
        language: of the words.
    """
    words = label(key, language).format(n=len(names), all=total)
    if len(names) != 1:
        return words
    return f"{words}: {label('quoted', language).format(text=names[0])}"
