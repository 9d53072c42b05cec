"""What stages of frameworks ask for: conditions of own rules, of one step of theirs at least."""

from collections.abc import Iterator

from journeymap.findings import Finding
from journeymap.linter.yaml_rules.conditions import Condition, holds
from journeymap.linter.yaml_rules.operators import World
from journeymap.linter.yaml_rules.parts import of_step
from journeymap.linter.yaml_rules.reading import Reader
from journeymap.model.journey_map import PlacedStep
from journeymap.model.scalars import Dialect
from journeymap.model.stage_asks import StageAsk
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping
from journeymap.text.source import Source
from journeymap.workspace.config import Configuration
from journeymap.workspace.files import MapFile
from journeymap.workspace.rule_file import PartKind


def is_fulfilled(
    ask: StageAsk, steps: tuple[PlacedStep, ...], world: World, dialect: Dialect
) -> bool:
    """Tells whether one of some steps is what a stage asks for; so it is where nobody can tell."""
    journey_map = world.journey_map
    reader = Reader(kind=PartKind.STEP, dialect=dialect)
    condition = _condition(ask, reader)
    if condition is None or reader.findings or journey_map is None:
        return True
    return any(holds(condition, of_step(each, journey_map), world) for each in steps)


def mistakes(file: MapFile) -> Iterator[Finding]:
    """Walks what is wrong with the conditions of a configuration's own frameworks."""
    model = file.model
    if not isinstance(model, Configuration):
        return
    dialect = Dialect(feelings=model.dialect_feelings())
    for i, framework in enumerate(model.frameworks):
        for j, stage in enumerate(framework.stages):
            for k, ask in enumerate(stage.asks):
                reader = Reader(kind=PartKind.STEP, dialect=dialect)
                route = ("frameworks", i, "stages", j, "asks", k, "step")
                if ask.step != "":  # one that is not there is told where the form is read
                    reader.condition(ask.step, route)
                yield from reader.findings


def _condition(ask: StageAsk, reader: Reader) -> Condition | None:
    """Returns the condition of an ask; those of our own frameworks are kept as YAML."""
    tree = ask.step
    if type(tree) is str:
        tree = parse(Source(name="", text=tree)).root
    return reader.condition(tree, ()) if isinstance(tree, Mapping) else None
