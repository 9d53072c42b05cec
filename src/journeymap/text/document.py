"""YAML text → a document, through ruamel.yaml's events. The only module that knows the parser."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text import bullets, odd_spaces
from journeymap.text.build import MOST_PROBLEMS, Builder
from journeymap.text.events import Event
from journeymap.text.indentation import levels
from journeymap.text.leftovers import without_leftovers
from journeymap.text.nodes import Mapping, Node, Route, Scalar, Sequence, locate, locate_key
from journeymap.text.parse_failure import Failure, Refused
from journeymap.text.source import Problem, Source, Span, refused_character
from journeymap.text.stand_ins import with_stand_ins
from journeymap.text.syntax_messages import IN_QUOTES, explain

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

__all__ = [
    "EMPTY",
    "Document",
    "Mapping",
    "Node",
    "Route",
    "Scalar",
    "Sequence",
    "comments",
    "locate",
    "locate_key",
    "parse",
]

_NextEvent = Callable[[], Event]

# Where the C parser may be narrower than YAML 1.2, the one in Python has the last word.
_MISSING = "the parser in C is not installed"
_NARROW = frozenset(
    {_MISSING, "found unexpected ':'", "did not find expected alphabetic or numeric character"}
)
# How often a text is read again without its last mistake, and how long it may be for that.
_MOST_ROUNDS = 10
_LONGEST = 50_000
_COMMENT = pattern(r"#[^\r\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read from a source.

    `root` is None where nothing could be read; `problems` then says why. A document with a root can
    have problems as well. An alias stands for the very node it names, so that a node can have more
    than one parent.
    """

    source: Source
    root: Node | None
    problems: tuple[Problem, ...]
    hashed: tuple[Span, ...] = ()
    """The scalars that hold a `#`, in order."""


def parse(source: Source, *, pure: bool = False) -> Document:
    """Read one YAML document; never raises.

    A mistake of a single character, which quotes would mend, hides no other one on the lines below.

    Args:
        source: The text.
        pure: Use the parser written in Python even where the one in C is installed; the result is
            the same.

    """
    refused = refused_character(source.text)
    if refused is not None:
        return Document(source=source, root=None, problems=(refused,))
    left = without_leftovers(source)
    if left.is_torn:
        return Document(source=source, root=None, problems=left.problems)
    document = _with_plain_spaces(replace(source, text=left.text), pure=pure)
    problems = (*left.problems[:MOST_PROBLEMS], *document.problems)
    return replace(document, source=source, problems=problems)


def _with_plain_spaces(source: Source, *, pure: bool) -> Document:
    """Read a text in which odd spaces between parts count as plain ones, and are told."""
    places = odd_spaces.odd_spaces(source.text)
    if not places:
        return _read_through(source, pure=pure)
    trial = _read_through(_spaced(source, places), pure=pure)
    if trial.root is None and _read_once(source, pure=pure)[0].root is not None:
        places = ()  # what stood there belongs to texts
    elif trial.root is not None:
        places = odd_spaces.between_parts(places, trial.root)
    document = _read_through(_spaced(source, places), pure=pure)
    if not places:
        return document
    told = odd_spaces.told(source, places)
    return replace(document, source=source, problems=(told, *document.problems))


def _spaced(source: Source, places: tuple[int, ...]) -> Source:
    return replace(source, text=odd_spaces.with_plain(source.text, places)) if places else source


def _read_through(source: Source, *, pure: bool) -> Document:
    """Read a text; where the parser stops at a single character, go on behind it."""
    document, flaw = _read_once(source, pure=pure)
    if flaw is None or len(source.text) > _LONGEST:
        return document
    problems = list(document.problems)
    text = source.text
    for _ in range(_MOST_ROUNDS):
        text, last = _beyond(text, flaw)
        told_to = source.position(last).line
        again, flaw = _read_once(Source(name=source.name, text=text), pure=pure)
        below = (each for each in again.problems if _line(source, each) > told_to)
        problems.extend(below)
        if flaw is None:
            break
    return replace(document, problems=tuple(problems[:MOST_PROBLEMS]))


def _beyond(text: str, flaw: int) -> tuple[str, int]:
    """Return a text that no longer stops the parser at a character, and where the last such stood.

    Bullets below one another are one mistake.
    """
    places: tuple[int, ...] = (flaw,)
    sign = "x"
    if text[flaw] in bullets.SIGNS:
        places, sign = bullets.run(text, flaw), "-"
    for at in places:
        text = f"{text[:at]}{sign}{text[at + 1 :]}"
    return text, places[-1]


def _line(source: Source, problem: Problem) -> int:
    return source.position(problem.span.start).line


def _read_once(source: Source, *, pure: bool) -> tuple[Document, int | None]:
    """Read a text up to the first mistake that stops the parser; return its flaw as well."""
    if not pure:
        builder, text = _prepared(source, tabs=False)
        failure = _read_in_c(builder, text)
        if failure is None or not _may_be_narrow(text, failure):
            return _finish(builder, failure)
    builder, text = _prepared(source, tabs=True)
    return _finish(builder, _read(builder, _pure_events(text)))


def _prepared(source: Source, *, tabs: bool) -> tuple[Builder, str]:
    """Return what takes the events of a text, and the text for the parser."""
    stand_ins = with_stand_ins(source.text, tabs=tabs)
    return Builder(source, stand_ins), stand_ins.text if stand_ins else source.text


def comments(document: Document) -> tuple[Span, ...]:
    """Return every comment of a document that could be read, from its `#` to the end of line."""
    text = document.source.text
    found: list[Span] = []
    scalars = iter(document.hashed)
    scalar = next(scalars, None)
    at = text.find("#")
    while at >= 0:
        while scalar is not None and scalar.end <= at:
            scalar = next(scalars, None)
        if scalar is not None and scalar.start <= at:
            at = text.find("#", scalar.end)
            continue
        comment = _COMMENT.match(text, at)
        end = comment.end() if comment else at + 1
        found.append(Span(at, end))
        at = text.find("#", end)
    return tuple(found)


def _may_be_narrow(text: str, failure: Failure) -> bool:
    return failure.problem in _NARROW or text[failure.at : failure.at + 1] == "?"


def _read_in_c(builder: Builder, text: str) -> Failure | None:
    try:
        from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return Failure(problem=_MISSING, at=0)
    return _read(builder, CParser(text).get_event)


def _pure_events(text: str) -> _NextEvent:
    from ruamel.yaml import YAML

    events: _NextEvent = YAML(typ="safe", pure=True).parse(text).__next__
    return events


def _read(builder: Builder, next_event: _NextEvent) -> Failure | None:
    """Feed a builder to the end of the stream; return what stopped the parser, if anything."""
    from ruamel.yaml import events
    from ruamel.yaml.error import MarkedYAMLError

    def ignore(_event: Event) -> None:
        pass

    take = {
        events.ScalarEvent: builder.scalar,
        events.MappingStartEvent: builder.mapping_start,
        events.MappingEndEvent: builder.collection_end,
        events.SequenceStartEvent: builder.sequence_start,
        events.SequenceEndEvent: builder.collection_end,
        events.AliasEvent: builder.alias,
        events.DocumentStartEvent: builder.document_start,
        events.DocumentEndEvent: ignore,
        events.StreamStartEvent: ignore,
    }
    end: type[object] = events.StreamEndEvent
    try:
        while (event := next_event()).__class__ is not end:
            take[event.__class__](event)
    except Refused as refused:
        builder.refused(refused.problem)
    except MarkedYAMLError as error:
        return _failure(builder, error)
    except (AssertionError, ArithmeticError, LookupError, ValueError) as error:
        # The Python parser does so for `%YAML 1.3` and for escapes beyond Unicode.
        return Failure(problem=str(error), at=builder.reached)
    return None


def _failure(builder: Builder, error: "MarkedYAMLError") -> Failure:
    context, place = error.context_mark, error.problem_mark
    return Failure(
        problem=error.problem or "",
        at=place.index if place is not None else 0,
        context=error.context or "",
        context_at=context.index if context is not None else None,
        last=builder.last,
        opening=builder.opening,
        levels=levels(builder.source.text, builder.opened),
    )


def _finish(builder: Builder, failure: Failure | None) -> tuple[Document, int | None]:
    source, root, problems = builder.source, builder.root, builder.problems
    flaw: int | None = None
    if failure is not None:
        root = None
        problem = explain(source.text, failure)
        flaw = problem.flaw
        # A stray `*` or tab has been told already.
        if all(told.span.start != problem.span.start for told in problems):
            problems.append(problem)
    elif not problems and (root is None or _is_nothing(root)):
        root = None
        problems.append(EMPTY)
    else:
        problems.extend(_lost_words(builder))
    document = Document(
        source=source, root=root, problems=tuple(problems), hashed=tuple(builder.hashed)
    )
    return document, flaw


def _lost_words(builder: Builder) -> Iterator[Problem]:
    """Tell of texts that lose their first word: `&` before it makes it a name that nobody uses."""
    text = builder.source.text
    for name, node in builder.unused.items():
        start = node.span.start
        at = text.rfind(f"&{name}", 0, start)
        word = text[at:start].rstrip(" ")
        if node and not node.quoted and at >= 0 and word.isprintable() and " " not in word:
            message = f"the text loses {word}: YAML takes a word that begins with & as a name"
            span = Span(at, at + len(word))
            yield Problem(code="JM009", message=message, help=_of_web(word), span=span)


def _of_web(word: str) -> str:
    """Returns what to do about a word that begins with &: it may be how web pages write a sign."""
    from html import unescape

    said, _, rest = word.partition(";")
    sign = unescape(f"{said};")
    if (not rest and word[-1:] != ";") or sign == f"{said};":
        return IN_QUOTES
    if sign.isspace():
        return f"delete {said};, which is a space on a web page"
    return f"write {sign} for {said};, as it is one on a web page, and {IN_QUOTES}"


def _is_nothing(root: Node) -> bool:
    """Say whether nothing was written where the map should stand, as behind a lone `---`."""
    return isinstance(root, Scalar) and not root and not root.quoted


EMPTY = Problem(
    code="JM001",
    message="the file is empty",
    help="A map needs a `title:` and `steps:`, a list of what happens.",
    span=Span(0, 0),
)
