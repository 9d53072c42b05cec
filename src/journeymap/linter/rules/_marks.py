"""How findings mark a figure that is assumed."""


def with_mark(figure: str, *, assumed: bool) -> str:
    """Returns a figure in words, marked where it rests on an assumption or on nothing."""
    return f"{figure} (assumed)" if assumed else figure
