"""A hostile map in a real browser: no script of it runs, and no request leaves.

Every file that a browser shows is tried: pages, their pictures as files of their own, the page of a
comparison, and the picture of an atlas. Runs where chromium and node are installed and
JOURNEYMAP_NODE_MODULES names a folder of node modules with puppeteer-core.
"""

from pathlib import Path

import pytest
from tests.browser.browser import needs, told_by
from tests.cli.running import CommandLine
from tests.security.hostile import MAP, repository

from journeymap.views.names import View

PROBES = {
    # what a browser would do, were nothing escaped, so that the test is known to see it
    "script.html": "<p>x</p><script>hostile()</script>",
    "handler.html": "<img src=x onerror=hostile()>",
    "handler.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="hostile()"/>',
    "link.html": '<a href="javascript:hostile()">x</a>',
    "request.html": "<style>@import url(https://evil.example/x.css)</style>",
    "policy.html": '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    "<script>x</script>",
}

pytestmark = needs("puppeteer-core")


def written(cli: CommandLine) -> list[Path]:
    """Every file of a hostile map that a browser shows."""
    repository(cli.folder)
    for view in View:
        for form in ("html", "svg"):
            at = f"out/{view}.{form}"
            assert cli("render", MAP, "--view", view, "--size", "a3", "-o", at).code in {0, 1}
    for name, words in {
        "diff.html": ("diff", "HEAD~3...HEAD", "--format", "html"),
        "atlas.svg": ("atlas", "--format", "svg"),
    }.items():
        cli.write(cli(*words).out, f"out/{name}")
    return sorted((cli.folder / "out").iterdir())


def test_no_script_runs_and_no_request_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = written(CommandLine(tmp_path / "repo", monkeypatch, capsys))
    found = told_by("hostile.mjs", files)
    assert {path.suffix for path in files} == {".html", ".svg"}
    assert len(files) >= 2 * len(View) + 2
    assert all(each["elements"] > 5 for each in found.values())
    assert sum(each["links"] for each in found.values()) > 10
    assert {name: each["requests"] for name, each in found.items() if each["requests"]} == {}
    assert {name: each["wrong"] for name, each in found.items() if each["wrong"]} == {}


def test_what_is_hostile_is_seen(tmp_path: Path) -> None:
    for name, content in PROBES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = told_by("hostile.mjs", [tmp_path / name for name in PROBES])
    assert len(found) == len(PROBES)
    assert [name for name, told in found.items() if not (told["wrong"] or told["requests"])] == []
