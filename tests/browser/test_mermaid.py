"""The pictures of a comparison are read by Mermaid 11, whatever maps call their steps.

Runs where node is installed and JOURNEYMAP_NODE_MODULES names a folder of node modules with mermaid
and jsdom (`npm install mermaid@11 jsdom`, anywhere outside this repository).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from tests.views.maps import PHRASES

from journeymap import load
from journeymap.compare.difference import differences
from journeymap.compare.recorder import record_of
from journeymap.history.mermaid import fence
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step

ROOT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")
MODULES = os.environ.get("JOURNEYMAP_NODE_MODULES", "")
SECONDS = 300
MAPS = 300
HOSTILE = (
    *("a # b", "a;b", 'say "x"', "it's", "end", "%%{init: {}}%%", "```", "`x`", "style: a#b;"),
    *("<b>x</b>", "[x](y)", "click n0", "graph", "{x}", "a|b", "a\\nb", "#quot;", "class x", "-->"),
    *("::: y", "😀 ok", "日本語", "subgraph", "&amp;", "---", "a\u2028b", "%% note", "x --- y"),
)

pytestmark = pytest.mark.skipif(
    not (NODE and Path(MODULES, "mermaid").is_dir() and Path(MODULES, "jsdom").is_dir()),
    reason="needs node, and mermaid and jsdom in JOURNEYMAP_NODE_MODULES",
)


def picture(first: JourneyMap, second: JourneyMap) -> str:
    drawn = fence(differences(record_of(first), record_of(second)))
    return drawn.removeprefix("```mermaid\n").removesuffix("```")


def of_examples() -> Iterator[str]:
    for path in sorted((ROOT / "examples").glob("*.journey.yaml")):
        journey_map = load(path).journey_map
        assert journey_map
        stages = [
            stage.model_copy(update={"steps": stage.steps[1:]})
            for stage in journey_map.journey.stages
        ]
        less = journey_map.journey.model_copy(update={"stages": tuple(stages)})
        yield picture(journey_map, replace(journey_map, journey=less))


def a_map(chance: Random) -> JourneyMap:
    words = (*HOSTILE, *PHRASES)
    stages = tuple(
        Stage(
            name=chance.choice([None, *words]),
            steps=tuple(
                Step(id=f"s{chance.randrange(40)}", action=chance.choice(words))
                for _ in range(chance.randrange(8))
            ),
        )
        for _ in range(1, 5)
    )
    return JourneyMap(journey=Journey(title="T", stages=stages), libraries={})


def test_every_picture_is_read() -> None:
    chance = Random(7)  # noqa: S311 - nothing secret
    pictures = [*of_examples(), *(picture(a_map(chance), a_map(chance)) for _ in range(MAPS))]
    shown = [each for each in pictures if each]
    assert len(shown) > MAPS
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(Path(__file__).with_name("mermaid.mjs")), MODULES],
        input=json.dumps(shown).encode(),
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    assert json.loads(done.stdout) == []
