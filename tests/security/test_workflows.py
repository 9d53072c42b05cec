"""Workflows run what was reviewed, with no right that they do not need; and SECURITY.md is true."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
OWN = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*OWN, ROOT / "action.yml", ROOT / "src/journeymap/templates/repository/github.yml"]
USING = [*FILES, ROOT / "docs" / "ci.md"]
WRITES = {
    "attest": {"id-token", "attestations"},
    "publish": {"id-token"},
    "lint": {"security-events"},
    "diff": {"pull-requests"},
}
"""What jobs may change; all others may not change anything."""


def content(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return read


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in (*workflow.get("jobs", {}).values(), workflow.get("runs", {})):
        yield from job.get("steps", ())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_steps_take_nothing_that_others_write_into_a_command(path: Path) -> None:
    found = list(steps(content(path)))
    assert found
    assert [step for step in found if "${{" in step.get("run", "")] == []
    checkouts = [step for step in found if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", [*OWN, FILES[-1]], ids=lambda path: path.name)
def test_jobs_have_the_rights_that_they_need(path: Path) -> None:
    workflow = content(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        written = {right for right, how in job["permissions"].items() if how != "read"}
        assert written <= WRITES.get(name, set()), name


def test_actions_are_pinned_and_the_same_everywhere() -> None:
    known: dict[str, set[tuple[str, str]]] = {}
    for path in USING:
        text = path.read_text(encoding="utf-8")
        uses = re.findall(r"uses: (\S+)", text)
        pinned = re.findall(r"uses: ([\w./-]+)@([0-9a-f]{40}) # (v[\d.]+)\n", text)
        assert len(uses) == len(pinned), path.name
        for action, digest, version in pinned:
            known.setdefault(action, set()).add((digest, version))
    assert len(known) > 5
    assert {action: pins for action, pins in known.items() if len(pins) > 1} == {}


def test_what_the_policy_names_is_there() -> None:
    named = re.findall(r"\]\(([^)]+)\)", POLICY)
    assert len(named) > 15
    assert [path for path in named if not (ROOT / path).is_file()] == []
    titles = re.findall(r"\[(test_\w+\.py)\]\(([^)]+)\)", POLICY)
    assert [path for title, path in titles if Path(path).name != title] == []


def test_the_policy_names_every_test_of_security_and_the_readme_the_policy() -> None:
    here = {f"tests/security/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert here <= set(re.findall(r"\]\(([^)]+)\)", POLICY))
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
