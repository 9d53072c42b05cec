import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.maps import journeys, plain

from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.terminal.writer import markdown, print_map

CODES = re.compile(r"\x1b\[[0-9;]*m")


def printed(journey_map: JourneyMap, width: int = 80, *, colour: bool = False) -> str:
    file = io.StringIO()
    print_map(journey_map, width=width, colour=colour, file=file)
    return file.getvalue()


def named(text: str) -> JourneyMap:
    step = Step(action=text, need={"": text}, emotion={"": Feeling(value=1, written=text)})
    return JourneyMap(journey=Journey(title=text, steps=(step,)), libraries={})


@given(journeys(most=10), st.sampled_from((60, 160)))
def test_colours_change_no_letter(journey_map: JourneyMap, width: int) -> None:
    assert CODES.sub("", printed(journey_map, width, colour=True)) == printed(journey_map, width)


@given(st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip())))
def test_no_text_brings_codes_of_its_own(text: str) -> None:
    assert not set(printed(named(text))) & set(
        map(chr, (*range(10), *range(11, 32), *range(127, 160)))
    )


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", ":smile:", "[link=https://e.org]x[/]"])
def test_markup_is_only_text(text: str) -> None:
    for width in (80, 120):
        assert printed(named(text), width).count(text) >= 3
        assert "\x1b]8" not in printed(named(text), width, colour=True)


def test_the_environment_does_not_colour_a_plain_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert "\x1b" not in printed(plain(3))


def test_good_and_bad_feelings_differ_in_colour_and_in_place() -> None:
    lines = printed(plain(2), colour=True).splitlines()
    bars = [line for line in lines if "so" in line]
    assert "\x1b[31m ███│" in bars[0]
    assert "\x1b[36m    │█" in bars[1]


def test_lines_are_not_broken_again() -> None:
    assert max(len(line) for line in printed(plain(30), 300).splitlines()) > 250


def test_markdown_is_coloured_and_links_to_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    markdown("# missing-need\n\nA *need* [says](javascript:x) why. `code`\n")
    out = capsys.readouterr().out
    assert CODES.search(out)
    assert "\x1b]8" not in out
    assert "missing-need" in out
