"""What small files cost that are made to be dear, each in a run of its own.

    python -m benchmarks.hard_files [--only NAME …] [--write FOLDER] [--command lint]

Every file is well below the limit of 5 MB and seeded, so the same bytes are made each time. CPU
time of the whole process, as such and as a multiple of `python -c pass` in the same run, and the
most memory that it held.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.processes import cost

from journeymap.quick_dataclass import dataclass

SEED = 17


def random_loops(steps: int) -> str:
    """Return a map whose steps lead on to other steps wherever they are, with shares."""
    chance = random.Random(SEED)  # noqa: S311 - the same files in every run
    lines = ["title: Ways that cross", "persona: Ann", "steps:"]
    for number in range(steps):
        to = chance.randrange(steps)
        share = chance.randrange(5, 40)
        lines.append(
            f"  - {{id: s{number}, action: Does thing {number}, emotion: {number % 5 - 2},"
            f" next: {{to: s{to}, share: {share} %}}, leaks: [{{to: away, share: 2 %}}]}}"
        )
    return "\n".join(lines) + "\n"


def long_ways(steps: int) -> str:
    """Return a map whose ways back are short, as in a map of somebody who tries again."""
    lines = ["title: Ways back", "persona: Ann", "steps:"]
    for number in range(steps):
        back = max(number - 6, 0)
        lines.append(
            f"  - {{id: s{number}, action: Does thing {number}, emotion: {number % 5 - 2},"
            f" next: {{to: s{back}, share: 10 %}}, leaks: [{{to: away, share: 2 %}}]}}"
        )
    return "\n".join(lines) + "\n"


def unknown_references(names: int) -> str:
    """Return a map with as many names that are defined as there are that are not."""
    chance = random.Random(SEED)  # noqa: S311 - the same files in every run

    def word() -> str:
        return "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(9))

    channels = ", ".join(f"{word()} {word()}" for _ in range(names))
    steps = (f"  - {{action: Does {i}, channel: {word()} {word()}}}" for i in range(names))
    return "\n".join(("title: Names", f"channels: [{channels}]", "steps:", *steps)) + "\n"


def much_given(steps: int, items: int = 50) -> str:
    """Return a map whose steps give the same information again and again."""
    chance = random.Random(SEED)  # noqa: S311 - the same files in every run
    lines = ["title: Asked again", "persona: Ann", "steps:"]
    for number in range(steps):
        given = ", ".join(f"item {each}" for each in chance.sample(range(200), items))
        lines.append(f"  - {{action: Does thing {number}, channel: phone, gives: [{given}]}}")
    return "\n".join(lines) + "\n"


def unknown_keys(keys: int) -> str:
    """Return a map with keys that no field has."""
    return "title: Keys\nsteps: [Calls]\n" + "".join(f"k{number}: 1\n" for number in range(keys))


def personas(count: int) -> str:
    """Return a map of very many personas, each named only."""
    listed = ", ".join(f"p{number}" for number in range(count))
    return f"title: People\npersonas: [{listed}]\nsteps: [Calls]\n"


def nobodies(people: int) -> str:
    """Return a map of people who feel something and have no part in it."""
    felt = ", ".join(f"somebody number {number}: sad" for number in range(people))
    return f"title: Feelings\npersona: Ann\nsteps:\n  - {{action: Calls, emotion: {{{felt}}}}}\n"


def affected(names: int) -> str:
    """Return a map of a change from outside that affects what nothing is called."""
    listed = ", ".join(f"thing {number}" for number in range(names))
    head = "title: A law\nsteps: [Calls]\nexternal_changes:\n"
    return f"{head}  - {{text: A law, affects: [{listed}]}}\n"


def wrong_values(steps: int) -> str:
    """Return a map whose values are none that their fields take."""
    rows = (
        f"  - {{action: Does {n}, moment: thruth{n}, emotion: sadd{n}, importance: x{n}}}"
        for n in range(steps)
    )
    return "title: Values\nsteps:\n" + "\n".join(rows) + "\n"


def plain_steps(steps: int) -> str:
    """Return a map of steps with what most maps say of them."""
    lines = ["title: Many steps", "persona: Ann", "stages:"]
    for number in range(steps):
        if number % 20 == 0:
            lines += [f"  - name: Stage {number // 20}", "    steps:"]
        lines.append(
            f"      - {{action: Does thing {number}, channel: {('letter', 'phone')[number % 2]},"
            f" emotion: {number % 5 - 2}, need: To know what is next {number},"
            f" pains: [{{text: It takes too long {number}, severity: {number % 4 + 1}}}]}}"
        )
    return "\n".join(lines) + "\n"


def unknown_people(steps: int) -> str:
    """Return a map of twenty unknown people at each step, beside as many who are defined."""
    known = ", ".join(f"person {number}" for number in range(20 * steps))
    rows = (
        f"  - {{action: Does {n}, with: [{', '.join(f'nobody {n} {i}' for i in range(20))}]}}\n"
        for n in range(steps)
    )
    return f"title: People\nstakeholders: [{known}]\nsteps:\n{''.join(rows)}"


def ignored(steps: int) -> str:
    """Return a map with a comment at each step that ignores something."""
    comment = "# journeymap: ignore[missing-need] agreed"
    return "title: Agreed\nsteps:\n" + "".join(
        f"  - action: Does {number}  {comment}\n" for number in range(steps)
    )


def stages(count: int) -> str:
    """Return a map of stages of one step each."""
    rows = (f"  - {{name: Stage {n}, steps: [Does {n}]}}\n" for n in range(count))
    return "title: Stages\nstages:\n" + "".join(rows)


def waits(steps: int) -> str:
    """Return a map with a wait behind each step."""
    rows = (f"  - {{action: Does {n}, wait: {n} days, duration: 5 min}}\n" for n in range(steps))
    return "title: Waits\nsteps:\n" + "".join(rows)


def long_names() -> str:
    """Return a map of two names of two megabytes that differ a little."""
    known, meant = "channel name " * 150_000, "channel nam " * 150_000
    return f'title: Long\nchannels: ["{known}"]\nsteps:\n  - {{action: B, channel: "{meant}"}}\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file that is made to be dear.

    Attributes:
        text: makes it.
        was: what it took before anything was done about it, as it was reported.
    """

    text: Callable[[], str]
    was: str = "–"


CASES: Mapping[str, Case] = {
    "2,000 steps with random loops": Case(text=lambda: random_loops(2000), was="over 100 s"),
    "2,000 steps with short ways back": Case(text=lambda: long_ways(2000)),
    "1,000 unknown references beside 1,000 names": Case(
        text=lambda: unknown_references(1000), was="12 s"
    ),
    "20,000 unknown people at 1,000 steps": Case(text=lambda: unknown_people(1000)),
    "10,000 comments that ignore something": Case(text=lambda: ignored(10_000), was="16 s"),
    "10,000 stages": Case(text=lambda: stages(10_000), was="over 80 s"),
    "5,000 waits": Case(text=lambda: waits(5000), was="66 s"),
    "two names of two megabytes": Case(text=long_names, was="over 48 s, 22 GB"),
    "30,000 people who have no part": Case(text=lambda: nobodies(30_000)),
    "50,000 unknown things that a change affects": Case(text=lambda: affected(50_000)),
    "10,000 steps of wrong values": Case(text=lambda: wrong_values(10_000)),
    "1,500 steps that give 50 things": Case(text=lambda: much_given(1500), was="41 s"),
    "400,000 unknown keys": Case(text=lambda: unknown_keys(400_000), was="42 s, 2.3 GB"),
    "300,000 personas": Case(text=lambda: personas(300_000), was="20 s"),
    "1,000 plain steps": Case(text=lambda: plain_steps(1000)),
}


def main() -> None:
    """Print what each file costs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--write", type=Path)
    parser.add_argument("--command", default="lint --exit-zero")
    given = parser.parse_args()
    chosen = {
        name: case
        for name, case in CASES.items()
        if not given.only or any(part in name for part in given.only)
    }
    for name, case in chosen.items() if given.write else ():
        given.write.mkdir(exist_ok=True)
        path = given.write / f"{name.replace(',', '').replace(' ', '-')}.journey.yaml"
        path.write_text(case.text(), "utf-8")
    if given.write:
        return
    with tempfile.TemporaryDirectory() as folder:
        base = cost([sys.executable, "-c", "pass"], Path(folder)).seconds
        print(f"{'':45} {'KB':>7} {'CPU s':>7} {'× pass':>7} {'MB':>6}   before")
        for name, case in chosen.items():
            path = Path(folder, "map.journey.yaml")
            path.write_text(text := case.text(), "utf-8")
            command = [sys.executable, "-m", "journeymap", *given.command.split(), path.name]
            took = cost(command, Path(folder))
            row = f"{name:45} {len(text) / 1000:7.0f} {took.seconds:7.2f}"
            print(f"{row} {took.seconds / base:7.0f} {took.megabytes:6.0f}   {case.was}")


if __name__ == "__main__":
    main()
