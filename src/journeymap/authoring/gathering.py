"""How like findings are gathered into one, so that a young map is not flooded."""

from collections.abc import Iterator, Sequence

from journeymap.authoring.phrases import few
from journeymap.findings import Finding
from journeymap.model.names import Route

_FEW = 2
"""At least so many findings are gathered into one."""


def are_most(broken: int, asked: int) -> bool:
    """Tells whether one finding stands for all: two or more, and more than half of those asked."""
    return broken >= _FEW and 2 * broken > asked


def told(
    findings: Sequence[Finding],
    names: Sequence[str],
    said: str,
    of: int,
    *,
    route: Route = (),
) -> Iterator[Finding]:
    """Yields the findings, or a single one where they are true of more than half of the things.

    Args:
        findings: the findings, one a thing.
        names: what they are about, one by one.
        said: what is true of them, as a phrase behind their number: "pains have no opportunity".
        of: of how many things the rule asked.
        route: where the single one stands.
    """
    if are_most(len(findings), of):
        everyone = "both" if of == _FEW else f"all {of}"
        count = everyone if len(findings) == of else f"{len(findings)} of {of}"
        message = f"{count} {said}: {few(names)}"
        yield Finding(message=message, help=findings[0].help, route=route)
    else:
        yield from findings
