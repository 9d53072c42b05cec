"""What hurts, and what could be better."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import (
    ADay,
    Count,
    EvidenceRefs,
    Id,
    Link,
    Many,
    Measure,
    MetricRef,
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


class PilotResult(StrEnum):
    """What became of a pilot."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    ABANDONED = "abandoned"
    OPEN = "open"


class Pilot(Node):
    """A trial of an idea, and what was learned from it."""

    called: ClassVar[str] = "a pilot"

    date: ADay | None = Field(None, description="When it was held.", examples=["2026-11"])
    n: Count | None = Field(None, description="With how many people or cases.", examples=[12])
    learned: Text | None = Field(
        None, description="What was learned.", examples=["Two GPs cannot attach pictures"]
    )
    result: PilotResult = Field(
        PilotResult.OPEN,
        description="What became of it: adopted, adapted, abandoned or open (default).",
        examples=["adapted"],
    )


class Effect(Node):
    """What an idea is to change, as a metric tells it."""

    called: ClassVar[str] = "an outcome"

    shorthand: ClassVar[tuple[str, ...]] = ("metric",)

    metric: MetricRef = Field(
        description="The metric it is to move, by id.", examples=["referral-wait"]
    )
    from_: Measure | None = Field(
        None, alias="from", description="Where the metric stood before.", examples=[42]
    )
    target: Measure | None = Field(
        None, description="Where it is to be; the metric's own target when left out.", examples=[14]
    )


class SharedPain(Node):
    """What hurts at steps of several maps."""

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


class Pain(SharedPain):
    """What hurts at a step."""

    instead: ClassVar[Mapping[str, str]] = MappingProxyType({"text": "pain"})

    pain: Annotated[str, Ref(Namespace.SHARED_PAIN)] | None = Field(
        None,
        description="In place of `text`, a pain of a library, or of another step, by id; what else "
        "is written here holds here.",
        examples=["no-appointment"],
    )


class SharedOpportunity(Node):
    """What could be better at steps of several maps."""

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
    solves: Annotated[tuple[Annotated[str, Ref(Namespace.SHARED_PAIN)], ...], Many()] = Field(
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
    link: Link | None = Field(
        None,
        description="Its ticket or page: http, https, mailto or a path beside the map.",
        examples=["https://example.org/browse/CARE-12"],
    )
    business: OneToFive | None = Field(
        None,
        description="What it is worth to the house: 1 little to 5 very much; no part of payoff.",
        examples=[3],
    )
    parent: Annotated[str, Ref(Namespace.SHARED_OPPORTUNITY)] | None = Field(
        None,
        description="The wider opportunity that it is a part of, by id.",
        examples=["one-file"],
    )
    since: ADay | None = Field(None, description="Since when it is live.", examples=["2026-11"])
    outcome: Effect | None = Field(
        None,
        description="The metric that it is to move, from where and to where.",
        examples=[{"metric": "referral-wait", "from": 42, "target": 14}],
    )
    pilots: Annotated[tuple[Pilot, ...], Many()] = Field(
        (),
        description="How it was tried, and what was learned.",
        examples=[[{"date": "2026-11", "n": 12, "learned": "Two GPs cannot attach pictures"}]],
    )


class Opportunity(SharedOpportunity):
    """What could be better at a step."""

    instead: ClassVar[Mapping[str, str]] = MappingProxyType({"text": "opportunity"})

    solves: Annotated[tuple[Annotated[str, Ref(Namespace.PAIN)], ...], Many()] = Field(
        (),
        description="The pains it solves, by id; every pain of its step when left out.",
        examples=["letter-incomplete"],
    )
    parent: Annotated[str, Ref(Namespace.OPPORTUNITY)] | None = Field(
        None,
        description="The wider opportunity that it is a part of, by id.",
        examples=["one-file"],
    )
    opportunity: Annotated[str, Ref(Namespace.SHARED_OPPORTUNITY)] | None = Field(
        None,
        description="In place of `text`, an opportunity of a library, or of another step, by id; "
        "what else is written here holds here.",
        examples=["e-referral"],
    )
