"""What a leverage point says: why the step presses, what was found there, and an idea for it."""

from collections.abc import Sequence

from journeymap.analysis.effort import long_wait
from journeymap.analysis.leverage import Point
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.authoring import Analysis, Finding
from journeymap.linter.rules._reasons import in_english

_FELT = frozenset({ReasonKind.FEELING, ReasonKind.LOWEST, ReasonKind.BAD_ENDING})
_TARGET = 3
"""Behind so many reasons at most a missed target is told: texts for people name five; house."""
_MANY = 0.2
"""From this share of those who are there on who go back are told first, beside harms; house."""


def facts(point: Point, analysis: Analysis, findings: Sequence[Finding]) -> list[str]:
    """Returns what presses at a step, each once: harm first, and many who go back; then by points.

    A harm that is told by itself is named here as well; a target that is missed is among the first.
    What is felt, which the curve shows, comes behind all that is done to people.

    Args:
        point: the step.
        analysis: what is computed from the map.
        findings: what other rules found at the step.
    """
    told = [each for each in findings if not each.survives_subsumption]
    brought = _fullest([phrase for each in told for phrase in _phrases(each) if phrase])
    apart = {each.phrase for each in findings if each.code == "JM402"}
    reasons = [each for each in point.reasons if not _is_elsewhere(each, point, analysis)]
    listed: dict[str, None] = {}
    felt: dict[str, None] = {}
    for reason in reasons:
        text = in_english(reason, analysis.journey_map)
        known = felt if reason.kind in _FELT else listed
        same = [each for each in brought if each.startswith(text)]
        if reason.kind is ReasonKind.NOT_PASSED_ON:
            same += [each for each in brought if each in apart]
        known |= dict.fromkeys(same or [text])
    harms = [each for each in listed if each in _said(reasons, ReasonKind.HARM, analysis)]
    back = _going_back(point, analysis)
    others = [each for each in brought if each not in felt]
    every = [*(listed | dict.fromkeys(others) | felt)]
    first = [each for each in every if back and each.startswith(back)]
    ordered = list(dict.fromkeys([*harms, *first, *every]))
    missed = [each.phrase for each in findings if each.code == "JM702" and each.phrase in ordered]
    late = [each for each in missed if ordered.index(each) > _TARGET]
    others = [each for each in ordered if each not in late]
    return [*others[:_TARGET], *late, *others[_TARGET:]]


def _phrases(finding: Finding) -> list[str]:
    """Returns what a finding says in a few words, and what those say that it takes in."""
    return [finding.phrase, *(each.message for each in finding.related if each.code)]


def _said(reasons: Sequence[Reason], kind: ReasonKind, analysis: Analysis) -> list[str]:
    return [in_english(each, analysis.journey_map) for each in reasons if each.kind is kind]


def _going_back(point: Point, analysis: Analysis) -> str:
    """Returns how a reason begins that many have to go back; empty where few do, or nobody."""
    known = analysis.reasons[point.step.position]
    many = [each for each in known if each.figures.get("share", 0.0) >= _MANY]
    return next(iter(_said(many, ReasonKind.WAY_BACK, analysis)), "")


def _fullest(phrases: Sequence[str]) -> list[str]:
    """Returns phrases without those that another one goes on from."""
    return [
        each
        for each in phrases
        if not any(other != each and other.startswith(each) for other in phrases)
    ]


def _is_elsewhere(reason: Reason, point: Point, analysis: Analysis) -> bool:
    """Tells whether a reason has a finding of its own, a bad ending, or people were told of it."""
    is_memory = reason.kind in {ReasonKind.LOWEST, ReasonKind.BAD_ENDING}
    if is_memory:
        return point.step.position == analysis.curve.ending
    return reason.kind is ReasonKind.LONG_WAIT and _is_announced(point)


def _is_announced(point: Point) -> bool:
    long = long_wait(point.step.step)
    return long is not None and bool(long[1].announced)
