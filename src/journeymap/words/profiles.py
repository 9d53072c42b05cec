"""What is known of a person, in words: who they are, what drives them, what they need."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.evidence import is_assumed
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.people import Person, Persona, Stakeholder
from journeymap.words.facts import Fact, Said, evidence_entries, facts, with_more
from journeymap.words.labels import LABELS, label, marked
from journeymap.words.shares import percent


def profile(journey_map: JourneyMap, who: Defined[Person]) -> tuple[Fact, ...]:
    """Returns what is known of a person besides the name, in the language of the map."""
    return tuple(facts(_told(journey_map, who.item), journey_map.journey.language))


def described(journey_map: JourneyMap) -> tuple[Defined[Persona], ...]:
    """Returns whose journey it is, and the other personas that the map itself defines."""
    chosen = journey_map.personas_chosen
    others = (each for each in journey_map.personas.defined if not each.library)
    known = [each.id for each in chosen]
    return (*chosen, *(each for each in others if each.id not in known))


def involved(journey_map: JourneyMap) -> tuple[Defined[Stakeholder], ...]:
    """Returns the stakeholders that the map defines, and those of libraries who have a part."""
    there = {who for step in journey_map.steps for who in journey_map.present(step)}
    people = journey_map.stakeholders.defined
    return tuple(each for each in people if not each.library or each.id in there)


def _told(journey_map: JourneyMap, person: Person) -> Iterator[Said]:
    language = journey_map.journey.language
    say = partial(label, language=language)
    if isinstance(person, Persona):
        yield "segment", (person.segment,)
        yield "share-of-all", (_share(journey_map, person),)
    if isinstance(person, Stakeholder):
        yield "person-kind", (person.kind and say(f"person-{person.kind}"),)
        yield "part-of", (person.part_of and journey_map.person_label(person.part_of),)
        yield "influence", (None if person.influence is None else f"{person.influence}/5",)
    facts_ = person.demographics.items()
    yield "demographics", (f"{_named('fact', key, language)}: {value}" for key, value in facts_)
    yield "motivations", person.motivations
    yield "goals", person.goals
    yield "needs", person.needs
    yield "frustrations", person.frustrations
    yield "behaviours", person.behaviours
    yield "preferences", _preferences(journey_map, person)
    yield "products", person.products
    yield "sources", person.sources
    yield "own-words", (person.quote and say("quoted").format(text=person.quote),)
    if isinstance(person, Persona) and person.picture:
        shown = say("picture-shown" if person.picture.consent else "picture-kept")
        yield "picture", (with_more(person.picture.file, shown),)
    yield "evidence", evidence_entries(journey_map, person.evidence)


def _share(journey_map: JourneyMap, persona: Persona) -> str | None:
    if persona.share is None:
        return None
    assumed = is_assumed(journey_map, own=persona.evidence)
    language = journey_map.journey.language
    words = percent(persona.share, assumed=assumed, language=language)
    return marked(words, language, assumed=assumed)


def _preferences(journey_map: JourneyMap, person: Person) -> Iterator[str | None]:
    if person.preferences:
        yield from map(journey_map.channels.label_of, person.preferences.channels)
        if person.preferences.language:
            language, spoken = journey_map.journey.language, person.preferences.language
            yield label("in-language", language).format(name=_named("language", spoken, language))


def _named(kind: str, written: str, language: str | None) -> str:
    """Returns what a key or a code is called where that is known, else the words as written."""
    key = f"{kind}-{written.strip().casefold()}"
    return label(key, language) if key in LABELS else written
