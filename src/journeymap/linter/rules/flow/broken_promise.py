"""JM606."""

import re
from collections.abc import Iterator

from journeymap.analysis.deadlines import Kept
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.figures import apart
from journeymap.authoring import Context, Finding, JourneyMap, Mark, PlacedStep, at_a_step, rule
from journeymap.linter.rules._marks import with_mark
from journeymap.linter.rules.flow._shared import wait_after
from journeymap.model.between import Wait
from journeymap.model.fields import Duration
from journeymap.model.times import read_time
from journeymap.quick_pattern import pattern
from journeymap.words.times import said

_BEFORE = pattern(r"^(?:within|in|dentro de|en|w ciągu|za)\b", re.IGNORECASE)
"""What stands before a time by which something was to happen."""
_NUMBERS = (
    ("one", "un", "una", "jeden"),
    ("two", "dos", "dwa"),
    ("three", "tres", "trzy"),
    ("four", "cuatro", "cztery"),
    ("five", "cinco", "pięć"),
    ("six", "seis", "sześć"),
    ("seven", "siete", "siedem"),
    ("eight", "ocho", "osiem"),
    ("nine", "nueve", "dziewięć"),
    ("ten", "diez", "dziesięć"),
)
_MORE = 1.25
"""So many times as long is more than one takes lightly; house."""
_COUNTS = {word: str(i) for i, words in enumerate(_NUMBERS, 1) for word in words}
_UNITS = {
    "día": "day",
    "días": "days",
    "semana": "week",
    "semanas": "weeks",
    "mes": "month",
    "meses": "months",
    "año": "year",
    "años": "years",
    "hora": "hour",
    "horas": "hours",
    "dzień": "day",
    "dni": "days",
    "tydzień": "week",
    "tygodnie": "weeks",
    "tygodni": "weeks",
    "miesiąc": "month",
    "miesiące": "months",
    "miesięcy": "months",
    "godzin": "hours",
    "godziny": "hours",
}


@rule(
    "JM606",
    "broken-promise",
    severity="warning",
    from_status="review",
    basis="house",
    needs=(
        at_a_step("waits", lambda placed_step: placed_step.step.wait or placed_step.step.waits),
    ),
    subsumes=("long-wait",),
    each_persona=True,
)
def broken_promise(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A wait is longer than what was said of it: expected to be shorter, or announced as such.

    ## Why it matters

    Who was told six months has counted them, and every day more is a word that was broken; a longer
    time that was true would have cost less. Told is a wait behind a step whose expectation is a
    time and nothing else ("Six months", "within two days"), in English, Spanish or Polish, where
    the wait is longer by more than a quarter; and a wait that is said to be announced (`announced:
    true`) although it alone is longer than the deadline (`within`) that counts from its step: then
    people were told another time, or the deadline is nobody's.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Appeal
    steps:
      - action: Files the appeal
        expected: {text: Six months, rating: 4}
        wait: 11 months  # <- here
      - Is heard
    ```

    ## Good

    ```yaml
    title: Appeal
    steps:
      - action: Files the appeal
        expected: {text: Six months, rating: 4}
        wait: 6 months
      - Is heard
    ```
    """
    for placed_step in journey_map.steps:
        yield from _expected(journey_map, placed_step)
    yield from _announced(journey_map, context)


def _expected(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Finding]:
    wait = placed_step.step.wait
    texts = (each.text for each in placed_step.step.expected.values() if each.text)
    promised = next(((text, time) for text in texts if (time := _time_in(text))), None)
    if wait is None or promised is None or wait.time.low <= _MORE * promised[1].high:
        return
    yield Finding(
        message=f'after "{placed_step.label}" people wait {wait_after(journey_map, placed_step)}, '
        f'and expect "{promised[0]}"',
        help="find out who tells them so, and see that they are told how long it takes",
        route=(*placed_step.route, "wait"),
        mark=Mark.VALUE,
        phrase=f'"{promised[0]}" expected, and it takes {wait_after(journey_map, placed_step)}',
    )


def _announced(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Yields the waits that are announced, and longer than the deadline that counts from there."""
    whole = context.analysis.of_each.values() or (context.analysis,)
    dues = [due for each in whole for due in each.deadlines if due.kept is Kept.MISSED]
    told = set[str]()
    for due in dues:
        after = journey_map.steps[due.after.position]
        waits = apart(after.step.wait, after.step.waits)
        longer = next((each for each in waits if _is_longer(each, due.allowed)), None)
        if longer is None or after.id in told:
            continue
        told.add(after.id)
        assumed = is_assumed(journey_map, after, longer.evidence)
        length = with_mark(said(longer.time, "en"), assumed=assumed)
        yield Finding(
            message=f'the wait of {length} after "{after.label}" is said to be announced, but '
            f'"{due.step.label}" is to begin within {said(due.allowed, "en")}',
            help="find out which time people are told: announced: false, if it is the shorter one",
            route=(*after.route, "wait"),
            mark=Mark.VALUE,
            phrase=f"a wait of {length} announced as {said(due.allowed, 'en')}",
        )


def _is_longer(wait: Wait, allowed: Duration) -> bool:
    return bool(wait.announced) and wait.time.low > allowed.high


def _time_in(text: str) -> Duration | None:
    """Returns the time that a text is, with numbers and units as words; None for any other text."""
    plain = _BEFORE.sub("", text.strip().rstrip(".!").casefold()).strip()
    words = [_COUNTS.get(word, _UNITS.get(word, word)) for word in plain.split()]
    return read_time(" ".join(words))
