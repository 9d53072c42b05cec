"""One document as one model: shorthand expanded, validated, and loaded for the rest if broken."""

import re
from dataclasses import replace
from typing import Any, Generic, TypeVar

from journeymap.findings import Finding, Mark
from journeymap.model.fields import Node
from journeymap.model.journey import Journey
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading import decimal_commas
from journeymap.reading.comment_lines import told_of_comments
from journeymap.reading.expand import Expander
from journeymap.reading.first_findings import first_findings
from journeymap.reading.foreign_keys import in_english
from journeymap.reading.forms import is_block
from journeymap.reading.levels import Places
from journeymap.reading.misspelt_keys import MAP_PLACES
from journeymap.reading.pasted_marks import mark_in_quotes, pasted_mark
from journeymap.reading.pasted_twice import pasted_twice
from journeymap.reading.placeholders import placeholder
from journeymap.reading.rows import Plain
from journeymap.reading.run_together import (
    entries_in_block,
    field_in_block,
    lines_in_quotes,
    run_together,
)
from journeymap.reading.too_many import too_many
from journeymap.reading.validate import declared, validate
from journeymap.text.document import Document, comments
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span, short

M = TypeVar("M", bound=Node)

_NEAR = 40
"""So many characters before a text are looked at for the name of its field."""
_WORDS_OF_TAG = 3
_OF_COMMENTS = frozenset({"todo", "fixme", "xxx", "note", "nb", "see", "tbd", "noqa", "ok"})
"""Words that begin a comment, however it is written."""
_VERSION = "journeymap"
_SHORT_WORD = 3
"""A word of so many letters is no title: one, yes."""
_UNUSUAL = pattern(
    r"\A\W|[\r\n\t:,;>→➔➜=：|/+&*_~<\[]|\s(?:and|or|y|o|e|i|oraz|lub|albo)\s|[a-z]\W{1,3}\d"
)
"""Without any of these a text is one, and has no marks of other programs, as most have none."""
_SIGNS = ("title", "journeymap", "steps", "stages")
"""A file without any of these fields is no map, whatever it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[M]):
    """What was read from one document.

    Attributes:
        model: the content; None where nothing could be read.
        tree: the document in its full form, for turning routes into places.
        findings: what is wrong with the text, its fields and values.
        broken: routes of fields that are there but could not be read.
    """

    model: M | None
    tree: Tree | None
    findings: tuple[Finding, ...]
    broken: frozenset[Route] = frozenset()


def read(
    model: type[M], document: Document, dialect: Dialect, places: Places = MAP_PLACES
) -> Reading[M]:
    """Reads a document as a model; mistakes become findings, never exceptions.

    Args:
        model: what the document holds.
        document: what was parsed.
        dialect: what its own settings change.
        places: the parts of files that a key may belong to that is no field where it stands.
    """
    told = tuple(
        Finding(code=p.code, message=p.message, help=p.help, span=p.span, mark=Mark.VALUE)
        for p in document.problems
    )
    if document.root is None:
        return Reading(model=None, tree=None, findings=told)
    joined = decimal_commas.join(document.root, document.source)
    # Two numbers that a comma has cut can leave the same name twice.
    told = tuple(each for each in told if each.span is None or each.span.start not in joined.tails)
    expander = Expander(
        source=document.source, dialect=dialect, places=places, root=document.root, joined=joined
    )
    full = _expand_top(model, document.root, expander)
    if full is None:
        return Reading(model=None, tree=None, findings=(*told, *first_findings(expander.findings)))
    tree, data = full
    if model is Journey and (refused := tuple(too_many(document.root, data))):
        return Reading(model=None, tree=None, findings=(*told, *refused))
    _tell_version(document.root, expander)
    content = validate(model, data, tree, expander)
    _tell_cut_texts(document, expander)
    _tell_run_together(model, document, expander)
    if model is Journey:
        expander.findings += told_of_comments(document)
        expander.findings += pasted_twice(document.root, document.source)
    return Reading(
        model=content,
        tree=tree,
        findings=(*told, *first_findings(expander.findings)),
        broken=frozenset(expander.broken),
    )


def _expand_top(model: type[Node], root: Tree, expander: Expander) -> tuple[Tree, Any] | None:
    if isinstance(root, Mapping):
        if model is Journey and root and not any(key.casefold() in _SIGNS for key in root):
            expander.findings.append(_no_map(root))
            return None
        return expander.node(model, root, ())
    what = "a list" if isinstance(root, Sequence) else "a single text"
    help_ = "begin with fields, such as title: … and steps: …"
    if isinstance(root, Scalar) and "\t" in expander.source.cut(root.span):
        what = "cells of a table, with tabs between them,"
        help_ += "; write each row as an entry, - action: …, and its cells as fields of it"
    message = f"the file holds {what} where fields belong"
    span = Span(root.span.start, min(root.span.end, root.span.start + 1))
    expander.findings.append(Finding(code="JM002", message=message, help=help_, span=span))
    return None


def _tell_version(root: Tree, expander: Expander) -> None:
    """Says of a text in the place of the version that it is the title, where the map has none."""
    if not isinstance(root, Mapping) or _VERSION not in root:
        return
    written = root[root.key(_VERSION)]
    if not isinstance(written, Scalar) or not any(map(str.isalpha, written)):
        return
    message = f'"{short(written)}" stands where a number belongs: the version of the language'
    help_ = "write journeymap: 1"
    is_title = " " in written.strip() or (written.isalpha() and len(written) > _SHORT_WORD)
    if is_title and "title" not in root and "name" not in root:
        help_ += f", and on the line below title: {short(written, 100)}"
        expander.broken.add(("title",))
    expander.findings = [
        replace(each, message=message, help=help_)
        if each.route == (_VERSION,) and each.code == "JM002"
        else each
        for each in expander.findings
    ]


def _no_map(root: Mapping) -> Finding:
    """Says that a file is something else, of which nothing more is said and nothing mended."""
    inner = [value for value in root.values() if isinstance(value, Mapping)]
    if len(root) == 1 and inner and any(key.casefold() in _SIGNS for key in inner[0]):
        name = short(next(iter(root)))
        return Finding(
            code="JM004",
            message=f"the map stands below `{name}`, and not at the top of the file",
            help=f"delete the line `{name}:`, and take the same spaces from each line below it",
            span=next(iter(root)).span,
        )
    foreign = [f"{names[0]} for {key}" for key in root if (names := in_english(key, Journey))]
    begin = f"name its fields in English ({', '.join(foreign[:3])})" if foreign else ""
    return Finding(
        code="JM004",
        message=f"this is no journey map: none of {', '.join(_SIGNS)} stands at its top",
        help=f"{begin or 'begin with title: … and steps: …'}, or keep the file out of the lint",
        span=next(iter(root)).span,
    )


def _tell_cut_texts(document: Document, expander: Expander) -> None:
    """Finds texts that YAML cut at ` #`, as in `Desk #2`."""
    text = document.source.text
    for comment in comments(document):
        end = comment.start
        while end and text[end - 1] in " \t":
            end -= 1
        scalar, route = expander.texts.get(end, (None, None))
        cut = text[comment.start : comment.end].split("\n")[0].rstrip()
        if scalar is None or route is None or not _goes_on(cut, gap=comment.start - end):
            continue
        expander.findings.append(
            Finding(
                code="JM009",
                message=f"the text ends before {cut}: YAML takes a # after a space as a comment",
                help=f'put it in quotes if it goes on: "{short(scalar)} {short(cut)}"; '
                "write a space after # if it is a comment",
                route=route,
                span=Span(comment.start, comment.end),
                mark=Mark.VALUE,
            )
        )


def _goes_on(comment: str, *, gap: int) -> bool:
    """Tells whether a comment looks like the end of a text: a number, or a word of the web.

    Args:
        comment: the comment with its mark.
        gap: so many blanks stand before it.
    """
    if re.fullmatch(r"#[ ]?\d.*", comment) and (comment[1] != " " or comment[2:].isdigit()):
        return True
    words = comment[1:].split()
    is_short = gap == 1 and comment[1:2].isalnum() and len(words) <= _WORDS_OF_TAG
    return is_short and words[0].casefold().rstrip(":") not in _OF_COMMENTS


def _tell_run_together(model: type[Node], document: Document, expander: Expander) -> None:
    """Finds texts that were meant as several entries, or as a field with its value."""
    root, source = document.root, document.source
    if root is None:
        return
    text = source.text
    for scalar, route in expander.texts.values():
        finding = placeholder(scalar, route)
        unusual = "to" in route[-2:] or _UNUSUAL.search(text[scalar.start : scalar.end])
        if finding is None and unusual:
            plain = _as_written(model, scalar, route, source)
            finding = pasted_mark(scalar, route, plain.shape, source)
            finding = finding or run_together(plain, root, source)
        if finding is not None:
            expander.findings.append(finding)
    for scalar, route in expander.quoted:
        plain = _as_written(model, scalar, route, source)
        if is_block(scalar, source):
            finding = entries_in_block(plain, source) or field_in_block(plain, source)
        else:
            finding = mark_in_quotes(scalar, route, source) or lines_in_quotes(plain, source)
        if finding is not None:
            expander.findings.append(finding)


def _as_written(model: type[Node], scalar: Scalar, route: Route, source: Source) -> Plain:
    """Returns a text with its field, and whether that is written right before it."""
    owner, shape = declared(model, route)
    start = scalar.start
    before = source.text[max(start - len(shape.name) - _NEAR, 0) : start].rstrip()
    is_named = before.endswith(f"{shape.name}:")
    return Plain(scalar=scalar, route=route, model=owner, shape=shape, is_named=is_named)
