"""The GitHub action keeps inputs out of its shell, and pins what it uses."""

import re
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]


def test_no_input_is_pasted_into_a_shell() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) > 3
    assert [script for script in scripts if "${{" in script] == []


def test_every_action_is_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each)] == []


def test_each_input_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert all(each["description"] for each in ACTION["inputs"].values())
