"""The views by name, apart from their builders, which take long to import."""

from enum import StrEnum


class View(StrEnum):
    """What a picture shows.

    Attributes:
        MAP: stages over steps over lanes, with the emotion curve.
        OVERVIEW: the whole journey on one slide, with what is most worth saying of it.
        FOCUS: the emotion curve with the steps called out where pressure is highest.
        FLOW: steps as a graph in their stages, with the shares of those who go each way.
        STAKEHOLDERS: people over steps: who needs and feels what, and who hands to whom.
        CYCLE: the stages as a ring, with how complete and how good each one is.
        LADDER: the value chain as a staircase, with the steps on each stair.
        PERSONA: cards of those whose journey it is, with what the map says of them.
        MATRIX: steps by importance and perception, or ideas by impact and effort.
        COMPARE: two maps of one journey as two curves over one grid, and what changes.
    """

    MAP = "map"
    OVERVIEW = "overview"
    FOCUS = "focus"
    FLOW = "flow"
    STAKEHOLDERS = "stakeholders"
    CYCLE = "cycle"
    LADDER = "ladder"
    PERSONA = "persona"
    MATRIX = "matrix"
    COMPARE = "compare"


class Layout(StrEnum):
    """Who sets the steps of the flow on a page.

    Attributes:
        COLUMNS: columns of stages; `dot` where ways would lie on each other in any columns.
        DOT: `dot` of Graphviz, in layers from left to right.
    """

    COLUMNS = "columns"
    DOT = "dot"


class FirstPage(StrEnum):
    """Whether the overview is the first page of a map.

    Attributes:
        NEVER: it is not.
        LONG: it is where the map takes several pages.
        ALWAYS: it is.
    """

    NEVER = "never"
    LONG = "long"
    ALWAYS = "always"


class By(StrEnum):
    """What the axes of the matrix are.

    Attributes:
        RATINGS: how much steps matter, and how they are perceived.
        IDEAS: what ideas would bring, and what they take.
    """

    RATINGS = "importance-perceived"
    IDEAS = "impact-effort"
