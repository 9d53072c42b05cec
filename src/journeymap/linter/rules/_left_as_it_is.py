"""What the note of a step says of what is to stay as it is."""

import re

from journeymap.authoring import PlacedStep
from journeymap.quick_pattern import pattern

_MEANT = pattern(
    r"(?<!\bnot )\b(?:on purpose|deliberate(?:ly)?|accepted|left as (?:it is|they are)|by law"
    r"|no (?:idea|opportunity|change) (?:is )?(?:wanted|meant|needed)|(?:we|to) accept (?:it|this)"
    r"|(?:not to|can ?not|must not) be (?:changed|mended|shortened)"
    r"|(?:is|are) not (?:to be )?shortened|decided not to (?:change|mend|shorten))\b"
    r"|(?<!\bno )\b(?:a propósito|adrede|deliberad\w+|aceptad\w+|se acepta"
    r"|se deja (?:así|como está)|por ley|lo exige la (?:ley|normativa)"
    r"|no se (?:acorta|puede acortar|cambia|puede cambiar)"
    r"|no se (?:busca|quiere) (?:ninguna )?(?:idea|mejora))\b"
    r"|(?<!\bnie )\b(?:celowo|umyślnie|świadomie|akceptujemy|zaakceptowan\w+"
    r"|zostaje,? (?:tak )?jak jest|z mocy prawa|wymaga tego prawo"
    r"|nie (?:skracamy|zmieniamy|da się skrócić)"
    r"|nie (?:szukamy|chcemy) (?:pomysłu|zmiany))\b",
    re.IGNORECASE,
)


def is_left_as_it_is(placed_step: PlacedStep) -> bool:
    """Tells whether the note of a step says that something there is to stay as it is."""
    return bool(_MEANT.search(placed_step.step.note or ""))
