"""What libraries that decode pictures raise, as an error for whoever drew."""

from collections.abc import Iterator
from contextlib import contextmanager

from journeymap.views.errors import PictureError
from journeymap.views.kit.scene import Image


@contextmanager
def told(image: Image) -> Iterator[None]:
    """Decodes a picture: what is inside may raise whatever damaged pixels make it meet.

    Raises:
        PictureError: it did.
    """
    try:
        yield
    except Exception:  # noqa: BLE001 - as templates do, pictures come from elsewhere
        what = f"the picture of {image.words}" if image.words else "the logo"
        raise PictureError(f"{what} cannot be decoded: save it again, as PNG") from None
