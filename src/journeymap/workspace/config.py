"""`.journeymap.yaml`: what a repository changes about the tool."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeVar

from journeymap.analysis.leverage import DEFAULT_WEIGHTS, Driver, Weights
from journeymap.findings import Severity
from journeymap.model.base import Field
from journeymap.model.feelings import fold
from journeymap.model.fields import FileKind, FilePath, Leaf, Many, Node, Text, Texts, shapes
from journeymap.model.frameworks import BUILT_IN, Framework
from journeymap.model.ids import slug
from journeymap.model.journey import Status
from journeymap.workspace.rule_file import EXAMPLE, OwnRule

N = TypeVar("N", bound=Node)

FILE_NAME = ".journeymap.yaml"
"""The name of a configuration file."""
FILE_NAMES = (FILE_NAME, ".journeymap.yml")
"""The names that one may have; of two in a folder the first counts."""


class FailOn(StrEnum):
    """The lightest finding that makes `lint` fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Holding(Node):
    """Which rules hold a map, how much their findings weigh, and where their thresholds lie."""

    profile: Status | None = Field(
        None,
        description="Hold every map to this status instead of its own.",
        examples=["review"],
    )
    select: Texts = Field(
        (),
        description="Run these rules only: codes, names or prefixes of codes.",
        examples=[["JM2", "unknown-reference"]],
    )
    extend_select: Texts = Field(
        (), description="Run these rules as well.", examples=[["internal-language"]]
    )
    ignore: Texts = Field((), description="Do not run these rules.", examples=[["missing-goal"]])
    fixable: Texts = Field(
        (),
        description="Mend what these rules find only: codes, names or prefixes of codes.",
        examples=[["JM0", "unknown-reference"]],
    )
    unfixable: Texts = Field(
        (),
        description="Leave to people what these rules find.",
        examples=[["unused-definition"]],
    )
    severities: Mapping[str, Severity] = Field(
        default_factory=dict,
        description="How much the findings of rules weigh, by code, name or prefix of codes: "
        "error, warning or note.",
        examples=[{"missing-need": "error"}],
    )
    options: Mapping[str, Mapping[str, Annotated[float, Leaf.NUMBER]]] = Field(
        default_factory=dict,
        description="Thresholds of rules, by code or name; the page of a rule lists its options.",
        examples=[{"oversized-map": {"steps": 40}}],
    )


class FileSettings(Holding):
    """What holds for the files of a pattern."""

    called: ClassVar[str] = "the settings of files"


Weight = Annotated[float, Leaf.NUMBER, Field(ge=0, le=100)]
Lift = Annotated[float, Leaf.NUMBER, Field(ge=1, le=10)]


def _weight(driver: Driver, what: str) -> Any:  # noqa: ANN401 - as pydantic's own Field
    default = DEFAULT_WEIGHTS[driver]
    description = f"How much it counts that {what}; {default:g} when left out."
    return Field(None, alias=driver.value, description=description, examples=[default])


class WeightSettings(Node):
    """How much each driver of leverage counts."""

    called: ClassVar[str] = "the weights of leverage"

    unmet_need: Weight | None = _weight(Driver.UNMET_NEED, "a step matters and disappoints")
    expectation_gap: Weight | None = _weight(
        Driver.EXPECTATION_GAP, "more was expected than perceived"
    )
    low_emotion: Weight | None = _weight(Driver.LOW_EMOTION, "somebody feels bad")
    memory: Weight | None = _weight(Driver.MEMORY, "a step will be remembered badly")
    hazard: Weight | None = _weight(Driver.HAZARD, "a pain is grave and likely")
    flow_gain: Weight | None = _weight(Driver.FLOW_GAIN, "people leave")
    hand_off: Weight | None = _weight(Driver.HANDOFF, "a hand-off does not carry what it needs")
    effort: Weight | None = _weight(Driver.EFFORT, "a step is laborious")


class LiftSettings(Node):
    """What multiplies the pressure of a step."""

    called: ClassVar[str] = "the lifts of leverage"

    moment: Lift | None = Field(
        None,
        description="What the pressure of a declared moment is multiplied by; "
        f"{Weights().moment:g} when left out.",
        examples=[Weights().moment],
    )
    influence: Lift | None = Field(
        None,
        description="The same where a stakeholder of influence 4 or 5 takes part; "
        f"{Weights().influence:g} when left out.",
        examples=[Weights().influence],
    )


class LeverageSettings(Node):
    """How leverage points are weighed."""

    called: ClassVar[str] = "leverage"

    weights: WeightSettings = Field(
        WeightSettings(),
        description="How much each driver counts.",
        examples=[{"flow-gain": 4, "memory": 0}],
    )
    lifts: LiftSettings = Field(
        LiftSettings(),
        description="What multiplies the pressure of a step.",
        examples=[{"moment": 1.5}],
    )


class Configuration(Holding):
    """What a repository changes about the tool.

    What a configuration says of rules is laid over what the one that it extends says, and its
    `files` over both, in order: `select` begins anew, `extend_select` and `ignore` change what was
    chosen before.
    """

    called: ClassVar[str] = "the configuration"

    shorthand: ClassVar[tuple[str, ...]] = ()

    extends: Annotated[str, FilePath(FileKind.CONFIGURATION)] | None = Field(
        None,
        description="Another configuration that this one builds on, relative to this file.",
        examples=["../.journeymap.yaml"],
    )
    fail_on: FailOn | None = Field(
        None,
        description="The lightest finding that makes lint fail: error (default), warning, note "
        "or never.",
        examples=["warning"],
    )
    files: Mapping[str, FileSettings] = Field(
        default_factory=dict,
        description="Settings of some files only, by patterns as in .gitignore, relative to the "
        "folder of the configuration that holds for them; of several the last one counts.",
        examples=[{"drafts/": {"profile": "draft"}}],
    )
    exclude: Texts = Field(
        (),
        description="Files and folders that are not searched for maps, by patterns as in "
        ".gitignore, relative to the folder of the configuration that holds for them.",
        examples=[["archive/", "*.old.journey.yaml"]],
    )
    emotions: Mapping[str, Annotated[float, Leaf.NUMBER, Field(ge=-2, le=2)]] = Field(
        default_factory=dict,
        description="Further words of the emotion scale, with values from -2 to 2.",
        examples=[{"gobsmacked": 2}],
    )
    frameworks: Annotated[tuple[Framework, ...], Many()] = Field(
        (),
        description="Stage models of your own.",
        examples=[[{"id": "our-path", "stages": ["before", "after"]}]],
    )
    internal_language: Texts = Field(
        (),
        description="Words of your own house that the persona would not use; "
        "the rule internal-language looks for them.",
        examples=[["triage slot", "KPI"]],
    )

    accepted: Mapping[str, Text] = Field(
        default_factory=dict,
        description="What `diff --fail-on worse` lets pass: the reason, by the fingerprint that "
        "it tells.",
        examples=[{"3f09a4b1c2d87e65": "agreed with the ward until the new desk opens"}],
    )
    leverage: LeverageSettings = Field(
        LeverageSettings(),
        description="How leverage points are weighed.",
        examples=[{"weights": {"flow-gain": 4}, "lifts": {"moment": 1.5}}],
    )
    rules: Annotated[tuple[OwnRule, ...], Many()] = Field(
        (),
        description="Rules of your own, written as conditions.",
        examples=[[EXAMPLE]],
    )
    rules_from: Annotated[tuple[Annotated[str, FilePath(FileKind.RULES)], ...], Many()] = Field(
        (),
        description="Files with rules of your own, relative to this file.",
        examples=["our.rules.yaml"],
    )

    def dialect_feelings(self) -> dict[str, float]:
        """Returns its words of the emotion scale, folded as they are compared."""
        return {fold(word): value for word, value in self.emotions.items()}

    @property
    def weights(self) -> Weights:
        """How much each driver of leverage counts; what is not said is as by default."""
        said, default = self.leverage.weights, Weights()
        own = {shape.name: getattr(said, shape.attribute) for shape in shapes(type(said)).values()}
        lifts = self.leverage.lifts
        return Weights(
            weights={
                driver: weight if own[driver] is None else own[driver]
                for driver, weight in default.weights.items()
            },
            moment=default.moment if lifts.moment is None else lifts.moment,
            influence=default.influence if lifts.influence is None else lifts.influence,
        )

    @property
    def known_frameworks(self) -> tuple[Framework, ...]:
        """The frameworks that maps may name; one of the repository's own replaces a built-in."""
        own = {slug(framework.id) for framework in self.frameworks}
        return (*self.frameworks, *(known for known in BUILT_IN if known.id not in own))

    def over(self, base: "Configuration") -> "Configuration":
        """Returns this configuration on top of another one.

        Words, frameworks and what is excluded add up; of weights and lifts each counts by itself.
        """
        said = {name: getattr(self, name) for name in self.model_fields_set}
        said["emotions"] = {**base.emotions, **self.emotions}
        said["accepted"] = {**base.accepted, **self.accepted}
        said["exclude"] = (*base.exclude, *self.exclude)
        own = {framework.id for framework in self.frameworks}
        inherited = tuple(other for other in base.frameworks if other.id not in own)
        said["frameworks"] = (*self.frameworks, *inherited)
        said["leverage"] = LeverageSettings(
            weights=_laid_over(base.leverage.weights, self.leverage.weights),
            lifts=_laid_over(base.leverage.lifts, self.leverage.lifts),
        )
        return base.model_copy(update=said)


def _laid_over(base: N, top: N) -> N:
    return base.model_copy(update={name: getattr(top, name) for name in top.model_fields_set})
