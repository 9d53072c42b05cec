"""JM606."""

import re
from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, PlacedStep, at_a_step, rule
from journeymap.linter.rules.flow._shared import wait_after
from journeymap.model.fields import Duration
from journeymap.model.times import read_time
from journeymap.quick_pattern import pattern

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
def broken_promise(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A wait is longer than it is expected to be.

    ## Why it matters

    Who was told six months has counted them, and every day more is a word that was broken; a longer
    time that was true would have cost less. Told is a wait behind a step whose expectation is a
    time and nothing else ("Six months", "within two days"), in English, Spanish or Polish, where
    the wait is longer by more than a quarter. One that breaks a deadline (`within`) is told as a
    `missed-deadline`.

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


def _time_in(text: str) -> Duration | None:
    """Returns the time that a text is, with numbers and units as words; None for any other text."""
    plain = _BEFORE.sub("", text.strip().rstrip(".!").casefold()).strip()
    words = [_COUNTS.get(word, _UNITS.get(word, word)) for word in plain.split()]
    return read_time(" ".join(words))
