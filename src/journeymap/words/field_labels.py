"""What fields of the language are called where tables and pages tell of them."""

FIELDS = """
    about-map     | About this map   | Sobre este mapa     | O tej mapie
    metrics       | Metrics          | Métricas            | Wskaźniki
    scale         | Scale             | Escala             | Skala
    metric-nps    | NPS               | NPS                | NPS
    metric-csat   | satisfaction (CSAT) | satisfacción (CSAT) | zadowolenie (CSAT)
    metric-ces    | effort (CES)      | esfuerzo (CES)     | wysiłek (CES)
    metric-conversion | conversion    | conversión         | konwersja
    metric-duration | duration        | duración           | czas trwania
    metric-count  | count             | recuento           | liczba
    metric-cost   | cost              | coste              | koszt
    metric-prom   | outcome as patients report it (PROM) | resultado según pacientes (PROM) \
                  | wynik w ocenie pacjentów (PROM)
    metric-prem   | experience as patients report it (PREM) \
                  | experiencia según pacientes (PREM) | doświadczenie pacjentów (PREM)
    metric-other  | other             | otra               | inny
    method        | Method            | Método             | Metoda
    method-qualitative | qualitative  | cualitativo        | jakościowa
    method-quantitative | quantitative | cuantitativo      | ilościowa
    channels      | Channels          | Canales            | Kanały
    channel-digital | digital         | digital            | cyfrowy
    channel-phone | phone             | teléfono           | telefon
    channel-in-person | in person     | en persona         | osobiście
    channel-print | print             | impreso            | druk
    channel-media | media             | medios             | media
    channel-word-of-mouth | word of mouth | boca a boca    | poczta pantoflowa
    channel-other | other             | otro               | inny
    idea-solves   | against: {items}  | contra: {items}    | przeciw: {items}
    idea-voice    | seen by: {who}    | lo ve: {who}       | widzi to: {who}
    about-people  | The people       | Las personas        | Osoby
    about-stages  | The stages       | Las etapas          | Etapy
    no-personas   | No persona is described. | No se describe ninguna persona. \
                  | Nie opisano żadnej persony.
    field         | What             | Qué                 | Co
    segment       | Segment          | Segmento            | Segment
    share-of-all  | Share of all     | Parte del total     | Część całości
    demographics  | Facts            | Datos               | Dane
    motivations   | Driven by        | Le mueve            | Co motywuje
    goals         | Goals            | Metas               | Cele
    frustrations  | Frustrations     | Frustraciones       | Frustracje
    behaviours    | Habits           | Costumbres          | Zwyczaje
    preferences   | Prefers          | Prefiere            | Woli
    fact-age      | age              | edad                | wiek
    fact-household | household       | hogar               | gospodarstwo domowe
    fact-occupation | occupation     | ocupación           | zawód
    fact-work     | work             | trabajo             | praca
    fact-job      | job              | trabajo             | praca
    fact-home     | home             | domicilio           | miejsce zamieszkania
    fact-city     | city             | ciudad              | miasto
    fact-country  | country          | país                | kraj
    fact-income   | income           | ingresos            | dochody
    fact-education | education       | estudios            | wykształcenie
    fact-gender   | gender           | género              | płeć
    fact-family   | family           | familia             | rodzina
    fact-insurance | insurance       | seguro              | ubezpieczenie
    fact-language | language         | idioma              | język
    language-en   | English          | inglés              | angielski
    language-es   | Spanish          | español             | hiszpański
    language-pl   | Polish           | polaco              | polski
    language-ja   | Japanese         | japonés             | japoński
    language-de   | German           | alemán              | niemiecki
    language-fr   | French           | francés             | francuski
    language-it   | Italian          | italiano            | włoski
    language-pt   | Portuguese       | portugués           | portugalski
    language-ca   | Catalan          | catalán             | kataloński
    language-uk   | Ukrainian        | ucraniano           | ukraiński
    language-zh   | Chinese          | chino               | chiński
    language-ar   | Arabic           | árabe               | arabski
    in-language   | language: {name} | idioma: {name}      | język: {name}
    products      | Has or uses      | Tiene o usa         | Ma lub używa
    sources       | Learns from      | Se informa en       | Skąd czerpie wiedzę
    own-words     | In their own words | En sus palabras   | Własnymi słowami
    picture       | Picture          | Imagen              | Obraz
    picture-shown | clients may see it | los clientes pueden verla | klienci mogą go widzieć
    picture-kept  | not for clients  | no para clientes    | nie dla klientów
    part-of       | Belongs to       | Pertenece a         | Należy do
    influence     | Influence        | Influencia          | Wpływ na personę
    person-kind   | Role             | Papel               | Rola
    person-family | family           | familia             | rodzina
    person-clinician | clinician     | personal sanitario  | personel medyczny
    person-staff  | staff            | personal            | personel
    person-organisation | organisation | organización      | organizacja
    person-payer  | payer            | pagador             | płatnik
    person-support-group | support group | grupo de apoyo  | grupa wsparcia
    person-competitor | competitor   | competencia         | konkurencja
    person-other  | other            | otro                | inna
    purpose       | Purpose          | Propósito           | Po co ta mapa
    scope         | Scope            | Alcance             | Zakres
    goal          | Goal             | Meta                | Cel podróży
    map-owner     | Owner            | Responsable         | Odpowiada
    team          | Team             | Equipo              | Zespół
    framework     | Framework        | Marco               | Model etapów
    episode       | Episode          | Episodio            | Epizod
    episode-ends  | has an end       | tiene fin           | ma koniec
    episode-endless | goes on        | continúa            | trwa dalej
    map-status    | Status           | Estado del mapa     | Stan mapy
    draft         | draft            | borrador            | szkic
    review        | in review        | en revisión         | w przeglądzie
    published     | published        | publicado           | opublikowana
    starts        | Begin            | Empiezan            | Zaczyna
    review-every  | Reviewed every   | Se revisa cada      | Przegląd co
    counterpart   | Desired map      | Mapa deseado        | Mapa docelowa
    libraries     | Libraries        | Bibliotecas         | Biblioteki
    based-on      | Based on         | Se basa en          | Oparta na
    questions     | Open questions   | Preguntas abiertas  | Otwarte pytania
    tags          | Tags             | Etiquetas           | Tagi
    phase         | Phase            | Fase                | Faza
    phase-before  | before           | antes               | przed
    phase-during  | during           | durante             | w trakcie
    phase-after   | after            | después             | po
    aligns        | Stands for       | Equivale a          | Odpowiada etapom
    gives         | Has to give      | Tiene que dar       | Musi podać
    confirms      | Confirms         | Confirma            | Potwierdza
    gets          | Is given         | Recibe              | Dostaje
    reuses        | Need not say again | No tiene que repetir | Nie musi powtarzać
    instead-of    | Tried in vain    | Intentó en vano     | Na próżno
    handoff-needs | needs: {items}   | necesita: {items}   | potrzebuje: {items}
    handoff-carries | carried: {items} | se pasa: {items}  | przekazano: {items}
    ask-back      | asks back: {items} | consulta: {items} | dopytuje: {items}
    ways          | Other ways       | Otros caminos       | Inne drogi
    planned       | planned          | previsto            | planowane
    unplanned     | not planned      | no previsto         | nieplanowane
    announced     | announced        | avisado             | zapowiedziane
    unannounced   | not announced    | sin avisar          | bez zapowiedzi
    engagement    | Level of engagement | Nivel de relación | Poziom zaangażowania
    communicate   | communicate      | comunicar           | komunikacja
    interact      | interact         | interactuar         | interakcja
    engage        | engage           | implicar            | zaangażowanie
    collaborate   | collaborate      | colaborar           | współpraca
    innovate      | innovate         | innovar             | innowacja
    fixed-channel | Is that channel needed? | ¿Hace falta ese canal? | Czy to musi być ten kanał?
    fixed-yes     | the step needs it | el paso lo exige    | krok tego wymaga
    fixed-no      | it could be another one | podría ser otro | mógłby być inny
    at-once-yes   | used up here     | se usa solo aquí    | potrzebne tylko tutaj
    at-once-no    | for later steps  | para pasos posteriores | na dalsze kroki
    reward-offer  | Reward           | Recompensa          | Nagroda
    reward-made   | a reward is offered | se ofrece una recompensa | proponuje się nagrodę
    recovers      | Makes good for   | Repara              | Naprawia
    taken-by      | Taken by         | Lo da               | Robi to
"""
"""Words by key, a line each, in English, Spanish and Polish."""
