"""The frame of pages: what it says, what room it leaves, and the largest type that fits."""

from tests.views.layout_checker import problems

from journeymap.views.kit.legend import of, ring
from journeymap.views.kit.page_frame import PageFrame, draw_page, largest, place_frame
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LEADING, LIGHT, MINIMUM, PAGES, Type, scale
from journeymap.words.subtitle import Subtitle

SHORT = PageFrame(
    title="A visit",
    subtitle=Subtitle(lines=("a " * 200, "Ana · today"), full="Ana, 43 · today"),
    language="en",
    page=PAGES["16:9"],
    theme=LIGHT,
)


def drawn(number: tuple[int, int] = (1, 1)) -> Scene:
    kind = scale(12)
    placed = place_frame(SHORT, kind, of([("assumed", ring)], kind.small))
    return draw_page(placed, lambda _: None, ("It hurts.", "", "It heals."), number)


def test_title_shortest_subtitle_and_legend_stand_around_the_picture() -> None:
    scene = drawn()
    assert problems(scene) == []
    assert [text.text for text in scene.texts()] == ["A visit", "Ana · today", "assumed"]
    assert [text.tooltip for text in scene.texts()] == ["A visit", "Ana, 43 · today", "assumed"]
    assert scene.title == "A visit"
    assert scene.description == "A visit. Ana, 43 · today. It hurts. It heals."


def test_pages_of_several_have_their_number() -> None:
    scene = drawn((2, 3))
    assert "2 of 3" in {text.text for text in scene.texts()}
    assert scene.title == "A visit (2 of 3)"


def test_larger_type_leaves_less_room() -> None:
    entries = [("assumed", ring)]
    small, large = (
        place_frame(SHORT, kind, of(entries, kind.small)) for kind in (scale(10), scale(16))
    )
    assert small.top < large.top < large.bottom < small.bottom
    assert place_frame(SHORT, scale(10)).bottom == SHORT.page.height - SHORT.page.bottom


def test_the_largest_type_that_fits_is_found() -> None:
    tried = []

    def attempt(kind: Type) -> float | None:
        tried.append(kind.body)
        return kind.body if 20 * kind.body * LEADING <= 300 else None

    assert largest(attempt, most=16) == 12
    assert tried == [16, 15, 14, 13, 12]
    assert largest(attempt, most=16, least=13) is None
    assert largest(attempt, most=MINIMUM) == MINIMUM
