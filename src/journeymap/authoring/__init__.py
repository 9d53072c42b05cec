"""The one import for authors of rules: a rule, what it looks at, and what it finds."""

from journeymap.analysis.analysis import Analysis
from journeymap.authoring.context import Context
from journeymap.authoring.gathering import Gather, Most, gap, is_most, once
from journeymap.authoring.options import Option
from journeymap.authoring.phrases import counted, few, listed, quoted
from journeymap.authoring.rule import Basis, Check, Need, Rule, at_a_step, rule
from journeymap.findings import Applicability, Finding, Fix, Mark, Related, Severity
from journeymap.model.fields import FileKind, Namespace
from journeymap.model.ids import slug
from journeymap.model.journey import Phase, State, Status, Vocabulary
from journeymap.model.journey_map import (
    JourneyMap,
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
)
from journeymap.model.names import Defined, Route, step_route
from journeymap.model.pains import OpportunityStatus, PainKind, Voice
from journeymap.model.people import PersonKind
from journeymap.model.step import Engagement, Moment
from journeymap.model.unread import one_by_one
from journeymap.model.vocabulary import Better, ChannelKind, EvidenceKind, Method, MetricKind
from journeymap.text.changes import Delete, Insert, Replace, Wrap
from journeymap.text.nodes import locate, locate_key
from journeymap.workspace.files import MapFile, Workspace

__all__ = [
    "Analysis",
    "Applicability",
    "Basis",
    "Better",
    "ChannelKind",
    "Check",
    "Context",
    "Defined",
    "Delete",
    "Engagement",
    "EvidenceKind",
    "FileKind",
    "Finding",
    "Fix",
    "Gather",
    "Insert",
    "JourneyMap",
    "MapFile",
    "Mark",
    "Method",
    "MetricKind",
    "Moment",
    "Most",
    "Namespace",
    "Need",
    "OpportunityStatus",
    "Option",
    "PainKind",
    "PersonKind",
    "Phase",
    "PlacedOpportunity",
    "PlacedPain",
    "PlacedStage",
    "PlacedStep",
    "Related",
    "Replace",
    "Route",
    "Rule",
    "Severity",
    "State",
    "Status",
    "Vocabulary",
    "Voice",
    "Workspace",
    "Wrap",
    "at_a_step",
    "counted",
    "few",
    "gap",
    "is_most",
    "listed",
    "locate",
    "locate_key",
    "once",
    "one_by_one",
    "quoted",
    "rule",
    "slug",
    "step_route",
]
