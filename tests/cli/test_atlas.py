"""The catalogue of all maps, what contradicts in them, and what hangs on a system."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.running import CommandLine
from tests.workspace.repositories import commit

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIBRARY = "channels: [{id: tel, name: Phone}]\nmetrics: [{id: w, name: Days until seen}]\n"
OUTER = """\
title: Clinic
id: clinic
uses: words.library.yaml
persona: ann
owner: Front desk
reviewed: 2026-01-10
starts: {n: 100, per: month}
framework: care-pathway
personas: [{id: ann, name: Ann}]
stakeholders: [{id: gp, name: GP, kind: clinician}, {id: nurse, name: Nurse, kind: clinician}]
evidence: [{id: log, kind: records, method: quantitative, n: 90}]
stages:
  - name: Primary care
    steps:
      - id: calls
        action: Calls
        channel: tel
        systems: [Patient record]
        leaks: [{to: nobody, share: 20 %, evidence: [log]}]
        evidence: [log]
      - id: visit
        action: Is seen
        with: [gp]
        emotion: pleased
        duration: 20 min
        leaks: [{to: another, share: 10 %, evidence: [log]}]
        journey: visit.journey.yaml
        pains: [The letter never arrives]
        opportunities: [{text: Send the letter by mail, owner: IT}]
        systems: [patient record]
        evidence: [log]
"""
INNER = """\
title: The visit
id: visit
uses: words.library.yaml
persona: ann
personas: [{id: ann, name: Ann}]
stakeholders: [{id: nurse, name: Nurse, kind: clinician}]
evidence: [{id: log, kind: records, method: quantitative, n: 90}]
steps:
  - {action: Comes in, with: [nurse], emotion: angry, duration: 1 h, wait: 2 h, evidence: [log]}
  - action: Is examined
    emotion: frustrated
    duration: 1 h
    leaks: [{to: nobody, share: 40 %, evidence: [log]}]
    pains: [The letter never arrives here]
    evidence: [log]
"""
AGREES = """\
title: The visit
id: visit
persona: ann
personas: [{id: ann, name: Ann}]
stakeholders: [{id: gp, name: GP, kind: clinician}]
evidence: [{id: log, kind: records, method: quantitative, n: 90}]
steps:
  - {action: Comes in, with: [gp], emotion: calm, duration: 8 min, wait: 2 min, evidence: [log]}
  - {action: Goes, duration: 9 min, leaks: [{to: nobody, share: 10 %, evidence: [log]}]}
"""


@pytest.fixture
def maps(cli: CommandLine) -> CommandLine:
    cli.write(LIBRARY, "words.library.yaml")
    cli.write("channels: [Telex]\n", "old.library.yaml")
    cli.write(OUTER, "clinic.journey.yaml")
    cli.write(INNER, "visit.journey.yaml")
    cli.write("title: Alone\nsteps: [Calls]\n", "alone.journey.yaml")
    return cli


def catalogue(maps: CommandLine, *words: str) -> dict[str, object]:
    done = maps("atlas", "--format", "json", "--today", "2026-09-01", "-q", *words)
    assert done.code == 0, done.err
    return dict(json.loads(done.out))


def test_every_planted_contradiction_is_found(maps: CommandLine) -> None:
    found = catalogue(maps)["contradictions"]
    assert isinstance(found, list)
    said = '"Is seen" contradicts visit.journey.yaml: '
    assert [each["message"].removeprefix(said) for each in found] == [
        "the step takes 20 min, and its map 4 hours in all",
        "10\u00a0% leave at the step, and 40\u00a0% on the way through its map",
        "the step feels +1, and its map −1.5 on average, of −2 to 2",
        "GP takes part in the step, and in no step of its map",
    ]
    assert {(each["path"], each["line"], each["other"]) for each in found} == {
        ("clinic.journey.yaml", 27, "visit.journey.yaml")
    }
    assert maps("atlas", "--exit-code", "-q").code == 1
    # What a comment allows with its reason is none any more.
    allowed = "journey: visit.journey.yaml  # journeymap: ignore[contradicting-map] of last year"
    maps.write(OUTER.replace("journey: visit.journey.yaml", allowed), "clinic.journey.yaml")
    assert maps("atlas", "--exit-code", "-q").code == 0


def test_maps_that_agree_or_say_nothing_contradict_nothing(maps: CommandLine) -> None:
    maps.write(AGREES, "visit.journey.yaml")
    assert catalogue(maps)["contradictions"] == []
    maps.write("title: The visit\nsteps: [Comes in, Goes]\n", "visit.journey.yaml")
    assert catalogue(maps)["contradictions"] == []
    assert maps("atlas", "--exit-code", "-q").code == 0
    assert catalogue(maps, str(EXAMPLES))["contradictions"] == []


def test_each_map_stands_with_how_it_is_and_what_links_it(maps: CommandLine) -> None:
    told = catalogue(maps)
    rows = told["maps"]
    assert isinstance(rows, list)
    clinic = next(row for row in rows if row["id"] == "clinic")
    assert clinic["owner"] == "Front desk"
    assert clinic["due"] == "2026-07-11"
    assert clinic["completion"] == pytest.approx(0.72)
    assert clinic["leads_to"] == ["visit.journey.yaml"]
    assert told["orphans"] == ["alone.journey.yaml"]
    assert told["unused_libraries"] == ["old.library.yaml"]
    assert told["blind_spots"] == [
        {
            "framework": "care-pathway",
            "stages": [
                "first-symptoms", "specialty-care", "diagnosis", "treatment", "follow-up",
            ],
        }
    ]  # fmt: skip
    assert told["pains"] == [
        {
            "texts": ["The letter never arrives", "The letter never arrives here"],
            "places": ["clinic", "visit"],
        }
    ]
    text = maps("atlas", "--today", "2026-09-01", "--format", "md", "-q").out
    assert "due since 2026-07-11" in text
    assert "linked with no other map: alone" in text


def test_of_a_map_that_cannot_be_read_nothing_is_said(maps: CommandLine) -> None:
    maps.write("title: [", "torn.journey.yaml")
    done = maps("atlas", "--format", "csv", "--today", "2026-09-01", "-q")
    rows = {row["Map"]: row for row in csv.DictReader(done.out.splitlines())}
    torn = rows["torn.journey.yaml"]
    assert (torn["Status"], torn["Meets"], torn["Review"]) == ("", "", "")
    assert rows["alone"]["Review"] == "never reviewed"
    assert rows["alone"]["Meets"] in {"yes", "none"}


def test_two_maps_of_one_id_are_told(maps: CommandLine) -> None:
    maps.write(AGREES, "copy.journey.yaml")
    assert catalogue(maps)["one_id"] == {"visit": ["copy.journey.yaml", "visit.journey.yaml"]}


def test_maps_can_be_chosen(maps: CommandLine) -> None:
    def ids(*words: str) -> list[str]:
        rows = catalogue(maps, *words)["maps"]
        assert isinstance(rows, list)
        return [row["id"] for row in rows]

    assert ids("--owner", "front desk") == ["clinic"]
    assert set(ids("--due")) == {"alone", "clinic", "visit"}
    assert maps("atlas", "--owner", "nobody").code == 2


def test_maps_that_changed_stand_beside_how_they_were(maps: CommandLine) -> None:
    commit(maps.folder)
    assert catalogue(maps, "--since", "HEAD")["maps"] == []
    better = OUTER.replace("share: 20 %", "share: 10 %").replace("owner: Front desk\n", "")
    (maps.folder / "clinic.journey.yaml").rename(maps.folder / "moved.journey.yaml")
    maps.write(better, "moved.journey.yaml")
    maps.write("title: Another\nsteps: [Comes]\n", "another.journey.yaml")
    (maps.folder / "alone.journey.yaml").unlink()
    told = catalogue(maps, "--since", "HEAD")
    rows = told["maps"]
    assert isinstance(rows, list)
    found = {row["id"]: row for row in rows}
    assert list(found) == ["another", "clinic"]
    assert found["another"]["was"] is None
    clinic = found["clinic"]
    assert (clinic["lost"], clinic["was"]["lost"]) == pytest.approx((0.19, 0.28))
    assert clinic["named_by"] == []
    assert told["gone"] == ["alone.journey.yaml"]
    text = maps("atlas", "--since", "HEAD", "--format", "md", "-q").out
    assert "complete 72 % → 81 %" in text
    assert "gone since HEAD: alone.journey.yaml" in text
    assert maps("atlas", "--since", "nowhere").code == 2


def test_the_graph_is_one_that_graphviz_draws(maps: CommandLine) -> None:
    maps.write(INNER.replace("The visit", 'The "visit" \\\\ <b>'), "visit.journey.yaml")
    source = maps("atlas", "--format", "dot", "-q").out
    edge = '"clinic.journey.yaml" -> "visit.journey.yaml" [style=solid, label="Is seen", color='
    assert edge in source
    assert '"clinic.journey.yaml" -> "words.library.yaml" [style=dotted];' in source
    # Libraries of one name in two folders are two.
    maps.write(LIBRARY, "other/words.library.yaml")
    maps.write("title: Else\nuses: words.library.yaml\nsteps: [A]\n", "other/e.journey.yaml")
    drawn = maps("atlas", "--format", "svg", "-q")
    assert drawn.code == 0
    assert drawn.out.count('class="node"') == 6
    assert drawn.out.count('class="edge"') == 4


def test_all_that_hangs_on_a_system_is_told_with_people_and_ideas(maps: CommandLine) -> None:
    done = maps("impact", "--system", "patient record", "--format", "json", "-q")
    told = json.loads(done.out)
    assert [(row["step"], row["through"]) for row in told["steps"]] == [
        ("calls", ["systems"]),
        ("visit", ["systems"]),
    ]
    assert [row["people_a_year"] for row in told["steps"]] == pytest.approx([1200, 960])
    assert told["owners"] == ["Front desk"]
    assert told["steps"][1]["ideas"][0]["owner"] == "IT"


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (("--channel", "Phone"), ["calls"]),
        (("--person", "nurse"), ["comes-in"]),
        (("--person", "GP"), ["visit"]),
    ],
)
def test_what_hangs_on_somebody_or_a_channel(
    maps: CommandLine, words: tuple[str, ...], steps: list[str]
) -> None:
    done = maps("impact", *words, "--format", "json", "-q")
    assert [row["step"] for row in json.loads(done.out)["steps"]] == steps


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name one of --system, --channel"),
        (("--system", "a", "--channel", "b"), "name one of"),
        (("--system", "patient recrd"), "did you mean Patient record?"),
    ],
)
def test_what_nothing_hangs_on_is_bad_usage(
    maps: CommandLine, words: tuple[str, ...], said: str
) -> None:
    done = maps("impact", *words)
    assert done.code == 2
    assert said in done.err
