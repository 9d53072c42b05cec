"""What is fuzzed: all that reads what others have written, each with texts to begin with."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeymap.api import lint, load, mend, read_theme
from journeymap.history.merge import Markers, Versions, merge_versions
from journeymap.linter.add_ignores import wanted, with_ignores
from journeymap.linter.profiles import Selection
from journeymap.report.formats.registry import Format, render
from journeymap.templates.desired import desired_to_yaml
from journeymap.templates.not_outlines import other_kind
from journeymap.templates.outline import parse_outline
from journeymap.templates.starter import outline_to_yaml
from journeymap.views.errors import ThemeError
from journeymap.workspace.git import GitProblem
from journeymap.workspace.unmerged import merge_lines

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 29)
EVERY = Selection(select=("ALL",))
MAP, CONFIGURATION = "clinic.journey.yaml", ".journeymap.yaml"
BETWEEN = b"\n%%%\n"
"""What stands between the three versions that are merged."""
PLAIN = """\
title: Clinic
persona: Ann
channels: [phone, app]
metrics: [{id: m, name: Calls, target: 3, unit: calls}]
stages:
  - name: Before
    steps:
      - action: Calls
        emotion: -1
        channel: phone
        wait: 3 days
        pains: [Nobody answers]
        opportunities: [{idea: Call back, effort: 2, impact: 4}]
      - action: Waits
"""
OUTLINE = "# Visit\nPersona: Ann\n\n## Before\n- Calls\n  Pain: nobody answers\n-> 30 % give up\n"
THEME = """\
base: light
font: Arimo
logo: logo.png
colours: {page: "#fff", ink: "#16202c", stages: ["#1f4e86", "#127a75"], curves: ["#123"]}
"""
SETTINGS = """\
profile: review
select: [JM2, ALL]
ignore: [missing-goal]
severities: {missing-need: error}
options: {oversized-map: {steps: 40}}
exclude: ["drafts/*"]
fail_on: warning
weights: {emotion: 2}
"""
_BLOCK = re.compile(r"^```yaml[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(rb"^( *- \w.*)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Target:
    """Something that reads bytes of others.

    Attributes:
        run: reads some in a folder; what it raises is a crash.
        seeds: what is varied.
    """

    run: Callable[[bytes, Path], object]
    seeds: Callable[[], Sequence[bytes]]


def _loader(data: bytes, folder: Path) -> None:
    (folder / MAP).write_bytes(data)
    report = lint([folder / MAP], EVERY, today=TODAY)
    for each in Format:
        render(report, each).encode()


def _beside(name: str) -> Callable[[bytes, Path], None]:
    """Returns what lints a plain map beside a file."""

    def run(data: bytes, folder: Path) -> None:
        (folder / CONFIGURATION).write_bytes(b"rules_from: [our.rules.yaml]\n")
        (folder / MAP).write_text(PLAIN, encoding="utf-8")
        (folder / name).write_bytes(data)
        render(lint([folder], today=TODAY), Format.FULL).encode()

    return run


def _theme(data: bytes, folder: Path) -> None:
    path = folder / "theme.yaml"
    path.write_bytes(data)
    try:
        read_theme(path)
    except ThemeError as problem:
        str(problem).encode()


def _ignores(data: bytes, folder: Path) -> None:
    (folder / MAP).write_bytes(data)
    file = load(folder / MAP).file
    if file.document is not None:
        report = lint([folder / MAP], EVERY, today=TODAY)
        done = with_ignores(file.document, wanted(report.diagnostics), "as agreed")
        (folder / MAP).write_bytes(done.source.data)
        lint([folder / MAP], EVERY, today=TODAY)


def _fixes(data: bytes, folder: Path) -> None:
    (folder / MAP).write_bytes(data)
    for _, source in mend([folder], EVERY, today=TODAY, unsafe=True).changed:
        source.data.decode()


def _new(data: bytes, folder: Path) -> None:
    text = data.decode("utf-8", "replace")
    if not other_kind(text):
        outline = outline_to_yaml(parse_outline(text), title="New", persona="Ann")
        _loader(outline.encode(), folder)


def _desired(data: bytes, folder: Path) -> None:
    (folder / MAP).write_bytes(data)
    current = load(folder / MAP).journey_map
    if current is not None:
        new = desired_to_yaml(current, name=MAP, title="", language="", uses=())
        (folder / "new.desired.journey.yaml").write_bytes(new.encode())
        lint([folder], EVERY, today=TODAY)


def _by_lines(versions: Versions, markers: Markers) -> tuple[bytes, int]:
    names = (markers.base, markers.ours, markers.theirs)
    sides = (versions.base, versions.ours, versions.theirs)
    return merge_lines(sides, names, size=markers.size, with_base=False)


def _merge(data: bytes, folder: Path) -> None:
    base, ours, theirs = [*data.split(BETWEEN), b"", b""][:3]
    versions = Versions(base=base, ours=ours, theirs=theirs)
    with suppress(GitProblem):  # which the command says in a line
        merge_versions(versions, folder / MAP, Markers(), _by_lines)


def _examples() -> list[bytes]:
    paths = sorted((ROOT / "examples").glob("*.yaml"))
    return [PLAIN.encode(), *(path.read_bytes() for path in paths)]


def _rules() -> list[bytes]:
    """Returns the rules that the page on writing them shows."""
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    blocks = [each for each in _BLOCK.findall(page) if "require:" in each]
    heads = ("" if each.startswith("rules:") else "rules:\n" for each in blocks)
    return [f"{head}{each}".encode() for head, each in zip(heads, blocks, strict=True)]


def _settings() -> list[bytes]:
    return [SETTINGS.encode(), *_rules()]


def _themes() -> list[bytes]:
    return [THEME.encode()]


def _outlines() -> list[bytes]:
    return [OUTLINE.encode(), *_examples()[:3]]


def _ignored() -> list[bytes]:
    """Returns maps with comments that ignore, or would, behind each item on one line."""
    kinds = (b"# journeymap: ignore", b"# journeymap: ignore[missing-need] later", b"# journeymap:")
    return [_ITEM.sub(rb"\1  " + kind, text) for text in _examples()[:4] for kind in kinds]


def _versions() -> list[bytes]:
    """Returns three versions of maps: one with fewer lines, one with other words."""
    found = []
    for text in _examples()[:6]:
        lines = text.splitlines(keepends=True)
        fewer, other = lines[: len(lines) * 3 // 4], [each.replace(b"a", b"e") for each in lines]
        found.append(BETWEEN.join((text, b"".join(fewer), b"".join(other))))
    return found


TARGETS = {
    "loader": Target(run=_loader, seeds=_examples),
    "configuration": Target(run=_beside(CONFIGURATION), seeds=_settings),
    "own rules": Target(run=_beside("our.rules.yaml"), seeds=_rules),
    "themes": Target(run=_theme, seeds=_themes),
    "suppression": Target(run=_ignores, seeds=_ignored),
    "fixes": Target(run=_fixes, seeds=_examples),
    "outlines": Target(run=_new, seeds=_outlines),
    "desired maps": Target(run=_desired, seeds=_examples),
    "merge": Target(run=_merge, seeds=_versions),
}
"""What is fuzzed, by name."""
