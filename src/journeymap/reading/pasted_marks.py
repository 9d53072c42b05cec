"""What other programs put around a text or behind it, and YAML takes for a part of it.

Word processors and chats turn straight quotes into curly ones, Markdown and web pages mark what is
bold, and lists that were lines of code end in commas.
"""

import re

from journeymap.findings import Finding, Mark
from journeymap.model.fields import Shape
from journeymap.model.names import Route
from journeymap.quick_pattern import pattern
from journeymap.reading.value_messages import Said
from journeymap.text.curly_quotes import OPENING, closed_at, is_wrapped
from journeymap.text.nodes import Scalar
from journeymap.text.source import Source, Span, short

_SPOKEN = frozenset({"quote", "thought"})
"""Fields whose text somebody says, where quotes of print are in place."""
_BOLD = pattern(
    r"(?P<sign>\*\*|~~)(?=\S)(?P<bare>[^*~\r\n]+?)(?<=\S)(?P=sign)|"
    r"(?<!\w)__(?=\S)(?P<under>[^_\r\n]+)(?<=\S)__(?!\w)"
)
_MARKUP = pattern(
    r"</?(?:a|b|br|div|em|font|i|li|p|span|strong|u|ul)(?:\s[^<>]*)?/?>|"
    r"&(?:amp|apos|gt|lt|nbsp|quot|#\d{2,5});",
    re.IGNORECASE,
)
_TAG = pattern(_MARKUP.pattern.split("|&")[0], re.IGNORECASE)
_LINK = pattern(r"\[(?P<name>[^\[\]]+)\]\((?P<link>[^\s()]+)\)")
_COMMENT = pattern(r"\s+(?P<sign>//|<!--|/\*)\s*(?P<said>.*?)\s*(?:--+>|\*/)?\Z")
_BEHIND = pattern(r"(?<=[^\s,;])\s*[,;]\Z")


def pasted_mark(scalar: Scalar, route: Route, shape: Shape, source: Source) -> Finding | None:
    """Finds what stands in a text without quotes and does not belong to it; None where all does.

    Args:
        scalar: the text.
        route: where it stands.
        shape: its field.
        source: the file.
    """
    raw = source.cut(scalar.span)
    # Bold marks at the beginning stop the parser, and are told there.
    said = (None if raw.startswith("**") else _of_marks(raw)) or _of_end(raw)
    if said is None and shape.name not in _SPOKEN:
        said = _of_quotes(scalar, source)
    return None if said is None else _finding(said, scalar, route)


def _finding(said: Said, scalar: Scalar, route: Route) -> Finding:
    message, help_ = said
    return Finding(
        code="JM013",
        message=message,
        help=help_,
        route=route,
        span=scalar.span,
        mark=Mark.VALUE,
    )


def mark_in_quotes(scalar: Scalar, route: Route, source: Source) -> Finding | None:
    """Finds marks of Markdown or of a web page in a text in quotes, which no page shows as marks.

    Args:
        scalar: the text.
        route: where it stands.
        source: the file.
    """
    said = _of_marks(str(scalar))
    if said is None or source.text[scalar.start] not in "\"'":
        return None
    return _finding(said, scalar, route)


def without_marks(text: str) -> str:
    """Returns a value without quotes of print, bold marks and a comma behind it."""
    bare = _TAG.sub("", _BEHIND.sub("", _COMMENT.sub("", text.strip())))
    bare = _BOLD.sub(_bare, bare)
    return (bare[1:-1] if is_wrapped(bare) else bare).strip()


def value_with_marks(text: str) -> Said:
    """Says which marks keep a field from taking a value that it could take without them."""
    bare, behind = without_marks(text), _BEHIND.search(text.strip())
    if found := _COMMENT.search(text.strip()):
        message = f"a comment begins with # in a map, not with {found['sign']}"
        return message, f"write {short(bare)} # {short(found['said'])}"
    message = (
        f"a comma stands behind {short(bare)}" if behind else f"{text[0]} is no part of a value"
    )
    if is_wrapped(text.strip()):
        message = f"{text[0]} and {text.strip()[-1]} are no quotes in YAML"
    return message, f"write {short(bare)}"


def _bare(found: re.Match[str]) -> str:
    return found["bare"] or found["under"]


def _of_marks(raw: str) -> Said | None:
    bold = _BOLD.search(raw)
    if bold:
        message = f"{bold[0][:2]} marks nothing in YAML: it stands in the text"
        return message, f"delete both {bold[0][:2]}: {short(_BOLD.sub(_bare, raw))}"
    if link := _LINK.search(raw):
        message = f"a link of Markdown stands in the text: {short(link[0])}"
        return message, f"write {short(link['name'])}, and the address under link: of what has one"
    if markup := _MARKUP.search(raw):
        message = f"{markup[0]} comes from a web page and is read as part of the text"
        return message, "delete it, or write the character that it stands for"
    return None


def _of_end(raw: str) -> Said | None:
    if raw[-1:] in {",", ";"} and _BEHIND.search(raw):
        message = f"the {'comma' if raw[-1] == ',' else 'semicolon'} behind the text is part of it"
        return (
            message,
            f"delete it: {short(_BEHIND.sub('', raw))}; put the text in quotes if it belongs there",
        )
    return None


def _of_quotes(scalar: Scalar, source: Source) -> Said | None:
    raw = source.cut(scalar.span)
    if is_wrapped(raw):
        bare = raw[1:-1].strip()
        shown = f'"{short(bare)}"' if '"' not in bare else short(bare)
        message = f"{raw[0]} and {raw[-1]} are no quotes in YAML: they stand in the text"
        return message, f"write straight quotes or none: {shown}"
    if raw[:1] not in OPENING or closed_at(raw, 0) is not None:
        return None
    span = scalar.span
    end = closed_at(source.text, span.start)
    if end is None or source.text[span.end : span.end + 1] != ",":
        return None
    whole = short(source.cut(Span(span.start + 1, end)))
    message = f"a comma ends the text: {raw[0]} opens no quotes in YAML"
    return message, f'write straight quotes around all of it: "{whole}"'
