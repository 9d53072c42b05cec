"""The web page: all of it in one file, nothing of it outside, texts never taken for code."""

import base64
import hashlib
import re
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from journeymap import Drawing, Subject, load, render
from journeymap.backends.formats import Format
from journeymap.views.names import By, View

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HOSTILE = '<script>alert("&amp;")</script><img src=x onerror=alert(1)> ]]> --> </style>'
VOID = {"meta", "input", "br", "rect", "circle", "path", "polygon"}


class Page(HTMLParser):
    """Reads a page: elements with their attributes, and whether all are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    @override
    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @override
    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.crossed.append(tag)

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def drawn(*names: str, folder: Path = EXAMPLES) -> str:
    subjects = []
    for name in names:
        loaded = load(folder / f"{name}.journey.yaml")
        assert loaded.journey_map is not None
        findings = loaded.lint(today=date(2026, 11, 1)).diagnostics
        subjects.append(Subject(journey_map=loaded.journey_map, findings=findings))
    (content,) = render(subjects, Drawing(form=Format.HTML)).files
    return content.decode()


@pytest.fixture(scope="module")
def text() -> str:
    return drawn("diabetes-care-pathway", "hotel-stay")


def test_elements_are_closed_in_order_and_ids_are_unique(text: str) -> None:
    page = Page(text)
    assert (page.open, page.crossed) == ([], [])
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_everything_that_is_referred_to_is_there(text: str) -> None:
    page = Page(text)
    ids = {attributes.get("id") for _, attributes in page.elements}
    for _, attributes in page.elements:
        for key in ("aria-controls", "aria-labelledby"):
            assert attributes.get(key) in {None, *ids}
    anchors = {each["href"] or "" for each in page.of("a")}
    assert {anchor[1:] for anchor in anchors if anchor.startswith("#")} <= ids


def test_nothing_is_loaded_from_anywhere(text: str) -> None:
    page = Page(text)
    assert not [tag for tag, _ in page.elements if tag in {"img", "link", "iframe", "image", "use"}]
    assert not [
        1 for _, attributes in page.elements if "src" in attributes or "style" in attributes
    ]
    assert "@import" not in text
    assert "url(" not in text
    (policy,) = (each["content"] for each in page.of("meta") if "http-equiv" in each)
    assert policy
    assert policy.startswith("default-src 'none'; ")
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy


def test_every_step_can_be_selected_and_is_told(text: str) -> None:
    page = Page(text)
    tabs = [each["aria-controls"] for _, each in page.elements if each.get("role") == "tab"]
    told = [each["id"] for _, each in page.elements if each.get("role") == "tabpanel"]
    assert [*dict.fromkeys(tabs)] == told
    assert len(tabs) == 2 * len(told), "on the overview, and on the page that shows it in detail"
    assert len(tabs) > 20


def test_leverage_and_findings_stand_below_without_the_codes_of_rules(text: str) -> None:
    assert text.count("<caption>Leverage points</caption>") == 2
    assert text.count("<caption>Findings</caption>") == 2
    assert "JM" not in "".join(Page(text).words)


def test_both_themes_have_the_same_colours(text: str) -> None:
    light, dark = (
        set(re.findall(r"(--\w+):", block))
        for block in (
            text.split(":root{")[1].split("}", maxsplit=1)[0],
            text.split(":root[data-theme=dark]{")[1].split("}", maxsplit=1)[0],
        )
    )
    assert light == dark
    assert set(re.findall(r"var\((--\w+)\)", text)) <= light


LADDER = "digital-health-plan"
"""The example whose steps have levels of the value chain."""


@pytest.mark.parametrize("view", View)
def test_every_view_has_its_steps_to_select(view: View) -> None:
    example = "customer-lifecycle" if view is View.CYCLE else LADDER
    loaded = load(EXAMPLES / f"{example}.journey.yaml")
    assert loaded.journey_map is not None
    drawing = Drawing(form=Format.HTML, view=view)
    (content,) = render(
        [Subject(journey_map=loaded.journey_map, against=loaded.journey_map)], drawing
    ).files
    page = Page(content.decode())
    tabs = {each["aria-controls"] for _, each in page.elements if each.get("role") == "tab"}
    told = {each["id"] for _, each in page.elements if each.get("role") == "tabpanel"}
    about = {each["id"] for each in page.of("section") if each.get("class") == "about"}
    # On cards of personas there is no step to point at: what is said of steps stands beside them.
    assert tabs == told == (set() if view is View.PERSONA else about)
    assert ("Point at a step" in content.decode()) is (view is not View.PERSONA)
    assert len(about) == len(loaded.journey_map.steps)


def test_steps_that_a_picture_does_not_show_are_told_all_the_same() -> None:
    loaded = load(EXAMPLES / f"{LADDER}.journey.yaml")
    assert loaded.journey_map is not None
    (content,) = render(
        loaded.journey_map, Drawing(form=Format.HTML, view=View.MATRIX, by=By.IDEAS)
    ).files
    page = Page(content.decode())
    about = [each for each in page.of("section") if each.get("class") == "about"]
    told = {each["id"] for each in about if each.get("role") == "tabpanel"}
    tabs = {each["aria-controls"] for _, each in page.elements if each.get("role") == "tab"}
    assert 0 < len(told) < len(about) == len(loaded.journey_map.steps)
    assert tabs == told
    (region,) = (each for each in page.of("div") if each.get("class") == "steps")
    assert region["tabindex"] == "0"


def test_only_a_map_has_rows_and_other_views_keep_their_painting_order() -> None:
    loaded = load(EXAMPLES / "diabetes-care-pathway.journey.yaml")
    assert loaded.journey_map is not None
    (content,) = render(loaded.journey_map, Drawing(form=Format.HTML, view=View.FLOW)).files
    page = Page(content.decode())
    assert not page.of("input")
    assert [each["data-above"] for each in page.of("g") if "data-above" in each] == ["0"]


def test_texts_of_maps_stay_texts(tmp_path: Path) -> None:
    said = HOSTILE.replace("'", "''")
    (tmp_path / "bad.journey.yaml").write_text(
        f"journeymap: 1\ntitle: '{said}'\nstages:\n"
        f"  '{said}':\n    - {{action: '{said}', need: '{said}', emotion: 1, channel: '{said}'}}\n",
        encoding="utf-8",
    )
    text = drawn("bad", folder=tmp_path)
    page = Page(text)
    assert (page.open, page.crossed) == ([], [])
    assert len(page.of("script")) == 1
    assert not page.of("img")
    assert "".join(page.words).count('<script>alert("&amp;")') >= 4


def test_the_same_maps_give_the_same_page(text: str) -> None:
    assert text == drawn("diabetes-care-pathway", "hotel-stay")
