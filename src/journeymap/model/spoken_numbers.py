"""Numbers as people write them: with signs between thousands, a decimal comma, a unit or words."""

import re

from journeymap.quick_pattern import pattern

_DECIMAL = pattern(r"(?P<sign>[-+−]?)(?P<whole>\d+),(?P<part>\d+)(?P<unit>\s*%)?")
_GROUPS = pattern(
    r"(?P<whole>[-+−]?\d{1,3}(?:(?P<sign>[.,'’\u00a0\u202f ])\d{3})(?:(?P=sign)\d{3})*)"
    r"(?:(?P<point>[.,])(?P<part>\d+))?"
)
_LED = pattern(
    r"(?:n\s*[=:]|[<>≤≥=~≈]=?|about|approx\.?|ca\.?|around|circa|ok\.|unos|unas)\s*"
    r"(?P<value>[-+−]?\d+(?:\.\d+)?)\s*%?",
    re.IGNORECASE,
)
_WITH_UNIT = pattern(r"(?P<value>[-+−]?\d+(?:\.\d+)?)\s*(?P<unit>[^\W\d_]{1,12}\.?|€|\$|£)")
_UNIT_FIRST = pattern(r"(?P<unit>€|\$|£|EUR|USD|PLN)\s*(?P<value>\d+(?:\.\d+)?)")
_THOUSAND_OF = pattern(r"(?P<value>\d+(?:[.,]\d+)?)\s*(?:k|K|tsd\.?|Tsd\.?|tys\.?)")
_OF_ALL = pattern(r"(?P<value>\d+(?:\.\d+)?)\s*(?:/|of|out of|de|z|von)\s*\d+")
_EN_DASH = pattern(r"[–—]\s*(?P<value>\d+(?:\.\d+)?)")
_RANGE = pattern(r"\d+\s*[-–—]\s*\d+")
_PER = pattern(
    r"(?P<value>\d[\d.,'’ ]*)\s*(?:/|per|an?|por|al|na|each)\s*(?P<per>day|week|month|quarter|year)"
)
_POINTED = pattern(r"[-+−]?[1-9]\d{0,2}(?:\.\d{3})+")
"""A number whose points may part thousands."""
ANY_NUMBER = "write a number such as 3 or 2.5"
"""What is said where nobody can tell which number was meant."""
_REST = ", and the rest behind a # at the end of the line"
_SAID_BY = {
    **dict.fromkeys("<≤", ": at a metric, better: lower says that less is good"),
    **dict.fromkeys(">≥", ": at a metric, better: higher says that more is good"),
}
"""What says the rest of a number behind a sign, by that sign."""
_THOUSAND = 3
"""So many digits stand behind a sign between thousands."""


def number_help(written: str) -> str:
    """Returns what to write instead of a text that is no number; empty where that is unknown."""
    if found := _DECIMAL.fullmatch(written):
        return _with_comma(written, found["whole"], found["part"])
    if (found := _GROUPS.fullmatch(written)) and found["point"] != found["sign"]:
        whole = found["whole"].replace(found["sign"], "")
        return f"write {whole}{'.' + found['part'] if found['part'] else ''}"
    return _beside(written)


def _beside(written: str) -> str:
    """Returns what to do about what stands beside a number."""
    if found := _EN_DASH.fullmatch(written):
        return (
            f"write -{found['value']}: the sign before it is a long dash, as word processors set it"
        )
    if found := _LED.fullmatch(written):
        return f"write {found['value']} alone{_SAID_BY.get(written[0], _REST)}"
    if (found := _THOUSAND_OF.fullmatch(written)) is not None:
        return f"write {float(found['value'].replace(',', '.')) * 1000:g}"
    if found := _WITH_UNIT.fullmatch(written) or _UNIT_FIRST.fullmatch(written):
        return f"write {found['value']} alone: {found['unit']} is said as the unit, at its metric"
    if found := _OF_ALL.fullmatch(written):
        return f"write {found['value']} alone, and of how many behind a # or in note:"
    return ""


def whole_help(written: str) -> str:
    """Returns what to write instead of a text that is no whole number; empty where unknown."""
    if per := _PER.fullmatch(written):
        return f"write {{n: {re.sub(r'[^0-9]', '', per['value'])}, per: {per['per']}}}"
    if (found := _GROUPS.fullmatch(written)) and not found["point"]:
        return f"write {found['whole'].replace(found['sign'], '')}"
    if _RANGE.fullmatch(written):
        return "write one number, and the range behind a #"
    # What has whole numbers has no unit.
    return "" if _DECIMAL.fullmatch(written) else number_help(written).split(": ")[0]


def thousands_help(written: str) -> str:
    """Returns what to write where a point may part thousands, as in 4.200; empty for all others."""
    bare = written.strip()
    if not _POINTED.fullmatch(bare):
        return ""
    joined = bare.replace(".", "")
    if bare.count(".") > 1:
        return f"write {joined}"
    # A zero more, where there is none to drop, says that a decimal point is meant.
    pointed = bare.rstrip("0").rstrip(".") if bare.endswith("0") else f"{bare}0"
    return f"write {joined} if the point parts thousands, {pointed} if it does not"


def _with_comma(written: str, whole: str, part: str) -> str:
    pointed, joined = written.replace(",", "."), written.replace(",", "")
    if len(part) != _THOUSAND or whole == "0" or len(whole) > _THOUSAND:
        return f"write {pointed}, with a point"
    return f"write {joined} if the comma parts thousands, {pointed} if it is a decimal one"
