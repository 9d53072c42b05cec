"""Writes the reference of the language from the models, so that both cannot drift apart."""

import json
from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from journeymap.model.between import Deadline, Handoff, Leak, Wait, Way
from journeymap.model.feelings import CANONICAL, words
from journeymap.model.fields import FilePath, Leaf, Node, Ref, Shape, shapes
from journeymap.model.frameworks import BUILT_IN, Framework, FrameworkStage
from journeymap.model.journey import Journey, Library, Scales, Stage, Starts
from journeymap.model.languages import LANGUAGES
from journeymap.model.pains import (
    Effect,
    Opportunity,
    Pain,
    Pilot,
    SharedOpportunity,
    SharedPain,
)
from journeymap.model.people import Persona, Portrait, Preferences, Stakeholder
from journeymap.model.stage_asks import StageAsk
from journeymap.model.step import ActiveTime, Expectation, Rated, Step
from journeymap.model.units import unit_words
from journeymap.model.vocabulary import (
    Channel,
    Evidence,
    ExternalChange,
    InformationItem,
    Metric,
    Reading,
)
from journeymap.workspace.config import (
    Configuration,
    FileSettings,
    LeverageSettings,
    LiftSettings,
    WeightSettings,
)
from journeymap.workspace.rule_file import OwnRule, RuleFile

PARTS: tuple[tuple[str, type[Node]], ...] = (
    ("A map (`NAME.journey.yaml`)", Journey),
    ("Stage", Stage),
    ("Step", Step),
    ("Pain", Pain),
    ("Opportunity", Opportunity),
    ("Outcome (of an opportunity)", Effect),
    ("Pilot", Pilot),
    ("Expectation", Expectation),
    ("Rating (`importance`, `perceived`)", Rated),
    ("Duration", ActiveTime),
    ("Hand-off", Handoff),
    ("Wait", Wait),
    ("Deadline (`within`)", Deadline),
    ("Way (`next`)", Way),
    ("Leak", Leak),
    ("Reading (`metrics` of a step or stage, `readings` of a map)", Reading),
    ("Persona", Persona),
    ("Picture (of a persona)", Portrait),
    ("Stakeholder", Stakeholder),
    ("Preferences", Preferences),
    ("Channel", Channel),
    ("Information item", InformationItem),
    ("Metric", Metric),
    ("Evidence", Evidence),
    ("External change", ExternalChange),
    ("Scales", Scales),
    ("Starts", Starts),
    ("A library (`NAME.library.yaml`)", Library),
    ("Pain of a library", SharedPain),
    ("Opportunity of a library", SharedOpportunity),
    ("Configuration (`.journeymap.yaml`)", Configuration),
    ("Settings of files", FileSettings),
    ("Leverage", LeverageSettings),
    ("Weights of leverage", WeightSettings),
    ("Lifts of leverage", LiftSettings),
    ("Rule of your own", OwnRule),
    ("A file of rules (`NAME.rules.yaml`)", RuleFile),
    ("Framework", Framework),
    ("Framework stage", FrameworkStage),
    ("Ask of a stage", StageAsk),
)

KINDS = {
    Leaf.TEXT: "text",
    Leaf.FREE: "text or number",
    Leaf.ID: "short name",
    Leaf.INTEGER: "whole number",
    Leaf.NUMBER: "number",
    Leaf.MEASURE: "number",
    Leaf.BOOLEAN: "`true` or `false`",
    Leaf.SHARE: "share: `35 %` or `0.35`",
    Leaf.DAY: "date: `2026-10-12` or `2026-10`",
    Leaf.DURATION: "time: `6 weeks`",
    Leaf.FEELING: "emotion",
    Leaf.RATING: "rating",
    Leaf.EXPECTED: "rating",
    Leaf.LINK: "link",
    Leaf.CONDITION: "condition",
}

HEAD = """# The language

One file is one map. Only `title` and one step with an `action` are required; everything else is
asked for by lint as the map matures. Unknown fields are mistakes, except those that begin with
`x-`, which are yours. Where a list is allowed one value serves (`channel: phone`), and where a part
has one obvious text a text serves (`steps: [Books online]`). A value per person is a value for the
persona, or a mapping from person to value (`emotion: {maria: frustrated, son: 🙁}`).

Several personas may go the same journey, each for herself: `persona: [dan, ruth]`, the protagonist
first. A plain value at a step is then everybody's, and `{dan: …, ruth: …}` tells them apart, where
a field holds something per person or per persona (`wait: {dan: 2 weeks, ruth: 6 weeks}`,
`leaks: [{share: {dan: 6 %, ruth: 21 %}}]`). A step of `only: [ruth]` is one that the others pass
over; neighbouring steps with different `only` are alternatives. Whoever comes along is a
stakeholder, in `with`. Figures are computed for each of them, and together by the `share` that each
persona has of the population; equally, unless all have one. Where they differ, what is told of all
together is known as little as these shares: it is assumed, unless they have evidence.

What a step says rests on its `evidence`. A figure (a share, a wait, a duration, a rating, a
reading, how severe and probable a pain is) may name its own, which then decides:
`leaks: [{share: 8 %, evidence: waiting-list}]`,
`perceived: {rating: 2, evidence: [survey-2026]}`. Without either it rests on what the map is
`based_on`. A figure is measured where all of its evidence counts, told where none of it is an
assumption and some of it tells (fourteen interviews do not carry "8 %"), and else assumed: for
with `[interviews, guess]` nobody knows on which of both a share stands. What is said in words (a
feeling, a need, a pain) has grounds where any of its evidence is no assumption. Evidence without a
kind is none.

A pain or an idea that stands at several steps, or in several maps, is written once and named where
it stands: a library defines it under `pains` or `opportunities`, and a step names it in place of a
text (`pains: [{pain: no-appointment, severity: 4}]`, `opportunities: {opportunity: e-referral}`).
What else is written at the step holds there; all the rest is as in the library. Tables over several
maps count it once, and a pain that is named at several steps is solved at all of them.

What somebody thinks at a step stands in `thought`, what was said of it, word for word, in `quote`;
both per person. A persona has a `quote` of her own, and a `picture`: a PNG or a JPEG in the
repository, which web pages embed. Clients see it with `picture: {file: maria.jpg, consent: true}`
alone.

Nothing that is written is lost: `show --view map --format json` holds each field under `written`, a
web page tells of each, and what clients do not see is the team's own: `purpose`, `team`, `status`,
`review_every`, `uses`, `desired`, `external_changes`, `questions`, `tags`, `backstage`, `systems`,
notes of steps and of evidence, and `business`, `link` and `pilots` of ideas.
"""


def reference() -> str:
    """Returns the page in Markdown."""
    parts = [HEAD]
    for title, model in PARTS:
        parts.append(f"## {title}\n\n{_doc(model)}\n\n{_table(model)}")
    parts += [_times(), _emotions(), _frameworks()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _doc(model: type[Node]) -> str:
    first = (model.__doc__ or "").partition("\n")[0]
    short = " or ".join(f"`{name}`" for name in model.shorthand)
    return f"{first} A single value stands for its {short}." if short else first


def _table(model: type[Node]) -> str:
    rows = (
        f"| `{shape.name}`{_required(model, shape)} | {_kind(shape)} "
        f"| {_cell(shape.description)} | {_example(shape)} |"
        for shape in shapes(model).values()
    )
    return "\n".join(["| field | holds | meaning | example |", "|---|---|---|---|", *rows])


def _required(model: type[Node], shape: Shape) -> str:
    instead = model.instead.get(shape.name)
    also = f", or `{instead}`" if instead else ""
    return f" (required{also})" if shape.required else ""


def _kind(shape: Shape) -> str:
    kind = shape.kind
    if isinstance(kind, Leaf):
        said = KINDS[kind]
    elif isinstance(kind, Ref):
        other = " or `true`" if kind.or_flag else ", or text" if kind.or_text else ""
        said = f"id of {kind.to}{other}"
    elif isinstance(kind, FilePath):
        said = f"path of a {kind.kind}"
    elif issubclass(kind, Enum):
        said = ", ".join(f"`{member.value}`" for member in kind)
    else:
        said = next(title for title, model in PARTS if model is kind)
        said = said.partition(" (")[0].lower()
    if shape.minimum is not None and shape.kind is not Leaf.SHARE:
        said += (
            f", {shape.minimum:g} or more"
            if shape.maximum is None
            else (f", {shape.minimum:g} to {shape.maximum:g}")
        )
    if shape.mapping and not shape.per_person:
        return f"{said}, under {'two keys' if shape.nested else 'a key'}"
    per = ", per person" if shape.per_person else ", per persona" if shape.apart else ""
    return f"{'list of ' * shape.many}{said}{per}"


def _example(shape: Shape) -> str:
    return f"`{_cell(_flow(shape.examples[0]))}`"


def _flow(value: object) -> str:
    """Returns a value as YAML in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        quoted = set(value) & set(",:{}[]#") or value.endswith("?")  # `?]` is an error to some
        return json.dumps(value, ensure_ascii=False) if quoted else value
    return json.dumps(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _emotions() -> str:
    listed = sorted(words().items(), key=lambda pair: -pair[1])
    rows = []
    for value, group in groupby(listed, key=lambda pair: pair[1]):
        known = ", ".join(word for word, _ in group)
        rows.append(f"| {value:+g} | {' '.join(CANONICAL[value])} | {known} |")
    table = "\n".join(["| value | canonical | understood |", "|---|---|---|", *rows])
    return f"""## Words of the emotion scale

Numbers from -2 to 2, decimals among them, serve as well. `.journeymap.yaml` adds words of your own
under `emotions`. The grouping is ours (house). Surprise (`surprised`, `sorprendida`, `zaskoczona`)
is good or bad by the rating of its step: +1 where more was perceived than expected, -1 where less;
where no rating says which, it is neutral.

{table}"""


def _times() -> str:
    rows = []
    for amount, group in groupby(unit_words().items(), key=lambda pair: pair[1]):
        rows.append(f"| {amount.count:g} {amount.unit} | {', '.join(word for word, _ in group)} |")
    table = "\n".join(["| is | understood |", "|---|---|", *rows])
    return f"""## Times

A number and a unit, in English, Spanish or Polish, or as ISO 8601 (`P6W`). A sum has its largest
unit first: `1 day 2 hours`, `1h30`. Numbers up to ten may be words, halves too (`media hora`,
`półtorej godziny`, `a year and a half`). Where only bounds are known they are kept: `2-3 weeks`
(the shorter end first), `od 2 do 3 tygodni`, `up to 3 weeks`, `menos de 1 semana`, `"< 1 week"`,
`over 3 weeks`, `3 weeks or more`; what is only about right says so (`about 3 weeks`,
`unas 3 semanas`). Five working days are a week, a month is 30.4375 days. Pictures and tables write
times in the map's language.

With `meanwhile` a step begins together with the one that it names and takes no time of its own
beside it and the wait after it: the longer of both counts, and the main line goes on from there.
So it has no `wait`, `next` or `leaks` of its own: these stand at the step that it runs beside, and
how long it lasts itself is its `duration`. Steps beside the same one follow each other. `within`
counts from the end of the step before on the main line, or of the one that `after` names, to the
beginning of its own step; it is missed only where even the shortest times recorded are longer, and
met where the longest, on every way ahead, are not.

{table}"""


def _frameworks() -> str:
    return "\n\n".join(["## Frameworks", *_framework_tables()])


def _framework_tables() -> Iterator[str]:
    for framework in BUILT_IN:
        cycle = " Its last stage leads back to its first." if framework.cycle else ""
        rows = (
            f"| `{stage.id}` | {' | '.join(stage.labels[language] for language in LANGUAGES)} |"
            for stage in framework.stages
        )
        names = " | ".join(LANGUAGES)
        yield (
            f"### `{framework.id}`: {framework.labels['en']}\n\nSource: {framework.source}.{cycle}"
            f"\n\n| id | {names} |\n|{'---|' * (len(LANGUAGES) + 1)}\n" + "\n".join(rows)
        )
