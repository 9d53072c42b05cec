"""Two themes at once: a page is laid out once, and each of its colours knows the other one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from journeymap.views.kit.theme import DARK, LIGHT, Theme, Tone

_COLOURS = (
    *("page", "ink", "muted", "rule", "faint", "panel", "cell", "pain", "idea"),
    *("low", "middle", "high", "accent"),
)


class Shade(str):
    """A colour.

    Attributes:
        other: the colour that stands in its place in the other theme.
    """

    __slots__ = ("other",)

    other: str


def other_of(colour: str) -> str:
    """Returns the colour in the place of one in the other theme; itself where it knows none."""
    return colour.other if isinstance(colour, Shade) else colour


def chosen(choose: Callable[..., str], *colours: str) -> str:
    """Returns the colour that is chosen by what some colours are, in each theme by its own.

    Args:
        choose: takes the colours and returns one.
        colours: those of a theme.
    """
    return _shade(choose(*colours), choose(*map(other_of, colours)))


def twin(theme: Theme) -> Theme:
    """Returns the dark theme for the light one and the other way round, else the theme itself."""
    pairs = {LIGHT.name: (LIGHT, DARK), DARK.name: (DARK, LIGHT)}
    if theme.name not in pairs:
        return theme
    own, other = pairs[theme.name]
    tones = tuple(other.stages[own.stages.index(tone)] for tone in theme.stages)
    return replace(other, stages=tones)


def in_both(theme: Theme) -> Theme:
    """Returns a theme whose colours know those of its twin; itself where it has none."""
    other = twin(theme)
    if other == theme:
        return theme
    colours: dict[str, Any] = {
        name: _shade(getattr(theme, name), getattr(other, name)) for name in _COLOURS
    }
    stages = (
        Tone(strong=_shade(own.strong, its.strong), tint=_shade(own.tint, its.tint))
        for own, its in zip(theme.stages, other.stages, strict=True)
    )
    curves = _shades(theme.curves, other.curves)
    return replace(theme, stages=tuple(stages), curves=curves, **colours)


def _shades(own: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(_shade(*pair) for pair in zip(own, other, strict=True))


def _shade(own: str, other: str) -> str:
    made = Shade(own)
    made.other = other
    return made
