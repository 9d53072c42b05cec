"""What a persona looks like: her picture in a disc, or her initials."""

from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.people import Persona
from journeymap.views.kit import scripts
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Image, Marker, Point, Shape

_FIGURES = 0.41
"""Size of initials, as a share of the disc."""
_MIDDLE = 0.545
"""From the top of a line of capitals to their middle, as a share of their size."""
_OPENING = "\"'(¿¡„“«"


def picture_of(journey_map: JourneyMap, who: Defined[Persona]) -> bytes:
    """Returns the picture of a persona, a PNG or a JPEG; nothing where none is to be shown."""
    portrait = who.item.picture
    return journey_map.pictures.get((who.library, portrait.file), b"") if portrait else b""


def initials(name: str) -> str:
    """Returns the first letters of the first two words of a name before a comma, in capitals."""
    words = (word.lstrip(_OPENING) for word in name.partition(",")[0].split())
    letters = [scripts.clusters(word)[0].upper() for word in words if word[:1].isalpha()]
    return "".join(letters[:2])


def draw_disc(  # noqa: PLR0913 - a disc and what is in it
    canvas: Canvas, at: Point, size: float, *, name: str, picture: bytes = b"", colour: str = ""
) -> None:
    """Draws the picture of somebody in a disc, or the initials where there is none.

    Args:
        canvas: where it is drawn.
        at: its centre.
        size: its diameter.
        name: whose it is.
        picture: a PNG or a JPEG; empty where there is none.
        colour: of the disc below initials, where it is not that of words that stand back.
    """
    x, y = at
    fill = colour or canvas.theme.muted
    # Below a picture the disc is a little smaller, so that none of it stands out.
    below = size - 1 if picture else size
    canvas.draw(Marker(shape=Shape.CIRCLE, x=x, y=y, size=below, fill=fill, tooltip=name))
    if picture:
        half = size / 2
        canvas.show(Image(x=x - half, y=y - half, width=size, height=size, content=picture,
                          words=name, is_round=True))  # fmt: skip
        return
    figures = _FIGURES * size
    style = Style(size=figures, colour=canvas.theme.page, bold=True, anchor=Anchor.MIDDLE)
    canvas.write([initials(name)], x, y - _MIDDLE * figures, style)
