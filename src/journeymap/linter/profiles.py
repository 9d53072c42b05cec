"""Which rules hold a map: its status or the profile, what is selected, what is ignored."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Self

from journeymap.authoring.rule import Rule
from journeymap.model.journey import Status
from journeymap.model.likeness import nearest
from journeymap.quick_dataclass import dataclass

_STRICTNESS = list(Status)


class UnknownRuleError(Exception):
    """A word that selects no rule.

    Attributes:
        message: what is wrong.
        help: which rule may have been meant.
    """

    def __init__(self, word: str, rules: Iterable[Rule]) -> None:
        """Keeps the word and says which rule may have been meant."""
        known = [name for rule in rules for name in (rule.name, rule.code)]
        near = nearest(word, known)
        self.message = f"no rule is called {word}"
        self.help = f"did you mean {near[0]}?" if near else "`journeymap rule` lists them all"
        super().__init__(f"{self.message}; {self.help}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rules a run uses.

    Attributes:
        profile: the status that every map is held to; None for each map's own.
        select: run these instead of the profile's: codes, names or prefixes of codes.
        extend_select: run these as well.
        ignore: do not run these.
        fixable: mend what these find only; what all of them find where none is named.
        unfixable: leave to people what these find.
    """

    profile: Status | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()

    def among(self, rules: tuple[Rule, ...]) -> Self:
        """Returns the selection without the words that select none of some rules."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        left: dict[str, Any] = {
            name: tuple(word for word in words if _selected(word, rules))
            for name, words in said.items()
            if isinstance(words, tuple)
        }
        return replace(self, **left)


def chosen(
    selections: Iterable[Selection], rules: tuple[Rule, ...], status: Status
) -> tuple[Rule, ...]:
    """Returns the rules that hold a map.

    Args:
        selections: what was said of the rules; each changes what those before it chose.
        rules: the rules there are.
        status: how strictly the map is held, where nothing is selected.

    Raises:
        UnknownRuleError: a word selects no rule.
    """
    strictness = _STRICTNESS.index(status)
    codes = {
        rule.code
        for rule in rules
        if rule.from_status is not None and _STRICTNESS.index(rule.from_status) <= strictness
    }
    for selection in selections:
        if selection.select:
            codes = matching(selection.select, rules)
        codes |= matching(selection.extend_select, rules)
        codes -= matching(selection.ignore, rules)
    return tuple(rule for rule in rules if rule.always_on or rule.code in codes)


def fixable(selections: Iterable[Selection], rules: tuple[Rule, ...]) -> frozenset[str]:
    """Returns the codes of the rules whose findings may be mended.

    Args:
        selections: what was said of the rules; each changes what those before it chose.
        rules: the rules there are.

    Raises:
        UnknownRuleError: a word selects no rule.
    """
    codes = {rule.code for rule in rules}
    for selection in selections:
        if selection.fixable:
            codes = matching(selection.fixable, rules)
        codes -= matching(selection.unfixable, rules)
    return frozenset(codes)


def left_out(
    selections: Iterable[Selection], rules: tuple[Rule, ...], status: Status
) -> dict[str, str]:
    """Returns why rules do not hold a map, in words, by their codes.

    Args:
        selections: what was said of the rules, as for `chosen`.
        rules: the rules there are.
        status: how strictly the map is held.

    Raises:
        UnknownRuleError: a word selects no rule.
    """
    said = tuple(selections)
    running = chosen(said, rules, status)
    unless_ignored = chosen([replace(each, ignore=()) for each in said], rules, status)
    selected = any(each.select for each in said)
    return {
        rule.code: "it is ignored"
        if rule in unless_ignored
        else _not_asked(rule, selected=selected)
        for rule in rules
        if rule not in running
    }


def _not_asked(rule: Rule, *, selected: bool) -> str:
    if selected:
        return "others are selected"
    return (
        f"it is asked from {rule.from_status} on"
        if rule.from_status
        else "it is off unless selected"
    )


def matching(words: Iterable[str], rules: tuple[Rule, ...]) -> set[str]:
    """Returns the codes of the rules that these codes, names or prefixes select.

    Raises:
        UnknownRuleError: a word selects no rule.
    """
    codes: set[str] = set()
    for word in words:
        found = _selected(word, rules)
        if not found:
            raise UnknownRuleError(word, rules)
        codes |= found
    return codes


def _selected(word: str, rules: Iterable[Rule]) -> set[str]:
    return {
        rule.code
        for rule in rules
        if word and (rule.name == word or rule.code.startswith(word.upper()) or word == "ALL")
    }
