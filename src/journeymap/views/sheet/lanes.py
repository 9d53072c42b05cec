"""The rows of the map, and which of them belong together."""

from collections.abc import Mapping
from enum import StrEnum

from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import ChoiceError
from journeymap.words.labels import label

Row = str
"""Key of a row of a picture: a lane, or what another view makes of one."""


class Lane(StrEnum):
    """A row of the map."""

    ACTION = "action"
    PEOPLE = "people"
    EMOTION = "emotion"
    THOUGHT = "thought"
    NEED = "need"
    EXPECTED = "expected"
    CHANNEL = "channel"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SYSTEMS = "systems"
    GAINS = "gains"
    PAINS = "pains"
    OPPORTUNITIES = "opportunities"
    METRICS = "metrics"
    QUESTIONS = "questions"
    EVIDENCE = "evidence"


LANES = (
    Lane.ACTION,
    Lane.EMOTION,
    Lane.NEED,
    Lane.CHANNEL,
    Lane.PAINS,
    Lane.OPPORTUNITIES,
)
"""The rows of the default map, from top to bottom."""
LABELS: Mapping[Lane, str] = {
    Lane.ACTION: "steps",
    Lane.PEOPLE: "people",
    Lane.EMOTION: "emotion",
    Lane.THOUGHT: "thoughts",
    Lane.NEED: "needs",
    Lane.EXPECTED: "expectations",
    Lane.CHANNEL: "channel",
    Lane.FRONTSTAGE: "frontstage",
    Lane.BACKSTAGE: "backstage",
    Lane.SYSTEMS: "systems",
    Lane.GAINS: "gains",
    Lane.PAINS: "pains",
    Lane.OPPORTUNITIES: "opportunities",
    Lane.METRICS: "metrics",
    Lane.QUESTIONS: "questions",
    Lane.EVIDENCE: "evidence",
}
"""Key of each lane's name among the labels."""
LEADS: frozenset[Row] = frozenset({Lane.ACTION, Lane.PAINS})
"""The rows that a map says in the larger type of headings: what happens, and what hurts."""
LINES: Mapping[Lane, str] = {
    Lane.FRONTSTAGE: "line-interaction",
    Lane.BACKSTAGE: "line-visibility",
}
"""Key of the words on the line above a lane: where people meet, and how far the persona sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Which rows a map shows.

    Attributes:
        lanes: the rows; their order is that of `Lane`.
        stay: whether they stay where they say nothing.
        roomy: whether empty cells are there to be written in.
    """

    lanes: tuple[Lane, ...]
    stay: bool = False
    roomy: bool = False


class Preset(StrEnum):
    """Rows that belong together.

    Attributes:
        BLUEPRINT: what is seen and what is not, with the lines of interaction and visibility.
        EXPERIENCE: of each activity need, channel, emotion, pains, ideas and metrics.
        WORKSHOP: roomy, with empty cells to write in.
        FULL: all rows.
    """

    BLUEPRINT = "blueprint"
    EXPERIENCE = "experience"
    WORKSHOP = "workshop"
    FULL = "full"


POSTER = Rows(
    lanes=(
        *LANES[:2],
        Lane.THOUGHT,
        *LANES[2:4],
        Lane.BACKSTAGE,
        Lane.GAINS,
        *LANES[4:],
        Lane.METRICS,
        Lane.EVIDENCE,
    )
)
"""The rows of a poster where nobody asks for others."""
DEFAULT = Rows(lanes=LANES)
"""The rows of the map where nobody asks for others."""
PRESETS: Mapping[Preset, Rows] = {
    Preset.BLUEPRINT: Rows(
        lanes=(
            Lane.ACTION,
            Lane.EMOTION,
            Lane.CHANNEL,
            Lane.FRONTSTAGE,
            Lane.BACKSTAGE,
            Lane.SYSTEMS,
        )
    ),
    Preset.EXPERIENCE: Rows(lanes=(*LANES, Lane.METRICS)),
    Preset.WORKSHOP: Rows(lanes=(*LANES, Lane.QUESTIONS), stay=True, roomy=True),
    Preset.FULL: Rows(lanes=tuple(Lane)),
}
"""The rows of each preset."""


def rows_of(text: str) -> Rows:
    """Returns rows in their order.

    Args:
        text: names of rows with commas between, or that of a preset.

    Raises:
        ChoiceError: there is no row of a name.
    """
    words = [word.strip().lower() for word in text.split(",") if word.strip()] or [text]
    if len(words) == 1 and words[0] in set(Preset):
        return PRESETS[Preset(words[0])]
    names = {label(key, "en").lower(): lane for lane, key in LABELS.items()} | {
        lane.value: lane for lane in Lane
    }
    for word in words:
        if word not in names:
            sets = ", ".join(Preset)
            raise ChoiceError(
                f"there is no row {word}; choose among {', '.join(Lane)}, or one of {sets}"
            )
    chosen = {names[word] for word in words}
    return Rows(lanes=tuple(lane for lane in Lane if lane in chosen), stay=True)
