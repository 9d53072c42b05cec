"""All that stands in a picture's file, as text: drawn, told beside it, and about it."""

import io
import re
import zipfile
import zlib
from base64 import a85decode

from journeymap import Format


def text_of(content: bytes, form: Format) -> str:
    """All texts of a file."""
    if form is Format.PPTX:
        with zipfile.ZipFile(io.BytesIO(content)) as deck:
            return " ".join(deck.read(name).decode("utf-8", "replace") for name in deck.namelist())
    if form is Format.PDF:
        # Properties stand as they are, in Latin-1 or in UTF-16 with escapes.
        return f"{content.decode('latin-1')} {drawn_text(content)}".replace("\\000", "")
    return content.decode("utf-8", "replace")


def drawn_text(pdf: bytes) -> str:
    """The letters on the pages of a PDF."""
    objects = dict(re.findall(rb"(?s)\n(\d+) 0 obj(.*?)endobj", pdf))
    fonts = {
        name: _letters(objects, body)
        for body in objects.values()
        for name in re.findall(rb"/Name /(F\d\+\d)", body)
    }
    pages = b"\n".join(_stream(body) for body in objects.values() if b"/ASCII85Decode" in body)
    texts = re.findall(rb"(?s)/(F\d\+\d) [\d.]+ Tf.*?\((.*?)(?<!\\)\) Tj", pages)
    return "\n".join(
        "".join(fonts[font].get(code, "?") for code in _codes(text)) for font, text in texts
    )


def _letters(objects: dict[bytes, bytes], font: bytes) -> dict[int, str]:
    """What the codes of a font stand for."""
    found = re.search(rb"/ToUnicode (\d+)", font)
    assert found
    pairs = re.findall(rb"<(\w\w)> <(\w{4})>\n", _stream(objects[found[1]]))
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}


def _codes(text: bytes) -> bytes:
    def code(found: re.Match[bytes]) -> bytes:
        return bytes([int(found[1], 8)]) if found[1].isdigit() else found[1]

    return re.sub(rb"(?s)\\(\d{3}|.)", code, text)


def _stream(body: bytes) -> bytes:
    """What an object holds, unpacked."""
    content = body.partition(b"stream")[2].lstrip(b"\r\n").rpartition(b"endstream")[0]
    if b"/ASCII85Decode" in body:
        content = a85decode(content.strip().removesuffix(b"~>"))
    return zlib.decompressobj().decompress(content)
