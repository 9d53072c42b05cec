"""Texts → models, each text once."""

from collections.abc import Hashable, Mapping
from typing import Any

from journeymap.model.fields import FileKind, Node
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.journey import Journey, Library
from journeymap.model.scalars import Dialect
from journeymap.reading.levels import Places
from journeymap.reading.misspelt_keys import MAP_PLACES
from journeymap.reading.read_model import Reading, read
from journeymap.text.document import Document, parse
from journeymap.text.source import Source
from journeymap.workspace.config import (
    Configuration,
    FileSettings,
    LeverageSettings,
    LiftSettings,
    WeightSettings,
)
from journeymap.workspace.rule_file import OwnRule, RuleFile
from journeymap.workspace.whole_file import language, rating_scale

_MODELS: Mapping[FileKind, type[Node]] = {
    FileKind.JOURNEY: Journey,
    FileKind.LIBRARY: Library,
    FileKind.CONFIGURATION: Configuration,
    FileKind.RULES: RuleFile,
}
_PLACES: Places = (
    *MAP_PLACES,
    Configuration,
    OwnRule,
    RuleFile,
    FileSettings,
    LeverageSettings,
    WeightSettings,
    LiftSettings,
    Framework,
    FrameworkStage,
)
"""The parts of all files that a misplaced field may belong to."""


_KEPT = 8
"""Revisions for which a text is kept that none of them has asked for."""


class Readings:
    """What texts were read as: revisions share most of them, and each is read once."""

    def __init__(self) -> None:
        """Begins with nothing."""
        self._read: dict[Hashable, tuple[Document, Reading[Any]]] = {}
        self._asked: dict[Hashable, int] = {}
        self._turn = 0

    def turn(self) -> None:
        """Begins with another revision, and forgets what many have not asked for."""
        self._turn += 1
        for key in [key for key, turn in self._asked.items() if turn < self._turn - _KEPT]:
            del self._read[key], self._asked[key]

    def of(
        self, kind: FileKind, source: Source, feelings: Mapping[str, float]
    ) -> tuple[Document, Reading[Any]]:
        """Returns what a text says, and what is read from it.

        Args:
            kind: what it holds.
            source: the text.
            feelings: words of feeling that a configuration adds, with their values.
        """
        key = (kind, source.name, source.text, frozenset(feelings.items()))
        if key not in self._read:
            document = parse(source)
            dialect = Dialect(
                rating=rating_scale(document.root),
                feelings=feelings,
                language=language(document.root),
            )
            self._read[key] = (document, read(_MODELS[kind], document, dialect, _PLACES))
        self._asked[key] = self._turn
        return self._read[key]
