"""Contrast, colour blindness, greyscale: what can be computed of being legible."""

from itertools import combinations, pairwise

import pytest

from journeymap.views.kit.theme import MINIMUM, THEMES, Theme, scale

Colour = tuple[float, float, float]
TEXT, GLYPH = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
GREY = 8.0  # of L*; house: seven to eight tones between black and white
# Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
# deficiency", IEEE TVCG 15 (2009): matrices of full severity, on linear RGB.
BLIND = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


def linear(colour: str) -> Colour:
    """A colour in linear light, as IEC 61966-2-1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> Colour:
    """CIE 1976 L*a*b* under D65."""
    rows = (
        (0.4124, 0.3576, 0.1805, 0.95047),
        (0.2126, 0.7152, 0.0722, 1.0),
        (0.0193, 0.1192, 0.9505, 1.08883),
    )
    xyz = [max(0.0, sum(m * c for m, c in zip(row, colour, strict=False))) / row[3] for row in rows]
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in xyz)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def lightness(colour: str) -> float:
    """What a grey printer leaves of a colour: L* of CIE 1976, 0 for black to 100 for white."""
    return lab(linear(colour))[0]


def distance(one: str, other: str, eye: str) -> float:
    """How far apart two colours are to an eye, in steps of CIE76 (2.3 is just noticeable)."""
    seen = []
    for colour in (one, other):
        light = linear(colour)
        mixed = [sum(m * c for m, c in zip(row, light, strict=True)) for row in BLIND[eye]]
        seen.append(lab((mixed[0], mixed[1], mixed[2])))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


def test_letters_stand_out(theme: Theme) -> None:
    grounds = [theme.page, theme.cell, theme.pain, theme.idea, theme.panel]
    pairs = [(theme.ink, ground) for ground in (*grounds, *(t.tint for t in theme.stages))]
    pairs += [(theme.page, tone.strong) for tone in theme.stages]
    pairs += [(colour, ground) for colour in (theme.muted, theme.low)
              for ground in (theme.page, theme.panel)]  # fmt: skip
    weak = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < TEXT}
    assert not weak


def test_glyphs_and_curves_stand_out(theme: Theme) -> None:
    marks = (theme.low, theme.middle, theme.high, theme.accent, *theme.curves)
    weak = {mark: contrast(mark, theme.panel) for mark in marks
            if contrast(mark, theme.panel) < GLYPH}  # fmt: skip
    assert not weak


@pytest.mark.parametrize("eye", BLIND)
def test_colours_keep_apart_for_the_colour_blind(theme: Theme, eye: str) -> None:
    feelings = list(combinations((theme.low, theme.middle, theme.high), 2))
    tones = [tone.strong for tone in theme.stages]
    pairs = [*feelings, *pairwise([*tones, tones[0]])]
    close = {pair: round(distance(*pair, eye), 1) for pair in pairs if distance(*pair, eye) < 15}
    assert not close


def test_tones_keep_apart_in_greyscale(theme: Theme) -> None:
    tones = [tone.strong for tone in theme.stages]
    pairs = [
        *combinations((theme.low, theme.middle, theme.high), 2),
        *pairwise([*tones, tones[0]]),
    ]
    grey = {pair: round(abs(lightness(pair[0]) - lightness(pair[1])), 1) for pair in pairs}
    assert {pair: apart for pair, apart in grey.items() if apart < GREY} == {}


def test_neighbouring_curves_keep_apart_for_the_colour_blind(theme: Theme) -> None:
    pairs = list(pairwise(theme.curves))
    assert pairs
    assert [pair for pair in pairs for eye in BLIND if distance(*pair, eye) <= 15] == []


def test_sizes_are_four_at_most_and_none_is_tiny() -> None:
    for body in (10, 11, 12, 16):
        kind = scale(body)
        assert min(kind.title, kind.heading, kind.body, kind.small) >= MINIMUM
        assert kind.title > kind.heading > kind.body >= kind.small
