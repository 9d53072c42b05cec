import os
import pty
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.cli.running import CommandLine

from journeymap.templates.starter import TEMPLATES
from journeymap.workspace.load import Loader

HANGS = 300
"""Seconds after which a command counts as hanging."""
HARD = [
    'Says "no": never',
    "It's: a #1 title",
    "🙂 [brackets] {braces} & *stars*",
    "- dash",
    "null",
    "2026-10-12",
    "Łóżko 日本語 مرحبا",
    "back\\slash $title $persona ${language}",
    "%percent @at `tick`",
    "a" * 500,
    "|",
    "? x",
]
"""Titles that YAML would take for something else."""


def title_of(path: Path) -> str:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    return journey_map.journey.title


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_each_template_starts_a_map_without_errors(
    template: str, language: str, cli: CommandLine
) -> None:
    done = cli("new", "maps/clinic", "--template", template, "--language", language)
    path = "maps/clinic.journey.yaml"
    assert (done.code, done.out) == (0, "")
    assert f"wrote {path}" in done.err
    assert f"journeymap lint {path}" in done.err
    lint = cli("lint", path)
    assert lint.code == 0
    assert "error" not in lint.out
    assert cli("lint", path, "--profile", "published").code == 0
    assert cli("show", path).code == 0


def test_title_persona_and_language_are_taken_over(cli: CommandLine) -> None:
    said = ("--title", "T", "--persona", "P", "--language", "pl")
    assert cli("new", "clinic", "--template", "blank", *said).code == 0
    journey_map = Loader().load([cli.folder / "clinic.journey.yaml"]).asked[0].journey_map
    assert journey_map
    assert (journey_map.journey.title, journey_map.journey.language) == ("T", "pl")
    assert [persona.name for persona in journey_map.journey.personas] == ["P"]


def test_title_comes_from_the_name_of_the_file(cli: CommandLine) -> None:
    cli("new", "hip-surgery_2", "--template", "blank")
    assert title_of(cli.folder / "hip-surgery_2.journey.yaml") == "Hip surgery 2"


@pytest.mark.parametrize("title", HARD)
@pytest.mark.parametrize("template", ["blank", "care-pathway"])
def test_titles_stay_as_they_were_said(title: str, template: str, cli: CommandLine) -> None:
    done = cli("new", "x", "--template", template, "--title", title, "--persona", title)
    assert done.code == 0
    path = cli.folder / "x.journey.yaml"
    found = Loader().load([path]).asked[0]
    assert found.journey_map
    assert found.journey_map.journey.title == title
    assert found.journey_map.journey.personas[0].name == title
    assert cli("lint", str(path)).code == 0


@pytest.mark.parametrize("title", HARD)
def test_titles_of_outlines_stay_as_they_were_said(title: str, cli: CommandLine) -> None:
    cli.write("# Before\nCalls\n", "outline.txt")
    assert cli("new", "x", "--from", "outline.txt", "--title", title).code == 0
    assert title_of(cli.folder / "x.journey.yaml") == title


@pytest.mark.parametrize("title", ["a\x1b[31mb", "a\nb", "a\tb", "\u202eabc", "\x9b", "", "   "])
def test_odd_titles_still_give_a_map_without_errors(title: str, cli: CommandLine) -> None:
    done = cli("new", "x", "--template", "blank", "--title", title, "--persona", title)
    assert done.code in {0, 2}
    assert "please report" not in done.err
    if done.code == 0:
        assert cli("lint", "x.journey.yaml").code == 0


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("clinic", "clinic.journey.yaml"),
        ("clinic.yaml", "clinic.journey.yaml"),
        ("clinic.yml", "clinic.journey.yaml"),
        ("clinic.journey.yaml", "clinic.journey.yaml"),
        ("clinic.journey.yml", "clinic.journey.yml"),
        ("clinic.v2", "clinic.v2.journey.yaml"),
        ("a/b/clinic", "a/b/clinic.journey.yaml"),
        ("łóżko", "łóżko.journey.yaml"),
    ],
)
def test_the_name_gets_its_ending(said: str, written: str, cli: CommandLine) -> None:
    assert cli("new", said, "--template", "blank").code == 0
    assert (cli.folder / written).is_file()


@pytest.mark.parametrize("said", [".", "..", "/", "", "a/.."])
def test_a_folder_is_no_name(said: str, cli: CommandLine) -> None:
    done = cli("new", said, "--template", "blank")
    assert done.code == 2
    assert "please report" not in done.err
    assert [path.name for path in cli.folder.iterdir()] == [".git"]


def test_what_is_there_is_never_overwritten(cli: CommandLine) -> None:
    path = cli.write("mine", "clinic.journey.yaml")
    for said in ("clinic", "clinic.yaml", "clinic.journey.yaml"):
        done = cli("new", said, "--template", "blank")
        assert done.code == 2
        assert "there already" in done.err
    (cli.folder / "link.journey.yaml").symlink_to("nowhere")
    assert cli("new", "link", "--template", "blank").code == 2
    assert not (cli.folder / "nowhere").exists()
    (cli.folder / "folder.journey.yaml").mkdir()
    assert cli("new", "folder", "--template", "blank").code == 2
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_when_something_is_wrong(cli: CommandLine) -> None:
    cli.write("Calls\n", "outline.txt")
    for arguments in (
        ("--template", "nonsense"),
        ("--template", "blank", "--language", "xx"),
        ("--template", "blank", "--from", "outline.txt"),
        ("--from", "nowhere.txt"),
        (),
    ):
        done = cli("new", "deep/clinic", *arguments)
        assert done.code == 2, arguments
        assert done.err.startswith("error: ")
        assert done.err.count("\n") == 1
        assert not (cli.folder / "deep").exists()


def test_an_outline_becomes_stages_and_steps(cli: CommandLine) -> None:
    lines = ("\ufeff# Before", "Sees an ad: online", '- Calls "us"', "", "# During", "Waits", "")
    cli.write("\r\n".join(lines), "o.txt")
    assert cli("new", "clinic", "--from", "o.txt", "-q").err == ""
    journey_map = Loader().load([cli.folder / "clinic.journey.yaml"]).asked[0].journey_map
    assert journey_map
    assert [stage.label for stage in journey_map.stages] == ["Before", "During"]
    assert [step.label for step in journey_map.steps] == [
        "Sees an ad: online",
        'Calls "us"',
        "Waits",
    ]
    assert cli("lint", "clinic.journey.yaml").code == 0


def test_an_outline_comes_from_stdin_too(cli: CommandLine) -> None:
    assert cli("new", "clinic", "--from", "-", stdin="# Now\nŁóżko 🙂\n").code == 0
    assert "Łóżko 🙂" in (cli.folder / "clinic.journey.yaml").read_text(encoding="utf-8")


# -------------------------------------------------------------------------------- at a terminal


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def at_a_terminal(
    folder: Path, answers: str, *arguments: str, interrupt: bool = False
) -> tuple[int, str]:
    """Answers one question after the other; returns the exit code and what stood there."""
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "journeymap", "new", *arguments],
        cwd=folder,
        stdin=other,
        stdout=other,
        stderr=other,
        env={**os.environ, "TERM": "dumb"},
        # Under a test runner in the background interrupts are ignored, and a child inherits that.
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - it only resets a signal
    )
    os.close(other)
    watch = threading.Timer(HANGS, process.kill)
    watch.start()
    seen, waiting = "", answers.splitlines(keepends=True)
    while True:
        try:
            seen += os.read(main, 65536).decode()
        except OSError:  # the other end is closed
            break
        if seen.endswith("]: ") and interrupt:
            # Python loses an interrupt that comes between the question and the wait for an answer.
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
        elif seen.endswith("]: ") and waiting:
            os.write(main, waiting.pop(0).encode())
    code = process.wait()
    watch.cancel()
    os.close(main)
    return code, seen


def test_a_terminal_is_asked_for_what_is_missing(tmp_path: Path) -> None:
    code, seen = at_a_terminal(tmp_path, "blank\nThe clinic\nMaría: 58\n", "clinic")
    assert code == 0, seen
    assert "Template" in seen
    assert "Title of the map" in seen
    assert "Whose journey" in seen
    journey_map = Loader().load([tmp_path / "clinic.journey.yaml"]).asked[0].journey_map
    assert journey_map
    assert journey_map.journey.title == "The clinic"
    assert journey_map.journey.personas[0].name == "María: 58"


def test_a_terminal_offers_defaults(tmp_path: Path) -> None:
    code, seen = at_a_terminal(tmp_path, "\n\n\n", "clinic")
    assert code == 0, seen
    assert title_of(tmp_path / "clinic.journey.yaml") == "Clinic"


def test_nothing_is_asked_that_was_said(tmp_path: Path) -> None:
    said = ("--template", "blank", "--title", "T", "--persona", "P")
    code, seen = at_a_terminal(tmp_path, "", "clinic", *said)
    assert (code, "?" in seen, "[" in seen) == (0, False, False)


def test_a_wrong_answer_is_said_so(tmp_path: Path) -> None:
    code, seen = at_a_terminal(tmp_path, "nonsense\n", "clinic")
    assert code == 2
    assert "there is no template nonsense" in seen
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("interrupt", [False, True])
def test_whoever_gives_up_gets_no_file(interrupt: bool, tmp_path: Path) -> None:
    code, seen = at_a_terminal(tmp_path, "" if interrupt else "\x04", "clinic", interrupt=interrupt)
    assert code > 0
    assert "Traceback" not in seen
    assert "please report" not in seen
    assert not list(tmp_path.iterdir())


def test_without_a_terminal_nothing_is_asked(cli: CommandLine) -> None:
    done = cli("new", "clinic", stdin="blank\nT\nP\n")
    assert done.code == 2
    assert "--template" in done.err
    assert cli("new", "clinic", "--template", "blank", stdin="T\nP\n").code == 0
    assert title_of(cli.folder / "clinic.journey.yaml") == "Clinic"


@pytest.mark.parametrize(
    ("there", "written"),
    [
        (None, "journey.schema.json"),
        ("maps/journey.schema.json", "journey.schema.json"),
        ("journey.schema.json", "../journey.schema.json"),
        ("schemas/journey.schema.json", "../schemas/journey.schema.json"),
        ("../journey.schema.json", "journey.schema.json"),
    ],
)
def test_the_first_line_tells_editors_the_schema(
    there: str | None, written: str, cli: CommandLine
) -> None:
    if there:
        cli.write("{}", there)
    done = cli("new", "maps/clinic", "--template", "blank")
    lines = (cli.folder / "maps/clinic.journey.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={written}"
    told = "for completion: journeymap schema > maps/journey.schema.json"
    assert (told in done.err) is (there in {None, "../journey.schema.json"})


def test_a_map_from_an_outline_tells_editors_the_schema_too(cli: CommandLine) -> None:
    cli("new", "clinic", "--from", "-", stdin="Before\n- Calls\n")
    text = (cli.folder / "clinic.journey.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=journey.schema.json\n")


def test_a_library_is_no_map(cli: CommandLine) -> None:
    done = cli("new", "words.library.yaml", "--template", "blank")
    assert done.code == 2
    assert "new writes maps" in done.err
    assert list(cli.folder.glob("*.yaml")) == []
