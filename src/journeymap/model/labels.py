"""Words of pictures and tables, in the languages that maps are labelled in."""

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES = ("en", "es", "pl")
"""Languages with labels; any other language falls back to English."""


def _table(text: str) -> Mapping[str, Mapping[str, str]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return MappingProxyType({key: dict(zip(LANGUAGES, words, strict=True)) for key, *words in rows})


LABELS = _table("""
    steps         | Steps            | Pasos               | Kroki
    step          | Step             | Paso                | Krok
    stage         | Stage            | Etapa               | Etap
    emotion       | Emotion          | Emoción             | Emocje
    delighted     | delighted        | encantado           | zachwyt
    neutral       | neutral          | neutral             | neutralnie
    distressed    | distressed       | angustiado          | przygnębienie
    needs         | Needs            | Necesidades         | Potrzeby
    channel       | Channel          | Canal               | Kanał
    pains         | Pains            | Problemas           | Problemy
    opportunities | Ideas            | Ideas               | Pomysły
    current       | current          | actual              | stan obecny
    desired       | desired          | deseado             | stan docelowy
    reviewed      | reviewed         | revisado            | przegląd
    wait          | waits            | espera              | czeka
    leave         | leave            | se van              | odchodzi
    handoff       | hand-off         | traspaso            | przekazanie
    moment        | moment of truth  | momento de la verdad | moment prawdy
    critical      | critical moment  | momento crítico     | moment krytyczny
    truth         | moment of truth  | momento de la verdad | moment prawdy
    trust-inflection | trust inflection | punto de confianza | próg zaufania
    wait-time     | wait             | espera              | czekanie
    handed-over   | hand-off         | traspaso            | przekazanie
    leak          | people who leave | personas que se van | odchodzący
    bridge        | no rating        | sin valoración      | brak oceny
    gap           | not filled in    | sin completar       | nieuzupełnione
    assumption    | rests on assumptions | se basa en supuestos | oparte na założeniach
    assumed-share | assumed          | supuesto            | założone
    continued     | continued        | continuación        | ciąg dalszy
    of            | of               | de                  | z
""")
"""Every label by key and language."""


def label(key: str, language: str | None) -> str:
    """Returns a label in a language, in English where the language has none.

    Raises:
        KeyError: there is no such label.
    """
    words = LABELS[key]
    return words.get((language or "en").casefold()[:2], words["en"])
