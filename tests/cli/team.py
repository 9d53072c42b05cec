"""A repository as a team of analysts has it: 25 maps in three departments, with all around them."""

import shutil
from pathlib import Path

DEPARTMENTS = ("care", "sales", "claims")
MAPS = 8
"""Maps of a department."""

_HOUSE = """journeymap: 1
channels: [Phone, Portal]
stakeholders: [{id: clerk, name: Clerk, kind: staff}]
"""
_SETTINGS = """fail_on: warning
rules_from: our.rules.yaml
severities: {own-goal: error}
"""
_RULES = """rules:
  - {code: OWN11, name: own-goal, on: map, require: {goal: present}, message: the map has no goal}
  - {code: OWN21, name: own-need, on: step, require: {need: present}, message: "{action}: no need"}
"""
_PACKAGE = '''"""Rules that the team installs beside the tool."""

from journeymap.authoring import Finding, PlacedStep, rule


@rule("TEAM1", "team-fax", severity="warning", from_status="draft", basis="house")
def fax(placed_step: PlacedStep, context):
    """Tells of every step with a fax."""
    if "fax" in placed_step.label:
        yield Finding(message=placed_step.label, help="use the portal", route=placed_step.route)
'''


def map_text(department: str, number: int) -> str:
    """The text of a map, which has no finding."""
    return f"""journeymap: 1
id: {department}-{number}
title: {department.title()} {number}
goal: To be helped
uses: ../shared/house.library.yaml
stages:
  - name: Before
    steps:
      - {{id: calls, action: Calls, with: clerk, channel: phone, need: to be heard}}
      - {{id: waits, action: Waits, need: to know how long}}
  - name: After
    steps:
      - {{id: writes, action: Writes, channel: portal, need: to be sure}}
"""


def path_of(department: str, number: int) -> str:
    """Where a map lies."""
    return f"{department}/{department} {number}.journey.yaml"


def files() -> dict[str, str]:
    """The files of the repository: settings of three kinds, libraries, rules, 25 maps."""
    maps = {path_of(d, n): map_text(d, n) for d in DEPARTMENTS for n in range(1, MAPS + 1)}
    first, second, part = path_of("care", 1), path_of("care", 2), path_of("claims", 1)
    last = f"{{id: pays, action: Pays, need: x, journey: '../{part}'}}"
    maps[first] += f"  - name: Later\n    steps: [{last}]\n"
    maps[first] = maps[first].replace("uses:", "desired: care 2.journey.yaml\nuses:")
    maps[second] = maps[second].replace("goal:", "state: desired\ngoal:")
    top = map_text("żółć", 0).replace("../", "").replace("id: żółć-0", "id: all")
    return {
        **maps,
        "żółć.journey.yaml": top,
        ".journeymap.yaml": _SETTINGS,
        "our.rules.yaml": _RULES,
        "care/.journeymap.yaml": "extends: ../.journeymap.yaml\nseverities: {own-need: note}\n",
        "sales/.journeymap.yaml": "fail_on: error\n",
        "shared/house.library.yaml": _HOUSE,
        "shared/spare.library.yaml": "journeymap: 1\nchannels: [Letter]\n",
        ".gitignore": "drafts/\n",
    }


def install_package(folder: Path, rules: str = _PACKAGE) -> Path:
    """Writes a package with a rule as it is when installed; returns what goes on Python's path."""
    information = folder / "team_rules-1.0.dist-info"
    information.mkdir(parents=True)
    (folder / "team_rules.py").write_text(rules, encoding="utf-8")
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: team-rules\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[journeymap.rules]\nteam = team_rules:fax\n")
    return folder


def copied(source: Path, target: Path) -> Path:
    """Copies a repository with its history."""
    shutil.copytree(source, target, dirs_exist_ok=True)
    return target
