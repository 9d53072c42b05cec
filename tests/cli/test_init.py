"""`journeymap init`: sets up a repository, overwrites nothing, and takes back what it wrote."""

import json
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from ruamel.yaml import YAML
from tests.cli.running import MAP, CommandLine

GOOD = "journeymap: 1\ntitle: Visit\nsteps: [Calls, Comes]\n"
BAD = "journeymap: 1\ntitle: Visit\nsteps: [{action: Calls, emotion: 7}]\n"
THREADS = "/a%20b/_apis/git/repositories/7/pullRequests/3/threads"
HOSTS = {
    "github": ("git@github.com:a/b.git", ".github/workflows/journey-maps.yml"),
    "gitlab": ("https://gitlab.example.org/a/b.git", ".gitlab/journey-maps.yml"),
    "azure": ("https://a@dev.azure.com/a/b/_git/b", ".azure/journey-maps.yml"),
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=False, capture_output=True, text=True)
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".git/" not in str(path))
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@contextmanager
def comments() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A host that keeps what is written; its address, and what was written."""
    made: list[tuple[str, str]] = []

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            notes = [{"id": 1, "body": json.loads(text).get("body", "")} for _, text in made[:1]]
            texts = [json.loads(text).get("comments", [{}])[0] for _, text in made[:1]]
            threads = [{"id": 1, "comments": [{"id": 1, **each}]} for each in texts]
            self.answer({"value": threads} if "threads" in self.path else notes)

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            made.append((f"{self.command} {self.path}", data.decode()))
            self.answer({})

        do_PUT = do_PATCH = do_POST  # noqa: N815 - so the server calls them

        def answer(self, content: object) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

    server = HTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", made
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def repository(cli: CommandLine) -> CommandLine:
    (cli.folder / ".git").rmdir()
    git(cli.folder, "init", "-q", "-b", "main")
    cli.write(GOOD)
    return cli


def test_a_repository_is_set_up_once_and_taken_back_whole(repository: CommandLine) -> None:
    before, settings = files(repository.folder), git(repository.folder, "config", "-l", "--local")
    done = repository("init", "--yes")
    assert done.code == 0, done.err
    after = files(repository.folder)
    assert {
        ".journeymap.yaml",
        ".gitattributes",
        ".pre-commit-config.yaml",
        ".vscode/settings.json",
        "schemas/journey.schema.json",
    } <= after.keys()
    assert "journeymap-baseline.json" not in after
    assert repository("init", "--check").code == 0
    again = repository("init", "--yes")
    assert (again.code, again.err) == (0, "nothing to set up: all of it is there\n")
    assert files(repository.folder) == after
    assert repository("lint").code == 0
    assert repository("init", "--undo").code == 0
    assert files(repository.folder) == before
    assert git(repository.folder, "config", "-l", "--local") == settings
    assert not (repository.folder / ".vscode").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_ci_is_that_of_the_host(repository: CommandLine, host: str) -> None:
    url, path = HOSTS[host]
    git(repository.folder, "remote", "add", "origin", url)
    assert repository("init", "--yes", "-q").code == 0
    content = (repository.folder / path).read_text(encoding="utf-8")
    assert "journeymap lint --output-format" in content
    assert YAML(typ="safe").load(content)
    others = {each for _, each in HOSTS.values()} - {path}
    assert not any((repository.folder / each).exists() for each in others)


@pytest.mark.parametrize(
    ("host", "settings", "calls"),
    [
        (
            "gitlab",
            {"CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3", "JOURNEYMAP_TOKEN": "t"},
            ["POST /projects/7/merge_requests/3/notes", "PUT /projects/7/merge_requests/3/notes/1"],
        ),
        (
            "azure",
            {
                "SYSTEM_TEAMPROJECT": "a b",
                "BUILD_REPOSITORY_ID": "7",
                "SYSTEM_PULLREQUEST_PULLREQUESTID": "3",
                "TOKEN": "t",
            },
            [
                f"POST {THREADS}?api-version=7.1",
                f"PATCH {THREADS}/1/comments/1?api-version=7.1",
            ],
        ),
    ],
)
def test_a_second_run_edits_the_comment_of_the_first(
    host: str,
    settings: dict[str, str],
    calls: list[str],
    repository: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    git(repository.folder, "remote", "add", "origin", HOSTS[host][0])
    repository("init", "--yes", "-q")
    text = (repository.folder / HOSTS[host][1]).read_text(encoding="utf-8")
    script = textwrap.dedent(text.partition("<<'END'\n")[2].partition("      END\n")[0])
    with comments() as (address, made):
        for key, value in {
            **settings,
            "CI_API_V4_URL": address,
            "SYSTEM_COLLECTIONURI": f"{address}/",
        }.items():
            monkeypatch.setenv(key, value)
        for said in ("first", "second"):
            repository.write(f"<!-- journeymap diff -->\n{said}\n", "journeymap-diff.md")
            exec(compile(script, host, "exec"), {})  # noqa: S102 - what the host runs
        assert [call for call, _ in made] == calls
        assert ["first" in body for _, body in made] == [True, False]


def test_findings_go_into_a_baseline_that_ci_and_hooks_know(repository: CommandLine) -> None:
    repository.write(BAD)
    git(repository.folder, "remote", "add", "origin", HOSTS["github"][0])
    assert repository("init", "--yes").code == 0
    name = "journeymap-baseline.json"
    assert json.loads((repository.folder / name).read_text())["findings"]
    for path in (".pre-commit-config.yaml", HOSTS["github"][1]):
        assert f"journeymap lint --baseline {name}" in (repository.folder / path).read_text()
    assert repository("lint", "--baseline", name).code == 0
    assert repository("init", "--yes").err == "nothing to set up: all of it is there\n"


def test_what_is_there_stays(repository: CommandLine) -> None:
    mine = {
        ".journeymap.yml": "fail_on: note\n",
        ".pre-commit-config.yaml": "repos: []\n",
        ".vscode/settings.json": "{}\n",
        ".gitattributes": "*.png binary",
    }
    for name, text in mine.items():
        repository.write(text, name)
    done = repository("init", "--yes")
    assert "wrote .journeymap.yaml" not in done.err
    assert ".vscode/settings.json is there, and yours: it stays as it is\n" in done.err
    for name in (".journeymap.yml", ".pre-commit-config.yaml", ".vscode/settings.json"):
        assert (repository.folder / name).read_text() == mine[name]
    lines = (repository.folder / ".gitattributes").read_text().splitlines()
    assert lines[0] == "*.png binary"
    assert lines[1].endswith("merge=journeymap")
    repository("init", "--undo")
    assert (repository.folder / ".gitattributes").read_text() == "*.png binary\n"
    for name in (".journeymap.yml", ".pre-commit-config.yaml", ".vscode/settings.json"):
        assert (repository.folder / name).read_text() == mine[name]


def test_what_was_changed_since_is_not_taken_back(repository: CommandLine) -> None:
    repository("init", "--yes")
    path = repository.folder / ".journeymap.yaml"
    path.write_text("fail_on: warning\n", encoding="utf-8")
    git(repository.folder, "config", "diff.journeymap.command", "mine")
    done = repository("init", "--undo")
    assert ".journeymap.yaml has changed since: it stays\n" in done.err
    assert path.read_text() == "fail_on: warning\n"
    assert git(repository.folder, "config", "diff.journeymap.command") == "mine\n"


def test_a_clone_without_drivers_is_told(repository: CommandLine) -> None:
    repository("init", "--yes")
    git(repository.folder, "config", "--unset", "merge.journeymap.driver")
    done = repository("init", "--check")
    assert done.code == 1
    assert done.err.startswith("missing: git config merge.journeymap.driver: ")
    repository("init", "--yes")
    assert repository("init", "--check").code == 0


def test_nothing_is_written_unasked(repository: CommandLine) -> None:
    before = files(repository.folder)
    assert repository("init").code == 2
    done = repository("init", "--dry-run")
    assert (done.code, ".gitattributes" in done.out) == (0, True)
    assert repository("init", "--dry-run", "--undo").code == 2
    assert repository("init", "gone").code == 2
    assert files(repository.folder) == before


def test_without_git_and_without_maps_the_rest_is_set_up(cli: CommandLine) -> None:
    (cli.folder / ".git").rmdir()
    done = cli("init", "--yes", ".")
    assert done.code == 0, done.err
    assert "git config" not in done.err
    assert (cli.folder / ".journeymap.yaml").is_file()


def test_git_merges_and_names_steps_in_hunks_with_what_was_set_up(
    repository: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "journeymap"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m journeymap "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin", prepend=None)
    text = (
        "title: Visit\nsteps:\n  - id: calls\n    action: Calls\n    need: x\n    wait: 1 d\n"
        "    thought: t\n    emotion: calm\n  - id: comes\n    action: Comes\n"
    )
    repository.write(text)
    repository("init", "--yes")
    for key, value in {"user.name": "A", "user.email": "a@example.org"}.items():
        git(repository.folder, "config", key, value)
    git(repository.folder, "add", "-A")
    git(repository.folder, "commit", "-qm", "x")
    git(repository.folder, "checkout", "-qb", "side")
    repository.write(text.replace("emotion: calm", "emotion: angry"))
    git(repository.folder, "commit", "-qam", "x")
    words = ("log", "-1", "-p", "-U1", "--format=", "--no-ext-diff")
    assert "@@ id: calls\n" in git(repository.folder, *words)
    assert "id: calls" in git(repository.folder, "log", f"-L:calls:{MAP}", "--format=%h")
    git(repository.folder, "checkout", "-q", "main")
    repository.write(text.replace("emotion: calm", "emotion: calm\n    channel: phone"))
    git(repository.folder, "commit", "-qam", "x")
    git(repository.folder, "merge", "side")
    wanted = text.replace("emotion: calm", "emotion: angry\n    channel: phone")
    assert (repository.folder / MAP).read_text(encoding="utf-8") == wanted
