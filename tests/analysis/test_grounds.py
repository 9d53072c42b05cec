"""What a map rests on: figures, claims, and the evidence behind most of them."""

from tests.analysis.reading import analyse

from journeymap.analysis.grounds import grounds

TEXT = """
title: A
evidence: [{id: talks, kind: interview}, {id: desk, kind: records}, {id: unused, kind: survey}]
metrics: [{id: m, name: Answers}]
metrics_of: x
steps:
  - {action: B, evidence: talks, metrics: {metric: m, value: 3}}
  - {action: C, evidence: talks}
"""


def test_evidence_of_readings_of_the_whole_map_counts_as_well() -> None:
    text = TEXT.replace("metrics_of: x", "readings: {metric: m, value: 4, evidence: desk}")
    found = grounds(analyse(text).journey_map)
    assert [(each.id, uses) for each, uses in found.uses] == [("talks", 2), ("desk", 1)]
