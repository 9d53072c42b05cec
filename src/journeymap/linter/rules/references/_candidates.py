"""Which names of a map an unknown one may stand for by what it means, not by its letters."""

from collections.abc import Mapping
from typing import Any

from journeymap.authoring import (
    Defined,
    JourneyMap,
    Namespace,
    PersonKind,
    PlacedStep,
    listed,
    slug,
)
from journeymap.linter.rules.references._meaning import INWARD
from journeymap.model.likeness import is_form
from journeymap.model.people import Stakeholder
from journeymap.model.references import Reference
from journeymap.quick_pattern import pattern

_MEDIA = tuple(
    frozenset(words.split())
    for words in (
        "mail post postal letter letters carta correo poczta list listownie",
        "mail email e-mail emails correo correo-electronico mejl",
        "phone call calls telephone tel hotline helpline mobile telefono movil telefon infolinia",
        "web website webpage online portal internet site page pagina strona",
        "chat sms text text-message message whatsapp messenger mensaje czat wiadomosc",
        "desk counter reception branch shop store mostrador ventanilla tienda okienko recepcja",
    )
)
"""Words that people use for one medium; a word of two of them may mean either."""
_FAMILY = frozenset(
    word
    for words in (
        "husband wife spouse partner boyfriend girlfriend son daughter child mother mum mom father",
        "dad parent parents brother sister aunt uncle grandmother grandfather relative relatives",
        "family marido esposo esposa mujer pareja hijo hija madre padre hermano hermana abuela",
        "abuelo familia familiar maz zona syn corka matka mama ojciec tata rodzic rodzice brat",
        "siostra babcia dziadek rodzina partnerka",
    )
    for word in words.split()
)
"""Words for relatives, as slugs."""
_NUMBERED = pattern(r"(?:step|paso|krok|schritt)?[-\s]*(?:no\.?|nr\.?|#)?[-\s]*(?P<number>\d{1,3})")
_MOST = 3
"""So many candidates at most are named: of more, none is likelier than the others."""
_ALIKE = 0.5
"""So large a part of the words of two steps at least is the same where one was reworded; house."""
_IN_STEP = 4
"""So many parts of the route of a pain that an idea solves lie below its step."""
_SHORT_WORD = 2
"""Words of so many letters tell no step from another one."""


def is_own_word(reference: Reference) -> bool:
    """Tells whether a name is a word for a medium or a relative, so hardly another one misspelt."""
    name = slug(reference.text)
    if reference.to is Namespace.CHANNEL:
        return any(name in words for words in _MEDIA)
    return reference.to in {Namespace.PERSON, Namespace.PERSONA} and name in _FAMILY


def means_another(reference: Reference, journey_map: JourneyMap, near: str) -> bool:
    """Tells whether a name that is a word itself means something else than the one most like it.

    Args:
        reference: one that leads nowhere.
        journey_map: the map.
        near: the id that is most like it.
    """
    return is_own_word(reference) and _by_meaning(reference, journey_map) != (near,)


def _by_meaning(reference: Reference, journey_map: JourneyMap) -> tuple[str, ...]:
    if reference.to is Namespace.CHANNEL:
        return _channels(reference, journey_map)
    return _people(journey_map)


def by_meaning(reference: Reference, journey_map: JourneyMap) -> str:
    """Returns what to write for what the name may mean; empty where nothing is likelier.

    Args:
        reference: one that leads nowhere.
        journey_map: the map.
    """
    found = _by_meaning(reference, journey_map) if is_own_word(reference) else ()
    if 0 < len(found) <= _MOST:
        return _whichever(found, "")
    renamed = _renamed(reference, journey_map)
    return _whichever(renamed, ", which nothing names now,") if 0 < len(renamed) <= _MOST else ""


def _whichever(names: tuple[str, ...], why: str) -> str:
    said = listed(names, "or")
    return (
        f"write {said}, whichever is meant" if names[1:] else f"write {said}{why} if that is meant"
    )


def _channels(reference: Reference, journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns the channels of a map that are of a medium that a word means."""
    name = slug(reference.text)
    kin = frozenset().union(*(words for words in _MEDIA if name in words))
    others = frozenset().union(*_MEDIA) - kin
    found = []
    for entry in _defined(reference.to, journey_map).values():
        words = {entry.id, slug(entry.label), *_words(slug(entry.label))}
        if not kin.isdisjoint(words) and (entry.id in kin or others.isdisjoint(words)):
            found.append(entry.id)
    return tuple(found)


def _people(journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns the relatives of a map."""
    return tuple(
        entry.id
        for entry in _defined(Namespace.PERSON, journey_map).values()
        if isinstance(entry.item, Stakeholder) and entry.item.kind is PersonKind.FAMILY
    )


def is_per_person(reference: Reference, journey_map: JourneyMap) -> bool:
    """Tells whether an unknown key stands among persons, or is a word for one itself."""
    if not reference.is_key or reference.route[-2] not in INWARD:
        return False
    others = getattr(reference.holder, str(reference.route[-2]), None)
    known = journey_map.names(Namespace.PERSON)
    return slug(reference.text) in _FAMILY or (
        isinstance(others, Mapping) and any(known.find(str(key)) for key in others)
    )


def _renamed(reference: Reference, journey_map: JourneyMap) -> tuple[str, ...]:
    """Returns what is defined, named nowhere, and called by a name with these initials.

    An id that was changed where it is defined, and not where it is used, leaves that behind.
    """
    name = slug(reference.text)
    if reference.to not in {Namespace.PERSON, Namespace.INFORMATION}:
        return ()
    used = journey_map.once(_used)
    unused = {
        entry.id: slug(entry.label)
        for entry in _defined(reference.to, journey_map).values()
        if entry.id not in used
    }
    alike = [
        each
        for each, label in unused.items()
        if name in {"".join(word[0] for word in text.split("-") if word) for text in (each, label)}
        or set(name.split("-")) & {word for word in label.split("-") if len(word) > _SHORT_WORD}
    ]
    return tuple(alike)


def _used(journey_map: JourneyMap) -> frozenset[str]:
    """Returns the ids of all that any reference of a map means."""
    return frozenset(each.id for other in journey_map.references for each in other.found)


def numbered_step(reference: Reference, journey_map: JourneyMap) -> tuple[str, str] | None:
    """Says that a way names a step by its id where it has a number; None where it has none."""
    found = _NUMBERED.fullmatch(reference.text.strip().casefold())
    if reference.to is not Namespace.STEP or found is None:
        return None
    message = f"`{reference.text}` names no step: a way names a step by its id, not by its number"
    number = int(found["number"])
    if not 0 < number <= len(journey_map.steps):
        return message, f"the map has {len(journey_map.steps)} steps: write the id of one of them"
    step = journey_map.steps[number - 1]
    return message, f'write {step.id} if "{step.label}", step {number} of the map, is meant'


def reworded_step(reference: Reference, journey_map: JourneyMap) -> str:
    """Returns what to write where the action of a step was reworded, so that its id changed.

    Where a text stands for a pain, that is one of those of its own step, else one like it.
    """
    if reference.to in {Namespace.PAIN, Namespace.SHARED_PAIN}:
        return _pain_in_words(reference, journey_map)
    if reference.to is not Namespace.STEP:
        return ""
    name = slug(reference.text)
    words = _words(name)
    others = [each for each in journey_map.steps if each is not leading(reference, journey_map)]
    found = []
    for step in others:
        own = _words(step.id)
        same = len(words & own) / max(len(words | own), 1)
        if same >= _ALIKE and any(len(word) > _SHORT_WORD for word in words & own):
            found.append(step)
    found = found or [each for each in others if _holds(words, _words(each.id))]
    if len(found) != 1:
        return ""
    (step,) = found
    kept = "" if "id" in step.step.model_fields_set else f", or give it id: {name}"
    return f'write {step.id} if "{step.label}" is meant{kept}'


def leading(reference: Reference, journey_map: JourneyMap) -> PlacedStep | None:
    """Returns the step whose own way on a reference is: it hardly leads there itself."""
    if reference.to is not Namespace.STEP or "next" not in reference.route:
        return None
    route = reference.route
    return next(
        (each for each in journey_map.steps if route[: len(each.route)] == each.route), None
    )


def _holds(words: frozenset[str], own: frozenset[str]) -> bool:
    """Tells whether all words of an id, of several, stand in a name, whatever their endings."""
    long = [word for word in own if len(word) > _SHORT_WORD]
    return len(long) > 1 and all(any(is_form(word, each) for each in words) for word in long)


def framework_by_stages(
    reference: Reference, journey_map: JourneyMap, message: str
) -> tuple[str, str] | None:
    """Says which framework has the stages of the map, where one has more of them than all others.

    Args:
        reference: the name of a framework that is not known.
        journey_map: the map.
        message: that it is not.
    """
    if reference.to is not Namespace.FRAMEWORK:
        return None
    stages = {slug(each.label): each.label for each in journey_map.stages if each.label}
    shared = {
        entry.id: [
            label
            for name, label in stages.items()
            if any(name in map(slug, (each.id, *each.names)) for each in entry.item.stages)
        ]
        for entry in journey_map.names(Namespace.FRAMEWORK)
    }
    best, *others = sorted(shared.items(), key=lambda each: -len(each[1])) or [("", [])]
    rival = len(others[0][1]) if others else 0
    if len(best[1]) < max(len(stages) * _ALIKE, rival + 1, 2):
        return None
    said = listed(best[1][:_MOST])
    help_ = f"write {best[0]}, which has the stages {said} as well"
    help_ += "; one of your own is defined under `frameworks` in `.journeymap.yaml`"
    return f"{message}; did you mean `{best[0]}`?", help_


def _pain_in_words(reference: Reference, journey_map: JourneyMap) -> str:
    """Returns which ids to write where a pain is described instead; empty for what may be an id."""
    words = _words(slug(reference.text))
    if not reference.text.strip().count(" ") or "solves" not in reference.route:
        return ""
    defined = [entry for entry in journey_map.names(Namespace.PAIN) if entry.library is None]
    step = reference.route[: max(len(reference.route) - _IN_STEP, 0)]
    own = [entry.id for entry in defined if entry.route[: len(step)] == step]
    alike = [
        entry.id
        for entry in defined
        if any(
            len(word) > _SHORT_WORD for word in words & _words(slug(f"{entry.id} {entry.label}"))
        )
    ]
    found = [each for each in own if each in alike] or own or alike or [each.id for each in defined]
    if not found or len(found) > _MOST:
        return "write the id of a pain: give that pain one of a word or two, and name it here"
    of_step = "pains" if found[1:] else "a pain" if own[1:] else "the pain"
    where = f", {of_step} of this step" if found[0] in own else ""
    return f"write the id of a pain, which is {listed(found, 'or')}{where}"


def _words(name: str) -> frozenset[str]:
    return frozenset(name.split("-"))


def _defined(to: Namespace, journey_map: JourneyMap) -> Mapping[str, Defined[Any]]:
    return {entry.id: entry for entry in journey_map.names(to)}
