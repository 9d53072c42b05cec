"""Of what is wrong with a file the first thousand findings are told, and how many are more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.findings import Finding

MOST_TOLD = 1_000
"""So many findings are told one by one: about what cannot be read in a file, and of each rule."""


def first_findings(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Walks the first findings; the others of a code are one, at the place of the first of them."""
    yield from findings[:MOST_TOLD]
    rest: dict[str, list[Finding]] = {}
    for finding in findings[MOST_TOLD:]:
        rest.setdefault(finding.code, []).append(finding)
    yield from map(as_one, rest.values())


def as_one(findings: Sequence[Finding]) -> Finding:
    """Returns the first of some findings, which says how many more there are.

    It weighs as much as the heaviest of them, and stays the same one as long as they are as many.
    """
    first, *others = findings
    if not others:
        return first
    more = first.more + sum(each.more + 1 for each in others)
    weights = [each.severity for each in findings if each.severity]
    return replace(
        first,
        message=f"{first.message}, and {more:,} more places like this one",
        help=f"mend the {MOST_TOLD:,} that are told first",
        severity=min(weights, key=lambda weight: weight.rank, default=None),
        reasons=(),
        fix=None,
        more=more,
    )
