"""Which idea a step calls for, in words: the one place that says why it is that one."""

from journeymap.analysis.best_idea import Choice
from journeymap.words.labels import label


def why_idea(choice: Choice, language: str | None, quotes: str | None = None) -> str:
    """Returns why an idea is the best one of its step, as a phrase.

    Args:
        choice: the idea.
        language: of the words.
        quotes: how the pain is quoted, as a template with {text}, where not as the language does.
    """
    quoted = quotes or label("quoted", language)
    pain = quoted.format(text=choice.pain.label) if choice.pain else ""
    taken = "-taken" if choice.pain and not choice.said else ""
    grave = label("gravest" if choice.is_severest else "weightiest", language)
    words = label(f"idea-{choice.because}{taken}", language)
    words = words.format(pain=pain, n=choice.count, grave=grave)
    if choice.is_of_another and choice.unanswered:
        gravest = quoted.format(text=choice.unanswered.label)
        words += "; " + label("idea-of-another", language).format(pain=gravest, grave=grave)
    return words


def where_idea(choice: Choice, language: str | None) -> str:
    """Returns at which other step an idea is recorded; empty where it is at the step itself."""
    if choice.elsewhere is None:
        return ""
    step = label("quoted", language).format(text=choice.elsewhere.label)
    return label("idea-elsewhere", language).format(step=step)
