"""Putting content into files: all of it or nothing, and the rest of what a file is stays."""

import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EBUSY, EIO, EPERM
from pathlib import Path
from unittest.mock import Mock

import pytest

from journeymap.workspace.exchange import exchanged
from journeymap.workspace.replace_file import Changed, create_file, replace_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may become larger than so many bytes; Python takes no notice of the signal."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_a_new_file_has_the_usual_rights(
    write: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    path = tmp_path / "a" / "b" / "c.svg"
    write(path, b"new")
    other = tmp_path / "other"
    other.touch()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode == other.stat().st_mode
    assert names(path.parent) == ["c.svg"]


@pytest.mark.parametrize("reason", [EACCES, EPERM, EBUSY])
def test_what_only_may_be_changed_is_changed(
    reason: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old, and longer")
    number = path.stat().st_ino
    monkeypatch.setattr(Path, "replace", Mock(side_effect=OSError(reason, "")))
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_ino == number
    assert names(tmp_path) == ["a.svg"]
    monkeypatch.setattr(Path, "replace", Mock(side_effect=OSError(EIO, "broken")))
    with pytest.raises(OSError, match="broken"):
        replace_file(path, b"newer")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_rights_stay(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays_where_that_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    replace_file(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_an_owner_that_may_not_stay_is_no_reason_to_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.chown", refused)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("target", ["a.svg", "b.svg", "c.svg", "folder/d.svg"])
def test_links_stay(target: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.svg").write_bytes(b"old")
    os.link(tmp_path / "a.svg", tmp_path / "b.svg")
    (tmp_path / "c.svg").symlink_to("b.svg")
    (tmp_path / "folder" / "d.svg").symlink_to(tmp_path / "c.svg")
    for content in (b"longer than before", b"new"):
        replace_file(tmp_path / target, content)
        for name in ("a.svg", "b.svg", "c.svg", "folder/d.svg"):
            assert (tmp_path / name).read_bytes() == content
    assert (tmp_path / "a.svg").stat().st_nlink == 2
    assert (tmp_path / "folder" / "d.svg").readlink() == tmp_path / "c.svg"


def test_a_link_to_nothing_leads_to_the_new_file_and_a_loop_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "new").read_bytes() == b"new"
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="symbolic links"):
        replace_file(tmp_path / "loop", b"new")
    assert (tmp_path / "loop").is_symlink()


@pytest.mark.parametrize("length", [1, 200, 250, 255])
@pytest.mark.parametrize("write", [replace_file, create_file])
def test_long_names(write: Callable[[Path, bytes], None], length: int, tmp_path: Path) -> None:
    path = tmp_path / ("ä" * (length // 2) + "a" * (length % 2))
    write(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_a_name_that_is_too_long_leaves_nothing(
    write: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="too long") as problem:
        write(tmp_path / "deep" / ("a" * 256), b"new")
    assert problem.value.filename == str(tmp_path / "deep" / ("a" * 256))
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "hard link", "symbolic link", "new", "new in folders"])
def test_a_full_disk_loses_nothing_and_leaves_nothing(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    if not kind.startswith("new"):
        path.write_bytes(b"old")
    if kind == "hard link":
        os.link(path, tmp_path / "b.svg")
    if kind == "symbolic link":
        (tmp_path / "b.svg").symlink_to(path)
        path = tmp_path / "b.svg"
    if kind == "new in folders":
        path = tmp_path / "deep" / "er" / "a.svg"
    before = names(tmp_path)
    with full_disk(1_000), pytest.raises(OSError, match="too large") as problem:
        replace_file(path, b"new" * 1_000)
    assert problem.value.filename == str(path)
    assert names(tmp_path) == before
    assert all(file.read_bytes() == b"old" for file in tmp_path.iterdir())


@pytest.mark.parametrize("moment", ["os.fsync", "os.chown", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_an_end_at_any_moment_loses_nothing(
    moment: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(*_: object) -> None:
        raise error

    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(moment, ends)
        with pytest.raises(type(error)):
            replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.svg"]


def test_an_end_in_the_midst_of_a_file_with_two_names_puts_the_old_text_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, []

    def ends_once(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            raise KeyboardInterrupt
        real(handle)

    path = tmp_path / "a.svg"
    path.write_bytes(b"the old text")
    os.link(path, tmp_path / "b.svg")
    monkeypatch.setattr("os.fsync", ends_once)
    for content in (b"new", b"new and longer than the old"):
        calls.clear()
        with pytest.raises(KeyboardInterrupt):
            replace_file(path, content)
        assert path.read_bytes() == b"the old text"


@pytest.mark.parametrize("there", ["file", "empty file", "link", "dangling link"])
def test_making_a_file_takes_the_place_of_nothing(there: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    (tmp_path / "b.yaml").write_bytes(b"other")
    match there:
        case "file":
            path.write_bytes(b"old")
        case "empty file":
            path.touch()
        case "link":
            path.symlink_to("b.yaml")
        case _:
            path.symlink_to("nothing")
    before = [(each, os.path.lexists(each), each.is_symlink()) for each in tmp_path.iterdir()]
    with pytest.raises(FileExistsError):
        create_file(path, b"new")
    assert [(p, os.path.lexists(p), p.is_symlink()) for p in tmp_path.iterdir()] == before
    assert (tmp_path / "b.yaml").read_bytes() == b"other"


def test_a_file_is_made_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    create_file(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.yaml", b"newer")
    assert names(tmp_path) == ["a.yaml"]


def test_a_pipe_stays_one_and_a_locked_file_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, path = tmp_path / "pipe", tmp_path / "a.svg"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace_file(pipe, b"new")
    assert os.read(reader, 99) == b"new"
    os.close(reader)
    assert pipe.is_fifo()
    path.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def saved_by(name: str, path: Path, text: bytes) -> None:
    """Saves a file as editors do: into it, or under another name that then takes its place."""
    if name == "in place":
        path.write_bytes(text)
    else:
        path.with_name("editor").write_bytes(text)
        path.with_name("editor").replace(path)


@pytest.mark.parametrize("editor", ["in place", "under another name"])
@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_is_saved_at_the_last_moment_stays(
    editor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def late(one: Path, other: Path) -> bool:
        if path.read_bytes() == b"old":
            saved_by(editor, path, b"saved")
        return can_exchange and exchanged(one, other)

    monkeypatch.setattr("journeymap.workspace.replace_file.exchanged", late)
    with pytest.raises(Changed):
        replace_file(path, b"new", b"old")
    assert path.read_bytes() == b"saved"
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="no two files can change places there")
def test_of_two_texts_that_are_saved_at_the_last_moment_the_later_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, later = tmp_path / "a.yaml", [b"first", b"second"]
    path.write_bytes(b"old")

    def late(one: Path, other: Path) -> bool:
        if later:
            saved_by("under another name", path, later.pop(0))
        return exchanged(one, other)

    monkeypatch.setattr("journeymap.workspace.replace_file.exchanged", late)
    with pytest.raises(Changed):
        replace_file(path, b"new", b"old")
    assert path.read_bytes() == b"second"
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("can_exchange", [True, False])
@pytest.mark.parametrize("links", [1, 2])
def test_only_what_was_read_is_replaced(
    links: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    if links > 1:
        os.link(path, tmp_path / "b.yaml")
    before = names(tmp_path)
    if not can_exchange:
        monkeypatch.setattr("journeymap.workspace.replace_file.exchanged", lambda *_: False)
    for other in (b"", b"ol", b"old and more", b"another text"):
        with pytest.raises(Changed):
            replace_file(path, b"new", other)
        assert path.read_bytes() == b"old"
    replace_file(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert path.stat().st_nlink == links
    assert names(tmp_path) == before
    path.unlink()
    with pytest.raises(Changed):
        replace_file(path, b"newer", b"new")
    assert not path.exists()


def test_what_a_file_with_two_names_held_lies_beside_it_until_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    seen: list[bytes] = []
    path.write_bytes(b"the old text")
    os.link(path, tmp_path / "b.svg")
    real = os.ftruncate

    def looks(handle: int, length: int) -> None:
        assert path.read_bytes() != b"the old text"  # half of it is written
        beside = set(tmp_path.iterdir()) - {path, tmp_path / "b.svg"}
        seen.extend(each.read_bytes() for each in beside)
        real(handle, length)

    monkeypatch.setattr("os.ftruncate", looks)
    replace_file(path, b"new")
    assert seen == [b"the old text"]
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.svg", "b.svg"]


def test_two_files_change_places_or_nothing_happens(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    done = exchanged(one, other)
    assert (one.read_bytes(), other.read_bytes()) == ((b"2", b"1") if done else (b"1", b"2"))
    assert not exchanged(one, tmp_path / "missing")
    assert names(tmp_path) == ["one", "other"]
