"""What was typed for one run of `journeymap lint`, and what comes of a run that keeps no files."""

from datetime import date
from pathlib import Path

from journeymap.cli.fix import Mending
from journeymap.cli.lint_shows import Show
from journeymap.cli.outputs import Output
from journeymap.cli.since import Revision
from journeymap.findings import Severity
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.quick_dataclass import dataclass
from journeymap.report.order import Order
from journeymap.workspace.config import FailOn
from journeymap.workspace.load import Chosen
from journeymap.workspace.search import Exclusion
from journeymap.workspace.storage import DISK, Disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was typed.

    Attributes:
        paths: files and folders, or `-`.
        stdin_name: what the text of standard input is called.
        config: the configuration to use instead of the nearest ones, or that none is.
        exclusion: which files are left out.
        selection: which rules to use.
        lightest: the lightest findings that are told; None where all are.
        fail_on: from which severity on the run fails; None where it was not said.
        exit_zero: whether it never fails.
        outputs: how findings are written, and where.
        mending: which fixes are made.
        since: the git revision from which maps must differ; None where all are linted.
        baseline: the file with the findings that are known.
        write_baseline: the file to write all findings into.
        reason: why comments are written that ignore all findings; None where none are.
        heed_ignores: whether comments hide what they ignore.
        today: the day that counts as today.
        statistics: whether to tell how often each rule found something, instead of findings.
        sort: the order in which findings are told.
        show: what to print instead of linting.
        colour: whether to colour what is printed.
        quiet: whether to leave out messages.
        disk: where files are read from.
    """

    paths: tuple[Path, ...]
    stdin_name: str
    config: Chosen
    exclusion: Exclusion
    selection: Selection
    lightest: Severity | None
    fail_on: FailOn | None
    exit_zero: bool
    outputs: tuple[Output, ...]
    mending: Mending
    since: Revision | None
    baseline: Path | None
    write_baseline: Path | None
    reason: str | None
    heed_ignores: bool
    today: date
    statistics: bool
    sort: Order
    show: Show | None
    colour: bool
    quiet: bool
    disk: Disk = DISK

    @property
    def is_plain(self) -> bool:
        """Whether files are linted as they are now, and nothing else is done with them."""
        other = self.since or self.show or self.write_baseline or self.reason is not None
        return not (other or self.mending.asked)

    @property
    def limit(self) -> FailOn | None:
        """The lightest finding that makes the run fail; None where configurations decide that."""
        return FailOn.NEVER if self.exit_zero else self.fail_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What came of many files, which are not kept.

    Attributes:
        report: what was found.
        read: the files that were read.
    """

    report: Report
    read: tuple[Path, ...]
