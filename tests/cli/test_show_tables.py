"""The tables of `journeymap show`."""

import json

import pytest
from tests.cli.running import CommandLine

MAP = """journeymap: 1
title: Clinic
persona: Ann
steps:
  - {action: Books, emotion: worried, channel: phone, importance: 5, perceived: 2}
  - {action: Goes home, leaks: [{share: 5 %}]}
"""


@pytest.fixture
def clinic(cli: CommandLine) -> CommandLine:
    cli.write(MAP)
    return cli


@pytest.mark.parametrize(
    "view", ["gaps", "leverage", "flow", "time", "channels", "stakeholders", "coverage"]
)
@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_show_tells_each_view_in_each_form(clinic: CommandLine, view: str, form: str) -> None:
    done = clinic("show", "clinic.journey.yaml", "--view", view, "--format", form)
    assert (done.code, done.err) == (0, "")
    if form == "json":
        assert json.loads(done.out)["view"] == view
    assert done.out


def test_a_map_is_no_table(clinic: CommandLine) -> None:
    done = clinic("show", "clinic.journey.yaml", "--format", "csv")
    assert (done.code, done.out) == (2, "")
    assert "choose another --view" in done.err
