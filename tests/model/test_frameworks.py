"""The built-in frameworks are what they would be if they were read from a file."""

import pytest

from journeymap.model.fields import Namespace
from journeymap.model.frameworks import BUILT_IN, Framework
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.languages import LANGUAGES


@pytest.mark.parametrize("framework", BUILT_IN, ids=lambda framework: framework.id)
def test_a_built_in_framework_is_valid_and_labelled(framework: Framework) -> None:
    assert Framework.model_validate(framework.model_dump()) == framework
    assert framework.source
    journey_map = JourneyMap(journey=Journey(title="A", framework=framework.id), libraries={})
    for stage in framework.stages:
        assert set(stage.labels) == set(LANGUAGES)
        for label in (stage.id, *stage.labels.values(), *stage.aliases):
            meant = journey_map.find_all(label, Namespace.FRAMEWORK_STAGE)
            assert [entry.item for entry in meant] == [stage], label
