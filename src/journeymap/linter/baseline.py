"""A baseline: the findings that a team knows of, so that lint tells only what is new."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from journeymap.linter.diagnostic import Diagnostic, Report

VERSION = 2
"""Version of the file's shape, and of the fingerprints in it; those of version 1 are read."""


class BaselineError(Exception):
    """A file that is no baseline; the message says where and why."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """A finding that is known.

    Attributes:
        path: the file it stood in when the baseline was written, as the user knew it.
        map: what stands for the map in its repository: its id, else its path from the root.
        route: its place in words.
        code: the rule's code.
        rule: the rule's name.
        message: what it said.
        fingerprint: by which it is known again.
    """

    path: str
    map: str
    route: str
    code: str
    rule: str
    message: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What lint found, held against a baseline.

    Attributes:
        report: the findings that are not in the baseline.
        known: how many are.
        is_old: whether some of them are known by what a baseline of version 1 says.
        fixed: entries that nothing is found of any more, though their rules ran.
    """

    report: Report
    known: int
    is_old: bool
    fixed: tuple[Entry, ...]


def entries(report: Report) -> tuple[Entry, ...]:
    """Returns the findings of a report as entries, in an order that makes small differences."""
    return tuple(sorted(entry for _, entry in _marked(report) if entry))


def compare(report: Report, baseline: tuple[Entry, ...]) -> Compared:
    """Holds a report against a baseline."""
    known = {entry.fingerprint for entry in baseline}
    marked = list(_marked(report))
    new = tuple(each for each, entry in marked if not entry or known.isdisjoint(_marks(each)))
    left = {mark for each, entry in marked if entry for mark in _marks(each)}
    fixed = tuple(
        entry
        for entry in baseline
        if entry.fingerprint not in left and (entry.map, entry.code) in report.ran
    )
    left_over = replace(report, diagnostics=new)
    return Compared(
        report=left_over,
        known=report.total - left_over.total,
        is_old=any(entry and each.fingerprint_v1 in known for each, entry in marked),
        fixed=fixed,
    )


def carried(baseline: tuple[Entry, ...], before: Report, after: Report) -> tuple[Entry, ...]:
    """Returns a baseline as it is when ids in the maps have changed and nothing else.

    Args:
        baseline: what is known.
        before: what all rules find in the maps as they were.
        after: what they find now. Of each rule and file the same findings stand in the same order;
            where they do not, what the baseline says of them stays as it is.
    """
    later = _by_rule(after)
    pairs = (
        pair
        for place, found in _by_rule(before).items()
        if len(found) == len(later.get(place, ()))
        for pair in zip(found, later[place], strict=True)
    )
    known = {mark: _of(new) for old, new in pairs for mark in _marks(old)}
    return tuple(sorted(known.get(entry.fingerprint, entry) for entry in baseline))


def _by_rule(report: Report) -> dict[tuple[str, str], list[Diagnostic]]:
    found = defaultdict[tuple[str, str], list[Diagnostic]](list)
    for each in report.diagnostics:
        found[each.file.path.raw, each.rule.code].append(each)
    return found


def write(baseline: tuple[Entry, ...]) -> str:
    """Returns a baseline as JSON, a line a finding, for reading in a review."""
    lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in baseline)
    listed = ",\n".join(f"    {line}" for line in lines)
    content = f"[\n{listed}\n  ]" if listed else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {content}\n}}\n'


def read(text: str) -> tuple[Entry, ...]:
    """Returns the baseline in a text.

    Raises:
        BaselineError: the text is no baseline, or one of a newer version.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise BaselineError("it is nested too deeply") from error
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise BaselineError("it holds no `findings`")
    if content.get("version") not in range(1, VERSION + 1):
        raise BaselineError(f"it is of version {content.get('version')}, not {VERSION}")
    return tuple(_entry(each, i) for i, each in enumerate(content["findings"], start=1))


def _entry(record: Any, number: int) -> Entry:  # noqa: ANN401 - whatever JSON holds
    names = [field.name for field in fields(Entry)]
    texts = {name: record.get(name) for name in names} if isinstance(record, dict) else {}
    given = {name: text for name, text in texts.items() if isinstance(text, str)}
    if given.keys() != set(names):
        raise BaselineError(f"its finding {number} does not have {', '.join(names)} as texts")
    return Entry(**given)


def _marked(report: Report) -> Iterator[tuple[Diagnostic, Entry | None]]:
    """Walks the findings with their entries; None for those that no baseline holds.

    What stands at some characters and at no part of the map, as a mistake in the YAML or a comment
    that ignores nothing, would look like any other such finding in its file.
    """
    for diagnostic in report.diagnostics:
        yield diagnostic, _of(diagnostic) if diagnostic.is_lasting else None


def _marks(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.fingerprint, diagnostic.fingerprint_v1


def _of(diagnostic: Diagnostic) -> Entry:
    return Entry(
        path=diagnostic.file.shown,
        map=diagnostic.file.key,
        route=diagnostic.route,
        code=diagnostic.rule.code,
        rule=diagnostic.rule.name,
        message=diagnostic.message,
        fingerprint=diagnostic.fingerprint,
    )
