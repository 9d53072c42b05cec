"""Runs commands in repositories of their own, as usual or under a fault, and compares the two."""

import itertools
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "hotel-stay.journey.yaml"
PAGE = 4096
"""Bytes that a disk gives a file at a time."""
LIMIT = 300
"""Seconds after which a command counts as hanging, on however busy a machine."""
INTERRUPTED, FAILED = 130, 2
_BEGIN = """
import os, signal, sys
# whoever starts this in the background may ignore it for all that they start
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
AT_ONCE = f"""{_BEGIN}
from journeymap import __main__ as program
def begin(stream=int(sys.argv.pop(1)), real=program._run):
    os.write(stream, b".")
    return real()
program._run = begin
"""
"""Says when the command line begins; before, while Python finds it, Python answers Ctrl-C."""
AT_CALL = f"""{_BEGIN}
CALLS = {{"open", "os.mkdir", "os.rmdir", "os.link", "os.rename", "os.remove", "os.chown",
         "os.chmod", "os.truncate"}}
left = int(sys.argv.pop(1))
def count(event, arguments):
    global left
    if event not in CALLS or str(arguments[0]).startswith("/dev/"):
        return
    if event == "open" and not arguments[2] & (os.O_WRONLY | os.O_RDWR):
        return
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(count)
"""
"""Interrupts itself at one of the calls to the system by which it writes."""
_MAIN = "from journeymap.__main__ import main\nmain()\n"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that is tried.

    Attributes:
        name: what the table calls it.
        line: what is typed.
        stdin: the file that it reads as standard input; empty where it reads none.
        writes: whether it writes files.
    """

    name: str
    line: str
    stdin: str = ""
    writes: bool = False

    @property
    def arguments(self) -> list[str]:
        """What is typed, word by word."""
        return self.line.split()


def _render(form: str, output: str = "", more: str = "") -> Command:
    output = output or f"old.{form}"
    line = f"render clinic.journey.yaml --size a0 {more}--format {form} -o {output}"
    return Command(name=f"render {form}{' ' if more else ''}{more}".strip(), line=line, writes=True)


COMMANDS = (
    Command(name="lint", line="lint ."),
    Command(name="lint -", line="lint - --output-format json", stdin="clinic.journey.yaml"),
    Command(name="lint --since", line="lint . --since HEAD --output-format md"),
    Command(name="lint --fix", line="lint slips.journey.yaml --fix", writes=True),
    Command(name="lint --fix, hard link", line="lint twin.journey.yaml --fix", writes=True),
    Command(
        name="lint --add-ignores", line="lint clinic.journey.yaml --add-ignores agreed", writes=True
    ),
    Command(name="lint --write-baseline", line="lint . --write-baseline old.json", writes=True),
    Command(
        name="lint, two reports",
        writes=True,
        line="lint . --output-format sarif=new/a.sarif --output-format json=old.json",
    ),
    *(_render(form) for form in ("svg", "png", "pdf", "pptx", "html", "md", "dot")),
    Command(
        name="render into a folder", line="render clinic.journey.yaml -o new/pictures", writes=True
    ),
    Command(name="render -o -", line="render clinic.journey.yaml --size a0 -o -"),
    Command(name="show", line="show clinic.journey.yaml"),
    Command(name="leverage", line="leverage clinic.journey.yaml --format csv"),
    Command(name="new", line="new new/maps/ward --template care-pathway", writes=True),
    Command(name="init", line="init --yes", writes=True),
    Command(
        name="rename", line="rename hotel hotel-at-the-river --map clinic.journey.yaml", writes=True
    ),
    Command(name="merge", line="merge clinic.journey.yaml clinic.journey.yaml clinic.journey.yaml"),
    Command(name="diff", line="diff HEAD clinic.journey.yaml --format md"),
    Command(name="atlas", line="atlas --format csv"),
    Command(name="log", line="log clinic.journey.yaml --format csv"),
    Command(name="impact", line="impact --channel in-person"),
    Command(name="rule", line="rule"),
    Command(name="schema", line="schema"),
    Command(name="cache", line="cache dir"),
    Command(name="--version", line="--version"),
)


STEPWISE = frozenset({".gitattributes", ".git/config"})
"""Files that `init` adds to line by line, each time in one step."""


def is_on_the_way(name: str, now: Files, before: Files, end: Files) -> bool:
    """Tells whether a file has some of the lines that it gets, and all that it had."""
    text = now.get(name, b"")
    has_all = text.startswith(before.get(name, b""))
    will = end.get(name, b"").startswith(text)
    return name in STEPWISE and has_all and will and text.endswith(b"\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run has left."""

    code: int
    out: bytes
    err: bytes
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A run under a fault, beside what there was and what the command does as a rule.

    Attributes:
        before: the files that there were.
        usual: the run without a fault.
        done: the run with it.
        code: the exit code of a run that the fault ends.
        must: whether the fault must end it; None where that depends.
        silent: whether nothing can be told.
    """

    before: Files
    usual: Done
    done: Done
    code: int
    must: bool | None = None
    silent: bool = False

    @property
    def harmed(self) -> list[str]:
        """The files that are neither as they were nor as they should become."""
        now, old, new = self.done.files, self.before, self.usual.files
        return [
            name
            for name in sorted({*now, *old, *new})
            if now.get(name) not in {old.get(name), new.get(name)}
            and not is_on_the_way(name, now, old, new)
        ]

    @property
    def added(self) -> list[bytes]:
        """The lines that the fault has added to what is told."""
        usual = self.usual.err.splitlines()
        return [line for line in self.done.err.splitlines() if line not in usual]

    def problems(self) -> Iterator[str]:
        """Walks what is wrong."""
        yield from (f"{name} is lost, half or left over" for name in self.harmed)
        ended = self.done.code == self.code and self.code != self.usual.code
        if not ended and self.done.code != self.usual.code:
            yield f"exit code {self.done.code}"
        if self.must is not None and ended != self.must:
            fault = "a fault that ends a run" if self.must else "a fault that ends none"
            yield f"exit code {self.done.code} after {fault}"
        if not self.usual.out.startswith(self.done.out):
            yield "something else is printed"
        if len(self.added) != (ended and not self.silent):
            yield f"told: {self.added}"
        if not ended and not self.silent and self.done.files != self.usual.files:
            yield "it says that all went well, and did not write all"


def files(folder: Path) -> Files:
    """Returns all files below a folder, those of git too; links by where they lead."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_dir() and any(path.iterdir()):
            continue
        name = path.relative_to(folder).as_posix()
        # git writes down itself what it has looked at: the index has to be there, and no lock
        found[name] = b"" if path.is_dir() or name == ".git/index" else path.read_bytes()
    return found


def repository(folder: Path) -> Path:
    """Fills a folder with what the commands read, and with old files that they write."""
    folder.mkdir(parents=True, exist_ok=True)
    slips = "titel: Slips\nsteps: [Calls, Waits]\n"
    shutil.copy(EXAMPLE, folder / "clinic.journey.yaml")
    (folder / "slips.journey.yaml").write_text(slips, encoding="utf-8")
    twin = f"id: twin\n{slips}".ljust(PAGE, "#")  # which grows beyond a page
    (folder / "twin.journey.yaml").write_text(twin, encoding="utf-8")
    (folder / "link.txt").hardlink_to(folder / "twin.journey.yaml")
    for form in ("svg", "png", "pdf", "pptx", "md", "json"):
        (folder / f"old.{form}").write_bytes(b"old")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(folder)]
    for step in (["init", "-q", "--template="], ["add", "slips.journey.yaml"], ["commit", "-qm1"]):
        subprocess.run([*git, *step], check=True)
    return folder


def environment() -> dict[str, str]:
    """Returns what processes are told: our own code, and to leave no byte code behind."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def run(
    command: Command,
    folder: Path,
    script: str = "",
    *,
    number: int = 0,
    most: int = resource.RLIM_INFINITY,
) -> Done:
    """Runs a command to its end, after a script that is given a number."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    before = [str(number)] if script else []
    with Path(folder / command.stdin if command.stdin else os.devnull).open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-c", script + _MAIN, *before, *command.arguments],
            cwd=folder,
            stdin=stdin,
            capture_output=True,
            timeout=LIMIT,
            check=False,
            env=environment(),
            preexec_fn=limit,
        )
    return Done(code=done.returncode, out=done.stdout, err=done.stderr, files=files(folder))


def after(command: Command, folder: Path, seconds: float) -> Done:
    """Runs a command, and interrupts it and what it has started after its first line and a wait."""
    reading, writing = os.pipe()
    with (
        Path(folder / command.stdin if command.stdin else os.devnull).open("rb") as stdin,
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE + _MAIN, str(writing), *command.arguments],
            cwd=folder,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            pass_fds=[writing],
            start_new_session=True,
        ) as process,
    ):
        os.close(writing)
        os.read(reading, 1)
        os.close(reading)
        # what it prints is less than a pipe holds, but for some pictures: those wait to be read
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=seconds)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=LIMIT)
    return Done(code=process.returncode, out=out or b"", err=err or b"", files=files(folder))


def streamed(command: Command, folder: Path, streams: str, code: Path) -> Done:
    """Runs a command in a shell, its streams as somebody types them."""
    program = f"{{ '{sys.executable}' -m journeymap {command.line}; echo $? >'{code}'; }}"
    stdin = f"<{command.stdin or os.devnull}"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{program} {stdin} {streams}"],
        cwd=folder,
        capture_output=True,
        timeout=LIMIT,
        check=False,
        env=environment(),
    )
    told = int(code.read_text(encoding="utf-8"))
    return Done(code=told, out=done.stdout, err=done.stderr, files=files(folder))


class Places:
    """Fresh repositories, one after the other, and what commands do in them as a rule."""

    def __init__(self, folder: Path) -> None:
        """Makes the repository that all others are copies of."""
        self._folder, self._numbers = folder, itertools.count()
        self.template = repository(folder / "template")
        self.before = files(self.template)
        self.usual: dict[str, Done] = {}
        self.seconds: dict[str, float] = {}

    @contextmanager
    def fresh(self, parent: Path | None = None) -> Iterator[Path]:
        """Gives a copy, which is gone afterwards."""
        folder = (parent or self._folder) / f"copy-{next(self._numbers)}"
        shutil.copytree(self.template, folder)
        (folder / "link.txt").unlink()  # copies are parted
        (folder / "link.txt").hardlink_to(folder / "twin.journey.yaml")
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def learn(self, command: Command) -> None:
        """Runs a command without any fault, twice: the second time counts, but for the start."""
        for _ in range(2):
            with self.fresh() as folder:
                begin = time.perf_counter()
                subprocess.run([sys.executable, "-c", ""], check=True)
                middle = time.perf_counter()
                self.usual[command.name] = run(command, folder)
                self.seconds[command.name] = time.perf_counter() - middle - (middle - begin)

    def tried(self, command: Command, done: Done, code: int, **more: bool | None) -> Tried:
        """Returns a run beside what is usual."""
        usual = self.usual[command.name]
        must, silent = more.get("must"), bool(more.get("silent"))
        return Tried(
            before=self.before, usual=usual, done=done, code=code, must=must, silent=silent
        )
