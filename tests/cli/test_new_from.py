"""`journeymap new --from`: from an outline with more than steps, and from the map as it is."""

from pathlib import Path
from shutil import copy

import pytest
from tests.cli.running import CommandLine

from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.plain import plain
from journeymap.workspace.load import Loader

EXAMPLES = Path("examples").resolve()


def read(path: Path) -> JourneyMap:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    return journey_map


def steps(cli: CommandLine, outline: str) -> list[dict[str, object]]:
    """The steps of the map that an outline makes, as plain data."""
    cli.write(outline, "outline.txt")
    assert cli("new", "x", "--from", "outline.txt").code == 0
    assert cli("lint", "x.journey.yaml", "--fail-on", "warning").code == 0
    return [plain(each.step) for each in read(cli.folder / "x.journey.yaml").steps]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Pain: slow", {"pains": [{"text": "slow"}]}),
        ("Pains: slow", {"pains": [{"text": "slow"}]}),
        ("**Pain:** slow", {"pains": [{"text": "slow"}]}),
        ("Pain point: slow", {"pains": [{"text": "slow"}]}),
        ("problema: lento", {"pains": [{"text": "lento"}]}),
        ("Ból: wolno", {"pains": [{"text": "wolno"}]}),
        ("Idea: an app", {"opportunities": [{"text": "an app"}]}),
        ("Opportunity: an app", {"opportunities": [{"text": "an app"}]}),
        ("Pomysł: aplikacja", {"opportunities": [{"text": "aplikacja"}]}),
        ("Need: to know", {"need": "to know"}),
        ("Necesidad: saber", {"need": "saber"}),
        ("NEEDS : to know", {"need": "to know"}),
        ('Quote: "I gave up"', {"quote": "I gave up"}),
        ("Cita: «Me rendí»", {"quote": "Me rendí"}),
        ("Cytat: „Dość”", {"quote": "Dość"}),
        ("Feels: angry", {"emotion": "angry"}),
        ("Feeling: 😡", {"emotion": "😡"}),
        ("Siente: miedo", {"emotion": "miedo"}),
        ("Channel: phone", {"channel": ["phone"]}),
        ("Thinks: why?", {"thought": "why?"}),
        ("Question: who?", {"questions": ["who?"]}),
    ],
)
@pytest.mark.parametrize("bullet", ["  - ", "    * ", "\t• ", "  "])
def test_what_is_said_of_a_step_belongs_to_it(
    line: str, said: dict[str, object], bullet: str, cli: CommandLine
) -> None:
    found = steps(cli, f"# Before\n- Books\n{bullet}{line}\n- Calls\n# During\n- Waits\n")
    assert found == [{"action": "Books", **said}, {"action": "Calls"}, {"action": "Waits"}]


@pytest.mark.parametrize(
    "outline",
    [
        "Books\n  Pain: slow\n  Pain: dear\nCalls\n",
        "- Books\n  - Pains:\n    - slow\n    - dear\n- Calls\n",
        "- Books\n- Pain: slow\n- Pain: dear\n- Calls\n",
        "- **Books**\n  - __Pain__: slow\n  - *Pain:* dear\n- _Calls_\n",
    ],
)
def test_several_pains_of_one_step(outline: str, cli: CommandLine) -> None:
    pains = [{"text": "slow"}, {"text": "dear"}]
    assert steps(cli, outline) == [{"action": "Books", "pains": pains}, {"action": "Calls"}]


def test_several_feelings_are_there_at_once_and_needs_are_one_text(cli: CommandLine) -> None:
    outline = "- Books\n  - Feels: tired\n  - Feels: hopeful\n  - Need: time\n  - Need: peace\n"
    assert steps(cli, outline) == [
        {"action": "Books", "need": "time; peace", "emotion": "tired, hopeful"}
    ]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("**Books** online", "Books online"),
        ("*Books* online", "Books online"),
        ("__Books online__", "Books online"),
        ("2 * 3 * 4 forms", "2 * 3 * 4 forms"),
        ("Reads file_name_1", "Reads file_name_1"),
        ("Pays **", "Pays **"),
    ],
)
def test_marks_of_bold_type_go_and_others_stay(line: str, step: str, cli: CommandLine) -> None:
    assert steps(cli, f"# Before\n- {line}\n") == [{"action": step}]


@pytest.mark.parametrize(
    "outline",
    ["# Before\n- Need: a step with no step above\n", "# Before\nPain: in the neck\n"],
)
def test_what_stands_below_no_step_is_one(outline: str, cli: CommandLine) -> None:
    assert [list(each) for each in steps(cli, outline)] == [["action"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Duration: 5 min", {"duration": {"time": "5 min"}}),
        ("Czas: 2 godz.", {"duration": {"time": "2 godz."}}),
        ("Wait: 20 min", {"wait": {"time": "20 min"}}),
        ("Tiempo de espera: 3 semanas", {"wait": {"time": "3 semanas"}}),
        ("Wait: far too long", {"note": "Wait: far too long"}),
        ("Owner: Front desk", {"note": "Owner: Front desk"}),
        ("Mood: tense", {"emotion": "tense"}),
        ("Se siente: harta", {"emotion": "harta"}),
        ("Nastrój: spokojna", {"emotion": "spokojna"}),
        ("Feels: annoyed, then resigned", {"emotion": "annoyed, resigned"}),
        ("Siente: tensa y cansada", {"emotion": "tensa, cansada"}),
        ("Room: 12", {"note": "Room: 12"}),
        ("Front desk: nobody there", {"note": "Front desk: nobody there"}),
        ("-> 30% never do", {"leaks": [{"share": 0.3, "why": "never do"}]}),
        ("→ one in ten", {"leaks": [{"share": 0.1}]}),
    ],
)
@pytest.mark.parametrize("before", ["# Before\n- Books\n    ", "**Before**\n* Books\n    * "])
def test_a_label_below_a_step_never_makes_a_stage_of_it(
    line: str, said: dict[str, object], before: str, cli: CommandLine
) -> None:
    found = steps(cli, f"{before}{line}\n")
    assert [{"action": "Books", **said}] == found


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("Books (Emocja: zła)", {"emotion": "zła"}),
        ("Books [Wait: 2 h]", {"wait": {"time": "2 h"}}),
        ("Books (pain: no slots)", {"pains": [{"text": "no slots"}]}),
    ],
)
def test_what_is_said_in_brackets_behind_a_step(
    step: str, said: dict[str, object], cli: CommandLine
) -> None:
    assert steps(cli, f"# A\n- {step}\n- Goes\n") == [
        {"action": "Books", **said},
        {"action": "Goes"},
    ]


@pytest.mark.parametrize("head", ["Attendees: Kim, Lee", "TODO: ask Ana", "Uczestnicy: Ola, Jan"])
def test_lines_about_the_meeting_are_no_steps(head: str, cli: CommandLine) -> None:
    found = steps(cli, f"Workshop in May\n{head}\n\n## Before\n- Books\n- Goes (or not)\n")
    text = (cli.folder / "x.journey.yaml").read_text("utf-8")
    assert found == [{"action": "Books"}, {"action": "Goes (or not)"}]
    assert "title: Workshop in May\n" in text
    assert f"# The outline says besides:\n#   {head}\n" in text


def test_what_is_to_be_done_is_no_step_and_below_a_step_a_question(cli: CommandLine) -> None:
    found = steps(cli, "- Books\n  - TODO: ask Ana\n- TODO: number of calls\n")
    assert found == [{"action": "Books", "questions": ["ask Ana"]}]


def test_bold_lines_over_entries_are_stages_and_others_are_not(cli: CommandLine) -> None:
    steps(cli, "**Before**\n* Books\n    * Calls first\n**During:**\n* **Waits**\n")
    stages = read(cli.folder / "x.journey.yaml").journey.stages
    names = [(stage.name, [step.action for step in stage.steps]) for stage in stages or ()]
    assert names == [("Before", ["Books", "Calls first"]), ("During", ["Waits"])]


NO_OUTLINES = {
    "chat": (
        "[10:02] Kim Lee: she calls\n[10:03] Ana: then waits\n[10:04] Ana: pain: dear\n",
        "a chat, with a name and a time at each line",
    ),
    "chat with heads": (
        "Kim Lee  10:32 AM\nshe calls\nAna  10:33 AM\nthen waits\nAna  10:35 AM\nyes\n",
        "a chat, with a name and a time at each line",
    ),
    "mermaid": ("journey\n  title My day\n  section Go\n    Tea: 5: Me\n", "a Mermaid diagram"),
    "mermaid in a fence": ("# Map\n```mermaid\njourney\n```\n", "a Mermaid diagram"),
    "flowchart": ("flowchart LR\n  A --> B\n", "a Mermaid diagram"),
    "table": ("# Map\n\n| Stage | Step |\n|:---|---|\n| a | b |\n", "a table"),
    "table without outer bars": ("Stage | Step\n--- | ---\na | b\n", "a table"),
    "csv": ("Stage,Step,Pain\nBefore,Books,slow\n", "a table as CSV"),
    "csv with semicolons": ('Stage;Step\nBefore;"Books; calls"\n', "a table as CSV"),
    "cells with tabs": ("Stage\tStep\nBefore\tBooks\n", "a table as CSV"),
    "fence": ("```\n# A\n- b\n```\n", "a block of code between ``` or ~~~"),
    "json": ('{"title": "A",\n "steps": []}\n', "data in JSON"),
    "web page": ("<!DOCTYPE html>\n<p>Books</p>\n", "a web page, or what a program has saved"),
}


@pytest.mark.parametrize(("text", "kind"), NO_OUTLINES.values(), ids=NO_OUTLINES)
def test_what_is_no_outline_is_refused_in_one_line(text: str, kind: str, cli: CommandLine) -> None:
    cli.write(text, "o.txt")
    done = cli("new", "x", "--from", "o.txt")
    said = f"o.txt holds {kind}; --from reads plain lines: headings, and below them steps"
    assert (done.code, done.err) == (2, f"error: {said}\n")
    assert not (cli.folder / "x.journey.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "journey\n- Books\n- Calls\n",
        "10:00 Books\n10:30 Waits: nobody there\n11:00 Goes\n",
        "Before: calls, waits\nDuring: sits, goes\n",
        "Books, calls, waits\nSits, goes, pays\n",
        "# Before | After\n- Books | calls\n",
        "- a;b\n- c;d\n",
        "[x] Books\n[ ] Calls\n",
    ],
)
def test_what_only_looks_like_that_is_an_outline(text: str, cli: CommandLine) -> None:
    cli.write(text, "o.txt")
    assert cli("new", "x", "--from", "o.txt").code == 0


@pytest.mark.parametrize(
    "name", [each.name for each in EXAMPLES.glob("*.journey.yaml") if ".desired." not in each.name]
)
def test_a_desired_map_begins_with_the_same_ids(name: str, cli: CommandLine) -> None:
    for file in (name, "clinic.library.yaml"):
        copy(EXAMPLES / file, cli.folder / file)
    (cli.folder / "maps").mkdir()
    short = name.removesuffix(".journey.yaml")
    made = f"maps/{short}.desired.journey.yaml"
    done = cli("new", made, "--from", name)
    assert done.code == 0
    assert f"next: add desired: {made} to {name}\n" in done.err
    assert cli("lint", made, "--fail-on", "warning").code == 0
    current, desired = read(cli.folder / name), read(cli.folder / made)
    assert desired.journey.state is State.DESIRED
    assert [each.id for each in desired.steps] == [each.id for each in current.steps]
    assert [each.id for each in desired.stages] == [each.id for each in current.stages]
    assert all(each.step.id for each in desired.steps)
    assert not desired.pains
    assert not any(each.step.emotion or each.step.perceived for each in desired.steps)
    assert desired.persona_ids == current.persona_ids


def test_of_a_desired_map_comments_tell_what_hurts_today(cli: CommandLine) -> None:
    cli.write(
        "title: A\nsteps:\n  - action: Books, calls\n    pains: slow\n    opportunities: app\n"
        "    next: [goes, {to: end, share: 5 %, why: a}]\n"
        "  - Waits\n"
        "  - {action: Goes, next: {to: waits, share: 5 %}}\n",
        "a.journey.yaml",
    )
    assert cli("new", "a.desired", "--from", "a.journey.yaml", "--title", "B").code == 0
    text = (cli.folder / "a.desired.journey.yaml").read_text()
    assert text.partition("title: ")[2] == (
        "B\nstatus: draft\nstate: desired\n\nsteps:\n"
        "  - id: books-calls\n    action: Books, calls\n"
        "    next: [goes, {to: end, share: 0.05, why: a}]\n"
        "    # today: slow\n    # idea: app\n"
        "  - id: waits\n    action: Waits\n  - id: goes\n    action: Goes\n"
    )


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("title: A\nsteps: [B]\n", ("--persona", "P"), "leave out --persona"),
        ("title: A\nstate: desired\nsteps: [B]\n", (), "is a desired map itself"),
        ("title: A\nstep: [B]\n", (), "has mistakes: `step` is not a field of the map"),
        ("title: A\nsteps: [B\n", (), "has mistakes: the bracket [ that opens here"),
        ("title: A\n", (), "has mistakes: the map has no step"),
    ],
)
def test_no_desired_map_is_begun(
    text: str, options: tuple[str, ...], said: str, cli: CommandLine
) -> None:
    cli.write(text, "a.journey.yaml")
    done = cli("new", "a.desired", "--from", "a.journey.yaml", *options)
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (cli.folder / "a.desired.journey.yaml").exists()


def test_a_map_that_is_not_there(cli: CommandLine) -> None:
    done = cli("new", "a.desired", "--from", "a.journey.yaml")
    assert (done.code, done.err) == (2, "error: there is no file or folder a.journey.yaml\n")
