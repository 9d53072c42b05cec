"""Slips that a fresh analyst made: rows for `test_typed_slips`."""

from tests.linter.further_slips import step

BOOKS = "steps:\n  - action: Books\n    need: Soon\n"

LATER: dict[str, list[tuple[str, str, str]]] = {
    "a point between thousands": [
        ("starts: {n: 4.200, per: year}\nsteps: [A]\n", "1:13", "write 4200 if the point parts"),
        (
            "evidence: [{id: a, kind: survey, n: 12.000}]\nsteps: [A]\n",
            "1:37",
            "write 12000 if the point parts thousands, 12 if it does not",
        ),
        ("starts: {n: 1.200.000, per: year}\nsteps: [A]\n", "1:13", "write 1200000"),
        (
            "language: es\nmetrics: [{name: W, unit: EUR, target: 1.250}]\nsteps: [A]\n",
            "2:40",
            "write 1250 if the point parts thousands, 1.25 if it does not",
        ),
        (
            "language: pl\nmetrics: [{name: W, unit: zł, target: 1.255}]\nsteps: [A]\n",
            "2:39",
            "write 1255 if the point parts thousands, 1.2550 if it does not",
        ),
        ("metrics: [{name: W, unit: d, target: 80.000}]\nsteps: [A]\n", "1:38", "write 80000"),
    ],
    "a comment of another program": [
        ("// first version\nsteps: [A]\n", "1:1", "write # first version"),
        ("steps:\n  <!-- ask Ana -->\n" + BOOKS[7:], "2:3", "write # ask Ana"),
        ("steps:\n  <!-- ask Ana -->\n  - Books\n", "2:3", "write # ask Ana"),
        (BOOKS + "    /* later */\n    gains: A\n", "4:5", "write # later"),
        ("steps:\n  - Books\n    // ask Ana\n  - Goes\n", "3:5", "write # ask Ana"),
        ("steps:\n  TODO ask Ana\n  - action: Books\n    need: A\n", "2:3", "write # TODO ask Ana"),
        ("TODO: ask Ana\nsteps: [A]\n", "1:1", "write # TODO: ask Ana if it is a comment"),
    ],
    "a line of a chat": [
        (BOOKS + "Kasia Nowak  10:32 AM\n  - action: Goes\n", "4:1", "delete this line"),
        (BOOKS + "[10:02] Tom: so\n  - action: Goes\n", "4:1", "as a comment: # so"),
        (BOOKS + "12.03.2026, 10:32 - Ana: hm\n  - action: Goes\n", "4:1", "delete this line"),
        ("steps:\n  - Books\n    Ana 10:32\n  - Goes\n", "3:5", "delete this line"),
    ],
    "a list below a line without a colon": [
        (
            "stages:\n  - Before\n    - action: A\n      need: B\n  - After\n    - action: C\n",
            "2:5",
            "write - name: Before, and below it steps:, with the list below that",
        ),
        ("stages:\n  Before\n    - action: A\n      need: B\n", "2:3", "write Before: if it is"),
        ("stages:\n  Before\n    - A\n    - B\n  After:\n    - C\n", "2:3", "write Before: if"),
        ("steps:\n  - Books\n    - action: Goes\n      need: A\n", "3:5", "its dash in column 3"),
    ],
    "entries with numbers and fields": [
        (
            "steps:\n  1. action: A\n     need: B\n  2. action: C\n",
            "2:3",
            "write - action: A, and its other fields in the column of `action`",
        ),
        ("steps:\n  1) action: A\n     need: B\n", "2:3", "write - action: A"),
        (step("pains:\n      1. text: slow\n         severity: 3"), "4:7", "write - text: slow"),
    ],
    "two maps in a file": [
        (BOOKS + "---\ntitle: B\nsteps: [C]\n", "4:1", "move lines 6 to 8 to a file of its own"),
        (BOOKS + "title: B\npersonas: [C]\nsteps: [C]\n", "4:1", "move lines 6 to 8 to a file"),
        ("stages: {A: [B]}\njourneymap: 1\ntitle: B\nsteps: [C]\n", "2:1", "lines 4 to 6"),
        ("steps: [A]\n---\nsteps: [C]\n", "2:1", "move lines 4 to 5"),
    ],
    "a text broken over lines": [
        (
            step("note: She was told that the family\nshould be called at once"),
            "4:1",
            "if it continues `note` on line 5, indent it further, to column 7",
        ),
        (
            step("note: She was told that the family\n    nobody called at once"),
            "4:5",
            "if it continues `note` on line 5",
        ),
        (
            step("note: She calls again, and\n    each time nobody knows: she waits"),
            "4:5",
            'in quotes: note: "She calls again, and each time nobody knows: she waits"',
        ),
        (
            step("note: She calls again, and\n      nobody knows: she waits"),
            "4:7",
            'from line 5 on: "She calls again, and nobody knows: she waits"',
        ),
    ],
    "dashes and first lines that are missing": [
        (
            "steps:\n  action: A\n  need: B\n  action: C\n",
            "2:3",
            "begin each with a dash in the column of `action`, and indent its other fields",
        ),
        ("personas:\n  name: Ana\n  name: Ben\nsteps: [A]\n", "2:3", "- name: Ana, - name: Ben"),
        (step("pains:\n      text: slow\n      text: dear"), "4:7", "- text: slow, - text: dear"),
        (
            step("need: A\n    gains: B\n\n    need: C\n    gains: D"),
            "6:5",
            "missing above line 8, write it in column 3: - action: …; or write each",
        ),
        (
            step(
                "pains:\n      - text: a\n        severity: 1\n        probability: 2\n"
                "        severity: 2\n        probability: 2"
            ),
            "7:9",
            "missing above line 9, write it in column 7: - text: …",
        ),
    ],
    "rows of a table below a list's name": [
        (
            "steps:\n  action,channel,need\n  Calls,phone,peace\n",
            "2:3",
            "as an entry: - {action: Calls, channel: phone, need: peace}",
        ),
        ("steps:\n  Step;Pain\n  Calls;slow\n", "2:3", "- {action: Calls, pains: slow}"),
        ("steps:\n  Calls\tphone\n  Goes\tdesk\n", "2:3", "each row as an entry: - action: Calls"),
        ("personas:\n  name;age\n  Ana;34\n  Ben;60\nsteps: [A]\n", "2:3", "each row as an entry"),
    ],
    "numbers for names of entries": [
        (
            "steps:\n  Step 1:\n    action: Books\n  Step 2:\n    action: Goes\n",
            "2:3",
            "write a dash in the place of Step 1: - action: Books, and so each",
        ),
        ("steps:\n  Step 1: Books\n  Step 2: Goes\n", "2:3", "with a dash: - action: Books"),
        ("steps:\n  1.: Books\n  2.: Goes\n", "2:3", "with a dash: - action: Books"),
        ("steps:\n  1. action: Books\n  2. action: Goes\n", "2:3", "write - action: Books"),
        ("steps:\n  Krok 1: Dzwoni\n  Krok 2: Idzie\n", "2:3", "- action: Dzwoni"),
    ],
    "feelings of several people in a list": [
        (
            step("emotion:\n      - dan worried\n      - ruth calm"),
            "4:7",
            "write it without dashes: {dan: worried, ruth: calm}",
        ),
        (step("emotion: [Dan - sad, Ruth - calm]"), "3:14", "{Dan: sad, Ruth: calm}"),
        (step("emotion: dan sad, ruth calm"), "3:14", "{dan: sad, ruth: calm}"),
    ],
    "feelings one after the other, and their reasons": [
        (step("emotion: anxious -> relieved"), "3:14", "write a list: [anxious, relieved]"),
        (step("emotion: from nervous to calm"), "3:14", "write a list: [nervous, calm]"),
        (step("emotion: annoyed, then resigned"), "3:14", "write a list: [annoyed, resigned]"),
        (step("emotion: de tensa a tranquila"), "3:14", "write a list: [tensa, tranquila]"),
        (step("emotion: spięta, ale z nadzieją"), "3:14", "write a list: [spięta, z nadzieją]"),
        (step("emotion: sad, out of breath"), "3:14", "list: [sad, out of breath 1]"),
        (step("emotion: angry (nobody calls)"), "3:14", "write angry, and the rest under note: no"),
        (step("emotion: angry because nobody calls"), "3:14", "under note: because nobody calls"),
        (step("emotion: enfadada - nadie llama"), "3:14", "under note: nadie llama"),
    ],
    "a hand-off in a sentence": [
        ("stakeholders: [Lab]\n" + step("handoff: the lab, with blood"), "4:14", "[blood]}"),
        (
            "stakeholders: [Clinic]\n" + step("handoff: clinic with the letter"),
            "4:14",
            "write {to: clinic, carries: [letter]}",
        ),
        (
            "stakeholders: [Clinic]\n" + step("handoff: to the clinic with a scan"),
            "4:14",
            "[scan]}",
        ),
        ("stakeholders: [Clínica]\n" + step("handoff: clínica con la carta"), "4:14", "[carta]}"),
        ("stakeholders: [Clinic]\n" + step("handoff: clinic by post"), "4:14", "note: by post"),
    ],
    "a step for a person who is no persona": [
        (
            "personas: [Dan]\nstakeholders: [Son]\n" + step("only: son"),
            "5:11",
            "write actor: son for whose work the step is, or with: son",
        ),
        ("personas: [A]\nstakeholders: [GP, Lab]\n" + step("only: [lab]"), "5:12", "actor: lab"),
    ],
    "a way in a sentence, or to a stage": [
        ("steps:\n  - A\n  - {action: B, next: step 1}\n", "3:23", "write a"),
        (
            "stages:\n  A:\n    - {action: B, next: C}\n  C: [D]\n",
            "3:25",
            "write d, its first step",
        ),
        (
            "steps:\n  - A\n  - {action: B, next: back to step 1 (10%)}\n  - C\n",
            "3:23",
            "write {to: a, share: 10 %}",
        ),
        ("steps:\n  - A\n  - {action: B, next: goes back to A}\n  - C\n", "3:23", "write a"),
        ("steps:\n  - A\n  - {action: B, next: wraca do kroku 1}\n  - C\n", "3:23", "write a"),
    ],
    "leaks in a sentence": [
        (step("leaks: 12 patients go to a hotel"), "3:12", "write {to: hotel, share: …}, with how"),
        (step("leaks: 8 % go to a private clinic"), "3:12", "{share: 8 %, to: private clinic}"),
        (step("leaks: 8 % se van a otra clínica"), "3:12", "{share: 8 %, to: otra clínica}"),
        (step("leaks: nobody"), "3:12", "leave it out where nobody leaves"),
        (step("leaks: [nikt]"), "3:13", "leave it out where nobody leaves"),
        (step("leaks: {share: 1}"), "3:20", "write 1 % if one of a hundred leaves, else 100 %"),
    ],
    "two people, and steps, in one text": [
        ("personas: Ana and Luis\nsteps: [A]\n", "1:11", "write a list: [Ana, Luis]; put it in"),
        ("personas: Ana y Luis\nsteps: [A]\n", "1:11", "write a list: [Ana, Luis]"),
        ("personas: Ana Ruiz & Luis\nsteps: [A]\n", "1:11", "write a list: [Ana Ruiz, Luis]"),
        ("personas: Ola i Jan\nsteps: [A]\n", "1:11", "write a list: [Ola, Jan]"),
        ("stages:\n  A: Calls > Gets it > Goes\n", "2:6", "write a list: [Calls, Gets it, Goes]"),
        ("steps: Calls > Waits\n", "1:8", "write a list: [Calls, Waits]"),
    ],
    "fields in a text, and texts in a list": [
        (
            step("note: |\n      Ask.\n      emotion: sad"),
            "5:7",
            "begin it in the column of `note`",
        ),
        (step("quote: >\n      No!\n      channel: phone"), "5:7", "in the column of `quote`"),
        (step("pains: [No room, only stairs, and it rains]"), "3:35", 'stairs, and it rains"] if'),
        (
            "stages:\n  A:\n    steps: [B, C]\n    emotion: sad\n",
            "4:5",
            "write - action: C, and emotion: sad below action",
        ),
    ],
    "comments that change the map": [
        (
            "steps:\n  - action: A\n  # - action: B\n    need: C\n  - action: D\n",
            "3:3",
            "write # before its fields, too, from need: C on",
        ),
        ("steps:\n  - action: A\n#  - action: B\n    need: C\n", "3:1", "from need: C on"),
        ("steps:\n  ## Before\n  - A\n  ## After\n  - B\n", "2:3", "write stages: for steps:"),
        ("steps:\n### Before\n- A\n### After\n- B\n", "2:1", "and Before: in the place of"),
        (step("wait: 6 weeks // ask Ana"), "3:11", "write 6 weeks # ask Ana"),
        (step("importance: 4 <!-- a guess -->"), "3:17", "write 4 # a guess"),
    ],
    "no time": [
        (step("wait: brak"), "3:11", "write 0 min, or leave it out"),
        (step("wait: ninguna"), "3:11", "write 0 min, or leave it out"),
        (step("wait: no wait"), "3:11", "write 0 min, or leave it out"),
    ],
    "dots, and a map below a name": [
        ("steps:\n  - A\n  …\n  - B\n", "3:3", "write # …"),
        ("steps:\n  - action: A\n    need: C\n  (...)\n  - B\n", "4:3", "write # (...)"),
        ("steps:\n  - A\n...\n  - B\n", "3:1", "delete it, or write # ... where more is to come"),
        ("steps: [A]\n...\npersonas: [B]\n", "2:1", "delete it"),
    ],
}

LATER_RIGHT = [
    "personas: Mr and Mrs Smith\nsteps: [A]\n",
    "stakeholders: [Marks and Spencer]\nsteps: [A]\n",
    "personas: [Ana and Luis]\nsteps: [A]\n",
    "personas: 'Ana and Luis'\nsteps: [A]\n",
    "personas: Somebody young and healthy\nsteps: [A]\n",
    "steps: [Clicks File > Save]\n",
    "stages: {Before: Clicks File > Save}\n",
    "steps:\n  # - action: A\n  - action: B\n    need: C\n",
    "steps:\n  - action: B\n    # - action: old\n    need: C\n",
    "steps:\n  # Before\n  - A\n  # After\n  - B\n",
    "steps:\n  ## the first one is a guess\n  - A\n",
    "stages:\n  A:\n    ## Before\n    - B\n    ## After\n    - C\n",
    step("note: |\n      emotion: sad, she said,\n      and went"),
    step("gains: [Quick, Kind, Near]"),
    step("leaks: {to: nobody, share: 5 %}"),
    step("next: {to: end, share: 1}"),
    step("emotion: [sad, calm]"),
    step("emotion: {dan: sad}").replace("steps", "personas: [Dan]\nsteps"),
    "starts: {n: 4200, per: year}\nsteps: [A]\n",
    "metrics: [{name: W, unit: s, target: 0.125}]\nsteps: [A]\n",
    "metrics: [{name: W, unit: s, target: 1.255}]\nsteps: [A]\n",
    "language: es\nmetrics: [{name: W, unit: s, target: 1.25}]\nsteps: [A]\n",
    step("pains: It costs 1.250 EUR"),
    "steps:\n  - 10:32 arrives\n",
    "evidence: [{id: a, kind: survey, link: https://a.org//b}]\nsteps: [A]\n",
    "steps:\n  - Books (see https://a.org)\n",
    step("note: |\n      // as it stands\n      TODO"),
    "steps:\n  - A\n  - B\n...\n",
    "steps:\n  - Todos are shared\n",
]
