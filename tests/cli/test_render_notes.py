"""What a drawing says besides: notes for a speaker, and which maps of a folder lack something."""

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
    slide = Presentation(str(cli.folder / "deck.pptx")).slides[0]
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    leverage, findings = frame.text.split("\n\n")
    assert leverage.startswith("Leverage points\n1. Calls: ")
    head, *lines = findings.splitlines()
    assert head == "Findings"
    assert lines
    assert all(line.startswith("– ") for line in lines)


def test_what_was_said_at_a_step_stands_beside_the_page_that_shows_it_in_detail(
    cli: CommandLine,
) -> None:
    cli.write(PRESSING.replace("    emotion: frustrated", "    quote: Hello?\n    emotion: sad"))
    assert cli("render", MAP, "-o", "deck.pptx").code == 0
    frames = [
        slide.notes_slide.notes_text_frame
        for slide in Presentation(str(cli.folder / "deck.pptx")).slides
    ]
    told = [frame.text for frame in frames if frame]
    assert ["Hello?" in each for each in told] == [False, True]
    assert all("Leverage points\n1. Calls: " in each for each in told)


def test_a_map_begins_with_its_overview_unless_that_is_left_out(cli: CommandLine) -> None:
    cli.write(PRESSING)
    assert cli("render", MAP, "-o", "deck.pptx", "--no-overview").code == 0
    assert len(Presentation(str(cli.folder / "deck.pptx")).slides) == 1
    assert cli("render", MAP, "--page", "3").code == 2


def test_one_page_goes_to_standard_output(cli: CommandLine) -> None:
    steps = "".join(f"  - {{action: Does number {i}, emotion: sad}}\n" for i in range(40))
    cli.write(f"title: A\nsteps:\n{steps}")
    assert cli("render", MAP, "-o", "-").code == 2
    drawn = cli("render", MAP, "-o", "-", "--page", "1")
    assert (drawn.code, drawn.out.count("<svg")) == (0, 1)
    alone = cli("render", MAP, "-o", "-", "--view", "overview")
    assert drawn.out.replace("map-1", "overview-1") == alone.out


@pytest.mark.parametrize("target", ["out", "all.pptx"])
def test_of_a_folder_those_maps_are_drawn_that_have_what_a_view_shows(
    target: str, cli: CommandLine
) -> None:
    flat = "journeymap: 1\ntitle: Flat\nsteps: [Calls]\n"
    cli.write(flat, "flat.journey.yaml")
    high = cli.write(flat.replace("[Calls]", "[{action: A, engagement: interact}]"), MAP)
    done = cli("render", ".", "--view", "ladder", "-o", target)
    assert done.code == 0
    assert done.err.count("no step has a level") == done.err.count("flat") == 1
    assert (cli.folder / (target if "." in target else f"{target}/clinic.svg")).exists()
    high.write_text(flat, encoding="utf-8")
    none = cli("render", ".", "--view", "ladder", "-o", target)
    assert (none.code, none.out) == (2, "")


def test_a_focus_on_a_map_in_which_nothing_presses_says_so(cli: CommandLine) -> None:
    cli.write("journeymap: 1\ntitle: T\nsteps: [{action: A, emotion: 1, pains: Smells}]\n")
    done = cli("render", MAP, "--view", "focus")
    assert (done.code, done.out) == (0, "clinic.svg\n")
    assert done.err == (
        "clinic: no step has a pressure of 25 or more: the steps that have pains are called out\n"
    )
