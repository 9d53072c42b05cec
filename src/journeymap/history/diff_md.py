"""A comparison as Markdown for the comment on a pull request: short, folded, with a picture."""

from collections.abc import Iterator

from journeymap.history.diff import DiffReport, MapDiff
from journeymap.history.diff_text import SIGNS
from journeymap.history.mermaid import fence
from journeymap.history.outline import consequences, sections, summary, title, whole
from journeymap.tables.table import escaped
from journeymap.text.source import visible

MARK = "<!-- journeymap diff -->"
"""What the comment begins with, so that a second run finds the first one and edits it."""
LIMIT = 60_000
"""Characters at most: a comment on GitHub holds 65,536, and other hosts more."""
_LINES, _LEAST = 60, 12
"""Lines of all maps together, and of one map at least, without pictures and headings."""
_FOLDED = 3
"""Maps from which on none is unfolded."""
_ALL = "`journeymap diff` tells all of it"


def to_markdown(report: DiffReport, limit: int = LIMIT) -> str:
    """Returns the report, a section a map that folds; what there is no room for is counted.

    Args:
        report: what differs.
        limit: characters at most.
    """
    head = f"{MARK}\n### Journey maps: {_safe(summary(report))}\n"
    told = [each for each in report.maps if not each.is_text_only]
    most = max(_LEAST, _LINES // max(1, len(told)))
    parts, left = [head], []
    room = limit - len(head) - 400
    for each in told:
        for picture in (True, False):
            section = _section(each, most, opens=len(told) < _FOLDED, picture=picture)
            if len(section) <= room:
                parts.append(section)
                room -= len(section)
                break
        else:
            left.append(each)
    if left:
        parts.append(f"… and {len(left)} more maps that have no room here; {_ALL}.\n")
    texts = [each.file.shown for each in report.maps if each.is_text_only]
    if texts:
        named = ", ".join(texts[:5]) + (", …" if len(texts) > 5 else "")  # noqa: PLR2004 - a line
        parts.append(f"Only the text changed, not the journey: {_safe(named)[: max(room, 0)]}\n")
    if report.note:
        parts.append(f"{_safe(report.note)}\n")
    return "\n".join(parts)


def _section(each: MapDiff, most: int, *, opens: bool, picture: bool) -> str:
    lines = list(_lines(each))
    shown = lines[:most]
    if len(lines) > most:
        shown.append(f"- … and {len(lines) - most} more lines; {_ALL}")
    drawn = fence(each.found) if picture and each.found else ""
    opened = " open" if opens else ""
    parts = [
        f"<details{opened}><summary><b>{_html(title(each))}</b>{_counts(each)}</summary>\n",
        *([drawn, ""] if drawn else []),
        *shown,
        "\n</details>\n",
    ]
    return "\n".join(parts)


def _counts(each: MapDiff) -> str:
    follow = each.consequences
    losses = sum(not it.accepted for it in each.worse)
    counts = (
        (len(each.found.all) if each.found else 0, "change"),
        (len(follow.new) if each.old and each.new else 0, "new finding"),
        (losses, "worse"),
    )
    words = [f"{n} {word}{'' if n == 1 or word == 'worse' else 's'}" for n, word in counts if n]
    before, after = follow.status
    if before != after and each.old and each.new:
        words.append(f"meets {before or 'no status'} → {after or 'no status'}")
    return f": {', '.join(words)}" if words else ""


def _lines(each: MapDiff) -> Iterator[str]:
    if line := whole(each):
        yield f"- {_safe(line)}"
    losses = [it for it in each.worse if not it.accepted]
    if losses:
        yield "- **Worse, where the map promises something**"
    for loss in losses:
        yield f"  - {_safe(loss.text)} (`{loss.fingerprint}`)"
    for section in sections(each):
        yield f"- **{_safe(section.title)}**"
        for item in section.items:
            yield f"  - `{SIGNS[item.how]}` {_safe(item.text)}"
            yield from (f"    - {_safe(line)}" for line in item.lines)
    follow = list(consequences(each.consequences)) if each.old and each.new else []
    if follow:
        yield "- **What follows**"
    yield from (f"  - {_safe(line)}" for line in follow)


def _safe(text: str) -> str:
    """Returns a text that is no Markdown, and that mentions nobody who would be told of it."""
    return escaped(" ".join(visible(text).split()))


def _html(text: str) -> str:
    """Returns a text inside of HTML, where backslashes escape nothing."""
    flat = " ".join(visible(text).split())
    entities = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return entities.replace("@", "@\u2060")
