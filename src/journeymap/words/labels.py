"""Every word of ours that people read in pictures and tables, in the languages of maps."""

from collections.abc import Mapping
from types import MappingProxyType

from journeymap.model.fields import Day
from journeymap.model.journey import State
from journeymap.model.languages import LANGUAGES, labelled
from journeymap.words.change_labels import CHANGES
from journeymap.words.field_labels import FIELDS
from journeymap.words.leverage_labels import LEVERAGE
from journeymap.words.picture_labels import PICTURES
from journeymap.words.table_labels import TABLES

_FEW = range(2, 5)
"""Last digits of numbers that take the plural of few in Polish."""

GENERAL = """
    steps         | Steps            | Pasos               | Kroki
    step          | Step             | Paso                | Krok
    stage         | Stage            | Etapa               | Etap
    emotion       | Emotion          | Emoción             | Emocje
    delighted     | delighted        | encantado           | zachwyt
    feels-good    | good             | bien                | dobrze
    feels-bad     | bad              | mal                 | źle
    neutral       | neutral          | neutral             | neutralnie
    distressed    | distressed       | angustiado          | przygnębienie
    needs         | Needs            | Necesidades         | Potrzeby
    channel       | Channel          | Canal               | Kanał
    pains         | Pains            | Problemas           | Problemy
    opportunities | Ideas            | Ideas               | Pomysły
    current       | current state    | estado actual       | stan obecny
    desired       | desired state    | estado deseado      | stan docelowy
    reviewed      | reviewed         | revisado            | przegląd
    wait          | waits            | espera              | czeka
    leave         | leave            | se van              | rezygnuje
    partly-assumed | partly assumed  | en parte supuesto   | częściowo założone
    all-assumed   | all steps and figures assumed | todos los pasos y cifras supuestos \
                  | wszystkie kroki i liczby założone
    persona-partly-assumed | persona: partly assumed | persona: supuesta en parte \
                  | persona: częściowo założona
    persona-all-assumed | persona: all assumed | persona: supuesta del todo \
                  | persona: całkowicie założona
    all-figures-assumed | all figures assumed | todas las cifras supuestas \
                  | wszystkie liczby założone
    weights-assumed | How much of all each persona stands for is assumed. \
                  | Se supone cuánto del total representa cada persona. \
                  | Założono, jaką część wszystkich stanowi każda persona.
    note-time-mean | Of all personas: the mean of their ways, by how much of all each stands for. \
                  | De todas las personas: la media del camino de cada una, según cuánto del total \
                    representa. \
                  | Wszystkich person: średnia drogi każdej z nich, ważona jej częścią całości.
    only-of       | only {who}       | solo {who}          | tylko {who}
    meanwhile-of  | meanwhile        | mientras tanto      | równocześnie
    handoff       | hand-off         | traspaso            | przekazanie
    moment        | moment of truth  | momento de la verdad | moment prawdy
    critical      | critical moment  | momento crítico     | moment krytyczny
    truth         | moment of truth  | momento de la verdad | moment prawdy
    trust-inflection | trust inflection | punto de confianza | próg zaufania
    first-impression | first impression | primera impresión | pierwsze wrażenie
    duration      | Duration         | Duración            | Czas trwania
    runs-beside   | At the same time as | Al mismo tiempo que | Równocześnie z krokiem
    deadline      | To begin within  | Plazo para empezar  | Termin rozpoczęcia
    wait-time     | wait             | espera              | czekanie
    handed-over   | hand-off         | traspaso            | przekazanie
    leak          | people who leave | personas que se van | kto rezygnuje
    mixed         | mixed feelings   | sentimientos mezclados | mieszane uczucia
    bridge        | no rating        | sin valoración      | brak oceny
    gap           | not filled in    | sin completar       | nieuzupełnione
    assumption    | assumed or no evidence | supuesto o sin evidencia | założone lub bez dowodów
    assumed-share | assumed          | supuesto            | założone
    assumed-brief | est.             | est.                | szac.
    concentrate-here | matters more · got less | importa más · recibe menos \
                  | ważniejsze · wypada gorzej
    concentrate-here-desired | matters more · aimed lower | importa más · meta más baja \
                  | ważniejsze · cel niższy
    keep-up-desired | matters more · aimed higher | importa más · meta más alta \
                  | ważniejsze · cel wyższy
    low-priority-desired | matters less · aimed lower | importa menos · meta más baja \
                  | mniej ważne · cel niższy
    possible-overkill-desired | matters less · aimed higher | importa menos · meta más alta \
                  | mniej ważne · cel wyższy
    keep-up       | matters more · got more | importa más · recibe más | ważniejsze · wypada lepiej
    low-priority  | matters less · got less | importa menos · recibe menos \
                  | mniej ważne · wypada gorzej
    possible-overkill | matters less · got more | importa menos · recibe más \
                  | mniej ważne · wypada lepiej
    findings      | Findings         | Observaciones       | Uwagi
    thoughts      | Thoughts         | Pensamientos        | Myśli
    quotes        | Says             | Dice                | Mówi
    people        | Who takes part   | Quién participa     | Kto bierze udział
    expectations  | Expectations     | Expectativas        | Oczekiwania
    frontstage    | Frontstage       | En escena           | Na scenie
    backstage     | Backstage        | Entre bastidores    | Za kulisami
    systems       | Systems          | Sistemas            | Systemy
    gains         | Goes well        | Va bien             | Co działa
    evidence      | Evidence         | Evidencia           | Dowody
    continued     | continued        | continuación        | ciąg dalszy
    of            | of               | de                  | z
    unmet-need    | unmet need       | necesidad no cubierta | niezaspokojona potrzeba
    expectation-gap | expectation gap | brecha de expectativa | luka oczekiwań
    low-emotion   | low emotion      | emoción baja        | złe emocje
    memory        | memory           | recuerdo            | pamięć
    hazard        | hazard           | riesgo              | ryzyko
    flow-gain     | flow gain        | ganancia de flujo   | zysk z przepływu
    hand-off      | hand-off         | traspaso            | przekazanie
    effort        | effort           | esfuerzo            | wysiłek
    importance    | importance       | importancia         | ważność
    expected      | expected         | esperado            | oczekiwane
    perceived     | perceived        | percibido           | odczute
    and           | and              | y                   | i
    reason-pain   | {text} (risk {risk} of {of}) | {text} (riesgo {risk} de {of}) \
                  | {text} (ryzyko {risk} z {of})
    reason-long-wait | wait of {text} after this step | espera de {text} después de este paso \
                  | czekanie po tym kroku: {text}
    reason-asked-again | asked again: {items} | se vuelve a pedir: {items} \
                  | ponowne pytanie: {items}
    reason-channel-in-vain | tried first without success: {items} | intento en vano: {items} \
                  | na próżno: {items}
    reason-way-back | {share} of 100 who come here go back \
                  | vuelven atrás {share} de cada 100 que llegan aquí \
                  | wraca {share} na 100 osób, które tu trafiają
    reason-way-back-one | {share} of 100 who come here goes back \
                  | vuelve atrás {share} de cada 100 que llegan aquí \
                  | wraca {share} na 100 osób, które tu trafiają
    reason-way-back-some | some go back   | algunos vuelven atrás | niektórzy wracają
    reason-not-passed-on | not passed on: {items} | sin transmitir: {items} \
                  | nie przekazano: {items}
    reason-leaving | {share} of 100 who come here leave \
                  | se van {share} de cada 100 que llegan aquí \
                  | rezygnuje {share} na 100 osób, które tu trafiają
    reason-leaving-one | {share} of 100 who come here leaves \
                  | se va {share} de cada 100 que llegan aquí \
                  | rezygnuje {share} na 100 osób, które tu trafiają
    reason-leaving-again | {share} of 100 who come here leave, each time \
                  | cada vez se van {share} de cada 100 que llegan aquí \
                  | za każdym razem rezygnuje {share} na 100 osób, które tu trafiają
    reason-leaving-again-one | {share} of 100 who come here leaves, each time \
                  | cada vez se va {share} de cada 100 que llegan aquí \
                  | za każdym razem rezygnuje {share} na 100 osób, które tu trafiają
    reason-lost   | {share} of 100 who come here are lost \
                  | se pierden {share} de cada 100 que llegan aquí \
                  | odpada {share} na 100 osób, które tu trafiają
    reason-lost-one | {share} of 100 who come here is lost \
                  | se pierde {share} de cada 100 que llegan aquí \
                  | odpada {share} na 100 osób, które tu trafiają
    reason-lost-again | {share} of 100 who come here are lost, each time \
                  | cada vez se pierden {share} de cada 100 que llegan aquí \
                  | za każdym razem odpada {share} na 100 osób, które tu trafiają
    reason-lost-again-one | {share} of 100 who come here is lost, each time \
                  | cada vez se pierde {share} de cada 100 que llegan aquí \
                  | za każdym razem odpada {share} na 100 osób, które tu trafiają
    reason-emotion | emotion {value} | emoción {value}     | emocje {value}
    reason-feeling | feels {feeling} | se siente {feeling} | czuje się: {feeling}
    reason-lowest | the lowest moment | el peor momento    | najgorszy moment
    reason-lowest-equal | one of the {equal} lowest moments | uno de los {equal} peores momentos \
                  | jeden z {equal} najgorszych momentów
    reason-bad-ending | the journey ends badly | termina mal | kończy się źle
    idea-gravest  | against {pain}, {grave} | contra {pain}, {grave} \
                  | przeciw {pain}, {grave}
    idea-most-against | of {n} ideas against {pain}, {grave}, the most impact for its \
                    effort | de {n} ideas contra {pain}, {grave}, la de más impacto \
                    por esfuerzo | z {n} pomysłów przeciw {pain}, {grave}, najwięcej efektu \
                    za nakład
    idea-gravest-taken | taken to be against {pain}, {grave}, as the map does not say \
                  | se supone contra {pain}, {grave}, pues el mapa no lo dice \
                  | uznany za pomysł przeciw {pain}, {grave}, bo mapa tego nie mówi
    idea-most-against-taken | of {n} ideas taken to be against {pain}, {grave}, as the \
                    map does not say, the most impact for its effort \
                  | de {n} ideas que se suponen contra {pain}, {grave}, pues el mapa \
                    no lo dice, la de más impacto por esfuerzo \
                  | z {n} pomysłów uznanych za przeciwne {pain}, {grave}, bo mapa \
                    tego nie mówi, najwięcej efektu za nakład
    idea-most     | of {n} open ideas here the most impact for its effort \
                  | de {n} ideas abiertas aquí, la de más impacto por esfuerzo \
                  | z {n} otwartych pomysłów tutaj najwięcej efektu za nakład
    idea-only     | the only open idea here | la única idea abierta aquí \
                  | jedyny otwarty pomysł tutaj
    idea-first    | the first of {n} open ideas, none with impact and effort \
                  | la primera de {n} ideas abiertas, ninguna con impacto y esfuerzo \
                  | pierwszy z {n} otwartych pomysłów, żaden nie ma efektu i nakładu
    idea-of-another | not against {pain}, {grave} | no contra {pain}, {grave} \
                  | nie przeciw {pain}, {grave}
    gravest       | the gravest here | lo más grave aquí | najpoważniejszemu tutaj
    weightiest    | which weighs most here | lo que más pesa aquí | które waży tu najwięcej
    idea-elsewhere | at {step}       | en {step}           | przy {step}
    quoted        | “{text}”         | «{text}»            | „{text}”
    waiting-line  | {wait} of waiting | {wait} de espera   | czekanie: {wait}
    waiting-dark  | {wait} of waiting, {dark} of it unannounced \
                  | {wait} de espera, {dark} sin avisar \
                  | czekanie: {wait}, w tym bez zapowiedzi: {dark}
    waiting-besides | {wait} of waiting besides what is planned \
                  | {wait} de espera, aparte de la planificada | czekanie poza planowanym: {wait}
    waiting-dark-besides | {wait} of waiting besides what is planned, {dark} of it unannounced \
                  | {wait} de espera, aparte de la planificada; {dark} sin avisar \
                  | czekanie poza planowanym: {wait}, w tym bez zapowiedzi: {dark}
    waiting-time  | Waiting          | Espera              | Czekanie
    months        | Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec \
                  | ene feb mar abr may jun jul ago sep oct nov dic \
                  | sty lut mar kwi maj cze lip sie wrz paź lis gru
    interview-one | {n} interview    | {n} entrevista      | {n} wywiad
    interview-few | {n} interviews   | {n} entrevistas     | {n} wywiady
    interview-many | {n} interviews  | {n} entrevistas     | {n} wywiadów
    survey-one    | survey of {n} person | encuesta a {n} persona | ankieta wśród {n} osoby
    survey-few    | survey of {n} people | encuesta a {n} personas | ankieta wśród {n} osób
    survey-many   | survey of {n} people | encuesta a {n} personas | ankieta wśród {n} osób
    complaint-one | {n} complaint    | {n} queja           | {n} skarga
    complaint-few | {n} complaints   | {n} quejas          | {n} skargi
    complaint-many | {n} complaints  | {n} quejas          | {n} skarg
    diary-one     | {n} diary        | {n} diario          | {n} dziennik
    diary-few     | {n} diaries      | {n} diarios         | {n} dzienniki
    diary-many    | {n} diaries      | {n} diarios         | {n} dzienników
    review-one    | {n} review       | {n} reseña          | {n} opinia
    review-few    | {n} reviews      | {n} reseñas         | {n} opinie
    review-many   | {n} reviews      | {n} reseñas         | {n} opinii
    records-one   | {n} record       | {n} registro        | {n} zapis
    records-few   | {n} records      | {n} registros       | {n} zapisy
    records-many  | {n} records      | {n} registros       | {n} zapisów
    observation-one | {n} observation | {n} observación    | {n} obserwacja
    observation-few | {n} observations | {n} observaciones | {n} obserwacje
    observation-many | {n} observations | {n} observaciones | {n} obserwacji
    workshop-one  | workshop with {n} person | taller con {n} persona | warsztat z {n} osobą
    workshop-few  | workshop with {n} people | taller con {n} personas | warsztat z {n} osobami
    workshop-many | workshop with {n} people | taller con {n} personas | warsztat z {n} osobami
    journeys      | Journeys         | Recorridos          | Podróże
    skip          | Skip to the maps | Ir a los mapas      | Przejdź do map
    dark          | Dark             | Oscuro              | Ciemny
    rows          | Rows             | Filas               | Wiersze
    step-details  | The step in detail | El paso en detalle | Krok w szczegółach
    choose-step   | Point at a step, or go from step to step with the arrow keys. \
                  | Señale un paso, o vaya de paso en paso con las flechas. \
                  | Wskaż krok albo przechodź między krokami strzałkami.
    touchpoint    | Touchpoint       | Punto de contacto   | Punkt styku
    moments       | Moment           | Momento             | Moment
    inner-map     | A map of its own | Un mapa propio      | Osobna mapa
    note          | Note             | Nota                | Notatka
    finding       | Finding          | Observación         | Uwaga
    leverage-points | Leverage points | Puntos de palanca   | Punkty dźwigni
    what-to-do    | What to do       | Qué hacer           | Co zrobić
"""
"""Words of pictures and tables alike, by key, a line each."""


LABELS: Mapping[str, str] = MappingProxyType(
    {
        key.strip(): words
        for key, _, words in (
            line.partition("|")
            for line in (GENERAL + FIELDS + PICTURES + TABLES + LEVERAGE + CHANGES).splitlines()
        )
        if words
    }
)
"""Every label by key: its words in each language, which are only told apart when it is used."""


def label(key: str, language: str | None) -> str:
    """Returns a label in a language, in English where the language has none.

    Raises:
        KeyError: there is no such label.
    """
    spoken = labelled(language)
    at = LANGUAGES.index(spoken) if spoken else 0
    return " ".join(LABELS[key].split("|")[at].split())


def of_state(key: str, state: State) -> str:
    """Returns the key of the words for a map of some state: what is aimed at, nobody got yet."""
    aimed = f"{key}-desired"
    return aimed if state is State.DESIRED and aimed in LABELS else key


def day(written: Day, language: str | None) -> str:
    """Returns a date as people write it: "12 Oct 2026", or "Oct 2026" where no day was given."""
    month = label("months", language).split()[written.date.month - 1]
    number = f"{written.date.day} " if written.written.count("-") > 1 else ""
    return f"{number}{month} {written.date.year}"


def marked(words: str, language: str | None, *, assumed: bool) -> str:
    """Returns a figure in words, with a mark where it is assumed."""
    return f"{words} ({label('assumed-share', language)})" if assumed else words


def estimated(title: str, language: str | None, *, assumed: bool) -> str:
    """Returns a title, as an estimate where a figure in it is assumed."""
    return f"{label('headline-estimate', language)} {title}" if assumed else title


def counted(kind: str, n: int, language: str | None) -> str | None:
    """Returns how many there are of a kind of evidence, with the noun in the right number.

    Plural forms after the Unicode CLDR (cardinals): English and Spanish have one for everything
    but 1; Polish has one for numbers that end in 2 to 4, save 12 to 14, and one for the others.

    Args:
        kind: of evidence ("interview").
        n: at least 0.
        language: of the words.

    Returns:
        The words ("14 interviews"); None for kinds that are not counted so, and for none of them.
    """
    few = n % 10 in _FEW and n % 100 // 10 != 1
    form = "one" if n == 1 else "few" if few else "many"
    key = f"{kind}-{form}"
    return label(key, language).format(n=n) if n and key in LABELS else None
