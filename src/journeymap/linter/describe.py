"""Findings → diagnostics: all that a report says of a finding is looked up here, once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from journeymap.authoring.rule import Rule
from journeymap.findings import Finding, Fix, Mark, Related
from journeymap.linter.diagnostic import (
    Diagnostic,
    FileFacts,
    OfferedFix,
    Place,
    Quote,
    RelatedPlace,
    RuleFacts,
)
from journeymap.linter.fingerprint import fingerprints
from journeymap.linter.ignore_comments import may_be_ignored
from journeymap.linter.locations import Places, bytes_of, mark_span, span_of
from journeymap.model.fields import FileKind
from journeymap.model.ids import slug
from journeymap.quick_pattern import pattern
from journeymap.text.source import Position, SafeText, Span
from journeymap.workspace.config import FailOn
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.paths import file_id

_LONGEST = 500
"""Characters of a message or a help line from which on names in it are cut, and of a quoted place
at most."""
_NAME, _MOST = 100, 900
"""Characters of a name in a longer sentence at most, and of a sentence that has no such name."""
_LONG_NAME = pattern(rf'"[^"\n]{{{_NAME},}}"')
_MOST_RELATED = 50
"""Other places of a finding that are told one by one."""
_REACH = 400
"""Characters of a line on each side of the beginning of a place that are quoted."""

_STRICTEST = [FailOn.NOTE, FailOn.WARNING, FailOn.ERROR, FailOn.NEVER]


class Describer:
    """Describes the findings of one run; what it needs of files and rules it looks up once."""

    def __init__(self, workspace: Workspace) -> None:
        """Begins a run over the files of a workspace."""
        self._workspace = workspace
        self._files = dict[Path, FileFacts]()
        self._places = dict[Path, Places]()
        self._rules = dict[int, RuleFacts]()

    def file(self, file: MapFile) -> FileFacts:
        """Returns what reports say of a file."""
        if file.path not in self._files:
            self._files[file.path] = self._facts(file)
        return self._files[file.path]

    def _fail_on(self, file: MapFile) -> FailOn:
        """Returns what the configuration of a map says; for other files, the strictest."""
        is_map = file.kind in {FileKind.JOURNEY, FileKind.LIBRARY}
        if is_map:
            return file.configuration.fail_on or FailOn.ERROR
        said = (each.fail_on for each in self._workspace.outlines.each if each.is_asked)
        return min(filter(None, said), key=_STRICTEST.index, default=FailOn.ERROR)

    def diagnostic(
        self, rule: Rule, finding: Finding, file: MapFile, single: Sequence[Finding] = ()
    ) -> Diagnostic:
        """Returns a finding with all that reports say of it.

        Args:
            rule: the rule that found it.
            finding: the finding.
            file: where it was found.
            single: the findings that it is gathered from, if it is.
        """
        if file.path not in self._places:
            self._places[file.path] = Places(file)
        places = self._places[file.path]
        span = span_of(file, finding)
        place = self._place(file, span)
        missing = finding.missing or ""
        if finding.more:  # nobody knows a finding that is among them, so it is as new as the count
            missing = f"{missing} and {finding.more} more"
        marks = fingerprints(rule.code, place.file, places, finding.route, missing)
        return Diagnostic(
            file=place.file,
            start=place.start,
            end=place.end,
            quote=place.quote,
            bytes=place.bytes,
            rule=self._rule(rule),
            severity=finding.severity or rule.severity,
            message=_message(finding),
            lead=_bounded(finding.message) if finding.reasons else SafeText(""),
            reasons=tuple(map(_bounded, finding.reasons)),
            gist=_bounded(finding.gist),
            rank=finding.rank,
            urgent=finding.urgent,
            help=_bounded(finding.help),
            route=SafeText(places.route_text(finding.route)),
            step=SafeText(places.step_id(finding.route)),
            crumbs=tuple(map(SafeText, places.breadcrumbs(finding.route))),
            related=tuple(self._related(finding, file)),
            fix=_offered(finding.fix) if finding.fix else None,
            fingerprint=marks.v2,
            fingerprint_v1=marks.v1,
            takes_in=finding.takes_in,
            lines=_lines(file, [span_of(file, each) for each in single] or [span]),
            is_lasting=finding.span is None or bool(finding.route),
            more=finding.more,
        )

    def _place(self, file: MapFile, span: Span) -> Place:
        source, facts = file.source, self.file(file)
        if source is None:
            return Place(file=facts, start=Position(1, 1), end=Position(1, 1), quote=None)
        start, end = source.position(span.start), source.position(span.end)
        before, behind = source.around(start, _REACH)
        is_short = span.end - span.start <= _LONGEST
        quote = Quote(
            before=SafeText(before),
            behind=SafeText(behind),
            marked=SafeText(source.cut(span)) if is_short else None,
        )
        columns = bytes_of(source, start, end)
        return Place(file=facts, start=start, end=end, quote=quote, bytes=columns)

    def _related(self, finding: Finding, file: MapFile) -> Iterator[RelatedPlace]:
        for related in _first_related(finding.related):
            home = self._by_name.get(related.path or "", file)
            if home.source is not None:
                place = self._place(home, mark_span(home.tree, related.route, Mark.NODE))
                yield RelatedPlace(
                    file=place.file,
                    start=place.start,
                    end=place.end,
                    quote=place.quote,
                    bytes=place.bytes,
                    message=SafeText(related.message),
                    code=related.code,
                )

    def _facts(self, file: MapFile) -> FileFacts:
        # Libraries and configurations hold no map: their name stands for its id.
        named = slug(file_id(file.path)) or file.path.name
        from_root = file.from_root or file.shown
        return FileFacts(
            shown=SafeText(file.shown),
            from_root=SafeText(from_root),
            path=SafeText(str(file.path)),
            kind=file.kind,
            map=SafeText(file.journey_map.id if file.journey_map else named),
            key=SafeText(file.known_as or file.written_id or from_root),
            is_text=file.source is not None,
            is_unread=file.model is None and bool(file.findings),
            fail_on=self._fail_on(file),
        )

    @cached_property
    def _by_name(self) -> dict[str, MapFile]:
        return {file.shown: file for file in self._workspace.files.values()}

    def _rule(self, rule: Rule) -> RuleFacts:
        if id(rule) not in self._rules:  # rules of maps that never meet may share a code
            page = SafeText(rule.page, lines=True)
            self._rules[id(rule)] = RuleFacts(
                code=SafeText(rule.code),
                name=SafeText(rule.name),
                severity=rule.severity,
                from_status=rule.from_status,
                basis=rule.basis,
                summary=SafeText(page.partition("\n")[0]),
                page=page,
                may_be_ignored=may_be_ignored(rule),
            )
        return self._rules[id(rule)]


def _lines(file: MapFile, spans: Iterable[Span]) -> tuple[int, ...]:
    lines = (file.source.position(span.start).line for span in spans if file.source)
    return tuple(sorted(set(lines)))


def _first_related(related: Sequence[Related]) -> Iterator[Related]:
    """Walks the first other places of a finding; the last one says how many are more."""
    more = len(related) - _MOST_RELATED
    if more <= 0:
        yield from related
        return
    yield from related[: _MOST_RELATED - 1]
    last = related[_MOST_RELATED - 1]
    yield replace(last, message=f"{last.message}, and {more:,} more places like this one")


def _message(finding: Finding) -> SafeText:
    """Returns what is wrong and its reasons as one sentence."""
    if not finding.reasons:
        return _bounded(finding.message)
    whole = map(_bounded, (finding.message, *finding.reasons))
    lead, *reasons = (each.raw for each in whole)
    return SafeText(f"{lead}: {'; '.join(reasons)}")


def _bounded(text: str) -> SafeText:
    """Cuts endless names from the map in a sentence, so that the sentence itself stays whole."""
    if len(text) <= _LONGEST:
        return SafeText(text)
    told = _LONG_NAME.sub(lambda name: f'"{name[0][1:_NAME]}…"', text)
    return SafeText(told if len(told) <= _MOST else f"{told[:_MOST]}…")


def _offered(fix: Fix) -> OfferedFix:
    return OfferedFix(
        title=SafeText(fix.title), applicability=fix.applicability, raw_changes=fix.changes
    )
