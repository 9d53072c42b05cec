"""JM403."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from journeymap.analysis.effort import Asked
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Related,
    Route,
    Severity,
    at_a_step,
    few,
    quoted,
    rule,
    slug,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules.leverage._points import pressing
from journeymap.model.stems import is_document

_AGAIN = re.compile(
    r"\b(again|otra vez|de nuevo|nuevamente|znowu|znów|ponownie|jeszcze raz|od nowa)\b",
    re.IGNORECASE,
)
"""Words by which people say that they had to do something once more."""
_STEM = 5
"""So many letters at the beginning of a word tell what it is about; house."""
_CHECK = "is that a check for safety's sake?"
_CHECKS = "are those checks for safety's sake?"
_APART = "could the one pass it on to the other?"

_HELP = (
    "pass on what is known (reuses:), or list it in confirms: where it is asked again on purpose"
)
_HELP_HANDED = (
    "do not ask for what is not needed here; let that hand-off carry what is, or list it in "
    "confirms: where it is asked again on purpose"
)
_HELP_APART = (
    "if so, declare the hand-off that carries it; if each house needs it from people themselves, "
    "leave it in gives:"
)
_HELP_CHECK = (
    "if it is, list it in confirms: and tell people why they are asked; if not, pass on what is "
    "known (reuses:)"
)


def _gathered(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells a step once, and of all steps whose asking may be a check, that once."""
    routes = {finding.route for finding in findings}
    again = [asked for asked in context.analysis.asked_twice if _route(asked) in routes]
    checks = [asked for asked in again if asked.check]
    kept = {id(asked) for asked in checks}
    others = [asked for asked in again if id(asked) not in kept and not _is_known(asked, context)]
    yield from _alike(others, context)
    # One question about a step is enough: whoever answers it sees what else is asked there.
    seen = {asked.step.position for asked in others if asked.apart}
    checks = [asked for asked in checks if asked.step.position not in seen]
    told = tuple(_by_step(checks, context))
    yield from told if len(told) <= 1 else [_of_several(told, checks, context)]


def _is_known(asked: Asked, context: Context) -> bool:
    """Tells whether the map says itself that another house has it said again, or passed it on.

    A pain says the one, a paper of those who asked before, handed in at the very step, the other.
    """
    if not asked.apart:
        return False
    is_said = any(_AGAIN.search(each.label) for each in asked.step.pains)
    return is_said or _is_on_paper(asked, context.journey_map)


def _is_on_paper(asked: Asked, journey_map: JourneyMap) -> bool:
    """Tells whether a paper given at a step is of the thing that is asked, or of who asked first.

    By its name: "Doctor's certificate", where the family doctor asked before.
    """
    known = journey_map.information
    people = map(journey_map.person_label, journey_map.present(asked.before))
    of = _stems(known.label_of(asked.item)).union(*map(_stems, people))
    step = asked.step.step
    others = [known.label_of(each) for each in (*step.gives, *step.reuses)]
    papers = [each for each in others if each != known.label_of(asked.item) and is_document(each)]
    return any(of & _stems(each) for each in papers)


def _stems(name: str) -> frozenset[str]:
    """Returns how the longer words of a name begin."""
    return frozenset(each[:_STEM] for each in slug(name).split("-") if len(each) >= _STEM)


def _alike(again: Sequence[Asked], context: Context) -> Iterator[Finding]:
    """Tells once of steps that ask for the very same, save of those that press by themselves."""
    points = {point.step.route for point in pressing(context.analysis)}
    groups: dict[tuple[object, ...], list[tuple[Asked, ...]]] = {}
    for own in _steps(again):
        asked = tuple((each.item, each.apart, each.by_most) for each in own)
        alone = own[0].step.route if own[0].step.route in points or own[0].apart else ()
        groups.setdefault((alone, asked), []).append(own)
    for first, *others in groups.values():
        (found,) = _by_step(first, context)
        yield _with_others(found, first, others, context) if others else found


def _with_others(
    found: Finding, first: Sequence[Asked], others: Sequence[Sequence[Asked]], context: Context
) -> Finding:
    """Returns a finding of a step that speaks of further steps as well."""
    every = [each.step.label for each, *_ in (first, *others)]
    labels = _labels(first, context)
    return replace(
        found,
        message=f"{quoted(every)} ask again for {quoted(labels)}, given before{_where(first)}",
        stands_for=(*found.stands_for, *(_route(each) for own in others for each in own)),
        related=(
            *found.related,
            *(Related(route=_route(own[0]), message="here as well") for own in others),
        ),
    )


def _labels(again: Sequence[Asked], context: Context) -> list[str]:
    known = context.journey_map.information
    return [known.label_of(asked.step.step.gives[asked.entry]) for asked in again]


def _by_step(again: Sequence[Asked], context: Context) -> Iterator[Finding]:
    for own in _steps(again):
        phrase = reason_at(own[0].step, ReasonKind.ASKED_AGAIN, context.analysis)
        yield _finding(context, own, phrase)


def _steps(again: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
    """Walks what is asked again, step by step."""
    groups = groupby(again, key=lambda asked: asked.step.position)
    return (tuple(group) for _, group in groups)


def _of_several(told: Sequence[Finding], checks: Sequence[Asked], context: Context) -> Finding:
    """Asks of several steps at once whether they check."""
    known = context.journey_map.information
    names = dict.fromkeys(known.label_of(each.step.step.gives[each.entry]) for each in checks)
    steps = dict.fromkeys(each.step.label for each in checks)
    return Finding(
        message=f"{few(tuple(steps))} ask again for {few(tuple(names))}: {_CHECKS}",
        help=told[0].help,
        severity=Severity.NOTE,
        stands_for=tuple(map(_route, checks)),
        related=tuple(Related(route=each.route, message=each.message) for each in told),
    )


@rule(
    "JM403",
    "asked-twice",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_gathered,
    needs=(at_a_step("information that is given", lambda placed_step: placed_step.step.gives),),
)
def asked_twice(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """The persona is asked for information that was given before, whichever way was taken.

    ## Why it matters

    Having to say it again is what people resent most and a service could spare them most easily: it
    tells them that nobody listened. What is asked again on purpose, to check, belongs in
    `confirms`: who somebody is, allergies or medication, asked again by a clinician or before an
    operation, may well be such a check, so that a note asks whether it is. What only some have
    given before is not meant, save where they are most of those who come, nor who goes round a loop
    again. Houses that no hand-off joins, as a bank and a notary, cannot know what the other was
    told, save in care. Where it might be passed on, and no hand-off there carries it or says that
    it is needed, or nobody knows who asks now (no `with`), a note asks; papers (a letter, a notice,
    what is signed) are told only of the same house; it is not asked where a pain of the step tells
    of it, or a paper of those who asked before is handed in there. Steps that ask for the very same
    are told as one. Papers that others stamp, certify, translate or check come back to the persona:
    the first to whom they are given is who keeps them. Named is the nearest step that asked before,
    of the same organisation first.

    ## Basis

    Practitioner: having to repeat information costs effort (Dixon, Toman & DeLisi, The Effortless
    Experience, Portfolio, 2013), and throws customers back to an earlier stage (Digital Strategy
    Yoga, How to move the healthcare customer higher in the value chain).

    ## Bad

    ```yaml
    title: Day surgery
    steps:
      - {action: Registers online, gives: [address, medication]}
      - {action: Sees the anaesthetist, gives: medication}  # <- here
    ```

    ## Good

    ```yaml
    title: Day surgery
    steps:
      - {action: Registers online, gives: [address, medication]}
      - {action: Sees the anaesthetist, reuses: medication, confirms: address, gives: address}
    ```
    """
    for again in _steps(context.analysis.asked_twice):
        phrase = reason_at(again[0].step, ReasonKind.ASKED_AGAIN, context.analysis)
        yield from (_finding(context, [asked], phrase) for asked in again)


def _where(again: Sequence[Asked]) -> str:
    """Returns at which steps it was given before, those last that only most have passed."""
    every = dict.fromkeys(each.before.label for each in again if not each.by_most)
    most = dict.fromkeys(each.before.label for each in again if each.by_most)
    some = f", by most, at {quoted(tuple(most))}" if most else ""
    if not every:
        return some
    return f" at {quoted(tuple(every))}{f' and{some}' if some else ''}"


def _route(asked: Asked) -> Route:
    return (*asked.step.route, "gives", asked.entry)


def _finding(context: Context, again: Sequence[Asked], phrase: str) -> Finding:
    labels = _labels(again, context)
    step = again[0].step
    check, apart = (all(each) for each in zip(*((a.check, a.apart) for a in again), strict=True))
    handed = again[0].handed if apart else None
    question = _CHECK if check else _APART if apart else ""
    if handed and not check:
        needed, it = ("is it", "it") if len(again) == 1 else ("are they", "them")
        question = f'{needed} needed, and could the hand-off at "{handed.label}" carry {it}?'
    return Finding(
        message=f'"{step.label}" asks again for {quoted(labels)}, given before{_where(again)}'
        + (f": {question}" if question else ""),
        help=_HELP_CHECK if check else _HELP_HANDED if handed else _HELP_APART if apart else _HELP,
        route=_route(again[0]),
        mark=Mark.VALUE,
        severity=Severity.NOTE if question else None,
        stands_for=tuple(map(_route, again)),
        phrase=phrase or f"asks again for {quoted(labels)}",
        survives_subsumption=check,
        related=tuple(
            Related(
                route=(*asked.before.route, "gives", asked.before_entry),
                message=f'"{label}" is given here',
            )
            for asked, label in zip(again, labels, strict=True)
        ),
    )
