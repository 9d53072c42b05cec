"""Writing a text back: all of it or nothing, in the file that was read."""

from pathlib import Path

import pytest

from journeymap.text.source import Source
from journeymap.workspace.write_back import WriteProblem, write_back

OLD = Source(name="a", text="a: 1\r\n")
NEW = Source(name="a", text="ä: 2\r\n")


def test_the_bytes_are_written_as_they_are_and_the_rights_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\r\n")
    path.chmod(0o640)
    write_back(path, OLD, NEW)
    assert path.read_bytes() == "ä: 2\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa")
    old, new = (Source(name="a", text=text, bom=True) for text in "ab")
    write_back(path, old, new)
    assert path.read_bytes() == b"\xef\xbb\xbfb"


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    target.write_bytes(OLD.data)
    link.symlink_to(target)
    write_back(link, OLD, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW.data


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 3\n")
    with pytest.raises(WriteProblem, match="it has changed since it was read"):
        write_back(path, OLD, NEW)
    assert path.read_bytes() == b"a: 3\n"


def test_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(WriteProblem, match="no such file"):
        write_back(tmp_path / "a.yaml", OLD, NEW)


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD.data)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(WriteProblem, match="it may not be written to"):
        write_back(path, OLD, NEW)
    assert path.read_bytes() == OLD.data


def test_nothing_is_left_behind_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD.data)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteProblem, match="no space left on device"):
        write_back(path, OLD, NEW)
    assert [(each, each.read_bytes()) for each in tmp_path.iterdir()] == [(path, OLD.data)]
