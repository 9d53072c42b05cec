"""Whose journey it is, and who else acts on it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import (
    Channels,
    EvidenceRefs,
    FileKind,
    FilePath,
    Flag,
    FreeText,
    Id,
    Node,
    OneToFive,
    PersonRef,
    Share,
    Text,
    Texts,
)


class PersonKind(StrEnum):
    """What a stakeholder is to the persona."""

    FAMILY = "family"
    CLINICIAN = "clinician"
    STAFF = "staff"
    ORGANISATION = "organisation"
    PAYER = "payer"
    SUPPORT_GROUP = "support-group"
    COMPETITOR = "competitor"
    OTHER = "other"


PROVIDER_SIDE = frozenset(
    {PersonKind.CLINICIAN, PersonKind.STAFF, PersonKind.ORGANISATION, PersonKind.PAYER}
)
"""The kinds that serve: a change from one of them to another is a hand-off."""


class Preferences(Node):
    """How somebody likes to be reached."""

    called: ClassVar[str] = "preferences"

    channels: Channels = Field(
        (),
        description="Channels this person prefers, by id or by kind.",
        examples=[["phone", "in-person"]],
    )
    language: Text | None = Field(
        None, description="Language this person prefers.", examples=["es"]
    )


class Person(Node):
    """What is known of a person, whether the journey is theirs or they act on it."""

    shorthand: ClassVar[tuple[str, ...]] = ("name",)

    id: Id | None = Field(
        None,
        description="Short name by which the map refers to this person; "
        "derived from the name when left out.",
        examples=["maria"],
    )
    name: Text = Field(description="Name as it is shown.", examples=["María, 58"])
    demographics: Mapping[str, FreeText] = Field(
        default_factory=dict,
        description="Facts about this person, under keys of your own.",
        examples=[{"age": 58, "household": "with her son"}],
    )
    motivations: Texts = Field(
        (), description="What drives this person.", examples=[["be there for the grandchildren"]]
    )
    goals: Texts = Field(
        (), description="What this person wants to reach.", examples=[["understand the illness"]]
    )
    needs: Texts = Field(
        (),
        description="What this person needs throughout the journey.",
        examples=[["answers from the specialist"]],
    )
    frustrations: Texts = Field(
        (), description="What gets in this person's way.", examples=[["no time for appointments"]]
    )
    behaviours: Texts = Field(
        (),
        description="What this person usually does.",
        examples=[["asks her son before a doctor"]],
    )
    preferences: Preferences | None = Field(
        None,
        description="Channels and language this person prefers.",
        examples=[{"channels": ["phone"], "language": "es"}],
    )
    products: Texts = Field(
        (), description="What this person has bought or uses.", examples=[["basic health plan"]]
    )
    sources: Texts = Field(
        (),
        description="Where this person gets information.",
        examples=[["pharmacist", "web search"]],
    )
    quote: Text | None = Field(
        None,
        description="A sentence in this person's own words.",
        examples=["Nobody told me what happens next."],
    )
    evidence: EvidenceRefs = Field(
        (), description="Evidence behind this profile, by id.", examples=[["interviews-2026"]]
    )


class Portrait(Node):
    """The picture of a persona, and whether it may be shown outside of the team."""

    called: ClassVar[str] = "a picture"

    shorthand: ClassVar[tuple[str, ...]] = ("file",)

    file: Annotated[str, FilePath(FileKind.PICTURE)] = Field(
        description="A PNG or JPEG in the repository, as a path relative to this file: at most "
        "2 MB, and 4,000 pixels across and down.",
        examples=["maria.jpg"],
    )
    consent: Flag = Field(
        default=False,
        description="true where clients may see it; they see initials otherwise.",
        examples=[True],
    )


class Persona(Person):
    """A person whose journey is mapped."""

    called: ClassVar[str] = "a persona"

    segment: Text | None = Field(
        None,
        description="The segment this persona stands for.",
        examples=["late adopters living with family"],
    )
    share: Share | None = Field(
        None, description="Share of the population mapped.", examples=["35 %", 0.35]
    )
    picture: Portrait | None = Field(
        None,
        description="What this persona looks like: a path, or a path and whether clients may see "
        "it.",
        examples=["maria.jpg", {"file": "maria.jpg", "consent": True}],
    )


class Stakeholder(Person):
    """Somebody else who acts on the journey or influences it."""

    called: ClassVar[str] = "a stakeholder"

    kind: PersonKind | None = Field(
        None,
        description="What this stakeholder is; clinician, staff, organisation and payer serve.",
        examples=["clinician"],
    )
    part_of: PersonRef | None = Field(
        None,
        description="The organisation this stakeholder belongs to; "
        "inside one organisation nothing is handed over.",
        examples=["practice"],
    )
    influence: OneToFive | None = Field(
        None,
        description="How much this stakeholder sways the persona: 1 little to 5 decisive.",
        examples=[5],
    )
