"""Slips planted in fifty maps of analysts that a fresh judge read, each with its neighbours."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.authoring import Severity
from journeymap.linter.diagnostic import Diagnostic
from journeymap.report.formats.full import render
from journeymap.report.formats.registry import ReportOptions

HEAD = "journeymap: 1\ntitle: A\n"
STEP = f"{HEAD}steps:\n  - action: B\n    "


def only(text: str, *names: str) -> Diagnostic:
    """The one finding about a map that is no rule of finished maps, or is of one of the names."""
    (found,) = [
        each
        for each in lint_files({MAP: text}).diagnostics
        if (each.rule.name in names if names else each.rule.code < "JM015")
    ]
    return found


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("quote: “Twice: no latex.”", 'in their place: quote: "Twice: no latex."'),
        ("need: «Ya: mañana»", 'in their place: need: "Ya: mañana"'),
        ("thought: „To: jutro”", 'in their place: thought: "To: jutro"'),
        ('note: “Said: "no"”', "in their place: note: 'Said: \"no\"'"),
        ("note: “Late”, she says: no", 'ones around all: note: "“Late”, she says: no"'),
    ],
)
def test_curly_quotes_are_the_cause(written: str, remedy: str) -> None:
    found = only(f"{STEP}{written}\n")
    assert "is no straight quote" in found.message
    assert str(found.help).endswith(remedy)


def test_a_colon_in_a_text_without_quotes_is_the_cause_itself() -> None:
    found = only(f"{STEP}note: Said: no\n")
    assert found.message == "a colon with a space after it stands inside the text"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("pains: {text: a, severity: 5}", "1 to 4 (1 minor, 2 moderate, 3 major, 4 catastrophic)"),
        ("pains: {text: a, probability: 0}", "1 to 4 (1 remote, 2 uncommon, 3 occasional, 4"),
        ("opportunities: {text: a, effort: 9}", "from 1 to 5 (1 little to 5 very much)"),
        ("pains: {text: a, severity: major}", "; major is 3"),
        ("pains: {text: a, severity: mittel}", "; mittel is perhaps 2 or 3: choose"),
        ("opportunities: {text: a, impact: high}", "; high is perhaps 4 or 5: choose"),
        ("opportunities: {text: a, impact: Alto}", "; Alto is perhaps 4 or 5: choose"),
        ("opportunities: {text: a, effort: wysoki}", "; wysoki is perhaps 4 or 5: choose"),
        ("opportunities: {text: a, effort: muy bajo}", "; muy bajo is perhaps 1"),
        ("importance: średni", "(highest) in the place of the word; średni is perhaps 3"),
    ],
)
def test_a_scale_is_told_with_its_ends_and_words_with_their_numbers(
    written: str, said: str
) -> None:
    assert said in str(only(f"{STEP}{written}\n").help)


@pytest.mark.parametrize("word", ["purple", "some", "M. Highsmith"])
def test_a_word_that_is_no_level_stands_for_no_number(word: str) -> None:
    assert "perhaps" not in str(only(f"{STEP}importance: {word}\n").help)


@pytest.mark.parametrize(
    ("day", "nearest"),
    [("2026-09-31", "2026-09-30"), ("2027-02-29", "2027-02-28"), ("2026-06-00", "2026-06-01")],
)
def test_the_nearest_day_is_offered_for_one_that_there_is_not(day: str, nearest: str) -> None:
    assert str(only(f"{HEAD}reviewed: {day}\nsteps: [B]\n").help).endswith(
        f"write {nearest}, or {nearest[:7]} for the month"
    )


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("to-be", "desired"),
        ("As-Is", "current"),
        ("to be", "desired"),
        ("futuro", "desired"),
        ("obecny", "current"),
        ("docelowy", "desired"),
    ],
)
def test_states_of_other_methods(word: str, meant: str) -> None:
    found = only(f"{HEAD}state: {word}\nsteps: [B]\n")
    assert str(found.help) == f'write {meant}, which is what "{word}" is called here'
    assert found.fix is not None
    assert found.fix.title == f"write {meant}"


def test_a_state_that_means_nothing_is_given_all_values() -> None:
    assert str(only(f"{HEAD}state: nice\nsteps: [B]\n").help) == "write current or desired"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("name: Interviews, kind: qualitative", "write method: qualitative; its kind is perhaps i"),
        ("name: Encuesta, kind: quantitative", "; its kind is perhaps survey, as its name says"),
        ("name: Wywiady, kind: qualitative", "; its kind is perhaps interview, as its name says"),
        ("name: Spring, kind: quantitative", "says where it comes from: survey, analytics or re"),
        ("name: Spring, method: survey", "survey is a value of `kind`: write kind: survey"),
        ("name: Spring, method: diary", "diary is a value of `kind`: write kind: diary"),
    ],
)
def test_the_method_in_the_place_of_the_kind(fields: str, said: str) -> None:
    text = f"{HEAD}evidence: [{{id: a, {fields}}}]\nsteps: [{{action: B, evidence: a}}]\n"
    assert said in str(only(text).help)


def test_a_method_as_the_kind_of_something_else_is_none() -> None:
    text = f"{HEAD}channels: [{{id: a, name: A, kind: qualitative}}]\nsteps: [B]\n"
    assert "method" not in str(only(text).help)


@pytest.mark.parametrize(
    ("written", "takes"),
    [
        ("wait: {time: 10 days, announced: TBD}", "`announced` takes true or false"),
        ("leaks: {why: a, share: n/a}", "`share` takes a share such as 35 %"),
        ("opportunities: {text: a, by: tbc}", "`by` takes a date such as 2026-10-12"),
        ("opportunities: {text: a, status: TBD}", "`status` takes one of idea, testing, live"),
    ],
)
def test_what_stands_for_nothing_known_is_no_value(written: str, takes: str) -> None:
    found = only(f"{STEP}{written}\n")
    assert found.rule.name == "invalid-value"
    assert "says that nobody knows, and " in found.message
    assert takes in found.message


def test_what_stands_for_nothing_known_is_read_where_texts_are() -> None:
    found = only(f"{STEP}need: TBD\n")
    assert (found.rule.name, found.severity) == ("placeholder", Severity.WARNING)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("need: **Na piśmie**, kiedy może", "Na piśmie, kiedy może"),
        ("need: *** wow", None),
        ("pains: [**very slow** desk, b]", "very slow desk"),
        ("need: *Now*", None),
    ],
)
def test_bold_marks_around_several_words(written: str, bare: str | None) -> None:
    texts = [str(each.help) for each in lint_files({MAP: f"{STEP}{written}\n"}).diagnostics]
    said = f"delete both **: {bare}; in quotes they would be shown as they are"
    assert (said in texts) == (bare is not None)


def test_a_tab_is_seen_in_the_line_that_it_spoils() -> None:
    report = lint_files({MAP: f"{HEAD}steps:\n  - action: B\n\t\tneed: C\n"})
    shown = render(report, ReportOptions())
    assert "| →→need: C\n" in shown
    assert "\t" not in shown


WAYS = f"""{HEAD}steps:
  - {{id: sends-papers, action: Sends certified copies}}
  - {{id: waits-letter, action: Gets a letter, next: [{{to: X, share: 30 %}}]}}
  - {{id: recognised, action: Is recognised}}
"""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("send-the-papers-again", 'write sends-papers if "Sends certified copies" is meant'),
        ("papers sent then sends", 'write sends-papers if "Sends certified copies" is meant'),
        ("waiting for the letter", "write sends-papers or recognised, or give a step this id"),
        ("somewhere", "write sends-papers or recognised, or give a step this id"),
    ],
)
def test_a_step_by_its_words_and_never_the_step_itself(name: str, said: str) -> None:
    assert str(only(WAYS.replace("X", f'"{name}"'), "unknown-reference").help).startswith(said)


@pytest.mark.parametrize(
    ("stages", "meant"),
    [
        ("{First symptoms: [B], Treatment: [C], Follow-up: [D]}", "care-pathway"),
        ("{Before: [B], During: [C], After: [D]}", "before-during-after"),
        ("{Atención primaria: [B], Tratamiento: [C]}", "care-pathway"),
        ("{Home: [B], Work: [C], Treatment: [D]}", None),
    ],
)
def test_the_framework_whose_stages_the_map_has(stages: str, meant: str | None) -> None:
    text = f"{HEAD}framework: our-model\nstages: {stages}\n"
    found = only(text, "unknown-reference")
    assert ("did you mean" in found.message) == bool(meant)
    assert str(found.help).startswith(f"write {meant}, which has" if meant else "define it under")


def test_references_to_an_id_of_two_steps_are_shown() -> None:
    text = f"""{HEAD}steps:
  - {{id: calls, action: B}}
  - {{id: calls, action: C}}
  - {{action: D, next: [{{to: calls, share: 5 %}}]}}
"""
    found = only(text, "duplicate-id")
    assert [(each.start.line, str(each.message)) for each in found.related] == [
        (4, "the first one"),
        (6, "this leads to the first one"),
    ]


SOURCE = f"{HEAD}evidence: [{{id: visits, kind: observation}}]\nsteps:\n  - action: B\n    "


@pytest.mark.parametrize(
    ("written", "is_sentence"),
    [
        ("evidence: Two mothers said the chairs are too low", True),
        ("evidence: Las sillas son demasiado bajas para ellas", True),
        ("pains: [{text: a, evidence: We saw it happen all the time}]", True),
        ("evidence: Interviews with eight families in spring 2026", False),
        ("evidence: visit", False),
    ],
)
def test_a_sentence_in_the_place_of_a_source(written: str, *, is_sentence: bool) -> None:
    found = only(f"{SOURCE}{written}\n  - {{action: C, evidence: visits}}\n", "unknown-reference")
    assert ("a sentence stands where an id belongs" in found.message) == is_sentence
    assert ("quote:" in str(found.help)) == is_sentence


def test_a_person_who_feels_may_be_a_persona_or_a_stakeholder() -> None:
    text = f"{HEAD}personas: [{{id: maya, name: M}}]\nstakeholders: [{{id: nurse, name: N}}]\n"
    found = only(f"{text}steps: [{{action: B, emotion: {{mya: calm}}}}]\n", "unknown-reference")
    assert str(found.help) == "write maya, or define it under `personas` or `stakeholders`"
