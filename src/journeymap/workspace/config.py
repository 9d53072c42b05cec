"""`.journeymap.yaml`: what a repository changes about the tool."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from journeymap.findings import Severity
from journeymap.model.feelings import fold
from journeymap.model.fields import FileKind, FilePath, Leaf, Many, Node, Texts
from journeymap.model.frameworks import BUILT_IN, Framework
from journeymap.model.ids import slug
from journeymap.model.journey import Status

FILE_NAME = ".journeymap.yaml"
"""The name of a configuration file."""


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


class Configuration(Holding):
    """What a repository changes about the tool.

    What a configuration says of rules is laid over what the one that it extends says, and its
    `files` over both, in order: `select` begins anew, `extend_select` and `ignore` change what was
    chosen before.
    """

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

    def dialect_feelings(self) -> dict[str, float]:
        """Returns its words of the emotion scale, folded as they are compared."""
        return {fold(word): value for word, value in self.emotions.items()}

    @property
    def known_frameworks(self) -> tuple[Framework, ...]:
        """The frameworks that maps may name; one of the repository's own replaces a built-in."""
        own = {slug(framework.id) for framework in self.frameworks}
        return (*self.frameworks, *(known for known in BUILT_IN if known.id not in own))

    def over(self, base: "Configuration") -> "Configuration":
        """Returns this configuration on top of another one; words and frameworks add up."""
        said = {name: getattr(self, name) for name in self.model_fields_set}
        said["emotions"] = {**base.emotions, **self.emotions}
        own = {framework.id for framework in self.frameworks}
        inherited = tuple(other for other in base.frameworks if other.id not in own)
        said["frameworks"] = (*self.frameworks, *inherited)
        return base.model_copy(update=said)
