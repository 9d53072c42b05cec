"""Puts content into a file: all of it or nothing; what the file was besides its content stays."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from errno import EACCES, EBUSY, EEXIST, ELOOP, ENOTDIR, EPERM
from pathlib import Path
from stat import S_IMODE, S_ISREG

from journeymap.workspace.exchange import exchanged

_KEPT = {EACCES, EPERM, EBUSY}
"""What a folder says that takes no other file, or not in this one's place."""
_SECRET, _USUAL = 0o600, 0o666
"""Rights of a file until it gets those of the one that it replaces, and of a new one."""


class Changed(Exception):  # noqa: N818 - not an error of the program: the file stays as it is
    """A file that was not replaced, as it holds something else than what was read from it."""


def replace_file(path: Path, data: bytes, old: bytes | None = None) -> None:
    """Puts content in the place of what a file holds, or makes the file and its folders.

    Symbolic and hard links stay, and so do rights and, where that may be, the owner. Nobody ever
    sees half of it but through a hard link, a pipe or a device, or in a folder that takes no file.
    While it is written through a hard link, what it held lies beside it.

    Args:
        path: the file; where it is a link, what it leads to is written.
        data: what it is to hold.
        old: what was read from it, where nothing else may be replaced; None where anything may.

    Raises:
        OSError: it cannot be written, and is as it was; names the file.
        Changed: somebody has written it since it was read, and it is as they left it.
    """
    with _about(path):
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(ELOOP, os.strerror(ELOOP))
        with _folder_of(target):
            there = target.stat() if target.exists() else None
            if there is None and old is not None:
                raise Changed
            if there is None:
                with _beside(target, data) as written:
                    written.replace(target)
            elif not S_ISREG(there.st_mode):  # a pipe or a device has to stay one
                target.write_bytes(data)
            elif not os.access(target, os.W_OK):
                raise OSError(EACCES, "it may not be written to")
            elif there.st_nlink > 1:
                _overwrite(target, data, there, old)
            else:
                _exchange(target, data, there, old)
            _keep_name(target.parent)


def create_file(path: Path, data: bytes) -> None:
    """Makes a file and its folders; what is there by then is left alone.

    Raises:
        OSError: it cannot be made, or is there already, and nothing is left behind; names it.
    """
    with _about(path), _folder_of(path), _beside(path, data) as written:
        try:
            os.link(written, path)
        except OSError as error:
            # Not every file system knows hard links; on those nothing but a rename is whole.
            if error.errno == EEXIST or os.path.lexists(path):
                raise OSError(EEXIST, os.strerror(EEXIST)) from error
            written.replace(path)
        _keep_name(path.parent)


def _exchange(target: Path, data: bytes, there: os.stat_result, old: bytes | None) -> None:
    """Puts a file in the place of another one, or its content where only that may be changed."""
    try:
        with _beside(target, data, there) as written:
            if old is None:
                written.replace(target)
            else:
                _take_place(written, target, data, old)
    except OSError as error:
        if error.errno not in _KEPT:
            raise
        _overwrite(target, data, there, old)


def _take_place(written: Path, target: Path, data: bytes, old: bytes) -> None:
    """Puts a file in the place of one that holds what was read from it, and of no other one.

    The two change places; where what is then taken away is something else, they change back. So
    what somebody saves at that moment is never lost.
    """
    if not exchanged(written, target):
        if target.read_bytes() != old:
            raise Changed
        written.replace(target)
        return
    ours, expected = data, old
    while (text := written.read_bytes()) != expected:
        exchanged(written, target)
        ours, expected = text, ours
    if expected is not old:
        raise Changed


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Has errors name the file that was asked for, not the one that is written first."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def _folder_of(target: Path) -> Iterator[None]:
    """Makes the folders of a file, and takes them away again where it is not made."""
    above = (target.parent, *target.parent.parents)
    missing = [folder for folder in above if not folder.exists()]
    try:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from error
        yield
    except BaseException:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _beside(target: Path, data: bytes, there: os.stat_result | None = None) -> Iterator[Path]:
    """Gives content in a file of its own beside its target; it is gone afterwards."""
    # The name is short: one made of the target's could be longer than names may be.
    path = target.parent / f".journeymap-{os.urandom(8).hex()}"
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, _SECRET if there else _USUAL), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if there:
            _hand_over(path, there)
        yield path
    finally:
        path.unlink(missing_ok=True)


def _hand_over(path: Path, there: os.stat_result) -> None:
    """Gives a file the owner, where that may be, and the rights that another one has."""
    if hasattr(os, "chown"):
        for user, group in ((-1, there.st_gid), (there.st_uid, -1)):
            with suppress(PermissionError):
                os.chown(path, user, group)
    path.chmod(S_IMODE(there.st_mode))


def _overwrite(target: Path, data: bytes, there: os.stat_result, old: bytes | None) -> None:
    """Writes into a file whose names a rename would part, or that none may take the place of."""
    held = target.read_bytes()
    with ExitStack() as beside:
        try:  # who is killed meanwhile leaves this
            beside.enter_context(_beside(target, held, there))
        except OSError as error:
            if error.errno not in _KEPT:
                raise
        with target.open("r+b") as file:
            if old is not None and file.read() != old:
                raise Changed
            try:
                if len(data) > len(held) and hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, len(data))  # a full disk tells so here
                _fill(file.fileno(), data)
            except BaseException:
                _fill(file.fileno(), held)
                raise


def _fill(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.ftruncate(handle, len(data))
    os.fsync(handle)


def _keep_name(folder: Path) -> None:
    """Has a folder's list of names on the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
