"""The built-in frameworks are what they would be if they were read from a file."""

import pytest

from journeymap.model.frameworks import BUILT_IN, Framework
from journeymap.words.labels import LANGUAGES


@pytest.mark.parametrize("framework", BUILT_IN, ids=lambda framework: framework.id)
def test_a_built_in_framework_is_valid_and_labelled(framework: Framework) -> None:
    assert Framework.model_validate(framework.model_dump()) == framework
    assert framework.source
    for stage in framework.stages:
        assert set(stage.labels) == set(LANGUAGES)
        for label in (stage.id, *stage.labels.values(), *stage.aliases):
            assert framework.find(label) is stage, label
