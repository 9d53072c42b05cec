"""What git, Markdown and web pages leave in a map is told once, by line."""

import pytest

from journeymap.text.document import Document, parse
from journeymap.text.source import Source


def read(text: str) -> Document:
    return parse(Source(name="clinic.journey.yaml", text=text))


def told(text: str) -> list[tuple[str, str, str]]:
    document = read(text)
    places = (document.source.position(each.span.start) for each in document.problems)
    return [
        (f"{place.line}:{place.column}", each.message, each.help)
        for place, each in zip(places, document.problems, strict=True)
    ]


KEEP = "keep one of them, or what is right of both, and delete the marks on lines"
TRY = "while the merge goes on, first try: journeymap merge --resolve clinic.journey.yaml"
CONFLICTS = {
    "two sides": (
        "title: A\n<<<<<<< HEAD\nsteps: [Books]\n=======\nsteps: [Calls]\n>>>>>>> ward\n",
        [
            (
                "2:1",
                "git left two versions of the same lines here: line 3 (HEAD) and line 5 (ward)",
                f"{KEEP} 2, 4 and 6; {TRY}",
            )
        ],
    ),
    "with the common ancestor": (
        "<<<<<<< ours\ntitle: A\n||||||| 12ab\ntitle: 0\n=======\n>>>>>>> theirs\nsteps: [Books]\n",
        [
            (
                "1:1",
                "git left two versions of the same lines here: line 2 (ours) and nothing (theirs)",
                f"{KEEP} 1, 3, 5 and 6; {TRY}",
            )
        ],
    ),
    "a mark that stayed": (
        "title: A\nsteps:\n  - Books\n>>>>>>> ward\n",
        [
            (
                "4:1",
                "a mark of a merge with git was left on line 4",
                "decide which lines are to stay, and delete the mark",
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CONFLICTS.values(), ids=CONFLICTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_conflict_is_told_once(text: str, expected: list[object], end: str) -> None:
    assert told(text.replace("\n", end)) == expected
    assert read(text).root is None


def test_each_of_two_conflicts_is_told() -> None:
    one = "<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> ward\n"
    assert [place for place, *_ in told(f"title: A\n{one}{one}steps: [Books]\n")] == ["2:1", "7:1"]


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nnote: |\n  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> ward\n",
        'title: "<<<<<<< HEAD"\nsteps: [">>>>>>> ward"]\n',
        "title: A\nsteps:\n  - Compares <<<<<<< and >>>>>>>\n# ======= a heading\n",
    ],
)
def test_marks_inside_a_text_are_a_text(text: str) -> None:
    assert told(text) == []


FENCES = {
    "around": ("```yaml\ntitle: A\n```\n", [("1:1", "```yaml", " and line 3, which closes it")]),
    "of tildes": ("~~~\ntitle: A\n~~~\n", [("1:1", "~~~", " and line 3, which closes it")]),
    "at the end": ("title: A\nsteps:\n  - Books\n```\n", [("4:1", "```", "")]),
    "never closed": ("````yml\r\ntitle: A\r\n", [("1:1", "````yml", "")]),
}


@pytest.mark.parametrize(("text", "expected"), FENCES.values(), ids=FENCES)
def test_a_fence_is_told_and_what_it_holds_is_read(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == [
        (place, f"{fence} is a fence of Markdown, and no part of a map", f"delete this line{more}")
        for place, fence, more in expected
    ]
    root = read(text).root
    assert isinstance(root, dict)
    assert root["title"] == "A"  # type: ignore[index]


@pytest.mark.parametrize("text", ["a: |\n  ```\n  code\n  ```\n", 'a: "```"\n', "a: x ```\n"])
def test_a_fence_inside_a_text_is_a_text(text: str) -> None:
    assert told(text) == []


SPACES = {
    "before a dash": (
        "steps:\n\u00a0\u00a0- action: A\n\u00a0\u00a0\u00a0\u00a0need: B\n",
        "2:1",
        "no-break space (U+00A0)",
        ", and on line 3 too",
    ),
    "behind a dash": ("steps:\n  -\u00a0action: A\n", "2:4", "no-break space (U+00A0)", ""),
    "behind a colon": (
        "steps:\n  - action:\u202fA\n",
        "2:12",
        "narrow no-break space (U+202F)",
        "",
    ),
    "before a colon": ("steps:\n  - action\u00a0: A\n", "2:11", "no-break space (U+00A0)", ""),
    "in braces": (
        "steps:\n  - {action:\u3000A, need: B}\n",
        "2:13",
        "ideographic space (U+3000)",
        "",
    ),
}


@pytest.mark.parametrize(("text", "place", "name", "more"), SPACES.values(), ids=SPACES)
def test_a_space_that_is_none_is_named_and_the_map_is_read(
    text: str, place: str, name: str, more: str
) -> None:
    message = f"a {name} stands here instead of a space{more}"
    remedy = "type a space instead; an editor can replace all of them at once"
    assert told(text) == [(place, message, remedy)]
    root = read(text).root
    assert isinstance(root, dict)
    assert root["steps"][0]["action"] == "A"  # type: ignore[index, call-overload]
    plain = Source(
        name="x", text="".join(" " if each in "\u00a0\u202f\u3000" else each for each in text)
    )
    assert root == parse(plain).root


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  x\n  \u00a0\u00a0- y\n  need:\u00a0z\n",
        "a: 5\u00a0% of them: none\n".replace(": none", ""),
        'a: "x\n  \u00a0- y"\n',
        "a: Demande\u00a0 quand\n  \u00a0et où\n",
        "a: >\n  Frage:\u00a0wann\n",
    ],
)
def test_such_a_space_inside_a_text_is_a_text(text: str) -> None:
    assert told(text) == []
    assert "\\xa0" in str(read(text).root)
