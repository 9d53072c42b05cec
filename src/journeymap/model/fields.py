"""The kinds of field a map is made of, declared once for reading, validation and JSON Schema."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, StrEnum
from functools import cache, cached_property
from math import fsum, inf
from types import MappingProxyType, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Union,
    get_args,
    get_origin,
)

from journeymap.model.base import BaseModel, ConfigDict, Field
from journeymap.model.feelings import Feeling
from journeymap.model.hints import hints
from journeymap.model.units import Amount
from journeymap.model.unread import UnreadError
from journeymap.quick_dataclass import dataclass

PERSONA = ""
"""The key under which a value per person keeps what is said of the persona without naming her."""


class Leaf(StrEnum):
    """How the scalar of a field is read; the field decides, never the YAML parser."""

    TEXT = "text"
    FREE = "free"
    ID = "id"
    INTEGER = "integer"
    NUMBER = "number"
    MEASURE = "measure"
    BOOLEAN = "boolean"
    SHARE = "share"
    DAY = "day"
    DURATION = "duration"
    FEELING = "feeling"
    RATING = "rating"
    EXPECTED = "expected"
    LINK = "link"
    CONDITION = "condition"


class Namespace(StrEnum):
    """What a reference may name."""

    PERSON = "person"
    PERSONA = "persona"
    CHANNEL = "channel"
    INFORMATION = "information item"
    METRIC = "metric"
    EVIDENCE = "evidence"
    STEP = "step"
    PAIN = "pain"
    REPAIRABLE = "pain or step"
    SHARED_PAIN = "pain of a library or another step"
    OPPORTUNITY = "opportunity"
    SHARED_OPPORTUNITY = "opportunity of a library or another step"
    AFFECTED = "stage, step, channel or person"
    FRAMEWORK = "framework"
    FRAMEWORK_STAGE = "framework stage"


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names something defined elsewhere, matched by slug.

    Attributes:
        to: what it names.
        or_flag: whether `true` serves as well, and `false` for nothing.
        or_text: whether free words serve as well: what names nothing is meant as it stands.
    """

    to: Namespace
    or_flag: bool = False
    or_text: bool = False


class FileKind(StrEnum):
    """What a path leads to."""

    JOURNEY = "journey"
    LIBRARY = "library"
    CONFIGURATION = "configuration"
    RULES = "rule"
    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FilePath:
    """Marks a path to another file, relative to the one that says it."""

    kind: FileKind


@dataclass(frozen=True, slots=True)
class Many:
    """Marks a list in whose place one value serves."""


@dataclass(frozen=True, slots=True)
class PerPerson:
    """Marks a value that stands alone for the persona, or as a mapping from person to value."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Marks what a field tells of each persona, where it does not tell the same of all.

    Attributes:
        field: the field that holds what is everybody's; the key in YAML is the same.
    """

    field: str


EACH = " of each"
"""What stands behind a field's name in the full form, where it tells personas apart."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Marks a list that may be written as a mapping.

    Attributes:
        name: field of the item that the mapping's key fills.
        content: field of the item that a list or a single text under that key fills.
    """

    name: str
    content: str


@dataclass(frozen=True, kw_only=True)
class Duration:
    """A length of time as it was written, with what is known of its bounds.

    Attributes:
        shortest: the least that it takes, as a sum; empty where none is said ("up to 3 weeks").
        longest: the most that it takes, as a sum; empty where none is said ("over 3 weeks").
        written: as in the file ("2-3 weeks").
        about: whether it is only about that.
    """

    shortest: tuple[Amount, ...]
    longest: tuple[Amount, ...]
    written: str
    about: bool = False

    @cached_property
    def low(self) -> float:
        """The least that it takes, in days; a month is 30.4375 days, a year twelve months."""
        return fsum(amount.days for amount in self.shortest)

    @cached_property
    def high(self) -> float:
        """The most that it takes, in days; infinite where nobody says."""
        return fsum(amount.days for amount in self.longest) if self.longest else inf

    @cached_property
    def days(self) -> float:
        """What it takes on average, in days: the mean of its bounds, the least where no most is."""
        return (self.low + self.high) / 2 if self.longest else self.low

    def exceeds(self, days: float) -> bool:
        """Tells whether it is longer: on average, or "over" at least so many days."""
        return self.days > days or (not self.longest and self.low >= days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date as it was written; a month stands for its last day.

    Attributes:
        date: the day.
        written: as in the file ("2026-10").
    """

    date: date
    written: str


class Node(BaseModel):
    """A part of a map: frozen, nothing but declared fields.

    Attributes:
        called: what it is called in messages; empty for what no message names.
        shorthand: the fields that a single scalar fills, tried in turn (numbers before text).
        instead: by a required field, the one that may stand in its place and names what has it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    called: ClassVar[str] = ""
    shorthand: ClassVar[tuple[str, ...]] = ()
    instead: ClassVar[Mapping[str, str]] = MappingProxyType({})

    if not TYPE_CHECKING:  # else a type checker would take any attribute for one that is there

        def __getattr__(self, name: str) -> object:
            """Refuses to tell of a field that could not be read; only its model lacks one."""
            if name in type(self).model_fields:
                raise UnreadError(name)
            return super().__getattr__(name)


Text = Annotated[str, Leaf.TEXT]
FreeText = Annotated[str, Leaf.FREE]
Id = Annotated[str, Leaf.ID]
Link = Annotated[str, Leaf.LINK]
Share = Annotated[float, Leaf.SHARE, Field(ge=0, le=1)]
AFeeling = Annotated[Feeling, Leaf.FEELING]
ADuration = Annotated[Duration, Leaf.DURATION]
ADay = Annotated[Day, Leaf.DAY]
Rating = Annotated[float, Leaf.RATING]
ExpectedRating = Annotated[float, Leaf.EXPECTED]
Number = Annotated[float, Leaf.NUMBER]
Measure = Annotated[float, Leaf.MEASURE]
Condition = Annotated[Any, Leaf.CONDITION]
"""Kept as it is written, with its places: what it says depends on what it is asked of."""
Flag = Annotated[bool, Leaf.BOOLEAN]
OneToFive = Annotated[int, Leaf.INTEGER, Field(ge=1, le=5)]
OneToFour = Annotated[int, Leaf.INTEGER, Field(ge=1, le=4)]
Count = Annotated[int, Leaf.INTEGER, Field(ge=0)]
Version = Annotated[int, Leaf.INTEGER, Field(ge=1)]
PersonRef = Annotated[str, Ref(Namespace.PERSON)]
ChannelRef = Annotated[str, Ref(Namespace.CHANNEL)]
InformationRef = Annotated[str, Ref(Namespace.INFORMATION)]
EvidenceRef = Annotated[str, Ref(Namespace.EVIDENCE)]
MetricRef = Annotated[str, Ref(Namespace.METRIC)]
JourneyPath = Annotated[str, FilePath(FileKind.JOURNEY)]

Texts = Annotated[tuple[Text, ...], Many()]
People = Annotated[tuple[PersonRef, ...], Many()]
Personas = Annotated[tuple[Annotated[str, Ref(Namespace.PERSONA)], ...], Many()]
Channels = Annotated[tuple[ChannelRef, ...], Many()]
Information = Annotated[tuple[InformationRef, ...], Many()]
EvidenceRefs = Annotated[tuple[EvidenceRef, ...], Many()]

_MAPPINGS = frozenset({Mapping, dict})

Kind = Leaf | Ref | FilePath | type[Enum] | type[Node]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How a field is written.

    Attributes:
        name: the field's key in YAML.
        attribute: its name in Python.
        kind: what one value is.
        many: whether it holds a list (in whose place one value serves).
        keyed: set where the list may be a mapping.
        per_person: whether a mapping from person to value serves.
        apart: the attribute that holds what each persona has of her own, where a mapping from
            persona to value serves; else empty.
        mapping: whether it is a mapping with keys of the analyst's own.
        nested: whether the values of that mapping are such mappings in their turn.
        required: whether a node without it is an error.
        minimum: lowest value of a number, where there is one.
        maximum: highest value of a number, where there is one.
        description: what the field means.
        examples: values as an analyst writes them.
    """

    name: str
    attribute: str
    kind: Kind
    many: bool
    keyed: Keyed | None
    per_person: bool
    apart: str
    mapping: bool
    nested: bool
    required: bool
    minimum: float | None
    maximum: float | None
    description: str
    examples: tuple[Any, ...]

    @cached_property
    def part(self) -> type["Node"] | None:
        """The part of a map that one value is; None for what is written as a text."""
        return self.kind if isinstance(self.kind, type) and issubclass(self.kind, Node) else None

    @cached_property
    def keeps_texts(self) -> bool:
        """Whether every text is kept as it stands, so that a mark of other programs stays in it."""
        kind = self.kind
        return kind in {Leaf.TEXT, Leaf.ID} or not isinstance(kind, Leaf | type)

    @property
    def is_flag(self) -> bool:
        """Whether `true` and `false` serve beside a name."""
        return isinstance(self.kind, Ref) and self.kind.or_flag

    @property
    def is_words(self) -> bool:
        """Whether it takes words of the analyst's own, whatever they are."""
        may_name = isinstance(self.kind, Ref) and self.kind.or_text
        return may_name or self.kind in {Leaf.TEXT, Leaf.FREE}


@cache
def shapes(model: type[Node]) -> Mapping[str, Shape]:
    """Returns how each field of a model is written, by its key in YAML."""
    types = hints(model)
    marks = {name: _first(_unwrap(types[name])[0], (Apart,), None) for name in model.model_fields}
    apart = {mark.field: name for name, mark in marks.items() if mark}
    own = (name for name, mark in marks.items() if not mark)
    found = (_shape(name, types[name], model, apart.get(name, "")) for name in own)
    return {shape.name: shape for shape in found}


def _shape(attribute: str, hint: Any, model: type[Node], apart: str) -> Shape:  # noqa: ANN401
    info = model.model_fields[attribute]
    marks, inner = _unwrap(hint)
    containers = {get_origin(inner)}
    marks_of_item: tuple[Any, ...] = marks
    kind: Any = inner
    nested = False
    if containers & {tuple, *_MAPPINGS}:
        argument = get_args(inner)[0 if get_origin(inner) is tuple else 1]
        nested = get_origin(argument) in _MAPPINGS
        marks_of_item, kind = _unwrap(get_args(argument)[1] if nested else argument)
    bounds = [mark for mark in (*marks, *marks_of_item) if hasattr(mark, "metadata")]
    limits = [limit for bound in bounds for limit in bound.metadata]
    return Shape(
        name=info.alias or attribute,
        attribute=attribute,
        kind=_first(marks_of_item, (Leaf, Ref, FilePath), kind),
        many=get_origin(inner) is tuple,
        keyed=_first(marks, (Keyed,), None),
        per_person=any(isinstance(mark, PerPerson) for mark in marks),
        apart=apart,
        mapping=not containers.isdisjoint(_MAPPINGS),
        nested=nested,
        required=info.is_required(),
        minimum=_first_attribute(limits, "ge"),
        maximum=_first_attribute(limits, "le"),
        description=info.description or "",
        examples=tuple(info.examples or ()),
    )


def _unwrap(hint: Any) -> tuple[tuple[Any, ...], Any]:  # noqa: ANN401
    """Returns the markers of a type and the type without them and without `| None`."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            marks += tuple(get_args(hint)[1:])
            hint = get_args(hint)[0]
        elif get_origin(hint) in {Union, UnionType}:
            hint = next(argument for argument in get_args(hint) if argument is not NoneType)
        else:
            return marks, hint


def _first(marks: tuple[Any, ...], types: tuple[type, ...], default: Any) -> Any:  # noqa: ANN401
    return next((mark for mark in marks if isinstance(mark, types)), default)


def _first_attribute(limits: list[Any], name: str) -> float | None:
    return next((getattr(limit, name) for limit in limits if hasattr(limit, name)), None)
