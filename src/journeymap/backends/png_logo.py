"""The logo of a house on a PNG, which the bundled engine draws without pictures."""

import io

from journeymap.views.kit.scene import Logo

_INCH = 72.0


def can_paste() -> bool:
    """Tells whether the library that reads pixels is installed."""
    try:
        from PIL import Image
    except ImportError:
        return False
    return bool(Image)


def paste(drawn: bytes, logo: Logo, dpi: int) -> bytes:
    """Returns a PNG with a logo on it.

    Args:
        drawn: a PNG.
        logo: what to put on it.
        dpi: dots per inch of the PNG.
    """
    from PIL import Image

    scale = dpi / _INCH
    size = (max(1, round(logo.width * scale)), max(1, round(logo.height * scale)))
    with Image.open(io.BytesIO(drawn)) as page, Image.open(io.BytesIO(logo.content)) as picture:
        whole = page.convert("RGBA")
        small = picture.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
        whole.alpha_composite(small, (round(logo.x * scale), round(logo.y * scale)))
        out = io.BytesIO()
        whole.convert("RGB").save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
