"""A repository whose every text is hostile: what somebody may send who wishes a reader ill."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from tests.workspace.repositories import git

EVIL = "evil.example"
"""The site to which a text would like to lead."""
TEXTS = (
    "<script>hostile()</script><img src=x onerror=hostile()>",
    '"><svg onload=hostile()><a href="javascript:hostile()">x</a>',
    f"'><iframe src=https://{EVIL}/></textarea></title></style></script>",
    f"</style><style>@import url(https://{EVIL}/x.css)",
    "]]></text><script>hostile()</script><![CDATA[ --> <!-- <?x ?>",
    "&lt;script&gt;hostile()&lt;/script&gt; &#60;b&#62; &#x3c;b>",
    "{{7*7}} ${7*7} <%= 7*7 %> {action} {0} {action.__class__} %s %n",
    "=cmd|' /C calc'!A0",
    f'=HYPERLINK("https://{EVIL}/","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "::error file=x::hostile",
    "##[add-mask]x ##vso[task.complete result=Succeeded]x",
    "x\n::stop-commands::hostile\n\t=1+1\n# x\n---\n",
    f"[x](javascript:hostile()) ![x](https://{EVIL}/x.png) <https://{EVIL}> [r]: https://{EVIL}",
    "`x` ``` **x** __x__ ~~x~~ | x | @everyone #1",
    '"]; x [URL="javascript:hostile()"]; a -> b; subgraph { } // /*',
    "<<b>x</b>> \\N \\G \\l \\L \\",
    'n0["x"]; click n0 "javascript:hostile()" %%{init: {}}%% end',
    ") /S /JavaScript /JS (hostile()) >> endobj stream",
    f"[bold red]x[/] [link=https://{EVIL}]y[/link] :smile:",
    "\\u001b]8;;x \\x1b[31m \\033[31m ^[[31m",
    "x: y, - z # w 'q' \"p\" &a *a !!python/object:os.system",
)
"""Texts that a map may hold, and every output must hold as texts."""
HIDDEN = (
    "\x1b[31mred",
    f"\x1b]8;;https://{EVIL}\x07here\x1b]8;;\x07",
    "\x1b]0;owned\x07\x1b[2J",
    "\x9b31mred",
    "safe\b\b\b\bevil",
    "abc\u202egnp.exe",
    "abc\u2066x\u2069",
    "x\r::error::y",
)
"""Texts that no output may hold: each has characters that nobody sees."""
MAP = "clinic.journey.yaml"
OTHER = "other.journey.yaml"
CONTROLS = "controls.journey.yaml"
NAMED = "=1+1 <img src=x onerror=hostile()> ](javascript:x) ##[error]\n::error::x\x1b[31m\u202e"
"""The name of a file."""
_LINKS = (
    "javascript:hostile()",
    "JaVaScRiPt:hostile()",
    "data:text/html,<script>hostile()</script>",
    "vbscript:hostile()",
    "file:///etc/passwd",
    f"//{EVIL}/x",
    "/etc/passwd",
    "http://[x",
    f"\\\\{EVIL}\\x",
    "../../../../etc/passwd",
)
"""Links that lead where none may; but for the last one, which stays where it is written."""
_SETTINGS = """frameworks:
  - id: ours
    labels: {en: %s}
    cycle: true
    stages: [{id: g0, labels: {en: %s}}, {id: g1, labels: {en: %s}}]
rules:
  - {code: ACME1, name: own, on: step, require: {gains: present}, severity: error,
     message: %s, help: %s, why: %s}
"""


def repository(folder: Path) -> None:
    """Writes the repository and its history: an older map, a newer one, by a hostile hand."""
    texts = cycle(TEXTS)
    said = tuple(json.dumps(next(texts)) for _ in range(6))
    other = {**hostile_map(texts), "id": "other", "state": "desired", "desired": "javascript:x"}
    for name, content in {
        MAP: json.dumps(hostile_map(texts)),
        "words.library.yaml": json.dumps({"channels": [{"id": "desk", "name": next(texts)}]}),
        CONTROLS: json.dumps(_controls()),
        f"{NAMED}.journey.yaml": json.dumps({"title": NAMED, "steps": [{"action": "x"}]}),
        OTHER: json.dumps(other),
        ".journeymap.yaml": _SETTINGS % said,
        "outline.txt": "\n".join(f"- {text}" for text in (*TEXTS, *HIDDEN)),
    }.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    _commit(folder, TEXTS[0], HIDDEN[0])
    for turn, text in enumerate((*TEXTS, *HIDDEN)[:3]):
        content = json.dumps(hostile_map(cycle(TEXTS[turn + 5 :])))
        (folder / MAP).write_text(content, encoding="utf-8")
        _commit(folder, text, TEXTS[turn])


def _commit(folder: Path, said: str, who: str) -> None:
    if not (folder / ".git" / "HEAD").exists():
        git(folder, "init", "-q", "-b", "main")
    name = "".join(each for each in who if each not in "<>\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--cleanup=verbatim", f"--author={name} <x@{EVIL}>", "-m", said)


def hostile_map(texts: Iterator[str]) -> dict[str, object]:
    """Returns a map that has something of everything, each with the next of these texts."""
    stages = [
        {"id": f"g{n}", "name": next(texts), "owner": next(texts), "steps": steps}
        for n, steps in enumerate((_steps(texts, 0), _steps(texts, 3)))
    ]
    people = {"id": "ann", "name": next(texts), "quote": next(texts), "goals": [next(texts)]}
    return {
        "journeymap": 1,
        "id": "clinic",
        "title": next(texts),
        "status": "review",
        "purpose": next(texts),
        "scope": next(texts),
        "goal": next(texts),
        "owner": next(texts),
        "persona": "ann",
        "uses": "words.library.yaml",
        "desired": OTHER,
        "framework": "ours",
        "personas": [{**people, "frustrations": [next(texts)], "habits": [next(texts)]}],
        "stakeholders": [
            {"id": "doc", "name": next(texts), "kind": "clinician", "needs": [next(texts)]},
            {"id": "clerk", "name": next(texts), "kind": "staff", "influence": 5},
        ],
        "channels": [{"id": "line", "name": next(texts), "owner": next(texts)}],
        "information": [{"id": "form", "name": next(texts)}],
        "metrics": [{"id": "kpi", "name": next(texts), "unit": next(texts), "target": 5}],
        "evidence": [
            {"id": f"e{n}", "name": next(texts), "kind": "survey", "note": "x", "link": link}
            for n, link in enumerate((f"https://{EVIL}/a?b=c&d", *_LINKS))
        ],
        "based_on": [f"e{n}" for n in range(1 + len(_LINKS))],
        "questions": [next(texts)],
        "stages": stages,
    }


def _steps(texts: Iterator[str], first: int) -> list[dict[str, object]]:
    return [_step(texts, n, (first + n) % len(_LINKS)) for n in range(first, first + 3)]


def _step(texts: Iterator[str], number: int, link: int) -> dict[str, object]:
    pain = {"id": f"p{number}", "text": next(texts), "severity": 4, "evidence": "e0"}
    idea = {"text": next(texts), "impact": 4, "effort": 2, "owner": next(texts)}
    return {
        "id": f"s{number}",
        "action": next(texts),
        "actor": "ann",
        "with": ["doc" if number % 2 else "clerk"],
        "need": next(texts),
        "thought": next(texts),
        "quote": next(texts),
        "channel": ["line", next(texts)],
        "touchpoint": next(texts),
        "emotion": ["frustrated", "pleased", "anxious"][number % 3],
        "importance": 5,
        "expected": 4,
        "perceived": 2,
        "moment": "truth",
        "engagement": "interact",
        "wait": "2 weeks",
        "gives": ["form"],
        "leaks": [{"to": next(texts), "share": "5 %", "why": next(texts)}],
        "metrics": [{"metric": "kpi", "value": 3}],
        "pains": [pain],
        "opportunities": [idea],
        "gains": [next(texts)],
        "frontstage": [next(texts)],
        "backstage": [next(texts)],
        "systems": [next(texts)],
        "questions": [next(texts)],
        "note": next(texts),
        "tags": [next(texts)],
        "journey": _LINKS[link],
        "evidence": ["e0", "e1"],
    }


def _controls() -> dict[str, object]:
    """Returns a map with invisible characters in texts, keys, references and ids."""
    texts = cycle(HIDDEN)
    steps = [
        {"action": next(texts), "need": next(texts), next(texts): next(texts), "actor": next(texts)}
        for _ in HIDDEN
    ]
    return {"title": next(texts), "uses": next(texts), "desired": next(texts), "steps": steps}
