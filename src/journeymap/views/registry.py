"""Every view by name: what draws it, and how large."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.views.errors import NoSuchPageError, PageTooSmallError, TooManyStepsError
from journeymap.views.kit import footnote
from journeymap.views.kit.enlarge import enlarged
from journeymap.views.kit.page_sizes import is_sheet
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import PAGES, Page
from journeymap.views.names import By, FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.lanes import DEFAULT, PRESETS

MOST_STEPS = 1_000
"""So many steps a picture shows: more are over a hundred pages, which nobody reads."""
_SMALLER = tuple(i / 40 for i in range(39, 29, -1))
"""What a sheet is drawn smaller by, the largest first, where it then is a single page: 10 points
become 7.5 at least, which are read on paper in the hand."""
_LEGIBLE = 0.7
"""What type of posters on several pages may be smaller by, to be on fewer of them."""
_STEP = 2**0.25
"""From one enlargement that is tried to the next."""


def draw(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a view of a map.

    A page larger than a sheet (A3) is read from afar: it is laid out small and enlarged, with type
    as large as holds everything on one page.

    Args:
        analysis: the map, and what is computed from it.
        options: what to show, and what it is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        NothingToShowError: the map lacks what the view is about.
        PageTooSmallError: the page is too small.
        NoSuchPageError: it has not so many pages.
        TooManyStepsError: it has more steps than a picture shows.
    """
    for journey_map in filter(None, (analysis.journey_map, options.against)):
        _refuse_many(journey_map)
    scenes = _all(analysis, options)
    if scenes and options.page > len(scenes):
        raise NoSuchPageError(_no_page(options.page, len(scenes)))
    return scenes[options.page - 1 : options.page] if options.page else scenes


def _refuse_many(journey_map: JourneyMap) -> None:
    """Refuses a map whose pages would be laid out for minutes."""
    count = len(journey_map.steps)
    if count > MOST_STEPS:
        parts = "its stages" if journey_map.stages[1:] else "stages that you give it"
        raise TooManyStepsError(
            f"the map has {count:,} steps, and a picture shows {MOST_STEPS:,} at most: "
            f"draw {parts} with --stage"
        )


def _no_page(page: int, count: int) -> str:
    pages = "1 page" if count == 1 else f"{count} pages"
    return f"there is no page {page}: the picture has {pages}"


def _all(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws all pages of a view, large ones enlarged; posters have no overview before them."""
    scenes: tuple[Scene, ...] = ()
    whole = options.size
    if options.view is View.MAP and is_sheet(whole):
        return _poster(analysis, replace(options, first=FirstPage.NEVER))
    if next(_factors(whole)) > 1:
        options = replace(options, first=FirstPage.NEVER)
    for factor in _factors(whole):
        scenes = build(analysis, replace(options, size=_shrunk(whole, factor)))
        if len(scenes) <= 1 or factor == 1:
            return tuple(enlarged(scene, factor) for scene in scenes)
    return scenes


def _poster(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a map as a poster: on one page with type as large as holds it, else on several."""
    factors = list(_factors(options.size))
    for factor in factors:
        if scenes := _on_one_page(analysis, options, factor):
            return scenes
    if len(factors) == 1 and (scenes := _largest_of(_SMALLER, analysis, options)):
        return scenes
    large = [factor for factor in factors if factor >= _LEGIBLE * factors[0]]
    tried = [(build(analysis, replace(options, size=_shrunk(options.size, f))), f) for f in large]
    several, factor = min(tried, key=lambda pages: len(pages[0]))
    return tuple(enlarged(scene, factor) for scene in several)


def _on_one_page(analysis: Analysis, options: ViewOptions, factor: float) -> tuple[Scene, ...]:
    """Draws a poster enlarged by a factor on one page; nothing where it has no room there."""
    page = options.size
    scenes = build(analysis, replace(options, size=_shrunk(page, factor), whole=True))
    whole = (enlarged(scene, factor) for scene in scenes)
    return tuple(replace(scene, width=page.width, height=page.height) for scene in whole)


def _largest_of(
    factors: Sequence[float], analysis: Analysis, options: ViewOptions
) -> tuple[Scene, ...]:
    """Draws a poster with the largest of ever smaller factors that has room on one page.

    What has room with a factor has room with all smaller ones, so that half of them are left out
    at every try.
    """
    found: tuple[Scene, ...] = ()
    first, stop = 0, len(factors)
    while first < stop:
        at = (first + stop) // 2
        if scenes := _on_one_page(analysis, options, factors[at]):
            found, stop = scenes, at
        else:
            first = at + 1
    return found


def _shrunk(page: Page, factor: float) -> Page:
    return replace(page, width=page.width / factor, height=page.height / factor)


def _factors(page: Page) -> Iterator[float]:
    """Yields enlargements to try, largest first: down from a sheet's size to the page's own."""
    sheet = PAGES["a3"]
    factor = min(page.width / sheet.width, page.height / sheet.height)
    while factor > _STEP:
        yield factor
        factor /= _STEP
    yield 1.0


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a view at the size of its page; what draws it is imported when it is asked for.

    Args:
        analysis: the map, and what is computed from it.
        options: what to show, and what it is to look like.

    Returns:
        One scene a page, with a name of its own; none for a map without steps.

    Raises:
        NothingToShowError: the map lacks what the view is about.
        PageTooSmallError: the page is too small.
    """
    view = import_module(f"journeymap.views.{options.view}.page")
    with_room, noted = footnote.of(options.footnote, options.size, options.theme)
    roomy = replace(options, size=with_room)
    scenes: tuple[Scene, ...] = view.build(analysis, roomy)
    if options.view is View.MAP and scenes:
        scenes = _after_overview(analysis, roomy, scenes)
    name = "-".join((analysis.journey_map.id, options.view, *_choices(options)))
    return tuple(replace(noted(each), name=f"{name}-{i}") for i, each in enumerate(scenes, 1))


def _after_overview(
    analysis: Analysis, options: ViewOptions, scenes: tuple[Scene, ...]
) -> tuple[Scene, ...]:
    """Returns the pages of a map behind its overview, where one stands before them."""
    from journeymap.views.map.page import build as build_map
    from journeymap.views.map.page import has_first_page
    from journeymap.views.overview.page import build as build_overview

    if not has_first_page(options, len(scenes)):
        return scenes
    try:
        return (*build_overview(analysis, options), *scenes)
    except PageTooSmallError:  # the pages of detail may have room all the same
        return build_map(analysis, replace(options, first=FirstPage.NEVER))


def _choices(options: ViewOptions) -> Iterator[str]:
    """Yields what tells a picture of a map from others of the same view, in words for ids."""
    if options.view is View.MATRIX and options.by is not By.RATINGS:
        yield options.by
    if options.view is View.MAP and options.lanes != DEFAULT:
        preset = next((each for each, rows in PRESETS.items() if rows == options.lanes), None)
        yield preset or ".".join(options.lanes.lanes)
    if options.view is View.COMPARE and options.against:
        yield options.against.id
