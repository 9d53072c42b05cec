"""What people write for the values of a field that takes one of a few words."""

from collections.abc import Iterable

from journeymap.model.ids import slug

_SAID = {
    "digital": "e-mail email mail app web website online internet chat sms portal",
    "in-person": "face-to-face f2f personally on-site onsite live visit persönlich",
    "print": "letter paper post brochure leaflet poster form",
    "word-of-mouth": "friends recommendation referral",
    "clinician": "nurse doctor physician therapist gp specialist surgeon midwife",
    "staff": "employee employees personnel personel receptionist clerk team agent",
    "family": "relative relatives daughter son wife husband mother father parent parents partner",
    "payer": "insurance insurer nfz",
    "organisation": "company hospital clinic organization firm authority",
    "current": "as-is asis actual now today present existing hoy existente obecny obecna obecnie "
    "aktualny aktualna jak-jest stan-obecny ist ist-zustand estado-actual",
    "desired": "to-be tobe target future planned deseado deseada futuro futura objetivo docelowy "
    "docelowa przyszły przyszła pożądany pożądana stan-docelowy soll soll-zustand estado-deseado "
    "estado-futuro",
    "higher": "up more increase rising high",
    "lower": "down less decrease falling low",
    "idea": "open new planned todo to-do backlog proposed",
    "testing": "pilot test trial in-test in-progress",
    "live": "done implemented finished active in-use",
    "dropped": "rejected stopped cancelled",
    "draft": "in-progress wip work-in-progress open",
    "published": "final finished approved done",
    "truth": "moment-of-truth mot",
    "trust-inflection": "trust",
    "first-impression": "first impression",
}
"""What a value is called as well, as slugs; house."""
_ONE_MEANING = frozenset({"current", "desired"})
"""Values whose other names mean nothing else."""


def meant_choice(written: str, allowed: Iterable[str]) -> str:
    """Returns the value that a word stands for; empty where none does."""
    word = slug(written)
    return next((name for name in allowed if word in _SAID.get(name, "").split()), "")


def is_only_meaning(meant: str) -> bool:
    """Tells whether nothing else can have been meant by the words that stand for a value."""
    return meant in _ONE_MEANING
