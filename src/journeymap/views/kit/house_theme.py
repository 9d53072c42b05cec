"""A house's theme file → a theme, and what is hard to read in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journeymap.model.names import Route
from journeymap.views.errors import ThemeError
from journeymap.views.kit.contrast import GLYPH, TEXT, contrast, mix
from journeymap.views.kit.theme import DARK, THEMES, Theme, Tone
from journeymap.workspace.theme_file import (
    BrandError,
    BrandFile,
    Remark,
    colours_of,
    hexadecimal,
    read_brand,
)

_TINT, _DARK_TINT = 0.13, 0.28
"""How much of a stage's colour is in the ground of its cards."""


def read(path: Path) -> tuple[Theme, tuple[Remark, ...]]:
    """Returns the theme of a file, and what in it is hard to read.

    Raises:
        ThemeError: the file cannot be used.
        OSError: it is not there, or may not be read.
    """
    try:
        file = read_brand(path)
    except BrandError as problem:
        raise ThemeError(str(problem)) from None
    return replace(theme_of(file), files=file.files_of(path)), weak(file)


def theme_of(file: BrandFile) -> Theme:
    """Returns the theme of a file: the one it builds on, with what it says itself."""
    brand = file.brand
    base = THEMES[brand.base.value]
    changes: dict[str, str] = {
        route[-1]: hexadecimal(colour)
        for route, colour in colours_of(brand)
        if isinstance(route[-1], str)
    }
    theme = replace(base, name="", font=brand.font or "", faces=file.faces, logo=file.logo)
    theme = replace(theme, **changes)  # type: ignore[arg-type]
    own = brand.colours
    if own and own.stages:
        share = _DARK_TINT if base == DARK else _TINT
        strong = [hexadecimal(colour) for colour in own.stages]
        tones = tuple(Tone(strong=each, tint=mix(each, theme.page, share)) for each in strong)
        theme = replace(theme, stages=tones)
    if own and own.curves:
        theme = replace(theme, curves=tuple(map(hexadecimal, own.curves)))
    return theme


def weak(file: BrandFile) -> tuple[Remark, ...]:
    """Returns what is hard to read: colours of the file that stand out too little (WCAG 2.2 AA)."""
    theme, own = theme_of(file), {route: hexadecimal(c) for route, c in colours_of(file.brand)}
    remarks: dict[Route, Remark] = {}
    for (first, colour), (second, ground), least in _pairs(theme):
        route = next((each for each in (first, second) if each in own), None)
        ratio = contrast(colour, ground)
        if route and ratio < least and route not in remarks:
            what = "letters" if least == TEXT else "marks"
            message = (
                f"{what} of {colour} on {ground} have a contrast of {ratio:.2f} to 1; "
                f"readers need {least:g} to 1 (WCAG 2.2 AA): choose colours further apart"
            )
            remarks[route] = file.remark(route, message)
    return tuple(sorted(remarks.values(), key=lambda each: (each.line, each.column)))


_Named = tuple[Route, str]


def _pairs(theme: Theme) -> Iterator[tuple[_Named, _Named, float]]:
    """Yields what stands on what, with its place in a theme file, and the least contrast."""
    grounds = [_of(theme, name) for name in ("page", "panel", "cell", "pain", "idea")]
    tints = [(("colours", "stages", i), tone.tint) for i, tone in enumerate(theme.stages)]
    heads = [(("colours", "stages", i), tone.strong) for i, tone in enumerate(theme.stages)]
    yield from ((_of(theme, "ink"), ground, TEXT) for ground in (*grounds, *tints))
    yield from ((head, _of(theme, "page"), TEXT) for head in heads)
    for name in ("muted", "low"):
        yield from ((_of(theme, name), ground, TEXT) for ground in grounds[:2])
    marks = [_of(theme, name) for name in ("middle", "high", "accent")]
    curves = [(("colours", "curves", i), each) for i, each in enumerate(theme.curves)]
    yield from ((mark, _of(theme, "panel"), GLYPH) for mark in (*marks, *curves))


def _of(theme: Theme, name: str) -> _Named:
    return ("colours", name), getattr(theme, name)
