"""Texts that were meant as several entries, or as a field with its value: YAML reads them as one.

`-Books` without a space, bullets as other programs have them, lines below a list's name that have
no dash, and `action:Books` are texts like any other to YAML, which puts lines together into one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from journeymap.findings import Finding, Mark
from journeymap.model.fields import Leaf, Namespace, shapes
from journeymap.model.journey import Stage
from journeymap.quick_pattern import pattern
from journeymap.reading import rows
from journeymap.reading.cells import (
    entries_in_text,
    in_brackets,
    in_cells,
    several_channels,
    several_people,
    share_for_place,
)
from journeymap.reading.rows import Plain
from journeymap.reading.value_messages import Said
from journeymap.text.bullets import BULLET, DASHES
from journeymap.text.nodes import Node as Tree
from journeymap.text.nodes import Scalar
from journeymap.text.source import Source, Span, short

_FIELD = pattern(r"(?P<name>[a-z_]+):[ \t]+\S.*")
_LINE = pattern(r"[^\r\n]+")
_GLUED_DASH = pattern(r"[ \t]*(?:(?P<sign>-{2,3}(?=[ \t]*[^\W\d_])|-(?=[^\W\d_])))[ \t]*")
_NUMBERED = pattern(r"[ \t]*(?P<sign>\d{1,3}[.)])[ \t]+(?=\S)")
_HOLLOW = pattern(r"(?P<sign>o)[ \t]+(?=\S)")
"""The hollow bullet of word processors, which is a letter once it is pasted."""
_NAMED = pattern(
    r"[ \t]*(?P<name>[a-z_]+)(?P<before>[ \t]*)"
    r"(?:(?P<sign>:)(?=[^\s/])|(?P<other>=(?![=>])|[：﹕])[ \t]*)(?P<text>\S.*)"
)
_PROSE = frozenset({"note", "quote", "thought", "purpose", "scope", "goal", "learned", "why"})
"""Fields of whole sentences, which people wrap where they like."""
_LEADING_ON = frozenset(
    word
    for words in (
        "a an the that this of to at in on by for with from and or but as than if when who is are",
        "un una el la los las de del al en con por para y o que si es son",
        "i a lub oraz z ze w we na do od po za przez dla że czy jest są",
    )
    for word in words.split()
)
"""Words that no text ends with."""
_SHORT_LINE = 40
"""A text that goes on below a line of fewer letters was not wrapped for its width; house."""
_NEAR = 200
"""So many characters before a text are looked at."""


def run_together(plain: Plain, root: Tree, source: Source) -> Finding | None:
    """Finds what is wrong with a text that is more than one; None where it is one.

    Args:
        plain: the text.
        root: the map that it stands in.
        source: the file.
    """
    for (message, help_), span in _mistakes(plain, root, source):
        return Finding(
            code="JM010",
            message=message,
            help=help_,
            route=plain.route,
            span=span,
            mark=Mark.VALUE,
        )
    return None


def entries_in_block(plain: Plain, source: Source) -> Finding | None:
    """Finds the entries of a list that stand below | or >, which makes one text of them.

    Args:
        plain: the text.
        source: the file.
    """
    lines = _lines(plain.scalar, source)[1:]
    if len(lines) < 2 or not _is_entry(plain) or not _stands_behind_name(plain, source):  # noqa: PLR2004
        return None
    dashed = all(source.text.startswith("- ", line.start) for line in lines)
    if not dashed and (plain.is_named or plain.shape.name != "action"):
        return None
    sign = source.text[plain.scalar.span.start]
    dashes = "" if dashed else ", and begin each line with a dash and a space"
    help_ = f"delete the {sign} behind the name{dashes}"
    if plain.is_named and not plain.shape.many:  # a field that takes one text, and no list
        help_ = f"give each an entry of its own: {_own_entries(lines, plain, source)}"
    return Finding(
        code="JM010",
        message=f"{len(lines)} entries of a list are read as one text, as they stand below {sign}",
        help=help_,
        route=plain.route,
        span=plain.scalar.span,
        mark=Mark.VALUE,
    )


def field_in_block(plain: Plain, source: Source) -> Finding | None:
    """Finds fields at the end of a text below | or >, which takes every line further in.

    Args:
        plain: the text.
        source: the file.
    """
    known, tail = shapes(plain.model), list[Span]()
    for line in reversed(_lines(plain.scalar, source)[1:]):
        found = _FIELD.fullmatch(source.text, line.start, line.end)
        if found is None or found["name"] not in known or found["name"] == plain.shape.name:
            break
        tail.append(line)
    if not tail:
        return None
    shown, sign = short(source.cut(tail[-1])), source.text[plain.scalar.span.start]
    return Finding(
        code="JM010",
        message=f'"{shown}" is read as part of the text below {sign}',
        help=f"begin it in the column of `{plain.shape.name}` if it is a field of its own",
        route=plain.route,
        span=tail[-1],
        mark=Mark.VALUE,
    )


def lines_in_quotes(plain: Plain, source: Source) -> Finding | None:
    """Finds entries of a list, or a field, that one pair of quotes has taken in.

    Args:
        plain: the text.
        source: the file.
    """
    first, *below = _lines(plain.scalar, source) or [plain.scalar.span]
    quote, known = source.text[plain.scalar.span.start], shapes(plain.model)
    for line in below:
        shown = source.cut(line).rstrip("\"'")
        found = _FIELD.fullmatch(shown)
        if shown.startswith("- ") and (_is_entry(plain) or plain.shape.many):
            said = short(source.cut(first).strip(quote))
            help_ = f"close the quotes of each entry on its line: - {quote}{said}{quote}"
            help_ += f", - {quote}{short(shown[2:].strip(quote))}{quote}"
        elif found and found["name"] in known and found["name"] != plain.shape.name:
            help_ = f"put {quote} where the text ends, and {short(shown)} below it"
        else:
            continue
        return Finding(
            code="JM010",
            message=f'"{short(shown)}" is read as part of the text in quotes above it',
            help=f"{help_}, if it is no part of the text",
            route=plain.route,
            span=line,
            mark=Mark.VALUE,
        )
    return None


def _own_entries(lines: list[Span], plain: Plain, source: Source) -> str:
    texts = (source.cut(line).removeprefix("- ").strip() for line in lines)
    return ", ".join(f"- {plain.shape.name}: {short(text)}" for text in texts)


def _mistakes(plain: Plain, root: Tree, source: Source) -> Iterator[tuple[Said, Span]]:
    if said := share_for_place(plain.scalar, plain.shape, is_named=plain.is_named):
        yield said, plain.scalar.span
    lines = _lines(plain.scalar, source)
    is_entry = _is_entry(plain)
    is_value = is_entry and _stands_behind_name(plain, source)
    is_step = plain.shape.name == "action"
    yield from _stray(lines, source, is_entry=is_entry)
    yield from _with_bullets(lines, source, is_entry=is_entry, is_value=is_value)
    yield from _with_names(lines, plain, source, is_entry=is_entry)
    for said in (
        in_brackets(plain.scalar, source),
        in_cells(plain.scalar, plain.model, plain.shape, source),
        _two_channels(plain, root),
        _two_people(plain, root),
        None if is_value and is_step else _listed_entries(plain, is_entry=is_entry),
    ):
        if said is not None:
            yield said, plain.scalar.span
    if is_value:
        yield from _behind_name(lines, plain, root, source)
    yield from _going_on(lines, plain, source, is_entry=is_entry)


def _stray(lines: list[Span], source: Source, *, is_entry: bool) -> Iterator[tuple[Said, Span]]:
    """Finds comments as other programs write them, and lines of a chat, that are part of a text."""
    from journeymap.text.stray_lines import comment, stray

    if len(lines) == 1 and is_entry and (said := comment(source.cut(lines[0]))):
        yield (said[0], f"{said[1]}, without the dash"), lines[0]
    for line in lines[0 if is_entry else 1 :] if len(lines) > 1 else ():
        if said := stray(source.cut(line)):
            yield said, line


def _behind_name(
    lines: list[Span], plain: Plain, root: Tree, source: Source
) -> Iterator[tuple[Said, Span]]:
    """Finds entries of a list that stand behind its name without dashes or brackets."""
    below = len(lines) > 1 and not source.before(source.position(lines[0].start)).strip()
    if below and (said := rows.table_rows([source.cut(line) for line in lines], plain)):
        yield said, Span(lines[0].start, lines[-1].end)
    if below and _are_entries(lines, plain, source):
        first = short(source.cut(lines[0]))
        said = (
            f"these {len(lines)} lines are read as one text",
            f"begin each with a dash and a space: - {first}; put it in quotes if it is one",
        )
        yield said, Span(lines[0].start, lines[-1].end)
    if said := rows.in_round_brackets(plain):
        yield said, plain.scalar.span
    elif parts := rows.in_a_row(plain, root):
        what = "step" if plain.shape.name == "action" else "name"
        listed = f"write a list: [{', '.join(parts)}]"
        if plain.is_named and not plain.shape.many:
            each = ", ".join(f"- {plain.shape.name}: {part}" for part in parts)
            listed = f"give each an entry of its own: {each}"
        said = (
            f'"{short(plain.scalar)}" is read as one {what}',
            f"{listed}; put it in quotes if it is one",
        )
        yield said, plain.scalar.span
    elif said := rows.two_entries(plain):
        yield said, plain.scalar.span


def _lines(scalar: Scalar, source: Source) -> list[Span]:
    """Returns where the lines of a text stand, without blanks around them."""
    lines = []
    for found in _LINE.finditer(source.text, scalar.start, scalar.end):
        if bare := found[0].strip():
            start = found.start() + found[0].index(bare)
            lines.append(Span(start, start + len(bare)))
    return lines


def _is_entry(plain: Plain) -> bool:
    """Tells whether a text stands for a whole entry of a list, or may."""
    own = plain.shape.name if plain.shape.name in plain.model.shorthand else ""
    route = plain.route[:-1] if own and plain.route[-1:] == (own,) else plain.route
    return bool(route) and isinstance(route[-1], int)


def _stands_behind_name(plain: Plain, source: Source) -> bool:
    """Tells whether a text stands right behind a name and its colon."""
    start = plain.scalar.start
    return source.text[max(start - _NEAR, 0) : start].rstrip().endswith(":")


def _with_bullets(
    lines: list[Span], source: Source, *, is_entry: bool, is_value: bool
) -> Iterator[tuple[Said, Span]]:
    """Finds lines that begin as an entry of a list does elsewhere."""
    led = [found for line in lines if (found := _bullet(source, line))]
    numbered = [
        found for line in lines if (found := _NUMBERED.match(source.text, line.start, line.end))
    ]
    led = numbered if len(numbered) > 1 else led
    hollow = [_HOLLOW.match(source.text, line.start, line.end) for line in lines]
    led = [each for each in hollow if each] if len(lines) > 1 and all(hollow) else led
    if not led:
        return
    found, line = led[0], next(each for each in lines if each.end > led[0].start())
    sign, entry = found["sign"], short(source.cut(Span(found.end(), line.end)))
    if len(lines) > 1:
        count = len(led) + (line != lines[0])
        said = (
            f"{count} entries of a list are read as one text" if count > 1 else _no_space(sign),
            f"begin each with a dash and a space, on a line of its own: - {entry}",
        )
        yield said, Span(lines[0].start, lines[-1].end)
    elif sign == "-" and is_entry:
        told = f'"{short(source.cut(line))}" is read as a text: a space is missing after the dash'
        yield (told, f"write - {entry}"), line
    elif is_value:
        yield (_no_space(sign), f"write - {entry}"), line
    elif is_entry or sign not in f"-{DASHES}":
        yield (f"a bullet ({sign}) is read as part of the text", "delete the bullet"), line


def _no_space(sign: str) -> str:
    return f"an entry of a list begins with a dash and a space, not with {sign}"


def _bullet(source: Source, line: Span) -> re.Match[str] | None:
    text = source.text
    return _GLUED_DASH.match(text, line.start, line.end) or BULLET.match(text, line.start, line.end)


def _with_names(
    lines: list[Span], plain: Plain, source: Source, *, is_entry: bool
) -> Iterator[tuple[Said, Span]]:
    """Finds `action:Books`, which is no field, and `channel:phone` below a text."""
    known = shapes(plain.model)
    named = [
        (line, found)
        for line in lines
        if (found := _NAMED.match(source.text, line.start, line.end)) and found["name"] in known
    ]
    if not named:
        return
    line, found = named[0]
    shown, meant = short(found[0].strip()), f"{found['name']}: {short(found['text'])}"
    below = [f"{each['name']}: {short(each['text'])}" for _, each in named[1:]]
    more = f", and below it {', '.join(below)}" if below else ""
    if line != lines[0]:
        told = f'"{shown}" is read as part of the text above it'
        yield (told, f"write {meant}, in the column of the fields beside it{more}"), line
    elif is_entry:
        told = f'"{shown}" is read as one text: {_wrong_colon(found)}'
        yield (told, f"write {meant}{more}"), line


def _wrong_colon(found: re.Match[str]) -> str:
    if found["other"]:
        return f"a colon and a space are needed, not {found['other']}"
    return f"a space {'stands before' if found['before'] else 'is missing after'} the colon"


def _two_channels(plain: Plain, root: Tree) -> Said | None:
    """Says that a name is two channels, where the map does not define which there are."""
    if rows.is_defined(Namespace.CHANNEL, root):
        return None
    parts = several_channels(plain.scalar, plain.shape)
    listed = f"write a list: [{', '.join(parts)}]; put it in quotes if it is one"
    return (f'"{short(plain.scalar)}" is read as one channel', listed) if parts else None


def _two_people(plain: Plain, root: Tree) -> Said | None:
    """Says that a name is two people, where the map does not define who there is."""
    parts = several_people(plain.scalar, plain.shape)
    if not parts or rows.is_defined(Namespace.PERSON, root) or not plain.scalar.islower():
        return None
    listed = f"write a list: [{', '.join(parts)}]"
    if not plain.shape.many:
        listed = f"write {parts[0]} here, and {parts[1]} under with:"
    return (
        f'"{short(plain.scalar)}" is read as one person',
        f"{listed}; put it in quotes if it is one",
    )


def _listed_entries(plain: Plain, *, is_entry: bool) -> Said | None:
    """Says that an entry of a list holds several: between semicolons, arrows, or numbered."""
    if not is_entry or plain.is_named or plain.shape.kind is not Leaf.TEXT:
        return None
    is_step = plain.shape.name == "action"
    parts = entries_in_text(plain.scalar, arrows=is_step)
    told = f'"{short(plain.scalar)}" is read as one entry of a list'
    each = ", ".join(f"- {short(part)}" for part in parts)
    help_ = f"give each a line of its own: {each}; put it in quotes if it is one"
    return (told, help_) if parts else None


def _going_on(
    lines: list[Span], plain: Plain, source: Source, *, is_entry: bool
) -> Iterator[tuple[Said, Span]]:
    """Finds a line below a short text that begins as a text of its own does."""
    for above, line in pairwise(lines):
        first, shown = source.cut(above), short(source.cut(line))
        dashed = shown.startswith("- ")
        if not dashed and (plain.shape.name in _PROSE or not _is_apart(first, shown)):
            continue
        remedy = "give it a field of its own"
        if dashed and plain.is_named:
            name = "steps:" if plain.model is Stage else "the list's name and a colon"
            remedy = f"write {name} on a line of its own before it"
        elif is_entry:
            entry = shown if dashed else f"- {shown}"
            remedy = f"write {entry} in the column of the dash above if it is an entry"
        told = f'"{shown}" is read as part of the text above it'
        yield (told, f"{remedy}; put the whole text in quotes if it is one"), line
        return


def _is_apart(above: str, line: str) -> bool:
    """Tells whether a line begins as a text of its own, and the one above it was not wrapped."""
    last, first = above.rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0]
    wrapped = len(above) > _SHORT_LINE or last[-1] in ",.;:!?-–—(" or last in _LEADING_ON
    is_title = first.endswith(".") or len(first) == 1
    return line[0].isupper() and not (wrapped or is_title)


def _are_entries(lines: list[Span], plain: Plain, source: Source) -> bool:
    """Tells whether lines below the name of a list are its entries rather than one long text."""
    return plain.shape.name == "action" or all(source.text[line.start].isupper() for line in lines)
