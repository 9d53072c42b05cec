"""What only pictures say."""

PICTURES = """
    line-interaction | line of interaction | línea de interacción | linia interakcji
    line-visibility | line of visibility | línea de visibilidad | linia widoczności
    view-stakeholders | who takes part, needs and feels what \
                  | quién participa, qué necesita y qué siente \
                  | kto bierze udział, czego potrzebuje i co czuje
    persona       | Persona          | Persona             | Persona
    present       | takes part       | participa           | bierze udział
    handoff-complete | complete      | completo            | kompletne
    handoff-incomplete | incomplete  | incompleto          | niekompletne
    handoff-undeclared | not described | sin describir     | nieopisane
    pleased       | pleased          | contento            | zadowolenie
    frustrated    | frustrated       | frustrado           | frustracja
    between       | Between steps    | Entre pasos         | Między krokami
    handoffs      | Hand-offs        | Traspasos           | Przekazania
    earlier       | before           | antes               | przedtem
    later         | after            | después             | potem
    added         | new steps        | pasos nuevos        | nowe kroki
    removed       | left out         | omitidos            | pominięte
    moved         | elsewhere        | en otro lugar       | w innym miejscu
    reworded      | changed          | cambiados           | zmienione
    same-steps    | the same steps   | los mismos pasos    | te same kroki
    left-out      | left out         | se omite            | pominięty
    new           | new              | nuevo               | nowy
    unchanged     | as before        | igual que antes     | bez zmian
    elsewhere     | now step {n}     | ahora paso {n}      | teraz krok {n}
    mean-emotion  | mean emotion     | emoción media       | średnie emocje
    rated-by-respondents | importance and perception, rated by respondents \
                  | importancia y percepción, según los encuestados \
                  | ważność i odbiór w ocenie badanych
    rated-by-team | importance and perception, in the team's judgement \
                  | importancia y percepción, a juicio del equipo \
                  | ważność i odbiór w ocenie zespołu
    not-rated     | not rated        | sin valorar         | bez oceny
    cross-mean    | quadrants meet at the mean: importance {importance}, perceived {perceived} \
                  | los cuadrantes se cruzan en la media: importancia {importance}; \
                    percibido {perceived} \
                  | ćwiartki stykają się w średniej: ważność {importance}; odczute {perceived}
    cross-middle  | quadrants meet at the middle of the scale \
                  | los cuadrantes se cruzan en el centro de la escala \
                  | ćwiartki stykają się w środku skali
    rated-alike   | side by side: the same values | juntos: los mismos valores \
                  | obok siebie: te same wartości
    beside        | no room there: the line leads to its place \
                  | sin sitio allí: la línea lleva a su lugar \
                  | brak miejsca: linia prowadzi na miejsce
    ideas-by      | open ideas by impact and effort | ideas abiertas según impacto y esfuerzo \
                  | otwarte pomysły według wpływu i nakładu
    ideas-left-out | not shown: {counts} | no figuran: {counts} | nie pokazano: {counts}
    ideas-live    | already live     | ya en marcha        | już działa
    ideas-dropped | dropped          | descartadas         | zarzucono
    quick-wins    | quick wins       | mejoras rápidas     | szybkie efekty
    big-projects  | big projects     | grandes proyectos   | duże projekty
    small-gains   | small gains      | pequeñas mejoras    | drobne ulepszenia
    think-twice   | think twice      | pensarlo bien       | dobrze przemyśleć
    the-end       | end              | fin                 | koniec
    order-only    | the order of steps; no shares are stated \
                  | el orden de los pasos; no se indican porcentajes \
                  | kolejność kroków; nie podano udziałów
    lost-n        | {n} end without what they came for | {n} terminan sin lo que buscaban \
                  | {n} kończy bez tego, po co przyszli
    neither-n     | {n} end otherwise | {n} terminan de otro modo | {n} kończy inaczej
    ends-lost     | without what they came for | sin lo que buscaban | bez tego, po co przyszli
    ends-neither  | ends otherwise   | termina de otro modo | kończy inaczej
    times-each    | {n} times each   | {n} veces cada uno  | {n} razy każdy
    per-day       | {n} a day        | {n} al día          | {n} dziennie
    per-week      | {n} a week       | {n} a la semana     | {n} tygodniowo
    per-month     | {n} a month      | {n} al mes          | {n} miesięcznie
    per-quarter   | {n} a quarter    | {n} al trimestre    | {n} kwartalnie
    per-year      | {n} a year       | {n} al año          | {n} rocznie
    leave-n       | {n} leave        | {n} se van          | {n} rezygnuje
    unknown-n     | {n} unaccounted for | {n} sin explicar | {n} nie wiadomo dokąd
    endless-n     | {n} go round for ever | {n} dan vueltas sin fin | {n} krąży bez końca
    come-here     | {n} of 100       | {n} de 100          | {n} na 100
    volume        | width: how many take it | grosor: cuántos lo siguen | grubość: ilu tędy idzie
    way-back      | way back         | vuelta atrás        | droga z powrotem
    view-cycle    | the life cycle as a ring | el ciclo como un anillo | cykl jako krąg
    come-back     | the ring closes  | el anillo se cierra | krąg się domyka
    come-back-n   | {n} of 100 begin anew | {n} de cada 100 vuelven a empezar \
                  | {n} na 100 zaczyna od nowa
    stays-open    | nothing leads from the end back to the beginning \
                  | nada lleva del final al principio \
                  | nic nie prowadzi z końca na początek
    no-steps      | no steps         | sin pasos           | bez kroków
    n-steps       | steps: {n}       | pasos: {n}          | kroki: {n}
    filled-in     | filled in: {n}   | completado: {n}     | uzupełniono: {n}
    view-ladder   | the value chain as a staircase | la cadena de valor como escalera \
                  | łańcuch wartości jako schody
    trust-declared | trust turns here | aquí cambia la confianza | tu rodzi się zaufanie
    trust-computed | from here on nobody falls back | desde aquí nadie retrocede \
                  | odtąd nikt się nie cofa
    falls-to      | falls back to step {n} | vuelve al paso {n} | cofa się do kroku {n}
    skips-to      | skips a level to step {n} | salta un nivel al paso {n} \
                  | przeskakuje poziom do kroku {n}
    skips-below   | begins above the first level | empieza por encima del primer nivel \
                  | zaczyna powyżej pierwszego poziomu
    reward        | reward           | recompensa          | nagroda
    reward-early  | reward before trust | recompensa antes de la confianza | nagroda przed zaufaniem
    no-level      | steps without a level: {n} | pasos sin nivel: {n} | kroki bez poziomu: {n}
    was-expected  | expected {n}     | esperaba {n}        | oczekiwane {n}
    was-perceived | was {n}          | fue {n}             | było {n}
    need          | Need             | Necesidad           | Potrzeba
    thought       | Thinks           | Piensa              | Myśli
    why           | Why              | Por qué             | Dlaczego
    idea          | Idea             | Idea                | Pomysł
    no-idea       | nobody has an idea yet | nadie tiene una idea aún | nie ma jeszcze pomysłu
    severity      | Severity         | Gravedad         | Dotkliwość
    probability   | Likelihood       | Probabilidad     | Prawdopodobieństwo
    idea-impact   | Impact           | Impacto             | Wpływ
    idea-effort   | Effort           | Esfuerzo            | Nakład
    no-owner      | nobody drives it yet | aún sin responsable | nikt tego jeszcze nie prowadzi
    by            | by               | para                | do
    quick-win     | quick win        | mejora rápida       | szybki efekt
    reach-end     | {n} of 100 reach the end | {n} de cada 100 llegan al final \
                  | {n} na 100 dociera do końca
    somebody      | people           | la gente            | Ta podróż
    decides-one   | One step decides how it goes for {name} \
                  | Un paso decide cómo le va a {name} \
                  | {name}: jeden krok decyduje, jak będzie
    decides-two   | Two steps decide how it goes for {name} \
                  | Dos pasos deciden cómo le va a {name} \
                  | {name}: dwa kroki decydują, jak będzie
    decides-three | Three steps decide how it goes for {name} \
                  | Tres pasos deciden cómo le va a {name} \
                  | {name}: trzy kroki decydują, jak będzie
    decides-flow-one | One step decides whether {name} gets to the end \
                  | Un paso decide si {name} llega al final \
                  | {name}: jeden krok decyduje, czy uda się dojść do końca
    decides-flow-two | Two steps decide whether {name} gets to the end \
                  | Dos pasos deciden si {name} llega al final \
                  | {name}: dwa kroki decydują, czy uda się dojść do końca
    decides-flow-three | Three steps decide whether {name} gets to the end \
                  | Tres pasos deciden si {name} llega al final \
                  | {name}: trzy kroki decydują, czy uda się dojść do końca
    leverage      | where pressure is highest \
                  | donde la presión es mayor | gdzie nacisk jest największy
    leverage-few  | where pressure is highest: a pressure of {least} or more, of {most}; \
                    other steps have less \
                  | donde la presión es mayor: una presión de {least} o más, de {most}; \
                    los demás pasos tienen menos \
                  | gdzie nacisk jest największy: nacisk {least} lub więcej, na {most}; \
                    inne kroki mają mniejszy
    leverage-none | no step has a pressure of {least} or more, of {most} \
                  | ningún paso tiene una presión de {least} o más, de {most} \
                  | żaden krok nie ma nacisku {least} lub więcej, na {most}
"""
"""Words by key, a line each, in English, Spanish and Polish."""
