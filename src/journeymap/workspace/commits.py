"""What git writes down of a commit."""

from datetime import UTC, datetime, timedelta, timezone

from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit.

    Attributes:
        name: its name, in full.
        tree: the name of its tree.
        parents: the names of the commits that it was made from.
        author: who wrote the change.
        written: when, where the author was.
        committed: when it became a commit, in seconds since 1970.
        subject: the first line of its message.
    """

    name: str
    tree: str
    parents: tuple[str, ...]
    author: str
    written: datetime
    committed: int
    subject: str


def parsed(name: str, data: bytes) -> Commit | None:
    """Returns a commit from what git writes down of it; None where it is none.

    Args:
        name: its name.
        data: lines of a word and what it says, an empty line, and the message.
    """
    head, _, message = data.decode("utf-8", "replace").partition("\n\n")
    said: dict[str, list[str]] = {}
    for line in head.split("\n"):
        word, _, rest = line.partition(" ")
        if word:  # a signature goes on in lines that begin with a space
            said.setdefault(word, []).append(rest)
    if not {"tree", "author", "committer"} <= said.keys():
        return None
    author, written = _signed(said["author"][0])
    _, committed = _signed(said["committer"][0])
    return Commit(
        name=name,
        tree=said["tree"][0],
        parents=tuple(said.get("parent", ())),
        author=author,
        written=written,
        committed=int(committed.timestamp()),
        subject=message.strip().partition("\n")[0],
    )


def _signed(line: str) -> tuple[str, datetime]:
    """Returns who signed and when: `Ann <ann@example.org> 1700000000 +0100`."""
    who, _, when = line.rpartition("> ")
    name, _, address = who.partition("<")
    seconds, _, zone = when.partition(" ")
    return name.strip() or address, _time(seconds, zone)


def _time(seconds: str, zone: str) -> datetime:
    """Returns a moment; what no calendar holds is the first one that counts, as git shows it."""
    try:
        minutes = int(zone[-4:-2] or 0) * 60 + int(zone[-2:] or 0)
        away = timedelta(minutes=-minutes if zone.startswith("-") else minutes)
        return datetime.fromtimestamp(int(seconds), timezone(away))
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
