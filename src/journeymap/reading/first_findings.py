"""Of what is wrong with a file the first thousand findings are told, and how many are more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.findings import Finding

MOST_TOLD = 1_000
"""So many findings about what cannot be read in a file are told one by one."""


def first_findings(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Walks the first findings; the others of a code are one, at the place of the first of them."""
    yield from findings[:MOST_TOLD]
    rest: dict[str, list[Finding]] = {}
    for finding in findings[MOST_TOLD:]:
        rest.setdefault(finding.code, []).append(finding)
    yield from map(_as_one, rest.values())


def _as_one(findings: Iterable[Finding]) -> Finding:
    first, *others = findings
    if not others:
        return first
    return replace(
        first,
        message=f"{first.message}, and {len(others):,} more places like this one below it",
        help=f"mend the {MOST_TOLD:,} that are told first",
        fix=None,
    )
