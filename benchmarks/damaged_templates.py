"""What becomes of damaged PowerPoint templates: each is to end in one clear line, or to serve.

    python -m benchmarks.damaged_templates [--times 885]

A small template is damaged in seeded ways: bytes changed, cut off or taken out of the archive, and
bytes, tags and attributes of one of its parts changed before it is packed again.
"""

import argparse
import io
import random
import re
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import pptx as library

from journeymap.backends import pptx
from journeymap.backends.formats import Chapter
from journeymap.views.errors import ChoiceError, TemplateError
from journeymap.views.kit.scene import Scene

SEED = 17
_TAG = re.compile(rb"<[^<>]+>")
_VALUE = re.compile(rb'"[^"]*"')
_VALUES = (b'"0"', b'"-1"', b'"99999999999"', b'"x"', b'""')


def template() -> bytes:
    """Return a small template with a slide."""
    deck = library.Presentation()
    deck.slides.add_slide(deck.slide_layouts[0])
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _bytes(content: bytes, chance: random.Random) -> bytes:
    """Return bytes of which some are changed, taken out, or missing from somewhere on."""
    at = chance.randrange(len(content))
    match chance.randrange(3):
        case 0:
            return content[:at] + chance.randbytes(8) + content[at + 8 :]
        case 1:
            return content[:at] + content[at + chance.randrange(1, 200) :]
        case _:
            return content[:at]


def _xml(content: bytes, chance: random.Random) -> bytes:
    """Return XML in which a tag is gone, or a value is another one."""
    pattern = chance.choice((_TAG, _VALUE))
    places = list(pattern.finditer(content))
    if not places:
        return _bytes(content, chance)
    place = chance.choice(places)
    new = b"" if pattern is _TAG else chance.choice(_VALUES)
    return content[: place.start()] + new + content[place.end() :]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a template that is damaged in one place."""
    if chance.random() < 0.3:  # noqa: PLR2004 - how many are damaged as a whole
        return _bytes(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    match chance.randrange(4):
        case 0:
            del parts[name]
        case 1:
            parts[name] = _bytes(parts[name], chance) if parts[name] else b"x"
        case _:
            parts[name] = _xml(parts[name], chance) if parts[name] else b"x"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, part in parts.items():
            archive.writestr(each, part)
    return out.getvalue()


def outcome(content: bytes, folder: Path) -> str:
    """Return what becomes of a template: `serves`, `told`, or the name of what escapes."""
    path = folder / "house.pptx"
    path.write_bytes(content)
    scene = Scene(
        width=720, height=540, background="#ffffff", title="T", description="D", boxes=(), marks=()
    )
    chapter = Chapter(title="T", scenes=(scene,), notes=("A note",), language="en")
    try:
        pptx.page_of(path)
        pptx.write([chapter], path)
    except (TemplateError, ChoiceError) as told:
        return "told" if str(told) and "\n" not in str(told) else "told in several lines"
    except Exception as escaped:  # noqa: BLE001 - this is what is counted
        return type(escaped).__name__
    return "serves"


def main() -> None:
    """Print how often each thing happened."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=885)
    given = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 - the same damage in every run
    whole = template()
    with tempfile.TemporaryDirectory() as folder:
        found = Counter(outcome(damaged(whole, chance), Path(folder)) for _ in range(given.times))
    for name, count in found.most_common():
        print(f"{count:5} {name}")


if __name__ == "__main__":
    main()
