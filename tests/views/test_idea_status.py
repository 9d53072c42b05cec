"""Ideas on pages of detail and posters say what has become of them, in the map's language."""

import pytest
from tests.analysis.reading import analyse

from journeymap.views.kit.theme import PAGES
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import draw


@pytest.mark.parametrize("size", ["16:9", "a3"])
@pytest.mark.parametrize(
    ("language", "idea", "told"),
    [
        ("en", "{text: Bell, status: live}", "Bell (live)"),
        ("es", "{text: Bell, status: testing}", "Bell (en prueba)"),
        ("pl", "{text: Bell, status: dropped}", "Bell (porzucony)"),
        ("en", "{text: Bell, status: live, from: team}", "Bell (team, live)"),
        ("en", "{text: Bell, status: idea}", "Bell"),
    ],
)
def test_an_idea_that_is_more_than_that_says_so(
    size: str, language: str, idea: str, told: str
) -> None:
    analysis = analyse(
        f"title: T\nlanguage: {language}\nsteps:\n"
        f"  - {{action: Rings, emotion: -1, opportunities: [{idea}]}}\n  - Goes\n"
    )
    options = ViewOptions(view=View.MAP, first=FirstPage.NEVER, size=PAGES[size])
    assert told in [text.text for scene in draw(analysis, options) for text in scene.texts()]
