"""The notes of a presentation tell a speaker what was found at the steps of each slide."""

import pytest
from pptx import Presentation
from tests.cli.running import MAP, CommandLine

PRESSING = """title: A
status: review
steps:
  - action: Calls
    emotion: frustrated
    leaks: 30 %
    pains: {text: Nobody answers, severity: 4, probability: 4}
  - {action: Sees the doctor, emotion: pleased}
"""


@pytest.mark.parametrize("view", ["map", "focus"])
def test_speaker_notes_tell_what_was_found(view: str, cli: CommandLine) -> None:
    cli.write(PRESSING)
    assert cli("render", MAP, "--view", view, "-o", "deck.pptx").code == 0
    (slide,) = Presentation(str(cli.folder / "deck.pptx")).slides
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    leverage, findings = frame.text.split("\n\n")
    assert leverage.startswith("Leverage points\n1. Calls: ")
    head, *lines = findings.splitlines()
    assert head == "Findings"
    assert lines
    assert all(line.startswith("– ") for line in lines)
