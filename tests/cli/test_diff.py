"""`journeymap diff`: what it says, what follows, and when it fails."""

import json
import re

import pytest
from tests.cli.clinic import BETTER, LIBRARY, MAP_TEXT, data
from tests.cli.running import MAP, CommandLine
from tests.workspace.repositories import commit, git

TOLD = """\
clinic.journey.yaml: Clinic
  Before
    ~ “Is referred”
        Feels: frustrated → neutral
        Perceived: 2 → 3 of 5; the gap closes from 2 to 1
        Wait: 6 weeks → 2 weeks
        8\u00a0% → 5\u00a0% leave for rival: 3 more of 100 complete
        pain “Letters get lost”: Severity: 2 of 4 (new)
  What follows
    92 → 95 of 100 reach the end: 3 more of 100 complete
    waiting, along the main way: 6 weeks → 2 weeks
"""


def test_a_change_is_told_in_the_words_of_the_trade_and_then_what_follows(
    clinic: CommandLine,
) -> None:
    clinic.write(BETTER)
    done = clinic("diff", "--today", "2026-11-29")
    assert done.code == 0
    assert done.out.startswith(TOLD)
    assert "“Is referred”: pressure " in done.out
    assert done.out.endswith("\nHEAD → the working tree: 1 map changed, 1 the same\n")
    assert all(len(line) <= 100 for line in done.out.split("\n"))
    coloured = clinic("diff", "--color", "always").out
    assert "\x1b[1mclinic.journey.yaml: Clinic\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == clinic("diff").out


SAME = {
    "quotes": ("title: Clinic", "title: 'Clinic'"),
    "comments": ("persona: ann\n", "persona: ann  # who else\n"),
    "order of keys": ("id: is-referred\n        action: Is referred",
                      "action: Is referred\n        id: is-referred"),
    "shorthand": ("wait: 6 weeks", "wait: {time: 6 weeks}"),
    "numbers": ("share: 8 %", "share: 0.08"),
    "names": ("persona: ann", "persona: Ann"),
}  # fmt: skip


@pytest.mark.parametrize("what", SAME)
def test_how_it_is_written_is_one_line(what: str, clinic: CommandLine) -> None:
    old, new = SAME[what]
    assert old in MAP_TEXT
    clinic.write(MAP_TEXT.replace(old, new))
    done = clinic("diff", "--exit-code")
    assert (done.code, done.out.split("\n")[:2]) == (
        0, ["clinic.journey.yaml: Clinic", "  the text changed, and the journey did not"]
    )  # fmt: skip
    assert done.out.endswith("no maps changed, 1 only in the text, 1 the same\n")


def test_the_exit_code_says_whether_a_journey_is_another_one(clinic: CommandLine) -> None:
    assert clinic("diff", "--exit-code").code == 0
    clinic.write(BETTER)
    assert clinic("diff").code == 0
    assert clinic("diff", "--exit-code").code == 1
    assert clinic("diff", "--exit-code", "shared.library.yaml").code == 0


def test_what_a_library_changes_is_told_of_each_map_that_uses_it(clinic: CommandLine) -> None:
    clinic.write(LIBRARY.replace("owner: Desk", "owner: Ward"), "shared.library.yaml")
    clinic.write("title: Other\nsteps: [Calls]\n", "other.journey.yaml")
    git(clinic.folder, "add", "other.journey.yaml")
    for paths in ((), (MAP,)):
        told = data(clinic("diff", "HEAD", *paths, "--format", "json"))
        own = [each for each in told["changes"] if each["path"] == MAP]
        assert [(each["text"], each["library"]) for each in own] == [
            ("Owner: Desk → Ward", "shared.library.yaml")
        ]
    commit(clinic.folder)
    between = data(clinic("diff", "HEAD~1..HEAD", MAP, "--format", "json"))
    assert [each["text"] for each in between["changes"]] == ["Owner: Desk → Ward"]


def test_new_and_left_out_maps_are_said_so(clinic: CommandLine) -> None:
    clinic.write("title: Other\nsteps: [Calls, Pays]\n", "other.journey.yaml")
    (clinic.folder / MAP).unlink()
    out = clinic("diff").out
    assert "other.journey.yaml: Other (new)\n  2 steps\n" in out
    assert "clinic.journey.yaml: Clinic (left out)\n  3 steps in 2 stages\n" in out
    assert clinic("diff", MAP).out.startswith("clinic.journey.yaml: Clinic (left out)")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.journey.yaml",), "there is no file, folder or revision nowhere.journey.yaml"),
        (("nonsense", MAP), "git knows no revision nonsense here"),
        (("HEAD:nowhere.journey.yaml", MAP), "there is no file nowhere.journey.yaml in HEAD"),
        (("HEAD..HEAD", "no"), "there is no file or folder no in HEAD or HEAD"),
        ((MAP, "."), f"{MAP} and . are a file and a folder: name two of a kind"),
        (("--accept", "x=y"), "--accept x=y: write FINGERPRINT=REASON"),
        (("-x",), "No such option"),
    ],
)
def test_what_is_not_there_is_bad_usage(
    words: tuple[str, ...], said: str, clinic: CommandLine
) -> None:
    done = clinic("diff", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_an_unreadable_map_is_said_and_the_rest_goes_on(clinic: CommandLine) -> None:
    clinic.write("title: [\n")
    clinic.write("title: Other\nsteps: [Calls]\n", "other.journey.yaml")
    done = clinic("diff")
    assert "clinic.journey.yaml cannot be read as it is; see: journeymap lint" in done.out
    assert "other.journey.yaml: Other (new)" in done.out
    clinic.write(MAP_TEXT.replace("emotion: frustrated", "emotion: {").replace("{\n", "{x: [\n"))
    assert clinic("diff").code == 0


def test_a_field_that_cannot_be_read_is_neither_changed_nor_gone(clinic: CommandLine) -> None:
    clinic.write(MAP_TEXT.replace("expected: 4", "expected: lots of it: 9"))
    clinic.write(MAP_TEXT.replace("wait: 6 weeks", "wait: soonish").replace("Pays", "Pays up"))
    told = data(clinic("diff", "--format", "json"))
    assert [each["text"] for each in told["changes"]] == ["renamed: “Pays” → “Pays up”"]
    assert told["maps"][0]["unread"] == [{"id": "is-referred", "kind": "step", "field": "wait"}]


def test_findings_that_come_and_go_and_the_status_met_are_told(clinic: CommandLine) -> None:
    clinic.write(MAP_TEXT.replace("channel: letter", "channel: pigeon"))
    told = data(clinic("diff", "--format", "json"))["consequences"][MAP]
    assert [each["name"] for each in told["findings"]["new"]] == ["unknown-reference"]
    assert told["status"] == {"before": "draft", "after": None}
    commit(clinic.folder)
    clinic.write(MAP_TEXT)
    back = data(clinic("diff", "--format", "json"))["consequences"][MAP]
    assert [each["name"] for each in back["findings"]["gone"]] == ["unknown-reference"]
    assert back["status"] == {"before": None, "after": "draft"}


WORSE = (
    MAP_TEXT.replace("emotion: pleased", "emotion: distressed")
    .replace("wait: 6 weeks", "wait: 8 weeks")
    .replace("based_on: survey\n", "")
    .replace("    owner: Front desk\n", "")
)


@pytest.mark.parametrize(
    ("promise", "count"), [("status: draft", 0), ("status: published", 4), ("state: desired", 4)]
)
def test_what_got_worse_fails_where_a_map_promises_something(
    promise: str, count: int, cli: CommandLine
) -> None:
    cli.write(LIBRARY, "shared.library.yaml")
    cli.write(f"{promise}\n{MAP_TEXT}")
    commit(cli.folder)
    cli.write(f"{promise}\n{WORSE}")
    done = cli("diff", "--fail-on", "worse", "--format", "json")
    assert done.code == bool(count)
    losses = json.loads(done.out)["consequences"][MAP]["worse"]
    assert len(losses) == count
    assert cli("diff", "--fail-on", "never").code == 0
    accepted = [
        word for each in losses for word in ("--accept", f"{each['fingerprint']}=the ward moves")
    ]
    assert cli("diff", "--fail-on", "worse", *accepted).code == 0
    cli.write("accepted:\n" + "".join(f"  '{e['fingerprint']}': so be it\n" for e in losses) or "",
              ".journeymap.yaml")  # fmt: skip
    if count:
        assert cli("diff", "--fail-on", "worse").code == 0
        assert "; accepted: so be it" in " ".join(cli("diff").out.split())
        # What was accepted is what it had come to, and no more than that.
        cli.write(f"{promise}\n{WORSE.replace('8 weeks', '9 weeks')}")
        assert cli("diff", "--fail-on", "worse").code == 1


def test_what_a_library_defined_that_cannot_be_read_is_not_known_to_be_gone(
    clinic: CommandLine,
) -> None:
    clinic.write("channels: [\n", "shared.library.yaml")
    told = data(clinic("diff", MAP, "--format", "json"))
    assert told["changes"] == []
    assert {each["name"] for each in told["consequences"][MAP]["findings"]["new"]} <= {
        "broken-link",
        "syntax-error",
    }
    (clinic.folder / "shared.library.yaml").unlink()
    assert data(clinic("diff", MAP, "--format", "json"))["changes"] == []
