"""Analyse texts instead of files."""

from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.workspace.load import Loader

_FILE = Path("/nowhere/map.journey.yaml")


def analyse(text: str, *, faulty: bool = False) -> Analysis:
    """What is computed from a map.

    Args:
        text: the map.
        faulty: whether it has mistakes; a typing error of the test itself is not to pass for one.
    """
    texts = {_FILE: f"journeymap: 1\n{text}".encode()}
    file = Loader(texts=texts, shown_from=_FILE.parent).load([_FILE]).asked[0]
    assert file.journey_map
    assert faulty == bool(file.findings), file.findings
    return Analysis(journey_map=file.journey_map)
