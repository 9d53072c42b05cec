"""Maps that are made up for measurements: seeded, so the same bytes are made each time, and valid.

    python -m benchmarks.corpora FOLDER [--small]

A step takes about 920 bytes, as in maps that people keep: who does what where, what they need,
think and feel, what hurts, an idea, what is handed on, times and what it rests on.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from journeymap.quick_dataclass import dataclass

SEED = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much there is.

    Attributes:
        maps: how many maps of 30 KB the folders have.
        files: how many maps of 15 KB other folders have.
        large: steps of the map of 1 MB.
        long: steps of the map that is one long page.
    """

    maps: tuple[int, ...] = (1, 100, 1000)
    files: tuple[int, ...] = (1, 101, 5625)
    large: int = 1090
    long: int = 1000


SMALL = Sizes(maps=(1, 4, 12), files=(1, 3, 9), large=40, long=40)
"""To try whether everything runs."""
STEPS = {"maps": 30, "files": 14, "pictures": 14}
"""Steps of a map of 30 KB, of one of 15 KB, and of one for pictures, which takes
about three pages."""
_A_STAGE = 7

_HEAD = """\
journeymap: 1
id: {id}
title: From the first sign to living with it, as seen at place {number}
status: review
state: current
purpose: Find out where people get lost, and what would keep them on their way
scope: From the first sign to the first yearly review
goal: Live well and trust those who help
persona: ann
owner: Patient experience
reviewed: '2026-10-12'
review_every: 12 months
based_on: [interviews]
personas:
  - id: ann
    name: Ann, 58
    segment: newly diagnosed
    goals: [know what is wrong, stay at home]
    needs: [plain words, one person whom she can ask]
    frustrations: [telling everything again, waiting without a date]
    preferences: {{channels: [phone, in-person]}}
stakeholders:
  - {{id: family, name: Her family, kind: family, needs: [instructions that they can follow]}}
  - {{id: gp, name: General practitioner, kind: clinician, needs: [an answer within the week]}}
  - {{id: nurse, name: Nurse, kind: clinician, needs: [time to explain]}}
  - {{id: laboratory, name: Laboratory, kind: organisation, needs: [legible orders]}}
  - {{id: front-desk, name: Front desk, kind: staff, needs: [to know who rings]}}
channels:
  - {{id: phone, name: Phone, kind: phone, owner: Front desk}}
  - {{id: letter, name: Letter, kind: print, owner: Secretaries}}
  - {{id: in-person, name: In person, kind: in-person, owner: Practice managers}}
  - {{id: website, name: Website, kind: digital, owner: Marketing}}
information:
  - {{id: history, name: Medical history}}
  - {{id: results, name: Results of tests}}
  - {{id: medication, name: List of medicines}}
  - {{id: date, name: Date of the appointment}}
  - {{id: plan, name: Plan of care}}
  - {{id: contact, name: Contact details}}
evidence:
  - {{id: interviews, kind: interview, n: 14, date: 2026-05}}
  - {{id: records, kind: analytics, date: 2026-06}}
stages:
"""
_STAGE = """\
  - name: {name}
    goal: {goal}
    owner: Patient experience
    steps:
"""
_STEP = """\
      - id: s{number}
        action: {action}
        actor: {actor}
        with: [{party}]
        channel: {channel}
        need: {need}
        thought: {thought}
        emotion: {emotion}
        importance: {importance}
        expected: {expected}
        perceived: {perceived}
        {asks}: [{given}]
        gets: [{got}]
        pains:
          - id: p{number}
            text: {pain}
            severity: {severity}
            probability: {probability}
        opportunities:
          - id: o{number}
            text: {idea}
            solves: [p{number}]
            owner: {owner}
            impact: {impact}
            effort: {effort}
            status: idea
        duration: {duration} min
        wait: {{time: {wait} days, announced: {announced}}}
        evidence: [{evidence}]
"""
_WORDS = {
    "action": (
        "Rings for an appointment that suits both of them",
        "Waits in the hall until somebody calls a name",
        "Tells once more what happened and since when",
        "Reads the letter from the clinic at the table",
        "Brings the papers to the next desk by herself",
        "Hears what the tests say and what comes next",
    ),
    "actor": ("ann", "ann", "gp", "nurse"),
    "party": ("gp", "nurse", "laboratory", "front-desk", "family"),
    "channel": ("phone", "letter", "in-person", "website"),
    "need": (
        "To know who looks after her until the next visit",
        "To be understood without telling everything again",
        "To have a date that she can rely on this month",
        "To see in plain words what each value means",
    ),
    "thought": (
        "Will they know about me when I get there this time?",
        "Nobody says how long this takes, and I have to plan.",
        "I hope that the letter was not lost again on the way.",
        "He looks at the screen more than he looks at me.",
    ),
    "emotion": ("anxious", "frustrated", "neutral", "hopeful", "pleased", "calm", "sad"),
    "asks": ("gives", "reuses", "reuses", "reuses"),
    "given": ("history", "medication", "contact", "history, contact", "results"),
    "got": ("date", "plan", "results", "date, plan"),
    "pain": (
        "The letter lacks the results that the next desk asks for",
        "Nobody tells her how long she has to wait for a date",
        "The line is busy all morning and closed at noon",
        "What she is told differs from what the leaflet says",
    ),
    "idea": (
        "Send the papers ahead with the reason for the visit",
        "A line for questions after each visit, in the evening too",
        "Tell the date at the desk before people leave",
        "One page in plain words that goes along with every result",
    ),
    "owner": ("Front desk", "Medical", "Secretaries", "Marketing"),
    "announced": ("true", "true", "true", "true", "false"),
    "evidence": ("interviews", "records", "interviews, records"),
}
_NUMBERS = {
    "importance": (2, 5),
    "expected": (2, 4),
    "perceived": (2, 5),
    "severity": (1, 4),
    "probability": (1, 4),
    "impact": (1, 5),
    "effort": (1, 5),
    "duration": (5, 60),
    "wait": (1, 9),
}
_STAGES = ("First signs", "First visit", "Tests", "Diagnosis", "Treatment", "At home", "Review")
_GOALS = ("Find out what it is", "Get to the right place", "Know what comes next", "Live with it")


def journey(steps: int, number: int = 0) -> str:
    """Returns a valid map of so many steps.

    Args:
        steps: how many steps there are.
        number: which one of several maps it is; the same number makes the same bytes.
    """
    chance = random.Random(SEED * 1_000_003 + number)  # noqa: S311 - the same maps in every run
    return _HEAD.format(id=f"map-{number}", number=number) + "".join(_stages(steps, chance))


def _stages(steps: int, chance: random.Random) -> Iterator[str]:
    for number in range(steps):
        stage, within = divmod(number, _A_STAGE)
        if not within:
            name = _STAGES[stage % len(_STAGES)]
            again = f" {stage // len(_STAGES) + 1}" if stage >= len(_STAGES) else ""
            yield _STAGE.format(name=name + again, goal=chance.choice(_GOALS))
        said = {name: chance.choice(words) for name, words in _WORDS.items()}
        said["action"] += f", time {number + 1}"  # as no two steps are called the same
        rated = {name: chance.randint(*ends) for name, ends in _NUMBERS.items()}
        yield _STEP.format(number=number, **said, **rated)


def diagram(steps: int) -> str:
    """Returns the steps and feelings of a map as a journey of mermaid's."""
    chance = random.Random(SEED)  # noqa: S311 - the same diagram in every run
    lines = ["journey", "  title From the first sign to living with it"]
    for number in range(steps):
        stage, within = divmod(number, _A_STAGE)
        if not within:
            lines.append(f"  section {_STAGES[stage % len(_STAGES)]}")
        action = chance.choice(_WORDS["action"])
        lines.append(f"    {action}: {chance.randint(1, 5)}: Ann, {chance.choice(('GP', 'Nurse'))}")
    return "\n".join(lines) + "\n"


def write(folder: Path, sizes: Sizes) -> None:
    """Writes all that is measured into folders called after what they hold, and how much of it."""
    for kind, counts in (("maps", sizes.maps), ("files", sizes.files)):
        for count in counts:
            texts = (journey(STEPS[kind], each) for each in range(count))
            _put(folder / f"{kind}-{count}", texts)
    for kind, steps in (("large", sizes.large), ("long", sizes.long)):
        _put(folder / kind, [journey(steps)])
    _put(folder / "pictures", [journey(STEPS["pictures"])])
    (folder / "journey.mmd").write_text(diagram(STEPS["pictures"]), "utf-8")


def _put(folder: Path, texts: Iterable[str]) -> None:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"map-{number:04}.journey.yaml").write_text(text, "utf-8")


def main() -> None:
    """Writes the maps."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--small", action="store_true", help="few and short ones")
    given = parser.parse_args()
    write(given.folder, SMALL if given.small else Sizes())


if __name__ == "__main__":
    main()
