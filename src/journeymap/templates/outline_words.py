"""The words that outlines have for the fields of a step, and for what belongs to no step."""

import re
from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        word: field
        for field, words in {
            "need": "need needs necesidad necesidades necesita potrzeba potrzeby potrzebuje",
            "channel": "channel channels canal canales kanał kanały",
            "touchpoint": "touchpoint|touchpoints|punto de contacto|punkt styku",
            "thought": "thought thoughts thinks piensa pensamiento myśli myśl",
            "quote": "quote|quotes|says|cita|citas|cytat|cytaty|mówi",
            "emotion": "feels|feeling|feelings|emotion|emotions|mood|siente|se siente|emoción"
            "|emociones|sentimiento|sentimientos|estado de ánimo|czuje|czuje się|emocja|emocje"
            "|nastrój",
            "gains": "gain|gains|what goes well|lo que va bien|co idzie dobrze",
            "pains": "pain|pains|pain point|pain points|painpoint|painpoints|problem|problems"
            "|frustration|frustrations|dolor|dolores|problema|problemas|ból|bóle|problemy",
            "wait": "wait|waits|waiting|waiting time|espera|tiempo de espera|czeka|czas oczekiwania"
            "|oczekiwanie",
            "duration": "duration|time|duración|tiempo|dura|czas|czas trwania|trwa",
            "leaks": "leaks|drop-off|dropoff|abandono|abandonos|odpływ",
            "opportunities": "idea ideas opportunity opportunities oportunidad oportunidades "
            "pomysł pomysły",
            "questions": "question|questions|todo|to do|pregunta|preguntas|pytanie|pytania",
            "note": "note|notes|comment|comments|nota|notas|comentario|notatka|uwaga|uwagi",
        }.items()
        for word in words.split("|" if "|" in words else None)
    }
)
"""The fields of a step, in the order of a map, and the words that outlines have for them."""

SAID = re.compile(
    rf"(?P<word>{'|'.join(sorted(map(re.escape, FIELDS), key=len, reverse=True))})\s*:\s*"
    r"(?P<text>.*)",
    re.IGNORECASE,
)
"""A line that says something of a step."""
IN_BRACKETS = re.compile(
    rf"(?P<step>.*\S)\s*[(\[]\s*{SAID.pattern[: -len('(?P<text>.*)')]}"
    r"(?P<text>[^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
"""The same in brackets behind a step."""
LABELLED = re.compile(r"[^\W\d_][^\W\d_ ]*(?:[ /'-][^\W\d_]+){0,3}\s*:\s+\S.*")
"""A line that begins with a label of the analyst's own."""
LEAVES = re.compile(r"(?:-+>|=+>|→|➔|➜)\s*(?P<text>.*)")
"""A line behind an arrow."""
BESIDE = frozenset({"wait", "duration", "leaks", "note", "questions"})
"""Fields whose words are words of everyday, so that a line of its own may be a step."""
REMINDER = re.compile(r"(?:TODO|FIXME)\b")
ASIDE = re.compile(
    r"(?:attendees|participants|present|apologies|date|facilitator|moderator|scribe|location|"
    r"place|room|agenda|to ?do|fixme|action items?|next steps|asistentes|participantes|fecha|"
    r"lugar|facilitadora?|pendientes?|obecni|uczestnicy|data|miejsce|prowadząc[ay]|moderatorka|"
    r"do zrobienia)\s*:.*",
    re.IGNORECASE,
)
"""A line about the meeting that the outline comes from, or what is to be done after it."""
