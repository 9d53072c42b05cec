"""Images on a PNG: the bundled engine draws without any."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeymap.backends import decoding
from journeymap.views.kit.scene import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_INCH = 72.0
_FINE = 4
"""So many times as large is the mask of a round image, so that its edge is smooth."""


def can_paste() -> bool:
    """Tells whether the library that reads pixels is installed."""
    try:
        from PIL import Image
    except ImportError:
        return False
    return bool(Image)


def paste(drawn: bytes, images: Sequence[Image], dpi: int) -> bytes:
    """Returns a PNG with images on it.

    Args:
        drawn: a PNG.
        images: what to put on it.
        dpi: dots per inch of the PNG.

    Raises:
        PictureError: an image cannot be decoded.
    """
    from PIL import Image as Reader

    scale = dpi / _INCH
    with Reader.open(io.BytesIO(drawn)) as page:
        whole = page.convert("RGBA")
    for image in images:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        with decoding.told(image), Reader.open(io.BytesIO(image.content)) as picture:
            small = _fitted(picture.convert("RGBA"), size, is_round=image.is_round)
        whole.alpha_composite(small, (round(image.x * scale), round(image.y * scale)))
    out = io.BytesIO()
    whole.convert("RGB").save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def _fitted(picture: "Pixels", size: tuple[int, int], *, is_round: bool) -> "Pixels":
    """Returns a picture of a size; a round one keeps its shape, and what stands out is cut off."""
    from PIL import Image as Reader
    from PIL import ImageChops, ImageDraw, ImageOps

    if not is_round:
        return picture.resize(size, Reader.Resampling.LANCZOS)
    small = ImageOps.fit(picture, size, Reader.Resampling.LANCZOS)
    large = (size[0] * _FINE, size[1] * _FINE)
    mask = Reader.new("L", large, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, large[0] - 1, large[1] - 1), fill=255)
    mask = mask.resize(size, Reader.Resampling.LANCZOS)
    small.putalpha(ImageChops.multiply(small.getchannel("A"), mask))
    return small
