"""Rules of other packages at work: a mistake of theirs costs their own findings, and is told.

Who wrote the rule gets its file and line, who wrote the map one sentence, and the run goes on.
"""

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, fields, is_dataclass, replace
from functools import cache, wraps
from pathlib import Path
from types import CodeType, GeneratorType, TracebackType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from journeymap.authoring.context import Context
from journeymap.authoring.rule import Need, Rule
from journeymap.findings import Finding
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import short

T = TypeVar("T")

SLOW = 1.0
"""Seconds of a run from which on a rule of a package is told to be slow, if it …"""
SLOW_A_FILE = 0.01
"""… takes so many a file on average: more than all rules of the tool together."""
_MOST = 10_000
"""Findings of a rule at one part of a map; who gives more may never end."""
_LONGEST = 200
"""Characters of a reason."""


class RuleError(Exception):
    """A rule of a package that failed, or gave something else than findings; says why and where."""


_PASSED_ON = (UnreadError, RuleError, KeyboardInterrupt, GeneratorExit)
"""What is no mistake of a package."""


def guarded(rule: Rule, package: str) -> Rule:
    """Returns a rule of a package whose mistakes are all of one kind.

    Args:
        rule: the rule.
        package: what brings it, in words.
    """
    needs = (replace(need, is_there=_asked(need)) for need in rule.needs)
    return replace(
        rule,
        package=package,
        check=_watched(rule.check),
        gathers=rule.gathers and _watched(rule.gathers),
        needs=tuple(needs),
    )


@dataclass(slots=True, kw_only=True)
class Troubles:
    """What rules of packages did wrong in a run.

    Attributes:
        clock: returns seconds from any beginning; None where nobody measures.
    """

    clock: Callable[[], float] | None = None
    _failed: dict[Rule, tuple[str, RuleError]] = field(default_factory=dict)
    _files: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def watch(self, rule: Rule, shown: str, run: Callable[[], T]) -> T:
        """Runs a rule on a file, and keeps how long it took and whether it failed.

        Raises:
            RuleError: it failed.
        """
        started = self.clock() if self.clock and rule.package else 0.0
        try:
            return run()
        except RuleError as error:
            self._failed.setdefault(rule, (shown, error))
            self._names[rule.code].add(shown)
            raise
        finally:
            if self.clock and rule.package:
                self._files[rule.code].append(self.clock() - started)

    def lines(self, rules: Iterable[Rule]) -> Iterator[str]:
        """Walks what there is to tell of rules, a line each."""
        for rule in rules:
            named = f"the rule {rule.name} of {rule.package}"
            if rule in self._failed:
                shown, error = self._failed[rule]
                more = len(self._names[rule.code]) - 1
                others = f" and {more} more file{'' if more == 1 else 's'}" if more else ""
                yield f"{named} failed on {shown}{others}: {error}; its findings there are left out"
            took = self._files.get(rule.code, [])
            if sum(took) >= max(SLOW, SLOW_A_FILE * len(took)):
                yield f"{named} is slow: {sum(took):.1f} s; --ignore {rule.name} leaves it out"


def _asked(need: Need) -> Callable[[Context], bool]:
    def asked(context: Context) -> bool:
        with_need = need.is_there
        try:
            return bool(with_need(context))
        except _PASSED_ON:
            raise
        except BaseException as error:  # whatever a package does, leaving the program too
            raise RuleError(_reason(error, with_need)) from error

    return asked


def _watched(function: Callable[[Any, Context], Iterable[Finding]]) -> Any:  # noqa: ANN401
    @wraps(function)
    def watched(visited: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401 - as Check
        found: object = None
        try:
            found = function(visited, context)
            for number, finding in enumerate(found):
                _refuse(finding, number, lambda: _at(function, found))
                yield finding
        except _PASSED_ON:
            raise
        except BaseException as error:  # as in _asked
            raise RuleError(_reason(error, function)) from error

    return watched


def _refuse(given: object, number: int, at: Callable[[], str]) -> None:
    problem = nonsense(given) or ("there is no end of them" if number >= _MOST else "")
    if problem:
        raise RuleError(f"it gives no finding: {problem}{at()}")


def nonsense(given: object, kind: type = Finding) -> str:
    """Returns in words why something is no finding, or nothing else of a kind; empty where it is.

    Args:
        given: what a package gives.
        kind: the dataclass that it is to be.
    """
    if not isinstance(given, kind):
        return f"it is {_quoted(given)}"
    hints = _hints(kind)
    for each in fields(kind):
        value = getattr(given, each.name)
        if not _fits(value, hints[each.name]):
            return f"`{each.name}` is {_quoted(value)}"
    return "`message` is empty" if isinstance(given, Finding) and not given.message.strip() else ""


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(value: object, hint: Any) -> bool:  # noqa: ANN401 - whatever stands in an annotation
    """Tells whether a value is what an annotation says."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return any(_fits(value, part) for part in parts)
    if origin is tuple:
        listed = parts[:1] * len(value) if parts[-1] is ... and isinstance(value, tuple) else parts
        return isinstance(value, tuple) and all(map(_fits, value, listed))
    if is_dataclass(hint) and isinstance(hint, type):
        return isinstance(value, hint) and not nonsense(value, hint)
    if hint is Any or not isinstance(origin or hint, type):
        return True
    return isinstance(value, origin or hint) and not (hint is int and isinstance(value, bool))


def _quoted(value: object) -> str:
    return short(repr(value))


def _reason(error: BaseException, function: Callable[..., object]) -> str:
    """Returns in one line what went wrong, and in which line of the package."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{short(said, _LONGEST)}{_at(function, error.__traceback__)}"


def _at(function: Callable[..., object], found: object) -> str:
    """Returns file and line of a package, as far as they are known, behind a comma.

    Args:
        function: the function of the package.
        found: the way of an error, or the generator that stands where it gave something.
    """
    code = getattr(inspect.unwrap(function), "__code__", None)
    if not isinstance(code, CodeType):
        return f", in {getattr(function, '__module__', type(function).__module__)}"
    file = Path(code.co_filename)
    module = str(getattr(function, "__module__", ""))
    depth = module.count(".") + (file.stem == "__init__")
    base = file.parents[min(depth, len(file.parents) - 1)]
    own = base / module.partition(".")[0]
    line = code.co_firstlineno
    if isinstance(found, TracebackType):
        from traceback import walk_tb

        for frame, number in walk_tb(found):
            at = Path(frame.f_code.co_filename)
            if at.is_relative_to(own) or at == own.with_suffix(".py"):
                file, line = at, number
    elif isinstance(found, GeneratorType) and found.gi_frame is not None:
        line = found.gi_frame.f_lineno
    shown = file.relative_to(base) if file.is_relative_to(base) else file
    return f", {shown.as_posix()}:{line}"
