"""What makes a finding the same one after its map was edited: a hash that no line number enters."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeymap.linter.diagnostic import Diagnostic, FileFacts
from journeymap.linter.locations import Places
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass

try:  # hashlib brings OpenSSL in, which takes longer than a rule over a map
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found] # before Python 3.12
    except ImportError:  # pragma: no cover - a Python that builds it elsewhere
        from hashlib import sha256

_LENGTH = 32
"""Hexadecimal digits of a fingerprint: 128 bits, so that two findings never share one by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """By what a finding is known again, in each of the ways that there were.

    Attributes:
        v1: by the stage, and by ids that go by the order of entries alike.
        v2: by the step and by what entries say.
    """

    v1: str
    v2: str


def fingerprints(
    code: str, file: FileFacts, places: Places, route: Route, missing: str
) -> Fingerprints:
    """Returns the hashes of what a finding is about.

    They stay the same when lines move, when steps, stages or entries change their order, and, for a
    map with a written `id`, when its file is renamed. `v2` also stays when a step goes to another
    stage or an entry like another one comes before it.

    Args:
        code: the rule's code.
        file: the file it is in.
        places: the names of its places.
        route: where.
        missing: the field that is missing; "" where none is.
    """
    return Fingerprints(
        v1=_hash(code, file.map.raw, places.steady_text_v1(route), missing),
        v2=_hash("v2", code, file.key.raw, places.steady_text(route), missing),
    )


def _hash(*said: str) -> str:
    parts = json.dumps(said, ensure_ascii=False)
    whole: str = sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()
    return whole[:_LENGTH]


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Walks findings; where several share a fingerprint, the later ones get `-2`, `-3` … behind it.

    So none of them is lost where a program keeps findings by their fingerprints. Files share none
    unless two maps have one `id`, so that the numbers hang on no other file.
    """
    seen = Counter[str]()

    def numbered_one(mark: str) -> str:
        seen[mark] += 1
        return f"{mark}-{seen[mark]}" if seen[mark] > 1 else mark

    for diagnostic in diagnostics:
        v2 = numbered_one(diagnostic.fingerprint)
        v1 = numbered_one(diagnostic.fingerprint_v1)
        is_first = v2 is diagnostic.fingerprint and v1 is diagnostic.fingerprint_v1
        yield diagnostic if is_first else replace(diagnostic, fingerprint=v2, fingerprint_v1=v1)
