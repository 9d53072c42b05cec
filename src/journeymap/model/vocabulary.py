"""What maps talk about and share: channels, information, metrics and evidence."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import (
    ADay,
    Count,
    EvidenceRefs,
    Flag,
    Id,
    Link,
    Many,
    Measure,
    MetricRef,
    Namespace,
    Node,
    Number,
    Ref,
    Text,
)


class ChannelKind(StrEnum):
    """The sort of channel."""

    DIGITAL = "digital"
    PHONE = "phone"
    IN_PERSON = "in-person"
    PRINT = "print"
    MEDIA = "media"
    WORD_OF_MOUTH = "word-of-mouth"
    OTHER = "other"


class MetricKind(StrEnum):
    """What a metric measures; it decides the scale and whether more is better."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    CONVERSION = "conversion"
    DURATION = "duration"
    COUNT = "count"
    COST = "cost"
    PROM = "prom"
    PREM = "prem"
    OTHER = "other"


class Better(StrEnum):
    """Which way a metric improves."""

    HIGHER = "higher"
    LOWER = "lower"


class EvidenceKind(StrEnum):
    """Where a claim comes from."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    ANALYTICS = "analytics"
    OBSERVATION = "observation"
    WORKSHOP = "workshop"
    LITERATURE = "literature"
    ASSUMPTION = "assumption"
    COMPLAINT = "complaint"
    DIARY = "diary"
    REVIEW = "review"
    RECORDS = "records"


class Speaker(StrEnum):
    """Whose voice evidence is."""

    CUSTOMER = "customer"
    FAMILY = "family"
    STAFF = "staff"
    TEAM = "team"


class Method(StrEnum):
    """Whether evidence counts or tells."""

    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"


IMPROVES: Mapping[MetricKind, Better] = MappingProxyType(
    {
        MetricKind.NPS: Better.HIGHER,
        MetricKind.CSAT: Better.HIGHER,
        MetricKind.CONVERSION: Better.HIGHER,
        MetricKind.PROM: Better.HIGHER,
        MetricKind.PREM: Better.HIGHER,
        MetricKind.DURATION: Better.LOWER,
        MetricKind.COST: Better.LOWER,
    }
)
"""Which way a kind of metric improves; house. Of effort (ces) and of counts nothing is assumed: of
both there are some of which more is better and some of which less is."""

_PERCENT = frozenset({"%", "percent", "per cent", "por ciento", "procent", "proc."})
"""Units of a share."""

METHODS: Mapping[EvidenceKind, Method] = MappingProxyType(
    {
        EvidenceKind.INTERVIEW: Method.QUALITATIVE,
        EvidenceKind.OBSERVATION: Method.QUALITATIVE,
        EvidenceKind.WORKSHOP: Method.QUALITATIVE,
        EvidenceKind.SURVEY: Method.QUANTITATIVE,
        EvidenceKind.ANALYTICS: Method.QUANTITATIVE,
        EvidenceKind.COMPLAINT: Method.QUALITATIVE,
        EvidenceKind.DIARY: Method.QUALITATIVE,
        EvidenceKind.REVIEW: Method.QUALITATIVE,
        EvidenceKind.RECORDS: Method.QUANTITATIVE,
    }
)
"""Whether a kind of evidence tells or counts; literature may do either, and has to say so."""


class Channel(Node):
    """A way by which people and service meet."""

    called: ClassVar[str] = "a channel"

    shorthand: ClassVar[tuple[str, ...]] = ("name",)

    id: Id | None = Field(
        None,
        description="Short name by which steps refer to the channel; "
        "derived from the name when left out.",
        examples=["phone"],
    )
    name: Text = Field(description="Name as it is shown.", examples=["Phone"])
    kind: ChannelKind | None = Field(None, description="The sort of channel.", examples=["phone"])
    owner: Text | None = Field(
        None, description="Who answers for the channel.", examples=["Front desk"]
    )


class InformationItem(Node):
    """Something that is asked, told or handed over."""

    called: ClassVar[str] = "an information item"

    shorthand: ClassVar[tuple[str, ...]] = ("name",)

    id: Id | None = Field(
        None,
        description="Short name by which steps refer to the item; "
        "derived from the name when left out.",
        examples=["blood-results"],
    )
    name: Text = Field(description="Name as it is shown.", examples=["Blood results"])
    at_once: Flag | None = Field(
        None,
        description="true where it is used up at the step that asks for it, as a means of payment; "
        "false where later steps are to use it.",
        examples=[True],
    )


class Metric(Node):
    """A measure of how well the journey works."""

    called: ClassVar[str] = "a metric"

    shorthand: ClassVar[tuple[str, ...]] = ("name",)

    id: Id | None = Field(
        None,
        description="Short name by which readings refer to the metric; "
        "derived from the name when left out.",
        examples=["referral-wait"],
    )
    name: Text = Field(description="Name as it is shown.", examples=["Wait for the specialist"])
    kind: MetricKind | None = Field(None, description="What is measured.", examples=["duration"])
    unit: Text | None = Field(None, description="Unit of the values.", examples=["days"])
    target: Number | None = Field(
        None, description="The value to reach, in the metric's unit.", examples=[14]
    )
    better: Better | None = Field(
        None,
        description="Which way it improves; by default lower for duration and cost, higher for "
        "nps, csat, conversion, prom and prem.",
        examples=["lower"],
    )
    scale: Text | None = Field(
        None,
        description="Lowest and highest value, where the kind has several scales.",
        examples=["1-5", "0-100"],
    )

    @property
    def is_percent(self) -> bool:
        """Whether its values are per cent."""
        return (self.unit or "").strip().casefold() in _PERCENT

    @property
    def improves(self) -> Better | None:
        """Which way it improves, as said or by its kind; None where that is not known."""
        return self.better or (IMPROVES.get(self.kind) if self.kind else None)


class Evidence(Node):
    """What a claim of the map rests on."""

    called: ClassVar[str] = "an evidence item"

    shorthand: ClassVar[tuple[str, ...]] = ("name",)

    id: Id | None = Field(
        None,
        description="Short name by which claims refer to the evidence; "
        "derived from the name or the kind when left out.",
        examples=["interviews-2026"],
    )
    name: Text | None = Field(
        None, description="Title as it is shown.", examples=["Interviews, spring 2026"]
    )
    kind: EvidenceKind | None = Field(
        None,
        description="Where it comes from; an assumption is drawn and told as one.",
        examples=["interview"],
    )
    method: Method | None = Field(
        None,
        description="Whether it counts or tells; by default quantitative for survey, analytics "
        "and records, qualitative for interview, observation, workshop, complaint, diary and "
        "review.",
        examples=["qualitative"],
    )
    date: ADay | None = Field(
        None, description="When it was gathered.", examples=["2026-05", "2026-05-14"]
    )
    n: Count | None = Field(None, description="How many people or cases.", examples=[14])
    population: Count | None = Field(
        None, description="How many there are in all, of whom these are some.", examples=[80]
    )
    from_: Speaker | None = Field(
        None,
        alias="from",
        description="Whose voice it is: that of the customer, family, staff or the team.",
        examples=["customer"],
    )
    link: Link | None = Field(
        None,
        description="Where it is kept: http, https, mailto or a path beside the map.",
        examples=["https://example.org/r/12"],
    )
    note: Text | None = Field(
        None, description="Anything else worth knowing.", examples=["Two clinics, one city."]
    )

    @property
    def approach(self) -> Method | None:
        """Whether it counts or tells, as said or by its kind; None where that is not known."""
        return self.method or (METHODS.get(self.kind) if self.kind else None)


class Reading(Node):
    """A measurement: a metric and its value."""

    called: ClassVar[str] = "a reading"

    shorthand: ClassVar[tuple[str, ...]] = ("metric",)

    metric: MetricRef = Field(description="The metric, by id.", examples=["referral-wait"])
    value: Measure | None = Field(
        None,
        description="The value, in the metric's unit; a % behind it says the unit again: 62 % is "
        "62.",
        examples=[42],
    )
    as_of: ADay | None = Field(
        None, description="The day or month of the measurement.", examples=["2026-09"]
    )
    evidence: EvidenceRefs = Field(
        (), description="Where the value comes from, by id.", examples=["waiting-list"]
    )


class ExternalChange(Node):
    """Something outside of the service that changed what holds for its maps."""

    called: ClassVar[str] = "an external change"

    shorthand: ClassVar[tuple[str, ...]] = ("what",)

    what: Text = Field(description="What changed.", examples=["The tablet is paid for"])
    date: ADay | None = Field(
        None, description="Since when it holds, as a day or a month.", examples=["2026-10"]
    )
    affects: Annotated[tuple[Annotated[str, Ref(Namespace.AFFECTED)], ...], Many()] = Field(
        (),
        description="Stages, steps, channels and people that it affects; all of the map when left "
        "out.",
        examples=[["treatment"]],
    )
