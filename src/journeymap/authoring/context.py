"""What a rule may look at beside the part of the map that it visits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.authoring.options import N, Option
from journeymap.findings import Finding
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.config import Configuration
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.outlines import Neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may look at beside the part of the map that it visits.

    Attributes:
        file: the file at hand.
        journey_map: the journey in it, with its libraries.
        analysis: what is computed from it.
        workspace: all files of the run.
        today: the day that counts as today.
        options: the values of the rule's options, by name.
        subsumed: what the rules found that the rule subsumes, anywhere in the file.
        users: returns what the rule notes of each map of the run that uses the library at hand.
    """

    file: MapFile
    journey_map: JourneyMap
    analysis: Analysis
    workspace: Workspace
    today: date
    options: Mapping[str, float] = field(default_factory=dict)
    subsumed: tuple[Finding, ...] = ()
    users: Callable[[], Sequence[Any]] = tuple

    @property
    def neighbours(self) -> Neighbours:
        """What is known of the other maps of the run."""
        return self.workspace.outlines.neighbours(self.file.path)

    @property
    def configuration(self) -> Configuration:
        """What the repository changes about the tool."""
        return self.file.configuration

    def option(self, option: Option[N]) -> N:
        """Returns what an option of the rule is set to.

        Raises:
            KeyError: the rule does not declare it.
        """
        return option.read(self.options[option.name])
