"""What makes a finding the same one after its map was edited: a hash that no line number enters."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeymap.linter.diagnostic import Diagnostic

_LENGTH = 32
"""Hexadecimal digits of a fingerprint: 128 bits, so that two findings never share one by chance."""


def fingerprint(code: str, map_id: str, steady_route: str, missing: str) -> str:
    """Returns the hash of what a finding is about.

    It stays the same when lines move, when steps, stages or entries change their order, and, for a
    map with a written `id`, when its file is renamed.

    Args:
        code: the rule's code.
        map_id: the map's id.
        steady_route: the place, with ids or what entries say for their positions.
        missing: the field that is missing; "" where none is.
    """
    parts = json.dumps((code, map_id, steady_route, missing), ensure_ascii=False)
    return hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Walks findings; where several share a fingerprint, the later ones get `-2`, `-3` … behind it.

    So none of them is lost where a program keeps findings by their fingerprints.
    """
    seen = Counter[str]()
    for diagnostic in diagnostics:
        mark = diagnostic.fingerprint
        seen[mark] += 1
        again = seen[mark] > 1
        yield replace(diagnostic, fingerprint=f"{mark}-{seen[mark]}") if again else diagnostic
