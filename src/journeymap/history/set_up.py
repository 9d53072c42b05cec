"""Sets up a repository of maps: what there is to be, what is there already, and taking it back."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from errno import ELOOP
from pathlib import Path
from typing import TypeAlias

from journeymap.quick_dataclass import dataclass
from journeymap.templates.set_up import (
    BASELINE,
    CI_FILES,
    DRIVERS,
    Host,
    attributes,
    editor_settings,
    text,
)
from journeymap.workspace.git import GitProblem, run
from journeymap.workspace.paths import leads_outside, straight
from journeymap.workspace.replace_file import create_file, replace_file

_SCHEMAS = ("journey", "library", "journeymap")
_BEHIND = {
    ".journeymap.yaml": ".journeymap.yml",
    ".pre-commit-config.yaml": ".pre-commit-config.yml",
}
_WORDS = ("github", "gitlab", "azure", "visualstudio")


class State(StrEnum):
    """What there is of a part."""

    MISSING = "missing"
    THERE = "there"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file of the repository.

    Attributes:
        path: where, from the root.
        content: what it holds.
        why: what it is for.
    """

    path: str
    content: bytes
    why: str

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        return self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a file that may have others.

    Attributes:
        path: the file, from the root.
        text: the line.
        why: what it is for.
    """

    path: str
    text: str
    why: str

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        return f"{self.path}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting of git in this clone.

    Attributes:
        key: its name.
        value: what it is to be.
        why: what it is for.
    """

    key: str
    value: str
    why: str

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        return f"git config {self.key}"


Part: TypeAlias = NewFile | Line | Setting


def host_of(root: Path) -> Host:
    """Returns where a repository is hosted, by its files, else by where it is pushed to."""
    for host, marks in {
        Host.GITHUB: (".github",),
        Host.GITLAB: (".gitlab-ci.yml", ".gitlab"),
        Host.AZURE: ("azure-pipelines.yml", ".azure"),
    }.items():
        if any((root / mark).exists() for mark in marks):
            return host
    with suppress(GitProblem):
        urls = run(root, "config", "--get-regexp", r"^remote\..*\.url$").stdout.decode(
            "utf-8", "replace"
        )
        found = next((word for word in _WORDS if word in urls.casefold()), "")
        return Host.AZURE if found == "visualstudio" else Host(found) if found else Host.NONE
    return Host.NONE


def parts(
    host: Host, schemas: Mapping[str, bytes], baseline: bytes | None, *, in_git: bool
) -> tuple[Part, ...]:
    """Returns all that a repository is set up with, in the order in which it is made.

    Args:
        host: where its CI runs.
        schemas: what editors check maps by, by the names of the schemas.
        baseline: the findings that there are; None where there is none to be left out.
        in_git: whether the folder is a clone.
    """
    has_baseline = baseline is not None
    found: list[Part] = [_file(".journeymap.yaml", "journeymap.yaml", "settings of the repository")]
    if baseline is not None:
        why = "the findings that there are today, so that lint fails on new ones only"
        found.append(NewFile(path=BASELINE, content=baseline, why=why))
    why = "git merges and compares maps by steps, with one kind of line end"
    found += (Line(path=".gitattributes", text=each, why=why) for each in attributes())
    if in_git:
        why = "what git calls for that, in this clone"
        found += (Setting(key=key, value=value, why=why) for key, value in DRIVERS.items())
    why = "lints before each commit"
    found.append(_file(".pre-commit-config.yaml", "pre-commit.yaml", why, baseline=has_baseline))
    if host in CI_FILES:
        path, name = CI_FILES[host]
        found.append(_file(path, name, f"lints on {host}", baseline=has_baseline))
    why = "editors complete and explain fields by it"
    found += (
        NewFile(path=f"schemas/{name}.schema.json", content=schemas[name], why=why)
        for name in _SCHEMAS
    )
    why = "tells the editor which schema is for which file"
    settings = editor_settings().encode()
    return (*found, NewFile(path=".vscode/settings.json", content=settings, why=why))


def state_of(part: Part, root: Path) -> State:
    """Returns whether a part is there, or something of the user's own in its place."""
    if isinstance(part, Setting):
        value = _value(root, part.key)
        return State.MISSING if value is None else _same(value == part.value)
    path = root / part.path
    if isinstance(part, Line):
        lines = _lines(path)
        return State.THERE if part.text in map(_squeezed, lines) else State.MISSING
    if not os.path.lexists(path):
        other = _BEHIND.get(part.path)
        return State.OTHER if other and os.path.lexists(root / other) else State.MISSING
    return _same(path.is_file() and path.read_bytes() == part.content)


def make(part: Part, root: Path) -> None:
    """Makes a part that is missing.

    Raises:
        OSError: it cannot be written.
        GitProblem: git does not take the setting.
    """
    if isinstance(part, Setting):
        _set(root, part.key, part.value)
        return
    path = _inside(part, root)
    if isinstance(part, Line):
        before = path.read_bytes() if path.exists() else b""
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        replace_file(path, before + gap + part.text.encode() + b"\n")
    else:
        create_file(path, part.content)


def take_back(part: Part, root: Path) -> None:
    """Takes a part away that is there just as it was made; folders that are empty then go too.

    Raises:
        OSError: it cannot be taken away.
        GitProblem: git does not forget the setting.
    """
    if isinstance(part, Setting):
        _set(root, part.key, None)
        return
    path = _inside(part, root)
    if isinstance(part, Line):
        left = [line for line in _lines(path, keep=True) if _squeezed(line) != part.text]
        if left:
            replace_file(path, "".join(left).encode())
            return
    path.unlink()
    for folder in path.relative_to(root).parents:
        with suppress(OSError):  # others have something in it
            if folder.parts:
                (root / folder).rmdir()


def _inside(part: NewFile | Line, root: Path) -> Path:
    path = root / part.path
    if leads_outside(straight(path)):
        raise OSError(ELOOP, "it lies behind a link that leads out of the repository")
    return path


def missing(wanted: Iterable[Part], root: Path) -> Iterator[Part]:
    """Walks the parts that are not there."""
    return (part for part in wanted if state_of(part, root) is State.MISSING)


def _file(path: str, name: str, why: str, *, baseline: bool = False) -> NewFile:
    return NewFile(path=path, content=text(name, baseline=baseline).encode(), why=why)


def _same(is_same: bool) -> State:  # noqa: FBT001 - the one thing it is about
    return State.THERE if is_same else State.OTHER


def _lines(path: Path, *, keep: bool = False) -> list[str]:
    if not path.is_file():
        return []
    return path.read_text(encoding="utf-8", errors="surrogateescape").splitlines(keepends=keep)


def _squeezed(line: str) -> str:
    return " ".join(line.split())


def _value(root: Path, key: str) -> str | None:
    done = run(root, "config", "--local", "--get", key)
    return None if done.returncode else done.stdout.decode("utf-8", "replace").removesuffix("\n")


def _set(root: Path, key: str, value: str | None) -> None:
    words = ("--unset-all", key) if value is None else (key, value)
    done = run(root, "config", "--local", *words)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise GitProblem(f"git does not take {key}: {said}")
