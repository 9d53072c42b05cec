"""Whether `lint` says the same with results that are kept as it does without, whatever is edited.

    python benchmarks/kept_results.py [--edits N] [--seed N]

A workspace with a library, linked maps, settings, own rules, patterns of git, a picture and a
baseline is edited at random: files are changed, emptied, deleted, brought back with the times that
they had, replaced by links and folders. After each edit `lint` runs twice with kept results and
once without. Says how many of these were kept, and each difference.
"""

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from journeymap.cli import main as commands
from journeymap.cli import result_cache

_MAP = """journeymap: 1
id: {id}
title: {id}
status: {status}
persona: ann
uses: shared.library.yaml
{more}
personas: [{{id: ann, name: Ann, picture: ann.png}}]
reviewed: {reviewed}
stages:
  - name: Before
    steps:
      - {{id: calls, action: Calls, channel: phone, emotion: {emotion}{step}}}
      - {{action: Waits, wait: 6 weeks}}
"""
_PLAIN = {
    "id": "clinic",
    "status": "draft",
    "more": "",
    "reviewed": "2026-01-05",
    "emotion": "calm",
    "step": "",
}


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return len(data).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")


_PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00")
    + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    + _chunk(b"IEND", b"")
)


def _map(**said: str) -> bytes:
    return _MAP.format(**{**_PLAIN, **said}).encode()


_RULE = """rules:
- {code: ACME1, name: own, on: step, require: {quote: present}, message: "{action}", help: add one}
"""
FILES: dict[str, Sequence[bytes]] = {
    "clinic.journey.yaml": [
        _map(),
        _map(status="review"),
        _map(more="desired: clinic.desired.journey.yaml"),
        _map(step=", journey: sub/office.journey.yaml"),
        _map(emotion="nonsense"),
        _map(reviewed="2031-01-05"),
        _map(more="# journeymap: ignore[missing-purpose] until 2026-02-01 agreed"),
        b"title: [\n",
    ],
    "clinic.desired.journey.yaml": [_map(id="clinic"), _map(id="wanted", emotion="angry")],
    "sub/office.journey.yaml": [_map(id="office").replace(b"uses: ", b"uses: ../"), _map()],
    "sub/.gitignore": [b"office*\n", b"!office*\n"],
    ".gitignore": [b"sub/\n", b"*.desired.*\n", b"nothing\n"],
    ".git/info/exclude": [b"sub\n", b"none\n"],
    "shared.library.yaml": [
        b"journeymap: 1\ntitle: Words\nchannels: [{id: phone, name: Phone}]\n",
        b"journeymap: 1\ntitle: Words\nchannels: [{id: letter, name: Letter}]\n",
    ],
    ".journeymap.yaml": [
        b"exclude: [sub]\n",
        b"fail_on: warning\n",
        b"extends: base/.journeymap.yaml\n",
        b"rules_from: [own.rules.yaml]\n",
        b"lint: [\n",
    ],
    "journeymap.yaml": [b"fail_on: note\n"],
    "sub/.journeymap.yaml": [b"fail_on: never\n"],
    "base/.journeymap.yaml": [b"fail_on: note\n", b"rules_from: [../own.rules.yaml]\n"],
    "own.rules.yaml": [_RULE.encode(), _RULE.replace("quote", "channel").encode()],
    "ann.png": [_PNG, b"no picture"],
    "known.json": [b"{}", b"[]"],
    "new.journey.yaml": [_map(id="new")],
}
LINES = (
    (),
    ("--output-format", "json"),
    ("--profile", "published", "--output-format", "concise"),
    ("clinic.journey.yaml", "-q"),
    ("--baseline", "known.json"),
    ("--exclude", "sub/", "--no-ignores"),
    ("--today", "2026-03-01", "--select", "JM1,JM2,JM7"),
    ("sub", "clinic.journey.yaml", "--statistics"),
)
"""What is typed behind `lint`."""


@dataclass(slots=True)
class Ran:
    """What a run did.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it said.
        was_kept: whether a result of before was shown.
    """

    code: int
    out: str
    err: str
    was_kept: bool = field(default=False, compare=False)


def lint(*words: str) -> Ran:
    """Runs `lint` in this process, as `__main__` does."""
    result_cache.forget()
    out, err = io.StringIO(), io.StringIO()
    line = ["journeymap", "lint", *words]
    streams = contextlib.redirect_stdout(out), contextlib.redirect_stderr(err)
    with streams[0], streams[1], mock.patch.object(sys, "argv", line):
        kept = result_cache.begin(line[1:])
        shown = kept.show() if kept else None
        code = commands.run() if shown is None else shown
        if kept:
            kept.finish(code)
    result_cache.forget()
    return Ran(code, out.getvalue(), err.getvalue(), shown is not None)


class Workspace:
    """A folder of maps that is edited."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        """Begins with a repository and a few files."""
        self.folder, self._chance = folder, chance
        (folder / ".git" / "info").mkdir(parents=True)
        for name in ("clinic.journey.yaml", "shared.library.yaml", "sub/office.journey.yaml"):
            self._put(name, FILES[name][0])
        self._edits: tuple[tuple[int, Callable[[str], None]], ...] = (
            (8, self._write),
            (3, self._delete),
            (2, self._write_unseen),
            (1, self._touch),
            (1, self._link),
            (1, self._lock),
            (1, self._folder),
        )

    def edit(self) -> str:
        """Edits something; returns in words what."""
        weights = [weight for weight, _ in self._edits]
        ((_, edit),) = self._chance.choices(self._edits, weights)
        name = self._chance.choice(sorted(FILES))
        edit(name)
        return f"{edit.__name__.strip('_')} {name}"

    def _put(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        if path.is_symlink():
            path.unlink()
        path.write_bytes(content)

    def _write(self, name: str) -> None:
        self._put(name, self._chance.choice(FILES[name]))

    def _delete(self, name: str) -> None:
        path = self.folder / name
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        path.unlink(missing_ok=True)

    def _write_unseen(self, name: str) -> None:
        """Writes something of the same length and time, as far as a system lets anybody."""
        path = self.folder / name
        if path.is_file():
            was, content = path.stat(), path.read_bytes()
            changed = content.replace(b"calm", b"glad").replace(b"Calls", b"Rings")
            path.write_bytes(changed if changed != content else content.swapcase())
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))

    def _touch(self, name: str) -> None:
        path = self.folder / name
        if path.exists():
            moment = self._chance.choice([0, 1_000_000_000, 4_000_000_000])
            os.utime(path, (moment, moment))

    def _link(self, name: str) -> None:
        path = self.folder / name
        self._delete(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        others = [*sorted(FILES), "..", "nowhere", name, "../outside.library.yaml"]
        path.symlink_to(self._chance.choice(others))

    def _lock(self, name: str) -> None:
        path = self.folder / name
        if path.is_file():
            path.chmod(self._chance.choice([0o000, 0o644]))

    def _folder(self, name: str) -> None:
        self._delete(name)
        (self.folder / name).mkdir(parents=True)


@contextlib.contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Goes into a folder, with results kept in another one of its own."""
    before = Path.cwd()
    with (
        tempfile.TemporaryDirectory() as kept,
        mock.patch.dict(os.environ, {result_cache.FOLDER: kept}),
    ):
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def differences(folder: Path, seed: int, edits: int) -> Iterator[tuple[str, bool]]:
    """Edits a workspace again and again; walks what differed, empty if nothing, and what was kept.

    Args:
        folder: an empty folder.
        seed: of what happens by chance.
        edits: how many there are.
    """
    chance = random.Random(seed)  # noqa: S311 - for no secret
    workspace = Workspace(folder, chance)
    with working_in(folder):
        for number in range(edits):
            done = workspace.edit() if number else "begin"
            words = chance.choice(LINES)
            first, second = lint(*words), lint(*words)
            anew = lint(*words, result_cache.OFF)
            same = first == second == anew
            yield "" if same else f"{done}: {words}: {first}, {second}, {anew}", second.was_kept


def main() -> None:
    """Edits, compares and prints."""
    parser = argparse.ArgumentParser(description="Kept results beside fresh ones.")
    parser.add_argument("--edits", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=17)
    options = parser.parse_args()
    kept = wrong = 0
    for round_ in range(0, options.edits, 100):
        with tempfile.TemporaryDirectory() as folder:
            many = min(100, options.edits - round_)
            for difference, was_kept in differences(Path(folder), options.seed + round_, many):
                kept += was_kept
                wrong += bool(difference)
                if difference:
                    print(difference)
    print(f"{options.edits} edits, {kept} results kept, {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
