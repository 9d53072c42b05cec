"""Which files there are, where a repository ends, and what a path in a map leads to."""

from itertools import chain
from pathlib import Path

from journeymap.model.fields import FileKind
from journeymap.workspace.config import FILE_NAMES
from journeymap.workspace.storage import DISK, Disk, Storage, disk_of

JOURNEY_ENDINGS = (".journey.yaml", ".journey.yml")
LIBRARY_ENDINGS = (".library.yaml", ".library.yml")
_BARE = ("HEAD", "objects", "refs")
"""What a repository has at its top in which nothing is checked out."""
RULES_ENDINGS = (".rules.yaml", ".rules.yml")


class PathProblem(Exception):  # noqa: N818 - it is the analyst's problem, not a program's error
    """A path in a map that the tool will not follow.

    Attributes:
        message: what is wrong with it.
        help: what to write instead.
    """

    def __init__(self, message: str, help_: str) -> None:
        """Keeps what is wrong and what to write instead."""
        super().__init__(message)
        self.message = message
        self.help = help_


def kind_of(path: Path, otherwise: FileKind = FileKind.JOURNEY) -> FileKind:
    """Returns what a file holds by its name; `otherwise` where the name does not tell."""
    if path.name in FILE_NAMES:
        return FileKind.CONFIGURATION
    if path.name.endswith(JOURNEY_ENDINGS):
        return FileKind.JOURNEY
    if path.name.endswith(LIBRARY_ENDINGS):
        return FileKind.LIBRARY
    return FileKind.RULES if path.name.endswith(RULES_ENDINGS) else otherwise


def file_id(path: Path) -> str:
    """Returns the part of a file's name from which a map's id is derived."""
    for ending in (*JOURNEY_ENDINGS, *LIBRARY_ENDINGS, ".yaml", ".yml"):
        if path.name.endswith(ending):
            return path.name.removesuffix(ending)
    return path.stem


def find_root(path: Path, storage: Storage = DISK) -> Path:
    """Returns the root of the repository that a file lies in.

    That is the nearest folder above it with `.git`, else with `.journeymap.yaml`, else that of a
    bare repository, else its own.
    """
    disk = disk_of(storage)
    folder = path if disk.is_directory(path) else path.parent
    return _marked_root(folder, disk) or folder


def _marked_root(folder: Path, disk: Disk) -> Path | None:
    above = (folder, *folder.parents)
    found = (
        (each for each in above if any(disk.is_there(each / mark) for mark in marks))
        for marks in ((".git",), FILE_NAMES)
    )
    bare = (each for each in above if all((each / mark).exists() for mark in _BARE))
    return next(chain.from_iterable(chain(found, (bare,))), None)


def git_root(path: Path, storage: Storage = DISK) -> Path | None:
    """Returns the root of the git repository that a file or folder lies in; None outside of any."""
    disk = disk_of(storage)
    return next((each for each in (path, *path.parents) if disk.is_there(each / ".git")), None)


def find_configuration(path: Path, root: Path, storage: Storage = DISK) -> Path | None:
    """Returns the nearest configuration above a file, up to the repository's root."""
    folder = path if disk_of(storage).is_directory(path) else path.parent
    for candidate in (folder, *folder.parents):
        for name in FILE_NAMES:
            if storage.is_file(candidate / name):
                return candidate / name
        if candidate == root:
            return None
    return None


def resolve(said: str, *, by: Path, root: Path, storage: Storage = DISK) -> Path:
    """Returns the file that a path in another file leads to.

    Args:
        said: the path as it is written, relative to the file that says it.
        by: that file.
        root: the repository's root, which no path may leave.
        storage: where files are read from.

    Raises:
        PathProblem: it is no relative path, or leads outside the repository, or to no file.
    """
    if "://" in said or said.startswith(("/", "~")) or "\\" in said or said[1:2] == ":":
        msg = f"`{said}` is not a relative path"
        raise PathProblem(msg, "write a path relative to this file, with /")
    if any(mark in said for mark in "*?[\0"):
        msg = f"`{said}` names no single file"
        raise PathProblem(msg, "write one path without * or ?")
    try:
        target = storage.resolve(by.parent / said)
        is_file = storage.is_file(target)
    except (OSError, RuntimeError) as error:  # too long, a loop of links, a locked folder
        msg = f"`{said}` cannot be followed"
        raise PathProblem(msg, "check the path; it is relative to this file") from error
    if not target.is_relative_to(disk_of(storage).resolve(root)):
        msg = f"`{said}` lies outside the repository"
        raise PathProblem(msg, "move the file into the repository, or remove the link")
    if not is_file:
        msg = f"there is no file `{said}`"
        raise PathProblem(msg, _near_file(target, storage))
    return target


def straight(path: Path, storage: Storage = DISK) -> Path:
    """Returns an absolute path without `..`; links stay as they are, but for those before one."""
    disk = disk_of(storage)
    parts = path.absolute().parts
    behind = max((i for i, part in enumerate(parts) if part == ".."), default=-1) + 1
    if not behind:
        return path.absolute()
    return disk.resolve(Path(*parts[:behind])).joinpath(*parts[behind:])


def leads_outside(path: Path, storage: Storage = DISK) -> bool:
    """Tells whether a link leads a straight path out of the repository in which it lies.

    Where there is no repository, files stay in their folder, as in `find_root`.
    """
    target = storage.resolve(path)
    if target == path:
        return False
    disk = disk_of(storage)
    root = _marked_root(path.parent, disk)
    while root and disk.is_link(root) and (outer := _marked_root(root.parent, disk)):
        root = outer  # a link to another repository is a link out of this one
    if root is None:
        inside = target.is_relative_to(disk.resolve(path.parent))
        return not disk.is_directory(target) and not inside
    return not target.is_relative_to(disk.resolve(root))


def _near_file(target: Path, storage: Storage) -> str:
    from journeymap.model.likeness import nearest

    # What all maps end in makes no two of them alike.
    ending, names = "".join(target.suffixes[-2:]), storage.names(target.parent)
    stems = {name.removesuffix(ending): name for name in names if name.endswith(ending)}
    near = tuple(stems[each] for each in nearest(target.name.removesuffix(ending), stems))
    near = near or nearest(target.name, [each for each in names if each not in stems.values()])
    return f"did you mean {near[0]}?" if near else "check the path; it is relative to this file"
