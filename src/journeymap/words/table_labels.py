"""What only tables say."""

TABLES = """
    number        | No.              | N.º                 | Nr
    map           | Map              | Mapa                | Mapa
    maps          | {n} maps         | {n} mapas           | Mapy: {n}
    path          | Path             | Ruta                | Ścieżka
    id            | Id               | Id                  | Id
    person        | Person           | Persona             | Osoba
    pressure      | Pressure         | Presión             | Nacisk
    ceiling       | Ceiling          | Techo               | Pułap
    payoff        | Payoff           | Retorno             | Zwrot
    made-of       | Made of          | Compuesto de        | Składa się z
    no-idea-here  | no idea yet      | todavía sin idea    | jeszcze bez pomysłu
    no-scores     | no impact and effort yet | aún sin impacto y esfuerzo \
                  | jeszcze bez efektu i nakładu
    no-open-idea  | no open idea     | ninguna idea abierta | żadnego otwartego pomysłu
    idea-scores   | impact {impact}, effort {effort} | impacto {impact}, esfuerzo {effort} \
                  | efekt {impact}, nakład {effort}
    unknown       | Unknown          | Desconocido         | Nieznane
    assumed       | ○                | ○                   | ○
    note-assumed  | ○ rests on assumptions or on no evidence | ○ se basa en supuestos o carece de \
                  evidencia | ○ opiera się na założeniach lub nie ma dowodów
    measured      | measured         | medido              | zmierzone
    told          | told             | relatado            | z relacji
    note-standings | {what}: {measured} measured, {told} told, {assumed} assumed or without \
                    evidence. | {what}: {measured} con medición, {told} de relatos, {assumed} por \
                    supuesto o sin evidencia. | {what}: {measured} zmierzone, {told} z relacji, \
                    {assumed} założone lub bez dowodów.
    figures-all   | Figures (shares, waits, durations, ratings, readings, risks) \
                  | Cifras (porcentajes, esperas, duraciones, valoraciones, mediciones, \
                    riesgos) \
                  | Liczby (udziały, oczekiwanie, czas trwania, oceny, pomiary, ryzyka)
    figures-shares | Shares          | Cuotas              | Udziały
    figures-ratings | Ratings        | Valoraciones        | Oceny
    rating-gap    | Gap              | Brecha              | Luka
    quadrant      | Quadrant         | Cuadrante           | Ćwiartka
    score         | Score            | Puntuación          | Wynik
    extreme       | extreme          | extrema             | skrajna
    high          | high             | alta                | wysoka
    worth-considering | worth considering | digna de estudio | warta rozważenia
    unattractive  | unattractive     | poco atractiva      | mało atrakcyjna
    over-served   | over-served      | sobreatendida       | z nadmiarem
    none-rated    | No rating is known, so there are no gaps to tell. \
                  | No se conoce ninguna valoración: no hay brechas que contar. \
                  | Nie jest znana żadna ocena, więc nie ma luk do pokazania.
    short         | below expected   | menos de lo esperado | poniżej oczekiwań
    meet-mean     | Quadrants meet at the mean of the rated steps: importance {importance}, \
                    perceived {perceived}. \
                  | Los cuadrantes se cruzan en la media de los pasos valorados: importancia \
                    {importance}, percibido {perceived}. \
                  | Ćwiartki stykają się w średniej ocenionych kroków: ważność {importance}, \
                    odczute {perceived}.
    meet-middle   | Quadrants meet at the middle of the scale: importance {importance}, perceived \
                    {perceived}. \
                  | Los cuadrantes se cruzan en el centro de la escala: importancia {importance}, \
                    percibido {perceived}. \
                  | Ćwiartki stykają się w środku skali: ważność {importance}, odczute {perceived}.
    truth-computed | Moment of truth, computed (largest importance − perceived): {step} \
                  | Momento de la verdad, calculado (mayor importancia − percibido): {step} \
                  | Moment prawdy, obliczony (największa ważność − odczute): {step}
    truth-declared | Moments of truth, declared: {steps} | Momentos de la verdad, declarados: \
                  {steps} | Momenty prawdy, zadeklarowane: {steps}
    note-gaps     | Points of 0 to 10. Gap: perceived − expected, below zero an expectation not \
                    met (SERVQUAL). Quadrants meet at the mean of the rated steps, of fewer than \
                    three at the middle (Martilla and James 1977 discuss both); what was perceived \
                    below what was expected falls short wherever it lies (house). Score: \
                    importance + max(importance − perceived, 0), 0 to 20 (Ulwick 2005; per step it \
                    is house). \
                  | Puntos de 0 a 10. Brecha: percibido − esperado; bajo cero, una expectativa \
                    incumplida (SERVQUAL). Los cuadrantes se cruzan en la media de los pasos \
                    valorados, con menos de tres en el centro (Martilla y James 1977 tratan \
                    ambos); lo percibido por debajo de lo esperado se queda corto esté donde esté \
                    (criterio nuestro). Puntuación: importancia + máx(importancia − percibido, \
                    0), de 0 a 20 (Ulwick 2005; por paso es nuestra). \
                  | Punkty od 0 do 10. Luka: odczute − oczekiwane, poniżej zera oczekiwanie \
                    niespełnione (SERVQUAL). Ćwiartki stykają się w średniej ocenionych kroków, \
                    poniżej trzech w środku skali (Martilla i James 1977 omawiają oba); to, co \
                    odczuto poniżej oczekiwań, nie spełnia ich, gdziekolwiek leży (zasada nasza). \
                    Wynik: ważność + max(ważność − odczute, 0), od 0 do 20 (Ulwick 2005; dla \
                    kroków jest nasz).
    note-team     | The scores are the team's judgement: no bands are told. \
                  | Las puntuaciones son el juicio del equipo: no se dicen bandas. \
                  | Wyniki są oceną zespołu: bez nazw przedziałów.
    all-need      | needs            | necesidades         | potrzeby
    all-thought   | thoughts         | pensamientos        | myśli
    all-quote     | quotes           | citas               | cytaty
    all-emotion   | emotions         | emociones           | emocje
    all-ratings   | ratings          | valoraciones        | oceny
    all-channel   | channels         | canales             | kanały
    all-duration  | durations        | duraciones          | czasy trwania
    all-wait      | waits            | esperas             | oczekiwania
    all-share     | shares           | porcentajes              | udziały
    all-pains     | pains            | problemas           | problemy
    all-opportunities | ideas        | ideas               | pomysły
    for-one       | For {who} alone, without what is only of others. Of everybody who goes the \
                    journey: {what}. \
                  | Solo para {who}, sin lo que es únicamente de otros. De todos los que hacen el \
                    recorrido: {what}. \
                  | Tylko {who}, bez tego, co dotyczy wyłącznie innych. Wspólne dla wszystkich: \
                    {what}.
    for-one-alone | For {who} alone: nothing of it is told of everybody. \
                  | Solo para {who}: nada de ello se dice de todos. \
                  | Tylko {who}: nic z tego nie dotyczy wszystkich.
    ever-come     | Ever come here   | Llegan aquí         | Docierają tu
    visits        | Visits           | Visitas             | Wizyty
    times-come    | Times each       | Veces cada uno      | Razy każdy
    count-day     | People a day     | Personas al día     | Osób dziennie
    count-week    | People a week    | Personas a la semana | Osób tygodniowo
    count-month   | People a month   | Personas al mes     | Osób miesięcznie
    count-quarter | People a quarter | Personas al trimestre | Osób kwartalnie
    count-year    | People a year    | Personas al año     | Osób rocznie
    flow-lost     | {n} come to an end without what they came for. \
                  | {n} terminan sin lo que buscaban. | {n} kończy bez tego, po co przyszli.
    flow-neither  | {n} come to an end that is neither. | {n} terminan de otro modo. \
                  | {n} kończy inaczej.
    flow-starts   | {n} begin, and {completed} of them complete the journey. \
                  | Empiezan {n}; completan el recorrido {completed}. \
                  | Zaczyna {n}, kończy {completed}.
    completion    | Completes from here | Completa desde aquí | Kończy stąd
    lost          | Lost here        | Se pierde aquí      | Rezygnuje tutaj
    unexplained   | Unexplained      | Sin explicar        | Niewyjaśnione
    gain          | Gain if closed   | Ganancia si se cierra | Zysk po zamknięciu
    flow-whole    | Of 100 who begin {completed} complete the journey and {left} leave it. \
                  | De 100 que empiezan, {completed} completan el recorrido y {left} se van. \
                  | Na 100 osób, które zaczynają, całą ścieżkę przechodzi {completed}, \
                    a rezygnuje {left}.
    flow-destinations | Where they go, of 100 who begin: {items}. \
                  | Adónde van, de 100 que empiezan: {items}. \
                  | Dokąd odchodzą, na 100 osób, które zaczynają: {items}.
    flow-to       | {to} {n}         | {to} {n}            | {to} {n}
    flow-to-more  | {to} {n} or more | {to} {n} o más      | {to} {n} lub więcej
    flow-to-some  | {to}, nobody knows how many | {to}, no se sabe cuántos \
                  | {to}, nie wiadomo ile
    flow-nowhere  | not said where   | no se dice adónde   | nie wiadomo dokąd
    flow-unknown  | Of {n} the map does not say where they go. \
                  | De {n} el mapa no dice adónde van. | O {n} mapa nie mówi, dokąd idą.
    flow-endless  | {n} go round for ever. | {n} dan vueltas sin fin. | {n} krąży bez końca.
    unread        | Could not be read, and is missing here: {what} \
                  | No se pudo leer y falta aquí: {what} \
                  | Nie dało się odczytać, więc tu tego brakuje: {what}
    tangled       | The ways of the map cross too often for a flow to be computed. Give parts of \
                    it maps of their own. \
                  | Los caminos se cruzan demasiado para calcular un flujo. Dé a sus partes mapas \
                    propios. \
                  | Drogi na mapie krzyżują się zbyt często, aby obliczyć przepływ. Wydziel jej \
                    części do osobnych map.
    no-flow       | No share is known on the map: there is no flow to tell, only the order. Give \
                    `share` to leaks or ways to see who is lost where. \
                  | No se conoce ningún porcentaje del mapa: no hay flujo que contar, solo el \
                    orden. Dé `share` a fugas o caminos para ver quién se pierde y dónde. \
                  | Na mapie nie jest znany żaden udział: nie ma przepływu, tylko kolejność. Podaj \
                    `share` przy odejściach lub drogach, aby zobaczyć, kto gdzie rezygnuje.
    note-flow     | Ever come: of all who begin; times each: how often those who come there do. \
                    Lost and gain are shares of all who begin; gain is the rise of completion if \
                    the step lost nobody. \
                  | Llegan: de todos los que empiezan; veces: cuántas llega cada uno. \
                    Lo perdido y la ganancia son porcentajes de todos los que empiezan; la \
                    ganancia es lo que subiría el final si el paso no perdiera a nadie. \
                  | Docierają: spośród wszystkich, którzy zaczynają; razy: ile razy każdy z nich. \
                    Rezygnacje i zysk to odsetki wszystkich, którzy zaczynają; zysk to wzrost \
                    ukończeń, gdyby krok nie tracił nikogo.
    flow-assumed  | The shares rest on assumptions or on no evidence. \
                  | Los porcentajes se basan en supuestos o carecen de evidencia. \
                  | Udziały opierają się na założeniach lub nie mają dowodów.
    continuity    | Continuity of care over {contacts} contacts with {parties} parties (served at \
                    {known} of {of} steps): COC {coc}, UPC {upc}, SECON {secon}{mark} \
                  | Continuidad asistencial: contactos {contacts}, partes {parties} (atienden en \
                    {known} de {of} pasos): COC {coc}, UPC {upc}, SECON {secon}{mark} \
                  | Ciągłość opieki: kontakty {contacts}, strony {parties} (obsługa w {known} z \
                    {of} kroków): COC {coc}, UPC {upc}, SECON {secon}{mark}
    note-continuity | COC: how likely two contacts are with the same party (Bice and Boxerman \
                    1977). UPC: share of the party seen most. SECON: share of contacts with the \
                    same party as the one before. 0 to 1; how much is enough is not said here. \
                  | COC: probabilidad de que dos contactos sean con la misma parte (Bice y \
                    Boxerman 1977). UPC: porcentaje de la parte más vista. SECON: porcentaje de \
                    contactos con la misma parte que el anterior. De 0 a 1; cuánto basta no se \
                    dice aquí. \
                  | COC: prawdopodobieństwo, że dwa kontakty są z tą samą stroną (Bice i Boxerman \
                    1977). UPC: odsetek kontaktów ze stroną widzianą najczęściej. SECON: odsetek \
                    kontaktów z tą samą stroną co poprzedni. Od 0 do 1; ile wystarczy, tego tu \
                    nie mówimy.
    time-active   | Active           | Activo              | Czynności
    time-waiting  | Waiting          | Espera              | Czekanie
    time-unplanned | Unplanned       | Sin planificar      | Nieplanowane
    time-silent   | Unannounced      | Sin avisar          | Bez zapowiedzi
    time-elapsed  | In all           | En total            | Łącznie
    time-expected | Expected per person | Esperado por persona | Średnio na osobę
    time-days     | {what}, days     | {what}, días        | {what}, dni
    time-low      | {what}, at least | {what}, mínimo      | {what}, najmniej
    time-high     | {what}, at most  | {what}, máximo      | {what}, najwięcej
    time-known    | {what}, known of | {what}, se sabe de  | {what}, znane w
    time-of       | {what}, of       | {what}, de          | {what}, z
    time-cover    | Durations on {active} of {steps} steps, waits on {waits} of {gaps}. \
                  | Duraciones en {active} de {steps} pasos; esperas en {waits} de {gaps}. \
                  | Czas trwania: {active} z {steps} kroków; czekanie: {waits} z {gaps}.
    no-time       | Of no step is known how long it takes: add `duration`, or `wait` behind a \
                    step. \
                  | De ningún paso se sabe cuánto dura: añada `duration`, o `wait` tras un paso. \
                  | Czas żadnego kroku nie jest znany: dodaj `duration` albo `wait` po kroku.
    deadline-met  | In time: “{step}” (allowed: {allowed}, takes: {takes}) \
                  | A tiempo: «{step}» (plazo: {allowed}; real: {takes}) \
                  | W terminie: „{step}” (limit: {allowed}, jest: {takes})
    deadline-missed | Too late: “{step}” (allowed: {allowed}, takes: {takes}) \
                  | Fuera de plazo: «{step}» (plazo: {allowed}; real: {takes}) \
                  | Po terminie: „{step}” (limit: {allowed}, jest: {takes})
    deadline-unknown | In time or not, the times do not tell: “{step}” (allowed: {allowed}, \
                  takes: {takes}) \
                  | No se sabe si a tiempo: «{step}» (plazo: {allowed}; real: {takes}) \
                  | Nie wiadomo, czy w terminie: „{step}” (limit: {allowed}, jest: {takes})
    reading-held  | {metric}: measured {measured}; the times on the map add up to {sum} \
                  | {metric}: medido {measured}; los tiempos del mapa suman {sum} \
                  | {metric}: zmierzono {measured}; czasy na mapie dają {sum}
    note-time     | Along the way that most go, the longer of what runs side by side; (3/5): \
                    recorded at 3 of 5. What is not recorded is unknown and not counted. \
                    Expected: per person who starts, every visit counted. \
                  | Por el camino que sigue la mayoría; de lo simultáneo, lo más largo; (3/5): \
                    anotado en 3 de 5. Lo no anotado se desconoce y no se cuenta. Esperado: por \
                    persona que empieza, con cada paso repetido. \
                  | Drogą, którą idzie większość; z tego, co równoległe, liczy się dłuższe; (3/5): \
                    podano w 3 z 5. Czego nie podano, tego nie wiadomo i się nie liczy. Średnio: \
                    na osobę, która zaczyna, z powtórzeniami.
    numbers       | Numbers are those of the steps in the order of the journey. \
                  | Los números son los de los pasos en el orden del recorrido. \
                  | Liczby to numery kroków w kolejności podróży.
    no-channel    | No step has a channel. | Ningún paso tiene canal. | Żaden krok nie ma kanału.
    no-people     | Nobody takes part in any step. | Nadie participa en ningún paso. \
                  | W żadnym kroku nikt nie bierze udziału.
    absent        | {who} (not there) | {who} (ausente)    | {who} (nieobecna osoba)
    whole         | Whole map        | Todo el mapa        | Cała mapa
    pain          | Pains            | Problemas           | Problemy
    opportunity   | Ideas            | Ideas               | Pomysły
    metric        | Readings         | Mediciones          | Pomiary
    backed        | {backed} of {claims} claims (emotions, quotes, ratings, pains) have evidence \
                    that is no assumption. \
                  | {backed} de {claims} afirmaciones (emociones, citas, valoraciones, problemas) \
                    se apoyan en evidencia y no en supuestos. \
                  | {backed} z {claims} twierdzeń (emocje, cytaty, oceny, problemy) ma dowody, \
                    które nie są założeniami.
    no-claims     | Nothing is claimed yet: no emotion, no quote, no rating, no pain. \
                  | Aún no se afirma nada: ni emoción, ni cita, ni valoración, ni problema. \
                  | Nic jeszcze nie twierdzono: ani emocji, ani cytatów, ani ocen, ani problemów.
    note-cover    | Shares of the steps that have it. | Cuotas de los pasos que lo tienen. \
                  | Udziały kroków, które to mają.
    what-if       | What if: {changes} | Qué pasaría si: {changes} | Co by było, gdyby: {changes}
    completes     | Completes the journey | Completa el recorrido | Przechodzi całą ścieżkę
    leaves        | Leaves the journey | Deja el recorrido  | Rezygnuje
    emotion-value | Emotion, −2 to 2 | Emoción, de −2 a 2  | Emocje, od −2 do 2
    emotion-mean  | Mean emotion     | Emoción media       | Średnia emocji
    from-to       | {what}: {today} → {then} | {what}: {today} → {then} | {what}: {today} → {then}
    rank          | Rank             | Puesto              | Miejsce
    rank-today    | Rank today       | Puesto hoy          | Miejsce dziś
    rank-then     | Rank then        | Puesto entonces     | Miejsce wtedy
    pressure-today | Pressure today  | Presión hoy         | Nacisk dziś
    pressure-then | Pressure then    | Presión entonces    | Nacisk wtedy
    lost-today    | Lost today       | Se pierde hoy       | Rezygnacje dziś
    lost-then     | Lost then        | Se pierde entonces  | Rezygnacje po zmianie
    same          | No rank and no pressure changes. | No cambia ningún puesto ni presión. \
                  | Żadne miejsce ani nacisk się nie zmienia.
    note-what-if  | This is arithmetic on the map: all else is supposed to stay as it is. \
                  | Es aritmética sobre el mapa: se supone que lo demás sigue igual. \
                  | To rachunek na mapie: zakłada się, że reszta się nie zmienia.
    driver        | Driver           | Factor              | Czynnik
    value         | Value            | Valor               | Wartość
    weight        | Weight           | Peso                | Waga
    points        | Points           | Puntos              | Punkty
    business      | Business         | Negocio             | Biznes
    status        | Status           | Estado              | Stan
    status-idea   | idea             | idea                | pomysł
    status-testing | being tested    | en prueba           | w próbie
    status-live   | live             | en marcha           | działa
    status-dropped | dropped         | descartada          | porzucony
    owner         | Owner            | Responsable         | Odpowiada
    link          | Link             | Enlace              | Odnośnik
    idea-by       | By               | Para                | Do
    idea-since    | Since            | Desde               | Od
    idea-for      | For              | Para quién          | Dla
    parent        | Part of          | Parte de            | Część
    serves        | Serves           | Sirve en            | Służy w
    outcome       | Outcome          | Resultado           | Wynik
    outcome-from  | from {n}         | desde {n}           | z {n}
    outcome-target | to {n}          | hasta {n}           | do {n}
    outcome-now   | now {n}          | ahora {n}           | teraz {n}
    pilots        | Pilots           | Pilotos             | Pilotaże
    pilot-adopted | adopted          | adoptado            | przyjęto
    pilot-adapted | adapted          | adaptado            | zmieniono
    pilot-abandoned | abandoned      | abandonado          | porzucono
    pilot-open    | open             | abierto             | otwarte
    no-ideas      | No idea is recorded. | No hay ninguna idea anotada. | Nie zapisano pomysłów.
    no-pains      | No pain is recorded. | No hay ningún problema anotado. \
                  | Nie zapisano problemów.
    no-metrics    | No metric is defined. | No hay ninguna métrica definida. \
                  | Nie określono wskaźników.
    no-evidence   | No evidence is defined. | No hay ninguna evidencia definida. \
                  | Nie określono dowodów.
    note-backlog  | Payoff: pressure × impact / effort, added up over the steps that an idea \
                    serves: where it is recorded, and where it solves a pain. Ideas that are live \
                    or dropped, or lack impact or effort, have none. How it adds up is house. \
                  | Retorno: presión × impacto / esfuerzo, sumado en los pasos a los que sirve \
                    una idea: donde está anotada y donde resuelve un problema. No lo tienen las \
                    ideas en marcha o descartadas, ni las que no tienen impacto o esfuerzo. \
                    La suma es nuestra. \
                  | Zwrot: nacisk × efekt / nakład, zsumowany po krokach, którym pomysł służy: \
                    tam, gdzie go zapisano, i tam, gdzie rozwiązuje problem. Nie mają go pomysły, \
                    które działają lub porzucono, ani te bez efektu lub nakładu. Sumowanie jest \
                    nasze.
    note-risk     | Risk: severity × probability, 1 to 16; from {calls} on it calls for action \
                    (HFMEA, DeRosier et al. 2002, for harm; for others house). \
                  | Riesgo: gravedad × probabilidad, de 1 a 16; desde {calls} pide actuar (HFMEA, \
                    DeRosier et al. 2002, para daños; para lo demás es nuestro). \
                  | Ryzyko: waga × prawdopodobieństwo, od 1 do 16; od {calls} wymaga działania \
                    (HFMEA, DeRosier i in. 2002, dla szkód; dla innych nasze).
    kind          | Kind             | Tipo                | Rodzaj
    kind-friction | friction         | fricción            | tarcie
    kind-harm     | harm             | daño                | szkoda
    kind-dropout  | drop-out         | abandono            | rezygnacja
    judged        | Severity × likelihood | Gravedad × probabilidad \
                  | Dotkliwość × prawdopodobieństwo
    unanswered    | No idea solves it at | Ninguna idea lo resuelve en \
                  | Żaden pomysł nie rozwiązuje tego w
    risk          | Risk             | Riesgo              | Ryzyko
    pain-of       | Of               | De quién            | Czyj
    recovered-by  | Made good by     | Se repara en        | Naprawia to
    metric-name   | Metric           | Métrica             | Wskaźnik
    measured-at   | Measured at      | Medida en           | Mierzone w
    unit          | Unit             | Unidad              | Jednostka
    target        | Target           | Objetivo            | Cel
    target-met    | Met              | Se cumple           | Osiągnięty
    yes           | yes              | sí                  | tak
    no            | no               | no                  | nie
    as-of         | As of            | A fecha de          | Na dzień
    earlier-values | Earlier         | Antes               | Wcześniej
    date          | Date             | Fecha               | Data
    named         | Named            | Citas               | Cytowania
    voice         | Voice            | Voz                 | Głos
    voice-customer | customer        | cliente             | klient
    voice-family  | family           | familia             | rodzina
    voice-staff   | staff            | personal            | personel
    voice-team    | team             | equipo              | zespół
    evidence-interview | interview   | entrevista          | wywiad
    evidence-survey | survey         | encuesta            | ankieta
    evidence-analytics | analytics   | analítica           | analityka
    evidence-observation | observation | observación       | obserwacja
    evidence-workshop | workshop     | taller              | warsztat
    evidence-literature | literature | bibliografía        | literatura
    evidence-assumption | assumption | supuesto            | założenie
    evidence-complaint | complaint   | queja               | skarga
    evidence-diary | diary           | diario              | dziennik
    evidence-review | review         | reseña              | opinia
    evidence-records | records       | registros           | zapisy
    external-changes | Changed outside | Cambios de fuera   | Zmiany z zewnątrz
    note-gain     | {map}: closing the leaks of “{step}” would bring the most, {gain} more of \
                    100. It is number {rank} all the same: {points} of its pressure of {pressure} \
                    come from that, and the first three press harder ({third} and more). \
                  | {map}: cerrar las fugas de «{step}» traería lo máximo, {gain} más de cada \
                    100. Aun así es el número {rank}: {points} de su presión de {pressure} vienen \
                    de eso, y los tres primeros presionan más ({third} o más). \
                  | {map}: zamknięcie odejść przy „{step}” dałoby najwięcej, o {gain} na 100 \
                    więcej. Mimo to ma numer {rank}: {points} z jego nacisku {pressure} pochodzi \
                    stąd, a pierwsze trzy kroki naciskają mocniej ({third} i więcej).
"""
"""Words by key, a line each, in English, Spanish and Polish."""
