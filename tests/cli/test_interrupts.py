"""Ctrl-C at any moment: exit code 130, one line, nothing lost. More moments are tried by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.processes import GOOD, HANGS, put

# Interrupts itself when so many modules have been imported: a moment that no busy machine moves.
AT_IMPORT = """
import os, signal, sys
from journeymap.__main__ import main

class Counting:
    left = int(sys.argv.pop(1))
    def find_spec(self, *_):
        Counting.left -= 1
        if not Counting.left:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Counting())
# whoever runs the tests in the background may ignore it for all that they start
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
# Interrupts itself in the midst of a function that is named.
IN_FUNCTION = """
import os, signal, sys
from importlib import import_module
from journeymap.__main__ import main

place, name = sys.argv.pop(1).split(":")
module = import_module(place)
real = getattr(module, name)

def interrupted(*arguments, **others):
    os.kill(os.getpid(), signal.SIGINT)
    return real(*arguments, **others)

setattr(module, name, interrupted)
# whoever runs the tests in the background may ignore it for all that they start
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""


def run(script: str, *arguments: str, folder: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=HANGS,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_what_the_caller_has_ignored_stays_ignored(repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    ignored = IN_FUNCTION.replace("default_int_handler", "SIG_IGN")
    command = ["journeymap.cli.streams:finish", "lint", "good.journey.yaml"]
    assert run(ignored, *command, folder=repo)[0] == 0


@pytest.mark.parametrize("moment", ["1", "5", "60", "200"])
def test_during_imports(moment: str, repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    done = run(AT_IMPORT, moment, "lint", "good.journey.yaml", folder=repo)
    assert done == (130, "", "interrupted\n")


@pytest.mark.parametrize(
    ("place", "command", "written"),
    [
        ("os:fsync", "render good.journey.yaml -o picture.svg", "picture.svg"),
        ("os:urandom", "render good.journey.yaml -o new/folder/picture.svg", "picture.svg"),
        ("journeymap.workspace.replace_file:_hand_over", "render good.journey.yaml -o old.svg", ""),
        ("os:fsync", "lint slips.journey.yaml --fix", ""),
        ("os:lseek", "lint twin.journey.yaml --fix", ""),
        ("os:link", "new deep/map --template blank", "map.journey.yaml"),
    ],
)
def test_while_a_file_is_written(place: str, command: str, written: str, repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    put(repo, "titel: T\nsteps: [Calls]\n", "slips.journey.yaml")
    put(repo, "titel: T\nsteps: [Calls]\n", "twin.journey.yaml")
    (repo / "link.txt").hardlink_to(repo / "twin.journey.yaml")
    put(repo, "old", "old.svg")
    before = {path.name: path.read_bytes() for path in repo.iterdir() if path.is_file()}
    code, out, err = run(IN_FUNCTION, place, *command.split(), folder=repo)
    assert (code, out, err) == (130, "", "interrupted\n")
    now = {path.name: path.read_bytes() for path in repo.rglob("*") if path.is_file()}
    assert sorted(now) == sorted({*before, *filter(None, [written])})
    changed = {name for name, content in now.items() if content != before.get(name)}
    assert changed in (
        {written},
        {"old.svg"},
        {"slips.journey.yaml"},
        {"twin.journey.yaml", "link.txt"},
    )
    assert b"titel" not in b"".join(now[name] for name in changed)
    assert all(now[name][-2:] in {b">\n", b"]\n", b".\n"} for name in changed), now


def test_a_second_time_while_a_file_is_written(repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    twice = IN_FUNCTION.replace(
        "    os.kill", "    os.kill(os.getpid(), signal.SIGINT)\n    os.kill"
    )
    command = ["os:fsync", "render", "good.journey.yaml", "-o", "new/picture.svg"]
    assert run(twice, *command, folder=repo) == (130, "", "interrupted\n")
    assert sorted(path.name for path in repo.iterdir()) == [".git", "good.journey.yaml"]


def test_while_nobody_reads_a_pipe(repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    os.mkfifo(repo / "pipe.svg")
    place = "journeymap.workspace.replace_file:S_ISREG"
    done = run(IN_FUNCTION, place, "render", "good.journey.yaml", "-o", "pipe.svg", folder=repo)
    assert done == (130, "", "interrupted\n")
