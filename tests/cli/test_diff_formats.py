"""`journeymap diff` for spreadsheets, web pages and pull requests."""

import csv
import io
import re
from html.parser import HTMLParser
from typing import Any

from tests.cli.clinic import BETTER
from tests.cli.running import CommandLine
from tests.workspace.repositories import commit


def test_csv_has_a_row_a_change_and_no_formula(clinic: CommandLine) -> None:
    clinic.write(BETTER.replace("action: Pays", "action: =1+1"))
    rows = list(csv.DictReader(io.StringIO(clinic("diff", "--format", "csv").out)))
    assert [row["how"] for row in rows] == [*["changed"] * 5, "renamed"]
    assert rows[-1]["after"] == "'=1+1"
    assert rows[0]["field"] == "emotion"


class Page(HTMLParser):
    """The elements of a page that are open, and how many there were."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.count = 0
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # type: ignore[explicit-override]  # noqa: ANN401, ARG002
        self.count += 1
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:  # type: ignore[explicit-override]
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(tag)


def test_html_stands_by_itself_with_both_curves_and_no_text_of_a_map_is_markup(
    clinic: CommandLine,
) -> None:
    clinic.write(BETTER.replace("action: Pays", "action: '<script>alert(1)</script> & co'"))
    out = clinic("diff", "--format", "html").out
    page = Page()
    page.feed(out)
    assert (page.open, page.wrong) == ([], [])
    assert page.count > 50
    assert "<svg" in out
    assert "<script" not in out
    assert "http://" not in out.replace("http://www.w3.org/", "")
    assert "default-src &#x27;none&#x27;" in out or "default-src 'none'" in out


def test_markdown_is_marked_short_folded_and_has_a_picture(clinic: CommandLine) -> None:
    clinic.write(BETTER)
    out = clinic("diff", "--format", "md").out
    assert out.startswith("<!-- journeymap diff -->\n### Journey maps: HEAD")
    assert out.count("<details open>") == out.count("</details>") == 1
    assert '```mermaid\nflowchart LR\n  subgraph s0["Before"]' in out
    assert "\n  - `~` “Is referred”\n    - Feels: frustrated → neutral\n" in out
    assert out.count("\n") < 60


def test_markdown_stays_below_what_a_comment_holds_and_says_what_it_cuts(
    clinic: CommandLine,
) -> None:
    for number in range(40):
        steps = "".join(f"  - {{id: s{i}, action: Step {i} of {number}}}\n" for i in range(60))
        clinic.write(
            f"id: m{number}\ntitle: Map {number}\nsteps:\n{steps}", f"m{number}.journey.yaml"
        )
    commit(clinic.folder)
    for number in range(40):
        steps = "".join(
            f"  - {{id: s{i}, action: Step {i} @team {'x' * 200}}}\n" for i in range(60)
        )
        clinic.write(
            f"id: m{number}\ntitle: Map {number}\nsteps:\n{steps}", f"m{number}.journey.yaml"
        )
    out = clinic("diff", "--format", "md").out
    assert 20_000 < len(out) <= 65_536
    assert out.count("<details>") == out.count("</details>")
    assert "more lines; `journeymap diff` tells all of it" in out
    assert re.search(r"… and \d+ more maps that have no room here", out)
    assert "@team" not in out
