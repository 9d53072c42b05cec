"""What git knows of the files of a repository; the only module that runs it."""

import subprocess
from collections.abc import Collection, Iterator
from pathlib import Path

from journeymap.workspace.files import MapFile, Workspace


class GitProblem(Exception):  # noqa: N818 - not an error of the program
    """A question that git could not answer; the message says why and what to do."""


def changed_since(folder: Path, revision: str) -> frozenset[Path]:
    """Returns the files that differ from a revision, and those that git does not know yet.

    Args:
        folder: a folder of the repository.
        revision: a commit, branch or tag.

    Raises:
        GitProblem: git is not installed, the folder is in no repository, or the revision unknown.
    """
    top = Path(_line(folder, "rev-parse", "--show-toplevel")).resolve()
    commit = _commit(top, revision)
    changed = _names(top, "diff", "--no-ext-diff", "--name-only", "-z", commit, "--")
    new = _names(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset((top / name).resolve() for name in (*changed, *new))


def affected(workspace: Workspace, changed: Collection[Path]) -> tuple[Path, ...]:
    """Returns the files that were asked for and have changed, or build on something that has."""
    return tuple(
        file.path
        for file in workspace.asked
        if any(path in changed for path in _builds_on(file, workspace))
    )


def _builds_on(file: MapFile, workspace: Workspace) -> Iterator[Path]:
    """Walks a file, its configurations, and all that it leads to."""
    seen: set[Path] = set()
    waiting = [file.path]
    while waiting:
        path = waiting.pop()
        if path not in seen and path in workspace.files:
            seen.add(path)
            yield path
            there = workspace.files[path]
            waiting += [*there.configured_by, *(link.target for link in there.links if link.target)]


def _commit(top: Path, revision: str) -> str:
    unknown = f"git knows no revision {revision} here"
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise GitProblem(unknown)
    done = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode:
        raise GitProblem(f"{unknown}; in CI it may have to be fetched first")
    return done.stdout.decode().strip()


def _names(top: Path, *arguments: str) -> list[str]:
    done = _git(top, *arguments)
    if done.returncode:
        raise GitProblem(_reason(done.stderr))
    return [name.decode(errors="surrogateescape") for name in done.stdout.split(b"\0") if name]


def _line(folder: Path, *arguments: str) -> str:
    done = _git(folder, *arguments)
    if done.returncode:
        raise GitProblem(_reason(done.stderr))
    return done.stdout.decode(errors="surrogateescape").rstrip("\n")


def _reason(said: bytes) -> str:
    first = said.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
    if first.startswith("not a git repository"):
        return "this folder is in no git repository"
    return f"git says: {first or 'nothing'}"


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # A repository's own settings must not start programs: fsmonitor would.
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise GitProblem("git is not installed") from error
