"""Names in a sentence: a hand-off with what it carries, a way to a stage or to a step's number."""

import re

from journeymap.authoring import JourneyMap, Namespace, listed, slug
from journeymap.model.references import Reference
from journeymap.model.step import Step
from journeymap.model.unread import if_read
from journeymap.quick_pattern import pattern
from journeymap.reading.other_choices import kinds_called
from journeymap.text.source import short

Told = tuple[str, str]
"""A message and the help that goes with it."""
_SENTENCE = 6
"""So many words are more than a name; house."""
_FEW = 4
"""So many sources at most are named."""
_CARRIES = pattern(
    r"(?:with|and|carrying|bringing|con|y|llevando|z|ze|i)\s+"
    r"(?:(?:the|a|an|her|his|their|el|la|los|las|un|una|su|sus|jej|jego)\s+)?(?P<what>\S.*)",
    re.IGNORECASE,
)
_TO = pattern(r"\A(?:(?:to|a|al|do|para|dla)\s+)?(?:(?:the|el|la)\s+)?", re.IGNORECASE)
_SHARE = pattern(r"[\s,;(:]*(?P<share>\d{1,3}(?:\.\d+)?)\s*%\s*\)?\Z")
_LEADING = pattern(
    r"\A(?:(?:goes?|returns?|comes?|jumps?|skips?|loops?|back|again|forward|vuelve|vuelta|regresa|salta|"
    r"wraca|powrót|z powrotem|przeskakuje|to|a|al|do)\s+)+",
    re.IGNORECASE,
)
_STEP = pattern(
    r"(?:the\s+)?(?:step|paso|krok|kroku|no\.?|nr|#)\s*(?P<number>\d{1,3})", re.IGNORECASE
)


def in_sentence(reference: Reference, journey_map: JourneyMap) -> Told | None:
    """Says what to write for a name that is unknown as it stands; None where nothing tells that.

    Args:
        reference: the name.
        journey_map: the map that it stands in.
    """
    if reference.to is Namespace.PERSON and "handoff" in reference.route:
        return _handoff(reference, journey_map)
    if reference.to is Namespace.PERSONA and "only" in reference.route:
        return _only(reference, journey_map)
    if reference.to is Namespace.EVIDENCE:
        return _observation(reference, journey_map)
    if reference.to is Namespace.STEP:
        return if_read(lambda: _way(reference, journey_map), None)
    return None


def _handoff(reference: Reference, journey_map: JourneyMap) -> Told | None:
    """Says `specialist with the letter` with fields."""
    words = _TO.sub("", reference.text.strip(), 1).split()
    names = journey_map.names(Namespace.PERSON)
    for count in range(len(words) - 1, 0, -1):
        who = " ".join(words[:count]).rstrip(",;:(")
        if names.find(who):
            break
    else:
        return None
    rest = " ".join(words[count:]).strip("()")
    message = f"`{short(reference.text, 60)}` names no person: more than a name stands there"
    if found := _CARRIES.fullmatch(rest):
        return message, f"write {{to: {who}, carries: [{found['what']}]}}"
    return message, f"write {who}, and under note: {short(rest)}"


def _observation(reference: Reference, journey_map: JourneyMap) -> Told | None:
    """Says where what somebody said or did belongs that stands in the place of its source."""
    written = reference.text.strip()
    if len(written.split()) < _SENTENCE or kinds_called(written):
        return None  # few words, or the name of a study
    known = [entry.id for entry in journey_map.names(Namespace.EVIDENCE)]
    source = (
        f"write evidence: {listed(known, 'or')}" if 0 < len(known) <= _FEW else "name its source"
    )
    where = (
        "quote: if somebody said it, or to note:"
        if isinstance(reference.holder, Step)
        else "quote: or note: of the step"
    )
    message = f"`{short(written, 60)}` names no evidence: a sentence stands where an id belongs"
    defined = "if it is the name of a source, define that under `evidence`"
    return message, f"move it to {where}, and {source}; {defined}"


def _only(reference: Reference, journey_map: JourneyMap) -> Told | None:
    """Says where somebody stands who takes part, and is no persona."""
    name = reference.text.strip()
    if not journey_map.names(Namespace.PERSON).find(name):
        return None
    return (
        f"`{short(name)}` takes part, and is no persona of this map: `only` names personas",
        f"write actor: {name} for whose work the step is, or with: {name} for who is there, too",
    )


def _way(reference: Reference, journey_map: JourneyMap) -> Told | None:
    """Says which step a way leads to that names a stage, or the number of a step."""
    written = reference.text.strip()
    stage = next((each for each in journey_map.stages if slug(written) == slug(each.label)), None)
    steps = journey_map.steps_of(stage) if stage is not None and stage.label else ()
    if steps:
        return f"`{short(written)}` is a stage, and no step", f"write {steps[0].id}, its first step"
    share = _SHARE.search(written)
    bare = _LEADING.sub("", written[: share.start()] if share else written, 1).strip()
    target = _step(bare, journey_map)
    if not target:
        return None
    to = f"{{to: {target}, share: {share['share']} %}}" if share else target
    return (
        f"`{short(written)}` names no step: a sentence stands where its id belongs",
        f"write {to}",
    )


def _step(name: str, journey_map: JourneyMap) -> str:
    """Returns the id of the step that a name or a number tells; empty where none does."""
    found = journey_map.names(Namespace.STEP).find(name)
    if found:
        return found.id
    numbered = _STEP.fullmatch(name)
    place = int(numbered["number"]) if numbered else 0
    return journey_map.steps[place - 1].id if 0 < place <= len(journey_map.steps) else ""
