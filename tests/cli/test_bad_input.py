"""Whatever stands in a map: findings with their place, at once."""

import re
from pathlib import Path

import pytest
from tests.cli.processes import (
    BAD,
    DEEP,
    GOOD,
    LONG,
    assert_no_command_breaks,
    decently,
    journeymap,
    put,
)
from tests.cli.running import CommandLine

from journeymap.model.ids import derive_ids


def bomb(line: str, opening: str = "a0: &a0 [x, x]\n") -> str:
    return opening + "".join(line.format(i=i, j=i - 1) for i in range(1, 30))


TEXTS: dict[str, tuple[str | bytes, str]] = {
    # name: (content of the file, a pattern of the finding's line)
    "no yaml": ("title: [a\nfoo: }\n", r":1:8: error\[syntax-error\] .*never closed"),
    "prose": ("Dear all,\nfind: attached: the map\n", r":\d:\d+: error\[syntax-error\]"),
    "tab": ("title: T\nsteps:\n\t- a\n", r":3:1: error\[syntax-error\] a tab"),
    "latin-1": ("title: caf\xe9\n".encode("latin-1"), r":1:1: error\[unreadable-file\] .*UTF-8.*1"),
    "utf-16": (GOOD.encode("utf-16"), r"error\[unreadable-file\] .*UTF-16"),
    "utf-16 le": (GOOD.encode("utf-16-le"), r"error\[unreadable-file\] .*UTF-16"),
    "utf-16 be": (GOOD.encode("utf-16-be"), r"error\[unreadable-file\] .*UTF-16"),
    "utf-32": (GOOD.encode("utf-32"), r"error\[unreadable-file\] .*UTF-"),
    "binary": (bytes(range(256)) * 20, r"error\[unreadable-file\]"),
    "nul": (b"title: a\0b\n", r":1:\d+: error\["),
    "control": ("title: T\nsteps: [a\x1b[31m]\n", r":2:10: error\[invalid-value\] .*U\+001B"),
    "escaped control": ('title: "\\e[31m"\nsteps: [a]\n', r":1:8: error\[invalid-value\] .*001B"),
    "bidi": ("title: a\u202eb\nsteps: [a]\n", r":1:8: error\[invalid-value\] .*U\+202E"),
    "surrogate": (b"title: \xed\xa0\x80\n", r"error\[unreadable-file\]"),
    "escaped surrogate": ('title: "\\ud800"\nsteps: [a]\n', r":1:\d+: error\["),
    "old line break": ("title: a\u2028b\n", r"error\[unreadable-file\] .*U\+2028 on line 1"),
    "empty": ("", r":1:1: error\[syntax-error\] the file is empty"),
    "blank": ("   \n\n", r":1:1: error\[syntax-error\] the file is empty"),
    "only a mark": (b"\xef\xbb\xbf", r":1:1: error\[syntax-error\] the file is empty"),
    "comments": ("# one\n# two\n", r":1:1: error\[syntax-error\] the file is empty"),
    "separator": ("---\n", r":1:1: error\[syntax-error\] the file is empty"),
    "list": ("- a\n- b\n", r":1:1: error\[invalid-value\] .*a list"),
    "one text": ("just text\n", r":1:1: error\[invalid-value\] .*a single text"),
    "null": ("~\n", r":1:1: error\["),
    "two documents": (GOOD + "---\n" + GOOD, r":4:1: error\[syntax-error\] a second map"),
    "too large": ("title: T\nx-y: " + "a" * 5_000_001, r"error\[unreadable-file\] .*5 MB"),
    "deep [": ("[" * DEEP, r":1:101: error\[unreadable-file\] .*100 levels"),
    "deep [] closed": ("[" * DEEP + "]" * DEEP, r":1:101: error\[unreadable-file\] .*100"),
    "deep {": ("{a: " * DEEP, r":1:401: error\[unreadable-file\] .*100 levels"),
    "deep -": ("- " * DEEP, r":1:201: error\[unreadable-file\] .*100 levels"),
    "deep ?": ("? " * DEEP, r":1:201: error\[unreadable-file\] .*100 levels"),
    "deep lines": (
        "".join(f"{' ' * i}a:\n" for i in range(2_000)),
        r":101:101: error\[unreadable-file\] .*100 levels",
    ),
    "deep in a field": ("title: T\nx-y: " + "[" * DEEP, r":2:\d+: error\[unreadable-file\]"),
    "bomb": (bomb("a{i}: &a{i} [*a{j}, *a{j}]\n"), r"error\[unreadable-file\] .*100,000 values"),
    "bomb of fields": (
        bomb("a{i}: &a{i} {{x: *a{j}, y: *a{j}}}\n"),
        r"error\[unreadable-file\] .*100,000 values",
    ),
    "bomb of merges": (
        bomb("a{i}: &a{i} {{x: 1, <<: [*a{j}, *a{j}]}}\n", "a0: &a0 {x: 1}\n"),
        r"error\[unreadable-file\] .*100,000 values",
    ),
    "self in list": ("title: T\nsteps: &s [a, *s]\n", r":2:15: error\[syntax-error\]"),
    "self in map": ("&m\ntitle: T\nsteps: [a]\nx-y: *m\n", r":4:6: error\[syntax-error\]"),
    "self merged": ("&m\ntitle: T\n<<: *m\nsteps: [a]\n", r":3:\d: error\[syntax-error\]"),
    "unknown alias": ("title: *nope\nsteps: [a]\n", r":1:8: error\[syntax-error\]"),
    "tag of Python": (
        "title: !!python/object/apply:os.system ['id']\nsteps: [a]\n",
        r":1:8: error\[syntax-error\]",
    ),
    "tag": ("title: !mine T\nsteps: [a]\n", r":1:8: error\[syntax-error\]"),
    "tag on a list": ("title: T\nsteps: !!set {a}\n", r":2:8: error\[syntax-error\]"),
    "binary tag": ("title: !!binary aGVsbG8=\nsteps: [a]\n", r":1:8: error\[syntax-error\]"),
    "nan": (
        "title: T\nsteps: [{action: a, importance: .nan}]\n",
        r":2:33: error\[invalid-value\] .*no number",
    ),
    "infinity": (
        "title: T\nsteps: [{action: a, emotion: -.inf}]\n",
        r":2:30: error\[invalid-value\]",
    ),
    "out of range": (
        "title: T\nsteps: [{action: a, perceived: 1e999}]\n",
        r":2:32: error\[invalid-value\]",
    ),
    "endless time": (
        "title: T\nsteps: [{action: a, duration: " + "9" * 400 + " years}]\n",
        r":2:31: error\[invalid-value\]",
    ),
    "endless number": (
        "title: T\nsteps: [{action: a, importance: " + "9" * 10_000 + "}]\n",
        r":2:33: error\[invalid-value\]",
    ),
    "repeated key": ("title: T\ntitle: U\nsteps: [a]\n", r":2:1: error\[duplicate-key\]"),
    "number as key": ("title: T\n1: a\nsteps: [a]\n", r":2:1: error\[unknown-field\] `1`"),
    "truth as key": ("title: T\ntrue: a\nsteps: [a]\n", r":2:1: error\[unknown-field\] `true`"),
    "list as key": ("title: T\n? [a]\n: b\nsteps: [a]\n", r":2:3: error\["),
    "fields as key": ("title: T\n? {a: b}\n: c\nsteps: [a]\n", r":2:3: error\["),
    "nothing as key": ("title: T\n: b\nsteps: [a]\n", r":2:1: error\[syntax-error\]"),
    "misspelt key": ("title: T\nstep: [a]\n", r":2:1: error\[unknown-field\] `step`"),
    "misspelt value": (
        "title: T\nsteps: [{action: a, importance: hgih}]\n",
        r":2:33: error\[invalid-value\] \"hgih\"",
    ),
    "unknown id": (
        "title: T\nsteps: [{action: a, next: [{to: nowhere}]}]\n",
        r":2:33: error\[unknown-reference\] .*nowhere",
    ),
    "missing library": ("title: T\nuses: [no.library.yaml]\nsteps: [a]\n", r":2:8: .*broken-link"),
    "missing map": ("title: T\ndesired: no.journey.yaml\nsteps: [a]\n", r":2:10: .*broken-link"),
    "itself as library": (f"title: T\nuses: {BAD}\nsteps: [a]\n", r":2:7: error\[broken-link\]"),
    "itself as desired": (f"title: T\ndesired: {BAD}\nsteps: [a]\n", r":2:10: .*\[broken-link\]"),
    "itself as a part": (
        f"title: T\nsteps: [{{action: a, journey: {BAD}}}]\n",
        r":2:30: error\[link-cycle\]",
    ),
    "long value": (
        f"title: T\nsteps: [{{action: a, importance: {'a' * LONG}}}]\n",
        r":2:33: error\[invalid-value\]",
    ),
    "long id": (
        f"title: T\nsteps: [{{action: a, next: [{{to: {'b' * LONG}}}]}}]\n",
        r":2:33: error\[unknown-reference\]",
    ),
    "long key": (f"title: T\n? {'a' * LONG}\n: b\nsteps: [a]\n", r":2:3: error\[unknown-field\]"),
    "long path": (f"title: T\nuses: {'a' * 5_000}\nsteps: [a]\n", r":2:7: error\[broken-link\]"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts_give_findings_with_their_place(name: str, repo: Path, cli: CommandLine) -> None:
    content, finding = TEXTS[name]
    put(repo, content)
    done = decently(cli, "lint", BAD, "--output-format", "concise")
    lines = done.out.splitlines()
    assert done.code == 1
    assert any(re.search(finding, line) for line in lines), done.out[:2_000]
    assert all(re.match(r"\S+:\d+:\d+: (error|warning|note)\[", line) for line in lines)
    assert max(map(len, lines)) < 1_000
    assert re.search(r"\d+ errors?\b.* in 1 file(; [^\n]+)?\n$", done.err)


@pytest.mark.parametrize("name", TEXTS)
def test_no_command_breaks_on_a_text(name: str, cli: CommandLine) -> None:
    put(cli.folder, TEXTS[name][0])
    assert_no_command_breaks(cli)


# ---------------------------------------------------------------------------------------- size


def test_long_texts_in_every_place(repo: Path) -> None:
    put(repo, f"journeymap: 1\ntitle: {'a' * LONG}\nsteps: [{'b ' * 5_000}]\n")
    done = journeymap("lint", BAD, folder=repo)
    assert (done.code, done.out) == (0, "")
    for command in ("show", "render"):
        assert journeymap(command, BAD, folder=repo).code == 0


def test_a_line_with_many_findings_is_not_read_anew_for_each(repo: Path) -> None:
    steps = ", ".join(f"{{action: a{i}, need: b, emotion: n0pe}}" for i in range(500))
    put(repo, f"journeymap: 1\ntitle: T\nsteps: [{steps}]\n")
    done = journeymap("lint", BAD, folder=repo)
    assert done.code == 1
    assert done.out.count("error[invalid-value]") == 500


def test_many_names_alike_get_ids_in_linear_time() -> None:
    ids = derive_ids([(None, "Calls")] * DEEP, "step")
    assert (ids[0], ids[-1], len(set(ids))) == ("calls", f"calls-{DEEP}", DEEP)
