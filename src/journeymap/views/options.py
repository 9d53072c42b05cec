"""What a picture is to look like, whatever it shows."""

from journeymap.analysis.quadrants import CrossHairs
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.choice import Choice, one_of
from journeymap.views.kit.layouter import Layouter
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.theme import LIGHT, PAGES, Page, Theme, theme_named
from journeymap.views.names import By, FirstPage, Layout, View
from journeymap.views.sheet.lanes import DEFAULT, Rows, rows_of


@dataclass(kw_only=True)  # frozen, mypy takes what a subclass reads for a text
class ViewOptions:
    """What a picture is to look like, whatever it shows; choices may be given as text.

    Attributes:
        view: what it shows.
        size: of a page: 16:9, 4:3, a4, a3, a0 (a poster), or width and height with a unit.
        theme: colours: light, dark, print, or those of a house.
        lanes: rows of a map, with commas between, or a set of rows.
        by: axes of the matrix.
        cross_hairs: where the quadrants of ratings meet: at their mean, or the scale's middle.
        against: another map of the same journey, to compare with.
        title: instead of the map's own, and of what a view says by itself.
        leverage: whether a map calls out the steps where pressure is highest.
        footnote: what is told at the foot of each page, such as whose the figures are.
        layout: who sets the steps of the flow on a page.
        layouter: lays out graphs for it; None where there is no program for that.
        first: whether the overview is the first page of a map.
        page: the one page to draw, from 1; 0 for all of them.
        whole: whether a poster is drawn on a single page or not at all.
    """

    view: Choice[View] = one_of(View.MAP)
    size: Choice[Page] = Choice(PAGES["16:9"], page_of)
    theme: Choice[Theme] = Choice(LIGHT, theme_named)
    lanes: Choice[Rows] = Choice(DEFAULT, rows_of)
    by: Choice[By] = one_of(By.RATINGS)
    cross_hairs: Choice[CrossHairs] = one_of(CrossHairs.MEAN)
    against: JourneyMap | None = None
    title: str = ""
    leverage: bool = True
    footnote: str = ""
    layout: Choice[Layout] = one_of(Layout.COLUMNS)
    layouter: Layouter | None = None
    first: Choice[FirstPage] = one_of(FirstPage.NEVER)
    page: int = 0
    whole: bool = False
