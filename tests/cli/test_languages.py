"""What is written as the language of a map decides labels, and what pages and pictures say."""

import pytest
from tests.cli.running import CommandLine

MAP = "a.journey.yaml"


def drawn(cli: CommandLine, language: str, name: str) -> str:
    cli.write(f"journeymap: 1\ntitle: A\nlanguage: '{language}'\nsteps: [B]\n", MAP)
    assert cli("render", MAP, "-o", name).code == 0
    return (cli.folder / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "tag"), [("polski", "pl"), ("es_MX", "es-MX"), ("español", "es"), ("fr", "fr")]
)
def test_a_page_and_a_picture_say_the_tag(written: str, tag: str, cli: CommandLine) -> None:
    page, picture = drawn(cli, written, "a.html"), drawn(cli, written, "a.svg")
    assert f'<html lang="{tag}"' in page
    assert f' lang="{tag}">' in page
    assert f' lang="{tag}"' in picture


@pytest.mark.parametrize("written", ["in English, please", "français", 'x" onload="y'])
def test_what_is_no_tag_is_said_of_no_page(written: str, cli: CommandLine) -> None:
    page, picture = drawn(cli, written, "a.html"), drawn(cli, written, "a.svg")
    assert "lang=" not in page
    assert "lang=" not in picture
    assert cli("render", MAP, "-o", "a.pdf").code == 0
    assert b"/Lang" not in (cli.folder / "a.pdf").read_bytes()


def test_new_takes_a_language_by_name(cli: CommandLine) -> None:
    assert cli("new", "b", "--template", "blank", "--language", "Polski").code == 0
    assert "\nlanguage: pl" in (cli.folder / "b.journey.yaml").read_text("utf-8")
    refused = cli("new", "c", "--template", "blank", "--language", "est")
    assert refused.err == "error: there are no labels in est; choose one of en, es, pl\n"
