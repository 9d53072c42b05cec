"""How often each rule found something, in every format of a report."""

from collections import defaultdict
from dataclasses import replace

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report, RuleFacts
from journeymap.quick_dataclass import dataclass
from journeymap.report.formats import registry
from journeymap.report.formats.json import VERSION, dumped, summary
from journeymap.report.formats.registry import Format, ReportOptions
from journeymap.tables.table import Column, Kind, Table, records, to_json, to_markdown
from journeymap.terminal.fitted_table import text
from journeymap.text.source import SafeText


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """What a rule found."""

    rule: RuleFacts
    found: tuple[Diagnostic, ...]

    @property
    def many(self) -> int:
        return sum(each.count for each in self.found)

    @property
    def files(self) -> int:
        return len({each.file for each in self.found})

    @property
    def severity(self) -> Severity:
        return min((each.severity for each in self.found), key=lambda each: each.rank)


def render(report: Report, output_format: Format, options: ReportOptions) -> str:
    """Returns a row a rule, the most frequent first.

    Where a format can only hold findings, there is one a rule that tells how many there are.
    """
    counts = _counts(report)
    table = Table(columns=_COLUMNS, items=counts, head={"summary": summary(report)}, key="rules")
    match output_format:
        case Format.FULL:
            return text(table) if counts else ""
        case Format.MD:
            return to_markdown(table)
        case Format.JSON:
            return to_json(table)
        case Format.JSONL:
            lines = (dumped({"version": VERSION, **row}) for row in records(table))
            return "".join(f"{line}\n" for line in lines)
        case _:
            told = tuple(_told(count, options) for count in counts)
            files = tuple(file for file in report.files if file in {each.file for each in told})
            counted = replace(report, files=files, diagnostics=told)
            return registry.render(counted, output_format, options)


_COLUMNS: tuple[Column[_Count], ...] = (
    Column(key="findings", title="Findings", kind=Kind.NUMBER, value=lambda each: each.many),
    Column(key="files", title="Files", kind=Kind.NUMBER, value=lambda each: each.files),
    Column(key="code", title="Code", value=lambda each: each.rule.code),
    Column(key="name", title="Name", value=lambda each: each.rule.name),
    Column(key="severity", value=lambda each: each.severity),
)


def _counts(report: Report) -> tuple[_Count, ...]:
    found: dict[RuleFacts, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        found[diagnostic.rule].append(diagnostic)
    counts = [_Count(rule=rule, found=tuple(each)) for rule, each in found.items()]
    return tuple(sorted(counts, key=lambda each: (-each.many, each.rule.code)))


def _told(count: _Count, options: ReportOptions) -> Diagnostic:
    """Returns the gravest finding of a rule, in the place of them all."""
    first = min(count.found, key=lambda each: (not each.fails(options.fail_on), each.severity.rank))
    many, files = count.many, count.files
    findings = f"{many} finding{'' if many == 1 else 's'}"
    told = f"{findings} in {files} file{'' if files == 1 else 's'}, such as: {first.message.raw}"
    return replace(first, message=SafeText(told), related=(), fix=None)
