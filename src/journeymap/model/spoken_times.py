"""Lengths of time as a field does not take them: what to write in their place."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from journeymap.model.times import COUNTS, read_time
from journeymap.quick_pattern import pattern

_BRACKET = pattern(r"(?P<time>[^()]{1,40}?)\s*\([^()]*\)")
_FRACTION = pattern(r"(?P<count>\d{1,3})/(?P<of>\d{1,3})\s*(?P<unit>[^\W\d_]{1,12})")
_CLOCK = pattern(r"(\d{1,3}):(\d{2})(?P<unit>\s*(?:h|hrs?|hours?|std\.?|stunden?|horas?|godz\.?))?")
_NUMBER = pattern(r"\d+(?:[.,]\d+)?(?:\s*[-–—]\s*\d+(?:[.,]\d+)?)?")
_FROM_TO = pattern(r"(\d{1,2})[.:](\d{2})\s*[-–—]\s*(\d{1,2})[.:](\d{2})(?:\s*(?:uhr|h))?")
_OF_DAY = pattern(
    r"(?:at|um|until|till|by|bis|hasta|a las?|o|do|from|ab|from)\s+(?:\d.*|noon|midday|midnight|"
    r"evening|morning|mittags?|abends?)|\d{1,2}(?:[.:]\d{2})?\s*(?:uhr|o.?clock|[ap]\.?m\.?)"
)
_LONGEST_RANGE = 60
"""Characters of a range that is looked at."""
_BETWEEN = r"\s*(?:[-–—]|\b(?:to|and|or|a|y|e|o|u|do|i|lub|albo)\b)\s*"
_COUNT = rf"\d+(?:[.,]\d+)?|\b(?:{'|'.join(word for word in COUNTS if len(word) > 2)})\b"  # noqa: PLR2004 - `a`, `un`
_COUNTS_TURNED = pattern(
    rf"(?P<lead>\D*?)(?P<one>{_COUNT})(?P<middle>[^\d]*?{_BETWEEN})(?P<other>{_COUNT})(?P<rest>\D*)"
)
_ENDS_TURNED = pattern(rf"(?P<lead>)(?P<one>\S.*?)(?P<middle>{_BETWEEN})(?P<other>\S.*)(?P<rest>)")
"""A range whose longer end may stand first: what its ends differ by, and what stands around it."""
_COMMENT = pattern(r"\s+(?:--+|[–—])\s+")
_DECIMAL = pattern(r"(?<=\d),(?=\d{1,2}(?!\d))")
_THOUSANDS = pattern(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])")
_MINUTES_OR_MONTHS = pattern(r"(\d+(?:[.,]\d+)?)\s*m\.?")
_PRIMES = pattern(r"(\d+(?:[.]\d+)?)\s*((?P<seconds>\"|''|″|”)|(?P<minutes>['′’]))")
_NO_TIME = frozenset(
    [
        *("none", "no", "no wait", "nothing", "immediately", "at once", "inmediatamente", "nada"),
        *("ninguna", "ninguno", "sin espera", "od razu", "brak", "bez czekania", "natychmiast"),
    ]
)
_IN_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        word: unit
        for unit, words in {
            " min": "minuten minute",
            " h": "stunden stunde std heures heure ore ora",
            " d": "tage tag tagen jours jour giorni giorno",
            " weeks": "wochen woche semaines semaine settimane settimana",
            " months": "monate monat monaten mois mesi mese",
            " years": "jahre jahr jahren ans année années anni anno",
            " working days": "arbeitstage arbeitstag werktage werktag",
            " 15 min": "viertelstunde",
            " 45 min": "dreiviertelstunde",
            " - ": "bis à",
            " about": "etwa ungefähr circa environ rund",
            " up to": "höchstens maximal",
            " at least": "mindestens",
            " 30 min": "halbe_stunde demi-heure",
            " 1": "ein eine einen einer une",
            " 2": "zwei deux",
            " 3": "drei trois",
            " 4": "vier quatre",
        }.items()
        for word in words.split()
    }
)
"""Words of times in languages without labels, which are told and not read."""
_ONE_OF_MINUTES = pattern(r"1 (?=(?:15|30|45) min)")
_WORD = pattern(r"[^\W\d_][\w-]*\.?|'")


def time_help(text: str) -> str:
    """Returns what to write instead of a text that tells no length of time."""
    bare = text.strip().casefold()
    if bare in _NO_TIME:
        return "write 0 min, or leave it out"
    return (
        _of_clock(bare)
        or _help_beside(text.strip())
        or _with_prime(bare)
        or _with_what_lacks(bare)
        or _in_english(bare)
        or "write a number and min, h, d, weeks, months or years: 6 weeks"
    )


def turned(text: str) -> str:
    """Returns a range with its shorter end first that has the longer one there; else empty."""
    bare = text.strip()
    for ends in (_COUNTS_TURNED, _ENDS_TURNED) if len(bare) <= _LONGEST_RANGE else ():
        if found := ends.fullmatch(bare):
            lead, one, middle, other, rest = found.groups()
            if read_time(ordered := f"{lead}{other}{middle}{one}{rest}"):
                return ordered
    return ""


def _of_clock(bare: str) -> str:
    """Returns what to write for digits as on a clock, and for a time of the day."""
    if clock := _CLOCK.fullmatch(bare):
        first, second = int(clock[1]), int(clock[2])
        of_hours = f"write {first} h {second} min"
        return (
            of_hours if clock["unit"] else f"{of_hours}, or {first} min {second} s if that is meant"
        )
    if found := _FROM_TO.fullmatch(bare):
        begin, begun, end, ended = (int(each) for each in found.groups())
        minutes = (end * 60 + ended) - (begin * 60 + begun)
        if minutes > 0:
            hours, rest = divmod(minutes, 60)
            parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
            return (
                f"write how long it takes, not from when to when: {' '.join(filter(None, parts))}"
            )
    if _OF_DAY.fullmatch(bare):
        return "write how long it takes, such as 2 h: this is a time of the day"
    return ""


def _with_prime(bare: str) -> str:
    """Returns what to write for minutes and seconds with a sign behind them; empty for others."""
    if (found := _PRIMES.fullmatch(bare)) is None:
        return ""
    time = f"{found[1]} {'s' if found['seconds'] else 'min'}"
    return f"write {time}: the sign {found[2]} stands for no unit"


def _with_what_lacks(bare: str) -> str:
    """Returns what to write for a number without a unit, a unit without one, or an odd sign."""
    if _NUMBER.fullmatch(bare):
        count = _DECIMAL.sub(".", bare)
        days, weeks = ("day", "week") if count == "1" else ("days", "weeks")
        return f"write its unit as well: {count} min, {count} h, {count} {days} or {count} {weeks}"
    if found := _MINUTES_OR_MONTHS.fullmatch(bare):
        return f"write {found[1]} min, or {found[1]} months if that is meant"
    if bare[:1] in "-−–" and read_time(positive := bare.lstrip("-−– ")):
        return f"write {positive}, without the minus"
    if bare[-1:] in {"?", "!"} and read_time(sure := bare.rstrip("?! ")):
        return f"write about {sure} if that is a guess, and questions: for what has to be found out"
    if bare.isalpha() and read_time(f"2 {bare}"):
        return f"write how many, such as 2 {bare}"
    time, *said = _COMMENT.split(bare, maxsplit=1)
    return f"write {time} # {said[0]}" if said and read_time(time) else ""


def _in_english(bare: str) -> str:
    """Returns a time of another language in words that are read; empty for all others."""
    joined = bare.replace("halbe stunde", "halbe_stunde").replace("'", " ' ")
    words = _WORD.sub(lambda found: _translated(found[0]), joined)
    if words == joined:
        return ""
    # Where the words are German, a point parts thousands and a comma is the decimal sign.
    parted = _THOUSANDS.sub(r"\1\2", _DECIMAL.sub(".", words))
    english = _ONE_OF_MINUTES.sub("", " ".join(parted.split()).replace(" - ", "-"))
    return f"write {english}, as units are English" if read_time(english) else ""


def _translated(word: str) -> str:
    return {"'": " min"}.get(word) or _IN_ENGLISH.get(word.rstrip("."), word)


def _help_beside(text: str) -> str:
    """Returns what to do about brackets behind a time, or a fraction of one; empty for others."""
    if (bracket := _BRACKET.fullmatch(text)) and read_time(bracket["time"]):
        return f"write {bracket['time']}, and what stands in brackets behind a # or in note:"
    if (part := _FRACTION.fullmatch(text)) and int(part["of"]):
        whole = f"{int(part['count']) / int(part['of']):.3g} {part['unit']}"
        return f"write {whole}" if read_time(whole) else ""
    parts = [part.strip() for part in re.split(r"[,;]\s+", text)]
    led = [next(filter(read_time, _beginnings(part)), "") for part in parts]
    if len(parts) > 1 and all(led):
        rest = "; ".join(parts[1:])
        return (
            f"write one time: {led[0]}, and the other under note: {rest}, or in a step with only:"
        )
    if len(parts) > 1 and led[0]:
        rest = text.removeprefix(led[0]).strip(" ,;")
        return f"write {led[0]}, and the rest under note: {rest}"
    return ""


def _beginnings(text: str) -> Iterator[str]:
    """Walks the first words of a text, most of them first."""
    words = text.split()
    for count in range(min(len(words), 4), 1, -1):
        yield " ".join(words[:count])
