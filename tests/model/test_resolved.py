"""References keep all that is said of them when it is added what they mean."""

from dataclasses import fields, replace

from journeymap.model.fields import Namespace
from journeymap.model.journey import Journey
from journeymap.model.names import Defined
from journeymap.model.references import Reference
from journeymap.model.resolved import resolved
from journeymap.model.unread import UnreadError
from journeymap.model.vocabulary import Evidence

OTHER = Reference(
    route=("steps", 0, "evidence", 0),
    to=Namespace.EVIDENCE,
    text="talks",
    holder=Journey(title="T"),
    many=True,
    is_key=True,
    or_text=True,
)
"""One that says something else of everything than a reference says by itself."""


def test_nothing_gets_lost() -> None:
    usual = {each.name: each.default for each in fields(Reference)}
    said = {
        each.name for each in fields(Reference) if getattr(OTHER, each.name) != usual[each.name]
    }
    assert said == {*usual} - {"found", "is_unread"}
    meant = Defined(id="talks", label="talks", item=Evidence(id="talks"), route=("evidence", 0))
    assert [*resolved([OTHER], lambda *_: (meant,))] == [replace(OTHER, found=(meant,))]


def test_what_could_not_be_read_is_marked() -> None:
    def unread(*_: object) -> tuple[Defined[Evidence], ...]:
        raise UnreadError("evidence")

    assert [*resolved([OTHER], unread)] == [replace(OTHER, is_unread=True)]
