"""Ids in pictures: several stand in one web page."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.running import CommandLine

from journeymap.views.names import View


def test_pictures_that_stand_on_one_page_share_no_id(cli: CommandLine) -> None:
    """Views, pages, rows, axes, stages and people, as a report puts them below one another."""
    examples = Path(__file__).resolve().parents[2] / "examples"
    first, second = (
        str(examples / f"health-plan-member{kind}.journey.yaml") for kind in ("", ".desired")
    )
    asked = [
        *((first, "--view", view) for view in View if view not in {View.LADDER, View.CYCLE}),
        *((second, "--view", view) for view in (View.MAP, View.FLOW, View.FOCUS)),
        (first, "--lanes", "blueprint"),
        (first, "--lanes", "action,need"),
        (first, "--stage", "Joining"),
        (first, "--view", "matrix", "--by", "impact-effort"),
        (first, "--persona", "angela"),
    ]
    ids: list[str] = []
    for number, arguments in enumerate(asked):
        done = cli("render", *arguments, "-o", f"{number}/")
        assert done.code == 0, (arguments, done.err)
        files = list((cli.folder / str(number)).glob("*.svg"))
        assert files
        roots = (ET.parse(file) for file in files)  # noqa: S314 - written by this tool
        ids += [each.attrib["id"] for root in roots for each in root.iter() if "id" in each.attrib]
    assert len(ids) > 300
    assert [each for each, count in Counter(ids).items() if count > 1] == []
