"""What makes a finding the same one after its map was edited: a hash that no line number enters."""

import hashlib
import json
from collections import Counter

from journeymap.linter.engine import Diagnostic, Report
from journeymap.linter.locations import Places
from journeymap.model.ids import slug
from journeymap.workspace.files import MapFile
from journeymap.workspace.paths import file_id

_LENGTH = 32
"""Hexadecimal digits of a fingerprint: 128 bits, so that two findings never share one by chance."""


def fingerprints(report: Report) -> tuple[str, ...]:
    """Returns a fingerprint for each finding of a report, in its order.

    A fingerprint hashes the rule's code, the map's id, the route with ids in place of positions,
    and the field that is missing. It stays the same when lines move, when steps, stages or entries
    change their order, and, for a map with a written `id`, when its file is renamed. Where several
    findings would share one, the second and later ones carry `-2`, `-3` …, so that none is lost.
    """
    places = {file.path: Places(file) for file in report.files}
    seen = Counter[str]()
    given = []
    for diagnostic in report.diagnostics:
        mark = _fingerprint(diagnostic, places[diagnostic.file.path])
        seen[mark] += 1
        given.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return tuple(given)


def _fingerprint(diagnostic: Diagnostic, places: Places) -> str:
    finding, file = diagnostic.finding, diagnostic.file
    said = (
        diagnostic.rule.code,
        map_id(file),
        places.steady_text(finding.route),
        finding.missing or "",
    )
    told = json.dumps(said, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return hashlib.sha256(told).hexdigest()[:_LENGTH]


def map_id(file: MapFile) -> str:
    """Returns the id of the map in a file; of libraries and configurations, one from their name."""
    return file.map.id if file.map else slug(file_id(file.path)) or file.path.name
