import json
import re

import pytest
from tests.cli.running import CommandLine

from journeymap.linter.registry import RULES


def test_all_rules_make_a_table(cli: CommandLine) -> None:
    done = cli("rule")
    _, _, *lines = done.out.splitlines()
    assert (done.code, done.err, len(lines)) == (0, "", len(RULES))
    for line, rule in zip(lines, RULES, strict=True):
        code, name, severity, since, summary = line.split(maxsplit=4)
        assert (code, name, severity) == (rule.code, rule.name, str(rule.severity))
        assert since == str(rule.from_status or "off")
        assert summary == rule.summary
    assert len({line.index(rule.summary) for line, rule in zip(lines, RULES, strict=True)}) == 1


def test_all_rules_as_json(cli: CommandLine) -> None:
    facts = json.loads(cli("rule", "--json").out)
    assert [fact["code"] for fact in facts] == [rule.code for rule in RULES]
    assert all(fact[key] for fact in facts for key in ("name", "severity", "summary", "page"))


@pytest.mark.parametrize("name", ["missing-need", "JM204", "jm204"])
def test_a_rule_is_explained_by_name_and_code(name: str, cli: CommandLine) -> None:
    done = cli("rule", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].startswith("# ")
    for part in ("missing-need", "JM204", "## Bad", "## Good", "```yaml"):
        assert part in done.out
    assert "\x1b" not in done.out


def test_a_rule_as_json(cli: CommandLine) -> None:
    fact = json.loads(cli("rule", "missing-need", "--json").out)
    assert (fact["code"], fact["name"], fact["since"]) == ("JM204", "missing-need", "review")
    assert fact["page"] in cli("rule", "missing-need").out


def test_every_rule_has_a_page(cli: CommandLine) -> None:
    by_name, by_code = (
        [cli("rule", word).out for word in words]
        for words in ([rule.name for rule in RULES], [rule.code for rule in RULES])
    )
    assert by_name == by_code
    assert [page.partition("\n")[0] for page in by_name] == [f"# {rule.heading}" for rule in RULES]


@pytest.mark.parametrize("name", ["missing-nead", "JM999", "", "\x1b[31m"])
def test_an_unknown_rule_is_bad_usage(name: str, cli: CommandLine) -> None:
    done = cli("rule", name)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("error: no rule is called ")
    assert "\x1b" not in done.err
    if name == "missing-nead":
        assert "did you mean missing-need?" in done.err


OWN = """rules:
  - code: ACME01
    name: calls-without-need
    on: step
    require: {need: present}
    message: "{action}: say what they need"
"""


def test_own_rules_are_listed_and_explained(cli: CommandLine) -> None:
    cli.write(OWN, ".journeymap.yaml")
    assert "ACME01  calls-without-need" in cli("rule").out
    for word in ("ACME01", "acme01", "calls-without-need"):
        done = cli("rule", word)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("# calls-without-need (ACME01) · warning · draft and stricter\n")
    assert [each["code"] for each in json.loads(cli("rule", "--json").out)][-1] == "ACME01"
    cli.write(OWN.replace("ACME01", "ACME02"), "other.yaml")
    assert cli("rule", "ACME02", "--config", "other.yaml").code == 0


def test_an_own_rule_with_a_mistake_is_told_of(cli: CommandLine) -> None:
    cli.write(OWN.replace("need: present", "ned: present"), ".journeymap.yaml")
    done = cli("rule", "ACME01")
    assert done.code == 2
    assert "no rule is called ACME01" in done.err
    assert ".journeymap.yaml: rules with mistakes are left out" in done.err


def test_own_rules_can_be_selected_and_stand_in_the_settings(cli: CommandLine) -> None:
    cli.write(OWN, ".journeymap.yaml")
    cli.write("journeymap: 1\ntitle: A\nsteps: [B]\n")
    done = cli("lint", "--select", "ACME", "--output-format", "concise")
    assert done.out == (
        "clinic.journey.yaml:3:9: warning[calls-without-need] B: say what they need (ACME01)\n"
    )
    log = json.loads(cli("lint", "--select", "ACME", "--output-format", "sarif").out)["runs"][0]
    assert log["tool"]["driver"]["rules"][0]["name"] == "calls-without-need"
    assert cli("lint", "--show-settings", "--select", "ACME01").code == 0


def test_an_own_rule_runs_on_the_maps_of_its_configuration_only(cli: CommandLine) -> None:
    cli.write(OWN, "a/.journeymap.yaml")
    cli.write("journeymap: 1\ntitle: A\nsteps: [B]\n", "a/a.journey.yaml")
    cli.write("journeymap: 1\ntitle: A\nsteps: [B]\n", "b/b.journey.yaml")
    here, there = cli("lint", "--show-rules").out.split("b/b.journey.yaml as")
    assert re.search(r"ACME01 +calls-without-need +yes\n", here)
    assert "no: another configuration declares it" not in here
    assert "no: another configuration declares it" in there
