"""What only pictures say."""

PICTURES = """
    line-interaction | line of interaction | línea de interacción | linia interakcji
    line-visibility | line of visibility | línea de visibilidad | linia widoczności
    view-stakeholders | who takes part, needs and feels what \
                  | quién participa, qué necesita y qué siente \
                  | kto bierze udział, czego potrzebuje i co czuje
    persona       | Persona          | Persona             | Persona
    view-persona  | whose journey it is | de quién es el recorrido | czyja to podróż
    title-persona-goal | Goal: {text} | Meta: {text}        | Cel: {text}
    title-persona-in-way | In the way: {text} | Obstáculo: {text} | Przeszkoda: {text}
    title-persona-among | Among what is in the way: {text} | Entre los obstáculos: {text} \
                  | Wśród przeszkód: {text}
    title-persona-most | Largest of {n} groups: {name} ({share} of 100) \
                  | El mayor de {n} grupos: {name} ({share} de cada 100) \
                  | Największa z {n} grup: {name} ({share} na 100)
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
    cross-mean    | quadrants relative to the mean: importance {importance}, \
                    perceived {perceived} \
                  | cuadrantes respecto a la media: importancia {importance}; \
                    percibido {perceived} \
                  | ćwiartki względem średniej: ważność {importance}; odczute {perceived}
    cross-at-middle | {value} (middle: all alike) | {value} (centro: todos iguales) \
                  | {value} (środek: wszystkie równe)
    cross-on-it   | on the line counts as more | en la línea cuenta como más \
                  | na linii liczy się jako więcej
    cross-middle  | quadrants meet at the middle of the scale \
                  | los cuadrantes se cruzan en el centro de la escala \
                  | ćwiartki stykają się w środku skali
    at-point      | the point marks the values | el punto marca los valores \
                  | punkt oznacza wartości
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
    tangled-ways  | the order of steps; the ways cross too often for a flow to be computed \
                  | el orden de los pasos; los caminos se cruzan demasiado para calcular un flujo \
                  | kolejność kroków; drogi krzyżują się zbyt często, aby obliczyć przepływ
    order-only    | the order of steps; no shares are stated \
                  | el orden de los pasos; no se indican porcentajes \
                  | kolejność kroków; nie podano udziałów
    lost-n        | {n} end without what they came for | {n} terminan sin lo que buscaban \
                  | {n} kończy bez tego, po co przyszli
    neither-n     | {n} end otherwise | {n} terminan de otro modo | {n} kończy inaczej
    ends-lost     | without what they came for | sin lo que buscaban | bez tego, po co przyszli
    ends-completed | complete the journey | completan el recorrido | przechodzi całą podróż
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
    are-lost      | are lost         | se pierden          | odpada
    lost-there    | people who are lost, of those there | se pierden, de quienes están ahí \
                  | odpada, z osób w tym kroku
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
    lowest-to-highest | feelings, from the lowest to the highest \
                  | emociones, de la peor a la mejor | odczucia, od najgorszego do najlepszego
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
    end-here-n    | {n} of 100 end here | {n} de cada 100 terminan aquí | {n} na 100 kończy tutaj
    of-100-do     | {n} of 100 {complete} | {n} de cada 100 {complete} | {n} na 100 {complete}
    still-there   | Still there      | Siguen ahí          | Wciąż są
    back-to       | back to {step}   | vuelven a {step}    | wraca do kroku {step}
    so-many-more  | more             | más                 | więcej
    whole-journey | whole journey    | todo el recorrido   | cała podróż
    go-back       | {share} go back  | {share} vuelven     | {share} wraca
    overview-back | Way back         | Vuelta atrás        | Powroty
    too-late      | too late (allowed: {allowed}, takes: {takes}) \
                  | fuera de plazo (plazo: {allowed}; real: {takes}) \
                  | po terminie (limit: {allowed}, jest: {takes})
    missed-deadline | missed deadline | plazo incumplido   | przekroczony termin
    on-return     | {n} on return    | {n} al volver       | {n} po powrocie
    some-leave    | some leave       | algunos se van      | część rezygnuje
    overview-waits | Wait after      | Espera tras         | Czeka po
    overview-with | With             | Con                 | Z kim
    overview-missed | Missed targets | Objetivos fallidos  | Poza celem
    not-handed-over | not all handed over | no se traspasa todo | przekazano nie wszystko
    more-missed   | and {n} more     | y {n} más           | i jeszcze {n}
    without       | without {items}  | sin {items}         | bez: {items}
    planned-wait  | planned wait     | espera planificada  | planowane czekanie
    graver-larger | pain: larger is graver | problema: mayor, peor \
                  | problem: większy, gorszy
    pain-unscored | pain, not scored | problema sin valorar | problem bez oceny
    counts-as     | counts as {n} of 100 | cuenta como {n} de 100 | liczy się jako {n} na 100
    pain-sign     | pain             | problema            | problem
    headline-step | the step in the title | el paso del título | krok z tytułu
    idea-sign     | idea             | idea                | pomysł
    expected-got  | expected {expected}, got {got} | esperado: {expected}; recibido: {got} \
                  | oczekiwano: {expected}, było: {got}
    target-missed-short | {value} → target {target} | {value} → objetivo {target} \
                  | {value} → cel {target}
    target-met-short | {value}, target {target} met | {value}; objetivo {target} cumplido \
                  | {value}; cel {target} osiągnięty
    target-only   | target {target}  | objetivo {target} | cel {target}
    for-whom      | for {who}        | para {who}          | dla: {who}
    says          | Says: {text}     | Dice: {text}        | Mówi: {text}
    says-of       | {who} says: {text} | {who} dice: {text} | {who} mówi: {text}
    seen-by       | seen by          | las ve            | widzi je
    wants         | Wants: {goal}    | Quiere: {goal}      | Chce: {goal}
    figures-are   | figures: {told}  | cifras: {told}      | liczby: {told}
    figures-all-assumed | figures: all {n} assumed | cifras: las {n} supuestas \
                  | liczby: wszystkie {n} założone
    figures-measured | {n} measured  | {n} medidas         | {n} zmierzonych
    figures-told  | {n} told         | {n} relatadas       | {n} z relacji
    figures-assumed | {n} assumed    | {n} supuestas       | {n} założonych
    title-handoffs | Hand-offs: {n} of {all} incomplete or not described \
                  | Traspasos: {n} de {all} incompletos o sin describir \
                  | Przekazania: {n} z {all} niepełne lub nieopisane
    title-handoffs-complete | Hand-offs: {all}, nothing is known to be missing \
                  | Traspasos: {all}; no consta que falte nada \
                  | Przekazania: {all}; nie wiadomo, by czegoś brakowało
    nothing-missing | nothing is known to be missing | no consta que falte nada \
                  | nie wiadomo, by czegoś brakowało
    title-most-part | Who else takes part most: {name} ({n} of {all} steps) \
                  | Quién más participa, sobre todo: {name} ({n} de {all} pasos) \
                  | Kto jeszcze uczestniczy najczęściej: {name} ({n} z {all} kroków)
    title-takes-part | Who else takes part: {names} | Quién más participa: {names} \
                  | Kto jeszcze uczestniczy: {names}
    part-most-part | Who else takes part most here: {name} ({n} of {all} steps) \
                  | Quién más participa aquí, sobre todo: {name} ({n} de {all} pasos) \
                  | Kto jeszcze uczestniczy tutaj najczęściej: {name} ({n} z {all} kroków)
    part-takes-part | Who else takes part here: {names} | Quién más participa aquí: {names} \
                  | Kto jeszcze uczestniczy tutaj: {names}
    title-falls   | Engagement falls back: {n}× | La implicación retrocede: {n}× \
                  | Zaangażowanie cofa się: {n}×
    title-skips   | Engagement skips a level: {n}× | La implicación salta un nivel: {n}× \
                  | Zaangażowanie przeskakuje poziom: {n}×
    title-ladder-steady | Engagement rises level by level and nobody falls back \
                  | La implicación sube nivel a nivel y nadie retrocede \
                  | Zaangażowanie rośnie poziom po poziomie i nikt się nie cofa
    title-not-given | Not given to {taker}: {items} | Sin entregar a {taker}: {items} \
                  | {taker} nie dostaje: {items}
    title-concentrate | Matters more, got less: {n} of {all} rated steps \
                  | Importa más y recibe menos: {n} de {all} pasos valorados \
                  | Ważniejsze, a wypada gorzej: {n} z {all} ocenionych kroków
    title-none-poor | Matters more: {n} of {all} rated steps, none of them poor \
                  | Importa más: {n} de {all} pasos valorados, ninguno flojo \
                  | Ważniejsze: {n} z {all} ocenionych kroków, żaden nie jest słaby
    title-concentrate-desired | Matters more, aimed lower: {n} of {all} rated steps \
                  | Importa más, con meta más baja: {n} de {all} pasos valorados \
                  | Ważniejsze, a cel niższy: {n} z {all} ocenionych kroków
    title-none-poor-desired | Matters more: {n} of {all} rated steps, none of them aimed low \
                  | Importa más: {n} de {all} pasos valorados, ninguno con meta baja \
                  | Ważniejsze: {n} z {all} ocenionych kroków, żaden nie ma niskiego celu
    short-counts-less-desired | below expected: counts as aimed lower \
                  | menos de lo esperado: cuenta como «meta más baja» \
                  | poniżej oczekiwań: liczy się jako „cel niższy”
    short-counts-less | below expected: counts as got less \
                  | menos de lo esperado: cuenta como «recibe menos» \
                  | poniżej oczekiwań: liczy się jako „wypada gorzej”
    title-quick-wins | Quick wins: {n} of {all} open ideas \
                  | Mejoras rápidas: {n} de {all} ideas abiertas \
                  | Szybkie efekty: {n} z {all} otwartych pomysłów
    headline-estimate | Estimate:    | Estimación:         | Szacunek:
    headline-desired | Desired state: {text} | Estado deseado: {text} | Stan docelowy: {text}
    headline-aim  | Aim:         | Objetivo:           | Cel:
    headline-difference | Largest difference: {step} ({feelings}) \
                  | Mayor diferencia: {step} ({feelings}) \
                  | Największa różnica: {step} ({feelings})
    headline-lost | {lost} of 100 do not reach the end \
                  | {lost} de cada 100 no llegan al final \
                  | Nie dochodzi do końca: {lost} na 100 osób
    headline-lost-least | At least {lost} of 100 do not reach the end \
                  | Al menos {lost} de cada 100 no llegan al final \
                  | Nie dochodzi do końca: co najmniej {lost} na 100 osób
    headline-neither | {lost} of 100 are lost | {lost} de cada 100 se pierden \
                  | Odpada {lost} na 100 osób
    headline-neither-least | At least {lost} of 100 are lost \
                  | Al menos {lost} de cada 100 se pierden \
                  | Odpada co najmniej {lost} na 100 osób
    headline-gone | {lost} of 100 do not come back | {lost} de cada 100 no vuelven \
                  | Nie wraca: {lost} na 100 osób
    headline-gone-least | At least {lost} of 100 do not come back \
                  | Al menos {lost} de cada 100 no vuelven \
                  | Nie wraca: co najmniej {lost} na 100 osób
    headline-way  | {lost} of 100 leave on the way \
                  | {lost} de cada 100 se van por el camino \
                  | Odchodzi po drodze: {lost} na 100 osób
    headline-way-least | At least {lost} of 100 leave on the way \
                  | Al menos {lost} de cada 100 se van por el camino \
                  | Odchodzi po drodze: co najmniej {lost} na 100 osób
    headline-lost-at | , {here} of them lost at {step} | ; {here} se pierden en {step} \
                  | , w tym {here} w kroku {step}
    headline-lost-all | , all of them lost at {step} | ; todos se pierden en {step} \
                  | , wszystkie w kroku {step}
    headline-late | Too late: {step} (allowed: {allowed}, takes: {takes}) \
                  | Fuera de plazo: {step} (plazo: {allowed}; real: {takes}) \
                  | Po terminie: {step} (limit: {allowed}, jest: {takes})
    headline-waiting | Waiting besides what is planned: {wait} \
                  | Espera, aparte de la planificada: {wait} \
                  | Czekanie poza planowanym: {wait}
    headline-longest | , longest after {step} ({wait}) | ; la más larga, tras {step} ({wait}) \
                  | , najdłużej po kroku {step} ({wait})
    headline-shortfall | Furthest below expectation: {step} (expected: {expected}; got: {got}) \
                  | Más por debajo de lo esperado: {step} (esperado: {expected}; recibido: {got}) \
                  | Najdalej poniżej oczekiwań: {step} (oczekiwano: {expected}; było: {got})
    headline-low  | Lowest point: {moments} | El peor momento: {moments} \
                  | Najtrudniejszy moment: {moments}
    headline-low-both | Lowest points: {moments} | Los peores momentos: {moments} \
                  | Najtrudniejsze momenty: {moments}
    headline-low-of | One of the {n} lowest points: {moments} \
                  | Uno de los {n} peores momentos: {moments} \
                  | Jeden z {n} najtrudniejszych momentów: {moments}
    headline-low-near | One of the lowest points: {moments} \
                  | Uno de los peores momentos: {moments} \
                  | Jeden z najtrudniejszych momentów: {moments}
    headline-high | Highest: {moments} | El mejor: {moments} | Najlepszy: {moments}
    headline-high-both | Highest: {moments} | Los mejores: {moments} | Najlepsze: {moments}
    headline-high-of | One of the {n} highest: {moments} | Uno de los {n} mejores: {moments} \
                  | Jeden z {n} najlepszych: {moments}
    part-lost     | {lost} of 100 lost here | Se pierden aquí {lost} de 100 \
                  | Tutaj odpada {lost} na 100 osób
    part-lost-least | At least {lost} of 100 lost here | Se pierden aquí al menos {lost} de 100 \
                  | Tutaj odpada co najmniej {lost} na 100 osób
    part-lost-at  | , {here} of them at {step} | ; {here} en {step} | , w tym {here} w kroku {step}
    part-lost-step | {here} of 100 lost at {step} | Se pierden {here} de 100 en {step} \
                  | Odpada {here} na 100 w kroku {step}
    part-lost-step-least | At least {here} of 100 lost at {step} \
                  | Se pierden al menos {here} de 100 en {step} \
                  | Odpada co najmniej {here} na 100 w kroku {step}
    part-low      | Lowest here: {moments} | Lo peor aquí: {moments} | Najtrudniej tutaj: {moments}
    part-low-both | Lowest here: {moments} | Lo peor aquí: {moments} | Najtrudniej tutaj: {moments}
    part-low-of   | One of the {n} lowest here: {moments} | Uno de los {n} peores aquí: {moments} \
                  | Jeden z {n} najtrudniejszych tutaj: {moments}
    part-low-near | One of the lowest here: {moments} | Uno de los peores aquí: {moments} \
                  | Jeden z najtrudniejszych tutaj: {moments}
    part-high     | Highest here: {moments} | Lo mejor aquí: {moments} | Najlepiej tutaj: {moments}
    part-high-both | Highest here: {moments} | Lo mejor aquí: {moments} \
                  | Najlepiej tutaj: {moments}
    part-high-of  | One of the {n} highest here: {moments} \
                  | Uno de los {n} mejores aquí: {moments} \
                  | Jeden z {n} najlepszych tutaj: {moments}
    part-pain     | Gravest pain here: {text} | Problema más grave aquí: {text} \
                  | Najpoważniejszy problem tutaj: {text}
    part-only-pain | The pain here: {text} | El problema aquí: {text} | Problem tutaj: {text}
    part-counts   | Pains here: {pains}, ideas: {ideas} \
                  | Problemas aquí: {pains}, ideas: {ideas} \
                  | Problemy tutaj: {pains}, pomysły: {ideas}
    part-ideas    | Ideas here: {ideas} | Ideas aquí: {ideas} | Pomysły tutaj: {ideas}
    part-pains    | Pains here: {pains} | Problemas aquí: {pains} | Problemy tutaj: {pains}
    part-steps    | {stages}: from {first} to {last} | {stages}: de {first} a {last} \
                  | {stages}: od {first} do {last}
    level-very-poor | very poor      | muy malo            | bardzo źle
    level-poor    | poor             | malo                | źle
    level-fair    | fair             | regular             | średnio
    level-good    | good             | bueno               | dobrze
    level-very-good | very good      | muy bueno           | bardzo dobrze
    leverage      | where a change is needed most \
                  | donde más falta hace un cambio | gdzie zmiana jest najbardziej potrzebna
    some-of       | {n} of {all} | {n} de {all} | {n} z {all}
    first-of      | the first {n} of {all} | los primeros {n} de {all} | pierwsze {n} z {all}
    urgent-first  | most urgent      | lo más urgente | najpilniejsze
    other-wait    | other wait       | otra espera         | inne czekanie
    wait-unplanned | wait not marked as planned | espera no marcada como planificada \
                  | czekanie nieoznaczone jako planowane
    hollow-assumed | hollow: assumed or no evidence | hueco: supuesto o sin evidencia \
                  | puste: założone lub bez dowodów
    hollow-brief  | hollow: assumed | hueco: supuesto     | puste: założone
    same-idea     | the same idea as {number} | la misma idea que en {number} \
                  | ten sam pomysł co przy {number}
    pain-elsewhere | also hurts      | duele también       | boli także
    no-idea-against | the map names no idea against it \
                  | el mapa no da ninguna idea contra ello | mapa nie podaje na to pomysłu
    no-idea-there | no idea against what hurts most there is named \
                  | ninguna idea aborda lo que más duele ahí \
                  | żaden pomysł nie dotyczy tego, co tam boli najbardziej
    idea-at-step  | Idea at this step: {idea} | Idea en este paso: {idea} \
                  | Pomysł przy tym kroku: {idea}
    idea-unsaid   | Idea at this step: {idea} (what it is against, the map does not say) \
                  | Idea en este paso: {idea} (el mapa no dice qué problema aborda) \
                  | Pomysł przy tym kroku: {idea} (mapa nie mówi, czego dotyczy)
    idea-for-else | Idea at this step, against something else: {idea} \
                  | Idea en este paso, para otro problema: {idea} \
                  | Pomysł przy tym kroku, na inny problem: {idea}
    idea-at       | Idea at {step}: {idea} | Idea en {step}: {idea} | Pomysł przy {step}: {idea}
    first-at      | First, at {step}: {idea} | Lo primero, en {step}: {idea} \
                  | Najpierw, przy {step}: {idea}
    first-at-equal | One of {n} equally urgent, at {step}: {idea} \
                  | Uno de {n} igual de urgentes, en {step}: {idea} \
                  | Jedno z {n} równie pilnych, przy {step}: {idea}
    first-at-desired | Still to solve, at {step}: {idea} | Por resolver, en {step}: {idea} \
                  | Do rozwiązania, przy {step}: {idea}
    called-pain   | the gravest pains | los problemas más graves | najpoważniejsze problemy
    called-pain-desired | pains that remain | problemas que quedan | problemy, które zostają
    called-feeling | the lowest moments | los peores momentos | najtrudniejsze momenty
    called-named  | where it hurts | donde duele | gdzie boli
    title-pressure | A change is needed most at {steps} | Donde más falta hace un cambio: {steps} \
                  | Zmiana najbardziej potrzebna: {steps}
    title-first   | A change is needed most at {n} steps, first at {step} \
                  | Hace más falta un cambio en {n} pasos; primero, en {step} \
                  | Zmiana najbardziej potrzebna w {n} krokach, najpierw: {step}
    title-pain    | Gravest pains: {steps} | Problemas más graves: {steps} \
                  | Najpoważniejsze problemy: {steps}
    title-pain-desired | Pains that remain: {steps} | Problemas que quedan: {steps} \
                  | Problemy, które zostają: {steps}
    title-feeling | It feels worst at {steps} | Donde peor se siente: {steps} \
                  | Najgorzej jest tu: {steps}
    title-named   | Pains: {steps} | Problemas: {steps} | Problemy: {steps}
    matters-got   | matters, got {got} | es importante; recibido: {got} | ważne, było: {got}
"""
"""Words by key, a line each, in English, Spanish and Polish."""
