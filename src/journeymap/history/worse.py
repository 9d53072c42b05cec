"""What got worse on a map that promises something: the differences that a team does not want."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum

from journeymap.analysis.analysis import Analysis
from journeymap.compare.change import Measure, changes
from journeymap.compare.difference import Differences, How
from journeymap.compare.field_words import field_label, name_of
from journeymap.compare.record import Entry, Kind, Record
from journeymap.model.journey import State, Status
from journeymap.model.journey_map import JourneyMap
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass

_LENGTH = 16
"""Hexadecimal digits of a fingerprint."""


class Loss(StrEnum):
    """What got worse.

    Attributes:
        EMOTION: a feeling.
        PERCEIVED: how a step is perceived.
        LOSS: the share of those who leave.
        WAIT: how long one waits.
        EVIDENCE: something had evidence and has none.
        OWNER: somebody answered for something and nobody does.
    """

    EMOTION = "emotion"
    PERCEIVED = "perceived"
    LOSS = "loss"
    WAIT = "wait"
    EVIDENCE = "evidence"
    OWNER = "owner"


_SAID = {
    Loss.EMOTION: "the feeling is worse",
    Loss.PERCEIVED: "it is perceived worse",
    Loss.LOSS: "more leave",
    Loss.WAIT: "the wait is longer",
    Loss.EVIDENCE: "nothing backs it any more",
    Loss.OWNER: "nobody owns it any more",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """Something that got worse.

    Attributes:
        what: what did.
        where: the step, stage or part, as it is called.
        text: the sentence about it.
        fingerprint: by which a team accepts it: of the map, the part, and what it is now.
        accepted: the reason for which it is accepted; "" where it is not.
    """

    what: Loss
    where: str
    text: str
    fingerprint: str
    accepted: str = ""


def promises(journey_map: JourneyMap) -> bool:
    """Tells whether a map promises something: it is desired, or published."""
    journey = journey_map.journey
    return journey.state is State.DESIRED or journey.status is Status.PUBLISHED


def worse(found: Differences, accepted: Mapping[str, str]) -> Iterator[Worse]:
    """Yields what got worse, where either state is a map that promises something.

    Args:
        found: what differs.
        accepted: reasons by fingerprint.
    """
    maps = (found.first.journey_map, found.second.journey_map)
    if not any(map(promises, maps)):
        return
    for what, entry, now in (*_measured(found), *_lost(found)):
        mark = _fingerprint(found.second.journey_map.id, what, entry.key, now)
        yield Worse(
            what=what,
            where=entry.label,
            text=f"{entry.label}: {_SAID[what]}{_of_what(entry, now, what)}",
            fingerprint=mark,
            accepted=accepted.get(mark, ""),
        )


def _of_what(entry: Entry, now: str, what: Loss) -> str:
    """Returns which figure of a step it is, where that is not the step itself."""
    if what is not Loss.EVIDENCE or now in {"evidence", "based_on"}:
        return ""
    path = tuple(now.split("."))
    return f" ({field_label(entry, path, None)})"


def _measured(found: Differences) -> list[tuple[Loss, Entry, str]]:
    old, new = (Analysis(journey_map=it.journey_map) for it in (found.first, found.second))
    steps = {each.id: each for each in found.second.entries.values() if each.kind is Kind.STEP}
    told: list[tuple[Loss, Entry, str]] = []
    for change in if_read(lambda: changes(old, new), ()):
        entry = steps.get(change.other.id)
        told += [
            (Loss(measure.value), entry, _now(new, change.other.position, measure))
            for measure in change.worse
            if entry
        ]
    return told


def _now(analysis: Analysis, position: int, measure: Measure) -> str:
    """Returns what a step has come to, so that what is accepted is not more than that."""
    step = analysis.journey_map.steps[position].step
    match measure:
        case Measure.EMOTION:
            point = analysis.curve.points[position]
            return f"{point.value:g}" if point else ""
        case Measure.PERCEIVED:
            return f"{analysis.ratings[position].perceived:g}"
        case Measure.LOSS:
            return f"{sum(leak.share or 0.0 for leak in step.leaks):.6g}"
        case Measure.WAIT:
            return f"{step.wait.time.days:g}" if step.wait else ""


def _lost(found: Differences) -> Iterator[tuple[Loss, Entry, str]]:
    """Yields parts that lost their evidence or their owner, and by what."""
    for each in found.all:
        if each.how is How.CHANGED and each.after is None and each.second:
            name = name_of(each.path)
            is_evidence = name in {"evidence", "based_on"} or name.endswith(".evidence")
            if is_evidence and not _is_backed(each.second, found.second):
                yield Loss.EVIDENCE, each.second, name
            elif name == "owner":
                yield Loss.OWNER, each.second, name


def _is_backed(entry: Entry, record: Record) -> bool:
    """Tells whether evidence of the step or of the map stands behind it, or nothing is claimed."""
    if entry.kind is Kind.READING and ("value",) not in entry.fields:
        return True
    around = list(record.around(entry.key))
    return any(path in each.fields for each in around for path in (("evidence",), ("based_on",)))


def _fingerprint(*parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
