"""What is drawn, how, for whom, and what comes of it."""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from journeymap.analysis.leverage import Weights
from journeymap.backends.formats import OutputOptions
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.choice import Choice, one_of
from journeymap.views.options import ViewOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeymap.linter.diagnostic import Diagnostic


class Audience(StrEnum):
    """For whom a picture is.

    Attributes:
        TEAM: everybody who works on the map.
        CLIENT: those who see neither backstage nor internal notes nor findings.
    """

    TEAM = "team"
    CLIENT = "client"


@dataclass(kw_only=True)  # frozen, mypy takes what a subclass reads for a text
class Drawing(ViewOptions, OutputOptions):
    """What a picture is to look like and how it is written, and what of a map is on it.

    Every choice may be given as text; one that there is not is a ChoiceError, which is a
    ValueError and names those that there are.

    Attributes:
        stages: stages to draw, by id or name; all of them by default.
        person: whose needs, thoughts and emotions to draw alone; everybody's by default.
        audience: for whom, team or client; clients see nothing that is internal.
        overview: whether a map begins with its overview: in formats that hold all pages always, in
            others where it takes several pages.
    """

    stages: tuple[str, ...] = ()
    person: str = ""
    audience: Choice[Audience] = one_of(Audience.TEAM)
    overview: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A map that is to be drawn, and what was found in it.

    Attributes:
        journey_map: the map.
        findings: what rules found in it, for formats with room for that.
        weights: how much each driver of leverage counts.
        against: another map of the same journey, unless the drawing names one to compare with.
    """

    journey_map: JourneyMap
    findings: "Sequence[Diagnostic]" = ()
    weights: Weights = field(default_factory=Weights)
    against: JourneyMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Maps as they were drawn.

    Attributes:
        files: the content of a file a page, or of one file where a format gathers pages; none for
            maps without steps.
        missing: characters that the drawing cannot show.
        left_out: maps that lack what the view is about, and what of the theme the format cannot
            show, in sentences.
    """

    files: tuple[bytes, ...]
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
