"""Being told only what a git revision did not have."""

import pytest
from tests.cli.running import MAP, CommandLine
from tests.workspace.repositories import commit, git

TEXT = "journeymap: 1\nid: clinic\ntitle: Clinic\nsteps: [Calls]\noops: 1\n"
NEW = ("lint", "--since", "main", "--new", "--output-format", "concise")


@pytest.fixture
def team(cli: CommandLine) -> CommandLine:
    """A repository in which a map and what it builds on have findings."""
    cli.write(TEXT)
    cli.write(f"{TEXT.replace('clinic', 'ward')}uses: shared/a.library.yaml\n", "ward.journey.yaml")
    cli.write("channels: [Phone]\n", "shared/a.library.yaml")
    cli.write(
        "rules:\n  - {code: OWN1, name: own-rule, on: step, require: {need: present}, "
        "message: '{action} has no need'}\n",
        ".journeymap.yaml",
    )
    commit(cli.folder)
    return cli


def told(cli: CommandLine, *more: str) -> list[str]:
    """The names of rules in what is told, with their files."""
    out = cli(*NEW, *more).out.splitlines()
    return [f"{line.partition(':')[0]} {line.partition('[')[2].partition(']')[0]}" for line in out]


def test_what_the_revision_had_is_left_out(team: CommandLine) -> None:
    team.write(TEXT.replace("Calls", "Calls, {action: Waits, need: x, zzz: x}"))
    done = team(*NEW)
    assert done.code == 1
    assert told(team) == [f"{MAP} unknown-field"]
    assert "2 findings left out that main has too" in done.err.splitlines()
    assert len(team(*NEW[:3]).out.split("-->")) > len(told(team))
    git(team.folder, "commit", "-q", "-a", "-m", "All known")
    assert told(team) == []
    assert team(*NEW).code == 0


@pytest.mark.parametrize(
    "text",
    [
        f"# A line more\n\n{TEXT}",
        TEXT.replace("[Calls]", "\n  - action: Calls"),
        TEXT.replace("oops: 1\n", "").replace("title", "oops: 1\ntitle"),
    ],
)
def test_another_place_is_nothing_new(text: str, team: CommandLine) -> None:
    team.write(text)
    assert told(team) == []


def test_a_map_is_known_again_under_another_name(team: CommandLine) -> None:
    git(team.folder, "mv", MAP, "né w.journey.yaml")
    assert told(team) == []
    assert told(team, "né w.journey.yaml") == []
    team.write(f"{TEXT}more: 1\n", "né w.journey.yaml")
    assert told(team) == ["né w.journey.yaml unknown-field"]
    # Two maps may change their places.
    team.write(TEXT, "ward.journey.yaml")
    team.write(f"{TEXT.replace('clinic', 'ward')}more: 1\n", "né w.journey.yaml")
    (team.folder / "shared/a.library.yaml").unlink()
    assert told(team) == ["né w.journey.yaml unknown-field"]


def test_a_map_without_an_id_is_known_again_with_one_and_under_another_name(
    team: CommandLine,
) -> None:
    team.write(TEXT.replace("id: clinic\n", ""))
    commit(team.folder)
    team.write(TEXT)
    assert told(team) == []
    git(team.folder, "mv", MAP, "new.journey.yaml")
    assert told(team) == []
    team.write(f"{TEXT}more: 1\n", "new.journey.yaml")
    assert told(team) == ["new.journey.yaml unknown-field"]


@pytest.mark.parametrize("name", ["ours/né w.library.yaml", "a.library.yaml"])
def test_a_library_is_known_again_under_another_name(name: str, team: CommandLine) -> None:
    team.write("channels: [Phone]\noops: 1\n", "shared/a.library.yaml")
    commit(team.folder)
    (team.folder / name).parent.mkdir(exist_ok=True)
    git(team.folder, "mv", "shared/a.library.yaml", name)
    assert told(team, "--select", "unknown-field") == []
    team.write("channels: [Phone]\noops: 1\nmore: 1\n", name)
    git(team.folder, "add", "-A")
    assert told(team, "--select", "unknown-field") == [f"{name} unknown-field"]


def test_a_change_of_a_library_brings_what_it_breaks(team: CommandLine) -> None:
    ward = f"{TEXT.replace('clinic', 'ward')}uses: shared/a.library.yaml\n"
    team.write(ward.replace("[Calls]", "[{action: Calls, channel: phone}]"), "ward.journey.yaml")
    commit(team.folder)
    team.write("channels: [Letter]\n", "shared/a.library.yaml")
    expected = ["shared/a.library.yaml unused-definition", "ward.journey.yaml unknown-reference"]
    assert told(team, "--select", "JM1") == expected
    git(team.folder, "mv", "shared", "ours")
    assert told(team, "--select", "JM1")[-1] == "ward.journey.yaml broken-link"


def test_a_rule_that_the_revision_had_not_is_new(team: CommandLine) -> None:
    rules = (team.folder / ".journeymap.yaml").read_text()
    team.write(rules.replace("OWN1", "OWN2").replace("own-", "our-"), ".journeymap.yaml")
    expected = [f"{MAP} our-rule", "ward.journey.yaml our-rule"]
    assert told(team) == expected
    assert told(team, "--select", "OWN2", "--ignore", "our-other-rule") == []
    assert told(team, "--select", "OWN2") == expected


def test_what_stands_nowhere_is_known_by_what_is_said_of_it(team: CommandLine) -> None:
    team.write("title: [Clinic\nsteps: 1\n")
    commit(team.folder)
    team.write("title: [Clinic\nsteps: 1\n# more\n")
    assert told(team) == []
    team.write("title: [Ward\nsteps: 1\n")
    assert told(team) == [f"{MAP} syntax-error"]


def test_a_finding_that_a_comment_hid_is_new_without_it(team: CommandLine) -> None:
    hidden = TEXT.replace("steps: [Calls]", "steps: [Calls]  # journeymap: ignore[own-rule] agreed")
    team.write(hidden)
    commit(team.folder)
    team.write(TEXT)
    assert told(team) == [f"{MAP} own-rule"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--new",), "--new goes with --since REV"),
        (("--new", "--since", "nowhere"), "--since: git knows no revision nowhere here"),
        (("--since", "main", "--write-baseline", "x"), "--write-baseline writes down all findings"),
    ],
)
def test_what_makes_no_sense_is_bad_usage(
    arguments: tuple[str, ...], said: str, team: CommandLine
) -> None:
    done = team("lint", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {said}")


def test_a_fix_and_a_baseline_know_what_is_new(team: CommandLine) -> None:
    slip = TEXT.replace("title", "tilte").replace("id: clinic", "id: new")
    team.write(slip, "new.journey.yaml")
    known = ("--baseline", "known.json")
    team("lint", "new.journey.yaml", "--write-baseline", "known.json")
    assert told(team, *known) == []
    team.write(TEXT.replace("steps", "stesp"))
    commit(team.folder)
    team.write(f"{TEXT.replace('steps', 'stesp')}mre: 1\n")
    team(*NEW, "--fix")
    assert "stesp" in (team.folder / MAP).read_text()
