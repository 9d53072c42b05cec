"""The desired counterpart of a map, and what it changes."""

from journeymap.authoring import Analysis, Context, MapFile, Need, listed
from journeymap.compare.change import Change, Measure, changes
from journeymap.quick_dataclass import dataclass

WORDS = {
    Measure.EMOTION: "the emotion",
    Measure.PERCEIVED: "the rating",
    Measure.LOSS: "the share that leaves",
    Measure.WAIT: "the wait",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A desired map beside the current one.

    Attributes:
        file: the desired map.
        changes: what becomes of each step that both maps have.
    """

    file: MapFile
    changes: tuple[Change, ...]


def counterpart(context: Context) -> Counterpart | None:
    """Returns the desired counterpart of the map; None where it names none that can be read."""
    file, desired = _desired(context), desired_analysis(context)
    if file is None or desired is None:
        return None
    return Counterpart(file=file, changes=changes(context.analysis, desired))


def desired_analysis(context: Context) -> Analysis | None:
    """Returns what is computed from the desired counterpart; None where there is none to read."""
    file = _desired(context)
    return Analysis(journey_map=file.journey_map) if file and file.journey_map else None


def _desired(context: Context) -> MapFile | None:
    for link in context.file.links:
        file = context.workspace.files.get(link.target) if link.target else None
        if link.route == ("desired",) and file and file.journey_map:
            return file
    return None


def in_words(measures: tuple[Measure, ...]) -> str:
    """Returns what is better or worse: "the emotion and the wait"."""
    return listed([WORDS[measure] for measure in measures])


DESIRED = Need(
    what="a desired counterpart",
    is_there=lambda context: any(link.route == ("desired",) for link in context.file.links),
)
"""What rules about a pair of maps read."""
