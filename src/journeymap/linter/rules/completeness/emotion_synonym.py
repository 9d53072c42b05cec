"""JM219."""

from collections.abc import Iterator

from journeymap.authoring import (
    Applicability,
    Context,
    Finding,
    Fix,
    Mark,
    PlacedStep,
    Replace,
    locate,
    rule,
)
from journeymap.model import feelings
from journeymap.model.feelings import Feeling


@rule("JM219", "emotion-synonym", severity="note", from_status=None, basis="house")
def emotion_synonym(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An emotion is said with another word than one of the five of the scale.

    ## Why it matters

    Words of their own make a map true: ashamed is not bored, though both count as -1. Maps that
    are compared side by side, or filled in by many hands, read better with the five words alone:
    delighted, pleased, neutral, frustrated, distressed. The rule is off unless it is selected. Its
    fix is unsafe, since the shade of the word is lost; numbers and emoji are left alone.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Waits
        emotion: anxious  # <- here
      - {action: Is treated, emotion: pleased}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Waits
        emotion: frustrated
        thought: If only somebody told me how it will be.
      - {action: Is treated, emotion: pleased}
    ```
    """
    for person, feeling in placed_step.step.emotion.items():
        word = _canonical(feeling)
        if feeling.value is None or not word:
            continue
        route = (*placed_step.route, "emotion", person)
        at = locate(context.file.tree, route)
        yield Finding(
            message=f'"{feeling.written}" counts as {word} ({_signed(feeling.value)})',
            help=f"write {word}, or leave the word if its shade matters",
            route=route,
            mark=Mark.VALUE,
            fix=Fix(
                title=f"write {word}",
                changes=(Replace(at=at, text=word),),
                applicability=Applicability.UNSAFE,
            ),
        )


def _signed(value: float) -> str:
    return f"{value:+g}" if value else "0"


def _canonical(feeling: Feeling) -> str:
    """Returns the word of the scale for another word; nothing for the five and all other forms."""
    value, is_word = feeling.value, feeling.word == feeling.written and not feeling.parts
    if value is None or value not in feelings.CANONICAL or not is_word:
        return ""
    word = feelings.canonical(value)
    return "" if feelings.fold(feeling.written) == word else word
