"""Rules that a repository writes for itself in YAML, as they are written."""

from enum import StrEnum
from typing import Annotated, ClassVar

from journeymap.findings import Severity
from journeymap.model.base import Field
from journeymap.model.fields import Condition, Id, Many, Node, Text
from journeymap.model.journey import Status

EXAMPLE = {
    "code": "ACME01",
    "name": "clinician-without-evidence",
    "on": "step",
    "when": {"actor.kind": "clinician"},
    "require": {"evidence": "present"},
    "message": "{action}: clinicians' steps need evidence",
}
"""A rule as it is written."""


class PartKind(StrEnum):
    """What an own rule looks at, one by one."""

    MAP = "map"
    STAGE = "stage"
    STEP = "step"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    HANDOFF = "handoff"
    WAIT = "wait"
    WAY = "way"
    LEAK = "leak"
    READING = "reading"
    PERSONA = "persona"
    STAKEHOLDER = "stakeholder"
    CHANNEL = "channel"
    INFORMATION = "information"
    METRIC = "metric"
    EVIDENCE = "evidence"


class Ground(StrEnum):
    """What an own rule rests on."""

    PUBLISHED = "published"
    PRACTITIONER = "practitioner"
    HOUSE = "house"


class OwnRule(Node):
    """A rule of a repository's own: what it looks at, when it asks, and what it requires."""

    called: ClassVar[str] = "a rule"

    shorthand: ClassVar[tuple[str, ...]] = ()

    code: Id = Field(
        description="Its code: capital letters and digits; JM is for the rules that come with the "
        "tool.",
        examples=["ACME01"],
    )
    name: Id = Field(
        description="Its name, in lower case with hyphens; it names the problem.",
        examples=["clinician-without-evidence"],
    )
    on: PartKind = Field(
        description="What it looks at, one by one: steps, pains, channels …", examples=["step"]
    )
    when: Condition = Field(
        None,
        description="It asks only where this holds; everywhere when left out.",
        examples=[{"actor.kind": "clinician"}],
    )
    require: Condition = Field(
        None,
        description="What must hold; when left out, everything for which `when` holds is told.",
        examples=[{"evidence": "present"}],
    )
    severity: Severity = Field(
        Severity.WARNING,
        description="How much its findings weigh: error, warning (default) or note.",
        examples=["warning"],
    )
    status: Status = Field(
        Status.DRAFT,
        description="The least strict status whose maps it holds: draft (default), review or "
        "published.",
        examples=["review"],
    )
    message: Text = Field(
        description="What is told; a field in braces stands for what the map says there.",
        examples=["{action}: clinicians' steps need evidence"],
    )
    help: Text | None = Field(
        None, description="What to do, in one line.", examples=["add evidence: with its id"]
    )
    why: Text | None = Field(
        None, description="Why it matters, for its page.", examples=["The audit asks for it."]
    )
    basis: Ground = Field(
        Ground.HOUSE,
        description="What it rests on: published, practitioner or house (default).",
        examples=["house"],
    )


class RuleFile(Node):
    """Rules of a repository's own in a file that its configuration names."""

    called: ClassVar[str] = "a file of rules"

    shorthand: ClassVar[tuple[str, ...]] = ()

    rules: Annotated[tuple[OwnRule, ...], Many()] = Field(
        (),
        description="The rules.",
        examples=[[EXAMPLE]],
    )
