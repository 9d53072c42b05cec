"""The map itself: title, stages, and the vocabulary it defines or pulls in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import (
    ADay,
    ADuration,
    Count,
    EvidenceRefs,
    FileKind,
    FilePath,
    Flag,
    Id,
    JourneyPath,
    Keyed,
    Many,
    Namespace,
    Node,
    Personas,
    Ref,
    Text,
    Texts,
    Version,
)
from journeymap.model.pains import SharedOpportunity, SharedPain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Step
from journeymap.model.vocabulary import (
    Channel,
    Evidence,
    ExternalChange,
    InformationItem,
    Metric,
    Reading,
)

LANGUAGE_VERSION = 1
"""The newest version of the language that this package reads."""


class Status(StrEnum):
    """How strictly lint holds a map, least strict first."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"


class State(StrEnum):
    """Whether the map shows what is or what shall be."""

    CURRENT = "current"
    DESIRED = "desired"


class Phase(StrEnum):
    """Where a stage lies relative to the use of the service."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class RatingScale(StrEnum):
    """The scale on which importance, expected and perceived are given."""

    ONE_TO_FIVE = "1-5"
    ONE_TO_SEVEN = "1-7"
    ONE_TO_TEN = "1-10"
    ZERO_TO_TEN = "0-10"
    TOP_BOX = "top-box"

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value; of top-box ten times the share of respondents."""
        return _BOUNDS[self]

    @property
    def expected_bounds(self) -> tuple[float, float]:
        """Lowest and highest value of `expected`, which stays 1 to 5 beside top-box."""
        return (1, 5) if self is RatingScale.TOP_BOX else self.bounds


_BOUNDS: Mapping[RatingScale, tuple[float, float]] = {
    RatingScale.ONE_TO_FIVE: (1.0, 5.0),
    RatingScale.ONE_TO_SEVEN: (1.0, 7.0),
    RatingScale.ONE_TO_TEN: (1.0, 10.0),
    RatingScale.ZERO_TO_TEN: (0.0, 10.0),
    RatingScale.TOP_BOX: (0, 10),
}


class Scales(Node):
    """The scales the map uses."""

    called: ClassVar[str] = "scales"

    shorthand: ClassVar[tuple[str, ...]] = ("rating",)

    rating: RatingScale = Field(
        RatingScale.ONE_TO_FIVE,
        description="Scale of importance, expected and perceived.",
        examples=["1-5"],
    )


class Period(StrEnum):
    """A stretch of time in which so many begin."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Starts(Node):
    """How many begin the journey."""

    called: ClassVar[str] = "starts"

    shorthand: ClassVar[tuple[str, ...]] = ("n",)

    n: Count = Field(description="How many people begin the journey.", examples=[4200])
    per: Period = Field(
        Period.YEAR,
        description="In which time: day, week, month, quarter or year (default).",
        examples=["year"],
    )


class Stage(Node):
    """A part of the journey that the persona would call by one name."""

    called: ClassVar[str] = "a stage"

    id: Id | None = Field(
        None,
        description="Short name of the stage; derived from the name when left out.",
        examples=["referral"],
    )
    name: Text | None = Field(
        None, description="Name as it is shown.", examples=["Referral and diagnosis"]
    )
    phase: Phase | None = Field(
        None,
        description="Whether it lies before, during or after the use of the service.",
        examples=["during"],
    )
    aligns: Annotated[tuple[Annotated[str, Ref(Namespace.FRAMEWORK_STAGE)], ...], Many()] = Field(
        (),
        description="Framework stages it stands for, by id or label; "
        "the one of the same name when left out.",
        examples=[["specialty-care", "diagnosis"]],
    )
    goal: Text | None = Field(
        None, description="What the persona wants to reach in it.", examples=["Know what is wrong"]
    )
    owner: Text | None = Field(
        None, description="Who answers for it.", examples=["Cardio-metabolic unit"]
    )
    steps: Annotated[tuple[Step, ...], Many()] = Field(
        (), description="What happens in it, in order.", examples=[["Books online"]]
    )
    metrics: Annotated[tuple[Reading, ...], Many()] = Field(
        (),
        description="Measurements that belong to the stage as a whole.",
        examples=[[{"metric": "referral-wait", "value": 42}]],
    )
    questions: Texts = Field(
        (),
        description="What the team does not know yet.",
        examples=[["Who tells her daughter?"]],
    )


class Vocabulary(Node):
    """Definitions that several maps may share."""

    personas: Annotated[tuple[Persona, ...], Many()] = Field(
        (), description="People whose journey is mapped.", examples=[["María, 58"]]
    )
    stakeholders: Annotated[tuple[Stakeholder, ...], Many()] = Field(
        (),
        description="Everyone else who acts on or influences the journey.",
        examples=[[{"id": "gp", "name": "General practitioner", "kind": "clinician"}]],
    )
    channels: Annotated[tuple[Channel, ...], Many()] = Field(
        (),
        description="Channels; once one is defined, steps may use defined ones only.",
        examples=[[{"id": "phone", "name": "Phone", "kind": "phone"}]],
    )
    information: Annotated[tuple[InformationItem, ...], Many()] = Field(
        (),
        description="What is asked, told and handed over; once one item is defined, "
        "steps may use defined ones only.",
        examples=[[{"id": "blood-results", "name": "Blood results"}]],
    )
    metrics: Annotated[tuple[Metric, ...], Many()] = Field(
        (),
        description="What is measured.",
        examples=[[{"id": "referral-wait", "name": "Wait for the specialist", "unit": "days"}]],
    )
    evidence: Annotated[tuple[Evidence, ...], Many()] = Field(
        (),
        description="What claims rest on.",
        examples=[[{"id": "interviews-2026", "kind": "interview", "n": 14}]],
    )
    external_changes: Annotated[tuple[ExternalChange, ...], Many()] = Field(
        (),
        description="What changed outside of the service: a law, a treatment, a market.",
        examples=[[{"date": "2026-10", "what": "The tablet is paid for"}]],
    )


class Library(Vocabulary):
    """Shared vocabulary in a file of its own."""

    called: ClassVar[str] = "a library"

    journeymap: Version | None = Field(
        None, description="Version of the language.", examples=[LANGUAGE_VERSION]
    )
    title: Text | None = Field(
        None, description="What the library holds.", examples=["Words of the clinic"]
    )
    pains: Annotated[tuple[SharedPain, ...], Many()] = Field(
        (),
        description="Pains that steps of several maps name with `pain`.",
        examples=[[{"id": "no-appointment", "text": "No appointment to be had"}]],
    )
    opportunities: Annotated[tuple[SharedOpportunity, ...], Many()] = Field(
        (),
        description="Opportunities that steps of several maps name with `opportunity`.",
        examples=[[{"id": "e-referral", "text": "Electronic referral"}]],
    )


class Journey(Vocabulary):
    """A persona's way through stages, step by step."""

    called: ClassVar[str] = "the map"

    shorthand: ClassVar[tuple[str, ...]] = ()

    journeymap: Version | None = Field(
        None, description="Version of the language.", examples=[LANGUAGE_VERSION]
    )
    id: Id | None = Field(
        None,
        description="Short name of the map; derived from the file name when left out.",
        examples=["type-2-diabetes"],
    )
    title: Text = Field(
        description="Title of the map.", examples=["Type 2 diabetes, from symptoms to follow-up"]
    )
    status: Status = Field(
        Status.DRAFT,
        description="How strictly lint holds the map: draft (default), review or published.",
        examples=["review"],
    )
    state: State = Field(
        State.CURRENT,
        description="current: as it is (default); desired: as it shall be.",
        examples=["current"],
    )
    desired: JourneyPath | None = Field(
        None,
        description="The desired counterpart of this map, as a path relative to this file.",
        examples=["type-2-diabetes.desired.journey.yaml"],
    )
    purpose: Text | None = Field(
        None,
        description="Why the team maps.",
        examples=["Find where patients are lost between GP and specialist"],
    )
    scope: Text | None = Field(
        None,
        description="Where the map begins and ends.",
        examples=["From the first symptom to the first yearly check-up"],
    )
    goal: Text | None = Field(
        None,
        description="What the persona wants to get done.",
        examples=["Live well with the illness"],
    )
    personas_chosen: Personas = Field(
        (),
        alias="persona",
        description="Whose journey it is; the only persona when left out. Several go the same "
        "journey, each for herself; the first is the protagonist.",
        examples=["maria", ["dan", "ruth"]],
    )
    language: Text | None = Field(
        None,
        description="Language of labels in pictures and tables: en, es or pl, as a tag (es-MX) "
        "or by its name (polski).",
        examples=["en"],
    )
    framework: Annotated[str, Ref(Namespace.FRAMEWORK)] | None = Field(
        None, description="The stage model the map is held against.", examples=["care-pathway"]
    )
    ends: Flag | None = Field(
        None,
        description="Whether the episode has an end; by default unless the framework is a cycle.",
        examples=[True],
    )
    owner: Text | None = Field(
        None, description="Who answers for the map.", examples=["Patient experience team"]
    )
    team: Texts = Field(
        (), description="Functions that took part.", examples=[["medical", "sales"]]
    )
    reviewed: ADay | None = Field(
        None, description="When the map was last reviewed.", examples=["2026-10-12"]
    )
    review_every: ADuration | None = Field(
        None,
        description="How often it is to be reviewed; every 6 months when left out.",
        examples=["6 months"],
    )
    uses: Annotated[tuple[Annotated[str, FilePath(FileKind.LIBRARY)], ...], Many()] = Field(
        (),
        description="Libraries whose definitions the map pulls in, as paths relative to this file.",
        examples=[["shared/clinic.library.yaml"]],
    )
    starts: Starts | None = Field(
        None,
        description="How many begin; shares are then told in people as well.",
        examples=[{"n": 4200, "per": "year"}],
    )
    scales: Scales = Field(
        Scales(rating=RatingScale.ONE_TO_FIVE),
        description="Scales the map uses.",
        examples=[{"rating": "1-5"}],
    )
    based_on: EvidenceRefs = Field(
        (),
        description="Evidence behind the map as a whole; weak for single claims.",
        examples=[["interviews-2026"]],
    )
    readings: Annotated[tuple[Reading, ...], Many()] = Field(
        (),
        description="Measurements that belong to no step and no stage.",
        examples=[[{"metric": "adherence", "value": 61, "as_of": "2026-09"}]],
    )
    questions: Texts = Field(
        (),
        description="What the team does not know yet.",
        examples=[["Who tells her daughter?"]],
    )
    tags: Texts = Field((), description="Labels of your own.", examples=[["diabetes"]])
    stages: Annotated[tuple[Stage, ...], Many(), Keyed(name="name", content="steps")] = Field(
        (),
        description="Parts of the journey in order; a list, or a mapping from name to steps.",
        examples=[{"Before": ["Sees an ad", "Calls"], "During": ["Visits"]}],
    )
    steps: Annotated[tuple[Step, ...], Many()] = Field(
        (),
        description="The steps of a map without stages.",
        examples=[["Sees an ad", "Calls"]],
    )

    @property
    def persona(self) -> str | None:
        """Whose journey it is, of several the protagonist, as it is written."""
        return next(iter(self.personas_chosen), None)
