"""Where a word belongs that its field does not take, and another field of the map does."""

from enum import Enum

from journeymap.model.fields import Node, Shape, shapes
from journeymap.model.ids import slug
from journeymap.model.likeness import only
from journeymap.model.name_lists import listed
from journeymap.model.names import Route
from journeymap.model.vocabulary import METHODS, EvidenceKind, Method
from journeymap.text.nodes import Mapping, Scalar, reach
from journeymap.text.nodes import Node as Tree

_SPOKEN = {
    EvidenceKind.INTERVIEW: "interview entrevista wywiad",
    EvidenceKind.SURVEY: "survey questionnaire poll encuesta cuestionario ankiet kwestionariusz",
    EvidenceKind.ANALYTICS: "analytics clicks clickstream analítica analityk",
    EvidenceKind.OBSERVATION: "observ shadowing obserwac",
    EvidenceKind.WORKSHOP: "workshop taller warsztat",
    EvidenceKind.COMPLAINT: "complaint queja reclamaci skarg reklamac",
    EvidenceKind.DIARY: "diary diaries diario dziennik dziennicz",
    EvidenceKind.REVIEW: "reviews reseña recenzj",
    EvidenceKind.RECORDS: "records registros rejestr dokumentacj",
}
"""How words of a study's name begin, by where it comes from; house."""


def of_other(shape: Shape, tree: Scalar) -> str:
    """Returns where a choice belongs that is one of another list of the map; empty for others.

    Args:
        shape: the field where it stands.
        tree: the word.
    """
    from journeymap.model.journey import Journey

    of_map = shapes(Journey)
    for name, field in of_map.items():
        part = field.part
        if of_map.get(shape.name) == shape and _takes(field.kind, tree):
            return f"{tree} is a value of `{name}`: write {name}: {tree}"
        if not field.many or part is None:
            continue
        known = shapes(part)
        own = known.get(shape.name)
        if own is not None and own.kind == shape.kind:
            for other in known:
                if _takes(known[other].kind, tree):
                    return f"{tree} is a value of `{other}`: write {other}: {tree}"
        elif own is not None and _takes(own.kind, tree):
            what = named(part).split(" ", 1)[1]
            return f"{tree} is a kind of {what}: write {name}: above it, if that line is missing"
    return ""


def kinds_beside(shape: Shape, tree: Scalar, root: Tree | None, route: Route) -> str:
    """Returns which kinds evidence may be of whose method stands in the place of its kind.

    Args:
        shape: the field.
        tree: the word that stands there.
        root: the whole map; None where only a part is read.
        route: where the field is.
    """
    if shape.kind is not EvidenceKind or tree.strip() not in list(Method):
        return ""
    part = reach(root, route[:-1]) if root is not None else None
    fields = part.items() if isinstance(part, Mapping) else ()
    words = " ".join(str(value) for name, value in fields if name in {"name", "id"})
    if kind := only(map(str, kinds_called(words))):
        return f"; its kind is perhaps {kind}, as its name says: kind: {kind}"
    fitting = [str(kind) for kind, method in METHODS.items() if method == tree.strip()]
    return f"; kind: says where it comes from: {listed(fitting, 'or')}"


def kinds_called(name: str) -> list[EvidenceKind]:
    """Returns the kinds of evidence that words of a name stand for."""
    words = slug(name).split("-")
    begins = {kind: tuple(each.split()) for kind, each in _SPOKEN.items()}
    return [kind for kind, each in begins.items() if any(word.startswith(each) for word in words)]


def named(model: type[Node]) -> str:
    """Returns what a part of a map is called, with its article."""
    name = "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _takes(kind: object, word: str) -> bool:
    """Tells whether a word is one of a list of choices."""
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return False
    return word in [str(each.value) for each in kind]
