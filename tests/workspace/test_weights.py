"""Weights and lifts of leverage in `.journeymap.yaml`."""

from pathlib import Path

import pytest

from journeymap.analysis.leverage import DEFAULT_WEIGHTS, Driver, Weights
from journeymap.findings import Finding
from journeymap.workspace.files import MapFile
from journeymap.workspace.load import Loader

MAP = "journeymap: 1\ntitle: Clinic\nsteps: [Waits]\n"


def read(folder: Path, **configurations: str) -> MapFile:
    """Reads a map below a configuration, which another one may extend."""
    (folder / ".git").mkdir()
    for name, text in configurations.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "own.yaml").rename(folder / ".journeymap.yaml")
    path = folder / "map.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    return Loader(shown_from=folder).load([path]).asked[0]


def mistakes(folder: Path, text: str) -> tuple[Finding, ...]:
    (folder / ".git").mkdir()
    path = folder / ".journeymap.yaml"
    path.write_text(text, encoding="utf-8")
    loader = Loader(shown_from=folder)
    loader.configuration_for(folder)
    return loader.files[path].findings


def test_what_is_not_said_is_as_by_default(tmp_path: Path) -> None:
    found = read(tmp_path, own="leverage: {weights: {flow-gain: 5, memory: 0}}\n")
    assert found.configuration.weights == Weights(
        weights={**DEFAULT_WEIGHTS, Driver.FLOW_GAIN: 5, Driver.MEMORY: 0}
    )


def test_lifts(tmp_path: Path) -> None:
    found = read(tmp_path, own="leverage: {lifts: {moment: 1.5}}\n")
    assert found.configuration.weights == Weights(moment=1.5)


def test_weights_of_an_extended_configuration_count_one_by_one(tmp_path: Path) -> None:
    weights = read(
        tmp_path,
        base="leverage: {weights: {hazard: 4, effort: 2}, lifts: {influence: 1.2}}\n",
        own="extends: base.yaml\nleverage: {weights: {effort: 0}}\n",
    ).configuration.weights
    assert weights == Weights(
        weights={**DEFAULT_WEIGHTS, Driver.HAZARD: 4, Driver.EFFORT: 0}, influence=1.2
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weights: {flow-gian: 5}", "`flow-gian` is not a field of the weights of leverage"),
        ("weights: {flow-gain: -1}", "-1 is off the scale of `flow-gain`"),
        ("weights: {flow-gain: much}", '"much" is no number'),
        ("lifts: {moment: 0.5}", "0.5 is off the scale of `moment`"),
        ("weight: {hazard: 1}", "`weight` is not a field of leverage"),
    ],
)
def test_mistakes_are_findings_with_their_place(tmp_path: Path, text: str, said: str) -> None:
    (found,) = mistakes(tmp_path, f"leverage:\n  {text}\n")
    assert found.message == said
    assert found.route[0] == "leverage"
    assert found.help
