"""What a picture is to look like: choices come in as values or as text, and are values then."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from journeymap import (
    Audience,
    By,
    ChoiceError,
    CrossHairs,
    Drawing,
    Engine,
    Format,
    Layout,
    PictureError,
    Theme,
    View,
)
from journeymap.views.choice import Choice
from journeymap.views.kit.theme import DARK, PAGES, Page
from journeymap.views.names import FirstPage
from journeymap.views.sheet.lanes import PRESETS, Lane, Preset, Rows

GIVEN: dict[str, tuple[str, object]] = {
    "form": ("pptx", Format.PPTX),
    "engine": ("system", Engine.SYSTEM),
    "view": ("flow", View.FLOW),
    "by": ("impact-effort", By.IDEAS),
    "cross_hairs": ("middle", CrossHairs.MIDDLE),
    "audience": ("client", Audience.CLIENT),
    "theme": ("dark", DARK),
    "size": ("a3", PAGES["a3"]),
    "layout": ("dot", Layout.DOT),
    "first": ("long", FirstPage.LONG),
    "lanes": ("blueprint", PRESETS[Preset.BLUEPRINT]),
}
"""Each choice: a text, and the value that it stands for."""


def drawing(**choices: object) -> Drawing:
    return Drawing(**choices)  # type: ignore[arg-type] # what type checkers do not see


def test_every_choice_is_tried_here() -> None:
    choices = {each.name for each in fields(Drawing) if isinstance(vars_of(each.name), Choice)}
    assert choices == set(GIVEN)


def vars_of(name: str) -> object:
    """What the class or one of its bases holds under a name."""
    return next(vars(kind)[name] for kind in Drawing.__mro__ if name in vars(kind))


@pytest.mark.parametrize("name", GIVEN)
@pytest.mark.parametrize("written", [str, str.upper, lambda text: f" {text} "])
def test_a_text_is_the_value_that_it_names(name: str, written: Callable[[str], str]) -> None:
    text, value = GIVEN[name]
    by_text, by_value = drawing(**{name: written(text)}), drawing(**{name: value})
    assert getattr(by_text, name) is getattr(by_value, name) is value
    assert by_text == by_value
    assert by_text != Drawing()
    assert replace(by_text, dpi=96) == replace(by_value, dpi=96)


@pytest.mark.parametrize("name", GIVEN)
@pytest.mark.parametrize("wrong", ["clients", "", "none", None, 3, b"client"])
def test_a_wrong_choice_names_those_that_there_are(name: str, wrong: object) -> None:
    with pytest.raises(ValueError, match=str(GIVEN[name][0])) as caught:
        drawing(**{name: wrong})
    assert isinstance(caught.value, ChoiceError)
    assert isinstance(caught.value, PictureError)
    assert "\n" not in str(caught.value)


def test_values_that_have_no_name_are_taken() -> None:
    page, rows = Page(width=300, height=300), Rows(lanes=(Lane.ACTION,))
    mine = replace(DARK, name="mine")
    assert isinstance(mine, Theme)
    drawn = Drawing(size=page, lanes=rows, theme=mine)
    assert (drawn.size, drawn.lanes, drawn.theme) == (page, rows, mine)
    assert Drawing(size="300x300pt").size.width == page.width
    assert Drawing(lanes="pains, steps").lanes.lanes == (Lane.ACTION, Lane.PAINS)
