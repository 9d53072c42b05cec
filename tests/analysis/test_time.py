"""How long a journey takes: sums by hand, and what holds for any times."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.beside import NO_TIME, Span
from journeymap.analysis.deadlines import Kept
from journeymap.analysis.time import Part, Sums, Total
from journeymap.words.time_sums import length

HOUR = 1 / 24


def whole(*steps: str, top: str = "") -> Sums:
    return analyse(map_of(*steps, top=top)).times.whole.main


def map_of(*steps: str, top: str = "") -> str:
    return f"title: A\n{top}\nsteps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def bounds(total: Total) -> list[float]:
    return [total.low, total.high]


def test_waits_and_active_times_add_up_with_their_coverage() -> None:
    sums = whole(
        "action: A, duration: 1 h, wait: {time: 2-3 weeks, announced: false}",
        "action: B, wait: {time: 1 week, announced: true}",
        "action: C, wait: 1 d",
        "action: D, duration: 2 h",
        "action: E",
    )
    assert bounds(sums[Part.ACTIVE]) == pytest.approx([3 * HOUR, 3 * HOUR])
    assert (sums[Part.ACTIVE].known, sums[Part.ACTIVE].of) == (2, 5)
    assert bounds(sums[Part.WAITING]) == pytest.approx([22, 29])
    assert (sums[Part.WAITING].known, sums[Part.WAITING].of) == (3, 4)
    assert bounds(sums[Part.SILENT]) == pytest.approx([14, 21])
    assert (sums[Part.SILENT].known, sums[Part.SILENT].of) == (2, 3)
    assert bounds(sums[Part.ELAPSED]) == pytest.approx([22 + 3 * HOUR, 29 + 3 * HOUR])
    assert (sums[Part.ELAPSED].known, sums[Part.ELAPSED].of) == (4, 5)


def test_sums_are_called_after_what_they_are_of() -> None:
    names = [part.value for part in whole("action: A, wait: 1 day")]
    assert sorted(names) == ["active", "elapsed", "silent", "unplanned", "waiting"]


def test_a_sum_is_about_so_much_where_any_part_is() -> None:
    sums = whole("action: A, wait: about 2 weeks", "action: B, wait: 1 day", "action: C")
    assert sums[Part.WAITING].about
    assert not whole("action: A, wait: 2 weeks", "action: B")[Part.WAITING].about


def test_nothing_recorded_is_unknown_and_not_zero() -> None:
    sums = whole("action: A", "action: B")
    assert [total.is_known for total in sums.values()] == [False] * 5
    assert [total.of for total in sums.values()] == [2, 1, 1, 0, 2]


def test_an_offstage_step_takes_none_of_her_active_time() -> None:
    sums = whole("action: A, duration: 1 h", "action: B, actor: x, offstage: true, duration: 2 d")
    assert bounds(sums[Part.ACTIVE]) == pytest.approx([HOUR, HOUR])
    assert bounds(sums[Part.ELAPSED]) == pytest.approx([2 + HOUR, 2 + HOUR])


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        (("action: A, duration: 1 d, wait: 9 d", "action: B, meanwhile: true, duration: 4 d"), 10),
        (("action: A, duration: 1 d, wait: 2 d", "action: B, meanwhile: true, duration: 4 d"), 4),
        (
            (
                *("action: A, duration: 1 d, wait: 5 d", "action: B, meanwhile: a, duration: 4 d"),
                "action: C, meanwhile: a, duration: 4 d",
            ),
            8,
        ),
        (
            (
                *("action: A, duration: 1 d, wait: 5 d", "action: B, meanwhile: a, duration: 4 d"),
                "action: C, meanwhile: b, duration: 7 d",
            ),
            7,
        ),
    ],
)
def test_the_longer_of_what_runs_side_by_side_counts(steps: tuple[str, ...], days: float) -> None:
    sums = whole(*steps, "action: D, duration: 1 d")
    assert bounds(sums[Part.ELAPSED]) == pytest.approx([days + 1, days + 1])


def test_stages_add_up_to_the_whole() -> None:
    text = (
        "title: A\nstages:\n  One: [{action: A, wait: 3 d}, {action: B, duration: 1 d}]\n"
        "  Two: [{action: C, meanwhile: true, duration: 3 d}, {action: D, wait: 1 d}]"
    )
    times = analyse(text).times
    by_stage = [each.main[Part.ELAPSED].days for each in times.stages]
    assert by_stage == pytest.approx([4, 3])
    assert times.whole.main[Part.ELAPSED].days == pytest.approx(sum(by_stage))


def test_visits_count_and_the_main_way_is_told_apart() -> None:
    analysis = analyse(
        map_of(
            "action: A, wait: 10 d, leaks: 50 %",
            "action: B, wait: 4 d, next: [{to: b, share: 50 %}]",
            "action: C, duration: 1 d",
        )
    )
    whole = analysis.times.whole
    assert whole.main[Part.ELAPSED].days == pytest.approx(15)
    assert whole.expected
    assert whole.expected[Part.ELAPSED].days == pytest.approx(10 + 4 + 0.5)
    assert analyse(map_of("action: A, wait: 10 d", "action: B")).times.whole.expected is None


def test_the_main_way_goes_where_most_go() -> None:
    text = map_of(
        "action: A, next: [{to: c, share: 60 %}]",
        "action: B, wait: 9 d",
        "action: C, duration: 1 d",
    )
    times = analyse(text).times
    assert times.main_way == (0, 2)
    assert times.whole.main[Part.ELAPSED].days == pytest.approx(1)


def test_those_who_skip_a_step_beside_another_wait_no_longer_for_it() -> None:
    text = map_of(
        "action: A, duration: 1 d, next: [{to: c, share: 50 %}]",
        "action: B, meanwhile: true, duration: 3 d",
        "action: C, duration: 1 d",
    )
    expected = analyse(text).times.whole.expected
    assert expected
    assert expected[Part.ELAPSED].days == pytest.approx(1 + 0.5 * 2 + 1)


def test_who_goes_round_for_ever_takes_no_expected_time() -> None:
    text = map_of("action: A, wait: 1 d", "action: B, next: [{to: a, share: 100 %}]")
    assert analyse(text).times.whole.expected is None


TIMES = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 9), st.booleans(), st.booleans()),
    min_size=1,
    max_size=6,
)


def timed(times: list[tuple[int, int, bool, bool]], scale: int = 1, wider: int = 0) -> Sums:
    """Sums of steps with these times, every second of which may run beside the one before."""
    steps = []
    for i, (low, width, beside, recorded) in enumerate(times):
        length = f"{low * scale}-{(low + width + wider) * scale} d"
        runs = ", meanwhile: true" if beside and i else f", wait: {length}"
        known = f", duration: {length}" if recorded else ""
        steps.append(f"action: S{i}{known}{runs}")
    return whole(*steps)


@given(TIMES, st.integers(2, 5))
def test_times_are_linear_in_scale(times: list[tuple[int, int, bool, bool]], scale: int) -> None:
    once, often = timed(times), timed(times, scale)
    assert [
        (total.low * scale, total.high * scale, total.days * scale) for total in once.values()
    ] == [pytest.approx((total.low, total.high, total.days)) for total in often.values()]


@given(TIMES)
def test_what_nobody_recorded_is_unknown_and_never_no_time(
    times: list[tuple[int, int, bool, bool]],
) -> None:
    totals = timed([(low, width, True, known) for low, width, _, known in times]).values()
    told = [bool(length(total, "en")) for total in totals]
    assert told == [total.known > 0 for total in totals]


@given(TIMES)
def test_a_wider_range_gives_no_narrower_sum(times: list[tuple[int, int, bool, bool]]) -> None:
    narrow, wide = timed(times), timed(times, wider=2)
    pairs = [(narrow[part], wide[part]) for part in Part]
    assert all(one.low <= one.days + 1e-9 <= one.high + 1e-8 for one, _ in pairs)
    assert all(two.low <= one.low + 1e-9 and one.high <= two.high + 1e-9 for one, two in pairs)


@given(TIMES, st.data())
def test_to_record_a_time_never_shortens_a_journey(
    times: list[tuple[int, int, bool, bool]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(times) - 1))
    low, width, beside, _ = times[at]
    without = timed([*times[:at], (low, width, beside, False), *times[at + 1 :]])
    known = timed([*times[:at], (low, width, beside, True), *times[at + 1 :]])
    assert known[Part.ACTIVE].known == without[Part.ACTIVE].known + 1
    assert known[Part.ACTIVE].of == without[Part.ACTIVE].of
    assert known[Part.ELAPSED].low >= without[Part.ELAPSED].low - 1e-9
    assert known[Part.ELAPSED].high >= without[Part.ELAPSED].high - 1e-9


def test_a_sum_with_an_open_end_has_one() -> None:
    sums = whole("action: A, wait: over 3 weeks", "action: B, wait: 1 week", "action: C")
    assert bounds(sums[Part.WAITING]) == [28, inf]


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        (("action: A, wait: 5 weeks", "action: B, within: 1 month"), Kept.MISSED),
        (("action: A, wait: 4 weeks", "action: B, within: 1 month"), Kept.MET),
        (("action: A, wait: 4-6 weeks", "action: B, within: 1 month"), Kept.UNKNOWN),
        (("action: A", "action: B, within: 1 month"), Kept.UNKNOWN),
        (  # 36 days less the week after which it is over
            (
                "action: A, duration: 1 d, wait: 5 weeks",
                "id: x, action: X, meanwhile: true, duration: 1 week",
                "action: C, within: {time: 1 month, after: x}",
            ),
            Kept.MET,
        ),
        (
            (
                "action: A, duration: 1 d, wait: 5 weeks",
                "id: x, action: X, meanwhile: true, duration: 1 d",
                "action: C, within: {time: 1 month, after: x}",
            ),
            Kept.MISSED,
        ),
        (
            (
                *("action: A, wait: 2 weeks", "action: B, duration: 1 d, wait: 3 weeks"),
                "action: C, within: {time: 1 month, after: a}",
            ),
            Kept.MISSED,
        ),
        (
            (
                *("action: A, wait: 2 weeks", "action: B, duration: 1 d, wait: 1 weeks"),
                "action: C, within: {time: 1 month, after: a}",
            ),
            Kept.MET,
        ),
        (
            (
                *("action: A, wait: 2 weeks", "action: B, duration: 1 d"),
                "action: C, within: {time: 1 month, after: a}",
            ),
            Kept.UNKNOWN,
        ),
        (
            (
                *("action: A, wait: 2 weeks", "action: B, meanwhile: true, duration: 6 weeks"),
                "action: C, within: 1 month",
            ),
            Kept.UNKNOWN,
        ),
        (
            (
                "action: A, duration: 1 h, wait: 2 weeks",
                "action: B, meanwhile: true, duration: 6 weeks",
                "action: C, within: 1 month",
            ),
            Kept.MISSED,
        ),
        (
            (
                "action: A, duration: 1 h, wait: 2 weeks",
                "action: B, meanwhile: true, duration: 1 week",
                "action: C, within: 2 weeks",
            ),
            Kept.MET,
        ),
        (
            (
                "action: A, wait: 1 week, next: [{to: d, share: 50 %}]",
                "action: B, duration: 1 d, wait: 9 weeks",
                "action: C, duration: 1 d, wait: 9 weeks",
                "action: D, within: {time: 2 weeks, after: a}",
            ),
            Kept.UNKNOWN,
        ),
    ],
)
def test_deadlines(steps: tuple[str, ...], kept: Kept) -> None:
    (due,) = analyse(map_of(*steps)).deadlines
    assert due.kept is kept


def test_nothing_is_handed_over_to_what_runs_beside() -> None:
    top = (
        "stakeholders: [{id: gp, name: GP, kind: clinician}, {id: lab, name: Lab, kind: clinician}]"
    )
    steps = ("action: A, with: gp", "action: B, with: lab{}", "action: C, with: gp")
    apart = analyse(map_of(*(step.format("") for step in steps), top=top))
    beside = analyse(map_of(*(step.format(", meanwhile: true") for step in steps), top=top))
    assert [each.taker for each in apart.transfers] == ["lab", "gp"]
    assert beside.transfers == ()


def test_what_is_left_of_a_time_is_never_less_than_nothing() -> None:
    long, short = Span(low=3, high=5), Span(low=1, high=2)
    assert long.less(short) == Span(low=1, high=4)
    assert short.less(long) == NO_TIME
    assert Span(low=1, high=inf).less(long) == Span(low=0, high=inf)
