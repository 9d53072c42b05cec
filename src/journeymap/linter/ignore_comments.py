"""What a comment that ignores findings says: which rules, until when; and what looks like one."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from journeymap.authoring.rule import UNUSED_IGNORE, Rule
from journeymap.model.fields import Day, Leaf
from journeymap.model.likeness import nearest, one_slip_apart
from journeymap.model.scalars import Dialect, read_scalar
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.text.source import Span

RULES_NAMED = pattern(
    r"#[ \t]*journeymap:[ \t]*(?P<what>ignore-file|ignore)\b[ \t]*"
    r"(?:\[(?P<rules>[^\]\r\n]*)\])?[ \t]*(?P<reason>[^\r\n]*)"
)
"""A suppression comment: the rules that it names, and its reason."""
LOOKS_LIKE_ONE = pattern(
    # Possessive (`*+`), as a stranger's text must not make it try all ways to share out spaces.
    r"(?<!#)#++[ \t]*+(?P<head>journey[-_ ]?[a-z]{2,6}|[a-z]{8,12}|jm)[ \t]*+(?:[:=][ \t]*+)?"
    r"(?P<verb>[a-z]+)(?P<whole>[-_ ]?files?\b)?(?:[-_](?:next-)?line)?",
    re.IGNORECASE,
)
"""The beginning of a comment that may have been meant as one."""
_BRACKETS = pattern(r"[ \t:=]*[\[({<](?P<rules>[^\])}>]*)[\])}>]")
_LISTED = pattern(r"[ \t:=\[({<]*(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)")
_WORD = pattern(r"[^\s,](?:[^,]*[^\s,])?")
_UNTIL = pattern(r"(?:^|(?<=\s))until(?:\s|$)")
_FAMILY = pattern(r"[A-Za-z]+\d+")
_HEADS = ("journeymap", "journeymaps", "jm")
_VERB = "ignore"
_VERBS = frozenset(
    {"disable", "suppress", "allow", "skip", "mute", "silence", "exclude", "nolint", "noqa", "off"}
)
"""What other tools call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a comment names to be ignored.

    Attributes:
        word: the name, the code or the beginning of one, as it is written.
        until: until when; "" where nothing is said. Said once, it holds for those before as well.
        span: where both stand.
    """

    word: str
    until: str
    span: Span


def named(text: str, start: int = 0, end: int | None = None) -> tuple[Named, ...]:
    """Returns what the brackets of a comment name, in order."""
    found: list[Named] = []
    until = ""
    for entry in reversed(list(_WORD.finditer(text, start, len(text) if end is None else end))):
        said, word = _UNTIL.search(entry[0]), entry[0]
        if said:
            # "until" with nothing behind it is no word that a day could stand for: it is told.
            until = word[said.end() :].strip() or "…"
            word = word[: said.start()].strip() or word
        found.append(Named(word=word, until=until, span=Span(*entry.span())))
    return tuple(reversed(found))


def written(entries: Iterable[Named]) -> str:
    """Returns what brackets that name these hold; each ends when it did."""
    listed = list(entries)
    behind = [*(each.until for each in listed[1:]), ""]
    return ", ".join(
        f"{each.word} until {each.until}" if each.until and each.until != following else each.word
        for each, following in zip(listed, behind, strict=False)
    )


def last_day(until: str) -> date:
    """Returns the last day of a month or the day itself.

    Raises:
        ValueProblem: it is neither.
    """
    day = read_scalar(Leaf.DAY, until, Dialect())
    assert isinstance(day, Day)  # noqa: S101 - what a leaf of this kind is read as
    return day.date


def meant(word: str, rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """Returns the rules that a name, a code or the beginning of one means; none where it means all.

    Args:
        word: what a comment names.
        rules: all rules by their names and codes.
    """
    if rule := rules.get(word) or rules.get(word.upper()):
        return (rule,)
    if not any(char.isdigit() for char in word):  # a family has a digit: there is no blanket form
        return ()
    return tuple({r.code: r for r in rules.values() if r.code.startswith(word.upper())}.values())


def may_be_ignored(rule: Rule) -> bool:
    """Tells whether a comment may suppress the findings of a rule."""
    return not rule.always_on and rule.code != UNUSED_IGNORE


def corrected(comment: str, known: Collection[str]) -> str:
    """Returns a comment as it must be written to ignore what it seems to; "" if it is no slip.

    Args:
        comment: the comment, from its `#` on.
        known: the names and codes of all rules.
    """
    form = LOOKS_LIKE_ONE.match(comment)
    if form is None or not _is_ours(form["head"]) or not _is_verb(form["verb"]):
        return ""
    rest = comment[form.end() :]
    said = _BRACKETS.match(rest) or _LISTED.match(rest)
    if said is None:
        return ""
    is_sure = rest.lstrip(" \t:").startswith("[") and form["verb"].lower() not in _VERBS
    if not is_sure and not _names_rules(said, known):
        return ""
    what = f"{_VERB}-file" if form["whole"] else _VERB
    return (
        f"# journeymap: {what}[{said['rules'].strip()}] {rest[said.end() :].strip(' :,')}".rstrip()
    )


def _names_rules(said: re.Match[str], known: Collection[str]) -> bool:
    """Tells whether brackets, or words without any, name rules, or in brackets nearly do."""
    words = [each.word for each in named(said["rules"])]
    if said.re is _LISTED:
        return {*words} <= {*known}
    return any(nearest(word, known) or _FAMILY.fullmatch(word) for word in words)


def _is_ours(head: str) -> bool:
    bare = re.sub("[-_ ]", "", head.lower())
    return bare in _HEADS or one_slip_apart(bare, _HEADS[0])


def _is_verb(verb: str) -> bool:
    bare = verb.lower()
    return bare in _VERBS or bool(nearest(bare, [_VERB]))
