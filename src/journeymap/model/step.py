"""One step of a journey, and everything that is said of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.between import Deadline, Handoff, Leak, Wait, Way
from journeymap.model.fields import (
    ADuration,
    AFeeling,
    Apart,
    Channels,
    EvidenceRefs,
    ExpectedRating,
    Flag,
    Id,
    Information,
    JourneyPath,
    Many,
    Namespace,
    Node,
    People,
    PerPerson,
    Personas,
    PersonRef,
    Rating,
    Ref,
    Text,
    Texts,
)
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.vocabulary import Reading


class Moment(StrEnum):
    """A moment that the team declares to matter more than others."""

    CRITICAL = "critical"
    TRUTH = "truth"
    TRUST_INFLECTION = "trust-inflection"
    FIRST_IMPRESSION = "first-impression"


class Engagement(StrEnum):
    """Level of the value chain on which a step takes place, lowest first."""

    COMMUNICATE = "communicate"
    INTERACT = "interact"
    ENGAGE = "engage"
    COLLABORATE = "collaborate"
    INNOVATE = "innovate"


class Rated(Node):
    """A rating, and what it rests on."""

    called: ClassVar[str] = "a rating"

    shorthand: ClassVar[tuple[str, ...]] = ("rating",)

    rating: Rating = Field(description="The rating, on the map's rating scale.", examples=[4])
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for the rating, by id; that of the step when left out.",
        examples=["survey-2026"],
    )


class ActiveTime(Node):
    """How long a step takes, and what that rests on."""

    called: ClassVar[str] = "a duration"

    shorthand: ClassVar[tuple[str, ...]] = ("time",)

    time: ADuration = Field(
        description="How long, in English, Spanish or Polish, or as ISO 8601; sums, ranges too.",
        examples=["10 min"],
    )
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for its length, by id; that of the step when left out.",
        examples=["observation-2026"],
    )


class Expectation(Node):
    """What was expected, as a rating, in words, or both."""

    called: ClassVar[str] = "an expectation"

    shorthand: ClassVar[tuple[str, ...]] = ("rating", "text")

    text: Text | None = Field(
        None, description="The expectation in words.", examples=["a call within two days"]
    )
    rating: ExpectedRating | None = Field(
        None, description="The level expected, on the map's rating scale.", examples=[4]
    )
    evidence: EvidenceRefs = Field(
        (),
        description="Evidence for the rating, by id; that of the step when left out.",
        examples=["survey-2026"],
    )


class Step(Node):
    """One thing the persona does or goes through."""

    called: ClassVar[str] = "a step"

    shorthand: ClassVar[tuple[str, ...]] = ("action",)

    id: Id | None = Field(
        None,
        description="Short name by which ways refer to the step; "
        "derived from the action when left out.",
        examples=["is-referred"],
    )
    action: Text = Field(
        description="What happens, from the persona's point of view.",
        examples=["Is referred to a specialist"],
    )
    actor: PersonRef | None = Field(
        None, description="Who does it; the persona when left out.", examples=["gp"]
    )
    with_: People = Field((), alias="with", description="Who else takes part.", examples=[["son"]])
    offstage: Flag = Field(
        default=False,
        description="true where the persona takes no part in the step.",
        examples=[True],
    )
    only: Personas = Field(
        (),
        description="The personas who take the step, of several; the others pass over it.",
        examples=["ruth"],
    )
    channel: Channels = Field(
        (), description="Through which channel, by id or name.", examples=["phone"]
    )
    channels: Annotated[Mapping[str, Channels], Apart("channel")] = Field(
        default_factory=dict, alias="channel of each"
    )
    fixed_channel: Flag | None = Field(
        None,
        description="true where the channel is in the nature of the step, as the ward is of an "
        "operation; false where it could be another one.",
        examples=[True],
    )
    touchpoint: Text | None = Field(
        None, description="What the persona meets there.", examples=["Referral letter"]
    )
    need: Annotated[Mapping[str, Text], PerPerson()] = Field(
        default_factory=dict,
        description="What the persona needs here; or per person.",
        examples=["A smooth and fast transition"],
    )
    thought: Annotated[Mapping[str, Text], PerPerson()] = Field(
        default_factory=dict,
        description="What the persona thinks, in her words; or per person.",
        examples=["Will they lose my letter?"],
    )
    quote: Annotated[Mapping[str, Text], PerPerson()] = Field(
        default_factory=dict,
        description="What the persona said of it, word for word; or per person.",
        examples=["Nobody told me how long it takes."],
    )
    emotion: Annotated[Mapping[str, AFeeling], PerPerson()] = Field(
        default_factory=dict,
        description="How the persona feels: a word, an emoji, or a number from -2 (distressed) "
        "to 2 (delighted); a word of your own with its value behind it; several at once in a "
        "list; or per person.",
        examples=["frustrated", -1, "🙂", "petrified -2", ["hopeful", "scared"]],
    )
    importance: Annotated[Mapping[str, Rated], PerPerson()] = Field(
        default_factory=dict,
        description="How much the step matters to the persona, on the map's rating scale.",
        examples=[5],
    )
    expected: Annotated[Mapping[str, Expectation], PerPerson()] = Field(
        default_factory=dict,
        description="What the persona expected: a rating, a text, or both.",
        examples=[4, "a call within two days"],
    )
    perceived: Annotated[Mapping[str, Rated], PerPerson()] = Field(
        default_factory=dict,
        description="How it was for the persona, on the map's rating scale.",
        examples=[2],
    )
    moment: Annotated[tuple[Moment, ...], Many()] = Field(
        (),
        description="Declared weight of the step: critical, truth, trust-inflection or "
        "first-impression.",
        examples=["critical"],
    )
    gives: Information = Field(
        (), description="Information the persona has to give here.", examples=[["medical history"]]
    )
    confirms: Information = Field(
        (), description="Information asked again on purpose, to check.", examples=[["address"]]
    )
    gets: Information = Field(
        (), description="Information the persona is given.", examples=[["appointment date"]]
    )
    reuses: Information = Field(
        (),
        description="Information known of the persona and put to use, so that she need not "
        "give it again.",
        examples=[["language"]],
    )
    instead_of: Channels = Field(
        (), description="A channel the persona tried in vain first.", examples=["website"]
    )
    gains: Texts = Field((), description="What goes well.", examples=[["The GP takes time"]])
    pains: Annotated[tuple[Pain, ...], Many()] = Field(
        (), description="What hurts.", examples=[["The letter lacks the blood results"]]
    )
    opportunities: Annotated[tuple[Opportunity, ...], Many()] = Field(
        (), description="What could be better.", examples=[["Electronic referral"]]
    )
    metrics: Annotated[tuple[Reading, ...], Many()] = Field(
        (),
        description="Measurements that belong to the step.",
        examples=[[{"metric": "referral-wait", "value": 42}]],
    )
    handoff: Annotated[tuple[Handoff, ...], Many()] = Field(
        (),
        description="To whom the persona is handed over, and what goes along.",
        examples=[{"to": "specialist", "needs": ["medication"], "carries": ["medication"]}],
    )
    duration: ActiveTime | None = Field(
        None, description="Active time of the step.", examples=["10 min"]
    )
    durations: Annotated[Mapping[str, ActiveTime], Apart("duration")] = Field(
        default_factory=dict, alias="duration of each"
    )
    wait: Wait | None = Field(
        None, description="Time between this step and the next.", examples=["6 weeks"]
    )
    waits: Annotated[Mapping[str, Wait], Apart("wait")] = Field(
        default_factory=dict, alias="wait of each"
    )
    meanwhile: Annotated[str, Ref(Namespace.STEP, or_flag=True)] | None = Field(
        None,
        description="The step beside which this one runs, and beside the wait after it, by id; "
        "true for the step before.",
        examples=[True, "waits-for-results"],
    )
    within: Deadline | None = Field(
        None,
        description="How soon the step is to begin after the one before, or after another one.",
        examples=["1 month", {"time": "1 month", "after": "gets-letter"}],
    )
    next: Annotated[tuple[Way, ...], Many()] = Field(
        (),
        description="Ways that depart from the order of the steps.",
        examples=[[{"to": "books-gp", "share": "10 %", "why": "letter lost"}]],
    )
    leaks: Annotated[tuple[Leak, ...], Many()] = Field(
        (),
        description="People who leave here or in the wait after it.",
        examples=[[{"to": "private clinic", "share": "8 %", "why": "too long a wait"}]],
    )
    engagement: Engagement | None = Field(
        None,
        description="Level of the value chain; the stage's own where the framework is value-chain.",
        examples=["interact"],
    )
    reward: Flag = Field(
        default=False, description="true where a loyalty or reward offer is made.", examples=[True]
    )
    recovers: Annotated[tuple[Annotated[str, Ref(Namespace.REPAIRABLE)], ...], Many()] = Field(
        (),
        description="The pains this step makes good for; a step's id means all of its pains.",
        examples=["no-result-call"],
    )
    frontstage: Texts = Field(
        (),
        description="What people of the service do in the persona's sight.",
        examples=[["Receptionist explains the next step"]],
    )
    backstage: Texts = Field(
        (),
        description="What people of the service do out of the persona's sight.",
        examples=[["Secretary types the letter"]],
    )
    systems: Texts = Field(
        (), description="Systems that support the step.", examples=[["patient record"]]
    )
    journey: JourneyPath | None = Field(
        None,
        description="A map of its own for this step, as a path relative to this file.",
        examples=["referral-office.journey.yaml"],
    )
    evidence: EvidenceRefs = Field(
        (), description="Evidence for what the step claims, by id.", examples=["interviews-2026"]
    )
    questions: Texts = Field(
        (),
        description="What the team does not know yet.",
        examples=[["Who tells her daughter?"]],
    )
    tags: Texts = Field((), description="Labels of your own.", examples=[["handoff"]])
    note: Text | None = Field(None, description="Anything else.", examples=["Ask the ward."])
