"""What was measured beside the peers, as Markdown: a table a part, and one of the bars."""

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.growth import exponent
from benchmarks.processes import Cost

from journeymap.quick_dataclass import dataclass

OURS, PASS, AJV = "journeymap", "python", "ajv-cli"
COLD = "lint, cold"
UNCHANGED = "lint, unchanged"
HASHED = "lint, every file hashed"
VALIDATE = "validate"
_MS = 1000
_LONG = 10
"""Seconds from which on seconds are told and not milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one command took in all its runs.

    Attributes:
        tool: whose command it is.
        label: what it does.
        costs: those runs that count; none where it failed.
        megabytes: the most memory of all runs.
        files: how many files it looks at.
        problem: why there are no runs.
    """

    tool: str
    label: str
    costs: tuple[Cost, ...] = ()
    megabytes: float = 0
    files: int = 1
    problem: str = ""

    @property
    def seconds(self) -> float:
        """The median CPU time."""
        return statistics.median(each.seconds for each in self.costs)

    @property
    def wall(self) -> float:
        """The median time until the command ended."""
        return statistics.median(each.wall for each in self.costs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was measured in turn, side by side.

    Attributes:
        name: what selects it.
        title: what is done.
        rows: the commands, the empty Python first.
    """

    name: str
    title: str
    rows: Sequence[Measured]

    def find(self, tool: str, label: str) -> Measured | None:
        """Returns what a command took, if it ran."""
        named = (row for row in self.rows if (row.tool, row.label) == (tool, label))
        return next((row for row in named if row.costs), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What is to be reached.

    Attributes:
        part: the part that it is measured in.
        label: the command of ours.
        unit: in what it is measured.
        next: what is to be reached now, if anything is named.
        extreme: what would be the best that anybody hopes for, if anything is named.
        is_least: whether more is better.
    """

    part: str
    label: str
    unit: str
    next: float | None
    extreme: float | None = None
    is_least: bool = False

    def met(self, value: float, bound: float) -> bool:
        """Whether a value reaches a bound."""
        return value >= bound if self.is_least else value <= bound


TIMES_PASS, TIMES_AJV, MIB, SECONDS = "× `pass`", "× ajv", "MiB", "s"
WALL = "× ajv in wall time"
A_FILE, EXPONENT = "× `pass` for one more file", "exponent of files"
PARSING, ANALYSIS = "× as fast as ruamel.yaml's C compose", "× reading the map"
BARS = (
    Bar(part="start", label="--version", unit=TIMES_PASS, next=1.1),
    Bar(part="start", label="--help", unit=TIMES_PASS, next=5, extreme=2),
    Bar(part="start", label="lint --help", unit=TIMES_PASS, next=5, extreme=2),
    Bar(part="lint-one", label=COLD, unit=TIMES_PASS, next=17, extreme=11),
    Bar(part="lint-one", label=UNCHANGED, unit=TIMES_PASS, next=1.5, extreme=1.2),
    Bar(part="files", label=COLD, unit=A_FILE, next=0.8, extreme=0.35),
    Bar(part="files", label=COLD, unit=EXPONENT, next=1.1),
    Bar(part="files", label=COLD, unit=MIB, next=500, extreme=250),
    Bar(part="lint-thousand", label=COLD, unit=TIMES_AJV, next=6, extreme=2.5),
    Bar(part="lint-thousand", label=COLD, unit=WALL, next=None),
    Bar(part="lint-thousand", label=COLD, unit=MIB, next=200, extreme=120),
    Bar(part="lint-thousand", label=UNCHANGED, unit=TIMES_PASS, next=4),
    Bar(part="lint-thousand", label=HASHED, unit=TIMES_PASS, next=7),
    Bar(part="large", label=COLD, unit=TIMES_AJV, next=1.5, extreme=1),
    Bar(part="inside", label="parsing", unit=PARSING, next=1.3, extreme=1.45, is_least=True),
    Bar(part="inside", label="analysis", unit=ANALYSIS, next=1, extreme=0.5),
    Bar(part="pictures", label="svg", unit=TIMES_PASS, next=22, extreme=14),
    Bar(part="pictures", label="png", unit=TIMES_PASS, next=52, extreme=42),
    Bar(part="pictures", label="pdf", unit=TIMES_PASS, next=25),
    Bar(part="pictures", label="pptx", unit=TIMES_PASS, next=45),
    Bar(part="pictures", label="html", unit=TIMES_PASS, next=20, extreme=13),
    Bar(part="long", label="html", unit=SECONDS, next=4, extreme=2),
)


def value(bar: Bar, part: Part, inside: Mapping[str, float]) -> float | None:
    """Returns what was measured where there is a bar, or None where it was not.

    Args:
        bar: the bar.
        part: its part.
        inside: what was measured inside of the program, by label.
    """
    if bar.unit in {PARSING, ANALYSIS}:
        return inside.get(bar.label)
    ours = [row for row in part.rows if row.costs and (row.tool, row.label) == (OURS, bar.label)]
    empty, ajv = part.find(PASS, "-c pass"), part.find(AJV, VALIDATE)
    if not ours or not empty or (bar.unit in {TIMES_AJV, WALL} and not ajv):
        return None
    most, other = ours[-1], ajv or empty
    found = {
        MIB: most.megabytes,
        SECONDS: most.seconds,
        TIMES_PASS: most.seconds / empty.seconds,
        TIMES_AJV: most.seconds / other.seconds,
        WALL: most.wall / other.wall,
    }
    return found[bar.unit] if bar.unit in found else _growth(bar.unit, ours, empty.seconds)


def _growth(unit: str, rows: Sequence[Measured], empty: float) -> float | None:
    """What one more file takes, or how the cost grows with files, less that of the fewest."""
    least, *others = sorted(rows, key=lambda row: row.files)
    if unit == A_FILE and others:
        more = others[0]
        return (more.seconds - least.seconds) / (more.files - least.files) / empty
    if unit == EXPONENT and len(others) > 1:
        sizes = [row.files - least.files for row in others]
        return exponent(sizes, [row.seconds - least.seconds for row in others])
    return None


def markdown(parts: Sequence[Part], inside: Mapping[str, float]) -> str:
    """Returns all tables: the bars first, then what each part took.

    Args:
        parts: what was measured.
        inside: what was measured inside of the program, by label.
    """
    sections = ["\n".join(_bars(parts, inside)), *("\n".join(_part(each)) for each in parts)]
    return "\n\n".join(filter(None, sections))


def _bars(parts: Sequence[Part], inside: Mapping[str, float]) -> Iterator[str]:
    by_name = {part.name: part for part in parts}
    by_name.setdefault("inside", Part(name="inside", title="Inside of the program", rows=()))
    found = [(bar, by_name[bar.part]) for bar in BARS if bar.part in by_name]
    told = [(bar, part, value(bar, part, inside)) for bar, part in found]
    measured = [(bar, part, number) for bar, part, number in told if number is not None]
    if not measured:
        return
    yield from ("### The bars", "")
    yield from ("| what | measured | next | | extreme | |", "|---|---:|---:|---|---:|---|")
    for bar, part, number in measured:
        next_, extreme = (_bound(bar, number, bound) for bound in (bar.next, bar.extreme))
        what = f"{part.title}: {bar.label}"
        yield f"| {what} | {_number(number)} {bar.unit} | {next_} | {extreme} |"


def _bound(bar: Bar, number: float, bound: float | None) -> str:
    """Two cells: what is to be reached, and whether it is."""
    if bound is None:
        return "– | "
    sign = "≥" if bar.is_least else "≤"
    return f"{sign} {bound:g} | {'passed' if bar.met(number, bound) else '**missed**'}"


def _part(part: Part) -> Iterator[str]:
    bases = {"× `pass`": part.find(PASS, "-c pass"), "× ajv": part.find(AJV, VALIDATE)}
    columns = ["CPU", *(name for name, base in bases.items() if base), "wall", "MiB", "runs"]
    yield from (f"### {part.title}", "")
    yield f"| program | what | {' | '.join(columns)} |"
    yield f"|---|---|{'---:|' * len(columns)}"
    for row in part.rows:
        if row.costs:
            ratios = [_number(row.seconds / each.seconds) for each in bases.values() if each]
            cells = [_time(row.seconds), *ratios, _time(row.wall), _memory(row)]
            yield f"| {_who(row)} | {' | '.join(cells)} | {len(row.costs)} |"
        else:
            yield f"| {_who(row)} | left out: {row.problem} {'| ' * len(columns)}|"


def _who(row: Measured) -> str:
    many = f", {row.files:,} files" if row.files > 1 else ""
    return f"{row.tool} | {row.label}{many}"


def _memory(row: Measured) -> str:
    return f"{row.megabytes:.0f}" if row.megabytes else "–"


def _number(number: float) -> str:
    """A number with three digits that count, as far as they stand before the point."""
    if number >= 100:  # noqa: PLR2004 - from here on no digit behind the point is told
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= _LONG else f"{number:.2f}"


def _time(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= _LONG else f"{seconds * _MS:,.0f} ms"


def checks(versions: Mapping[str, str], described: Mapping[str, str]) -> Iterable[str]:
    """Walks the lines of a table of programs: their versions, and what each checks."""
    yield from ("| program | version | what it checks |", "|---|---|---|")
    for name, version in versions.items():
        yield f"| {name} | {version} | {described[name]} |"
