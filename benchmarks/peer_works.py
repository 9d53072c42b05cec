"""The commands that are measured side by side: ours and those of the peers, part by part."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.corpora import STEPS, Sizes
from benchmarks.measured import AJV, COLD, HASHED, OURS, PASS, UNCHANGED, VALIDATE
from benchmarks.peer_programs import FILES, Programs
from benchmarks.same_bytes import ONE, ROOT, RUN

from journeymap.quick_dataclass import dataclass

_SCHEMA = str(ROOT / "schemas" / "journey.schema.json")
_PROGRAM = (sys.executable, "-c", f"import sys; {RUN}")  # as an installed script does
_OF_FORM = {AJV, "check-jsonschema", "yamale"}
_LEFT_OUT = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "CI", "GITHUB_ACTIONS", "COLUMNS"}
"""Variables that slow Python down, or change what is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A command that is measured.

    Attributes:
        tool: whose it is.
        label: what it does.
        command: the program and its arguments.
        files: how many files it looks at.
        before: what is done before each run and not measured.
    """

    tool: str
    label: str
    command: tuple[str, ...]
    files: int = 1
    before: Callable[[], None] | None = None


class Works:
    """All works over the maps of a folder."""

    def __init__(self, folder: Path, sizes: Sizes, programs: Programs) -> None:
        """Takes the folder of maps, how much there is of them, and the programs of the peers."""
        self.folder, self._sizes, self._programs = folder, sizes, programs
        self.empty = Work(tool=PASS, label="-c pass", command=(sys.executable, "-c", "pass"))

    def parts(self) -> dict[str, tuple[str, Callable[[], Iterator[Work]]]]:
        """Returns the title of each part and what makes its works, by name."""
        one, few, many = self._sizes.maps
        return {
            "start": ("Start", self._start),
            "lint-one": ("One map of 30 KB", partial(self._lint, f"maps-{one}", one)),
            "lint-hundred": (f"{few:,} maps of 30 KB", partial(self._lint, f"maps-{few}", few)),
            "lint-thousand": (f"{many:,} maps of 30 KB", partial(self._lint, f"maps-{many}", many)),
            "large": (f"One map of {self._sizes.large:,} steps", partial(self._lint, "large", 1)),
            "files": ("Maps of 15 KB", self._files),
            "pictures": (f"Pictures of {STEPS['pictures']} steps", self._pictures),
            "long": (f"A page of {self._sizes.long:,} steps", self._long),
        }

    def pages(self) -> int:
        """Returns on how many pages our pictures were drawn."""
        return len([*self.folder.glob("pages/map-*.svg")])

    def variables(self) -> dict[str, str]:
        """Returns the environment of all commands."""
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        return {
            **kept,
            "PYTHONPATH": str(ROOT / "src"),
            "JOURNEYMAP_CACHE_DIR": str(self._cache),
            "PUPPETEER_EXECUTABLE_PATH": self._programs.browser,
        }

    @property
    def _cache(self) -> Path:
        return self.folder / "cache"

    def _peer(self, name: str, label: str, *words: str, files: int = 1) -> Work:
        return Work(
            tool=name, label=label, command=(self._programs.command(name), *words), files=files
        )

    def _start(self) -> Iterator[Work]:
        for label in ("--version", "--help", "lint --help"):
            yield Work(tool=OURS, label=label, command=(*_PROGRAM, *label.split()))
        ajv_has_none = {AJV: "help"}
        for name in self._programs.versions:
            label = ajv_has_none.get(name, "--version")
            yield self._peer(name, label, label)

    def _lint(self, name: str, count: int) -> Iterator[Work]:
        folder = self.folder / name
        words = ("lint", "--exit-zero", "--output-format", "concise", str(folder))
        ours = partial(Work, tool=OURS, command=(*_PROGRAM, *words), files=count)
        if 1 < count < self._sizes.maps[-1] and hasattr(os, "sched_setaffinity"):
            alone = (sys.executable, "-c", ONE + RUN, *words, "--no-cache")
            yield ours(label=f"{COLD}, on one processor", command=alone)
        forget = partial(shutil.rmtree, self._cache, ignore_errors=True)
        yield ours(label=COLD, before=forget)
        yield ours(label=UNCHANGED)  # what the cold run kept
        if count > 1:
            yield ours(label=HASHED, before=partial(_touch, folder))
        every = str(folder / "*.yaml")
        files = [str(folder / f"map-{number:04}.journey.yaml") for number in range(count)]
        peers: Mapping[str, tuple[str, ...]] = {
            AJV: ("validate", "--strict=false", "-s", _SCHEMA, "-d", every),
            "check-jsonschema": ("--schemafile", _SCHEMA, *files),
            "yamale": ("-s", str(FILES / "journey.yamale.yaml"), str(folder)),
            "yamllint": ("-c", str(FILES / "yamllint.yaml"), str(folder)),
            "spectral-cli": ("lint", "-r", str(FILES / "journey.spectral.yaml"), every),
        }
        for peer, given in peers.items():
            if peer in self._programs.versions:
                yield self._peer(
                    peer, VALIDATE if peer in _OF_FORM else "lint", *given, files=count
                )

    def _files(self) -> Iterator[Work]:
        for count in self._sizes.files:
            words = ("lint", "--exit-zero", "--output-format", "concise", "--no-cache")
            cold = (*_PROGRAM, *words, f"files-{count}")
            yield Work(tool=OURS, label=COLD, command=cold, files=count)

    def _pictures(self) -> Iterator[Work]:
        (path,) = (self.folder / "pictures").iterdir()
        for kind in ("svg", "png", "pdf", "pptx", "html"):
            drawn = (*_PROGRAM, "render", str(path), "-o", f"pages/map.{kind}")
            yield Work(tool=OURS, label=kind, command=drawn)
        if "mermaid-cli" not in self._programs.versions:
            return
        # Chromium's sandbox refuses to work for root.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        settings = self.folder / "puppeteer.json"
        settings.write_text(json.dumps({"args": flags}), "utf-8")
        (self.folder / "pages").mkdir(exist_ok=True)
        for kind in ("svg", "png", "pdf"):
            words = ("-q", "-p", str(settings), "-i", "journey.mmd", "-o", f"pages/journey.{kind}")
            yield self._peer("mermaid-cli", kind, *words)

    def _long(self) -> Iterator[Work]:
        (path,) = (self.folder / "long").iterdir()
        words = ("render", str(path), "-o", "pages/long.html")
        yield Work(tool=OURS, label="html", command=(*_PROGRAM, *words))


def _touch(folder: Path) -> None:
    for path in folder.iterdir():
        path.touch()
