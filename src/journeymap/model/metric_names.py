"""What the name of a metric says that it measures, in English, Spanish and Polish.

A kind says "duration" of a wait, of a stay and of a whole treatment alike; the name tells them
apart. It is read by words and by what words begin with (a star); what it does not say is unknown.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from functools import cache, lru_cache

from journeymap.model.ids import slug
from journeymap.model.units import unit_words

_STEM = 5
"""Words that begin with so many letters alike are taken for forms of one word; house."""
_LEAST = 3
"""Shorter words of time ("y", "d") are no words of time in a name."""


class Topic(StrEnum):
    """What a metric is about, as far as its name says.

    Attributes:
        WAITING: how long one waits.
        ON_HOLD: the same, on the telephone or in a line: while a step goes on.
        SPAN: the time from one thing to another.
        BEGINNING: from where on it counts.
        WHOLE: something as a whole, from one end to the other.
        GOING_ON: how many go on.
        CONVERTING: how many of all get so far.
        ARRIVING: how many come who were to come, or do not.
        REACHING: how many come so far as to something.
        HELD: how many take place, or are still there.
        COMPLETING: how many come to the end.
        LEAVING: how many leave, or do not come.
        LOSING: the same, in words that are said of things as well.
        GIVING_UP: how many leave altogether.
        COMING_BACK: how many do something again.
        TIMED: what happens within a time, or in time.
        THINGS: papers, trains, pages and the like, of which a share is not one of people.
        PEOPLE: those whose journey it is.
        EACH: something counted a head.
    """

    WAITING = auto()
    ON_HOLD = auto()
    SPAN = auto()
    BEGINNING = auto()
    WHOLE = auto()
    GOING_ON = auto()
    CONVERTING = auto()
    ARRIVING = auto()
    REACHING = auto()
    HELD = auto()
    COMPLETING = auto()
    LEAVING = auto()
    LOSING = auto()
    GIVING_UP = auto()
    COMING_BACK = auto()
    TIMED = auto()
    THINGS = auto()
    PEOPLE = auto()
    EACH = auto()


_WORDS: Mapping[Topic, str] = {
    Topic.WAITING: "wait*, queu*, on hold, response time, time to respon*, turnaround, "
    "espera*, demora*, tiempo de respuesta, oczekiw*, oczekuj*, czeka*, kolejk*, czas odpowiedzi",
    Topic.ON_HOLD: "on hold, hold time, holding time, time to answer, time to pick up, "
    "on the phone, on the telephone, on the line, on the hotline, "
    "in the queue, in the line, waiting room, at the counter, al teléfono, por teléfono, en línea, "
    "en la cola, en cola, en la sala de espera, en el mostrador, na linii, przy telefonie, "
    "w kolejce, w poczekalni, na infolinii, przy okienku",
    Topic.SPAN: "from, to, until, till, between, since, desde, hasta, entre, od, do, pomiędzy, "
    "między",
    Topic.BEGINNING: "from, between, since, desde, entre, od, pomiędzy, między",
    Topic.WHOLE: "total, overall, whole, entire, altogether, end to end, door to door, all in all, "
    "throughput, lead time, cycle time, en total, completo, completa, recorrido, łączn*, "
    "całkowit*, całego, całej",
    Topic.GOING_ON: "accept, accepts, accepted, acceptance, attend, attends, attended, attendance, "
    "show up, shows up, showed up, turn up, turnout, kept, continue, continues, continued, renew, "
    "renews, renewed, renewal*, conversion*, convert, converts, converted, retention, sign up, "
    "signs up, buys, bought, purchase, purchases, purchased, "
    "acept*, acuden, acude, asisten, asiste, asistencia, continúa*, renueva*, renovaci*, "
    "contrata*, compra, compran, compraron, conversión, conversiones, retención, "
    "akcept*, zaakcept*, konwersj*, frekwencj*, stawi*, kupuj*, zakup*, odnawia*, odnowie*, "
    "utrzymani*",
    Topic.CONVERTING: "conversion*, convert, converts, converted, conversión, conversiones, "
    "konwersj*",
    Topic.ARRIVING: "attend, attends, attended, attendance, show up, shows up, showed up, turn up, "
    "turnout, kept, no show, no shows, noshow*, did not attend, do not attend, do not come, "
    "does not come, missed, acuden, acude, asisten, asiste, asistencia, inasist*, no acud*, "
    "ausen*, frekwencj*, stawi*, nieobecn*, niestawi*",
    Topic.REACHING: "reach, reaches, reached, reaching, get to, gets to, got to, getting to, "
    "get as far as, llegan a, llega a, llegaron a, llegado a, alcanza*, dociera*, dotar*, trafia*",
    Topic.HELD: "held, kept, attended, carried out, taken up, take up, retained, retain, retains, "
    "retention, still there, still wear, still use, still take, still in, realizad*, "
    "celebrad*, retenid*, acudid*, odbył*, odbyt*, "
    "zrealizowan*, przeprowadzon*, utrzyman*",
    Topic.COMPLETING: "completion, completed, completes, complete the, complete it, finish*, "
    "conversion rate, overall conversion, finaliz*, completan, completaron, completado, terminan, "
    "termina, terminaron, acaba, acaban, acabaron, acabado, ukończ*, kończy, kończą, dokończ*",
    Topic.LEAVING: "no show, no shows, noshow*, did not attend, do not attend, do not come, "
    "does not come, withdraw*, hang up, hung up, leave early, inasist*, no acud*, no asist*, "
    "no se present*, nieobecn*, niestawi*",
    Topic.LOSING: "lost, loss, losses, leave, leaves, leaving, missed, cancel*, declined, decline, "
    "declines, refus*, pierd*, perdid*, pérdida*, ausen*, rechaz*, utrac*, stracon*, odwoł*, "
    "odmow*",
    Topic.GIVING_UP: "dropout*, drop out, drop outs, drops out, dropped out, dropping out, "
    "abandon*, give up, gives up, gave up, giving up, attrition, churn*, quit, quits, desist*, "
    "porzuc*, rezygn*, zrezygn*, odchodz*, odejś*, odesz*",
    Topic.COMING_BACK: "repeat*, readmi*, recontact*, sent back, redone, repetid*, repite*, "
    "reingres*, devuelt*, powtórn*, powtórk*, powtarza*, ponown*, zwrócon*",
    Topic.TIMED: "within, on time, in time, first time, same day, annual, yearly, monthly, weekly, "
    "after a, a tiempo, en plazo, al año, al mes, anual*, mensual*, na czas, w ciągu, w terminie, "
    "roczn*, miesięczn*",
    Topic.THINGS: "letter, letters, paper, papers, result, results, form, forms, file, files, "
    "sample, samples, document*, report, reports, record, records, parcel, parcels, luggage, bags, "
    "train, trains, flight, flights, bus, buses, room, rooms, bed, beds, market, by us, "
    "page, pages, site, website, ad, ads, campaign*, click*, newsletter*, página*, anuncio*, web, "
    "clics, campaña*, stron*, reklam*, kampani*, kliknię*, "
    "tren, trenes, vuelo, vuelos, habitaciones, camas, mercado, pociąg*, lot, loty, lotów, łóż*, "
    "carta, cartas, papel, papeles, resultado, resultados, informe, informes, "
    "formulario*, muestra*, list, listy, listów, dokument*, wynik*, pism*, formularz*, próbk*",
    Topic.PEOPLE: "people, person, persons, patient*, customer*, client*, member*, guest*, "
    "visitor*, student*, user*, applicant*, candidate*, traveller*, passenger*, buyer*, citizen*, "
    "paciente*, clienta*, cliente*, persona*, socio*, huésped*, usuario*, alumno*, viajero*, "
    "pacjen*, klien*, osób, osoby, gości, uczni*, członk*, użytkownik*",
    Topic.EACH: "per person, per patient, per customer, per client, per member, per guest, "
    "per candidate, per applicant, per student, per passenger, per household, per user, "
    "per head, per case, each, por paciente, por cliente, por persona, por caso, na pacjent*, "
    "na klient*, na osob*",
}
"""House. A phrase of several words is meant as it stands."""

_PERIODS: Mapping[str, str] = {
    "day": "per day, a day, daily, por día, al día, diari*, dziennie, na dzień",
    "week": "per week, a week, weekly, por semana, a la semana, semanal*, tygodniowo, na tydzień",
    "month": "per month, a month, monthly, por mes, al mes, mensual*, miesięcznie, na miesiąc",
    "quarter": "per quarter, a quarter, quarterly, por trimestre, al trimestre, kwartalnie, "
    "na kwartał",
    "year": "per year, a year, yearly, per annum, annual*, por año, al año, anual*, rocznie, "
    "na rok",
}


@lru_cache(maxsize=1_024)
def topics(name: str) -> frozenset[Topic]:
    """Returns all that a name says that it is about; a length of time in it makes it timed."""
    said = _spaced(name)
    found = {topic for topic, phrases in _phrases().items() if _holds(said, phrases)}
    if any(len(word) >= _LEAST and word in unit_words() for word in said.split()):
        found.add(Topic.TIMED)
    return frozenset(found)


@lru_cache(maxsize=1_024)
def period(text: str) -> str | None:
    """Returns in which time something is counted: day, week, month …; None where it is not said."""
    said = _spaced(text.replace("/", " per "))
    return next((name for name, phrases in _by_period().items() if _holds(said, phrases)), None)


def share_a_word(one: str, other: str) -> bool:
    """Tells whether two texts have a longer word in common, in whatever form."""
    return not _stems(one).isdisjoint(_stems(other))


def names_apart(name: str, one: str, other: str) -> bool:
    """Tells whether a name has a longer word of one text that is none of another one's.

    Args:
        name: the name of a metric.
        one: the text that it may be called after.
        other: the text whose words do not count.
    """
    return bool((_stems(name) & _stems(one)) - _stems(other))


def is_of_all(name: str, *whole: str) -> bool:
    """Tells whether a name that says "total" or the like means all of something, not of a part.

    It does where it names nothing else, or what the whole is called, or says from where to where.

    Args:
        name: the name of a metric.
        whole: what the whole is called.
    """
    said = topics(name)
    plain = not _stems(_whole().sub(" ", _spaced(name)))
    named = any(share_a_word(name, each) for each in whole)
    return Topic.WHOLE in said and (plain or named or Topic.SPAN in said)


@lru_cache(maxsize=4_096)
def _stems(text: str) -> frozenset[str]:
    stems = frozenset(word[:_STEM] for word in _spaced(text).split() if len(word) >= _STEM)
    return stems - {word[:_STEM] for word in _PLAIN.split()}


_PLAIN = (
    "waiting average number share total first after before until between patients people "
    "customers clients tiempo espera media número primera después antes hasta entre pacientes "
    "clientes personas czas oczekiwania średni średnia liczba pierwsza przed pacjenci pacjentów "
    "klienci klientów minutes hours weeks months years semanas meses minut godzin tygodni "
    "duration length period duración długość journey"
)
"""Words that names of metrics share with any step."""


def _spaced(text: str) -> str:
    return slug(text).replace("-", " ")


def _holds(said: str, phrases: tuple[str, ...]) -> bool:
    return any(map(f" {said} ".__contains__, phrases))


@cache
def _phrases() -> Mapping[Topic, tuple[str, ...]]:
    return {topic: tuple(_sought(words)) for topic, words in _WORDS.items()}


@cache
def _by_period() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(_sought(words)) for name, words in _PERIODS.items()}


def _sought(words: str) -> Iterator[str]:
    """Walks phrases as they stand between spaces; what a word begins with has none behind it."""
    for word in words.split(","):
        phrase = word.strip()
        yield f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} "


@cache
def _whole() -> re.Pattern[str]:
    each = (
        re.escape(word.strip()).replace(r"\*", r"\w*") for word in _WORDS[Topic.WHOLE].split(",")
    )
    return re.compile(rf"\b(?:{'|'.join(each)})\b")
