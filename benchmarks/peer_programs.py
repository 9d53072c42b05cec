"""The programs that are measured beside ours, in an environment of their own.

They are installed once, into a folder of the user's cache, in the versions that stand here.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

FILES = Path(__file__).resolve().parent / "peer_files"
PYTHON: Mapping[str, str] = {
    "yamllint": "1.38.0",
    "check-jsonschema": "0.39.0",
    "yamale": "6.1.0",
}
NODE: Mapping[str, str] = {
    "ajv-cli": "5.0.0",
    "@stoplight/spectral-cli": "6.16.3",
    "@mermaid-js/mermaid-cli": "12.2.0",
}
CALLED = {"ajv-cli": "ajv", "spectral-cli": "spectral", "mermaid-cli": "mmdc"}
"""Where a program is called otherwise than what is installed."""
CHECKS: Mapping[str, str] = {
    "ajv-cli": "form only: against our JSON Schema",
    "check-jsonschema": "form only: against our JSON Schema",
    "yamale": "form only: against a schema of the main fields in its own language",
    "yamllint": "how the YAML is written: its default rules, but for the length of lines",
    "spectral-cli": "20 rules like ours that look at one place each; no form",
    "mermaid-cli": "nothing; draws a journey with as many steps as the map, on one picture",
}
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


class Programs:
    """The installed programs, and why those are missing that are."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder in which they are, or are to be; nothing is installed yet."""
        self._folder = folder
        self.missing: dict[str, str] = {}

    def install(self) -> None:
        """Installs what is not there in the version that is asked for."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._has("python", PYTHON):
            self._run(sys.executable, "-m", "venv", "--clear", str(self._folder / "python"))
            wanted = [f"{name}=={version}" for name, version in PYTHON.items()]
            self._run(str(self._folder / "python/bin/pip"), "install", "--quiet", *wanted)
            self._note("python", PYTHON)
        if not shutil.which("npm"):
            self.missing |= dict.fromkeys(map(_short, NODE), "there is no npm")
        elif not self._has("node", NODE):
            (self._folder / "node").mkdir(exist_ok=True)
            package = {"private": True, "dependencies": dict(NODE)}
            (self._folder / "node/package.json").write_text(json.dumps(package), "utf-8")
            quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
            self._run("npm", "install", *quiet, "--prefix", str(self._folder / "node"))
            self._note("node", NODE)
        if "mermaid-cli" not in self.missing and not self.browser:
            self.missing["mermaid-cli"] = (
                "there is no browser: name one in PUPPETEER_EXECUTABLE_PATH"
            )

    @cached_property
    def browser(self) -> str:
        """The Chromium that mermaid-cli draws with, or nothing."""
        named = os.environ.get("PUPPETEER_EXECUTABLE_PATH", "")
        return named or next(filter(None, map(shutil.which, _CHROMIUMS)), "")

    @property
    def versions(self) -> dict[str, str]:
        """The version of each program, by name; those that are missing left out."""
        every = {_short(name): version for name, version in {**PYTHON, **NODE}.items()}
        return {name: version for name, version in every.items() if name not in self.missing}

    def command(self, name: str) -> str:
        """Returns the path of a program."""
        if name in PYTHON:
            return str(self._folder / "python/bin" / name)
        return str(self._folder / "node/node_modules/.bin" / CALLED[name])

    def _has(self, kind: str, wanted: Mapping[str, str]) -> bool:
        path = self._folder / f"{kind}.json"
        return path.is_file() and json.loads(path.read_text("utf-8")) == dict(wanted)

    def _note(self, kind: str, done: Mapping[str, str]) -> None:
        (self._folder / f"{kind}.json").write_text(json.dumps(dict(done)), "utf-8")

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=sys.stderr)


def _short(name: str) -> str:
    return name.rpartition("/")[2]


def cache_folder() -> Path:
    """Returns where the programs are kept if no other folder is named."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "journeymap-benchmarks"
