"""A bug is told as a bug, in one line; it is not taken for a mistake of the user."""

import re
from collections.abc import Iterator

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap.views.names import View

SMALL = "journeymap: 1\ntitle: Clinic\nsteps: [{action: Calls, emotion: frustrated}]\n"


def breaks(*_: object, **__: object) -> Iterator[tuple[int, int]]:
    """What a bug looks like: lists that should be as long as one another."""
    return iter(list(zip((1, 2), (1,), strict=True)))


@pytest.fixture
def broken(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line with a bug in every view."""
    cli.write(SMALL)
    for view in View:
        monkeypatch.setattr(f"journeymap.views.{view}.page.build", breaks)
    return cli


@pytest.mark.parametrize("view", View)
def test_a_bug_in_a_view_is_told_as_one(view: View, broken: CommandLine) -> None:
    done = broken("render", MAP, "--view", view)
    assert (done.code, done.out) == (2, "")
    told = (
        r"error: this is a bug in journeymap \(ValueError: zip\(\) .*\): please report it with .*"
    )
    assert re.fullmatch(rf"{told}\n", done.err)
    assert "the command and the map" in done.err
    assert MAP not in done.err
    assert [path.name for path in broken.folder.glob("*.svg")] == []


def test_a_bug_elsewhere_is_told_as_one(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.write(SMALL)
    monkeypatch.setattr("journeymap.cli.lint_run.lint", breaks)
    done = cli("lint", MAP)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("error: this is a bug in journeymap (ValueError: zip() ")


def test_whoever_mends_a_bug_sees_where_it_is(
    broken: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYMAP_DEBUG", "1")
    with pytest.raises(ValueError, match="zip"):
        broken("render", MAP)
