"""What is said of differences between two maps, in pictures and reports."""

CHANGES = """
    field-title   | Title            | Título              | Tytuł
    field-action  | Step             | Paso                | Krok
    field-name    | Name             | Nombre              | Nazwa
    field-text    | Text             | Texto               | Treść
    field-state   | Shows            | Muestra             | Pokazuje
    field-language | Language        | Idioma              | Język
    field-version | Version of the language | Versión del lenguaje | Wersja języka
    field-actor   | Who does it      | Quién lo hace       | Kto to robi
    field-with    | Who else takes part | Quién más participa | Kto jeszcze bierze udział
    field-offstage | Without the persona | Sin la persona   | Bez persony
    field-only    | Only for         | Solo para           | Tylko dla
    field-feels   | Feels            | Se siente           | Czuje się
    field-expected | Expected        | Esperado            | Oczekiwane
    field-perceived | Perceived      | Percibido           | Odczute
    field-importance | Importance    | Importancia         | Ważność
    field-rests-on | {what}: evidence | {what}: evidencia  | {what}: dowody
    field-after   | Counted from     | Contado desde       | Liczone od
    field-wait    | Wait           | Espera              | Czekanie
    field-share   | Share            | Porcentaje          | Udział
    field-where   | Leads to         | Lleva a             | Prowadzi do
    field-counts  | Counts as        | Cuenta como         | Liczy się jako
    field-to      | Taken over by    | Pasa a              | Przejmuje
    field-needs   | Needed           | Hace falta          | Potrzebne
    field-carries | Passed on        | Se transmite        | Przekazano
    field-ask-back | Can ask back by | Puede consultar por | Może dopytać przez
    field-value   | Value            | Valor               | Wartość
    field-severity | Severity        | Gravedad            | Dotkliwość
    field-probability | Likelihood   | Probabilidad        | Prawdopodobieństwo
    field-of      | Whose            | De quién            | Czyje
    field-solves  | Against          | Contra              | Przeciw
    field-voice   | Seen by          | Lo ve               | Widzi to
    field-shared  | Defined elsewhere | Definido en otro lugar | Zdefiniowane gdzie indziej
    field-learned | Learned          | Aprendizaje         | Wnioski
    field-result  | Result           | Resultado           | Wynik
    field-n       | How many         | Cuántos             | Ilu
    field-population | Of how many in all | De cuántos en total | Z ilu ogółem
    field-target  | Target           | Objetivo            | Cel
    field-better  | Better           | Mejor               | Lepiej
    field-affects | Affects          | Afecta a            | Dotyczy
    field-library | Library          | Biblioteca          | Biblioteka
    field-at-once | Used             | Uso                 | Użycie
    field-per     | Per              | Por                 | Na
    field-consent | Clients may see the picture | Los clientes pueden ver la imagen \
                  | Klienci mogą widzieć obraz
    change-yes    | yes              | sí                  | tak
    change-no     | no               | no                  | nie
    change-of     | {n} of {of}      | {n} de {of}         | {n} z {of}
    change-new    | new: {what}      | nuevo: {what}       | nowe: {what}
    change-gone   | no longer: {what} | ya no: {what}      | już nie: {what}
    change-unsaid | not mentioned: {what} | sin mencionar: {what} | bez wzmianki: {what}
    change-lost   | Lost or worse    | Se pierde o empeora | Traci lub gorzej
    change-was    | {now} (before: {was}) | {now} (antes: {was}) | {now} (przedtem: {was})
    change-value  | {what}: {before} → {after} | {what}: {before} → {after} \
                  | {what}: {before} → {after}
    change-told   | {what}: {now}    | {what}: {now}       | {what}: {now}
    change-order  | in another order | en otro orden       | w innej kolejności
    change-besides | besides: {what} | además: {what}      | poza tym: {what}
    unchanged-but | as before but for: {what} | igual que antes, salvo: {what} \
                  | bez zmian poza: {what}
    noted-else    | in notes or sources alone | solo en notas o fuentes \
                  | tylko w uwagach lub źródłach
    change-stage  | now in “{stage}” | ahora en «{stage}»  | teraz w „{stage}”
    brings-about  | What brings it about | Qué lo logra    | Co to przyniesie
    brought-by-nothing | no idea here brings this about | ninguna idea de aquí lo logra \
                  | żaden pomysł tutaj tego nie przyniesie
    idea-state    | {idea} ({status}) | {idea} ({status})  | {idea} ({status})
    steps-before-n | {n} steps        | {n} pasos          | kroki: {n}
    largest-change | Largest change: “{step}” ({before} → {after}) \
                  | Mayor cambio: «{step}» ({before} → {after}) \
                  | Największa zmiana: „{step}” ({before} → {after})
    largest-change-of | One of the {n} largest changes: “{step}” ({before} → {after}) \
                  | Uno de los {n} mayores cambios: «{step}» ({before} → {after}) \
                  | Jedna z {n} największych zmian: „{step}” ({before} → {after})
    completes-end | reach the end    | llegan al final     | dochodzi do końca
    completes-round | complete a round | completan una vuelta | przechodzi cały cykl
    completes-journey | complete the journey | completan el recorrido | przechodzi całą podróż
    more-complete | {n} more of 100 {complete}: {before} → {after} \
                  | {n} más de cada 100 {complete}: {before} → {after} \
                  | O {n} na 100 osób więcej {complete}: {before} → {after}
    fewer-complete | {n} fewer of 100 {complete}: {before} → {after} \
                  | {n} menos de cada 100 {complete}: {before} → {after} \
                  | O {n} na 100 osób mniej {complete}: {before} → {after}
    waiting-change | Waiting: {before} → {after} | Espera: {before} → {after} \
                  | Czekanie: {before} → {after}
    pains-gone    | pains that go: {n} | problemas que desaparecen: {n} \
                  | znikające problemy: {n}
    pains-new     | new pains: {n}   | problemas nuevos: {n} | nowe problemy: {n}
    steps-better  | better: {n} of {all} steps | mejor: {n} de {all} pasos \
                  | lepiej: {n} z {all} kroków
    steps-worse   | worse: {n} of {all} steps | peor: {n} de {all} pasos \
                  | gorzej: {n} z {all} kroków
    steps-change  | What changes: {counts} | Qué cambia: {counts} | Co się zmienia: {counts}
    no-change     | Nothing changes between the two maps \
                  | Nada cambia entre los dos mapas \
                  | Między mapami nic się nie zmienia
    no-step-change | No step changes | Ningún paso cambia  | Żaden krok się nie zmienia
    estimate      | Estimate: {what} | Estimación: {what}  | Szacunek: {what}
    of-100-complete | Of 100 {complete} | De cada 100 {complete} | Na 100 {complete}
    people-leave  | Leave            | Se van              | Rezygnuje
    steps-same    | as before: {n}   | igual que antes: {n} | bez zmian: {n}
    note-one-fact | {step}: {points} of {pressure} points may be one fact: {pain}; {other} \
                  | {step}: {points} de {pressure} puntos pueden ser un solo hecho: {pain}; \
                    {other} \
                  | {step}: {points} z {pressure} punktów może być jednym faktem: {pain}; {other}
    note-order    | The order is open: what is unknown could lift above a step before it: {items} \
                  | El orden no es definitivo: lo desconocido podría poner delante de un paso \
                    anterior: {items} \
                  | Kolejność jest otwarta: to, co nieznane, mogłoby wynieść ponad krok \
                    wcześniejszy: {items}
    numbered-to   | no. {n} (to {ceiling}) | n.º {n} (hasta {ceiling}) | nr {n} (do {ceiling})
    numbered      | no. {n}          | n.º {n}             | nr {n}
    numbered-pair | no. {n} and {m}  | n.º {n} y {m}       | nr {n} i {m}
    note-equal    | Within {apart} points, to be read as equal: {items} \
                  | A {apart} puntos o menos, se leen como iguales: {items} \
                  | W odległości do {apart} punktów, do czytania jako równe: {items}
    note-weak     | Below {least}, so no leverage point: {items} \
                  | Por debajo de {least}, así que no son puntos de apalancamiento: {items} \
                  | Poniżej {least}, więc nie są to punkty dźwigni: {items}
"""
"""Words by key, a line each, in English, Spanish and Polish."""
