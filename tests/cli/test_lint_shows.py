"""What lint tells beside findings: settings, rules that run, how often, how mature a map is."""

import re

import pytest
from tests.cli.processes import on_a_terminal
from tests.cli.running import MAP, CommandLine

from journeymap.linter.registry import RULES

TIDY = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"


def test_show_settings_tells_what_holds_for_each_file_and_who_says_so(cli: CommandLine) -> None:
    cli.write(TIDY)
    cli.write(TIDY, "drafts/b.journey.yaml")
    cli.write("profile: review\nfiles: {drafts/: {profile: draft}}\n", ".journeymap.yaml")
    done = cli("lint", "--show-settings", "--fail-on", "note", "--ignore", "JM7")
    assert (done.code, done.err) == (0, "")
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0][0] == f"{MAP}:"
    assert rows[4:7] == [
        ["profile", "review", ".journeymap.yaml:1"],
        ["ignore", "JM7", "command", "line"],
        ["fail_on", "note", "command", "line"],
    ]
    assert ["profile", "draft", ".journeymap.yaml:2"] in rows
    assert "drafts/b.journey.yaml: " in done.out


@pytest.mark.parametrize(("named", "fields"), [(".", " (ignore, profile)"), ("team", "")])
def test_show_settings_tells_what_a_nested_configuration_replaces(
    named: str, fields: str, cli: CommandLine
) -> None:
    cli.write(TIDY, f"team/{MAP}")
    cli.write("profile: review\nignore: [JM3]\n", ".journeymap.yaml")
    said = f"all of ../.journeymap.yaml{fields}"
    cli.write("profile: draft\n", "team/.journeymap.yaml")
    out = " ".join(cli("lint", "--show-settings", named).out.split())
    assert f"replaces {said} team/.journeymap.yaml, which does not extend it" in out
    cli.write("extends: ../.journeymap.yaml\n", "team/.journeymap.yaml")
    assert "replaces" not in cli("lint", "--show-settings", named).out
    cli.write("profile: draft\n", "team/.journeymap.yaml")
    for options in (("--isolated",), ("--config", ".journeymap.yaml")):
        assert "replaces" not in cli("lint", "--show-settings", named, *options).out


def test_show_settings_tells_of_patterns_that_match_nothing(cli: CommandLine) -> None:
    for name in (MAP, "drafts/b.journey.yaml", "old/c.journey.yaml", "old/d.journey.yaml"):
        cli.write(TIDY, name)
    cli.write(
        "files:\n  darfts/: {profile: draft}\n  drafts/: {profile: draft}\n"
        "exclude:\n  - old/*\n  - odl/\n  - '!d.*'\n  - '!e.*'\n",
        ".journeymap.yaml",
    )
    *_, first, second, third = cli("lint", "--show-settings").out.splitlines()
    assert (first, second, third) == (
        ".journeymap.yaml:2: the pattern darfts/ matches none of these files",
        ".journeymap.yaml:6: the pattern odl/ matches none of these files",
        ".journeymap.yaml:8: the pattern !e.* matches none of these files",
    )
    assert "matches none" not in cli("lint", "--show-settings", MAP).out


@pytest.mark.parametrize("columns", [80, 160])
def test_settings_and_rules_fit_a_terminal_and_keep_a_row_a_line_elsewhere(
    columns: int, cli: CommandLine
) -> None:
    cli.write(TIDY)
    ignored = ", ".join(rule.name for rule in RULES[20:28])
    cli.write(f"ignore: [{ignored}]\n", ".journeymap.yaml")
    env = {"COLUMNS": f"{columns}"}
    for show in (["lint", "--show-settings"], ["lint", "--show-rules"], ["rule"]):
        shown = on_a_terminal(*show, folder=cli.folder, env=env)
        assert max(map(len, shown.splitlines())) <= columns
    assert ignored in " ".join(cli("lint", "--show-settings").out.split())
    assert any(ignored in line for line in cli("lint", "--show-settings").out.splitlines())


def test_show_settings_refuses_a_rule_that_is_not_there(cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", "--show-settings", "--ignore", "missing-gaol")
    assert (done.code, done.out) == (2, "")
    assert "did you mean missing-goal?" in done.err


def test_show_rules_tells_why_a_rule_does_not_run(cli: CommandLine) -> None:
    cli.write(TIDY)
    cli.write("profile: review\n", ".journeymap.yaml")
    done = cli("lint", "--show-rules", "--ignore", "missing-goal")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{MAP} as review: ")
    assert re.search("JM202  missing-goal +no: it is ignored", done.out)
    assert re.search("JM214  internal-language +no: it is off unless selected", done.out)
    assert re.search("JM225  stage-unfulfilled +no: it is asked from published on", done.out)
    assert ".journeymap.yaml as" not in done.out


def test_statistics_stand_in_the_place_of_findings(cli: CommandLine) -> None:
    cli.write(f"{TIDY}emotion: 7\n")
    done = cli("lint", "--statistics")
    assert done.code == 1
    assert [line.split() for line in done.out.splitlines()[2:]] == [
        ["1", "1", "JM003", "unknown-field"]
    ]
    assert done.err.endswith("1 error in 1 file\n")


def test_each_map_is_told_which_status_it_meets(cli: CommandLine) -> None:
    cli.write(TIDY)
    cli.write("channels: [Phone]\njourneymap: 1\n", "a.library.yaml")
    first, *rest = cli("lint", "--ignore", "JM103").err.splitlines()
    assert re.fullmatch(rf"{MAP}: meets draft; \d+ warnings to mend for review, and 3 notes", first)
    assert rest == ["no findings at their own status in 2 files"]
    assert cli("lint", "-q").err == ""
    ignored = cli("lint", "--ignore", "ALL").err.splitlines()
    assert ignored[0] == f"{MAP}: meets published"


def test_of_many_maps_none_is_told_which_status_it_meets(cli: CommandLine) -> None:
    for number in range(31):
        cli.write(TIDY, f"{number}.journey.yaml")
    assert cli("lint").err == "no findings in 31 files\n"


def test_nothing_found_is_not_said_of_a_stricter_status_than_the_map_s_own(
    cli: CommandLine,
) -> None:
    cli.write(TIDY)
    assert cli("lint").err.endswith("\nno findings at its own status in 1 file\n")
    chosen = cli("lint", "--select", "JM102").err
    assert chosen == "no findings in 1 file\n"  # nor what other rules stand in the way of
    draft = cli("lint", "--profile", "draft").err
    assert draft.endswith("\nno findings in 1 file\n")
