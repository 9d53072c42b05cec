"""The journey in the language of graphs, as Graphviz reads it back."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.analysis.reading import analyse
from tests.views.test_views import EXAMPLES, loaded
from tests.views.winding_maps import winding

from journeymap.analysis.analysis import Analysis
from journeymap.backends import graphviz
from journeymap.backends.drawing import Drawing, Subject
from journeymap.backends.formats import Format
from journeymap.backends.journey_graph import NO_GRAPHS, source
from journeymap.backends.pipeline import render
from journeymap.views.errors import RequestError
from journeymap.views.flow.content import read
from journeymap.views.kit.theme import LIGHT
from journeymap.views.names import View

GRAPHS = [view for view in View if view not in NO_GRAPHS]
OF_STEPS = [view for view in GRAPHS if view is not View.STAKEHOLDERS]


def answer(text: str) -> dict[str, Any]:
    """What Graphviz understood, laid out."""
    program = graphviz._bundled(graphviz.DISTRIBUTION)
    read_back: dict[str, Any] = json.loads(graphviz._run(program, ["-Kdot", "-Tjson"], text))
    return read_back


def nodes(read_back: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in read_back["objects"] if "nodes" not in each}


def edges(read_back: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    names = {each["_gvid"]: each["name"] for each in read_back["objects"]}
    return [(names[e["tail"]], names[e["head"]], e) for e in read_back.get("edges", ())]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_graphviz_reads_every_example_back(path: Path) -> None:
    analysis = Analysis(journey_map=loaded(path))
    net = read(analysis)
    found = answer(source(analysis, View.FLOW, LIGHT))
    steps = {name: each for name, each in nodes(found).items() if "step" in each}
    assert list(steps) == [placed_step.id for placed_step in analysis.journey_map.steps]
    for stop in net.stops[:-1]:
        assert stop.title in steps[stop.key]["label"].replace("\\n", " ")
    keys = [stop.key or "end:" for stop in net.stops]
    ways = [(a, b, e.get("label", "")) for a, b, e in edges(found) if "leak" not in e]
    assert sorted(ways) == sorted(
        (keys[link.source], keys[link.target], link.share) for link in net.links
    )
    leaks = [a for a, _, e in edges(found) if "leak" in e]
    assert sorted(leaks) == sorted(stop.key for stop in net.stops for _ in stop.leaks)
    names = [each["label"] for each in found["objects"] if "nodes" in each]
    assert names == [stage.label for stage in analysis.journey_map.stages if stage.label]


@pytest.mark.parametrize("view", OF_STEPS)
def test_views_of_steps_give_the_same_graph(view: View) -> None:
    analysis = Analysis(journey_map=loaded(EXAMPLES[0]))
    assert source(analysis, view, LIGHT) == source(analysis, View.MAP, LIGHT)


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_graphviz_reads_any_map_back(seed: int) -> None:
    analysis = Analysis(journey_map=winding(seed))
    found = answer(source(analysis, View.FLOW, LIGHT))
    net = read(analysis)
    ways = [e for _, _, e in edges(found) if "leak" not in e]
    shares = sorted(float(way["share"]) for way in ways if "share" in way)
    assert len(ways) == len(net.links)
    stated = sorted(link.part for link in net.links if link.part is not None)
    assert shares == pytest.approx(stated, abs=1e-4)
    flow = analysis.flow
    people = [float(each["people"]) for each in nodes(found).values() if "step" in each]
    assert flow
    assert people == pytest.approx([100 * each.people for each in flow.steps], abs=1e-3)


def test_without_shares_no_number_is_told() -> None:
    analysis = analyse("title: T\nsteps: [Calls, Waits]\n")
    text = source(analysis, View.MAP, LIGHT)
    assert "share" not in text.replace("no shares are stated", "")
    assert "people" not in text
    assert [(a, b) for a, b, _ in edges(answer(text))] == [("calls", "waits"), ("waits", "end:")]


def test_who_hands_to_whom_is_a_graph_of_people() -> None:
    analysis = analyse(
        "title: T\npersona: Ann\nstakeholders:\n"
        "  - {id: gp, name: GP, kind: clinician}\n  - {id: clinic, name: Clinic, kind: clinician}\n"
        "steps:\n  - action: Sees the GP\n    actor: gp\n"
        "    handoff: {to: clinic, needs: [letter, results], carries: letter}\n"
        "  - {action: Is examined, actor: clinic}\n"
    )
    found = answer(source(analysis, View.STAKEHOLDERS, LIGHT))
    assert {each["label"] for each in nodes(found).values()} == {"Ann", "GP", "Clinic"}
    ((giver, taker, edge),) = edges(found)
    assert (giver, taker) == ("person:gp", "person:clinic")
    assert (edge["step"], edge["state"], edge["missing"]) == (
        "sees-the-gp",
        "incomplete",
        "results",
    )
    assert "incomplete: results" in edge["label"]


HOSTILE = 'x"]; } \\N \\G \\l <b>y</b> a -> b:c /* " &amp; \\'


def test_no_word_of_a_map_is_taken_for_the_language() -> None:
    text = json.dumps(HOSTILE)
    analysis = analyse(
        f"title: {text}\nstages:\n  - name: {text}\n    steps:\n      - action: {text}\n"
        f"        leaks: [{{to: {text}, share: 10 %}}]\n        handoff: [{text}]\n",
        faulty=True,  # lint says that <b> is shown as it stands
    )
    found = answer(source(analysis, View.MAP, LIGHT))
    assert len(edges(found)) == 2
    read_back = found["label"].replace("\\\\", "\\").replace("&amp;", "&")
    assert read_back.startswith(HOSTILE + "\\n")
    (step,) = (each for each in nodes(found).values() if "step" in each)
    assert step["handoff"].replace("\\\\", "\\").replace("&amp;", "&") == HOSTILE


@pytest.mark.parametrize("view", [view for view in View if view in NO_GRAPHS])
def test_what_is_no_graph_says_so(view: View) -> None:
    with pytest.raises(RequestError, match=f"the view {view} is no graph"):
        source(Analysis(journey_map=loaded(EXAMPLES[0])), view, LIGHT)


def test_each_map_is_one_file() -> None:
    subjects = [Subject(journey_map=winding(seed)) for seed in (1, 2)]
    drawn = render(subjects, Drawing(form=Format.DOT))
    assert [content.decode().startswith("digraph") for content in drawn.files] == [True, True]
