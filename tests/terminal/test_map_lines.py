"""The terminal map as lines, whatever the width and whatever the texts."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.cells import cell_len
from tests.views.maps import journeys, plain

from journeymap.model.between import Leak, Outcome, Way
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Moment, Step
from journeymap.model.vocabulary import Evidence, EvidenceKind
from journeymap.terminal.board import read
from journeymap.terminal.emotion_chart import ROWS, Chart, Spot, bar, row_of
from journeymap.terminal.grid import place
from journeymap.terminal.lines import Line, Run, Setter, Tone, trimmed, visible
from journeymap.terminal.map_lines import NARROWEST, WIDE, build
from journeymap.views.kit import even_runs

WIDTHS = (60, 80, 120, 160)
SETTER = Setter(cell_len)
# Texts that terminals stumble over: wide, joined, combining, invisible, directional.
ODD = st.text(
    st.sampled_from(
        "ab -–/zżñ日本語ｗก\u0e33👩👍🏽❤🇵🇱"
        "\u0301\u0323\ufe0f\u200d\u200b\u00ad\u202e\x1b\n\t\u3000\u00a0"
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(text.strip()))


def flat(line: Line) -> str:
    return "".join(run.text for run in line)


def shown(journey_map: JourneyMap, width: int) -> list[str]:
    return [flat(line) for line in build(journey_map, width, cell_len)]


def of_steps(*steps: Step, language: str = "en", persona: str = "Ann") -> JourneyMap:
    journey = Journey(title="A map", language=language, persona=(persona,), steps=steps)
    return JourneyMap(journey=journey, libraries={})


def felt(value: float, written: str = "so") -> dict[str, Feeling]:
    return {"": Feeling(value=value, written=written)}


def assert_held(lines: list[str], width: int) -> None:
    """What every line must hold."""
    assert lines
    for line in lines:
        assert cell_len(line) <= width, line
        assert line == line.rstrip(" ")
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in line)


@given(journeys(most=40), st.sampled_from(WIDTHS))
def test_no_line_is_wider_than_the_terminal(journey_map: JourneyMap, width: int) -> None:
    assert_held(shown(journey_map, width), width)


@given(ODD, ODD, ODD, st.sampled_from((40, *WIDTHS)))
def test_odd_texts_keep_the_width_and_reach_no_control(
    action: str, name: str, word: str, width: int
) -> None:
    moods = felt(1.2, word) | {name: Feeling(value=-1, written=action)}
    leaks = (Leak(to=name, share=0.1, why=action),)
    step = Step(action=action, need={"": name}, channel=(word,), emotion=moods, leaks=leaks)
    stages = (Stage(name=name, steps=(step, step)), Stage(name=word, steps=(step,)))
    journey = Journey(title=action, persona=(word,), stages=stages)
    assert_held(shown(JourneyMap(journey=journey, libraries={}), width), width)


@given(st.integers(1, 120), st.integers(1, 400))
def test_any_number_of_steps_on_any_terminal(count: int, width: int) -> None:
    assert_held(shown(plain(count, 3), width), max(width, NARROWEST))


@given(journeys(most=20), st.sampled_from((60, 160)))
def test_every_word_of_a_step_is_there(journey_map: JourneyMap, width: int) -> None:
    text = "".join("".join(shown(journey_map, width)).split()).replace("-", "")
    words = [word for placed_step in journey_map.steps for word in placed_step.step.action.split()]
    short = [visible(word).replace("-", "") for word in words if cell_len(word) < 10]
    assert [word for word in short if word not in text] == []


def test_columns_stand_below_one_another_whatever_they_hold() -> None:
    steps = [
        Step(action="日本語の長い文章です", channel=("|",), emotion=felt(1)),
        Step(action="👩‍⚕️ e\u0301", channel=("|",), emotion=felt(1)),
        Step(action="ascii", channel=("|",), emotion=felt(1)),
    ]
    lines = shown(of_steps(*steps), 120)
    bars = next(line for line in lines if line.count("|") == 3)
    rule = next(line for line in lines if line.strip().startswith("━"))
    heads = next(line for line in lines if "ascii" in line)
    ends = [cell_len(heads[: heads.index(f"{n} ")]) for n in (1, 2, 3)]
    assert ends == [i for i, char in enumerate(bars) if char == "|"]
    assert cell_len(rule) == 119


def test_narrow_terminals_get_rows() -> None:
    first = Step(action="Calls", channel=("Phone",), emotion=felt(-2, "angry"))
    last = Step(action="Visits", emotion=felt(1, "1"), moment=(Moment.TRUTH,))
    lines = shown(of_steps(first, last), 60)
    assert "\n".join(lines) == snapshot("""\
 A map
 Estimate: Lowest point: “Calls” (angry). Highest: “Visits”
 Ann · current\xa0state

 Emotion
  delighted ┤
            │
            │                                ⣀⡤○
            │                            ⢀⡤⠖⠋⠁
    neutral ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⢀⣠⠴⠚⠁┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
            │                    ⢀⣠⠴⠚⠉
            │                 ⣠⠴⠚⠉
            │             ⣀⡤⠖⠋⠁
 distressed ┤           ○⠋⠁
                        1                      2

 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 1  Calls                                   ████│     angry
    Channel  Phone

 2  Visits                                      │██   +1
             ◎ moment of truth

 ○ assumed or no evidence\
""")


def test_wide_terminals_get_a_grid() -> None:
    journey_map = plain(2, 2)
    assert "\n".join(shown(journey_map, WIDE)) == snapshot("""\
 A plain map
 Ann · current\xa0state

             Stage 1                                     Stage 2
             ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 Steps       1 Does thing number 1                       2 Does thing number 2
             ──────────────────────────────────────────────────────────────────────────────────────
 Emotion
  delighted ┤
            │
            │
            │                                                           ⢀⣀⣀⡠⠤⠤○
    neutral ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⢀⣀⣀⡠⠤⠤⠖⠒⠒⠋⠉⠉┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
            │                                     ⢀⣀⣀⡠⠤⠤⠖⠒⠒⠋⠉⠉
            │                          ⢀⣀⣀⡠⠤⠤⠖⠒⠒⠋⠉⠉
            │                     ○⠒⠒⠋⠉⠉
 distressed ┤
                                 so                                          so
             ──────────────────────────────────────────────────────────────────────────────────────
 Channel     phone                                       phone
             ──────────────────────────────────────────────────────────────────────────────────────
 Needs       To know what comes next                     To know what comes next
             ──────────────────────────────────────────────────────────────────────────────────────
 Pains       − It takes far too long                     − It takes far too long
             ──────────────────────────────────────────────────────────────────────────────────────
 Ideas       ·                                           + Tell how long it takes

 ○ assumed or no evidence   · not filled in\
""")


def test_missing_values_leave_a_gap() -> None:
    chart = Chart(21)
    chart.draw([Spot(x=i * 5, value=v, symbol="●") for i, v in enumerate([1, 1, None, 1, 1])], 0)
    line = flat(chart.lines()[row_of(1)])
    assert line == "●⠤⠤⠤⠤●         ●⠤⠤⠤⠤●"


def test_the_zero_line_is_dotted() -> None:
    lines = [flat(line) for line in Chart(5).lines()]
    assert lines == [*["     "] * 4, "┄┄┄┄┄", *["     "] * 4]


@given(st.lists(st.floats(-2, 2), min_size=1, max_size=12))
def test_the_curve_stays_between_its_values(values: list[float]) -> None:
    chart = Chart(len(values) * 4)
    chart.draw([Spot(x=i * 4, value=v, symbol="●") for i, v in enumerate(values)], 0)
    lines = [flat(line) for line in chart.lines()]
    marked = [row for row, line in enumerate(lines) if set(line) - set(" ┄")]
    assert (min(marked), max(marked)) == (row_of(max(values)), row_of(min(values)))
    assert [lines[row_of(v)][i * 4] for i, v in enumerate(values)] == ["●"] * len(values)
    assert all(len(line) == len(values) * 4 for line in lines)


@pytest.mark.parametrize(("value", "row"), [(2, 0), (1, 2), (0, 4), (-1, 6), (-2, ROWS - 1)])
def test_whole_values_have_lines_of_their_own(value: float, row: int) -> None:
    assert row_of(value) == row


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2, "    │████"),
        (0.75, "    │█▌  "),
        (0, "    │    "),
        (-0.75, "  ▐█│    "),
        (-2, "████│    "),
    ],
)
def test_bars(value: float, expected: str) -> None:
    assert bar(value) == expected


def test_several_people_have_a_sign_each_and_a_key() -> None:
    feelings = {"": Feeling(value=1, written="calm"), "son": Feeling(value=-1, written="cross")}
    for width in (80, 120):
        text = "\n".join(shown(of_steps(Step(action="Calls", emotion=feelings)), width))
        assert "● Ann   ■ son" in text
        assert "○" in text
        assert "□" in text
        assert "○ calm" in text or "○     │██   calm" in text


@pytest.mark.parametrize("width", [80, 160])
def test_words_and_curve_agree_on_what_is_assumed(width: int) -> None:
    feelings = {"": Feeling(value=2, written="calm"), "son": Feeling(value=-1, written="cross")}
    talks = (Evidence(id="talks", kind=EvidenceKind.INTERVIEW),)
    steps = (Step(action="Calls", emotion=feelings, evidence=("talks",)),)
    for evidence, full, hollow in ((talks, 3, 0), ((), 1, 2)):
        journey = Journey(title="A map", persona=("Ann",), steps=steps, evidence=evidence)
        text = "\n".join(shown(JourneyMap(journey=journey, libraries={}), width))
        text = text.partition("assumed or")[0].rstrip(" ○\n")
        assert text.count("●") == full, "the key, the curve and the word"
        assert text.count("○") == hollow


@pytest.mark.parametrize("width", [80, 160])
def test_a_stage_without_steps_is_shown_as_a_gap(width: int) -> None:
    step = Step(action="Calls", emotion=felt(1))
    stages = (
        Stage(name="One", steps=(step,)),
        Stage(name="Two"),
        Stage(name="Three", steps=(step,)),
    )
    journey = Journey(title="A map", stages=stages)
    lines = shown(JourneyMap(journey=journey, libraries={}), width)
    text = "\n".join(lines)
    assert text.index("One") < text.index("Two") < text.index("Three")
    assert text.count("not filled in") == 1
    assert "2 Calls" in text.replace("  ", " ")
    assert "0 " not in text
    assert not any("⠤" in line for line in lines), "the curve has a gap"


def test_a_map_whose_stages_are_all_empty_has_no_steps_to_show() -> None:
    journey = Journey(title="A map", stages=(Stage(name="One"),))
    assert shown(JourneyMap(journey=journey, libraries={}), 80)[2:] == [""]


def test_labels_follow_the_language() -> None:
    step = Step(action="Dzwoni", emotion=felt(1), leaks=(Leak(share=0.085),))
    for width in (80, 120):
        text = "\n".join(shown(of_steps(step, language="pl"), width))
        for word in ("zachwyt", "neutralnie", "przygnębienie", "9\u00a0% rezygnuje", "założone"):
            assert word in text


def test_a_map_without_feelings_has_no_curve() -> None:
    step = Step(action="Calls", leaks=(Leak(to="elsewhere"),))
    for width in (80, 120):
        text = "\n".join(shown(of_steps(step), width))
        assert "┤" not in text
        assert "leave → elsewhere" in text


@pytest.mark.parametrize(("counts", "sign"), [(Outcome.NEITHER, "↳"), (Outcome.LOST, "↘")])
def test_an_end_that_is_no_loss_has_a_sign_of_its_own(counts: Outcome, sign: str) -> None:
    way = Way(to="end", share=0.2, counts=counts, why="goes on with the other clinic")
    for width in (80, 120):
        text = "\n".join(shown(of_steps(Step(action="Calls", next=(way,))), width))
        assert f"{sign} 20" in text
        assert len({"↳", "↘"} & set(text)) == 1


def test_a_stage_goes_on_in_the_next_band() -> None:
    text = "\n".join(shown(plain(12, 1), 120))
    assert text.count("Stage 1 (continued)") == 2


def test_empty_cells_are_shown_as_such() -> None:
    lines = shown(plain(4, 1), 120)
    assert next(line for line in lines if line.startswith(" Ideas")).count("·") == 1
    assert lines[-1].endswith("· not filled in")


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(1, 8))
def test_bands_hold_all_steps_and_end_at_stages(sizes: list[int], most: int) -> None:
    stages = [stage for stage, size in enumerate(sizes) for _ in range(size)]
    found = even_runs.cut(stages, most)
    assert [i for band in found for i in band] == list(range(len(stages)))
    assert all(1 <= len(band) <= most for band in found)
    for band in found[1:]:
        inside = stages[band.start - 1] == stages[band.start]
        assert not inside or sizes[stages[band.start]] > most


def test_bands_are_as_even_as_can_be() -> None:
    assert [len(band) for band in even_runs.cut([0, 0, 1, 1, 2, 2, 3, 3], 6)] == [4, 4]


@given(st.integers(1, 12), st.integers(300, 500))
def test_columns_fill_the_line_and_differ_by_a_cell(count: int, room: int) -> None:
    slots = place(read(plain(count)).items, room)
    widths = [slot.width for slot in slots]
    assert max(widths) - min(widths) <= 1
    assert slots[-1].stop <= room
    assert slots[-1].stop == room or max(widths) == 52


@given(ODD, st.integers(2, 30))
@example("ｗa", 2)
def test_wrapped_lines_fit_and_lose_nothing(text: str, limit: int) -> None:
    lines = SETTER.wrap(text, limit)
    assert all(cell_len(line) <= limit for line in lines)
    kept = "".join("".join(lines).replace("-", "").split())
    assert kept == "".join(visible(text).replace("-", "").split())


@given(ODD, st.integers(1, 30))
def test_cut_texts_fit_and_say_so(text: str, limit: int) -> None:
    cut = SETTER.cut(text, limit)
    whole = re.sub(" +", " ", visible(text)).strip()
    assert cell_len(cut) <= limit
    assert cut == whole or (cut.endswith("…") and cell_len(whole) > limit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("a\u202eb\u200bc\u00add\ufeff", "abcd"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\tb\nc", "a b c"),
        ("8\u00a0%", "8\u00a0%"),
    ],
)
def test_only_what_can_be_seen_reaches_the_terminal(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_words_stay_whole_where_they_can() -> None:
    assert SETTER.wrap("to the hairdresser", 11) == ("to the", "hairdresser")
    assert SETTER.wrap("診断結果を待つ", 6) == ("診断結", "果を待", "つ")
    assert SETTER.wrap("Gesundheitswesen", 8) == ("Gesundh-", "eitswe-", "sen")


def test_trimmed_lines_keep_what_is_seen() -> None:
    line = (Run("a ", Tone.TITLE), Run("b  ", Tone.STAGE, 2), Run("  "), Run(""))
    assert trimmed(line) == (Run("a ", Tone.TITLE), Run("b", Tone.STAGE, 2))
    assert trimmed((Run("  "),)) == ()
