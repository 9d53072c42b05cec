"""What lies between steps: hand-offs, waits, ways that depart from the order, and leaks."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import (
    ADuration,
    Apart,
    ChannelRef,
    EvidenceRefs,
    Flag,
    Information,
    Namespace,
    Node,
    PersonRef,
    Ref,
    Share,
    Text,
)


class Handoff(Node):
    """The persona passes from one party to another, with or without her papers."""

    called: ClassVar[str] = "a hand-off"

    shorthand: ClassVar[tuple[str, ...]] = ("to",)

    to: PersonRef = Field(description="Who takes over.", examples=["specialist"])
    needs: Information = Field(
        (),
        description="Information the next party needs.",
        examples=[["blood-results", "medication"]],
    )
    carries: Information = Field(
        (), description="Information that is handed over.", examples=[["medication"]]
    )
    ask_back: ChannelRef | None = Field(
        None,
        description="The channel by which whoever takes over can ask back.",
        examples=["phone"],
    )


class Wait(Node):
    """The time between this step and the next one."""

    called: ClassVar[str] = "a wait"

    shorthand: ClassVar[tuple[str, ...]] = ("time",)

    time: ADuration = Field(
        description="How long, in English, Spanish or Polish, or as ISO 8601; sums, ranges too.",
        examples=["6 weeks", "2-3 días", "1 h 30", "P6W"],
    )
    announced: Flag | None = Field(
        None, description="Whether the persona knows how long it takes.", examples=[True]
    )
    planned: Flag | None = Field(
        None, description="Whether the wait is meant to be.", examples=[True]
    )
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for its length, by id; that of the step when left out.",
        examples=["waiting-list"],
    )


class Outcome(StrEnum):
    """What an end of the journey counts as."""

    COMPLETED = "completed"
    LOST = "lost"
    NEITHER = "neither"


class Deadline(Node):
    """How soon a step is to begin, and after what."""

    called: ClassVar[str] = "a deadline"

    shorthand: ClassVar[tuple[str, ...]] = ("time",)

    time: ADuration = Field(
        description="Within which time, in words as for a wait.", examples=["1 month"]
    )
    after: Annotated[str, Ref(Namespace.STEP)] | None = Field(
        None,
        description="The end of which step it counts from, by id; the step before when left out.",
        examples=["gets-letter"],
    )


Shares = Annotated[Mapping[str, Share], Apart("share")]


class Way(Node):
    """A way that departs from the order of the steps."""

    called: ClassVar[str] = "a way in `next`"

    shorthand: ClassVar[tuple[str, ...]] = ("to",)

    to: Annotated[str, Ref(Namespace.STEP)] = Field(
        description="The step it leads to, by id; `end` ends the journey.", examples=["books-gp"]
    )
    share: Share | None = Field(
        None, description="Share of those at the step who take it.", examples=["10 %"]
    )
    shares: Shares = Field(default_factory=dict, alias="share of each")
    why: Text | None = Field(None, description="Why they do.", examples=["letter lost"])
    counts: Outcome | None = Field(
        None,
        description="What an end counts as: completed (default), lost (without what they came "
        "for) or neither.",
        examples=["lost"],
    )
    planned: Flag | None = Field(
        None,
        description="true where a way back is the treatment, or a check-up: no repeat visit and "
        "no effort.",
        examples=[True],
    )
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for the share, by id; that of the step when left out.",
        examples=["waiting-list"],
    )


class Leak(Node):
    """People who leave the journey here, or in the wait after the step."""

    called: ClassVar[str] = "a leak"

    shorthand: ClassVar[tuple[str, ...]] = ("share", "to")

    to: Annotated[str, Ref(Namespace.PERSON, or_text=True)] | None = Field(
        None,
        description="Where they go: a stakeholder, such as a competitor, by id or name, or free "
        "words.",
        examples=["private clinic"],
    )
    share: Share | None = Field(
        None, description="Share of those at the step who leave.", examples=["8 %"]
    )
    shares: Shares = Field(default_factory=dict, alias="share of each")
    why: Text | None = Field(None, description="Why they leave.", examples=["too long a wait"])
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for the share, by id; that of the step when left out.",
        examples=["waiting-list"],
    )
