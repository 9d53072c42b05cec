"""What `log`, `atlas` and `diff` cost on growing repositories, as multiples of `python -c pass`.

    python -m benchmarks.history [--maps 125,250,500] [--commits 50,100,200] [--atlas 500,1000,2000]

The repository is generated, the same for the same numbers: maps of ten steps in folders of fifty
with a library each, every fifth with a map of its own at a step; every commit edits five maps, the
one whose log is told among them. CPU time of the process and of git, the least of the rounds, as
the machine may do other things. Read the ratios: twice as much should take twice as long.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

FOLDER = 50
STEPS = 10
EDITED = 5
FEELINGS = ("angry", "frustrated", "neutral", "calm", "pleased", "delighted")
VERBS = ("Calls", "Waits", "Asks", "Comes", "Pays", "Reads", "Signs", "Tells", "Gets", "Goes")
THINGS = (
    "the desk", "a form", "her letter", "the nurse", "an answer", "the clinic", "a reminder",
    "the results", "an invoice", "the pharmacy", "a date", "her doctor", "the portal", "a scan",
)  # fmt: skip
LIBRARY = """\
journeymap: 1
title: Words of team {team}
channels: [{{id: phone, name: Phone}}, {{id: web-{team}, name: Website}}]
metrics: [{{id: wait-{team}, name: Days until seen, kind: duration}}]
"""


def place(number: int) -> str:
    """Return the path of a map."""
    return f"team-{number // FOLDER}/map-{number}.journey.yaml"


def text(number: int, edits: int) -> str:
    """Return a map that was edited so often; each edit changes a feeling and a wait."""
    chance = random.Random(number)  # noqa: S311 - the same maps in every run
    lines = [
        "journeymap: 1",
        f"id: map-{number}",
        f"title: Journey {number}",
        f"owner: Team {number // FOLDER}",
        "reviewed: 2026-05-01",
        "uses: words.library.yaml",
        "persona: ann",
        "personas: [{id: ann, name: Ann}]",
        "steps:",
    ]
    for step in range(STEPS):
        feeling = chance.randrange(len(FEELINGS))
        wait = chance.randrange(1, 20)
        if edits and step == edits % STEPS:
            feeling, wait = (feeling + edits) % len(FEELINGS), wait + edits
        lines += [
            f"  - id: s{step}",
            f"    action: {chance.choice(VERBS)} {chance.choice(THINGS)} {step}",
            "    channel: phone",
            f"    emotion: {FEELINGS[feeling]}",
            f"    wait: {wait} days",
            f"    leaks: [{{to: elsewhere, share: {chance.randrange(1, 6)} %}}]",
            f"    pains: [{{text: {chance.choice(THINGS)} is late {number % 97}, severity: 2}}]",
        ]
    if number % FOLDER and number % 5 == 0:
        lines.append(f"    journey: map-{number - 1}.journey.yaml")
    return "\n".join(lines) + "\n"


def stream(maps: int, commits: int) -> Iterator[bytes]:
    """Yield a repository as `git fast-import` reads it."""
    chance = random.Random(maps)  # noqa: S311 - the same commits in every run
    edits = dict.fromkeys(range(maps), 0)
    for number in range(commits):
        yield b"commit refs/heads/main\n"
        yield f"committer Ann <ann@example.org> {1_700_000_000 + 3600 * number} +0000\n".encode()
        yield blob(f"Edit {number}")
        changed: Sequence[int] = range(maps)
        if number:
            changed = sorted({0, *chance.sample(range(maps), min(EDITED - 1, maps))})
        else:
            for team in range(-(-maps // FOLDER)):
                yield f"M 100644 inline team-{team}/words.library.yaml\n".encode()
                yield blob(LIBRARY.format(team=team))
        for each in changed:
            edits[each] += bool(number)
            yield f"M 100644 inline {place(each)}\n".encode() + blob(text(each, edits[each]))


def blob(content: str) -> bytes:
    """Return a content as the stream has it."""
    data = content.encode()
    return f"data {len(data)}\n".encode() + data + b"\n"


def repository(folder: Path, maps: int, commits: int) -> None:
    """Write a repository."""
    folder.mkdir()
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    data = b"".join(stream(maps, commits))
    subprocess.run([*git, "fast-import", "--quiet"], input=data, check=True)
    subprocess.run([*git, "reset", "-q", "--hard", "main"], check=True)


def cpu(folder: Path, words: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return CPU seconds of a command of Python and of what it starts, and its memory in MB."""
    found = []
    for _ in range(rounds):
        with (folder / ".git" / "out").open("wb") as out:
            process = subprocess.Popen([sys.executable, *words], cwd=folder, stdout=out)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(words)} ended with {process.returncode}")
        found.append((used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return min(found)


def numbers(said: str) -> list[int]:
    """Return numbers with commas between."""
    return [int(each) for each in said.split(",") if each]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--maps", type=numbers, default=[125, 250, 500], help="for log and diff")
    parser.add_argument("--commits", type=numbers, default=[50, 100, 200], help="for log")
    parser.add_argument("--atlas", type=numbers, default=[500, 1000, 2000], help="maps for atlas")
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    runs = [("log", maps, max(given.commits)) for maps in given.maps]
    runs += [("log", max(given.maps), commits) for commits in given.commits[:-1]]
    runs += [("diff HEAD~20", maps, max(given.commits)) for maps in given.maps]
    runs += [("atlas", maps, max(given.commits)) for maps in given.maps]
    runs += [("atlas", maps, 1) for maps in given.atlas]
    runs += [("atlas --since HEAD~20", maps, max(given.commits)) for maps in given.maps]
    with tempfile.TemporaryDirectory() as name:
        made: dict[tuple[int, int], Path] = {}
        start = 0.0
        for command, maps, commits in runs:
            folder = made.get((maps, commits)) or Path(name, f"{maps}-{commits}")
            if (maps, commits) not in made:
                repository(folder, maps, commits)
                made[maps, commits] = folder
            start = start or cpu(folder, ["-c", "pass"], 5)[0]
            path = [place(0)] if command == "log" else []
            words = ["-m", "journeymap", *command.split(), *path, "--format", "json", "-q"]
            words = [each for each in words if command.startswith(("log", "atlas")) or each != "-q"]
            seconds, memory = cpu(folder, words, given.rounds)
            print(
                f"{command:22} {maps:5} maps {commits:4} commits {seconds:8.2f} s "
                f"{seconds / start:7.0f} × python -c pass {memory:6.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
