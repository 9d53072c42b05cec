"""The words about a step hold all that a map says of it."""

from pathlib import Path

from journeymap import load
from journeymap.backends.step_details import Detail, details
from journeymap.words.facts import Reference

MAP = """journeymap: 1
title: Clinic
language: es
personas: [{id: ana, name: Ana}]
stakeholders: [{id: gp, name: Médica, kind: clinician}]
evidence: [{id: talks, name: Charlas, link: "https://example.org/talks"}]
stages:
  Antes:
    - action: Llama
      with: [gp]
      channel: phone
      touchpoint: Centralita
      need: {ana: Ayuda, gp: Datos}
      thought: ¿Y ahora?
      quote: {ana: Nadie contesta nunca., gp: Llaman todos a la vez.}
      emotion: {ana: frustrated, gp: -1}
      importance: 5
      perceived: 2
      expected: {rating: 4, text: una voz}
      moment: truth
      gains: [Amable]
      pains: [{text: Espera, of: [ana, gp], severity: 3, probability: 2}]
      opportunities: [{text: Devolver la llamada, owner: IT, impact: 4, effort: 1}]
      wait: 2 weeks
      handoff: {to: gp}
      leaks: [{to: otra clínica, share: 8 %, why: cansancio}]
      frontstage: [Saluda]
      backstage: [Busca la ficha]
      systems: [Agenda]
      evidence: [talks]
      journey: call.journey.yaml
      note: Preguntar a la planta
    - Cuelga
"""


def told(tmp_path: Path) -> tuple[Detail, ...]:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    loaded = load(path)
    assert loaded.journey_map is not None
    return details(loaded.journey_map)


def test_everything_is_told_in_the_language_of_the_map(tmp_path: Path) -> None:
    step = told(tmp_path)[0]
    assert (step.key, step.stage, step.title) == ("llama", "Antes", "Llama")
    facts = {fact.label: [entry.text for entry in fact.entries] for fact in step.facts}
    assert facts == {
        "Emoción": ["frustrated", "Médica: -1 (−2 … 2)"],
        "Necesidades": ["Ayuda", "Médica: Datos"],
        "Pensamientos": ["¿Y ahora?"],
        "Dice": ["«Nadie contesta nunca.»", "Médica: «Llaman todos a la vez.»"],
        "importancia": ["5 (1 … 5) (supuesto)"],
        "Expectativas": ["una voz · 4 (1 … 5) (supuesto)"],
        "percibido": ["2 (1 … 5) (supuesto)"],
        "Quién participa": ["Ana", "Médica"],
        "Canal": ["phone"],
        "Punto de contacto": ["Centralita"],
        "Momento": ["momento de la verdad"],
        "Va bien": ["Amable"],
        "Problemas": ["Ana · Médica: Espera (gravedad 3/4 · probabilidad 2/4 · supuesto)"],
        "Ideas": ["Devolver la llamada (IT · impacto 4/5 · esfuerzo 1/5)"],
        "espera": ["2 semanas (supuesto)"],
        "traspaso": ["Médica"],
        "personas que se van": ["8\u00a0% (supuesto) → otra clínica: cansancio"],
        "En escena": ["Saluda"],
        "Entre bastidores": ["Busca la ficha"],
        "Sistemas": ["Agenda"],
        "Evidencia": ["Charlas"],
        "Un mapa propio": ["call.journey.yaml"],
        "Nota": ["Preguntar a la planta"],
    }


def test_evidence_and_inner_maps_can_be_followed(tmp_path: Path) -> None:
    entries = {entry for fact in told(tmp_path)[0].facts for entry in fact.entries}
    assert Reference(text="Charlas", link="https://example.org/talks") in entries
    assert Reference(text="call.journey.yaml", link="call.journey.yaml") in entries


def test_what_is_not_said_is_not_told(tmp_path: Path) -> None:
    assert [fact.label for fact in told(tmp_path)[1].facts] == ["Quién participa"]


def test_times_are_told_and_what_runs_beside(tmp_path: Path) -> None:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text(
        "journeymap: 1\ntitle: A\nlanguage: pl\nsteps:\n"
        "  - {action: Dzwoni, wait: 2-3 weeks}\n"
        "  - {action: Czyta, duration: 1h30, meanwhile: true}\n"
        "  - {action: Jedzie, within: {time: 1 month, after: dzwoni}}\n",
        encoding="utf-8",
    )
    loaded = load(path)
    assert loaded.journey_map is not None
    facts = [
        {fact.label: fact.entries[0].text for fact in step.facts}
        for step in details(loaded.journey_map)
    ]
    assert facts == [
        {"czekanie": "2–3 tygodnie (założone)"},
        {"Czas trwania": "1 h 30 min (założone)", "Równocześnie z krokiem": "Dzwoni"},
        {"Termin rozpoczęcia": "1 miesiąc (← Dzwoni)"},
    ]
