"""A house's colours go into the theme it builds on, and what is hard to read is told."""

from pathlib import Path

import pytest
from tests.views.kit import test_theme

from journeymap.views.kit.contrast import contrast, luminance, mix
from journeymap.views.kit.house_theme import theme_of, weak
from journeymap.views.kit.theme import DARK, LIGHT, THEMES
from journeymap.workspace.theme_file import BrandFile, read_brand


def read(folder: Path, text: str) -> BrandFile:
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return read_brand(path)


def test_what_is_not_said_stays_as_it_is(tmp_path: Path) -> None:
    theme = theme_of(read(tmp_path, "base: dark\ncolours: {ink: '#FFF', curves: ['#abc']}\n"))
    assert (theme.ink, theme.curves) == ("#ffffff", ("#aabbcc",))
    assert (theme.page, theme.stages) == (DARK.page, DARK.stages)
    assert theme_of(read(tmp_path, "base: light\n")).stages == LIGHT.stages


def test_cards_of_a_stage_get_a_tint_of_its_colour(tmp_path: Path) -> None:
    (tone,) = theme_of(read(tmp_path, "colours: {stages: ['#102030']}\n")).stages
    assert tone.strong == "#102030"
    assert luminance(tone.strong) < luminance(tone.tint) < luminance(LIGHT.page)
    (dark,) = theme_of(read(tmp_path, "base: dark\ncolours: {stages: ['#90a0ff']}\n")).stages
    assert luminance(DARK.page) < luminance(dark.tint) < luminance(dark.strong)


def test_what_is_hard_to_read_is_told_once_with_its_place(tmp_path: Path) -> None:
    file = read(tmp_path, "colours:\n  stages: ['#102030', '#ffe000']\n  muted: '#aaa'\n")
    told = [(each.line, each.column) for each in weak(file)]
    assert told == [(2, 23), (3, 10)]
    assert "a contrast of 1.3" in weak(file)[0].message
    assert "4.5 to 1 (WCAG 2.2 AA)" in weak(file)[0].message


@pytest.mark.parametrize("name", THEMES)
def test_built_in_themes_are_easy_to_read(name: str, tmp_path: Path) -> None:
    theme = THEMES[name]
    said = f"base: {name}\ncolours: {{ink: '{theme.ink}', muted: '{theme.muted}'}}\n"
    assert weak(read(tmp_path, said)) == ()


def test_contrast_is_that_of_an_independent_reckoning() -> None:
    for one, other in (("#000000", "#ffffff"), ("#9a2410", "#f5f7f9"), ("#777777", "#ffffff")):
        assert contrast(one, other) == pytest.approx(test_theme.contrast(one, other))
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_mixing_goes_from_the_ground_to_the_colour() -> None:
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == [
        "#ffffff",
        "#808080",
        "#000000",
    ]
