"""Ratings as people write them, of how many, in stars or words: what a field could take."""

from journeymap.model.spoken_levels import level_help
from journeymap.quick_pattern import pattern

_OF = pattern(r"(?P<value>\d+(?:\.\d+)?)\s*(?:/|of|out of|de|na|z|from)\s*(?P<most>\d+)")
_RANGE = pattern(r"(\d+(?:\.\d+)?)\s*[-–—]\s*(\d+(?:\.\d+)?)")
_ABOUT = pattern(r"[~≈]?\s*(?P<value>\d+(?:\.\d+)?)\s*(?:[(–—-].*)?")
_STARS = pattern(r"(?P<full>[★⭐]+)(?P<empty>☆*)")


def is_rating(text: str) -> bool:
    """Tells whether a text is a rating of so many, such as 4/5 or stars, and nothing else."""
    bare = text.strip().casefold().replace("\ufe0f", "")
    of = _OF.fullmatch(bare)
    return bool(of and float(of["value"]) <= float(of["most"])) or bool(_STARS.fullmatch(bare))


def rating_help(text: str, bounds: tuple[float, float]) -> tuple[str, str]:
    """Returns what to write instead of a rating that is no number, and the number if it is sure.

    Args:
        text: what stands there.
        bounds: the lowest and highest rating.
    """
    low, high = bounds
    bare = text.strip().casefold().replace("\ufe0f", "")
    if of := _OF.fullmatch(bare):
        return _of_many(of["value"], of["most"], bounds)
    stars, ends, about = _STARS.fullmatch(bare), _RANGE.fullmatch(bare), _ABOUT.fullmatch(bare)
    if stars and low <= len(stars["full"]) <= high:
        count = len(stars["full"])
        is_sure = count + len(stars["empty"]) == high
        return f"write {count}, the number of stars", str(count) if is_sure else ""
    middle = (float(ends[1]) + float(ends[2])) / 2 if ends else low - 1
    if low <= middle <= high:
        return f"write one number, such as {middle:g} in the middle", ""
    if about and low <= float(about["value"]) <= high:
        return f"write {about['value']} alone, and the rest behind a # or in note:", ""
    if any(map(str.isalpha, bare)):
        scale = f"{low:g} (lowest) to {high:g} (highest)"
        level = level_help(bare, low, high)
        help_ = f"write a number from {scale} in the place of the word"
        return f"{help_}; {level}" if level else help_, ""
    return f"write a number from {low:g} to {high:g}", ""


def _of_many(value: str, most: str, bounds: tuple[float, float]) -> tuple[str, str]:
    """Returns what to write instead of 4/5: the number, where that is the map's scale."""
    low, high = bounds
    if float(most) == high and low <= float(value) <= high:
        return f"write {value}, as the scale is {low:g} to {high:g}", value
    scale = f"scales: {{rating: 1-{most}}} at the top of the map"
    return f"write a number from {low:g} to {high:g}; or {value}, and {scale}", ""
