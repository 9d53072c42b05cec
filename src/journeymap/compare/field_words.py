"""A difference in words: what the field is called, and what it held and holds, with units."""

from collections.abc import Mapping
from itertools import filterfalse
from types import MappingProxyType
from typing import assert_never

from journeymap.compare.difference import Difference
from journeymap.compare.record import Entry, Kind, Leaf, Path, Record, Ref, Value
from journeymap.model.feelings import Feeling
from journeymap.model.fields import Day, Duration
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import LABELS, day, label
from journeymap.words.shares import percent
from journeymap.words.times import number, said

NOTHING = "–"
"""What stands for a field that holds nothing."""

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "id": "id",
        "title": "field-title",
        "action": "field-action",
        "name": "field-name",
        "text": "field-text",
        "what": "field-text",
        "state": "field-state",
        "status": "status",
        "desired": "counterpart",
        "purpose": "purpose",
        "scope": "scope",
        "goal": "goal",
        "persona": "persona",
        "language": "field-language",
        "framework": "framework",
        "ends": "episode",
        "owner": "owner",
        "team": "team",
        "reviewed": "reviewed",
        "review_every": "review-every",
        "uses": "libraries",
        "starts.n": "starts",
        "starts.per": "field-per",
        "scales.rating": "scale",
        "based_on": "based-on",
        "questions": "questions",
        "tags": "tags",
        "journeymap": "field-version",
        "phase": "phase",
        "aligns": "aligns",
        "actor": "field-actor",
        "with": "field-with",
        "offstage": "field-offstage",
        "only": "field-only",
        "channel": "channel",
        "touchpoint": "touchpoint",
        "need": "need",
        "thought": "thought",
        "quote": "quotes",
        "emotion": "field-feels",
        "importance.rating": "field-importance",
        "expected.rating": "field-expected",
        "expected.text": "field-expected",
        "perceived.rating": "field-perceived",
        "moment": "moments",
        "gives": "gives",
        "confirms": "confirms",
        "gets": "gets",
        "reuses": "reuses",
        "instead_of": "instead-of",
        "gains": "gains",
        "duration.time": "duration",
        "wait.time": "field-wait",
        "wait.announced": "field-wait",
        "wait.planned": "field-wait",
        "meanwhile": "runs-beside",
        "within.time": "deadline",
        "within.after": "field-after",
        "engagement": "engagement",
        "reward": "reward-offer",
        "recovers": "recovers",
        "frontstage": "frontstage",
        "backstage": "backstage",
        "systems": "systems",
        "journey": "inner-map",
        "evidence": "evidence",
        "note": "note",
        "share": "field-share",
        "why": "why",
        "counts": "field-counts",
        "planned": "way-back",
        "to": "field-where",
        "needs": "needs",
        "carries": "field-carries",
        "ask_back": "field-ask-back",
        "metric": "metric-name",
        "value": "field-value",
        "as_of": "as-of",
        "kind": "kind",
        "of": "field-of",
        "severity": "field-severity",
        "probability": "field-probability",
        "pain": "field-shared",
        "opportunity": "field-shared",
        "from": "field-voice",
        "solves": "field-solves",
        "for": "idea-for",
        "impact": "idea-impact",
        "effort": "idea-effort",
        "by": "idea-by",
        "link": "link",
        "business": "business",
        "parent": "parent",
        "since": "idea-since",
        "outcome.metric": "outcome",
        "outcome.from": "outcome",
        "outcome.target": "outcome",
        "date": "date",
        "n": "field-n",
        "learned": "field-learned",
        "result": "field-result",
        "segment": "segment",
        "demographics": "demographics",
        "motivations": "motivations",
        "goals": "goals",
        "frustrations": "frustrations",
        "behaviours": "behaviours",
        "preferences.channels": "preferences",
        "preferences.language": "preferences",
        "products": "products",
        "sources": "sources",
        "picture.file": "picture",
        "picture.consent": "field-consent",
        "part_of": "part-of",
        "influence": "influence",
        "unit": "unit",
        "target": "field-target",
        "better": "field-better",
        "scale": "scale",
        "method": "method",
        "population": "field-population",
        "affects": "field-affects",
        "library": "field-library",
        "fixed_channel": "fixed-channel",
        "at_once": "field-at-once",
    }
)
"""The label of each field, by its path without persons and keys of the analyst's own."""
_OWN: Mapping[tuple[Kind, str], str] = MappingProxyType(
    {
        (Kind.HANDOFF, "to"): "field-to",
        (Kind.HANDOFF, "needs"): "field-needs",
        (Kind.PERSONA, "quote"): "own-words",
        (Kind.STAKEHOLDER, "quote"): "own-words",
        (Kind.PERSONA, "share"): "share-of-all",
        (Kind.STAKEHOLDER, "share"): "share-of-all",
        (Kind.LEAK, "share"): "people-leave",
        (Kind.STAKEHOLDER, "kind"): "person-kind",
        (Kind.EVIDENCE, "from"): "voice",
    }
)
"""Fields that are called otherwise where some kinds have them."""
_OF: Mapping[str, int] = MappingProxyType(
    {"severity": 4, "probability": 4, **dict.fromkeys(("impact", "effort", "business"), 5)}
    | {"influence": 5}
)
"""Scores that are told with what they are of."""
_FLAGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "wait.announced": ("announced", "unannounced"),
        "wait.planned": ("planned", "unplanned"),
        "planned": ("planned", "unplanned"),
        "ends": ("episode-ends", "episode-endless"),
        "fixed_channel": ("fixed-yes", "fixed-no"),
        "at_once": ("at-once-yes", "at-once-no"),
    }
)
"""What a yes and a no are called, where they have words of their own."""
_ENUMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "status": ("status-", ""),
        "kind": ("kind-", "person-", "channel-", "metric-", "evidence-"),
        "method": ("method-",),
        "phase": ("phase-",),
        "from": ("voice-",),
        "result": ("pilot-",),
        **dict.fromkeys(("state", "moment", "engagement"), ("",)),
    }
)
"""Prefixes of the labels of what fields may hold."""
_KIND_PREFIX: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PAIN: "kind-",
        Kind.STAKEHOLDER: "person-",
        Kind.CHANNEL: "channel-",
        Kind.METRIC: "metric-",
        Kind.EVIDENCE: "evidence-",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A field that changed, in words.

    Attributes:
        what: what it is called, with the person whose it is.
        before: what it held; a dash for nothing.
        after: what it holds.
        added: what a list gained.
        removed: what it lost.
        is_list: whether it is a list of which added and removed say all.
    """

    what: str
    before: str
    after: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_list: bool = False


def told(difference: Difference, first: Record, second: Record, language: str | None) -> Told:
    """Returns a field that changed, in words.

    Args:
        difference: it has a path.
        first: the record before.
        second: the record now.
        language: of the words.
    """
    path, entry = difference.path, difference.entry
    before, after = difference.before, difference.after
    what = field_label(entry, path, language)
    old = value_words(before, path, difference.first or entry, first, language)
    new = value_words(after, path, difference.second or entry, second, language)
    if not (isinstance(before, tuple) or isinstance(after, tuple)):
        if _has_scale(name_of(path)) and isinstance(before, float | int) and after is not None:
            old = number(float(before), language)  # "2 → 3 of 5"
        return Told(what=what, before=old, after=new)
    ours = _items(before, path, difference.first or entry, first, language)
    theirs = _items(after, path, difference.second or entry, second, language)
    return Told(
        what=what,
        before=old,
        after=new,
        added=tuple(filterfalse(ours.__contains__, theirs)),
        removed=tuple(filterfalse(theirs.__contains__, ours)),
        is_list=True,
    )


def _items(
    value: Value, path: Path, entry: Entry, record: Record, language: str | None
) -> list[str]:
    items = value if isinstance(value, tuple) else (() if value is None else (value,))
    return [_leaf(each, path, entry, record, language) for each in items]


def name_of(path: Path) -> str:
    """Returns a path without persons: `wait.time`, `emotion`, `demographics.age`."""
    return ".".join(part for part in path if isinstance(part, str))


def written(path: Path) -> str:
    """Returns a path as programs read it: `emotion[son]`, `perceived.rating`."""
    text = ""
    for part in path:
        if isinstance(part, Ref):
            text += f"[{part.key[-1]}]"
        else:
            text += f".{part}" if text else part
    return text


def field_label(entry: Entry, path: Path, language: str | None) -> str:
    """Returns what a field is called, with the person whose value it is."""
    name = name_of(path)
    if name.endswith(".evidence"):
        inner = field_label(entry, tuple(_without_last(path)), language)
        return label("field-rests-on", language).format(what=inner)
    key = _OWN.get((entry.kind, name)) or _FIELDS.get(name) or _FIELDS.get(str(path[0]))
    what = label(key, language) if key else name.replace("_", " ")
    what = what[:1].upper() + what[1:]
    people = [part.label or part.key[-1] for part in path if isinstance(part, Ref)]
    own = [part for part in path[1:] if isinstance(part, str)] if path[0] == "demographics" else []
    return " · ".join([what, *own, *people])


def _without_last(path: Path) -> Path:
    """Returns the path of the figure that evidence is of."""
    main = {"wait": "time", "duration": "time"}.get(str(path[0]), "rating")
    return (*path[:-1], main)


def value_words(
    value: Value, path: Path, entry: Entry, record: Record, language: str | None
) -> str:
    """Returns what a field holds, in words; a dash for nothing."""
    if value is None:
        return NOTHING
    return ", ".join(_items(value, path, entry, record, language)) or NOTHING


def _leaf(value: Leaf, path: Path, entry: Entry, record: Record, language: str | None) -> str:
    name = name_of(path)
    match value:
        case Ref():
            return value.label or value.key[-1]
        case Feeling() | Duration() | Day():
            return _of_model(value, language)
        case bool():
            yes, no = _FLAGS.get(name, ("change-yes", "change-no"))
            return label(yes if value else no, language)
        case int() | float():
            return _figure(float(value), name, entry, record, language)
        case _:
            return _choice(value, name, entry, language)


def _of_model(value: Feeling | Duration | Day, language: str | None) -> str:
    match value:
        case Feeling():
            return feeling_words(value, language)
        case Duration():
            return said(value, language)
        case Day():
            return day(value, language)
        case _:
            assert_never(value)


def _figure(value: float, name: str, entry: Entry, record: Record, language: str | None) -> str:
    told_of = label("change-of", language)
    if name == "share":
        return percent(value)
    if name.endswith(".rating"):
        scale = record.journey_map.journey.scales.rating
        high = (scale.expected_bounds if name.startswith("expected") else scale.bounds)[1]
        return told_of.format(n=number(value, language), of=number(high, language))
    if name in _OF:
        return told_of.format(n=number(value, language), of=_OF[name])
    unit = _unit(entry, record)
    return f"{number(value, language)} {unit}" if unit else number(value, language)


def _has_scale(name: str) -> bool:
    """Tells whether a figure is told with what it is of: "3 of 5"."""
    return name.endswith(".rating") or name in _OF


def _unit(entry: Entry, record: Record) -> str:
    """Returns the unit of a reading's value, or of a metric's target."""
    metric = entry.fields.get(("metric",)) if entry.kind is Kind.READING else None
    meant = record.entries.get(metric.key) if isinstance(metric, Ref) else None
    if entry.kind is Kind.METRIC:
        meant = entry
    unit = meant.fields.get(("unit",)) if meant else None
    return unit if isinstance(unit, str) else ""


def _choice(value: str, name: str, entry: Entry, language: str | None) -> str:
    prefixes = _ENUMS.get(name, ())
    if name == "kind":
        prefixes = (_KIND_PREFIX.get(entry.kind, "kind-"),)
    if name == "status":
        prefixes = ("status-",) if entry.kind is Kind.OPPORTUNITY else ("",)
    keys = (f"{prefix}{value}" for prefix in prefixes)
    found = next((key for key in keys if key in LABELS), None)
    return label(found, language) if found else value


def feeling_words(feeling: Feeling, language: str | None) -> str:
    """Returns the words of a feeling; of an emoji or a number alone its value: "+1"."""
    if feeling.word or feeling.value is None:
        return feeling.word or feeling.written
    return signed(feeling.value, language)


def signed(value: float, language: str | None) -> str:
    """Returns a feeling's value with its sign: "+1", "−0.5"."""
    text = number(abs(value), language)
    return f"+{text}" if value > 0 else f"−{text}" if value < 0 else text
