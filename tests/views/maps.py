"""Maps to draw in tests, small and random."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Handoff, Leak, Wait
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.step import Moment, Step
from journeymap.model.times import time_of
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LIGHT, PAGES, Page, Theme
from journeymap.views.map import page
from journeymap.views.names import FirstPage
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.lanes import DEFAULT, Rows

WORDS = (
    "a", "the", "I", "waits", "appointment", "consultation", "Überweisung", "żółć", "przychodnia",
    "najnieprawdopodobniejszego", "hospitalización", "recomendación", "¿por qué?", "año",
    "Donaudampfschifffahrtsgesellschaftskapitän", "https://example.org/a/very/long/path?x=1&y=2",
    "😍", "👩‍⚕️", "日本語の長い文章です", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "<b>", "&amp;", '"',
    "\\N", "]]>", "8–10", "e-mail", "WWWWWWWW",
)  # fmt: skip


def _phrases(count: int) -> Iterator[str]:
    chance = Random(1)  # noqa: S311 - nothing secret
    yield from WORDS
    for i in range(count):
        yield " ".join(chance.choices(WORDS, k=2 + int(11 * (i / count) ** 2)))


PHRASES = tuple(_phrases(600))
"""Texts of 1 to 12 words, the shortest first; made once, since drawing word for word is slow."""


@cache
def phrase(most: int) -> st.SearchStrategy[str]:
    """A text of at most so many words."""
    return st.sampled_from([text for text in PHRASES if text.count(" ") < most])


def feelings() -> st.SearchStrategy[dict[str, Feeling]]:
    value = st.floats(-2, 2).map(lambda number: Feeling(value=number, written=f"{number:.1f}"))
    return st.dictionaries(st.sampled_from(["", "son", "gp"]), value, max_size=3)


def feelings_of(value: float) -> dict[str, Feeling]:
    return {"": Feeling(value=value, written=str(value))}


def a_wait(time: str) -> Wait:
    return Wait(time=time_of(time))


@st.composite
def steps(draw: st.DrawFn, *, rated: bool = True) -> Step:
    maybe = st.none() | phrase(4)
    waited = draw(st.none() | st.integers(1, 40).map("{} weeks".format))
    return Step(
        action=draw(phrase(6)),
        need={"": need} if (need := draw(maybe)) else {},
        channel=draw(st.lists(phrase(2), max_size=2).map(tuple)),
        emotion=draw(feelings()) if rated else {},
        moment=draw(st.lists(st.sampled_from(list(Moment)), max_size=3, unique=True).map(tuple)),
        pains=tuple(Pain(text=text) for text in draw(st.lists(phrase(8), max_size=2))),
        opportunities=tuple(
            Opportunity(text=text) for text in draw(st.lists(phrase(8), max_size=2))
        ),
        wait=a_wait(waited) if waited else None,
        handoff=tuple(Handoff(to=who) for who in draw(st.lists(phrase(2), max_size=1))),
        leaks=tuple(Leak(to=to, share=0.08) for to in draw(st.lists(phrase(3), max_size=1))),
    )


@st.composite
def journeys(draw: st.DrawFn, most: int = 60) -> JourneyMap:
    """Any map of 1 to so many steps in 1 to 12 stages and some empty ones, in any language."""
    rated = draw(st.booleans())
    listed = draw(st.lists(steps(rated=rated), min_size=1, max_size=8))
    count = draw(st.integers(1, most))
    every = [listed[i % len(listed)] for i in range(count)]
    cuts = sorted(draw(st.sets(st.integers(1, count), max_size=11)))
    edges = [0, *cuts, count]
    groups = [tuple(every[first:last]) for first, last in pairwise(edges) if first < last]
    for at in draw(st.lists(st.integers(0, len(groups)), max_size=2)):
        groups.insert(at, ())
    stages = tuple(Stage(name=draw(st.none() | phrase(4)), steps=group) for group in groups)
    journey = Journey(
        title=draw(phrase(12)),
        language=draw(st.sampled_from(["en", "es", "pl", "de"])),
        persona=(draw(phrase(2)),),
        owner=draw(phrase(6)),
        stages=stages,
    )
    return JourneyMap(journey=journey, libraries={})


def plain(count: int, stages: int = 1) -> JourneyMap:
    """A map of so many ordinary steps."""
    every = [
        Step(
            action=f"Does thing number {i + 1}",
            need={"": "To know what comes next"},
            channel=("phone",),
            emotion={"": Feeling(value=(-1.5, 0.5, 1.5)[i % 3], written="so")},
            pains=(Pain(text="It takes far too long"),),
            opportunities=(Opportunity(text="Tell how long it takes"),) if i % 4 else (),
        )
        for i in range(count)
    ]
    size = -(-count // stages)
    groups = [every[i : i + size] for i in range(0, count, size)]
    return JourneyMap(
        journey=Journey(
            title="A plain map",
            persona=("Ann",),
            stages=tuple(
                Stage(name=f"Stage {i + 1}", steps=tuple(group)) for i, group in enumerate(groups)
            ),
        ),
        libraries={},
    )


def pages(
    journey_map: JourneyMap,
    size: Page = PAGES["16:9"],
    lanes: Rows = DEFAULT,
    theme: Theme = LIGHT,
    first: FirstPage = FirstPage.NEVER,
) -> tuple[Scene, ...]:
    """The map view without its overview, and without steps called out."""
    options = ViewOptions(size=size, lanes=lanes, theme=theme, leverage=False, first=first)
    return page.build(Analysis(journey_map=journey_map), options)
