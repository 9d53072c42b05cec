"""Levels in words, such as "high" or "alto": the numbers of a scale that they may stand for."""

from collections.abc import Mapping
from types import MappingProxyType

from journeymap.model.ids import slug
from journeymap.model.name_lists import listed
from journeymap.quick_pattern import pattern

_WORDS = """
lowest = very-low lowest minimal muy-bajo muy-baja mínimo mínima bardzo-niski bardzo-niska \
    minimalny minimalna sehr-niedrig sehr-gering very-small tiny
low = low small little bajo baja poco poca pequeño pequeña niski niska niskie mały mała małe \
    niedrig gering klein
middle = medium middle mid average moderate medio media mediano mediana moderado moderada średni \
    średnia średnie umiarkowany umiarkowana mittel mittelmäßig med
high = high large big strong great alto alta grande fuerte mucho mucha wysoki wysoka wysokie duży \
    duża duże silny silna hoch groß severe serious grave poważny poważna
highest = very-high highest maximal huge enormous critical extreme max muy-alto muy-alta máximo \
    máxima crítico crítica enorme bardzo-wysoki bardzo-wysoka bardzo-duży bardzo-duża krytyczny \
    krytyczna ogromny ogromna sehr-hoch sehr-groß kritisch
"""
"""What people write for a level of a scale, as slugs; house."""
_LEVELS: Mapping[str, str] = MappingProxyType(
    {
        word: level.strip()
        for level, _, words in (line.partition("=") for line in _WORDS.strip().splitlines())
        for word in words.split()
    }
)
_NUMBERED = pattern(r"(?P<number>\d+) (?P<name>[a-z]+)")
_PART = 0.25
"""So large a part of a scale at each end is high or low; house."""


def level_help(text: str, low: float, high: float, names: str = "") -> str:
    """Returns which numbers a level in words may stand for; empty where none is known.

    Args:
        text: what stands there.
        low: the lowest value of the scale.
        high: the highest one.
        names: what says how its numbers are called, as "1 minor, 2 moderate".
    """
    word = slug(text)
    named = next((each for each in _NUMBERED.finditer(names) if each["name"] == word), None)
    if named:
        return f"{text.strip()} is {named['number']}"
    if word not in _LEVELS:
        return ""
    found = _numbers(_LEVELS[word], int(low), int(high))
    if len(found) == 1:
        return f"{text.strip()} is perhaps {found[0]}"
    return f"{text.strip()} is perhaps {listed([str(each) for each in found], 'or')}: choose"


def _numbers(level: str, low: int, high: int) -> range:
    """Returns the whole numbers of a scale that a level may stand for."""
    wide = max(int(_PART * (high - low) + 0.5), 1)
    middle = (low + high) // 2
    return {
        "lowest": range(low, low + 1),
        "low": range(low, low + wide + 1),
        "middle": range(middle, (low + high + 1) // 2 + 1),
        "high": range(high - wide, high + 1),
        "highest": range(high, high + 1),
    }[level]
