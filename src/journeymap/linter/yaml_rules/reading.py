"""Own rules as they are written → conditions and messages; what cannot be is a finding."""

import re
from collections.abc import Iterator
from dataclasses import field

from journeymap.findings import Finding, Mark
from journeymap.linter.yaml_rules.conditions import Condition, Group, Join, Test
from journeymap.linter.yaml_rules.fields import Path, path
from journeymap.linter.yaml_rules.operators import (
    PRESENCE,
    SEVERAL,
    Operator,
    operator,
    usable,
    wanted,
)
from journeymap.linter.yaml_rules.problems import RuleProblem
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.workspace.rule_file import PartKind

_PIECES = pattern(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the parts of one own rule.

    Attributes:
        kind: what the rule looks at.
        dialect: the words that the repository adds.
        findings: what is wrong, in order.
    """

    kind: PartKind
    dialect: Dialect
    findings: list[Finding] = field(default_factory=list)

    def condition(self, tree: Tree, route: Route) -> Condition:
        """Returns a condition; what is wrong with it is left out and told."""
        if not isinstance(tree, Mapping) or not tree:
            self._tell(
                RuleProblem("a condition is written with fields", "write field: value"), route
            )
            return Group(join=Join.ALL, members=())
        members: list[Condition] = []
        for key, value in tree.items():
            here = (*route, str(key))
            if str(key) in set(map(str, Join)):
                members.append(self._group(Join(key), value, here))
            else:
                members += self._of_field(key, value, here)
        return members[0] if len(members) == 1 else Group(join=Join.ALL, members=tuple(members))

    def _group(self, join: Join, tree: Tree, route: Route) -> Group:
        if isinstance(tree, Sequence):
            entries = enumerate(tree)
            members = tuple(self.condition(each, (*route, i)) for i, each in entries)
            return Group(join=join, members=members)
        inner = self.condition(tree, route)
        if isinstance(inner, Group) and inner.join is Join.ALL:
            return Group(join=join, members=inner.members)
        return Group(join=join, members=(inner,))

    def _of_field(self, key: Scalar, tree: Tree, route: Route) -> Iterator[Test]:
        try:
            named = path(key, self.kind)
        except RuleProblem as problem:
            self._tell(problem, route)
            return
        if isinstance(tree, Mapping):
            for word, value in tree.items():
                yield from self._test(named, word, value, (*route, str(word)))
        elif str(tree) in set(map(str, PRESENCE)):
            yield Test(path=named, operator=Operator(str(tree)))
        else:
            asked = Operator.IN if isinstance(tree, Sequence) else Operator.IS
            yield from self._test(named, asked, tree, route)

    def _test(self, named: Path, word: str, tree: Tree, route: Route) -> Iterator[Test]:
        try:
            said = named.said
            named = _with_value(named, word)
            asked = operator(word, usable(named.shape, many=named.is_list), said)
            listed = list(tree) if isinstance(tree, Sequence) and asked in SEVERAL else [tree]
            values = tuple(wanted(asked, named.shape, each, self.dialect) for each in listed)
        except RuleProblem as problem:
            self._tell(problem, route)
            return
        value = values if asked in SEVERAL else values[0]
        written = ", ".join(str(each) for each in listed)
        yield Test(path=named, operator=asked, value=value, written=written)

    def message(self, text: str, route: Route) -> "Message":
        """Returns a message; the fields in its braces are checked."""
        pieces: list[str | Path] = []
        end = 0
        for found in _PIECES.finditer(text):
            pieces.append(text[end : found.start()])
            end = found.end()
            if found[0] in {"{{", "}}"}:
                pieces.append(found[0][0])
                continue
            try:
                pieces.append(_placeholder(found, self.kind))
            except RuleProblem as problem:
                self._tell(problem, route)
        return Message(pieces=(*pieces, text[end:]))

    def _tell(self, problem: RuleProblem, route: Route) -> None:
        self.findings.append(
            Finding(
                code="JM003" if problem.at_key else "JM002",
                message=problem.message,
                help=problem.help,
                route=route,
                mark=Mark.KEY if problem.at_key else Mark.VALUE,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What an own rule says: texts, and fields that stand for what a map says there."""

    pieces: tuple[str | Path, ...]


def _placeholder(found: re.Match[str], kind: PartKind) -> Path:
    if found[1] is None:
        raise RuleProblem("a brace stands alone in the message", "write {{ or }} for a brace")
    try:
        return path(found[1].strip(), kind)
    except RuleProblem as problem:
        raise RuleProblem(problem.message, problem.help) from None


def _with_value(named: Path, word: str) -> Path:
    """Returns the path to the field that stands for a part: `wait: {more-than: 2 weeks}`.

    Raises:
        RuleProblem: none does.
    """
    model = named.shape.part
    if model is None or word.startswith("count-"):
        return named
    if not model.shorthand:
        raise RuleProblem(f"`{named.said}` has fields", f"name one of them: {named.said}.…")
    return named.into(model.shorthand[0])
