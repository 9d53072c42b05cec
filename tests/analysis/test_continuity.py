"""Continuity of care: held against counting by hand and walking all ways."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.continuity import Continuity

WHO = ("gp", "nurse", "lab")
ROUNDS = 400


def text_of(parties: list[str | None], fields: list[str], names: tuple[str, ...] = WHO) -> str:
    """A map whose steps are served by these parties."""
    people = ", ".join(f"{{id: {name}, name: {name}, kind: clinician}}" for name in names)
    steps = "".join(
        f"  - {{id: s{i}, action: Goes on{f', with: {who}' if who else ''}{field}}}\n"
        for i, (who, field) in enumerate(zip(parties, fields, strict=True))
    )
    return f"title: A\nstakeholders: [{people}]\nsteps:\n{steps}"


def told(parties: list[str | None], fields: list[str] | None = None) -> Continuity:
    return analyse(text_of(parties, fields or [""] * len(parties))).continuity


PARTIES = st.lists(st.sampled_from([*WHO, None]), min_size=1, max_size=8)


@given(PARTIES)
def test_along_one_way_pairs_are_counted(parties: list[str | None]) -> None:
    found, met = told(parties), [party for party in parties if party]
    assert (found.contacts, found.known, found.of) == (len(met), len(met), len(parties))
    assert not found.expected
    if len(met) < 2:
        assert (found.coc, found.upc, found.secon) == (None, None, None)
        return
    pairs = list(combinations(met, 2))
    assert found.coc == pytest.approx(sum(one == two for one, two in pairs) / len(pairs))
    assert found.upc == pytest.approx(Counter(met).most_common(1)[0][1] / len(met))
    follow = list(pairwise(met))
    assert found.secon == pytest.approx(sum(one == two for one, two in follow) / len(follow))


def walked(analysis: Analysis) -> tuple[Counter[str], float, float]:
    """Expected contacts, and how many follow one or the same: shares of people, round by round."""
    counts: Counter[str] = Counter()
    same = followed = 0.0
    parties = [analysis.journey_map.serving(each) for each in analysis.journey_map.steps]
    there: dict[tuple[int, str | None], float] = {(0, None): 1.0}
    for _ in range(ROUNDS):
        then: defaultdict[tuple[int, str | None], float] = defaultdict(float)
        for (at, last), mass in there.items():
            here = parties[at]
            if here:
                counts[here] += mass  # type: ignore[assignment] # a share of people
                followed += mass if last else 0.0
                same += mass if last == here else 0.0
            for way in analysis.ways.exits[at].ways:
                if way.target is not None and way.share:
                    then[way.target, here or last] += mass * way.share
        there = then
    return counts, same, followed


@given(PARTIES, st.data())
def test_over_all_ways_visits_are_expected(parties: list[str | None], data: st.DataObject) -> None:
    count = len(parties)
    targets = st.integers(0, count - 1).map("s{}".format) | st.just("end")
    fields = [
        data.draw(
            st.builds(
                ", leaks: {} %, next: [{{to: {}, share: {} %}}]".format,
                *(st.integers(5, 30), targets, st.integers(5, 50)),
            )
        )
        for _ in parties
    ]
    analysis = analyse(text_of(parties, fields))
    found = analysis.continuity
    counts, same, followed = walked(analysis)
    contacts = sum(counts.values())
    assert found.expected
    assert found.contacts == pytest.approx(contacts)
    assume(contacts > 2.001)
    pairs = sum(max(n * (n - 1), 0) for n in counts.values())
    assert found.coc == pytest.approx(pairs / (contacts * (contacts - 1)))
    assert found.upc == pytest.approx(max(counts.values()) / contacts)
    assert found.secon == pytest.approx(same / followed)


@given(PARTIES, st.permutations(WHO))
def test_names_do_not_matter(parties: list[str | None], others: list[str]) -> None:
    new = dict(zip(WHO, (f"{name}-renamed" for name in others), strict=True))
    renamed = [new[party] if party else None for party in parties]
    again = analyse(text_of(renamed, [""] * len(parties), tuple(new.values()))).continuity
    assert again == told(parties)


def test_people_of_one_organisation_are_one_party() -> None:
    text = text_of(["gp", "nurse", "lab", None], [""] * 4)
    joined = text.replace("{id: nurse,", "{id: nurse, part_of: gp,")
    assert analyse(text).continuity.coc == 0
    assert analyse(joined).continuity.coc == pytest.approx(1 / 3)
    assert analyse(joined).continuity.parties == 2


def test_a_step_without_her_is_no_contact() -> None:
    found = told(["gp", "gp", "gp"], ["", ", offstage: true", ""])
    assert (found.contacts, found.of) == (2, 2)


def test_who_goes_round_for_ever_is_told_along_the_main_way() -> None:
    found = told(["gp", "gp"], ["", ", next: [{to: s0, share: 100 %}]"])
    assert (found.expected, found.contacts, found.coc) == (False, 2, 1)
