"""Runs the command line as a process of its own, on whatever it may be given."""

import os
import pty
import re
import resource
import subprocess
import sys
from pathlib import Path

from tests.cli.running import CommandLine, Done

BAD = "bad.journey.yaml"
GOOD = "journeymap: 1\ntitle: Good\nsteps: [Calls]\n"
LONG = 100_000
DEEP = 100_000
HANGS = 300
"""Seconds after which a command counts as hanging, on however busy a machine."""


def journeymap(
    *arguments: str,
    folder: Path,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
    most_bytes: int = resource.RLIM_INFINITY,
) -> Done:
    """Runs the command line in a process of its own, where no file may have more bytes.

    Nor has it any byte code written then: Python leaves it cut short for everybody behind.
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))

    process = subprocess.run(
        [sys.executable, "-m", "journeymap", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=HANGS,
        check=False,
        env={**os.environ, **kept_whole(most_bytes), **(env or {})},
        preexec_fn=limit,
    )
    done = Done(code=process.returncode, out=process.stdout.decode(), err=process.stderr.decode())
    assert_decent(done)
    return done


def kept_whole(most_bytes: int) -> dict[str, str]:
    """Variables under which a process writes no byte code, where files may not be whole."""
    return {} if most_bytes == resource.RLIM_INFINITY else {"PYTHONDONTWRITEBYTECODE": "1"}


def decently(cli: CommandLine, *arguments: str) -> Done:
    """Runs the command line in this process, which costs a tenth, and holds it to the same."""
    done = cli(*arguments)
    assert_decent(done)
    return done


def assert_decent(done: Done) -> None:
    """A command never shows its inside, and has an exit code that is documented."""
    said = done.out + done.err
    assert "Traceback" not in said
    assert "please report" not in said
    assert 'File "' not in said
    assert done.code in {0, 1, 2}
    if done.code == 2:
        assert one_line(done)


def one_line(done: Done) -> bool:
    """Tells whether all that was said is one line of what is wrong.

    Only a configuration that cannot be read has findings beside it, which say where.
    """
    if done.err.startswith("Usage: "):
        return done.out == ""
    silent = done.out == "" or ".journeymap.yaml cannot be read" in done.err
    return silent and re.fullmatch(r"error: [^\n]+\n", done.err) is not None


def put(folder: Path, content: str | bytes, name: str = BAD) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def assert_no_command_breaks(cli: CommandLine, path: str = BAD) -> None:
    """`show`, `render` and the other formats of `lint` are as decent, in this process."""
    assert_decent(cli("show", path))
    done = cli("render", path, "-o", "pictures")
    assert_decent(done)
    for picture in done.out.splitlines():
        assert (cli.folder / picture).stat().st_size
    for form in ("full", "json"):
        assert_decent(cli("lint", path, "--output-format", form))


def on_a_terminal(*arguments: str, folder: Path, env: dict[str, str] | None = None) -> str:
    """What stands on a terminal after a command."""
    main, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "journeymap", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=other,
        stderr=other,
        env={**os.environ, "TERM": "xterm", **(env or {})},
    ):
        os.close(other)
        seen = b""
        while True:
            try:
                seen += os.read(main, 65536)
            except OSError:  # the other end is closed
                break
    os.close(main)
    return seen.decode().replace("\r\n", "\n")
