"""What the free words of a map speak of, in English, Spanish and Polish, as far as stems tell.

House. A stem stands at the beginning of a word; one that ends in `$` is the whole word, or ends
one. A list is never complete: what it lets pass, fields of the map can say.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from journeymap.model.ids import NO_WORDS
from journeymap.model.unread import UnreadError, UnreadText


class Topic(StrEnum):
    """What words may speak of.

    Attributes:
        WAITING: that somebody waits.
        BODY: what only happens where somebody or something is: an operation, a meal, a hearing.
        TALK: what is said, sent or agreed on, wherever.
        IDENTITY: what shows who somebody is, which each house has to see for itself.
        SAFETY: what is checked again for safety's sake: who somebody is, allergies, medication.
        SHOWN: where papers are shown, stamped, certified or translated, and handed back.
        BY_HAND: what passes from hand to hand, or is signed in presence.
        VIEWING: that somebody goes to see something.
        SIGHT: what is seen on the spot before it is chosen: a school, a flat, an open day.
        COUNTER: where people go to be served, and what has pages: an office, a website.
        COURT: who summons and notifies as the law has it: a court, an authority.
        FILING: that somebody applies, files or hands in, by a form that others prescribe.
        AT_ONCE: what is used up where it is asked for: a means of payment, a signature, a code.
        SOMEBODY: that somebody is wanted, to talk to or to help.
        FETCHED: that somebody only fetches or buys something.
        PAPER: what somebody makes out or writes for others: a letter, a result, what is signed.
        OWN: what people know, want or write themselves, and what is read off a paper.
        UNAWARE: that somebody dies, sleeps or is not conscious.
        FEAR: a feeling before what is fearful.
        GRIEF: a feeling at what weighs by itself.
        KIN: who somebody is to somebody else: a wife, a neighbour, a carer.
        THINKING: that somebody wants time to think something over, or to talk it over.
        DECIDING: that somebody makes up her mind.
        TELLING: that somebody is told how things stand, or how long they take.
        NOTICING: that somebody finds something amiss.
        REPORTING: that somebody turns to a service.
        LACKING: that something is not there, or does not arrive.
        SILENCE: that nothing is heard of somebody.
    """

    WAITING = "waiting"
    BODY = "body"
    TALK = "talk"
    IDENTITY = "identity"
    SAFETY = "safety"
    SHOWN = "shown"
    BY_HAND = "by-hand"
    VIEWING = "viewing"
    SIGHT = "sight"
    COUNTER = "counter"
    COURT = "court"
    FILING = "filing"
    AT_ONCE = "at-once"
    SOMEBODY = "somebody"
    FETCHED = "fetched"
    PAPER = "paper"
    OWN = "own"
    UNAWARE = "unaware"
    FEAR = "fear"
    GRIEF = "grief"
    KIN = "kin"
    THINKING = "thinking"
    DECIDING = "deciding"
    NOTICING = "noticing"
    TELLING = "telling"
    REPORTING = "reporting"
    PEACE = "peace"
    LACKING = "lacking"
    SILENCE = "silence"


_LISTS = {
    Topic.WAITING: """
        wait|queue|queuing|stands in line|stand in line
        espera$|esperan$|esperar|esperando|aguarda|hace cola|hacer cola
        czeka|oczekuj|oczekiwani|poczeka|w kolejce
    """,
    Topic.BODY: """
        operation|operated|surger|surgical|examin|exam$|x ray|scan|mri$|ct$|ultrasound|blood|inject
        vaccin|infusion|transfus|dialys|anaesth|anesth|biops|implant|transplant|physio|massage
        stitch|plaster|birth|born$|labour ward|is weighed|measured|fitted|fitting|filling|crown
        tooth|teeth|swab|is tested|eye test|hearing test|driving test|fingerprint|biometric
        admitted|ambulance|overnight|sleeps|is washed|bath$|meal|eats|lunch|dinner|breakfast|dies$
        dying|funeral|buried|burial|tries on|test drive|repaired|replaced|installed|wound|bandage
        open day|open house|open evening|guided tour|viewing$|viewings$
        discharged|goes home|hearing$|in court|before the judge|is heard by
        operac|operad|cirug|explora|examen|radiograf|ecograf|escáner|resonancia|sangre|inyec|vacuna
        anestesi|trasplant|diálisis|parto|nace$|da a luz|huella|ingresada|ingresado|duerme|muere
        fallece|entierro|empaste|muela|diente|se prueba|ambulancia|come$|cena$|desayuna|operan$
        puertas abiertas|visita guiada|visita al colegio|visita al piso|visita a la vivienda
        operar$|herida|se va a casa|alta$|ante el juez|ante la juez|juicio
        operow|zabieg|badan|prześwietl|rentgen|usg$|tomograf|rezonans|krew|krwi|zastrzyk|szczepi
        znieczul|przeszczep|dializ|poród|porod|rodzi$|odcisk|śpi$|umiera|pogrzeb|karetk|przymierz
        oględzin|zwiedzan|dzień otwarty|dni otwarte|drzwi otwarte
        ząb|zęb|posiłek|śniadanie|obiad|rana$|ranę|opatr|wypis|rozpraw|przed sąd
    """,
    Topic.TALK: """
        result|report|invoice|bill|quote|letter|form$|forms$|book|appointment|date$|asks|calls|rings
        pays|applies|apply|registers|enrol|signs up|hands in|orders|cancels|complains|explains
        resultado|informe|factura|presupuesto|carta|formulario|reserva|pide|cita|llama|pregunta|paga
        solicita|registra|inscribe|entrega|cancela|reclama|explica
        wynik|raport|rachunek|faktur|wycen|list$|formularz|rezerw|umawia|termin|dzwoni|pyta|płaci
        rejestruje|zapisuje|składa|zamawia|odwołuje|zgłasza|wyjaśnia
    """,
    Topic.IDENTITY: """
        identity|id$|id card|passport|driving licence|identidad|dni$|nie$|pasaporte
        tożsamo|dowód osob|pesel|paszport
    """,
    Topic.SAFETY: """
        allerg|medication|medicine|identity|id$|date of birth|birth date|name$|full name|blood group
        blood type|pregnan|fasting|consent|side of|site of|weight|pacemaker|passport|password
        alergi|medicación|medicament|identidad|dni$|fecha de nacimiento|nombre|grupo sanguíneo
        embaraz|ayunas|consentimiento|peso$|pasaporte|contraseña
        uczulen|lek$|leki$|leków$|lekach$|leku$|tożsamo|dowód|pesel|data urodzenia|imię|nazwisk
        grupa krwi|ciąż|na czczo|zgod|waga$|paszport|hasło
    """,
    Topic.SHOWN: """
        apostil|stamp|certified|certifies|certification|notar|legalis|legaliz|translat|authenticat
        verified|attested|has her papers checked|has his papers checked|has the papers checked
        shows
        sella|sello|compuls|legaliz|notari|traduc|traducción|autentic|coteja|cotejo|verific|muestra
        enseña$
        pieczę|piecząt|poświadcz|notarial|uwierzytelni|legaliz|tłumacz|przysięg|okazuj|pokazuj
        weryfik
    """,
    Topic.BY_HAND: """
        signs the|signs a|signs an|signs her|signs his|signs their|sign the|signs in|signing of
        hands over|handed over|hand over|is delivered|are delivered|delivers|delivery of|handover
        collects|picks up|takes an oath|swears
        firma$|firman$|firmar$|entregan$|le entrega|les entrega|entrega de|recoge$|recogen$|recoger
        reciben las llaves|jura$|juran$
        podpis|odbiera|odbierają|odbiór|przekazuj|przekazani|wręcza|doręcza|ślubuj|przysięga$
    """,
    Topic.VIEWING: """
        visits|views|tours|inspects|looks round|looks around|looks at|walks round|walks through
        is shown round|is shown around|is shown the|are shown round|are shown around|goes to see
        comes to see|goes to the open|comes to the open|attends the open
        visita el|visita la|visita los|visita las|visita un|visita dos|visita tres|visita vari
        visitan$|ve el|ve la|recorre|va a ver|van a ver|inspecciona|le enseñan|les enseñan
        acude a la jornada|va a la jornada|va a las jornadas
        zwiedza$|zwiedzają|ogląda$|oglądają|odwiedza$|odwiedzają|oprowadz|idzie zobaczyć
        jedzie zobaczyć|idzie na dzień otwarty|idzie na dni otwarte|idzie na drzwi otwarte
    """,
    Topic.SIGHT: """
        school|nursery|nurseries|kindergarten|preschool|creche|daycare|flat$|flats$|house$|houses$
        apartment|room$|rooms$|home$|homes$|residence|campus|universit|college|venue|plot$|plots$
        building|museum|exhibition|showroom|ward$|hospice|premises|place$|places$|open day
        open house|open evening|grounds|farm$
        colegio|escuela|guardería|instituto|piso$|pisos$|vivienda|casa$|casas$|apartamento
        habitaci|residencia|universidad|campus|facultad|terreno|parcela|local$|locales$|museo
        exposici|instalaciones|puertas abiertas
        szkoł|szkół|przedszkol|żłob|mieszkani|dom$|domu$|domy$|pokój|pokoj|uczeln|uniwersytet
        kampus|działk|sala$|salę$|sale$|muzeum|wystaw|hospicj|dzień otwarty|dni otwarte
        drzwi otwarte
    """,
    Topic.COUNTER: """
        office|website|web site|page|online|desk|counter|reception|secretar|branch|shop$
        oficina|web$|página|en línea|secretaría|ventanilla|mostrador|recepción|sucursal
        biuro|biura|stron|w sieci|sekretaria|okienk|recepcj|placówk
    """,
    Topic.COURT: """
        court|tribunal|judge|magistrate|prosecutor|bailiff|probate|notary
        immigration|consulate|embassy|ministry|tax office|authority$|authorities$
        juzgado|tribunal|audiencia|juez$|jueza$|fiscalía|notar
        extranjería|consulado|embajada|ministerio|hacienda$
        sąd$|sądu$|sądzie$|sędzia|sędzi|prokurat|komorni|notariusz
        urząd|urzęd|konsulat|ambasad|ministerst
    """,
    Topic.FILING: """
        submits|submit$|sends in|presentan$|składają|wysyła wniosek
        applies|apply|application|files$|filing|lodges|hands in|registers|petition|claims|assess
        solicita|solicitud|presenta$|presentar|tramita|inscri|reclama|recurso
        wniosek|wniosk|składa$|złoży|rejestruj|zgłasza
    """,
    Topic.AT_ONCE: """
        payment|card number|credit card|bank card|bank detail|iban|cash|signature|consent|code$|pin$
        password|ticket
        pago|tarjeta de crédito|tarjeta bancaria|datos bancarios|cuenta bancaria|firma
        consentimiento|código|contraseña
        płatnoś|zapłat|karta płatnicza|karta kredytowa|numer karty|numer konta
        podpis|zgod|kod$|hasło
    """,
    Topic.SOMEBODY: """
        a person|somebody|someone|a human|real human|talk to|speak to|speak with|talk with
        una persona|alguien|hablar
        człowiek|osobą|osoba|ktoś|kogoś|kimś|porozmawia
    """,
    Topic.FETCHED: """
        fetches|fetch$|collects the|collects her|collects his|picks up|buys$|goes shopping
        recoge$|recogen$|compra$|compran$|retira$|va a buscar
        odbiera$|kupuje$|wykupuje$|odbierają$
    """,
    Topic.PAPER: """
        signed|notice|certificate|letter|report$|reports$|contract|receipt$|receipts$|deed
        power of attorney|referral|prescription|permit|licence|license|diploma|decision
        calculation|quote$|quotes$|quotation|result$|results$|invoice|assessment
        firmad|notificac|aviso|certificado|carta$|cartas$|informe|contrato|recibo|escritura
        poder notarial|volante|receta|permiso|licencia|diploma|título|resolución
        presupuesto|resultado|factura
        podpisan|zawiadomien|zaświadczen|świadectw|pismo|raport|umow|pełnomocnictw
        skierowan|recept|zezwolen|licencj|dyplom|decyzj|wynik|faktur|kosztorys
    """,
    Topic.OWN: """
        wish|prefer|symptom|feeling|pain$|pains$|choice|expectation|opinion|reason|decision|own$
        self|number$|date$|period|size$|application|complaint|motivation|cover letter|resignation
        address
        deseo|preferencia|síntoma|dolor|elección|expectativa|opinión|motivo|decisión|propia$
        propio$|número|fecha|plazo|solicitud|reclamación|queja|carta de presentación|motivación
        dirección|domicilio
        życzeni|preferencj|objaw|ból$|bólu$|wybór|oczekiwan|opini|powód|powod|własn|numer|data$
        termin|podanie|wniosek|skarg|motywac|wypowiedzen|adres
    """,
    Topic.UNAWARE: """
        dies$|sleeps|is asleep|unconscious|under anaesthetic|under anesthetic|in a coma
        muere|fallece|duerme|inconsciente|en coma|bajo anestesia
        umiera|śpi$|nieprzytomn|w śpiączce|w narkozie
    """,
    Topic.FEAR: """
        afraid|scared|anxious|anxiety|worried|worry|nervous|fear|terrified|uneasy|concerned
        apprehensive|tense|panic|frightened|petrified
        miedo|asustad|ansios|ansiedad|nervios|preocup|angusti|temeros|inquiet|intranquil|aterr
        atemoriz|pánico|alarmad|tens
        strach|lęk|przestrasz|wystrasz|przeraż|zaniepokoj|niespokoj|niepokój|zdenerwow|nerwow
        poddenerwow|zmartwi|zatroskan|spanik|w panice|spięt|napięt
        😟|😰|😱|😨
    """,
    Topic.GRIEF: """
        sad$|sadness|shocked|in shock|devastated|heartbroken|grief|grieving|in despair|in denial
        mourning|distressed
        triste|tristeza|apenad|afligid|desolad|desconsolad|destrozad|conmocionad|en shock
        en negación
        smutn|smutek|zrozpacz|rozpacz|wstrząśnięt|zszokow|w szoku|zdruzgotan|załaman
        w zaprzeczeniu
        😢|😭|😔|😞
    """,
    Topic.KIN: """
        wife$|husband$|spouse$|partner$|mother$|mum$|mom$|father$|dad$|sister$|brother$|son$
        daughter$|aunt$|uncle$|cousin$|niece$|nephew$|grandmother$|grandfather$|grandson$
        granddaughter$|widow$|widower$|neighbour$|neighbor$|friend$|carer$|caregiver$|guardian$
        esposa$|esposo$|mujer de$|marido$|pareja$|madre$|padre$|hermana$|hermano$|hija$|hijo$|tía$
        tío$|prima$|primo$|sobrina$|sobrino$|abuela$|abuelo$|nieta$|nieto$|viuda$|viudo$|novia$
        novio$|vecina$|vecino$|amiga$|amigo$|cuidadora$|cuidador$
        żona$|mąż$|matka$|mama$|ojciec$|tata$|siostra$|brat$|syn$|córka$|partner$|partnerka$
        ciotka$|ciocia$|wujek$|kuzyn$|kuzynka$|babcia$|dziadek$|wnuk$|wnuczka$|wdowa$|wdowiec$
        narzeczon|sąsiad$|sąsiadka$|przyjaciel$|przyjaciółka$|opiekun$|opiekunka$
        frau$|ehefrau$|mann$|ehemann$|mutter$|vater$|schwester$|bruder$|sohn$|tochter$|nachbar$
        nachbarin$|freund$|freundin$|femme$|mari$|mère$|père$|soeur$|frère$|fils$|fille$|moglie$
    """,
    Topic.THINKING: """
        think it over|think about it|think over|thinks about|thinks over|thinks it over|mull
        talk it over|talk over|talks it over|talks over|sleep on it|sleep over it|sleeps on it
        make up my mind|make up her mind|make up his mind|make up their mind|weighs up|weigh up
        makes up her mind|makes up his mind|time to decide|time to think|time to consider
        pensarlo|pensárselo|pensarse|se lo piensa|se lo piensan|meditar|reflexion|hablarlo
        darle vueltas|consultar con la almohada|consultarlo|tiempo para pensar|tiempo para decidir
        zastanow|zastanaw|przemyśl|namyśl|namysł|omówić to|obgada|przespać się z|czas na decyzję
    """,
    Topic.DECIDING: """
        decides|decide whether|considers|deciden$|decide si|se decide|decide con|decyduje$|decydują$
        zdecydow|podejmuje decyzję|podejmują decyzję
    """,
    Topic.TELLING: """
        how long|until when|announc|tells|tell$|text message|message|sms|reminder|status|tracking
        notif|says when|say when|date in the|letter
        cuánto|hasta cuándo|anunci|avisa|avisar|aviso|informa|mensaje|recordatorio|seguimiento
        jak długo|powiad|informuj|informacj|wiadomoś|przypomn|śledzen
    """,
    Topic.NOTICING: """
        notices|notice that|discovers|finds out|realises|realizes|feels a|feels something|hears a
        sees that|sees a crack|smells|finds a|breaks down|stops working|goes cold|leaks
        nota que|nota un|nota una|se da cuenta|descubre|huele|se estropea|se rompe|se avería
        deja de funcionar|ve que|percibe
        zauważ|odkrywa|spostrzega|widzi że|orientuje się|psuje się|przestaje działać|czuje
    """,
    Topic.REPORTING: """
        calls|rings|phones|reports|books|asks for|asks at|writes to|complains|signs up|applies
        registers|turns to|goes to the|makes an appointment|orders|sees the|sees her|sees his
        llama a|llama al|avisa|pide|escribe a|reclama|solicita|acude|va al|va a la|se apunta
        dzwoni|zgłasza|pisze do|umawia|prosi|idzie do|zapisuje się|składa
    """,
    Topic.LACKING: """
        never|missing|lack|without|lost$|gets lost|not there|not arrive|not get|not have|not come
        not sent|not reach|nobody sends|does not receive
        nunca|falta$|faltan$|sin$|perdid|se pierde|no llega|no recibe|no tiene|no está
        nigdy|brak|bez$|zgub|zagin|nie ma$|nie dostaje|nie dociera|nie otrzym|nie dotar|nie trafia
    """,
    Topic.SILENCE: """
        silence|hears nothing|heard nothing|no answer|no reply|no news|no word
        silencio|sin noticias|sin respuesta|no sabe nada|nadie responde
        cisz|milczen|bez odpowiedzi|bez wieści|żadnej odpowiedzi|nikt nie odpowiada
    """,
    Topic.PEACE: """
        left in peace|left alone|leave me alone|leave her alone|leave him alone|not be bothered
        not be disturbed|be let alone|no more letters|no more calls
        en paz|que no la molesten|que no le molesten|que no lo molesten|que nadie la moleste
        święty spokój|świętego spokoju|zostawi w spokoju|zostawili w spokoju|nie przeszkadza
    """,
}


WEIGHING = (Topic.FEAR, Topic.GRIEF)
"""Feelings that are explained by what happens there, and ask for nothing."""


@cache
def _stems() -> Mapping[Topic, tuple[str, ...]]:
    """Returns the stems of each topic as they are looked for: behind a space, folded."""
    return MappingProxyType(
        {
            topic: tuple(
                f" {_plain(stem.strip().removesuffix('$'))}{' ' if stem.endswith('$') else ''}"
                for line in text.split("\n")
                for stem in line.strip().split("|")
                if stem.strip()
            )
            for topic, text in _LISTS.items()
        }
    )


def speaks_of(topic: Topic, text: str) -> bool:
    """Tells whether a text has a word of a topic.

    Raises:
        UnreadError: the text could not be read.
    """
    if isinstance(text, UnreadText):
        raise UnreadError
    return _has_word(topic, text)


def is_document(text: str) -> bool:
    """Tells whether a name is that of a paper that others make out, and not of a fact in it.

    Raises:
        UnreadError: the text could not be read.
    """
    return speaks_of(Topic.PAPER, text) and not speaks_of(Topic.OWN, text)


@lru_cache(maxsize=4096)
def _has_word(topic: Topic, text: str) -> bool:
    return any(map(f" {_plain(text)} ".__contains__, _stems()[topic]))


def _plain(text: str) -> str:
    """Returns words without case, accents and punctuation, a space between them."""
    if text.isascii():
        return " ".join(text.casefold().translate(NO_WORDS).split())
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    kept = (
        ch if ch.isalnum() or unicodedata.category(ch) == "So" else " "
        for ch in parts
        if not unicodedata.combining(ch)
    )
    return " ".join("".join(kept).split())
