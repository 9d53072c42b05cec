"""The files as they are now, with all that a run has asked of them as facts."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from journeymap.quick_dataclass import dataclass
from journeymap.text.source import MOST_BYTES
from journeymap.workspace import facts
from journeymap.workspace.facts import Fact
from journeymap.workspace.storage import Disk, read_bytes

_INCLUDES = b"[include"
"""How settings of git say that others count as well."""
_UNKNOWN = "?"
_ASKS_ON = frozenset({"l", _UNKNOWN})
"""What a status alone does not tell enough of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What was noted, for another process to hear of.

    Attributes:
        kinds: what stands where, by path.
        facts: what was asked of it.
        is_unsure: whether something was so odd that no fact tells it.
    """

    kinds: Mapping[str, str]
    facts: Mapping[tuple[str, str], Fact]
    is_unsure: bool


class NotedDisk(Disk):
    """Answers from what it notes, so that no answer differs from its fact.

    What is asked twice is looked at once: a run sees one state of the folders around its maps.

    Attributes:
        is_unsure: whether something was so odd that no fact tells it.
    """

    def __init__(self, settings: str = "~/.config") -> None:
        """Begins with nothing asked.

        Args:
            settings: the folder of the user's own settings, where git looks for its own.
        """
        self._settings_folder = settings
        self.is_unsure = False
        self._kinds: dict[str, str] = {}
        self._facts: dict[tuple[str, str], Fact] = {}

    def facts(self) -> list[Fact]:
        """Returns all that was asked."""
        told = {path for about, path in self._facts if about == facts.CONTENT}
        kinds = [Fact(facts.KIND, *each) for each in self._kinds.items() if each[0] not in told]
        return [*kinds, *self._facts.values()]

    def noted(self) -> Notes:
        """Returns all that was noted."""
        return Notes(kinds=self._kinds, facts=self._facts, is_unsure=self.is_unsure)

    def add(self, notes: Notes) -> None:
        """Adds what another process has noted; where the two differ, something has changed."""
        kinds = notes.kinds
        differ = any(self._kinds.get(path, kind) != kind for path, kind in kinds.items())
        self._kinds = {**kinds, **self._kinds}
        for fact in notes.facts.values():
            self._note(fact.about, fact.path, fact.value, fact.stamp)
        self.is_unsure = self.is_unsure or notes.is_unsure or differ

    def is_there(self, path: Path) -> bool:  # type: ignore[explicit-override]
        """Tells whether there is anything."""
        kind = self._kind(path)
        return super().is_there(path) if kind in _ASKS_ON else kind != facts.MISSING

    def is_directory(self, path: Path) -> bool:  # type: ignore[explicit-override]
        """Tells whether there is a folder, or a link to one."""
        kind = self._kind(path)
        return super().is_directory(path) if kind in _ASKS_ON else kind.startswith("d")

    def is_link(self, path: Path) -> bool:  # type: ignore[explicit-override]
        """Tells whether there is a link."""
        return self._kind(path) == "l"

    def is_file(self, path: Path) -> bool:  # type: ignore[explicit-override]
        """Tells whether there is an ordinary file, or a link to one."""
        kind = self._kind(path)
        return super().is_file(path) if kind in _ASKS_ON else kind == "f"

    def is_folder(self, path: Path) -> bool:  # type: ignore[explicit-override]
        """Tells whether there is a folder that is no link to one."""
        kind = self._kind(path)
        return super().is_folder(path) if kind in _ASKS_ON else kind.startswith("d")

    def names(self, folder: Path) -> Sequence[str]:  # type: ignore[explicit-override]
        """Returns what stands in a folder, in order; nothing where that cannot be read."""
        path = str(folder)
        try:
            before = facts.stamp(os.stat(path))
            listed = facts.names(path)
        except OSError:
            self.is_unsure = True
            return ()
        self._note(facts.FOLDER, path, facts.digest_of(listed), before)
        return listed

    def resolve(self, path: Path) -> Path:  # type: ignore[explicit-override]
        """Returns where a path leads to when links are followed."""
        is_plain = os.name != "nt" and path.is_absolute() and ".." not in path.parts
        on_the_way = (*reversed(path.parents), path)
        if is_plain and not any(self._kind(each) in _ASKS_ON for each in on_the_way):
            return path
        self._note_lead(path)
        return super().resolve(path)

    def ignore_files(self, root: Path) -> Sequence[Path]:  # type: ignore[explicit-override]
        """Returns the files of patterns that git heeds besides .gitignore."""
        from journeymap.workspace.git import settings_files

        for folder in os.get_exec_path():
            if self._kind(Path(folder, "git")) != facts.MISSING:
                break
        for path in settings_files(root, self._settings_folder):
            # Files that others include are not followed here: git alone knows which, and when.
            includes = self.is_file(path) and _INCLUDES in self._settings(path).lower()
            self.is_unsure = self.is_unsure or includes
        return super().ignore_files(root)

    def read(self, path: Path) -> bytes:  # type: ignore[explicit-override]
        """Returns the content of a file, cut a byte behind the limit."""
        is_plain = self._kind(path) == "f"
        try:
            before = self._stamp(path)
            content = read_bytes(path)
            is_same = self._stamp(path) == before
        except OSError:
            # What is not there is a fact; why something cannot be read is none.
            self.is_unsure = self.is_unsure or self._kind(path) != facts.MISSING
            raise
        self.is_unsure = self.is_unsure or not is_same or len(content) > MOST_BYTES
        about = facts.CONTENT if is_plain else facts.TARGET
        self._note(about, str(path), facts.value_of(content), before)
        return content

    def _settings(self, path: Path) -> bytes:
        try:
            return self.read(path)
        except OSError:  # and git cannot read it either
            return b""

    def note_packages(self, folder: str) -> None:
        """Notes which packages tell of themselves in a folder of a search path, and what."""
        try:
            self._note(facts.PACKAGES, folder, facts.packages(folder))
        except OSError:
            self._kind(Path(folder))

    def note_program(self, folder: str, began: int) -> None:
        """Notes all files of a program that is changed while it is used.

        Args:
            folder: where they lie.
            began: when the program began to read them, in nanoseconds since 1970.
        """
        for path, _, names in os.walk(folder):
            for name in names:
                self.refuse_later(os.path.join(path, name), began)
        self._note(facts.PROGRAM, folder, facts.program(folder))

    def note_code(self, path: str, began: int) -> None:
        """Notes a file of a program: of these nobody looks at the content.

        Args:
            path: the file.
            began: when the program began to read them, in nanoseconds since 1970.
        """
        self.refuse_later(path, began)
        self._note(facts.CODE, path, "", facts.stamp_of(path))

    def refuse_later(self, path: str, began: int) -> None:
        """Has a file that was read unnoticed be unsure, where somebody has changed it since."""
        with suppress(OSError):
            status = os.stat(path)
            later = max(status.st_mtime_ns, status.st_ctime_ns) >= began
            self.is_unsure = self.is_unsure or later

    def _stamp(self, path: Path) -> str:
        return facts.stamp(os.stat(path))

    def _kind(self, path: Path) -> str:
        key = str(path)
        found = self._kinds.get(key)
        if found is None:
            try:
                found = facts.kind(key)
            except (OSError, ValueError):  # a locked folder, a name that cannot be
                self.is_unsure = True
                found = _UNKNOWN
            self._kinds[key] = found
            if found == "l":
                self._note_lead(path)
        return found

    def _note_lead(self, path: Path) -> None:
        """Notes where links lead from a path."""
        try:
            self._note(facts.LEADS, str(path), facts.leads_to(str(path)))
        except (OSError, ValueError):
            self.is_unsure = True

    def _note(self, about: str, path: str, value: str, stamp: str = "") -> None:
        known = self._facts.setdefault((about, path), Fact(about, path, value, stamp))
        self.is_unsure = self.is_unsure or known.value != value
