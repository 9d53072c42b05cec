"""What somebody said, word for word, with who said it behind the closing quote."""

from journeymap.quick_pattern import pattern
from journeymap.text.parse_failure import Place
from journeymap.text.source import Span, short

_FIELD = pattern(r"[ \t]*(?:-[ \t]+)*(?P<name>quote|thought)[ \t]*:[ \t]+")
_SOURCE = pattern(r"[(,;–—\s-]*(?P<source>[^()\"'\s][^()\"']{1,80}?)[\s).]*")


def saying_alone(place: Place, saying: Span, whole: str) -> str:
    """Returns what to do about a source behind the words of somebody; empty for all other texts.

    Args:
        place: where the parser stopped.
        saying: the words, with their quotes.
        whole: what to do where all of it was said.
    """
    text = place.text
    field = _FIELD.fullmatch(text, place.line_start(saying.start), saying.start)
    source = _SOURCE.fullmatch(text, saying.end, place.rest(place.at).end)
    if field is None or source is None:
        return ""
    said = short(text[saying.start : saying.end], 60)
    return (
        f"write {field['name']}: {said}, and {short(source['source'], 60)} under evidence: or "
        f"note:; or {whole} if all of it was said"
    )
