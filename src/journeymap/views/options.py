"""What a picture is to look like, whatever it shows."""

from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.theme import LIGHT, PAGES, Page, Theme
from journeymap.views.names import By
from journeymap.views.sheet.lanes import DEFAULT, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """What a picture is to look like, whatever it shows.

    Attributes:
        page: size of a page.
        theme: colours.
        rows: rows of a map.
        by: axes of the matrix.
        against: another map of the same journey, to compare with.
        leverage: whether a map calls out its leverage points.
    """

    page: Page = PAGES["16:9"]
    theme: Theme = LIGHT
    rows: Rows = DEFAULT
    by: By = By.RATINGS
    against: JourneyMap | None = None
    leverage: bool = True
