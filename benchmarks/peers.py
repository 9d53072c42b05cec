"""What journeymap costs beside its peers: side by side in one run, as Markdown.

    python -m benchmarks.peers [--only PART …] [--rounds N] [--write docs/performance.md]

Installs the peers once into a folder of the cache, makes its maps, and has all commands take turns.
A command whose runs took long is not repeated. Linux and macOS.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpora import SMALL, Sizes, write
from benchmarks.measured import OURS, Measured, Part, checks, markdown
from benchmarks.peer_programs import CHECKS, Programs, cache_folder
from benchmarks.peer_works import Work, Works
from benchmarks.processes import Cost, adopt_orphans, cost
from benchmarks.same_bytes import ROOT

BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"
INSIDE = {
    "parsing": "from benchmarks import parse; print(parse.ratio())",
    "analysis": "from benchmarks import analysis; print(analysis.ratio())",
}
_ROUNDS, _ENOUGH = 5, 8
PARTS = "start, lint-one, lint-hundred, lint-thousand, large, files, pictures, long, inside"
_CHECKED = {
    OURS: "form, references, order, flow, feelings, leverage: all rules of the map's status"
}


def measure(works: Works, chosen: Sequence[Work], rounds: int, enough: float) -> list[Measured]:
    """Has commands take turns, and returns what each took.

    The first run of each warms up and shows how much memory all its processes hold; its times
    count only where there is no other.

    Args:
        works: where they run.
        chosen: the commands.
        rounds: how often each runs that is quick.
        enough: seconds of all its runs after which a command is not run again.
    """
    runs: dict[Work, list[Cost]] = {work: [] for work in chosen}
    failed: dict[Work, int] = {}
    for turn in range(rounds + 1):
        for work, costs in runs.items():
            if work in failed or sum(each.wall for each in costs) > enough:
                continue
            if work.before:
                work.before()
            took = cost(
                work.command, works.folder, variables=works.variables(), is_watched=not turn
            )
            if took.code:
                failed[work] = took.code
                print(f"{work.tool} {work.label}: exit code {took.code}", file=sys.stderr)
                print((works.folder / "out").read_text("utf-8", "replace")[-2000:], file=sys.stderr)
            costs.append(took)
    return [_measured(work, costs, failed.get(work, 0)) for work, costs in runs.items()]


def _measured(work: Work, costs: Sequence[Cost], code: int) -> Measured:
    if code:
        problem = f"it ends with exit code {code}"
        return Measured(tool=work.tool, label=work.label, files=work.files, problem=problem)
    return Measured(
        tool=work.tool,
        label=work.label,
        costs=tuple(costs[1:] or costs),
        megabytes=max(each.megabytes for each in costs),
        files=work.files,
    )


def measured_parts(works: Works, given: argparse.Namespace) -> Iterator[Part]:
    """Measures part after part, and tells when each is done."""
    for name, (title, make) in works.parts().items():
        if given.only and name not in given.only:
            continue
        rows = measure(works, [works.empty, *make()], given.rounds, given.enough)
        done = f"{title} on {works.pages()} pages" if name == "pictures" else title
        print(f"{datetime.now(UTC):%H:%M:%S} {done}", file=sys.stderr, flush=True)
        yield Part(name=name, title=done, rows=rows)


def inside() -> dict[str, float]:
    """Measures what no command shows, each in a process of its own."""
    found = {}
    for name, program in INSIDE.items():
        variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-c", program]
        done = subprocess.run(
            command, check=True, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True
        )
        found[name] = float(done.stdout)
    return found


def surroundings(programs: Programs, load: float) -> str:
    """Returns in a sentence when and on what kind of machine it was measured, and with what.

    Args:
        programs: those of the peers.
        load: how many processes were busy when it began.
    """
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    versions = [f"{platform.python_implementation()} {platform.python_version()}"]
    browsers = [programs.browser] if "mermaid-cli" in programs.versions else []
    for name, program in (("Node", "node"), *(("", browser) for browser in browsers)):
        versions.append(f"{name} {_version(program)}".strip())
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y} on a machine with {os.cpu_count()} cores and"
        f" {memory:.0f} GiB of memory ({platform.system()} on {platform.machine()}; load at the"
        f" start {load:.1f}), with {', '.join(each for each in versions if each)}."
    )


def _version(program: str) -> str:
    """What a program calls its version; nothing if it is not there."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip().lstrip("v").partition(" built on")[0]


def page(text: str, tables: str) -> str:
    """Returns a page with tables in the place of those that stand between its two marks.

    Raises:
        ValueError: the page lacks a mark.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"


def told(programs: Programs, load: float, parts: Sequence[Part], more: Mapping[str, float]) -> str:
    """Returns everything that was measured as Markdown."""
    from journeymap import __version__

    versions = {OURS: __version__, **programs.versions}
    lines = [surroundings(programs, load), "", *checks(versions, {**CHECKS, **_CHECKED}), ""]
    lines += [f"Left out is {name}: {why}." for name, why in programs.missing.items()]
    return "\n".join(lines).strip() + "\n\n" + markdown(parts, more)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], metavar="PART", help=PARTS)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--enough", type=float, default=_ENOUGH, metavar="SECONDS")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into a page")
    parser.add_argument("--programs", type=Path, default=cache_folder(), metavar="FOLDER")
    parser.add_argument("--small", action="store_true", help="few and short maps, as a trial")
    return parser.parse_args()


def main() -> None:
    """Measures and prints."""
    given = _arguments()
    load = os.getloadavg()[0]
    adopt_orphans()
    programs = Programs(given.programs.resolve())
    programs.install()
    # A run that writes byte code of a checkout keeps no result: the program changes while it runs.
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=True)
    sizes = SMALL if given.small else Sizes()
    with tempfile.TemporaryDirectory() as place:
        works = Works(Path(place), sizes, programs)
        if unknown := set(given.only) - set(PARTS.split(", ")):
            sys.exit(f"no part {', '.join(sorted(unknown))}; there are {PARTS}")
        write(Path(place), sizes)
        parts = [*measured_parts(works, given)]
    more = inside() if not given.only or "inside" in given.only else {}
    tables = told(programs, load, parts, more)
    if given.only:
        tables = f"Only these parts were measured: {', '.join(given.only)}.\n\n{tables}"
    print(tables)
    if given.write:
        given.write.write_text(page(given.write.read_text("utf-8"), tables), "utf-8")


if __name__ == "__main__":
    main()
