"""Write everything that is derived from the code, or check that it has not drifted.

    python scripts/generate.py            # write all of it
    python scripts/generate.py rules      # write one artefact
    python scripts/generate.py --check    # say what differs, exit with 1 if anything does

An artefact owns the files of its pattern: what the code no longer asks for is deleted.
"""

import argparse
import difflib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIFF_LINES, DIFF_WIDTH = 20, 200
# variables that change what a command says
SURROUNDINGS = {"CI", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PY_COLORS"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """A set of generated files.

    Attributes:
        name: What `generate.py NAME` calls it.
        pattern: The files it owns, as a glob below the repository's root.
        build: The wanted contents, by path below the root.
    """

    name: str
    pattern: str
    build: Callable[[], dict[str, bytes]]


def schemas() -> dict[str, bytes]:
    """JSON Schemas of maps, libraries and configuration: `schemas/NAME.schema.json`."""
    from journeymap.api import schemas as by_name

    return {
        f"schemas/{name}.schema.json": _text(json.dumps(schema, indent=2, ensure_ascii=False))
        for name, schema in by_name().items()
    }


def rules() -> dict[str, bytes]:
    """A page a rule, from its docstring, and a list of them all: `docs/rules/`."""
    from journeymap.linter.registry import RULES

    pages = {
        f"docs/rules/{rule.name}.md": _text(f"# {rule.heading}\n\n{rule.page}") for rule in RULES
    }
    rows = (
        f"| {rule.code} | [{rule.name}]({rule.name}.md) "
        f"| {rule.severity} · {rule.from_status or 'off'} | {rule.summary} | {rule.basis} |"
        for rule in RULES
    )
    head = "| code | name | severity · from | what it finds | basis |\n|---|---|---|---|---|"
    table = "\n".join((head, *rows))
    pages["docs/rules/README.md"] = _text(f"# Rules\n\n{table}")
    return pages


def language() -> dict[str, bytes]:
    """Every field, emotion word and framework: `docs/language.md`."""
    sys.path.insert(0, str(ROOT))  # so that it is found when this file is run as a script
    from scripts.language_reference import reference

    return {"docs/language.md": _text(reference())}


def weights() -> dict[str, bytes]:
    """How leverage is weighed, with the figures of today: `docs/leverage.md`."""
    sys.path.insert(0, str(ROOT))  # as above
    from scripts.leverage_page import page

    return {"docs/leverage.md": _text(page())}


def commands() -> dict[str, bytes]:
    """The help of every command, as typer writes it: `docs/commands.md`."""
    options = ["utils", "docs", "--name", "journeymap", "--title", "Commands"]
    return {"docs/commands.md": _text(_run("-m", "typer", "journeymap.cli.app", *options))}


def reports() -> dict[str, bytes]:
    """The formats of reports, by the first lines of their modules: `docs/reports.md`."""
    from journeymap.report.formats.registry import Format

    rows = (f"| `{each}` | {each.description} |" for each in Format)
    words = "What `journeymap lint --output-format` can write; `FORMAT=FILE` writes a file."
    table = "\n".join(("| format | what it is |", "|---|---|", *rows))
    return {"docs/reports.md": _text(f"# Reports\n\n{words}\n\n{table}")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture of the gallery: the first page of a view of an example.

    Attributes:
        example: The map.
        name: What the picture is called.
        options: Of `journeymap render`.
        words: What it shows.
    """

    example: str
    name: str
    options: tuple[str, ...]
    words: str

    @property
    def path(self) -> str:
        """The picture, below `docs/`."""
        return f"pictures/{self.example}-{self.name}.svg"

    @property
    def command(self) -> str:
        """The command that draws it."""
        options = " ".join(self.options)
        source = f"examples/{self.example}.journey.yaml"
        return f"journeymap render {source} -o {self.example}.svg {options}".strip()


GALLERY = (
    Shown(
        example="digital-health-plan",
        name="overview",
        options=("--view", "overview", "--theme", "dark"),
        words="The whole journey on one slide: what is most worth saying of it, the curve of "
        "feelings, who is still there, pains and ideas, and the three steps to begin with.",
    ),
    Shown(
        example="diabetes-care-pathway",
        name="focus",
        options=("--view", "focus"),
        words="The slide that makes the point: the curve of emotions, and the three steps where "
        "pressure is highest, with need, reason, idea, owner, impact and effort.",
    ),
    Shown(
        example="przychodnia",
        name="flow",
        options=("--view", "flow"),
        words="Who goes where: the width of a way tells how many take it; who leaves stands in the "
        "card; broken lines lead back.",
    ),
    Shown(
        example="diabetes-care-pathway",
        name="persona",
        options=("--view", "persona"),
        words="Whose journey it is: who she is, what drives her and what is in her way.",
    ),
    Shown(
        example="health-plan-member",
        name="poster",
        options=("--size", "a3"),
        words="A poster, A3 or A0: who it is, metrics and targets, quotes, backstage, evidence.",
    ),
    Shown(
        example="przychodnia",
        name="experience",
        options=("--lanes", "experience", "--no-overview"),
        words="Six questions about each step: need, channel, emotion, pains, ideas of customer and "
        "team, metrics against their targets; missed ones are red.",
    ),
    Shown(
        example="przychodnia",
        name="blueprint",
        options=("--lanes", "blueprint", "--no-overview"),
        words="A service blueprint: frontstage and backstage, lines of interaction and visibility.",
    ),
    Shown(
        example="diabetes-care-pathway",
        name="stakeholders",
        options=("--view", "stakeholders"),
        words="Who takes part, needs and feels what at which step, and who hands over to whom.",
    ),
    Shown(
        example="asthma-after-attack",
        name="personas",
        options=("--stage", "back-in-control"),
        words="Two people on one way: a curve for each, and steps that one of them takes alone.",
    ),
    Shown(
        example="hotel-stay",
        name="matrix",
        options=("--view", "matrix"),
        words="How much steps matter over how they are: what matters more and got less.",
    ),
    Shown(
        example="przychodnia",
        name="ideas",
        options=("--view", "matrix", "--by", "impact-effort"),
        words="Ideas by what they would bring and what they take: quick wins first.",
    ),
    Shown(
        example="health-plan-member",
        name="compare",
        options=("--view", "compare"),
        words="The journey today and as it is wished: two curves over one grid, and what changes.",
    ),
    Shown(
        example="customer-lifecycle",
        name="cycle",
        options=("--view", "cycle"),
        words="The life cycle as a ring: how people feel in each stage, and whether it closes.",
    ),
    Shown(
        example="digital-health-plan",
        name="ladder",
        options=("--view", "ladder"),
        words="The value chain as a staircase: who falls back, and where trust turns.",
    ),
    Shown(
        example="ten-minute-workshop",
        name="workshop",
        options=("--lanes", "workshop"),
        words="What a group has written down so far, with empty cells to write in.",
    ),
)
"""One picture of each view and set of rows: the repository is to stay small."""


def gallery() -> dict[str, bytes]:
    """What pictures can show, with the commands that draw them: `docs/gallery.md`."""
    parts = [
        "# Gallery",
        (
            "Every picture is drawn from a map in `examples/`; the usual maps of all examples "
            "stand in [pictures](pictures)."
        ),
    ]
    for shown in GALLERY:
        parts += [
            f"## {shown.name.capitalize()}",
            shown.words,
            f"![{shown.words}]({shown.path})",
            f"```sh\n{shown.command}\n```",
        ]
    return {"docs/gallery.md": _text("\n\n".join(parts))}


def pictures() -> dict[str, bytes]:
    """Every example as the slides that `render` draws, and the gallery: `docs/pictures/`."""
    with tempfile.TemporaryDirectory() as folder:
        for example in sorted((ROOT / "examples").glob("*.journey.yaml")):
            stem = example.name.removesuffix(".journey.yaml")
            target = str(Path(folder, f"{stem}.svg"))
            _run("-m", "journeymap", "render", str(example), "-o", target)
        usual = {
            f"docs/pictures/{picture.name}": picture.read_bytes()
            for picture in sorted(Path(folder).glob("*.svg"))
        }
    return usual | {f"docs/{shown.path}": _first_page(shown) for shown in GALLERY}


def rooms() -> dict[str, bytes]:
    """The rooms of the package as its import contract has them: `docs/rooms.svg`."""
    sys.path.insert(0, str(ROOT))  # so that it is found when this file is run as a script
    from scripts.rooms import picture

    return {"docs/rooms.svg": picture()}


def _first_page(shown: Shown) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = str(ROOT / "examples" / f"{shown.example}.journey.yaml")
        target = str(Path(folder, "page.svg"))
        _run("-m", "journeymap", "render", source, "-o", target, *shown.options)
        return min(Path(folder).glob("*.svg")).read_bytes()


def budget(*, raises: bool = False) -> dict[str, bytes]:
    """Code lines of each room, which fall by themselves and rise if wished: `docs/budget.md`."""
    sys.path.insert(0, str(ROOT))  # as above
    from scripts.code_lines import BUDGET, page

    return {BUDGET: _text(page(raises=raises))}


ARTEFACTS = (
    Artefact(name="schemas", pattern="schemas/*.json", build=schemas),
    Artefact(name="rules", pattern="docs/rules/*.md", build=rules),
    Artefact(name="language", pattern="docs/language.md", build=language),
    Artefact(name="weights", pattern="docs/leverage.md", build=weights),
    Artefact(name="commands", pattern="docs/commands.md", build=commands),
    Artefact(name="reports", pattern="docs/reports.md", build=reports),
    Artefact(name="gallery", pattern="docs/gallery.md", build=gallery),
    Artefact(name="rooms", pattern="docs/rooms.svg", build=rooms),
    Artefact(name="pictures", pattern="docs/pictures/*.svg", build=pictures),
    Artefact(name="budget", pattern="docs/budget.md", build=budget),
)


def drift(artefact: Artefact) -> Iterator[str]:
    """What differs between the repository and the code, a paragraph a file."""
    wanted = artefact.build()
    for path in sorted({*wanted, *_owned(artefact)}):
        there = (ROOT / path).read_bytes() if (ROOT / path).exists() else None
        if there is None:
            yield f"{path}: is missing"
        elif path not in wanted:
            yield f"{path}: nothing asks for it any more"
        elif there != wanted[path]:
            yield f"{path}: differs\n{_diff(there, wanted[path])}"


def write(artefact: Artefact) -> int:
    """Bring the files of an artefact up to date; returns how many changed."""
    wanted = artefact.build()
    stale = [path for path in _owned(artefact) if path not in wanted]
    for path in stale:
        (ROOT / path).unlink()
    changed = len(stale)
    for path, content in wanted.items():
        target = ROOT / path
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            changed += 1
    return changed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the script; returns the exit code."""
    names = [artefact.name for artefact in ARTEFACTS]
    parser = argparse.ArgumentParser(description="Write what is derived from the code.")
    parser.add_argument("artefacts", nargs="*", metavar="ARTEFACT", help=f"of {', '.join(names)}")
    parser.add_argument("--check", action="store_true", help="change nothing, say what differs")
    parser.add_argument(
        "--raise", dest="raises", action="store_true", help="let rooms have more lines of code"
    )
    options = parser.parse_args(arguments)
    if unknown := set(options.artefacts) - set(names):
        parser.error(f"no such artefact: {', '.join(sorted(unknown))}")
    chosen = [item for item in ARTEFACTS if item.name in (options.artefacts or names)]
    if not options.check:
        if options.raises:
            raised = partial(budget, raises=True)
            chosen = [
                replace(item, build=raised) if item.name == "budget" else item for item in chosen
            ]
        for artefact in chosen:
            print(f"{artefact.name}: {write(artefact)} changed")
        return 0
    found = [text for artefact in chosen for text in drift(artefact)]
    print("\n".join(found) or "nothing has drifted")
    if found:
        print("to bring them up to date: python scripts/generate.py")
    return 1 if found else 0


def _owned(artefact: Artefact) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in ROOT.glob(artefact.pattern)]


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={key: value for key, value in os.environ.items() if key not in SURROUNDINGS},
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def _text(content: str) -> bytes:
    return (content.strip() + "\n").encode()


def _diff(there: bytes, wanted: bytes) -> str:
    lines = list(
        difflib.unified_diff(
            there.decode(errors="replace").splitlines(),
            wanted.decode(errors="replace").splitlines(),
            "repository",
            "code",
            lineterm="",
            n=1,
        )
    )
    shown = [line[:DIFF_WIDTH] for line in lines[:DIFF_LINES]]
    rest = len(lines) - len(shown)
    return "\n".join(shown + ([f"… and {rest} more lines"] if rest else []))


if __name__ == "__main__":
    sys.exit(main())
