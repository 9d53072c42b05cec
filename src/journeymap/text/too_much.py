"""What is more than a file may hold: levels, and texts, lists and maps."""

from journeymap.text.source import Problem, Span

MOST_LEVELS = 100
"""How deep lists and maps may stand in one another, aliases expanded."""
MOST_NODES = 150_000
"""How many texts, lists and maps a file may hold, aliases expanded: some 2 MB of a usual map."""


def too_deep(span: Span) -> Problem:
    """Say that lists and maps stand too deep in one another."""
    return unreadable(
        f"lists and maps stand in one another over more than {MOST_LEVELS} levels",
        "look for brackets that are not closed, or for too much indentation",
        span,
    )


def too_many(span: Span) -> Problem:
    """Say that a file holds too much."""
    return unreadable(
        f"the file holds more than {MOST_NODES:,} texts, lists and maps",
        "part it into several maps, and put what they share into a library (uses:)",
        span,
    )


def unreadable(message: str, remedy: str, span: Span) -> Problem:
    """Return the problem of a file that is not read at all."""
    return Problem(code="JM007", message=message, help=remedy, span=span)
