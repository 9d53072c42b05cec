"""What is internal reaches no client: in no view, in no format, drawn, told or hidden in a file."""

from datetime import date

import pytest
from tests.backends.file_texts import text_of

import journeymap
from journeymap import Audience, Drawing, Format, Subject, View

SECRETS = ("qzbackstage", "qzsystem", "qznote", "qztag", "qzfinding", "qzcomment", "qzreason")
"""A word for each thing that is internal."""
MAP = """journeymap: 1
title: Clinic
framework: value-chain
persona: Ana
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
      opportunities: [{text: A second line, impact: 4, effort: 2}]
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


@pytest.mark.parametrize("audience", ["client", Audience.CLIENT])
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("form", TEXTS)
def test_nothing_internal_reaches_clients(
    audience: Audience | str, form: Format, view: View, subject: Subject
) -> None:
    words = told(subject, Drawing(form=form, view=view, lanes="full", audience=audience))
    assert "Calls" in words or view is View.CYCLE
    assert [secret for secret in SECRETS if secret in words] == []


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (Format.SVG, {"qzbackstage", "qzsystem"}),
        (Format.HTML, {"qzbackstage", "qzsystem", "qznote", "qzfinding"}),
        (Format.MD, {"qzfinding"}),
        (Format.PPTX, {"qzbackstage", "qzsystem", "qzfinding"}),
        (Format.PDF, {"qzbackstage", "qzsystem"}),
    ],
)
def test_the_team_sees_what_clients_do_not(form: Format, seen: set[str], subject: Subject) -> None:
    words = told(subject, Drawing(form=form, lanes="full"))
    assert {secret for secret in SECRETS if secret in words} == seen
