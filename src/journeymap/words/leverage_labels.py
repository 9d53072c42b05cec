"""What the ranking of leverage points says."""

LEVERAGE = """
    note-capped   | Pressure ends at 100. Steps that reach it stand in the order of what they \
                    would have without that end: {steps}. \
                  | La presión termina en 100. Los pasos que llegan están en el orden de lo que \
                    tendrían sin ese tope: {steps}. \
                  | Nacisk kończy się na 100. Kroki, które tam sięgają, stoją w kolejności tego, \
                    ile miałyby bez tej granicy: {steps}.
    held-pressure | {step}: pressure ends at 100; without that {today} → {then} \
                  | {step}: la presión termina en 100; sin ese tope {today} → {then} \
                  | {step}: nacisk kończy się na 100; bez tej granicy {today} → {then}
    held-driver   | {step}: {driver} counts in full from {full} on, today and then \
                    ({today} → {then}) \
                  | {step}: {driver} cuenta entero a partir de {full}, hoy y entonces \
                    ({today} → {then}) \
                  | {step}: {driver} liczy się w całości od {full}, dziś i wtedy ({today} → {then})
    held-up       | {step} then still has {pressure}: {reasons} \
                  | {step} aún tiene {pressure}: {reasons} \
                  | {step} ma wtedy wciąż {pressure}: {reasons}
    note-pressure | Pressure: how much of what is known to be wrong gathers at a step, 0 to 100. \
                    Ceiling: the same with every driver that is unknown there and known at another \
                    step of the map at its worst, at most 100. \
                    Payoff: pressure × impact / effort of the named idea. The weights are house. \
                  | Presión: cuánto de lo que se sabe que va mal se junta en un paso, de 0 a 100. \
                    Techo: la misma con lo peor posible en todo factor desconocido allí y conocido \
                    en otro paso del mapa, como mucho 100. \
                    Retorno: presión × impacto / esfuerzo de la idea nombrada. \
                    Las ponderaciones son de journeymap. \
                  | Nacisk: ile z tego, co wiadomo, że jest złe, skupia się w kroku, od 0 do 100. \
                    Pułap: to samo, gdyby każdy czynnik nieznany tam, a znany w innym kroku mapy, \
                    był najgorszy, najwyżej 100. \
                    Zwrot: nacisk × efekt / nakład podanego pomysłu. Wagi są nasze.
    note-lacks    | {map} says nothing of: {drivers} | {map} no dice nada de: {drivers} \
                  | {map} nic nie mówi o: {drivers}
    note-unscored | {map}: pains are not scored (severity, probability) \
                  | {map}: los problemas no están puntuados (gravedad, probabilidad) \
                  | {map}: problemy nie mają ocen (dotkliwość, prawdopodobieństwo)
    note-nothing  | {map}: nothing that is recorded presses, so the steps stand in their order \
                  | {map}: nada de lo anotado presiona, así que los pasos van en su orden \
                  | {map}: nic z zapisanego nie naciska, więc kroki stoją w swojej kolejności
    more          | {n} more steps press less; --top {all} shows them all \
                  | otros {n} pasos presionan menos; --top {all} los muestra todos \
                  | {n} dalszych kroków naciska słabiej; --top {all} pokaże wszystkie
    lifted        | Lifted           | Elevado por         | Podnosi
    lift-moment   | a declared moment | un momento declarado \
                  | zadeklarowany moment
    lift-influence | somebody of influence 4 or 5 \
                  | alguien de influencia 4 o 5 | ktoś o wpływie 4 lub 5
    note-aims     | {map} is a desired map: its figures are aims, and what presses is what would \
                    still be wrong. \
                  | {map} es un mapa deseado: sus cifras son objetivos, y lo que presiona es lo \
                    que aún iría mal. \
                  | {map} to mapa stanu docelowego: liczby są celami, a naciska to, co nadal \
                    byłoby złe.
    note-made-good | {step}: “{pain}” is made good for at {at}; the points count it all the same \
                  | {step}: «{pain}» se repara en {at}; los puntos la cuentan igualmente \
                  | {step}: „{pain}” jest naprawiane w: {at}; punkty liczą to mimo wszystko
"""
