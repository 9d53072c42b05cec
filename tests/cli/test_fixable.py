"""Which findings `lint --fix` mends, what it lists, and how it ends."""

import json

import pytest
from tests.cli.running import MAP, CommandLine

SLIPS = """\
titel: Clinic
steps:
  - {action: Calls, chanel: phone, momemt: critcal}
  - {action: Waits, moment: critcal}
"""
FIELDS = SLIPS.replace("titel", "title").replace("chanel", "channel").replace("momemt", "moment")
VERSION = f"journeymap: 1\n{SLIPS}"


def fixed(cli: CommandLine, *options: str, text: str = SLIPS) -> str:
    path = cli.write(text)
    cli("lint", "--fix", *options)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--fixable", "unknown-field"), FIELDS),
        (("--fixable", "JM003"), FIELDS),
        (("--fixable", "JM006,JM101"), VERSION),
        (("--fixable", "JM0", "--unfixable", "JM003,JM002"), VERSION),
        (("--unfixable", "JM00"), SLIPS),
        (("--unfixable", "ALL"), SLIPS),
        (("--fixable", "JM1"), SLIPS),
        (
            ("--unfixable", "unsupported-version"),
            FIELDS.replace("critcal", "critical"),
        ),
    ],
)
def test_what_may_be_mended_is_chosen_by_rules(
    cli: CommandLine, options: tuple[str, ...], expected: str
) -> None:
    assert fixed(cli, *options) == expected


@pytest.mark.parametrize("option", ["--fixable", "--unfixable"])
def test_a_rule_that_is_not_there_is_told(cli: CommandLine, option: str) -> None:
    cli.write(SLIPS)
    done = cli("lint", "--fix", option, "unknown-feild")
    assert (done.code, done.out) == (2, "")
    assert "did you mean unknown-field?" in done.err


def test_what_is_left_to_people_is_offered_to_nobody(cli: CommandLine) -> None:
    cli.write(SLIPS)
    done = cli("lint", "--output-format", "json", "--unfixable", "JM003")
    found = json.loads(done.out)["findings"]
    offered = {(each["code"], each["fix"]["applicability"]) for each in found if each["fix"]}
    assert offered == {("JM003", "display"), ("JM006", "safe"), ("JM002", "safe")}
    assert "; 3 fixable with --fix" in done.err


def test_configurations_choose_too_and_the_command_line_begins_anew(cli: CommandLine) -> None:
    cli.write("fixable: JM003\nfiles: {drafts/: {unfixable: JM003}}\n", ".journeymap.yaml")
    draft = cli.write(SLIPS, "drafts/b.journey.yaml")
    assert fixed(cli) == FIELDS
    assert draft.read_text(encoding="utf-8") == SLIPS
    assert fixed(cli, "--fixable", "JM006") == VERSION
    assert draft.read_text(encoding="utf-8") == VERSION


def test_a_configuration_is_held_to_its_rules(cli: CommandLine) -> None:
    cli.write(FIELDS)
    cli.write("unfixable: [unknown-feild]\n", ".journeymap.yaml")
    done = cli("lint")
    assert ".journeymap.yaml:1:13" in done.out
    assert "did you mean unknown-field?" in done.out


def test_settings_tell_what_may_be_mended_and_who_says_so(cli: CommandLine) -> None:
    cli.write(FIELDS)
    cli.write("fixable: JM0\nunfixable: [JM006]\n", ".journeymap.yaml")

    def told(*options: str) -> list[list[str]]:
        rows = [line.split() for line in cli("lint", "--show-settings", *options).out.splitlines()]
        return [row for row in rows if row and row[0].endswith("fixable")]

    assert told("--unfixable", "JM002", MAP) == [
        ["fixable", "JM0", ".journeymap.yaml:1"],
        ["unfixable", "JM006", ".journeymap.yaml:2"],
        ["unfixable", "JM002", "command", "line"],
    ]
    assert told("--fixable", "JM003", MAP) == [["fixable", "JM003", "command", "line"]]


@pytest.mark.parametrize(("way", "done"), [("--fix", "mended"), ("--diff", "would mend")])
def test_what_was_mended_is_listed_file_by_file(cli: CommandLine, way: str, done: str) -> None:
    cli.write(SLIPS)
    cli.write("title: B\nsteps: [C]\n", "b.journey.yaml")
    told = cli("lint", way, "--show-fixes").err.splitlines()
    end = told.index(f"{done} 7 findings in 2 files")
    renames = [f"rename it to `{field}`" for field in ("title", "channel", "moment")]
    assert told[:end] == [
        "b.journey.yaml:",
        "  1 × unsupported-version (JM006): add journeymap: 1",
        f"{MAP}:",
        "  2 × invalid-value (JM002): write critical",
        f"  3 × unknown-field (JM003): {'; '.join(renames)}",
        "  1 × unsupported-version (JM006): add journeymap: 1",
    ]


def test_nothing_mended_is_listed_as_nothing(cli: CommandLine) -> None:
    cli.write(f"journeymap: 1\n{FIELDS.replace('critcal', 'critical')}")
    assert cli("lint", "--fix", "--show-fixes").err.splitlines()[0] == "nothing to mend"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (SLIPS, (), 1),
        (SLIPS, ("--exit-zero",), 0),
        (SLIPS, ("--unfixable", "ALL", "--fail-on", "never"), 0),
        ("journeymap: 1\ntitle: A\nsteps: [B]\n", (), 0),
    ],
)
def test_a_run_that_mended_something_fails_if_that_is_asked(
    cli: CommandLine, text: str, options: tuple[str, ...], code: int
) -> None:
    cli.write(text)
    assert cli("lint", "--fix", "--exit-non-zero-on-fix", *options).code == code


@pytest.mark.parametrize("option", ["--show-fixes", "--exit-non-zero-on-fix"])
def test_options_of_fixes_need_one(cli: CommandLine, option: str) -> None:
    cli.write(SLIPS)
    done = cli("lint", option)
    assert (done.code, done.out) == (2, "")
    assert f"{option} goes with --fix" in done.err
