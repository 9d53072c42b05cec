"""The trial of faults sees what a fault does: it is run by hand, as it takes minutes."""

import pytest
from benchmarks.faulty_runs import COMMANDS, Done, Tried

from journeymap.cli import main

BEFORE = {"a.svg": b"old", "a.journey.yaml": b"map"}
USUAL = Done(
    code=0, out=b"a.svg\n", err=b"said\n", files={**BEFORE, "a.svg": b"whole", "new": b"n"}
)
STOPPED = Done(code=130, out=b"", err=b"interrupted\n", files=BEFORE)


def problems(done: Done, *, must: bool | None = None) -> list[str]:
    return list(Tried(before=BEFORE, usual=USUAL, done=done, code=130, must=must).problems())


def test_every_command_is_tried() -> None:
    assert set(main.COMMANDS) <= {command.arguments[0] for command in COMMANDS}


@pytest.mark.parametrize(
    "done",
    [
        USUAL,
        STOPPED,
        Done(code=130, out=b"a.s", err=b"said\ninterrupted\n", files=USUAL.files),
        Done(code=130, out=b"", err=b"interrupted\n", files={**BEFORE, "new": b"n"}),
    ],
)
def test_ends_that_lose_nothing(done: Done) -> None:
    assert problems(done) == []


@pytest.mark.parametrize(
    ("code", "out", "err", "files", "said"),
    [
        (130, b"", b"interrupted\n", {**BEFORE, "a.svg": b"wh"}, "a.svg is lost"),
        (130, b"", b"interrupted\n", {**BEFORE, ".journeymap-1": b""}, ".journeymap-1 is lost"),
        (130, b"", b"interrupted\n", {"a.svg": b"old"}, "a.journey.yaml is lost"),
        (130, b"", b"Traceback\ninterrupted\n", BEFORE, "told: [b'Traceback', b'interrupted']"),
        (130, b"", b"", BEFORE, "told: []"),
        (1, b"", b"", BEFORE, "exit code 1"),
        (-2, b"", b"said\n", USUAL.files, "exit code -2"),
        (0, b"a.svg\n", b"said\n", BEFORE, "it says that all went well"),
        (130, b"other", b"interrupted\n", BEFORE, "something else is printed"),
    ],
)
def test_ends_that_lose_something(
    code: int, out: bytes, err: bytes, files: dict[str, bytes], said: str
) -> None:
    found = problems(Done(code=code, out=out, err=err, files=files))
    assert any(each.startswith(said) for each in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"a\n", []),
        (b"a\nb\n", []),
        (b"a\nb", [".gitattributes is lost, half or left over"]),
        (b"b\n", [".gitattributes is lost, half or left over"]),
    ],
)
def test_a_file_that_gets_line_by_line_may_have_some_of_them(text: bytes, said: list[str]) -> None:
    usual = Done(code=0, out=b"", err=b"", files={".gitattributes": b"a\nb\nc\n"})
    done = Done(code=2, out=b"", err=b"full\n", files={".gitattributes": text})
    tried = Tried(before={".gitattributes": b"a\n"}, usual=usual, done=done, code=2)
    assert list(tried.problems()) == said


def test_faults_that_are_to_end_a_run_or_not() -> None:
    assert problems(USUAL, must=True) == ["exit code 0 after a fault that ends a run"]
    assert problems(STOPPED, must=False) == ["exit code 130 after a fault that ends none"]
