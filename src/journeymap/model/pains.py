"""What hurts, and what could be better."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from journeymap.model.fields import (
    ADay,
    EvidenceRefs,
    Id,
    Many,
    Namespace,
    Node,
    OneToFive,
    OneToFour,
    People,
    Ref,
    Text,
)


class PainKind(StrEnum):
    """What a pain leads to."""

    FRICTION = "friction"
    HARM = "harm"
    DROPOUT = "dropout"


class Voice(StrEnum):
    """Who sees an opportunity."""

    CUSTOMER = "customer"
    TEAM = "team"


class OpportunityStatus(StrEnum):
    """How far an opportunity has come."""

    IDEA = "idea"
    TESTING = "testing"
    LIVE = "live"
    DROPPED = "dropped"


class Pain(Node):
    """What hurts at a step."""

    called: ClassVar[str] = "a pain"

    shorthand: ClassVar[tuple[str, ...]] = ("text",)

    id: Id | None = Field(
        None,
        description="Short name by which opportunities refer to the pain; "
        "derived from the text when left out.",
        examples=["letter-incomplete"],
    )
    text: Text = Field(
        description="What hurts, as the person would say it.",
        examples=["The letter lacks the blood results"],
    )
    kind: PainKind = Field(
        PainKind.FRICTION,
        description="friction costs time or nerves (default), harm may hurt health, "
        "dropout may end treatment or custom.",
        examples=["friction"],
    )
    of: People = Field(
        (), description="Whose pain it is; the persona's when left out.", examples=["specialist"]
    )
    severity: OneToFour | None = Field(
        None, description="1 minor, 2 moderate, 3 major, 4 catastrophic.", examples=[3]
    )
    probability: OneToFour | None = Field(
        None, description="1 remote, 2 uncommon, 3 occasional, 4 frequent.", examples=[3]
    )
    evidence: EvidenceRefs = Field(
        (), description="Evidence for the pain, by id.", examples=["interviews-2026"]
    )


class Opportunity(Node):
    """What could be better at a step."""

    called: ClassVar[str] = "an opportunity"

    shorthand: ClassVar[tuple[str, ...]] = ("text",)

    id: Id | None = Field(
        None,
        description="Short name of the opportunity; derived from the text when left out.",
        examples=["e-referral"],
    )
    text: Text = Field(
        description="What could be done.",
        examples=["Electronic referral with the documents attached"],
    )
    from_: Voice | None = Field(
        None,
        alias="from",
        description="Who sees it: the customer or the team.",
        examples=["team"],
    )
    solves: Annotated[tuple[Annotated[str, Ref(Namespace.PAIN)], ...], Many()] = Field(
        (),
        description="The pains it solves, by id; every pain of its step when left out.",
        examples=["letter-incomplete"],
    )
    for_: People = Field(
        (),
        alias="for",
        description="Whom it serves; the persona when left out.",
        examples=["specialist"],
    )
    owner: Text | None = Field(None, description="Who drives it.", examples=["IT"])
    impact: OneToFive | None = Field(
        None, description="How much it would better: 1 little to 5 very much.", examples=[5]
    )
    effort: OneToFive | None = Field(
        None, description="What it takes: 1 little to 5 very much.", examples=[2]
    )
    by: ADay | None = Field(None, description="When it is to be done.", examples=["2027-03"])
    status: OpportunityStatus = Field(
        OpportunityStatus.IDEA,
        description="How far it has come: idea (default), testing, live or dropped.",
        examples=["idea"],
    )
