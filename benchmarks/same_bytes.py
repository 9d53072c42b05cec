"""Whether `lint` prints the same bytes in every way it can come to them.

    python benchmarks/same_bytes.py [--before SRC] [--maps N] [--seed N] [--formats NAME ...]

Over the examples, generated maps and hostile files, in several formats: anew and in one process;
anew and in as many as there are processors; anew with models that pydantic makes; anew with the
result kept; from the kept result; and, where the sources of another version are named, by those.
Compares standard output, messages and exit codes, and says where they differ. Of another version it
says for which rules it finds something else: those have been changed since.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "md")
ONE = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
RUN = "from journeymap.__main__ import main; sys.argv[0] = 'journeymap'; main()"
_LOST = 0.01
"""The part of the lines that is left out of a generated map."""
HOSTILE: Mapping[str, bytes] = {
    "empty": b"",
    "mark": b"\xef\xbb\xbftitle: Mark\nsteps: [A]\n",
    "latin": b"title: Caf\xe9\n",
    "zero": b"title: \0\n",
    "binary": bytes(range(256)),
    "list": b"- a\n- b\n",
    "open": b"title: [\n",
    "tab": b"title:\tx\nsteps:\n\t- A\n",
    "deep": b"title: " + b"[" * 3000,
    "alias": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: A\n",
    "twice": b"title: A\ntitle: B\nsteps: [A, A]\n",
    "escapes": b"title: \"\\e[31mred \\u202e x\"\nsteps: [<script>, '::error::x', '##[x]']\n",
    "unknown": b"title: A\n" + b"".join(b"k%d: 1\n" % i for i in range(300)),
    "names": b"title: A\nchannels: [a]\nsteps:\n"
    + b"".join(b"- {action: B, channel: c%d}\n" % i for i in range(100)),
    "wrong": b"title: 5\nsteps: {a: b}\nstages: x\npersonas: [[[]]]\nreviewed: yes\n",
    "long": b"title: " + b"x" * 100_000 + b"\nsteps: [A]\n",
    "line": 'title: caf\u00e9\nsteps: ["\u65e5\u672c \U0001f600"]\n'.encode(),
}


def corpora(folder: Path, maps: int, seed: int) -> Iterator[Path]:
    """Makes the folders that are linted."""
    examples = folder / "examples"
    shutil.copytree(ROOT / "examples", examples)
    hostile = folder / "hostile"
    hostile.mkdir()
    for name, content in HOSTILE.items():
        (hostile / f"{name}.journey.yaml").write_bytes(content)
    (hostile / os.fsdecode(b"b\xff.journey.yaml")).write_bytes(b"title: A\nsteps: [A]\n")
    generated = folder / "generated"
    generated.mkdir()
    chance = random.Random(seed)  # noqa: S311 - the same maps in every run
    texts = [each.read_text("utf-8") for each in sorted(examples.rglob("*.journey.yaml"))]
    for number in range(maps):
        text = _changed(chance.choice(texts), chance)
        (generated / f"map-{number:04}.journey.yaml").write_text(text, "utf-8")
    for each in (examples, hostile, generated):
        (each / ".git").mkdir()
        yield each


def _changed(text: str, chance: random.Random) -> str:
    """Leaves lines out of a map, and turns values about: some of it is wrong then."""
    lines = text.split("\n")
    kept = [line for line in lines if chance.random() > _LOST or line.startswith("title")]
    return re.sub(r"\b[1-5]\b", lambda _: str(chance.randint(1, 5)), "\n".join(kept))


def ways(before: str, cache: str) -> dict[str, tuple[str, dict[str, str], tuple[str, ...]]]:
    """The ways to a result: the program, its surroundings, and what is typed as well."""
    now = {"PYTHONPATH": str(ROOT / "src"), "JOURNEYMAP_CACHE_DIR": cache}
    program = f"import sys; {RUN}"
    found = {
        "one process": (ONE + RUN, now, ("--no-cache",)),
        "several": (program, now, ("--no-cache",)),
        "pydantic": (f"import journeymap.model.base; {program}", now, ("--no-cache",)),
        "kept": (program, now, ()),
        "shown": (program, now, ()),
    }
    if before:
        found["before"] = (program, {**now, "PYTHONPATH": before}, ())
    return found


def ran(
    way: tuple[str, dict[str, str], tuple[str, ...]], folder: Path, words: list[str]
) -> tuple[int, bytes, bytes]:
    """Runs `lint` and returns its exit code, what it printed and what it said."""
    program, variables, more = way
    done = subprocess.run(
        [sys.executable, "-c", program, "lint", *words, *more],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def codes(printed: bytes) -> Counter[tuple[str, str]]:
    """Returns how often each finding of each rule is in a report in JSON."""
    try:
        found = json.loads(printed)["findings"]
    except ValueError:
        return Counter()
    return Counter((each["code"], json.dumps(each, sort_keys=True)) for each in found)


def lines(folder: Path, formats: Sequence[str]) -> Iterator[list[str]]:
    """Walks what is typed in a folder."""
    singles = sorted(folder.iterdir()) if folder.name != "generated" else []
    asked = [[each.name] for each in singles if "journey" in each.name]
    for words in ([], ["--profile", "published"], *asked):
        for form in formats if len(words) != 1 else formats[:3]:
            yield [*words, "--output-format", form]


def main() -> None:
    """Compares and prints."""
    parser = argparse.ArgumentParser(description="The same bytes in every way.")
    parser.add_argument("--before", default="", help="the sources of another version")
    parser.add_argument("--maps", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS)
    options = parser.parse_args()
    compared, wrong = Counter[str](), Counter[str]()
    rules = Counter[str]()
    with tempfile.TemporaryDirectory() as place:
        cache = str(Path(place) / "cache")
        for folder in corpora(Path(place), options.maps, options.seed):
            for line in lines(folder, options.formats):
                every = ways(options.before, cache)
                results = {name: ran(way, folder, line) for name, way in every.items()}
                first = results["one process"]
                others = [name for name, each in results.items() if each != first]
                compared.update(name for name in results if name != "one process")
                wrong.update(others)
                if others:
                    print(f"{folder.name} {' '.join(line)}: {', '.join(others)} differ", flush=True)
                if "before" in others and line[-1] == "json":
                    now, then = codes(first[1]), codes(results["before"][1])
                    rules.update(code for code, _ in ((now - then) | (then - now)).elements())
            print(f"{folder.name}: {dict(compared)}, {dict(wrong)} differ", flush=True)
    print(f"{compared.total()} comparisons, {wrong.total()} differ")
    if rules:
        print("findings of another version that are others:", dict(rules.most_common()))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
