"""Where pictures go: the names of their files, and writing them."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from journeymap.backends.formats import Format
from journeymap.cli.console import STDIN, fail
from journeymap.cli.workflow_commands import harmless
from journeymap.workspace.files import MapFile
from journeymap.workspace.paths import file_id


def refuse_collisions(maps: Sequence[MapFile], output: Path) -> None:
    """Ends the command where one picture would take the place of another."""
    if len(maps) > 1 and str(output) == STDIN:
        fail("several maps do not fit into one stream: name a folder with -o")
    names: dict[str, MapFile] = {}
    for file in maps:
        name = file_id(file.path)
        other = names.setdefault(name, file)
        if other is not file:
            fail(f"{other.shown} and {file.shown} would both be drawn as {name}; draw one by one")


def is_folder(output: Path) -> bool:
    """Tells whether an output names a folder, which need not be there yet."""
    return str(output) != STDIN and (output.is_dir() or output.suffix == "")


def targets(output: Path, file: MapFile, *, several: bool, form: Format, count: int) -> list[Path]:
    """Returns a path for each file of a map."""
    into_folder = several or is_folder(output)
    first = output / f"{file_id(file.path)}.{form}" if into_folder else output
    if count == 1:
        return [first]
    return [first.with_name(f"{first.stem}-{i}{first.suffix}") for i in range(1, count + 1)]


def to_stdout(files: Sequence[bytes]) -> None:
    """Writes a picture to standard output; ends the command where there are several."""
    if len(files) > 1:
        fail("the map takes several pages: name a file or folder with -o, or one page with --page")
    content = b"".join(files)
    with suppress(UnicodeDecodeError):  # a picture that is no text gives no commands
        content = harmless(content.decode()).encode()
    sys.stdout.buffer.write(content)
