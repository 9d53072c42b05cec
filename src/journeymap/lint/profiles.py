"""Which rules hold a map: its status or the profile, what is selected, what is ignored."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.lint.rule import Rule
from journeymap.model.journey import Status
from journeymap.model.likeness import nearest

_STRICTNESS = list(Status)


class UnknownRuleError(Exception):
    """A word that selects no rule."""

    def __init__(self, word: str, rules: Iterable[Rule]) -> None:
        """Keeps the word and says which rule may have been meant."""
        known = [name for rule in rules for name in (rule.name, rule.code)]
        near = nearest(word, known)
        hint = f"; did you mean {near[0]}?" if near else "; `journeymap rule` lists them all"
        super().__init__(f"no rule is called {word}{hint}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rules a run uses.

    Attributes:
        profile: the status that every map is held to; None for each map's own.
        select: run these instead of the profile's: codes, names or prefixes of codes.
        extend_select: run these as well.
        ignore: do not run these.
    """

    profile: Status | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def over(self, base: "Selection") -> "Selection":
        """Returns this selection on top of another: what it says itself counts."""
        return Selection(
            profile=self.profile or base.profile,
            select=self.select or base.select,
            extend_select=(*base.extend_select, *self.extend_select),
            ignore=(*base.ignore, *self.ignore),
        )

    def rules(self, rules: Iterable[Rule], status: Status) -> tuple[Rule, ...]:
        """Returns the rules that hold a map of this status.

        Raises:
            UnknownRuleError: a word selects no rule.
        """
        listed = tuple(rules)
        strictness = _STRICTNESS.index(self.profile or status)
        chosen = {
            rule.code
            for rule in listed
            if rule.since is not None and _STRICTNESS.index(rule.since) <= strictness
        }
        if self.select:
            chosen = matching(self.select, listed)
        chosen |= matching(self.extend_select, listed)
        chosen -= matching(self.ignore, listed)
        return tuple(rule for rule in listed if rule.always_on or rule.code in chosen)


def matching(words: Iterable[str], rules: tuple[Rule, ...]) -> set[str]:
    """Returns the codes of the rules that these codes, names or prefixes select.

    Raises:
        UnknownRuleError: a word selects no rule.
    """
    codes: set[str] = set()
    for word in words:
        found = {
            rule.code
            for rule in rules
            if rule.name == word or rule.code.startswith(word.upper()) or word == "ALL"
        }
        if not found or not word:
            raise UnknownRuleError(word, rules)
        codes |= found
    return codes
