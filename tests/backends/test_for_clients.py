"""What is internal reaches no client: in no view, in no format, drawn, told or hidden in a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.backends.file_texts import text_of

import journeymap
from journeymap import Audience, Drawing, Format, Subject, View
from journeymap.backends.journey_graph import NO_GRAPHS
from journeymap.model.journey_map import JourneyMap
from journeymap.views.client_map import INTERNAL, for_client

OF_STEPS = {"qzbackstage", "qzsystem"}
"""Rows of pictures."""
OF_PAGES = OF_STEPS | {
    *("qznote", "qztag", "qzfinding", "qzpurpose", "qzteam", "qzdesired", "qzlibrary"),
    *("qzasked", "qzchanged", "qzticket", "qzwhole"),
}
"""What a page tells besides."""
SECRETS = OF_PAGES | {"qzcomment", "qzreason"}
"""A word for each thing that is internal."""
MAP = """journeymap: 1
title: Clinic
framework: value-chain
personas: [{name: Ana, goals: [Be well]}]
purpose: Find out qzpurpose
team: [qzteam]
tags: [qzwhole]
desired: qzdesired.journey.yaml
uses: [qzlibrary.library.yaml]
questions: [Who is qzasked?]
external_changes: [{what: A law qzchanged, date: 2026-10}]
stakeholders: [{id: gp, name: Doctor, kind: clinician}]
# qzcomment
stages:
  Communicate:
    - action: Calls
      channel: phone
      emotion: frustrated
      importance: 5
      expected: 4
      perceived: 1
      pains: [{text: Nobody answers, severity: 4, probability: 4}]
      opportunities: [{text: A second line, impact: 4, effort: 2, link: "https://qzticket"}]
      handoff: {to: gp}
      frontstage: [Answers]
      backstage: [qzbackstage looks for the file]
      systems: [qzsystem]
      tags: [qztag]
      note: Ask qznote about it.
      qzfinding: {qzfinding: qzfinding}
  Interact:
    # journeymap: ignore[missing-need] qzreason
    - {action: Goes there, emotion: 1, with: [gp], importance: 3, perceived: 2, note: qznote}
"""
TEXTS = [form for form in Format if form is not Format.PNG]
"""The formats whose texts can be read; a PNG shows what an SVG does."""


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    path = tmp_path_factory.mktemp("maps") / "clinic.journey.yaml"
    path.with_name("qzlibrary.library.yaml").write_text("title: Words\n", encoding="utf-8")
    wanted = "title: Clinic\nstate: desired\nsteps: [Calls]\n"
    path.with_name("qzdesired.journey.yaml").write_text(wanted, encoding="utf-8")
    path.write_text(MAP, encoding="utf-8")
    loaded = journeymap.load(path)
    assert loaded.journey_map is not None
    findings = loaded.lint(today=date(2026, 11, 24)).diagnostics
    return Subject(journey_map=loaded.journey_map, findings=findings, against=loaded.journey_map)


def told(subject: Subject, drawing: Drawing) -> str:
    """All that stands in the files of a drawing."""
    files = journeymap.render([subject], drawing).files
    assert files
    return " ".join(text_of(content, drawing.form) for content in files)


def _of_a_cycle(journey_map: JourneyMap) -> JourneyMap:
    journey = journey_map.journey.model_copy(update={"framework": "customer-lifecycle"})
    return replace(journey_map, journey=journey)


DRAWN = [
    (form, view)
    for form in TEXTS
    for view in View
    if form is not Format.DOT or view not in NO_GRAPHS
]


@pytest.mark.parametrize("audience", ["client", Audience.CLIENT])
@pytest.mark.parametrize(("form", "view"), DRAWN)
def test_nothing_internal_reaches_clients(
    audience: Audience | str, form: Format, view: View, subject: Subject
) -> None:
    if view is View.CYCLE:
        subject = replace(subject, journey_map=_of_a_cycle(subject.journey_map))
    words = told(subject, Drawing(form=form, view=view, lanes="full", audience=audience))
    assert "Calls" in words or view is View.CYCLE or (view is View.PERSONA and "Be well" in words)
    assert [secret for secret in SECRETS if secret in words] == []


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (Format.SVG, OF_STEPS),
        (Format.HTML, OF_PAGES),
        (Format.MD, {"qzfinding"}),
        (Format.PPTX, {*OF_STEPS, "qzfinding"}),
        (Format.PDF, OF_STEPS),
    ],
)
def test_the_team_sees_what_clients_do_not(form: Format, seen: set[str], subject: Subject) -> None:
    words = told(subject, Drawing(form=form, lanes="full"))
    assert {secret for secret in SECRETS if secret in words} == seen


def test_what_is_internal_is_known_to_the_language() -> None:
    unknown = {
        (model.__name__, name)
        for model, names in INTERNAL.items()
        for name in names - set(model.model_fields)
    }
    assert unknown == set()


def test_the_page_of_the_language_names_what_is_internal() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "language.md").read_text("utf-8")
    named = page.partition("the team's own:")[2].partition("\n\n")[0]
    names = frozenset().union(*INTERNAL.values()) - {"note"}
    assert [name for name in sorted(names) if f"`{name}`" not in named] == []
    assert "notes of steps and of evidence" in " ".join(named.split())


def test_libraries_keep_to_themselves_what_is_internal(tmp_path: Path) -> None:
    library = (
        "evidence: [{id: talks, kind: interview, note: qznote}]\n"
        "opportunities: [{id: line, text: A line, business: 5, link: qzlink, pilots: {n: 1}}]\n"
        "external_changes: [qzchange]\n"
    )
    (tmp_path / "a.library.yaml").write_text(library, encoding="utf-8")
    path = tmp_path / "a.journey.yaml"
    step = "{action: Calls, evidence: talks, opportunities: {opportunity: line}}"
    path.write_text(f"title: A\nuses: [a.library.yaml]\nsteps: [{step}]\n", encoding="utf-8")
    journey_map = journeymap.load(path).journey_map
    assert journey_map is not None
    shown = for_client(journey_map)
    assert [each.item.note for each in shown.evidence.defined] == [None]
    idea = shown.opportunities[0].opportunity
    assert (idea.text, idea.business, idea.link, idea.pilots) == ("A line", None, None, ())
    assert [each.external_changes for each in shown.libraries.values()] == [()]
