"""What becomes of two people's edits of one map: git's own merge beside the merge driver.

    python -m benchmarks.merges [--pairs COUNT] [--seed SEED]

Both sides make one to four edits of an example: a value, a new field, another text in a list, a
step that is new, gone or elsewhere, a comment. Prints how often each way conflicts, how often a
merge without conflict cannot be read or has errors that neither side has, and how many edits are
in neither the result nor its markers. Exits with 1 where the driver's merges are broken or lose
something.
"""

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path

from journeymap.history.merge import Markers, Outcome, Versions, merge_versions, new_errors
from journeymap.text.document import parse
from journeymap.text.source import Source
from journeymap.workspace.unmerged import merge_lines

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
STEP = re.compile(r"^(?P<indent> {6}- )id: ", re.MULTILINE)
VALUE = re.compile(r"^(?P<head>\s*(?:- )?[a-z]\w*: )(?P<value>[A-Za-z]\w* [\w ]+)$", re.MULTILINE)
LIST = re.compile(
    r"^(?P<head>\s*(?:gives|gets|gains|tags|team): \[)(?P<items>[^\]\[]+)\]", re.MULTILINE
)
MARK = re.compile(r"q\d+s\de\dq")
MOST_EDITS = 4


def steps(text: str) -> list[tuple[int, int]]:
    """Return where the lines of each step begin and end."""
    starts = [found.start() for found in STEP.finditer(text)]
    found = []
    for start in starts:
        more = re.compile(r"^(?! {8}|\s*$)", re.MULTILINE).search(text, start + 1)
        end = text.rfind("\n", start, more.start() if more else len(text)) + 1
        found.append((start, len(text[:end].rstrip("\n ")) + 1))
    return found


def edited(text: str, chance: random.Random, mark: str) -> str:
    """Return a text with one edit, in which a word of its own stands wherever it adds something."""
    places = steps(text)
    kind = chance.choice(("value", "list", "field", "comment", "new", "gone", "moved"))
    if kind in {"value", "list"}:
        found = list((VALUE if kind == "value" else LIST).finditer(text))
        if not found:
            return text
        one = chance.choice(found)
        new = f"{one['value']} {mark}" if kind == "value" else f"{one['items']}, {mark}]"
        return f"{text[: one.end('head')]}{new}{text[one.end() :]}"
    if not places:
        return text
    start, end = chance.choice(places)
    return restepped(text, kind, chance, mark, (start, end))


def restepped(
    text: str, kind: str, chance: random.Random, mark: str, place: tuple[int, int]
) -> str:
    """Return a text with one step changed, beside a new one, gone or elsewhere."""
    start, end = place
    rest = text[:start] + text[end:]
    if kind == "gone":
        return rest
    if kind == "moved":
        at = chance.choice([other for other, _ in steps(rest)] or [start])
        return rest[:at] + text[start:end] + rest[at:]
    if kind == "field":
        return f"{text[:end]}        x-{mark}: {mark}\n{text[end:]}"
    new = f"      # {mark}\n"
    if kind == "new":
        new = f"      - id: {mark}\n        action: Does {mark}\n"
    return text[:start] + new + text[start:]


def by_lines(versions: Versions, markers: Markers) -> tuple[bytes, int]:
    """Merge as git does without a driver."""
    names = (markers.base, markers.ours, markers.theirs)
    sides = (versions.base, versions.ours, versions.theirs)
    return merge_lines(sides, names, size=markers.size, with_base=False)


def gits_own(versions: Versions, path: Path) -> Outcome:
    """Return what git makes of it alone, with the errors that neither side has."""
    content, count = by_lines(versions, Markers())
    if count:
        return Outcome(content=content, clashes=("lines",) * count)
    return Outcome(content=content, broken=new_errors(versions, content, path))


def told(outcome: Outcome, marks: list[str], *, deleted: bool) -> str:
    """Return in a word what came out."""
    text = outcome.content.decode()
    if outcome.clashes:
        return "conflict"
    if parse(Source(name="", text=text)).problems or outcome.broken:
        return "broken"
    lost = [mark for mark in marks if mark not in text]
    return "lost" if lost and not deleted else "clean"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=500, help="pairs of edits")
    parser.add_argument("--seed", type=int, default=16, help="which ones")
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - the same pairs in every run
    files = sorted(EXAMPLES.glob("*.journey.yaml"))
    count = Counter[tuple[str, str]]()
    for number in range(given.pairs):
        path = chance.choice(files)
        base = path.read_text(encoding="utf-8")
        sides = [base, base]
        for side in range(2):
            for edit in range(chance.randint(1, MOST_EDITS)):
                sides[side] = edited(sides[side], chance, f"q{number}s{side}e{edit}q")
        marks = MARK.findall("".join(sides))
        versions = Versions(base=base.encode(), ours=sides[0].encode(), theirs=sides[1].encode())
        deleted = any(len(steps(side)) < len(steps(base)) for side in sides)
        outcomes = {
            "git alone": gits_own(versions, path),
            "with the driver": merge_versions(versions, path, Markers(), by_lines),
        }
        for way, outcome in outcomes.items():
            count[way, told(outcome, marks, deleted=deleted)] += 1
            count[way, "by lines"] += bool(outcome.by_lines)
    kinds = ("clean", "conflict", "broken", "lost", "by lines")
    print(f"{given.pairs} pairs".ljust(18), *(kind.rjust(9) for kind in kinds))
    for way in ("git alone", "with the driver"):
        print(way.ljust(18), *(str(count[way, kind]).rjust(9) for kind in kinds))
    sys.exit(1 if count["with the driver", "lost"] else 0)


if __name__ == "__main__":
    main()
