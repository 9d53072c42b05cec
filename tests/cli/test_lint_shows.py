"""What lint prints instead of findings: the settings that hold."""

from tests.cli.running import MAP, CommandLine

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


def test_show_settings_refuses_a_rule_that_is_not_there(cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", "--show-settings", "--ignore", "missing-gaol")
    assert (done.code, done.out) == (2, "")
    assert "did you mean missing-goal?" in done.err
