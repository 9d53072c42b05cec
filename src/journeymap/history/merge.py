"""Git's merge driver: three versions of a map → one, by steps where that is possible.

What cannot be merged entry by entry goes to `git merge-file`, line by line.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from journeymap.compare.merge import Clash, merge
from journeymap.compare.merge_pairs import data
from journeymap.compare.merge_renames import renamed_ids
from journeymap.findings import Mark, Severity
from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.engine import lint
from journeymap.linter.locations import mark_span
from journeymap.linter.profiles import Selection
from journeymap.linter.reading_rules import ESSENTIAL
from journeymap.model.ids import slug
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass
from journeymap.text.changes import Refused, Replace
from journeymap.text.document import parse
from journeymap.text.pieces import NotUnderstood, Pieces, cut
from journeymap.text.rewrite import rewrite
from journeymap.text.source import Problem, Source, decode
from journeymap.workspace.files import MapFile
from journeymap.workspace.load import Loader

_BREAK = re.compile(r"\r\n|\r|\n")
_EMPTY: tuple[Any, ...] = (None, [], {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The three versions of a file that a merge has.

    Attributes:
        base: what both sides began with; empty where each added the file for itself.
        ours: our side.
        theirs: the other side.
    """

    base: bytes
    ours: bytes
    theirs: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """How clashes are marked, as git asks for.

    Attributes:
        size: how many characters a mark has.
        shows_base: whether what was there before stands between both sides.
        ours: what our side is called.
        base: what was there before is called.
        theirs: what the other side is called.
    """

    size: int = 7
    shows_base: bool = False
    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"

    def around(self, clash: Clash, line_break: str) -> str:
        """Returns the lines of a clash between marks."""

        def mark(sign: str, name: str = "") -> str:
            return f"{sign * self.size} {name}".rstrip() + line_break

        middle = mark("|", self.base) + clash.base if self.shows_base else ""
        top, bottom = mark("<", self.ours) + clash.ours, clash.theirs + mark(">", self.theirs)
        return f"{top}{middle}{mark('=')}{bottom}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a merge.

    Attributes:
        content: the merged file, with markers where there are clashes.
        clashes: the entries of which both sides say something else.
        broken: errors in the merged map that neither side has alone.
        by_lines: why it was merged line by line; empty where it was merged by entries.
    """

    content: bytes
    clashes: tuple[str, ...] = ()
    broken: tuple[Diagnostic, ...] = ()
    by_lines: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to look at it."""
        return not self.clashes and not self.broken


ByLines = Callable[[Versions, Markers], tuple[bytes, int]]
"""Merges line by line; returns the text with markers, and how many clashes there are."""


def merge_versions(versions: Versions, path: Path, markers: Markers, by_lines: ByLines) -> Outcome:
    """Merges three versions of a map, a library or a configuration.

    Args:
        versions: what is merged.
        path: where the file lies, so that its libraries are found.
        markers: how clashes are marked.
        by_lines: what merges texts that are not understood.
    """
    try:
        content, clashes = _by_entries(versions, path, markers)
    except NotUnderstood as reason:
        content, count = by_lines(versions, markers)
        clashes = ("some lines",) * count
        broken = () if count else new_errors(versions, content, path)
        return Outcome(content=content, clashes=clashes, broken=broken, by_lines=str(reason))
    broken = () if clashes else new_errors(versions, content, path)
    return Outcome(content=content, clashes=clashes, broken=broken)


def _by_entries(versions: Versions, path: Path, markers: Markers) -> tuple[bytes, tuple[str, ...]]:
    """Merges by entries, and proves that the text says what both sides make of it.

    Raises:
        NotUnderstood: that cannot be done.
    """
    if versions.theirs in {versions.base, versions.ours}:
        return versions.ours, ()
    if versions.ours == versions.base:
        return versions.theirs, ()
    sides = [_source(path, each) for each in (versions.base, versions.ours, versions.theirs)]
    line_break = _line_break(sides[1].text)
    base, ours, theirs = (_pieces(each, line_break) for each in sides)
    merged = merge(base, ours, theirs)
    resolved = merged.text(lambda clash: clash.ours)
    _prove(resolved, merged.says)
    text = merged.text(lambda clash: markers.around(clash, line_break))
    if not _BREAK.search(sides[1].text[-2:]) and text.endswith(line_break):
        text = text[: -len(line_break)]
    if not merged.clashes:
        ids = {**renamed_ids(base, theirs), **renamed_ids(base, ours)}
        text = _with_new_ids(replace(sides[1], text=text), path, ids)
    return replace(sides[1], text=text).data, tuple(clash.name for clash in merged.clashes)


def _source(path: Path, content: bytes) -> Source:
    source = decode(path.name, content)
    if isinstance(source, Problem):
        raise NotUnderstood(source.message)
    return source


def _pieces(source: Source, line_break: str) -> Pieces:
    text = _BREAK.sub(line_break, source.text)
    text += "" if not text or text.endswith(line_break) else line_break
    document = parse(Source(name=source.name, text=text))
    if document.problems:
        line = document.source.position(document.problems[0].span.start).line
        raise NotUnderstood(f"one version cannot be read: line {line}")
    return cut(text, document.root)


def _line_break(text: str) -> str:
    """Returns the line break of a text.

    Raises:
        NotUnderstood: it has several kinds.
    """
    kinds = set(_BREAK.findall(text))
    if len(kinds) > 1:
        raise NotUnderstood("our version ends its lines in several ways")
    return kinds.pop() if kinds else "\n"


def _prove(text: str, says: Any) -> None:  # noqa: ANN401 - whatever YAML says
    document = parse(Source(name="", text=text))
    if document.problems or document.root is None:
        raise NotUnderstood("its entries do not fit together")
    if _kept(data(cut(text, document.root).block)) != _kept(says):
        raise NotUnderstood("its entries would not say the same together")


def _kept(said: Any) -> Any:  # noqa: ANN401
    """Returns what is said without fields that say nothing."""
    if isinstance(said, dict):
        kept = {key: _kept(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in _EMPTY}
    return [_kept(item) for item in said] if isinstance(said, list) else said


# ------------------------------------------------------------------------------- what it says


def _with_new_ids(source: Source, path: Path, ids: dict[str, str]) -> str:
    """Returns a text whose references go where they went before one side renamed an id."""
    file = _read(path, source.data) if ids else None
    if file is None or file.journey_map is None or file.document is None:
        return source.text
    try:
        lost = [each for each in file.journey_map.references if not each.found]
    except UnreadError:
        return source.text
    changes = [
        Replace(
            at=mark_span(file.tree, each.route, Mark.KEY if each.is_key else Mark.VALUE),
            text=ids[slug(each.text)],
        )
        for each in lost
        if slug(each.text) in ids
    ]
    try:
        return rewrite(file.document, changes).text if changes else source.text
    except Refused:
        return source.text


def new_errors(versions: Versions, content: bytes, path: Path) -> tuple[Diagnostic, ...]:
    """Returns the errors of a merged file that neither side has alone."""
    if not path.name.endswith((".journey.yaml", ".journey.yml", ".library.yaml", ".library.yml")):
        return ()
    known = {
        (each.rule.code, each.message)
        for side in (versions.ours, versions.theirs)
        for each in _errors(path, side)
    }
    return tuple(e for e in _errors(path, content) if (e.rule.code, e.message) not in known)


def _errors(path: Path, content: bytes) -> Iterable[Diagnostic]:
    workspace = Loader(texts={path.resolve(): content}, shown_from=Path.cwd()).load([path])
    report = lint(workspace, ESSENTIAL, Selection(), date.min)
    return [each for each in report.of_file(path.resolve()) if each.severity is Severity.ERROR]


def _read(path: Path, content: bytes) -> MapFile | None:
    workspace = Loader(texts={path.resolve(): content}, shown_from=Path.cwd()).load([path])
    return next(iter(workspace.asked), None)
