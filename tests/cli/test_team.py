"""A team of analysts at work in 25 maps: branches, hooks, baselines, comments, reports."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import CommandLine
from tests.cli.team import copied, files, install_package, path_of
from tests.cli.test_pre_commit import committed, entry
from tests.workspace.repositories import commit, git, write

from journeymap.linter import entry_point_files, plugins

CARE, SALES, CLAIMS = (path_of(department, 1) for department in ("care", "sales", "claims"))
HOUSE = "shared/house.library.yaml"
CONCISE = ("--output-format", "concise", "-q")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository, once for all."""
    folder = tmp_path_factory.mktemp("origin")
    for name, text in files().items():
        write(folder, name, text)
    commit(folder)
    return folder


@pytest.fixture
def team(
    cli: CommandLine, origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CommandLine]:
    """A clone of it, with the team's package of rules installed."""
    copied(origin, cli.folder)
    monkeypatch.syspath_prepend(install_package(tmp_path / "site"))
    look_again()
    yield cli
    look_again()
    sys.modules.pop("team_rules", None)


def look_again() -> None:
    """Forgets which packages there are."""
    entry_point_files.may_be_declared.cache_clear()
    plugins.all_rules.cache_clear()


def edit(team: CommandLine, name: str, old: str, new: str) -> str:
    """Changes a file; returns its text as it was."""
    text = (team.folder / name).read_text(encoding="utf-8")
    assert old in text
    team.write(text.replace(old, new, 1), name)
    return text


def told(team: CommandLine, *arguments: str) -> list[str]:
    """The files and rules of what is told, in order."""
    out = team("lint", *CONCISE, *arguments).out.splitlines()
    return [f"{line.partition(':')[0]} {line.partition('[')[2].partition(']')[0]}" for line in out]


def findings(team: CommandLine, *arguments: str) -> list[dict[str, str]]:
    """What is told as JSON."""
    done = team("lint", "--output-format", "json", "-q", *arguments)
    found: list[dict[str, str]] = json.loads(done.out)["findings"]
    return found


def test_the_team_begins_without_errors(team: CommandLine) -> None:
    done = team("lint")
    assert (done.code, done.out.count("warning"), done.out.count("error[")) == (0, 0, 0)
    files_shown = team("lint", "--show-files").out.splitlines()
    assert len([name for name in files_shown if name.endswith(".journey.yaml")]) == 25
    edit(team, CARE, "Waits,", "Sends a fax,")
    assert told(team, "--min-severity", "warning") == [f"{CARE} team-fax"]


# ------------------------------------------------------------------------ comments and baselines


def test_comments_count_at_their_places_by_family_and_by_day(team: CommandLine) -> None:
    edit(team, CLAIMS, ", need: to know how long}", "}  # journeymap: ignore[OWN2] agreed")
    assert told(team, "claims") == []
    assert told(team, "claims", "--no-ignores") == [f"{CLAIMS} own-need"]
    edit(team, CLAIMS, "ignore[OWN2]", "ignore[own-need until 2027-03]")
    assert told(team, "claims", "--today", "2027-03-31") == []
    late = told(team, "claims", "--today", "2027-04-01")
    assert late == [f"{CLAIMS} own-need", f"{CLAIMS} unused-ignore"]
    edit(team, CLAIMS, "ignore[own-need until 2027-03]", "ignores[own-need]")
    assert told(team, "claims") == [f"{CLAIMS} own-need", f"{CLAIMS} unused-ignore"]


PAINS = "pains: [it takes long], "
GATHERED = ("--select", "JM801,unused-ignore")


def test_comments_are_added_at_the_places_that_a_finding_is_gathered_from(
    team: CommandLine,
) -> None:
    for step in ("calls", "waits", "writes"):
        edit(team, CLAIMS, f"{{id: {step}, ", f"{{id: {step}, {PAINS}")
    found = findings(team, CLAIMS, *GATHERED)
    assert [finding["code"] for finding in found] == ["JM801"]
    team("lint", CLAIMS, *GATHERED, "--add-ignores", "agreed")
    text = (team.folder / CLAIMS).read_text()
    assert text.startswith("journeymap: 1\n")
    assert text.count("# journeymap: ignore[pain-without-opportunity] agreed") == 3
    assert told(team, CLAIMS, *GATHERED) == []
    team("lint", CLAIMS, "--fix", *GATHERED)
    assert (team.folder / CLAIMS).read_text() == text


def test_a_baseline_knows_its_findings_after_a_reorganisation(team: CommandLine) -> None:
    for name in (CARE, SALES, CLAIMS):
        edit(team, name, "goal: To be helped\n", "oops: 1\n")
    edit(team, CLAIMS, ", need: to know how long", "")
    assert len(findings(team)) >= 6
    team("lint", "--write-baseline", "known.json")
    text = edit(team, CLAIMS, "  - name: After\n    steps:\n", "")
    moved = [line for line in text.splitlines() if "id: waits" in line]
    team.write(text.replace(f"{moved[0]}\n", "") + f"{moved[0]}\n", CLAIMS)
    git(team.folder, "mv", SALES, "sales/né w.journey.yaml")
    assert told(team, "--baseline", "known.json") == []
    assert told(team, "sales/né w.journey.yaml", "--baseline", "known.json") == []
    edit(team, CLAIMS, "oops: 1\n", "oops: 1\nmore: 2\n")
    assert told(team, "--baseline", "known.json") == [f"{CLAIMS} unknown-field"]


# --------------------------------------------------------------------------------- fingerprints


def test_a_fingerprint_is_unique_and_hangs_on_no_other_file(team: CommandLine) -> None:
    for name in (CARE, SALES, CLAIMS):
        edit(team, name, "{id: waits, action: Waits, need", "{id: waits, action: Waits, neeed")
        edit(team, name, "goal: To be helped\n", "oops: 1\n")
    every = findings(team)
    marks = [finding["fingerprint"] for finding in every]
    assert len(set(marks)) == len(marks) >= 8
    alone = findings(team, CLAIMS)
    assert [f["fingerprint"] for f in alone] == [
        f["fingerprint"] for f in every if f["path"] in {CLAIMS, "our.rules.yaml"}
    ]
    text = (team.folder / CLAIMS).read_text()
    waits = next(line for line in text.splitlines(keepends=True) if "id: waits" in line)
    team.write(text.replace(waits, "") + waits, CLAIMS)
    moved = {f["fingerprint"] for f in findings(team, CLAIMS)}
    assert moved == {f["fingerprint"] for f in alone}


def test_sarif_carries_what_code_scanning_reads(team: CommandLine) -> None:
    edit(team, CLAIMS, "goal: To be helped\n", "oops: 1\n")
    result = json.loads(team("lint", "-q", "--output-format", "sarif").out)["runs"][0]["results"][0]
    mark = findings(team)[0]["fingerprint"]
    assert result["partialFingerprints"]["primaryLocationLineHash"] == f"{mark}:1"


# ----------------------------------------------------------------------- revisions and branches


@pytest.fixture
def branch(team: CommandLine) -> CommandLine:
    """A branch that has gone on from main, as main has."""
    git(team.folder, "checkout", "-q", "-b", "branch")
    edit(team, SALES, "Waits,", "Sends a fax,")
    commit(team.folder)
    git(team.folder, "checkout", "-q", "main")
    edit(team, CLAIMS, "Waits,", "Sends a fax,")
    commit(team.folder)
    git(team.folder, "checkout", "-q", "branch")
    return team


def test_a_branch_is_held_to_what_it_did(branch: CommandLine) -> None:
    listed = ("lint", "--show-files", "-q", "--since", "main")
    assert branch(*listed).out == f"{SALES}\n"
    assert branch(*listed, "--since-exact").out == f"{CARE}\n{CLAIMS}\n{SALES}\n"
    assert told(branch, "--since", "main") == [f"{SALES} team-fax"]
    assert told(branch, "--since", "main", "--new") == [f"{SALES} team-fax"]
    assert told(branch, "--since", "HEAD~1", "--new") == [f"{SALES} team-fax"]
    assert told(branch, "--since", "HEAD", "--new") == []


def test_a_map_that_is_copied_with_its_id_is_told(branch: CommandLine) -> None:
    text = (branch.folder / CARE).read_text()
    branch.write(text, "care/copy.journey.yaml")
    new = told(branch, "--since", "main", "--new")
    assert new == ["care/copy.journey.yaml duplicate-map-id", f"{SALES} team-fax"]


@pytest.mark.parametrize(
    ("doing", "concerned"),
    [
        (("rm", "-q", CLAIMS), [CARE]),
        (("mv", CLAIMS, "claims/né w.journey.yaml"), [CARE, "claims/né w.journey.yaml"]),
        (("mv", "care/care 2.journey.yaml", "wanted.journey.yaml"), [CARE, "wanted.journey.yaml"]),
        (
            ("rm", "-q", "sales/.journeymap.yaml"),
            [path_of("sales", n) for n in range(1, 9)],
        ),
        (("rm", "-q", "shared/spare.library.yaml"), []),
    ],
)
def test_what_is_gone_concerns_whoever_named_it(
    doing: tuple[str, ...], concerned: list[str], branch: CommandLine
) -> None:
    git(branch.folder, *doing)
    shown = branch("lint", "--show-files", "-q", "--since", "HEAD").out.splitlines()
    assert shown == concerned


def test_a_library_that_is_gone_or_renamed_concerns_all_who_use_it(branch: CommandLine) -> None:
    git(branch.folder, "mv", HOUSE, "shared/home.library.yaml")
    new = told(branch, "--since", "main", "--new", "--select", "broken-link")
    assert len(set(new)) == 25
    assert set(new) >= {f"{CARE} broken-link", "żółć.journey.yaml broken-link"}


def test_rules_and_settings_concern_the_maps_they_hold(branch: CommandLine) -> None:
    text = edit(branch, "care/.journeymap.yaml", "note", "error")
    listed = ("lint", "--show-files", "-q", "--since", "HEAD")
    assert branch(*listed).out.splitlines() == [path_of("care", n) for n in range(1, 9)]
    branch.write(text, "care/.journeymap.yaml")
    assert branch(*listed).out == ""
    edit(branch, "our.rules.yaml", "require: {goal: present}", "require: {owner: present}")
    new = told(branch, "--since", "HEAD", "--new")
    assert len(set(new)) == 17
    assert not any("sales" in line for line in new)
    assert f"{CARE} own-goal" in new


# ------------------------------------------------------------------------------------------ hooks


def test_a_commit_is_held_by_the_hook(team: CommandLine) -> None:
    assert committed(team).code == 0
    edit(team, HOUSE, "Phone", "Telephone")
    git(team.folder, "add", HOUSE)
    done = committed(team)
    assert done.code == 1
    assert done.out.count("error[unknown-reference]") == 25
    assert entry("journeymap-lint") == ["lint"]


# -------------------------------------------------------------------------------------- settings


def shown(team: CommandLine, *arguments: str) -> set[str]:
    """The folders of the maps that would be linted."""
    out = team("lint", "--show-files", *arguments).out.splitlines()
    return {name.partition("/")[0] for name in out if name.endswith(".journey.yaml")}


def test_files_are_left_out_by_the_team_and_by_git(team: CommandLine) -> None:
    every = {"care", "claims", "sales", "żółć.journey.yaml"}
    assert shown(team) == every
    assert shown(team, "--exclude", "sales/") == every - {"sales"}
    edit(team, ".journeymap.yaml", "fail_on", "exclude: [claims/]\nfail_on")
    assert shown(team) == every - {"claims"}
    assert shown(team, CLAIMS) == {"claims"}
    team("lint", CLAIMS, "--force-exclude")
    assert shown(team, CLAIMS, SALES, "--force-exclude") == {"sales"}
    write(team.folder, ".git/info/exclude", "/care/\n")
    assert shown(team) == every - {"claims", "care"}
    git(team.folder, "mv", ".journeymap.yaml", ".journeymap.yml")
    assert shown(team) == every - {"claims", "care"}


def test_a_nested_configuration_says_what_it_replaces(team: CommandLine) -> None:
    out = " ".join(team("lint", "sales", "--show-settings").out.split())
    assert "replaces all of ../.journeymap.yaml" in out
    assert "replaces" not in team("lint", "care", "--show-settings").out
    edit(team, ".journeymap.yaml", "fail_on", "files: {care/x*: {profile: draft}}\nfail_on")
    assert "the pattern care/x* matches none" in team("lint", "--show-settings").out


def test_circles_of_settings_are_told_and_rules_that_never_meet_allowed(team: CommandLine) -> None:
    edit(team, ".journeymap.yaml", "fail_on", "extends: care/.journeymap.yaml\nfail_on")
    assert told(team).count(".journeymap.yaml link-cycle") == 1
    assert told(team).count("care/.journeymap.yaml link-cycle") == 1
    edit(team, ".journeymap.yaml", "extends: care/.journeymap.yaml\n", "")
    rules = (team.folder / "our.rules.yaml").read_text()
    edit(team, "sales/.journeymap.yaml", "fail_on: error\n", rules.replace("goal: ", "owner: "))
    assert told(team, "care", "claims") == []
    assert told(team, "sales") == [f"{path_of('sales', n)} own-goal" for n in range(1, 9)]
    assert len(told(team, "--min-severity", "warning")) == 8


# --------------------------------------------------------------------------------------- reports


def test_programs_get_paths_from_the_root(
    team: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(team, CLAIMS, "goal: To be helped\n", "oops: 1\n")
    monkeypatch.chdir(team.folder / "claims")
    github = team("lint", "-q", "--output-format", "github").out
    assert "file=claims/claims 1.journey.yaml" in github
    gitlab = json.loads(team("lint", "-q", "--output-format", "gitlab").out)
    assert CLAIMS in {each["location"]["path"] for each in gitlab}
    sarif = json.loads(team("lint", "-q", "--output-format", "sarif").out)["runs"][0]["results"]
    places = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in sarif}
    assert "claims/claims%201.journey.yaml" in places
    assert "claims/claims 1" in team("lint", "-q", "--output-format", "azure").out
    assert CLAIMS in team("lint", "-q", "--output-format", "rdjson").out
    assert team("lint", *CONCISE).out.startswith("claims 1.journey.yaml:")


def failures(junit: str) -> str:
    """How many tests fail in all."""
    return junit.partition('failures="')[2].partition('"')[0]


def test_each_map_fails_by_its_own_settings_and_junit_agrees(team: CommandLine) -> None:
    edit(team, SALES, "Waits,", "Sends a fax,")
    done = team("lint", "sales", "-q", "--output-format", "junit")
    assert (done.code, failures(done.out)) == (0, "0")
    edit(team, CLAIMS, "Waits,", "Sends a fax,")
    done = team("lint", "-q", "--output-format", "junit")
    assert (done.code, failures(done.out)) == (1, "1")
    assert team("lint", "-q", "--fail-on", "error").code == 0


def test_what_is_read_and_told_can_be_chosen(team: CommandLine) -> None:
    edit(team, CARE, "goal: To be helped\n", "")
    edit(team, CARE, ", need: to know how long", "")
    assert told(team, "care") == [f"{CARE} own-goal", f"{CARE} own-need"]
    assert told(team, "care", "--min-severity", "error") == [f"{CARE} own-goal"]
    assert told(team, "care", "--isolated") == []
    counted = json.loads(team("lint", "-q", "--statistics", "--output-format", "json").out)
    assert "own-goal" in json.dumps(counted)


# ----------------------------------------------------------------------------- packages of rules


def test_a_rule_of_the_package_that_raises_costs_its_own_findings(
    team: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (tmp_path / "site" / "team_rules.py").read_text()
    broken = install_package(tmp_path / "broken", text.replace("    if ", "    1 / 0\n    if "))
    monkeypatch.syspath_prepend(broken)
    sys.path.remove(str(tmp_path / "site"))
    look_again()
    edit(team, CLAIMS, "goal: To be helped\n", "")
    done = team("lint", "claims", "--output-format", "concise")
    assert (done.code, done.out.count("own-goal")) == (1, 1)
    lines = [line for line in done.err.splitlines() if "team-rules" in line]
    assert len(lines) == 1
    assert "team_rules.py:9" in lines[0]
