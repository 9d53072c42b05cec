"""Patterns as in .gitignore: what git makes of them, and that no pattern takes long."""

import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from journeymap.workspace.globs import covers, globs_of

HARD = "*a" * 12 + "b"
NAME = "a" * 60


def matched(pattern: str, path: str) -> bool:
    return covers(globs_of(pattern.split("\n")), path.split("/"))


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        ("drafts/", "drafts/x sub/drafts/x", "drafts xdrafts/x"),
        ("/drafts", "drafts drafts/x", "sub/drafts"),
        ("*.desired.yaml", "a.desired.yaml sub/.desired.yaml", "a.desired.yamlx a.yaml"),
        ("sub/*.yaml", "sub/a.yaml sub/a.yaml/x", "a.yaml sub/deep/a.yaml x/sub/a.yaml"),
        ("**/b", "b a/b a/c/b", "ab a/bb"),
        ("a/**", "a/b a/b/c", "a b/a/c"),
        ("a/**/b", "a/b a/x/b a/x/y/b", "ab a/xb"),
        ("a/**/b/**/c", "a/b/c a/b/b/x/c a/x/b/y/c", "a/c a/b a/c/b"),
        ("a**c", "ac abc x/ac", "a/c"),
        ("?.md", "a.md é.md", ".md ab.md"),
        ("[a-c!]x", "ax cx !x", "dx x"),
        ("[!a-c]x", "dx -x", "ax x"),
        ("[]-]x", "]x -x", "x ax"),
        ("[[:digit:]_]x", "7x _x", "ax dx"),
        ("a*\n!ab", "aa a", "ab b"),
        (r"\#a", "#a", "a"),
        ("a\\*b", "a*b", "axb"),
    ],
)
def test_a_pattern_holds_for_what_git_would_ignore(pattern: str, fitting: str, others: str) -> None:
    paths = f"{fitting} {others}".split(" ")
    assert [path for path in paths if matched(pattern, path)] == fitting.split(" ")


@pytest.mark.parametrize(
    "pattern", ["", "  ", "/", "#a", "a\\", "[a", "[[:no:]]", "[[:digit:]", "!"]
)
def test_what_is_no_pattern_matches_nothing(pattern: str) -> None:
    assert globs_of([pattern]) == ()


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        (HARD, NAME),
        ("?" + "*?a" * 12 + "b", NAME),
        ("*[!b]" * 30 + "b", "a" * 240),
        ("/" + "**/a/" * 40 + "b", "/".join("a" * 300)),
        (("*a" * 40 + "/**/") * 20 + "b", "/".join([NAME] * 60)),
        ("[[:alpha:]]*" * 60 + "9", "a" * 240),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    start = time.perf_counter()
    assert not any(matched(pattern, path) for _ in range(3))
    assert time.perf_counter() - start < 3


def pattern_of(chance: random.Random) -> str:
    alphabet = "aabb*?//!.\\-#" + " ^]["
    sets = [
        "[ab]",
        "[!a]",
        "[^a-b]",
        "[]a]",
        "[[:alpha:]]",
        "[a",
        "[a-]",
        "[b-a]",
        "[\\]a]",
        "[[:x]",
    ]
    pieces = [*alphabet, *sets, "**", "**/", "/**", "*", "/**/"]
    return "".join(chance.choice(pieces) for _ in range(chance.randint(1, 6)))


def path_of(chance: random.Random) -> str:
    names = ["a", "b", "ab", "ba", "aab", ".a", "b.", "-", "a b", "]", "^", "#a", "!b", "abab"]
    return "/".join(chance.choice(names) for _ in range(chance.randint(1, 4)))


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_agrees(tmp_path: Path) -> None:
    chance, count = random.Random(14), 400  # noqa: S311 - the same patterns every time
    cases = [
        ([pattern_of(chance) for _ in range(chance.choice((1, 1, 1, 3)))], path_of(chance))
        for _ in range(count)
    ]
    for i, (lines, _) in enumerate(cases):
        (tmp_path / f"{i}").mkdir()
        (tmp_path / f"{i}" / ".gitignore").write_text("\n".join(lines))
    asked = "\0".join(f"{i}/{path}" for i, (_, path) in enumerate(cases))
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    answer = subprocess.run(
        ["git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=tmp_path,
        input=asked.encode(),
        capture_output=True,
        check=False,
    )
    ignored = set(answer.stdout.decode().split("\0")) - {""}
    differing = [
        (lines, path, said)
        for i, (lines, path) in enumerate(cases)
        if (said := covers(globs_of(lines), path.split("/"))) != (f"{i}/{path}" in ignored)
    ]
    assert 0.1 < len(ignored) / count < 0.6
    assert differing == []
