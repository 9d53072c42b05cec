"""What becomes of one-letter slips in the examples: mended, left alone, or turned into harm.

    python -m benchmarks.slips [--each COUNT] [--seed SEED]

Plants slips in fields, choices, references and emotions of every example, in files with LF, CRLF, a
byte-order mark or no final newline: each alone, then three at once. Safe fixes may write the words
that stood there or nothing; unsafe ones may guess, and never leave more errors. Exits with 1 where
either is not so.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from tests.linter.slips import KINDS, Mending, Slip, became, slips, together

Count = Counter[tuple[str, str]]
"""By kind of slip and what became of it."""
TOGETHER = 3
HARM, MORE_ERRORS = "something else", "more errors"
SAFE = ("planted", "restored", "partly restored", "left", HARM)
UNSAFE = ("restored, unsafe", f"{HARM}, unsafe", MORE_ERRORS)


def outcomes(slip: Slip) -> Iterator[str]:
    """Yield what became of a slip."""
    safe, unsafe = (Mending(slip, unsafe=each) for each in (False, True))
    yield "planted"
    yield HARM if safe.others else became(slip, safe.data)
    yield f"{became(slip, unsafe.data)}, unsafe"
    if unsafe.errors > unsafe.errors_before:
        yield MORE_ERRORS


def main() -> None:
    """Print what became of slips by kind, and each that did harm."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", type=int, default=25, help="slips of a kind in an example")
    parser.add_argument("--seed", type=int, default=12, help="which ones")
    given = parser.parse_args()
    count: Count = Counter()
    harmful = []
    alone = slips(given.seed, given.each)
    for slip in chain(alone, together(given.seed, given.each, TOGETHER)):
        ends = list(outcomes(slip))
        count.update((slip.kind, each) for each in ends)
        if {HARM, MORE_ERRORS} & set(ends):
            harmful.append(f"{slip.what}: {', '.join(ends)}")
    columns = (*SAFE, *UNSAFE)
    print("kind".ljust(10), *(column.rjust(24) for column in columns))
    kinds = (*KINDS, "together")
    for kind in kinds:
        print(kind.ljust(10), *(str(count[kind, column]).rjust(24) for column in columns))
    totals = (sum(count[kind, column] for kind in kinds) for column in columns)
    print("all".ljust(10), *(str(total).rjust(24) for total in totals))
    print("\n".join(harmful))
    sys.exit(1 if harmful else 0)


if __name__ == "__main__":
    main()
