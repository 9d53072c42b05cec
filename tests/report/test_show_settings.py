"""Every setting that is in force is shown with its place, and none that is overruled."""

from tests.linter.linting import folder_of

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.report.show_settings import Setting, Typed, in_force, render
from journeymap.workspace.config import FailOn
from journeymap.workspace.load import Loader

BASE = """select: [ALL]
severities: {JM204: note, missing-goal: note}
options: {oversized-map: {steps: 40, stages: 3}}
emotions: {meh: 0}
"""
OWN = """extends: base.yaml
profile: review
fail_on: note
ignore: [thin-persona]
severities: {missing-need: error}
files:
  drafts/:
    profile: draft
    options: {JM211: {steps: 3}}
internal_language: [slot, KPI]
"""
MAP = "journeymap: 1\ntitle: A\nstatus: published\nsteps: [B]\n"
NAMES = {rule.code: rule.name for rule in RULES}


def settings(name: str, typed: Typed | None = None, **files: str) -> list[str]:
    content = {name: MAP, **{file.replace("_", "."): text for file, text in files.items()}}
    with folder_of(content) as folder:
        workspace = Loader(shown_from=folder).load([folder / name])
        found = in_force(
            workspace.asked[0], workspace, typed or Typed(selection=Selection()), NAMES
        )
    return list(map(line, found))


def line(setting: Setting) -> str:
    return f"{setting.name} = {setting.value} ({setting.origin})"


def test_without_a_configuration_the_map_and_the_defaults_hold() -> None:
    assert settings("a.journey.yaml") == [
        "profile = published (a.journey.yaml:3)",
        "fail_on = error (default)",
    ]


def test_each_setting_is_shown_with_the_place_that_says_it() -> None:
    assert settings("a.journey.yaml", _journeymap_yaml=OWN, base_yaml=BASE) == [
        "profile = review (.journeymap.yaml:2)",
        "select = ALL (base.yaml:1)",
        "ignore = thin-persona (.journeymap.yaml:4)",
        "severities.missing-need = error (.journeymap.yaml:5)",
        "severities.missing-goal = note (base.yaml:2)",
        "options.oversized-map.steps = 40 (base.yaml:3)",
        "options.oversized-map.stages = 3 (base.yaml:3)",
        "fail_on = note (.journeymap.yaml:3)",
        "emotions = meh (base.yaml:4)",
        "internal_language = slot, KPI (.journeymap.yaml:10)",
    ]


def test_what_is_set_for_a_pattern_stands_in_the_place_of_the_rest() -> None:
    found = settings("drafts/a.journey.yaml", _journeymap_yaml=OWN, base_yaml=BASE)
    assert "profile = draft (.journeymap.yaml:8)" in found
    assert "options.oversized-map.steps = 3 (.journeymap.yaml:9)" in found
    assert not any("review" in each or "= 40" in each for each in found)


def test_the_command_line_counts_most_and_its_select_makes_the_rest_void() -> None:
    selection = Selection(profile=Status.DRAFT, select=("JM2",), ignore=("JM204", "JM205"))
    typed = Typed(selection=selection, fail_on=FailOn.NEVER)
    found = settings("a.journey.yaml", typed, _journeymap_yaml=OWN, base_yaml=BASE)
    assert found[:3] == [
        "profile = draft (command line)",
        "select = JM2 (command line)",
        "ignore = JM204, JM205 (command line)",
    ]
    assert "fail_on = never (command line)" in found


OWN_RULES = """leverage: {weights: {memory: 0, flow-gain: 4}, lifts: {moment: 2}}
rules:
  - {code: ACME01, name: who-does-it, on: step, require: {actor: present}, message: nobody does it}
rules_from: our.rules.yaml
"""
MORE_RULES = (
    "rules:\n  - {code: ACME02, name: why, on: step, require: {note: present}, message: no note}\n"
)


def test_weights_and_rules_of_the_house_are_shown() -> None:
    files = {
        "a.journey.yaml": MAP,
        ".journeymap.yaml": f"extends: base.yaml\n{OWN_RULES}",
        "base.yaml": "leverage: {weights: {memory: 3, effort: 0}}\n",
        "our.rules.yaml": MORE_RULES,
    }
    with folder_of(files) as folder:
        workspace = Loader(shown_from=folder).load([folder / "a.journey.yaml"])
        found = in_force(workspace.asked[0], workspace, Typed(selection=Selection()), NAMES)
    assert list(map(line, found))[2:] == [
        "leverage.weights.memory = 0 (.journeymap.yaml:2)",
        "leverage.weights.effort = 0 (base.yaml:1)",
        "leverage.weights.flow-gain = 4 (.journeymap.yaml:2)",
        "leverage.lifts.moment = 2 (.journeymap.yaml:2)",
        "rules = who-does-it (.journeymap.yaml:3)",
        "rules_from = our.rules.yaml (.journeymap.yaml:5)",
    ]


def test_a_library_is_held_as_strictly_as_can_be() -> None:
    assert settings("a.library.yaml")[0] == "profile = published (default)"


def test_a_map_that_does_not_say_its_status_is_a_draft_by_default() -> None:
    with folder_of({"a.journey.yaml": "title: A\nsteps: [B]\n"}) as folder:
        workspace = Loader(shown_from=folder).load([folder])
        shown = render(workspace, RULES, Typed(selection=Selection()))
    first, _, *table = shown.splitlines()
    assert first.startswith("a.journey.yaml: ")
    assert first.endswith(f" of {len(RULES)} rules")
    assert table[2].split() == ["profile", "draft", "default"]
