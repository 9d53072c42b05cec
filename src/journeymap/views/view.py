"""The views by name, apart from their builders, which take long to import."""

from enum import StrEnum


class View(StrEnum):
    """What a picture shows.

    Attributes:
        MAP: stages over steps over lanes, with the emotion curve.
    """

    MAP = "map"
