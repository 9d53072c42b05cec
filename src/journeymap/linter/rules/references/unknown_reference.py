"""JM101."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from journeymap.authoring import (
    Applicability,
    Context,
    FileKind,
    Finding,
    Fix,
    JourneyMap,
    MapFile,
    Mark,
    Namespace,
    Replace,
    locate,
    locate_key,
    one_by_one,
    rule,
)
from journeymap.authoring import listed as one_of
from journeymap.linter.rules.references._candidates import (
    by_meaning,
    framework_by_stages,
    is_own_word,
    is_per_person,
    leading,
    means_another,
    numbered_step,
    reworded_step,
)
from journeymap.linter.rules.references._meaning import (
    DEFINED,
    INWARD,
    Guesses,
    Nobodies,
    is_known,
    references_of,
    scope,
)
from journeymap.linter.rules.references._sentences import in_sentence
from journeymap.model import feelings
from journeymap.model.ids import END
from journeymap.model.likeness import only
from journeymap.model.references import Reference
from journeymap.model.unread import UnreadError, if_read
from journeymap.quick_pattern import pattern
from journeymap.text.source import short

_FIELDS = {
    Namespace.PERSON: "`stakeholders`",
    Namespace.PERSONA: "`personas`",
    Namespace.CHANNEL: "`channels`",
    Namespace.INFORMATION: "`information`",
    Namespace.METRIC: "`metrics`",
    Namespace.EVIDENCE: "`evidence`",
    Namespace.SHARED_PAIN: "`pains` of a library that the map uses",
    Namespace.OPPORTUNITY: "`opportunities` of a step, or of a library that the map uses",
    Namespace.SHARED_OPPORTUNITY: "`opportunities` of a library that the map uses",
    Namespace.FRAMEWORK: "`frameworks` in `.journeymap.yaml`",
}
"""Where names are defined."""

_BETWEEN = pattern(r"\s*[,;/+&]\s*|\s+(?:and|or|y|o|e|i|oraz|lub)\s+", re.IGNORECASE)
_NUMBERED = pattern(r"(?P<name>\S.*?)[\s:=]+(?P<number>[-+]?\d+(?:\.\d+)?\s?%?)(?:\s[^\W\d_]+)?")
_WITH_NUMBER = {Namespace.METRIC: ("metric", "value"), Namespace.STEP: ("to", "share")}
"""The fields of an entry that has such a name and a number."""
_EMOTION = "emotion"
"""The field whose value is often written as a mapping from the feeling to its value."""
_FEW = 8
"""So many known names at most are listed."""


def _known_by(library: MapFile, user: MapFile) -> Sequence[bool | None]:
    """Tells of each reference of a library whether it leads somewhere in a map that uses that."""
    return (
        [
            if_read(partial(is_known, reference, user.journey_map), None)
            for reference in references_of(library, user.journey_map)
        ]
        if user.journey_map
        else []
    )


@rule(
    "JM101",
    "unknown-reference",
    severity="error",
    from_status="draft",
    notes_of_user=_known_by,
)
def unknown_reference(file: MapFile, context: Context) -> Iterator[Finding]:
    """A name stands for something that is defined nowhere.

    ## Why it matters

    Names tie a map together: who is at a step, where a way leads, which study backs a claim. One
    that leads nowhere is mostly a typing error, and whatever depends on it is left out of pictures
    and numbers. A name may be written as the id or as the name that was given, in any case:
    `Phone` finds `phone`.

    As long as a map and its libraries define no channel, no stakeholder or no information item,
    names of that kind are free. Once one is defined, every other must be, too. Metrics and evidence
    must always be defined.

    ## Bad

    ```yaml
    title: Dental clinic
    channels: [Phone, Letter]
    steps:
      - action: Calls the clinic
        channel: fone  # <- here
        evidence: interviews  # <- here
        next: {to: calls-again}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    channels: [Phone, Letter]
    evidence: [{id: interviews, kind: interview}]
    steps:
      - action: Calls the clinic
        channel: phone
        evidence: interviews
        next: {to: end}
    ```
    """
    journey_map = scope(file)
    if journey_map is None:
        return
    guesses, nobodies = Guesses(journey_map), Nobodies(journey_map)
    users = context.users()
    alone = file.kind is FileKind.LIBRARY and not users

    def unknown(reference: Reference, *elsewhere: bool | None) -> Iterator[Finding]:
        known = is_known(reference, journey_map) or any(elsewhere)
        if not known and None in elsewhere:
            raise UnreadError
        known = known and not nobodies.has(reference)
        if alone and reference.to is Namespace.AFFECTED:
            return  # a stage or a step of a map that is not at hand
        if not known and not _is_of_unknown_framework(reference, journey_map):
            another = _means_another(reference, journey_map, guesses)
            finding = _finding(reference, journey_map, guesses, another=another)
            several = (
                another
                or _with_numbers(reference, journey_map)
                or in_sentence(reference, journey_map)
                or _several(reference, journey_map, "")
            )
            yield replace(finding, fix=None if several else _fix(reference, guesses, file))

    yield from one_by_one(map(unknown, references_of(file, journey_map), *users))


def _is_of_unknown_framework(reference: Reference, journey_map: JourneyMap) -> bool:
    """Tells whether the framework that a stage is of is unknown itself, which is told already."""
    unknown = bool(journey_map.journey.framework and not journey_map.framework)
    return reference.to is Namespace.FRAMEWORK_STAGE and unknown


def _finding(
    reference: Reference, journey_map: JourneyMap, guesses: Guesses, *, another: bool
) -> Finding:
    message, help_ = _said(reference, journey_map, guesses, another=another)
    return Finding(
        message=message,
        help=help_,
        route=reference.route,
        mark=Mark.KEY if reference.is_key else Mark.VALUE,
    )


def _fix(reference: Reference, guesses: Guesses, file: MapFile) -> Fix | None:
    """Returns the fix that writes the only name near by; unsafe unless it is a slip of the pen."""
    if "," in reference.text:
        return None
    # A word that means something itself is hardly another one, misspelt.
    slips = () if is_own_word(reference) else guesses.slips(reference)
    if not (meant := only({entry.id for entry in slips or guesses.alike(reference)})):
        return None
    at = (locate_key if reference.is_key else locate)(file.tree, reference.route)
    return Fix(
        title=f"write {meant}",
        changes=(Replace(at=at, text=meant),),
        applicability=Applicability.SAFE if slips else Applicability.UNSAFE,
    )


def _said(
    reference: Reference, journey_map: JourneyMap, guesses: Guesses, *, another: bool
) -> tuple[str, str]:
    name, what = short(reference.text, 60), reference.to.value
    message = f"`{name}` names no {what}"
    near = guesses.likely(reference)
    if entries := _with_numbers(reference, journey_map):
        return f"{message}: a number stands behind it", f"write {entries}"
    if told := (
        in_sentence(reference, journey_map)
        or _several(reference, journey_map, message)
        or _meant(reference, journey_map, message, is_near=bool(near), another=another)
    ):
        return told
    if reference.to is Namespace.FRAMEWORK_STAGE and not journey_map.framework:
        return f"{message}: the map names no framework", "add framework: … at the top of the map"
    if _is_feeling(reference, journey_map, is_near=bool(near)):
        said = f"write emotion: {name} -1 if it is a feeling with its value"
        return message, f"{said}, or {_define(reference, journey_map)}"
    if near and not another:
        said = f"{message}; did you mean `{near[0].id}`?"
        return said, f"write {near[0].id}, or {_define(reference, journey_map)}"
    known = _choice(reference, journey_map, guesses)
    listed = f"write {one_of(list(known), 'or')}" if 0 < len(known) <= _FEW else ""
    if other := if_read(lambda: _elsewhere(reference, journey_map), ""):
        message = f"`{name}` is {other}, not {_article(what)}"
    ways = [_define(reference, journey_map), *([listed] if listed else [])]
    ways = ways[::-1] if reference.to is Namespace.STEP else ways  # whose id may be derived
    return message, ", or ".join(ways)


def _choice(reference: Reference, journey_map: JourneyMap, guesses: Guesses) -> Sequence[str]:
    """Returns the ids that may be meant: not that of the step itself, or of whose journey it is."""
    known = guesses.ids(reference.to)
    if own := leading(reference, journey_map):
        return [each for each in known if each != own.id]
    if "handoff" in reference.route:
        personas = journey_map.names(Namespace.PERSONA)
        return [each for each in known if not personas.find(each)]
    return known


def _meant(
    reference: Reference, journey_map: JourneyMap, message: str, *, is_near: bool, another: bool
) -> tuple[str, str] | None:
    """Says what a name may stand for that is like no other by its letters, or is a word itself."""
    if told := numbered_step(reference, journey_map):
        return told
    if (another or not is_near) and (
        likely := if_read(lambda: by_meaning(reference, journey_map), "")
    ):
        return message, f"{likely}, or {_define(reference, journey_map)}"
    if is_near:
        return None
    if told := if_read(lambda: framework_by_stages(reference, journey_map, message), None):
        return told
    reworded = reworded_step(reference, journey_map)
    return (message, reworded) if reworded else None


def _means_another(reference: Reference, journey_map: JourneyMap, guesses: Guesses) -> bool:
    near = guesses.likely(reference)
    return bool(near) and if_read(
        lambda: means_another(reference, journey_map, near[0].id), otherwise=True
    )


def _several(reference: Reference, journey_map: JourneyMap, message: str) -> tuple[str, str] | None:
    """Says that a name is several ones, of which some are defined, as in `phone and letter`."""
    parts = [part.strip() for part in _BETWEEN.split(reference.text) if part.strip()]
    known = [part for part in parts if journey_map.names(reference.to).find(part)]
    if len(parts) == 1 or not (known or "," in reference.text):
        return None
    listed, others = ", ".join(parts), [part for part in parts if part not in known]
    more = f", and define {short(', '.join(others))}" if others else ""
    if not reference.many:
        return f"{message}: only one fits here", f"write one of {listed}{more}"
    comma = "," in reference.text
    what = "a comma does not separate names here" if comma else "several names stand in one text"
    return f"{message}: {what}", f"write a list: [{listed}]{more}"


def _with_numbers(reference: Reference, journey_map: JourneyMap) -> str:
    """Returns entries for names with a number behind each: `NPS 42`, `waits 80 %, end 20 %`."""
    fields = _WITH_NUMBER.get(reference.to)
    found = [_NUMBERED.fullmatch(part) for part in re.split(r"\s*[,;]\s+", reference.text.strip())]
    if fields is None or not all(found):
        return ""
    name, number = fields
    pairs = [(each["name"], each["number"]) for each in found if each]
    known = journey_map.names(reference.to)
    if not all(known.find(each) or each == END for each, _ in pairs):
        return ""
    listed = [f"{{{name}: {each}, {number}: {value}}}" for each, value in pairs]
    return listed[0] if len(listed) == 1 else f"a list: [{', '.join(listed)}]"


def _is_feeling(reference: Reference, journey_map: JourneyMap, *, is_near: bool) -> bool:
    """Tells whether a feeling stands where a person belongs: `emotion: {angry: -2}`."""
    if _EMOTION not in reference.route:
        return False
    known = feelings.words(journey_map.journey.language or "")
    is_listed = feelings.fold(reference.text) in known
    return is_listed or not (is_near or is_per_person(reference, journey_map))


def _elsewhere(reference: Reference, journey_map: JourneyMap) -> str:
    """Returns what else the name stands for."""
    others = (Namespace.PERSONA, *DEFINED, Namespace.STEP, Namespace.PAIN)
    own = {reference.to, *([Namespace.PAIN] if reference.to is Namespace.SHARED_PAIN else [])}
    found = (to for to in others if to not in own and journey_map.names(to).find(reference.text))
    return next((_article(to.value) for to in found), "")


def _define(reference: Reference, journey_map: JourneyMap) -> str:
    """Says where such a name is defined."""
    is_inward = reference.is_key and reference.route[-2] in INWARD
    if is_inward and journey_map.is_free(Namespace.PERSON):
        return "add them to `with` where they take part, or define them under `stakeholders`"
    if reference.to in {Namespace.STEP, Namespace.PAIN, Namespace.REPAIRABLE}:
        return f"give a {reference.to.value} this id"
    where = _FIELDS.get(reference.to)
    if is_inward:
        return "define it under `personas` or `stakeholders`"
    if reference.to in {Namespace.SHARED_PAIN, Namespace.SHARED_OPPORTUNITY}:
        return f"write text: {short(reference.text)} if it is said here, or define it under {where}"
    return f"define it under {where}" if where else "leave it out"


def _article(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}" if what != "evidence" else what
