"""Slips that forty maps of somebody who had not seen the tool held, with their neighbours."""

import pytest
from tests.linter.linting import MAP, lint_files

HEAD = "journeymap: 1\ntitle: A\n"


def help_of(text: str) -> str:
    """What is to be done about the slip of a map."""
    (found,) = [each for each in lint_files({MAP: text}).diagnostics if each.rule.code < "JM011"]
    return str(found.help)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("status: desired", "desired is a value of `state`: write state: desired"),
        ("status: current", "current is a value of `state`: write state: current"),
        ("state: review", "review is a value of `status`: write status: review"),
        ("status: zzz", "write draft, review or published"),
    ],
)
def test_a_value_of_another_field_of_the_map(line: str, said: str) -> None:
    assert said in help_of(f"{HEAD}{line}\nsteps: [B]\n")


@pytest.mark.parametrize(
    ("own", "takes_dash"),
    [
        ("channel: phone\n    emotion: annoyed", True),
        ("emotion: annoyed\n    gains: [An answer]\n    duration: 12 min", True),
        ("need: Another date\n    channel: phone", False),  # the entry above has a need
        ("need: An answer", False),
    ],
)
def test_a_dash_too_many_before_several_fields(own: str, takes_dash: bool) -> None:
    said = help_of(f"{HEAD}steps:\n  - action: Calls\n    need: A date\n  - {own}\n")
    assert said.startswith("take the dash away if") == takes_dash
    assert "add action: …" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("&nbsp;Cancels the contract", "delete &nbsp;, which is a space on a web page"),
        ("&amp; cancels", "write & for &amp;, as it is one on a web page, and put the whole"),
        ("&eacute;l llama", "write é for &eacute;, as it is one on a web page"),
        ("&Books a room", "put the whole text in quotes"),
    ],
)
def test_signs_as_web_pages_write_them(text: str, said: str) -> None:
    assert help_of(f"{HEAD}steps:\n  - action: {text}\n").startswith(said)


@pytest.mark.parametrize("sign", ["\\U", "\\x", "\\q"])
def test_a_path_between_double_quotes(sign: str) -> None:
    text = f'{HEAD}steps:\n  - {{action: B, note: "C:{sign}sers"}}\n'
    assert help_of(text) == "use single quotes, or write every backslash twice"
