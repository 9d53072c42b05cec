"""A file that git could not merge: its three versions, and how git itself merges lines."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from journeymap.workspace.git import GitProblem, run

_MOST_CLASHES = 127
"""Above this many, and for what is no text, git says nothing of how many there are."""


def shows_base(folder: Path) -> bool:
    """Tells whether git is set to show in a clash what was there before."""
    said = run(folder, "config", "merge.conflictStyle").stdout.decode(errors="replace").strip()
    return said in {"diff3", "zdiff3"}


def stages(path: Path) -> tuple[bytes, bytes, bytes]:
    """Returns the three versions of a file that a merge left unfinished: base, ours, theirs.

    A version that is not there, as of a file that both sides added, is empty.

    Raises:
        GitProblem: the file is in no repository, or not left unmerged there.
    """
    folder = path.resolve().parent
    done = run(folder, "ls-files", "-u", "-z", "--", path.name)
    if done.returncode:
        raise GitProblem(f"{path} is in no git repository")
    found: dict[bytes, str] = {}
    for entry in filter(None, done.stdout.split(b"\0")):
        _, name, stage = entry.partition(b"\t")[0].split()
        found[stage] = name.decode()
    if not {b"2", b"3"} <= found.keys():
        raise GitProblem(f"git has no unfinished merge of {path}")
    base, ours, theirs = (
        run(folder, "cat-file", "blob", found[stage]).stdout if stage in found else b""
        for stage in (b"1", b"2", b"3")
    )
    return base, ours, theirs


def merge_lines(
    versions: Sequence[bytes], names: Sequence[str], *, size: int, with_base: bool
) -> tuple[bytes, int]:
    """Merges three versions line by line, as git does.

    Args:
        versions: base, ours and theirs.
        names: what the markers call them.
        size: how many characters a marker has.
        with_base: whether a clash shows what was there before.

    Returns:
        The text with markers, and how many clashes there are.

    Raises:
        GitProblem: git is not installed, or cannot merge them: they are no texts.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base, ours, theirs = (folder / each for each in ("base", "ours", "theirs"))
        for path, content in zip((base, ours, theirs), versions, strict=True):
            path.write_bytes(content)
        of_base, of_ours, of_theirs = names
        style = ("--diff3",) if with_base else ()
        done = run(
            folder,
            *("merge-file", "-p", f"--marker-size={size}", *style),
            *("-L", of_ours, "-L", of_base, "-L", of_theirs),
            *map(os.fspath, (ours, base, theirs)),
        )
    if done.returncode > _MOST_CLASHES or done.returncode < 0:
        raise GitProblem("git cannot merge it line by line")
    return done.stdout, done.returncode
